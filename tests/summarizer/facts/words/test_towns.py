"""Which town "TP" is."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import extract
from summarizer.facts.words.lexicon import lexicon
from summarizer.facts.words.tokens import line_of
from summarizer.facts.words.towns import with_town

ASKED = "Thủ tướng yêu cầu {} khẩn trương hoàn thành dự án."


@pytest.mark.parametrize(
    ("before", "asked", "assignee"),
    [
        ("Thủ tướng làm việc với TP Huế.", "TP", "TP Huế"),
        ("Thủ tướng làm việc với thành phố Huế.", "TP", "thành phố Huế"),
        ("Lãnh đạo TP.HCM dự họp.", "TP.", "TP.HCM"),
        ("Lãnh đạo TP.HCM dự họp.", "UBND TP", "UBND TP.HCM"),
        ("Thủ tướng làm việc với TP Huế.", "các sở, ngành TP", "các sở, ngành TP Huế"),
        ("Thủ tướng làm việc với TP Huế.", "các tỉnh, TP", "các tỉnh, TP"),
        ("Thủ tướng làm việc với TP Huế.", "TP Đà Nẵng", "TP Đà Nẵng"),
        ("Thủ tướng so sánh TP Huế với TP.HCM.", "TP", ""),
        ("Thủ tướng so sánh TP Huế với TP.HCM.", "UBND TP", "UBND TP"),
        ("Thủ tướng phát biểu.", "TP", ""),
        ("Thủ tướng đến Huế.", "TP", ""),
    ],
)
def test_whom_a_task_is_asked_of(before: str, asked: str, assignee: str) -> None:
    document = Document.of("Tin", [f"{before} {ASKED.format(asked)}"])
    [task] = extract(document).tasks
    assert (task.assignee, task.text) == (assignee, "khẩn trương hoàn thành dự án")


@pytest.mark.parametrize(
    ("texts", "number", "assignee"),
    [
        (["TP cần xây cầu.", "Huế là TP Huế."], 0, "TP Huế"),
        (["TP Huế họp.", "TP cần xây cầu.", "TP Đà Nẵng cũng vậy."], 1, "TP Huế"),
        (["TP.HCM họp với TP Hồ Chí Minh.", "TP cần xây cầu."], 1, "TP.HCM"),
        (["TP"], 0, ""),
        ([], 0, ""),
    ],
)
def test_the_town_of_an_article(texts: list[str], number: int, assignee: str) -> None:
    lines = [line_of(text) for text in texts]
    assert with_town("TP", number, lines, lexicon("vi")) == assignee


@pytest.mark.parametrize("assignee", ["", "Bộ Y tế", "TP Huế", "quận, huyện, TP", "WTP", "TPP"])
def test_others_are_left(assignee: str) -> None:
    assert with_town(assignee, 0, [line_of("TP Huế họp.")], lexicon("vi")) == assignee
