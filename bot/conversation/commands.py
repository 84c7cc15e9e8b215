"""The commands, as data: help, menus and the operator guide are made from this table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from bot.texts import N_, Translator
from summarizer.text.folding import fold


@dataclass(frozen=True, slots=True)
class Command:
    """A command with its Vietnamese twin.

    ``usage`` names what stands after it (a msgid, empty for nothing); ``help`` says what it does.
    """

    name: str
    twin: str
    usage: str
    help: str

    def in_(self, language: str) -> str:
        """The name for readers of a language."""
        return self.twin if language == "vi" else self.name


COMMANDS: Final = (
    Command("conferences", "cachoinghi", "", N_("the conferences, newest first")),
    Command("conference", "hoinghi", N_("NAME"), N_("the briefing on a conference")),
    Command("upcoming", "saptoi", "", N_("conferences that are still to come")),
    Command("speakers", "cacdienngia", "", N_("who speaks")),
    Command("speaker", "phatbieu", N_("NAME"), N_("what a person or body said")),
    Command("tasks", "cacnhiemvu", N_("[WORD]"), N_("the tasks that were set")),
    Command("task", "nhiemvu", N_("NUMBER"), N_("one task with its context")),
    Command("latest", "moinhat", "", N_("the latest articles")),
    Command("article", "baiviet", N_("NUMBER"), N_("the briefing on an article")),
    Command(
        "summary", "tomtat", N_("[vi|en] TEXT"),
        N_("a summary: a text, what you reply to, “article 1”, “theme NAME”, “this week”, both…"),
    ),
    Command("translate", "dich", N_("TEXT"), N_("a translation of a text or of what you reply to")),
    Command("term", "thuatngu", N_("WORD"), N_("what the glossary has on a word")),
    Command("search", "tim", N_("WORDS"), N_("search the articles")),
    Command("digest", "bantin", "", N_("what is new, now")),
    Command(
        "subscribe", "dangky", N_("[HH:MM] [DAYS] [ZONE]"),
        N_("a digest at this time; alone: your digests, to be changed"),
    ),
    Command("unsubscribe", "huydangky", N_("[HH:MM]"), N_("end the digests")),
    Command("pause", "tamdung", N_("7d | DATE"), N_("no digests and alerts until then")),
    Command("resume", "tieptuc", "", N_("end the pause")),
    Command("quiet", "ngaynghi", N_("[DAYS]"), N_("days without digests and alerts")),
    Command("follow", "theodoi", N_("NAME"), N_("news of a speaker, conference or theme at once")),
    Command("unfollow", "botheodoi", N_("NAME"), N_("end following")),
    Command("following", "dangtheodoi", "", N_("what you follow")),
    Command("language", "ngonngu", "vi|en|both", N_("the language of the answers")),
    Command("help", "trogiup", "", N_("this list")),
    Command("start", "batdau", "", N_("greeting and first steps")),
)  # fmt: skip

BY_NAME: Final = {name: command for command in COMMANDS for name in (command.name, command.twin)}
"""Every name and twin."""


_SPOKEN: Final = {
    "conferences": "conference; conferences; the conferences; last conference; latest conference; "
    "latest conferences; the latest conferences; hội nghị gần nhất; hội nghị mới nhất; các hội "
    "nghị mới nhất; conferences and visits; visits and "
    "conferences; events; hội nghị; các hội nghị; hội nghị và chuyến thăm; các hội nghị và chuyến "
    "thăm; sự kiện; các sự kiện",
    "upcoming": "upcoming; upcoming conferences; upcoming conferences and visits; upcoming events; "
    "next conference; the next conference; "
    "when is the next conference; where is the next conference; sắp tới; hội nghị "
    "sắp tới; các hội nghị sắp tới; sự kiện sắp "
    "tới; các sự kiện sắp tới; hội nghị và chuyến thăm sắp tới",
    "speakers": "speaker; speakers; the speakers; who speaks; who spoke; who are the speakers; "
    "top speakers; most active speakers; who are the most active speakers; "
    "diễn giả; các diễn giả; "
    "người phát biểu; ai phát biểu; những ai phát biểu; những ai đã phát biểu",
    "tasks": "task; tasks; the tasks; list tasks; latest tasks; new tasks; newest tasks; to do; "
    "what is to be done; nhiệm vụ; các nhiệm vụ; nhiệm vụ mới; nhiệm vụ mới nhất; các nhiệm vụ mới "
    "nhất; việc cần làm; có việc gì cần làm",
    "summary": "summary; summarize; summarise; summarize this; summarise this; tóm tắt; tóm lược; "
    "tóm tắt bài này; tóm tắt giúp tôi",
    "translate": "translate; translate this; dịch; dịch bài này; dịch giúp tôi",
    "term": "glossary; thuật ngữ; bảng thuật ngữ; tra thuật ngữ",
    "search": "search; tìm kiếm",
    "subscribe": "subscribe; my digests; đăng ký; đăng ký bản tin; bản tin của tôi",
    "language": "language; change language; ngôn ngữ; đổi ngôn ngữ",
    "latest": "latest; latest news; latest articles; latest article; newest articles; "
    "news; bài mới; bài mới nhất; các bài mới nhất; bài viết mới nhất; tin mới; "
    "tin mới nhất; mới nhất",
    "digest": "digest; bản tin; what's new; whats new; what is new; any news; anything new; "
    "is there anything new; có gì mới; có gì mới không; có tin gì mới; có tin gì mới không; "
    "có tin mới không; tin gì mới",
    "following": "following; đang theo dõi",
    "help": "help; help me; menu; commands; what can you do; how does this work; trợ giúp; giúp "
    "tôi; hướng dẫn; bạn làm được gì; bạn có thể làm gì; bạn biết làm gì",
    "start": "start; hello; hello there; hi; hi there; hey; good morning; good afternoon; "
    "good evening; who are you; what are you; bạn là ai; bot là gì; xin chào; chào; chào "
    "bạn; chào bot; chào buổi sáng",
}
"""Words without a slash that plainly mean a command."""
_BY_WORDS: Final = {
    fold(words.strip()): name for name, said in _SPOKEN.items() for words in said.split(";")
}


def spoken(text: str) -> Command | None:
    """The command that a few words without a slash plainly mean: "tasks", "xin chào!"."""
    return BY_NAME.get(_BY_WORDS.get(fold(text.strip(" .!?\n")), ""))


def in_reader_words(name: str) -> Callable[[Translator], str]:
    """A command as readers of each language know it, for :meth:`Turn.say`."""
    return lambda _: BY_NAME[name].in_(_.language)


def nearest(word: str) -> Command | None:
    """The command that a mistyped name most likely means: at most two letters off."""
    word = fold(word[:40])
    hit = process.extractOne(
        word, list(BY_NAME), scorer=DamerauLevenshtein.distance, score_cutoff=min(2, len(word) // 2)
    )
    return BY_NAME[hit[0]] if hit else None
