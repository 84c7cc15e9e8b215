"""Names that bodies bear, and who leads them. All names of people are invented."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Kind, extract


def people(sentence: str, language: str = "vi") -> dict[str, str]:
    title = "Tin trong ngày" if language == "vi" else "News of the day"
    facts = extract(Document.of(title, [sentence], language=language))
    return {its.name: its.role for its in facts.speakers if its.kind is Kind.PERSON}


@pytest.mark.parametrize(
    "body",
    [
        "Liên đoàn Judo",
        "Liên đoàn Judo Việt Nam",
        "Lực lượng tinh nhuệ Al Quds",
        "Lực lượng đặc nhiệm Delta Force",
        "Phong trào Hồi giáo Hezbollah",
        "Nhóm vũ trang Al Shabaab",
        "Nhóm Al Shabaab",
        "Quỹ từ thiện Bill Karsten",
        "Quỹ Lê Minh Khôi",
        "Câu lạc bộ Hà Thành",
    ],
)
@pytest.mark.parametrize("opening", ["", "Hôm qua, "])
def test_a_name_behind_a_body_is_nobodys(opening: str, body: str) -> None:
    assert people(f"{opening}{body} cho biết giải đấu đã mở màn.") == {}


@pytest.mark.parametrize(
    "body", ["Liên đoàn Judo", "Liên đoàn Judo Việt Nam", "Lực lượng tinh nhuệ Al Quds"]
)
def test_who_leads_a_body_does_not_bear_its_name(body: str) -> None:
    assert people(f"Chủ tịch {body} cho biết giải đấu đã mở màn.") == {}


def test_a_group_called_after_its_members_has_people() -> None:
    assert people("Giải nhất thuộc về nhóm Trần Lê Mỹ Duyên với sản phẩm từ vảy cá.") == {
        "Trần Lê Mỹ Duyên": ""
    }


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Chủ tịch Quỹ Hoa Sen Trần Thị Lan cho biết.", "Trần Thị Lan", "Chủ tịch Quỹ Hoa Sen"),
        ("Chủ tịch Liên đoàn Trần Văn Lâm cho biết.", "Trần Văn Lâm", "Chủ tịch Liên đoàn"),
        ("Giám đốc Ngân hàng Karl Brenner cho biết.", "Karl Brenner", "Giám đốc Ngân hàng"),
        ("Tư lệnh lực lượng tinh nhuệ Quds Esmail Ranjbar nói.", "Esmail Ranjbar", ""),
        ("Ông Karl Brenner rời Quỹ từ thiện Delmar.", "Karl Brenner", ""),
    ],
)
def test_who_leads_a_body_is_somebody(sentence: str, name: str, role: str) -> None:
    assert people(sentence) == {name: role}


@pytest.mark.parametrize(
    "body", ["The elite force Al Quds", "The group Hayat Morin", "Movement Delmar", "The Judo Fund"]
)
def test_in_english_too(body: str) -> None:
    assert people(f"{body} said it would talk.", "en") == {}


def test_a_group_in_english_does_not_hide_who_joins_it() -> None:
    assert people("Chairman Karl Brenner said the group grew.", "en") == {
        "Karl Brenner": "Chairman"
    }
