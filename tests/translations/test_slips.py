"""Slips of the pen."""

import pytest

from translations.engine import Direction
from translations.slips import mend_slips

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI


@pytest.mark.parametrize(
    ("text", "source", "direction", "mended"),
    [
        ("It rose by 20 15 percent.", "Tăng 15-20%.", VI_EN, "It rose by 15-20 percent."),
        ("Họ ký 15, 20 hiệp định.", "They signed 15-20 agreements.", EN_VI,
         "Họ ký 15-20 hiệp định."),
        ("It fell by 0.5 percent.", "Giảm 0,5 điểm phần trăm.", VI_EN,
         "It fell by 0.5 percentage points."),
        ("Giảm lên 3,25%, giảm 0,5%.", "It eased to 3.25%, down 0.5 percentage points.", EN_VI,
         "Giảm xuống 3,25%, giảm 0,5 điểm phần trăm."),
        ("Xuống - 5C.", "It fell to -5°C.", EN_VI, "Xuống -5°C."),
        ("The 22th, economys and a event.", "Lần thứ 22.", VI_EN, "The 22nd, economies and an event."),
        ("An unit, an euro, a hour.", "Một.", VI_EN, "A unit, a euro, an hour."),
        ("Giữa 2000 năm đã tăng.", "By the mid-2000s it rose.", EN_VI,
         "Giữa những năm 2000 đã tăng."),
        ("Cuối Q3 mở cửa lúc 8h30 chiều.", "It opens at 8:30 pm at the end of Q3.", EN_VI,
         "Cuối quý III mở cửa lúc 8h30 tối."),
        ("On the past afternoon they met.", "Chiều qua họ họp.", VI_EN,
         "yesterday afternoon they met."),
        ("Thụt ngân sách và thụt thương mại.", "Budget deficit and trade deficit.", EN_VI,
         "Thâm hụt ngân sách và thâm hụt thương mại."),
        ("Giảm hụt thương mại, thâm thụt lớn.", "It cut a trade deficit, a large one.", EN_VI,
         "Giảm thâm hụt thương mại, thâm hụt lớn."),
        ("Thâm hụt ngân sách, sự thụt lùi.", "A budget deficit, a step back.", EN_VI,
         "Thâm hụt ngân sách, sự thụt lùi."),
        ("Nó bị thụt.", "It sank in.", EN_VI, "Nó bị thụt."),
        ("Nearly 8,4 million of them.", "Gần 8.4 triệu.", VI_EN, "Nearly 8.4 million of them."),
        ("Đạt 12.5 tỷ USD.", "It reached $12.5 billion.", EN_VI, "Đạt 12,5 tỷ USD."),
        ("From May May 2 on.", "Từ 2/5.", VI_EN, "From May 2 on."),
        ("Giảm 0.5 phần trăm.", "Down 0.5 percentage points.", EN_VI,
         "Giảm 0,5 điểm phần trăm."),
        ("National Assembly Chairwoman Tran Van Khai spoke.",
         "Chủ tịch Quốc hội Trần Văn Khải phát biểu.", VI_EN,
         "National Assembly Chairman Tran Van Khai spoke."),
        ("National Assembly Chairwoman Le Thi Man spoke.",
         "Chủ tịch Quốc hội Lê Thị Mận phát biểu.", VI_EN,
         "National Assembly Chairwoman Le Thi Man spoke."),
        ("Deputy Luu Pyongyang spoke.", "Đại biểu Lưu Bình Nhưỡng phát biểu.", VI_EN,
         "Deputy Luu Binh Nhuong spoke."),
        ("He left for Pyongyang.", "Ông lên đường tới Bình Nhưỡng.", VI_EN,
         "He left for Pyongyang."),
        ("The slowest deadline is on June 30.", "Thời hạn chậm nhất là ngày 30/6.", VI_EN,
         "The latest deadline is on June 30."),
        ("The 9th China-Japan-Japan summit opened.",
         "Hội nghị thượng đỉnh Trung - Nhật - Hàn lần thứ 9 khai mạc.", VI_EN,
         "The 9th China-Japan-South Korea summit opened."),
        ("Ông O' Brien nói.", "Mr O'Brien spoke.", EN_VI, "Ông O'Brien nói."),
    ],
)  # fmt: skip
def test_slips_are_put_right(text, source, direction, mended):
    assert mend_slips(text, source, direction) == mended
    assert mend_slips(mended, source, direction) == mended


@pytest.mark.parametrize(
    ("text", "source", "direction"),
    [
        ("On days 12, 13 they met.", "Ngày 12-13/5 họ họp.", VI_EN),
        ("The guys paid a one-off sum for a useful unit.", "Họ trả tiền.", VI_EN),
        ("It fell 0.5% and 0.5 percentage points.", "Giảm 0,5% và 0,5 điểm phần trăm.", VI_EN),
        ("Trời 5 độ C.", "It is 5 degrees.", EN_VI),
        ("Chỉ thị 25-CT/TW.", "Directive 25-CT/TW.", EN_VI),
    ],
)
def test_what_is_right_is_left(text, source, direction):
    assert mend_slips(text, source, direction) == text
