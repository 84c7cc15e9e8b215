"""What a voice says of bilingual texts."""

import pytest

from bot.render.voice import quote


@pytest.mark.parametrize(
    ("translation", "shown"),
    [
        ('"He is important.', '"He is important."'),
        ('He is important".', '"He is important".'),
        ('"He is important," he said.', '"He is important," he said.'),
        ('They called it "free.', 'They called it "free.'),
        ("He is important.", "He is important."),
    ],
)
def test_a_translated_part_of_a_quotation_has_both_its_marks(translation, shown):
    assert quote(translation, like="“Ông ấy rất quan trọng.") == shown
