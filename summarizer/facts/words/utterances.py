"""The utterance: that somebody speaks in a line; and when a verb of speech is none."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.facts.words.lexicon import words_of
from summarizer.facts.words.tokens import Line

_ALWAYS_VERBS = frozenset({"bày", "nêu", "đưa", "gửi", "tái"})
"""First words of phrases that are verbs even before "của": "bày tỏ quan ngại của nước mình"."""

_PERIODS = frozenset({"ngày", "tuần", "tháng", "năm", "hôm", "giờ"})

_PASSIVE = frozenset({"was", "were", "been", "be", "being", "is", "are"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """That ``who`` (a person's number) or ``body`` speaks in a line.

    ``verb`` is the token after the verb of speech, where the thing said begins, or -1;
    ``asks`` tells whether the verb asks for something, ``nested`` that a quotation tells it.
    """

    line: int
    who: int | None
    body: str
    verb: int
    asks: bool
    quoted: bool
    confidence: float
    continued: bool = False
    body_span: tuple[int, int] = (0, 0)
    nested: bool = False


def is_noun(line: Line, start: int, end: int, *, unreal: bool = False) -> bool:
    """Whether a word of speech is a noun or in the passive here, or (unless ``unreal``) only
    expected ("sẽ yêu cầu").
    """
    tokens = line.tokens
    after = tokens[end].low if end < len(tokens) else ""
    if after in {"này", "đó"} or (after == "của" and tokens[start].low not in _ALWAYS_VERBS):
        return True
    if start == 0:
        return False
    if tokens[start].cap and tokens[start - 1].word and not tokens[start - 1].cap:
        # "phê duyệt Báo cáo tiền khả thi"
        return True
    if tokens[start - 1].low == "ban" and tokens[start].low == "chỉ":
        # "Ban Chỉ đạo": a committee
        return True
    if tokens[start - 1].cap and start > 1:
        # "Nhật Bản cho biết": the end of a name is none of the small words below
        return False
    before = tokens[start - 1].low
    if before in _PASSIVE:
        return True
    if before == "không" and tokens[start].low == "muốn" and line.paragraph < 0:
        # "Tổng thống Nước A không muốn Nước B sụp đổ": a headline tells what he says
        return False
    two = " ".join(token.low for token in tokens[max(0, start - 2) : start])
    if tokens[start].low == "thống" and before in {"gia", "quyền"}:
        # "chủ quyền thống nhất", "một quốc gia thống nhất"
        return True
    if before == "trước" and two.split()[0] in _PERIODS:
        # "ông X tuần trước cho biết"
        return False
    if before == "có" and any(token.low == "rằng" for token in tokens[end : end + 6]):
        # "có xác nhận trong một phát biểu rằng …"
        return False
    spent = {token.low for token in tokens[max(0, start - 12) : start - 2]}
    if before == "để" and spent & {"dành", "dùng", "tận", "mượn"} and not spent & {"thể", "sẽ"}:
        # "đã dành 40 phút để nhấn mạnh …"
        return False
    if (
        before in words_of("speech.toml", "never_after")
        or before in words_of("speech.toml", "noun_after")
        or two in words_of("speech.toml", "noun_after")
    ):
        return True
    if before in {"để", "nhằm"} or (
        not unreal and {before, two.split()[0]} & words_of("speech.toml", "unreal_after")
    ):
        return True
    if (
        before in {"và", ","}
        and not unreal
        and any(token.low == "sẽ" for token in tokens[max(0, start - 5) : start])
    ):
        return True
    return any(token.low in {"bị", "được"} for token in tokens[max(0, start - 3) : start])
