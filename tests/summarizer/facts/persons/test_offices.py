"""Offices on their own: which are over."""

from __future__ import annotations

import pytest

from summarizer.facts.persons.offices import is_past


@pytest.mark.parametrize(
    "title", ["cựu Thủ tướng", "nguyên Bộ trưởng", "US ex-president", "cố Chủ tịch"]
)
def test_an_office_that_is_over(title: str) -> None:
    assert is_past(title)


@pytest.mark.parametrize(
    "title", ["cố vấn cấp cao", "Cố vấn Nhà Trắng", "Bộ trưởng", "", "hiệu trưởng"]
)
def test_an_office_that_is_held(title: str) -> None:
    assert not is_past(title)
