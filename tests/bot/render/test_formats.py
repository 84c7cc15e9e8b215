"""Text, Markdown and JSON of any card."""

import json as stdlib_json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.briefings.cards import Bilingual, Line, SourceRef, SummaryCard, TaskRef
from bot.render import json, markdown, text
from bot.render.sheet import Kind, Sheet, Span, bold
from summarizer.text.dates import Basis, PartialDate

LANGUAGES = st.sampled_from(["vi", "en", "both"])


def test_any_card_as_text_markdown_and_json(any_card):
    @given(any_card, LANGUAGES)
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def law(card, language):
        assert text.render(card, language).strip()
        assert markdown.render(card, language).strip()
        data = stdlib_json.loads(json.render(card, language))
        assert data["card"] == type(card).__name__

    law()


def test_markdown_shows_what_the_text_says_and_no_markup_of_it():
    sheet = Sheet()
    sheet.add(Kind.TITLE, "A *star* & <b>tag</b>")
    sheet.add(Kind.ITEM, bold("1."), " [x](y) _z_ `q`")
    sheet.add(Kind.UNDER, "- no list")
    sheet.add(Kind.TEXT, "1. no list")
    sheet.add(Kind.TEXT, Span("A link", link="https://x.example/a(b)"), " after")
    html = MarkdownIt().render(markdown.write(sheet))
    assert "<h1>A *star* &amp; &lt;b&gt;tag&lt;/b&gt;</h1>" in html
    assert "<strong>1.</strong> [x](y) _z_ `q`" in html
    assert html.count("<li>") == 1
    assert '<a href="https://x.example/a(b)">A link</a> after' in html


def test_text_is_wrapped_and_indented_under_its_item():
    sheet = Sheet()
    sheet.add(Kind.TITLE, "Tên")
    sheet.add(Kind.ITEM, "một hai ba bốn " * 12)
    lines = text.write(sheet).splitlines()
    assert lines[0] == "TÊN"
    assert lines[2].startswith("• một")
    assert lines[3].startswith("  ")
    assert all(len(line) <= text.WIDTH for line in lines)


def test_json_has_dates_and_both_languages():
    task = TaskRef(4, Bilingual("việc", "task", uncertain=True), "party", 2,
                   due=PartialDate(2031, 5, None, Basis.INFERRED))  # fmt: skip
    from bot.briefings.cards import TaskCard

    card = TaskCard(task, (), SourceRef(2, Bilingual("Bài", None), None))
    data = stdlib_json.loads(json.render(card))
    assert data["task"]["text"] == {
        "vi": "việc", "en": "task", "original": "vi", "machine": True, "uncertain": True,
        "misstated": False,
    }  # fmt: skip
    assert data["task"]["due"] == {"date": "2031-05", "precision": "month", "basis": "inferred"}
    assert stdlib_json.loads(json.render(card, "en"))["task"]["text"] == "task"


def test_lines_of_a_given_text_have_no_number():
    card = SummaryCard("text", Bilingual("T", "T"), (Line(Bilingual("Câu.", None), 0),), "extract")
    assert "• Câu.\n" in text.render(card, "vi") + "\n"
