"""Markdown with front matter."""

import pytest

from seeds.markdown import read_markdown
from seeds.refusal import RefusalKind, Unreadable


def read(text):
    return read_markdown(text.encode(), "a.md")


def test_front_matter_and_body():
    found = read(
        "---\ntitle: 'Bộ trưởng: cần làm sớm'\nlead: Mở đầu.\ndate: 2021-12-14\n"
        "source: Nguồn thử\nurl: https://example.org\nlanguage: vi\nstarter: true\n---\n\n"
        "Đoạn một\nxuống dòng.\n\nĐoạn hai.\n"
    )
    assert found.title == "Bộ trưởng: cần làm sớm"
    assert (found.lead, found.published, found.source) == ("Mở đầu.", "2021-12-14", "Nguồn thử")
    assert (found.language, found.starter, found.paragraphs_known) == ("vi", True, True)
    assert found.text == "Đoạn một xuống dòng.\n\nĐoạn hai."


def test_markup_becomes_text():
    found = read(
        "# Tiêu đề\n\n## Mục\n\nMột **đậm** và [liên kết](https://x.vn) <b>thẻ</b>.\n\n"
        "- gạch\n- đầu dòng\n\n3. ba\n4. bốn\n\n    thụt lề\n\n> trích\n\n![Toàn cảnh](a.jpg)\n"
        "\n<script>alert(1)</script>\n"
    )
    assert found.title == "Tiêu đề"
    assert found.text.split("\n\n") == [
        "Mục",
        "Một đậm và liên kết thẻ.",
        "gạch",
        "đầu dòng",
        "3. ba",
        "4. bốn",
        "thụt lề",
        "trích",
    ]
    assert found.captions == ("Toàn cảnh",)


def test_without_front_matter():
    found = read("Chỉ có thân bài.")
    assert (found.title, found.text, found.starter) == (None, "Chỉ có thân bài.", False)


def test_a_rule_at_the_top_is_no_front_matter():
    assert read("---\nThân bài.").text == "Thân bài."


@pytest.mark.parametrize("date", ["2021-02-30", "ngày mai", "[1, 2]"])
def test_a_bad_date_costs_only_the_date(date):
    found = read(f"---\ndate: {date}\n---\nThân bài.")
    assert found.published is None
    assert found.notes


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("---\ntitle: Bộ trưởng: cần làm\n---\nx", RefusalKind.FORMAT, "line 2"),
        ("---\n- a\n- b\n---\nx", RefusalKind.FORMAT, "name: value"),
        ("---\ntitle: một\n---\n", RefusalKind.NO_TEXT, "no text"),
        ("---\n" + "[" * 3000 + "\n---\nx", RefusalKind.FORMAT, "YAML"),
        ("# Chỉ tiêu đề", RefusalKind.NO_TEXT, "no text"),
    ],
)
def test_what_is_refused(text, kind, words):
    with pytest.raises(Unreadable) as refused:
        read(text)
    assert refused.value.kind is kind
    assert words in refused.value.reason


def test_yaml_that_multiplies_itself_costs_nothing():
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    assert read(f"---\n{bomb}title: *a0\n---\nThân bài.").title is None
