"""Three states in a row."""

import pytest

from translations.output.triads import mend_triads


@pytest.mark.parametrize(
    ("text", "source", "mended"),
    [
        ("The Korea-Japan-Japan meeting.", "Hội nghị Hàn - Nhật - Trung.",
         "The Korea-Japan-Japan meeting."),  # one of three is too little to go by
        ("The China - Japan - Japan - South Korea summit.", "Thượng đỉnh Trung - Nhật - Hàn.",
         "The China-Japan-South Korea summit."),
        ("The US-Japan-India talks.", "Đàm phán Mỹ - Nhật - Ấn.", "The US-Japan-India talks."),
        ("The US-Japan talks and the China-Japan-Laos talks.", "Họp Mỹ - Nhật - Hàn Quốc.",
         "The US-Japan talks and the China-Japan-Laos talks."),
        ("Ha Noi-Hai Phong-Ha Long", "Hà Nội - Hải Phòng - Hạ Long", "Ha Noi-Hai Phong-Ha Long"),
    ],
)  # fmt: skip
def test_triads_are_those_of_the_source(text, source, mended):
    assert mend_triads(text, source) == mended
