import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.localchat.entities import MarkupError, clean, detect, parse_html, segments, width

texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("đĐ𝒜🇻🇳&<>\"'/@ \n"),
    max_size=60,
)


@given(texts)
@settings(max_examples=150)
def test_an_escaped_text_comes_back_stripped(text):
    assert parse_html(html.escape(text)) == (text.strip(), [])


@given(texts, texts, texts)
@settings(max_examples=150)
def test_entities_cover_what_was_marked_in_utf16_units(before, inside, after):
    source = f"x{html.escape(before)}<b>{html.escape(inside)}</b>{html.escape(after)}x"
    text, entities = parse_html(source)
    assert text == f"x{before}{inside}{after}x"
    assert entities == (
        [{"type": "bold", "offset": width(before) + 1, "length": width(inside)}] if inside else []
    )
    units = text.encode("utf-16-le")
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        assert units[2 * start : 2 * end].decode("utf-16-le") == inside


@given(texts)
@settings(max_examples=100)
def test_segments_leave_nothing_out(text):
    assert "".join(part.text for part in segments(text, detect(text))) == text


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<a href='https://x.vn/?a=1&amp;b'>x</a>", "x", [("text_link", 0, 1)]),
        ('<a href="no such">x</a>', "x", []),
        ("<a>https://x.vn</a>", "https://x.vn", [("text_link", 0, 12)]),
        ('<pre><code class="language-py">1</code></pre>', "1", [("pre", 0, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<B >a</B>", "a", [("bold", 0, 1)]),
        ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
        ("<b></b>a", "a", []),
        ("&lt;b&gt; &#273;&#x110; &nbsp; & &amp", "<b> đĐ &nbsp; & &", []),
    ],
)
def test_markup(source, text, entities):
    found_text, found = parse_html(source)
    assert found_text == text
    assert [(e["type"], e["offset"], e["length"]) for e in found] == entities


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b x='1>a</b>", "Unclosed start tag at byte offset 0"),
        ("<a =1>a</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<script>", 'Unsupported start tag "script" at byte offset 0'),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ],
)
def test_wrong_markup(source, said):
    with pytest.raises(MarkupError) as caught:
        parse_html(source)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("text", "kind", "marked"),
    [
        ("/start", "bot_command", ["/start"]),
        ("xem /hoinghi@local_briefing_bot nhé", "bot_command", ["/hoinghi@local_briefing_bot"]),
        ("14/12 và/hoặc 1/start", "bot_command", []),
        ("/tasks.", "bot_command", ["/tasks"]),
        ("/hội nghị", "bot_command", []),
        ("𝒜 https://vn.example/tin?a=b.", "url", ["https://vn.example/tin?a=b"]),
        ("hỏi @minh_anh, a@minh.vn", "mention", ["@minh_anh"]),
    ],
)
def test_what_telegram_marks_by_itself(text, kind, marked):
    units = text.encode("utf-16-le")
    found = [
        units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le")
        for e in detect(text)
        if e["type"] == kind
    ]
    assert found == marked


def test_what_a_client_would_not_send_is_cleaned():
    assert clean("a\x00b\r\nc\ud83dd\te") == "a b\nc\ufffdd\te"
    assert clean("🇻🇳") == "🇻🇳"
