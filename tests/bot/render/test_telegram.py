import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.briefings.cards import (
    Bilingual,
    Choice,
    ConferenceRef,
    DateOf,
    Hit,
    Line,
    SourceRef,
    SummaryCard,
    TranslationCard,
)
from bot.render import markdown, telegram
from bot.render import text as plain_text
from bot.render.actions import Reply, Summarize, unpack
from bot.render.messages import Message
from bot.render.sheet import Kind, Sheet
from bot.render.sheets import View
from summarizer.text.dates import UNKNOWN_DATE, PartialDate

ALLOWED = {"b", "i", "code", "a"}
ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot);)")
LANGUAGES = st.sampled_from(["vi", "en", "both"])


class Checker(HTMLParser):
    """Fails on tags that Telegram does not know, and on any that is not closed in its place."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        assert tag in ALLOWED, tag
        assert tag == "a" or not attrs
        if tag == "a":
            assert [name for name, _ in attrs] == ["href"]
            assert attrs[0][1].startswith(("http://", "https://"))
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open
        assert self.open.pop() == tag


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def check(messages: list[Message]) -> None:
    assert messages
    for message in messages:
        assert units(message.html) <= 4096
        assert message.plain.strip()
        assert not ENTITY.search(message.html)
        checker = Checker()
        checker.feed(message.html)
        checker.close()
        assert not checker.open
        for row in message.rows:
            assert row
            for button in row:
                assert button.label.strip()
                data = button.action.pack()
                assert len(data.encode()) <= 64
                assert unpack(data) == button.action
    assert all(not message.rows for message in messages[:-1])


def test_any_card_of_any_texts_is_valid(any_card):
    @given(any_card, LANGUAGES, st.sampled_from(list(View)))
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def law(card, language, view):
        check(telegram.render(card, language, view))

    law()


@given(st.text(max_size=300), st.integers(0, 20))
@settings(max_examples=30, deadline=None)
def test_nothing_of_a_long_text_is_lost(text: str, times: int):
    sheet = Sheet()
    sheet.add(Kind.TEXT, (text + " ") * times + "Hết.")
    sheet.add(Kind.TEXT, "<&>" * 900)
    messages = telegram.write(sheet)
    check(messages)
    got = "".join(message.plain for message in messages)
    want = telegram._UNWANTED.sub("", "".join(p.text for p in sheet.paragraphs))
    assert re.sub(r"\s", "", got) == re.sub(r"\s", "", want)


def test_a_sentence_of_a_hundred_thousand_characters():
    for text in ("x" * 100_000, "từ " * 33_000, "🙂" * 100_000, "&" * 100_000):
        line = Line(Bilingual(text, None, "vi"), 1)
        card = SummaryCard("text", Bilingual("T", "T"), (line,), "extract", language_found="vi")
        messages = telegram.render(card, "vi")
        check(messages)
        assert sum(message.plain.count(text[0]) for message in messages) >= text.count(text[0])


def test_long_cards_are_cut_between_sentences():
    sentence = "Câu này nói về TP. Bến Sông và có đúng mười hai tiếng."
    sheet = Sheet()
    sheet.add(Kind.TEXT, " ".join([sentence] * 300))
    messages = telegram.write(sheet)
    check(messages)
    assert len(messages) > 3
    assert all(message.plain.startswith("Câu này") for message in messages)
    assert all(message.plain.endswith("tiếng.") for message in messages)


def test_a_heading_stays_with_what_it_heads():
    sheet = Sheet()
    sheet.add(Kind.TEXT, "x" * 4060)
    sheet.add(Kind.HEADING, "Nguồn")
    sheet.add(Kind.ITEM, "y" * 500)
    first, second = telegram.write(sheet)
    assert first.plain == "x" * 4060
    assert second.html.startswith("<b>Nguồn</b>\n• y")


def test_marks_stay_with_their_letters_when_a_word_is_cut():
    sheet = Sheet()
    sheet.add(Kind.TEXT, "👩\u200d👧" * 2000 + "e\u0301" * 3000)
    messages = telegram.write(sheet)
    check(messages)
    for message in messages:
        assert not message.plain.startswith(("\u200d", "\u0301"))
        assert not message.plain.endswith("\u200d")


# --- notices -------------------------------------------------------------------------------


def test_values_of_a_notice_are_shown_as_they_are():
    message = telegram.notice(
        "*{name}* wrote {text} with `/x`", "en", name="a*b*<i>", text="`c` & d"
    )
    assert message.html == "<b>a*b*&lt;i&gt;</b> wrote `c` &amp; d with <code>/x</code>"
    assert message.plain == "a*b*<i> wrote `c` & d with /x"


def test_a_notice_for_readers_of_both_has_both():
    message = telegram.notice("You have no digests.", "both")
    assert message.plain.splitlines() == [
        "Bạn chưa đăng ký bản tin nào.", "", "You have no digests.",
    ]  # fmt: skip


def test_any_value_in_a_notice(any_text):
    @given(any_text, LANGUAGES)
    @settings(max_examples=60, deadline=None)
    def law(value, language):
        check([telegram.notice("I know nobody called “{name}”, and nobody with a name like it.",
                               language, name=value[:1000])])  # fmt: skip

    law()


# --- what cards say ------------------------------------------------------------------------

TRANSLATED = Line(Bilingual("Nguyên văn.", "A translation.", "vi"), 7)


def rendered(line: Line, language: str) -> list[Message]:
    title = Bilingual("Tên", "Name", machine=False)
    return telegram.render(SummaryCard("article", title, (line,), "extract", (), 7), language)


def test_machine_translation_is_labelled_once_and_the_original_is_one_tap_away():
    [message] = rendered(TRANSLATED, "en")
    assert message.plain.count("Machine translation") == 1
    labels = {b.label: b.action for row in message.rows for b in row}
    assert labels["Tiếng Việt (original)"] == Summarize("article", 7, "vi")


def test_the_original_itself_is_not_labelled():
    [message] = rendered(TRANSLATED, "vi")
    assert "dịch máy" not in message.plain
    official = Line(Bilingual("Bộ", "Ministry", "vi", machine=False), 7)
    assert "Machine" not in rendered(official, "en")[0].plain


def test_uncertain_translations_are_marked():
    [message] = rendered(Line(Bilingual("Có 12 tỉnh.", "Provinces.", uncertain=True), 7), "en")
    assert "Provinces. ⚠\ufe0e [7]" in message.plain
    assert "Machine-uncertain" in message.plain


WRONG = Bilingual("Họp ngày 13/5.", "It met on 12 May.", uncertain=True, misstated=True)


@pytest.mark.parametrize("make", [telegram.render, plain_text.render, markdown.render])
def test_the_original_stands_with_a_translation_of_wrong_figures(make):
    card = SummaryCard("article", Bilingual("Bài", "Article"), (Line(WRONG, 7),), "extract")

    def shown(language):
        made = make(card, language)
        return made if isinstance(made, str) else made[0].plain

    assert "It met on 12 May. ⚠\ufe0e" in shown("en")
    assert "⚠\ufe0e “Họp ngày 13/5.”" in shown("en")
    assert shown("both").count("Họp ngày 13/5.") == 1, "it stands there anyway"
    assert "12 May" not in shown("vi")
    assert shown("vi").count("Họp ngày 13/5.") == 1


def test_the_original_is_not_shown_where_it_says_no_more():
    for text_ in (
        Bilingual("Họp ở Huế.", "It met in Hoi An.", uncertain=True),  # a name, which is marked
        Bilingual("Họp ngày 13/5.", None, misstated=True),
        Bilingual("Bộ", "Ministry", machine=False, misstated=True),
    ):
        [message] = rendered(Line(text_, 7), "en")
        assert "“" not in message.plain
    english = Bilingual("Họp ngày 12/5.", "It met on 13 May.", "en", misstated=True)
    [message] = rendered(Line(english, 7), "vi")
    assert "“It met on 13 May.”" in message.plain
    assert "“" not in rendered(Line(english, 7), "en")[0].plain


def test_what_has_no_translation_stands_in_its_language_and_is_said():
    [message] = rendered(Line(Bilingual("Chưa dịch.", None), 7), "en")
    assert "Chưa dịch. [7]" in message.plain
    assert "not translated yet" in message.plain


def test_both_languages_the_english_below():
    [message] = rendered(TRANSLATED, "both")
    assert "• Nguyên văn. [7]\n<i>A translation.</i>" in message.html
    labels = [b.label for row in message.rows for b in row]
    assert labels[-2:] == ["Tiếng Việt", "English"]


@pytest.mark.parametrize(
    ("vi", "en", "said_vi", "said_en"),
    [
        ("Nước là của chung.", "Water is common.", "“Nước là của chung.”", "“Water is common.”"),
        ("Bà nói: “Nước là của chung.", "She said water is common.",
         "Bà nói: “Nước là của chung.”", "She said water is common."),
        ("của chung”, bà nói.", "common, she said.", "“của chung”, bà nói.", "common, she said."),
    ],
)  # fmt: skip
def test_quotations_have_marks_and_parts_of_sentences_get_no_false_ones(vi, en, said_vi, said_en):
    line = Line(Bilingual(vi, en), 7, quoted=True)
    assert f"• {said_vi} [7]" in rendered(line, "vi")[0].plain
    assert f"• {said_en} [7]" in rendered(line, "en")[0].plain


def test_a_starter_article_shows_its_source_as_it_is_named():
    source = SourceRef(
        3, Bilingual("Bài", None), "Starter set, after a paper, 3 March 2031", starter=True,
        date_of=DateOf.NOTHING,
    )  # fmt: skip
    card = SummaryCard("article", source.title, (), "extract", (source,), 3)
    text = telegram.render(card, "en")[0].plain
    assert "Bài — Starter set, after a paper, 3 March 2031\n" in text
    assert "date unknown" not in text


def test_summaries_of_a_readers_own_text_can_be_asked_for_again_in_the_other_language():
    card = SummaryCard("text", Bilingual("T", "T"), (TRANSLATED,), "extract", language_found="vi")
    [message] = telegram.render(card, "en")
    assert [b.action for row in message.rows for b in row] == [Reply("summary", "vi")]
    assert "[7]" not in message.plain


def test_an_abstract_names_the_model():
    card = SummaryCard("text", Bilingual("T", "T"), (TRANSLATED,), "abstract:tiny-t5")
    assert "abstract by tiny-t5" in telegram.render(card, "en")[0].plain


def test_a_translation_shows_the_other_language_only():
    card = TranslationCard(Bilingual("Xin chào.\nTạm biệt.", "Hello.\nGoodbye.", "vi"), "compact-1")
    [message] = telegram.render(card, "vi")
    assert message.plain.startswith("Hello.\nGoodbye.")
    assert "Xin chào" not in message.plain
    assert "compact-1" in message.plain


def test_choices_open_or_summarise():
    hit = Hit("conference", 5, Bilingual("Hội nghị", "Conference"))
    card = Choice("conference", "hoi nghi", (hit,))
    [message] = telegram.render(card, "en")
    assert message.rows[0][0].action.pack() == "o:conference:5"
    [message] = telegram.render(card, "en", View.SUMMARY)
    assert message.rows[0][0].action == Summarize("conference", 5, "en")


@pytest.mark.parametrize(
    ("language", "intro", "advice"),
    [
        ("en", "The latest of 43 conferences", "add a word of the name or a year: “<b> 2031”"),
        ("vi", "Mới nhất trong 43 hội nghị", "thêm một từ trong tên hoặc năm: “<b> 2031”"),
    ],
)
def test_of_very_many_the_latest_stand_there_and_how_to_have_fewer(language, intro, advice):
    hits = [
        Hit("conference", n, Bilingual(f"Hội nghị {n}", f"Conference {n}"), None, date)
        for n, date in ((5, UNKNOWN_DATE), (6, PartialDate(2031, 5)))
    ]
    card = Choice("conference", "<b>", tuple(hits), more=41, latest=True)
    [message] = telegram.render(card, language)
    assert intro in message.plain
    assert advice in message.plain
    assert "more: send" not in message.plain
    assert len(message.plain) < 300
    assert [row[0].action.pack() for row in message.rows] == [
        "o:conference:5", "o:conference:6", f"l:conferences::{language}",
    ]  # fmt: skip
    undated = Choice("conference", "x", (hits[0],), more=41, latest=True)
    assert "a year" not in telegram.render(undated, "en")[0].plain
    asked = Choice("conference", "hội nghị 2031", tuple(hits), more=41, latest=True)
    assert "a year" not in telegram.render(asked, "en")[0].plain


def test_a_conference_without_a_date_says_so():
    from bot.briefings.cards import ConferenceList

    ref = ConferenceRef(1, Bilingual("Hội nghị", None), UNKNOWN_DATE, UNKNOWN_DATE, None, "planned")
    text = telegram.render(ConferenceList((ref,)), "vi")[0].plain
    assert "không rõ ngày · dự kiến" in text


def test_a_visit_is_called_one_and_a_meeting_is_not():
    from bot.briefings.cards import ConferenceList

    visit, meeting = (
        ConferenceRef(
            number, Bilingual(f"Sen {number}", f"Lotus {number}"), UNKNOWN_DATE, UNKNOWN_DATE,
            None, "planned", kind=kind,
        )
        for number, kind in ((1, "visit"), (2, "meeting"))
    )  # fmt: skip
    text = telegram.render(ConferenceList((visit, meeting)), "vi")[0].plain
    assert text.count("Chuyến thăm · không rõ ngày") == 1
    assert text.index("Sen 1") < text.index("Chuyến thăm") < text.index("Sen 2")
    assert "Visit · " in telegram.render(ConferenceList((visit,)), "en")[0].plain


@pytest.mark.parametrize(
    ("kinds", "given", "title"),
    [
        (("meeting",), {}, "Conferences"),
        (("visit", "meeting"), {}, "Conferences and visits"),
        (("visit", "meeting"), {"upcoming": True}, "Upcoming conferences and visits"),
        (("visit",), {"visits": True}, "Visits"),
        ((), {"visits": True, "country": "nhat ban"}, "Visits: Japan"),
        ((), {"visits": True, "country": "lao", "upcoming": True}, "Upcoming visits: Laos"),
    ],
)
def test_a_list_says_whether_visits_are_in_it(kinds, given, title):
    from bot.briefings.cards import ConferenceList

    refs = tuple(
        ConferenceRef(
            number,
            Bilingual("Sen", "Lotus"),
            UNKNOWN_DATE,
            UNKNOWN_DATE,
            None,
            "planned",
            kind=kind,
        )
        for number, kind in enumerate(kinds)
    )
    [message] = telegram.render(ConferenceList(refs, **given), "en")
    assert message.plain.splitlines()[0] == title
    buttons = [button.label for row in message.rows for button in row]
    assert ("Visits only" in buttons) == ("visit" in kinds and "visits" not in given)


def test_a_derived_title_is_marked_wherever_it_stands():
    from bot.briefings.cards import ArticleList

    made, own = (
        SourceRef(n, Bilingual("Gió trên đê", "Wind on the dyke"), "Báo Thử", title_derived=n == 1)
        for n in (1, 2)
    )
    [message] = telegram.render(ArticleList((made, own), total=2), "en")
    assert message.plain.count("(title derived)") == 1
    assert "[1] Wind on the dyke (title derived) — Báo Thử" in message.plain
    [message] = telegram.render(ArticleList((made,), total=1), "vi")
    assert "(tiêu đề do bot đặt)" in message.plain


def test_conferences_of_one_name_are_told_apart_by_their_buttons():
    name = Bilingual("Hội nghị Thí dụ", "Trial Conference")
    hits = [
        Hit("conference", 5, name, None, PartialDate(2031, 5, 1)),
        Hit("conference", 6, name, Bilingual("Bến Sông", "Ben Song")),
        Hit("conference", 7, Bilingual("Khác", "Other"), None, PartialDate(2031, 6)),
        Hit("conference", 8, name),
    ]
    [message] = telegram.render(Choice("conference", "trial", tuple(hits)), "en")
    assert [row[0].label for row in message.rows] == [
        "Trial Conference, 1 May 2031", "Trial Conference, Ben Song", "Other", "Trial Conference",
        "Articles with “trial”",
    ]  # fmt: skip
    [summaries] = telegram.render(Choice("conference", "trial", tuple(hits)), "en", View.SUMMARY)
    assert "Articles" not in summaries.rows[-1][0].label
