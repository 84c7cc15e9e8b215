"""Official names that the source gives no reason for."""

import pytest

from translations.output.inventions import invented_names


@pytest.mark.parametrize(
    ("source", "target", "invented"),
    [
        ("Đại hội cũng yêu cầu điều đó.", "The National Assembly asked for it.",
         ["National Assembly"]),
        ("Đại biểu dự họp.", "National Assembly deputies met.", ["National Assembly"]),
        ("Bộ trưởng Quốc phòng đến.", "The Defence Minister came.", []),
        ("Ông dự Cấp cao Đông Á (EAS).", "He attended the East Asia Summit (EAS).", []),
        ("Theo trang tin của Chính phủ.", "According to the Government news website.", []),
        ("Quốc hội họp.", "The National Assembly met.", []),
    ],
)  # fmt: skip
def test_names_without_a_reason_are_found(glossary, source, target, invented):
    assert invented_names(source, target, glossary) == invented
