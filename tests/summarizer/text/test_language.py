"""Telling languages apart."""

import pytest

from summarizer.text.folding import fold
from summarizer.text.language import detect_language

VIETNAMESE = [
    "Hội nghị đối ngoại toàn quốc khai mạc sáng nay tại Hà Nội.",
    "bui thanh son",
    "hoi nghi doi ngoai",
    "tin gi moi hom nay",
    "Thủ tướng dự ASEAN Summit and Related Meetings",
    "NHIỆM VỤ TRỌNG TÂM",
    "Nhiệm vụ",
    "cảm ơn",
]
ENGLISH = [
    "The foreign minister opened the conference in Hanoi this morning.",
    "General Secretary Trần Văn Khánh met Prime Minister Lê Thị Hoa in Hà Nội.",
    "national foreign affairs conference",
    "THE MINISTER SPOKE TO DELEGATES",
    "can you do it",
    "ASEAN",
]
OTHERS = [
    "Le ministre des Affaires étrangères est arrivé à Hanoï pour une visite de trois jours.",
    "El ministro de Exteriores llegó a la capital para una visita de tres días.",
    "Der Außenminister ist zu einem Besuch in die Hauptstadt gekommen.",
    "Menteri luar negeri akan datang dengan delegasi yang besar untuk rapat itu.",
    "外交部长抵达河内",
    "Министр иностранных дел прибыл в Ханой",
    "外務大臣がハノイに到着しました",
    "",
    "123 456, 14/12!",
    "😀 …",
]


@pytest.mark.parametrize("text", VIETNAMESE)
def test_vietnamese(text):
    assert detect_language(text) == "vi"
    assert detect_language(text.upper()) == "vi"


@pytest.mark.parametrize("text", [VIETNAMESE[0], "Các đại biểu cho rằng cần tiếp tục hợp tác"])
def test_vietnamese_without_marks(text):
    assert detect_language(fold(text)) == "vi"


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text):
    assert detect_language(text) == "en"


@pytest.mark.parametrize("text", OTHERS)
def test_other(text):
    assert detect_language(text) == "other"


def test_the_greater_part_decides():
    vietnamese, english = VIETNAMESE[0], ENGLISH[0]
    assert detect_language(f"{vietnamese} {vietnamese} {english}") == "vi"
    assert detect_language(f"{english} {english} {english} {english} Xin chào.") == "en"


def test_a_long_text_is_sampled():
    assert detect_language(f"{VIETNAMESE[0]} " * 20_000) == "vi"
