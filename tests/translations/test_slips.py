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
        ("Ông Marco Ruiz - Vela lên tàu HQ -016.", "Mr Marco Ruiz-Vela boarded HQ-016.", EN_VI,
         "Ông Marco Ruiz-Vela lên tàu HQ-016."),
        ("Lee Hee- sang spoke of non- tariff barriers.", "Ông Lee Hee-sang nói về rào cản.", VI_EN,
         "Lee Hee-sang spoke of non-tariff barriers."),
        ("Security in Asia - Pacific waters.", "An ninh ở châu Á - Thái Bình Dương.", VI_EN,
         "Security in Asia-Pacific waters."),
        ("Ambassador Extraordinary and Plenipotentiary Viet Nam in Rome.",
         "Đại sứ đặc mệnh toàn quyền Việt Nam tại Rome.", VI_EN,
         "Ambassador Extraordinary and Plenipotentiary of Viet Nam in Rome."),
        ("Họ họp lúc 17 giờ 30 chiều ngày 8/8.", "They met at 5:30 p.m. on August 8.", EN_VI,
         "Họ họp lúc 17h30 ngày 8/8."),
        ("Hiệp định đi vào hiệu lực.", "The pact enters into force.", EN_VI,
         "Hiệp định có hiệu lực."),
        ("Trang trại 1,5 ngoài khơi.", "A 1.5 GW farm offshore.", EN_VI,
         "Trang trại 1,5 GW ngoài khơi."),
        ("Có 22 phiếu bỏ phiếu trắng.", "There were 22 abstentions.", EN_VI,
         "Có 22 phiếu trắng."),
        ("The Deputy Attorney General spoke.", "Đại biện lâm thời phát biểu.", VI_EN,
         "The Chargé d'Affaires ad interim spoke."),
        ("He visited a working visit in Lumaria and submitted his credentials.",
         "Ông thăm làm việc tại Lumaria và trình Quốc thư.", VI_EN,
         "He paid a working visit to Lumaria and presented his credentials."),
        ("They asked to restraint and will vetoed it.", "Họ đề nghị kiềm chế.", VI_EN,
         "They asked to exercise restraint and will veto it."),
        ("Firms in and abroad made a remarks on this waters.", "Doanh nghiệp.", VI_EN,
         "Firms at home and abroad made remarks on these waters."),
        ("It was an in irresponsible act.", "Đó là việc thiếu trách nhiệm.", VI_EN,
         "It was an irresponsible act."),
        ("Đầu tư bán bán dẫn.", "Invest in semiconductors.", EN_VI, "Đầu tư chất bán dẫn."),
        ("Ten countries voted white.", "Mười nước bỏ phiếu trắng.", VI_EN,
         "Ten countries abstained."),
        ("Lumaria abstain, with 22 white votes in all.",
         "Lumaria bỏ phiếu trắng, tất cả có 22 phiếu trắng.", VI_EN,
         "Lumaria abstained, with 22 abstentions in all."),
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
        (
            "Quan hệ Việt Nam - EU và Ấn Độ - Pakistan.",
            "Viet Nam-EU and India-Pakistan ties.",
            EN_VI,
        ),
        ("Họp lúc 20h tối nay.", "They meet at 8 p.m. tonight.", EN_VI),
        ("Short- and long-term aims, pre- or post-war.", "Mục tiêu.", VI_EN),
        ("They will abstain and may not abstain.", "Họ sẽ bỏ phiếu trắng.", VI_EN),
        ("The Attorney General spoke.", "Tổng chưởng lý phát biểu.", VI_EN),
        ("Họ bán bán dẫn.", "They sell semiconductors.", EN_VI),
        ("One in white, votes apart: white votes.", "Người mặc áo trắng.", VI_EN),
    ],
)
def test_what_is_right_is_left(text, source, direction):
    assert mend_slips(text, source, direction) == text
