"""Names of visits in the other language, by rule."""

from __future__ import annotations

import pytest

from bot.pipeline import preprocess
from bot.pipeline.rules import Rules
from seeds.article import Article
from summarizer.facts import EventKind


@pytest.fixture(scope="module")
def rules():
    return Rules()


def renderings(text: str, rules: Rules) -> list[tuple[str, str, bool]]:
    prepared = preprocess(Article("test:v", text, title="Tin", paragraphs_known=True), rules)
    found = prepared.renderings
    assert not {c.name for c in prepared.facts.conferences} & set(prepared.pending) & set(found)
    return [
        (its.name, found[its.name].text if its.name in found else "", its.name in prepared.pending)
        for its in prepared.facts.conferences
        if its.kind is EventKind.VISIT
    ]


def test_the_english_name_is_put_together_by_rule(rules):
    text = (
        "Thủ tướng Lê Văn Mẫn thăm chính thức Nhật Bản từ ngày 20 đến 22/5/2024, "
        "theo lời mời của người đồng cấp."
    )
    assert renderings(text, rules) == [
        (
            "Chuyến thăm chính thức Nhật Bản của Thủ tướng Lê Văn Mẫn",
            "Official visit to Japan by Prime Minister Le Van Man",
            False,
        )
    ]


def test_the_vietnamese_name_too(rules):
    text = (
        "Prime Minister Le Van Man will pay an official visit to Japan from May 20 to 22, 2024. "
        "He will meet Vietnamese people who live there, and talk to companies."
    )
    assert renderings(text, rules) == [
        (
            "Official visit to Japan by Prime Minister Le Van Man",
            "Chuyến thăm chính thức Nhật Bản của Thủ tướng Le Van Man",
            False,
        )
    ]


def test_an_office_that_no_rule_renders_is_left_out(rules):
    text = (
        "Trưởng ban Chỉ đạo Trà sen xanh Lê Văn Mẫn thăm chính thức Nhật Bản "
        "từ ngày 20 đến 22/5/2024, theo lời mời của nước bạn."
    )
    assert [its[1:] for its in renderings(text, rules)] == [
        ("Official visit to Japan by Le Van Man", False)
    ]


@pytest.mark.parametrize(
    ("host", "english"),
    [
        ("Thủ tướng Kenji Tanabe", "Prime Minister Kenji Tanabe"),
        ("Trưởng ban Chỉ đạo Trà sen xanh Trần Hữu Lộc", "Tran Huu Loc"),
    ],
)
def test_who_invites_is_rendered_by_rule(rules, host, english):
    text = (
        f"Theo lời mời của {host}, Thủ tướng Lê Văn Mẫn thăm chính thức Nhật Bản "
        "từ ngày 20 đến 22/5/2024."
    )
    prepared = preprocess(Article("test:v", text, title="Tin", paragraphs_known=True), rules)
    [visit] = prepared.facts.conferences
    assert visit.host.endswith(host.split()[-1])
    assert prepared.renderings[visit.host].text == english
    assert visit.host not in prepared.pending


def test_a_country_is_called_as_news_call_it(rules):
    text = (
        "Prime Minister Le Van Man will pay an official visit to Australia from May 20 to 22, 2024. "
        "He will meet Vietnamese people who live there, and talk to companies."
    )
    prepared = preprocess(Article("test:v", text, title="News", paragraphs_known=True), rules)
    [visit] = prepared.facts.conferences
    assert prepared.renderings[visit.place].text == "Australia"
    assert prepared.renderings[visit.name].text.startswith("Chuyến thăm chính thức Australia")


def test_a_country_with_an_article_in_english(rules):
    text = "Thủ tướng Lê Văn Mẫn thăm chính thức Mỹ từ ngày 20 đến 22/5/2024."
    assert [english for _, english, _ in renderings(text, rules)] == [
        "Official visit to the United States by Prime Minister Le Van Man"
    ]
