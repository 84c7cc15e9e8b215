"""Times of day by the clock."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translations.engine import Direction
from translations.words.clocks import Clock, find_clocks, mend_clocks, translate_clocks, write_clock

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI


def times(text, language):
    return [
        (text[m.start : m.end], m.clock.hour, m.clock.minute) for m in find_clocks(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Họp lúc 8 giờ 30 tối.", [("8 giờ 30 tối", 20, 30)]),
        ("Tàu đến lúc 15h.", [("15h", 15, 0)]),
        ("TÀU ĐẾN LÚC 15H", [("15H", 15, 0)]),
        ("Tàu chạy 0h41 rạng sáng.", [("0h41", 0, 41)]),
        ("12h trưa và 12h đêm.", [("12h trưa", 12, 0), ("12h đêm", 0, 0)]),
        ("2 giờ đêm và 11 giờ đêm.", [("2 giờ đêm", 2, 0), ("11 giờ đêm", 23, 0)]),
        ("8 rưỡi tối, 1 giờ trưa.", [("8 rưỡi tối", 20, 30), ("1 giờ trưa", 13, 0)]),
        ("Từ 7 đến 9 giờ tối.", [("7", 7, 0), ("9 giờ tối", 21, 0)]),
        ("Gặp lúc 10 a.m. ở Huế.", [("10 a.m.", 10, 0)]),
        ("Trong 24 giờ qua có 3 ca.", []),
        ("Mạng 4G và 5G, Hội nghị P 4G.", []),
        ("Chuyến bay kéo dài 2 giờ 30 phút.", []),
        ("Tốc độ 100 km/h, tỷ số 3:2.", []),
        ("Về đích sau 2:07:57.", []),
    ],
)
def test_vietnamese_times_are_found(text, found):
    assert times(text, "vi") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At 10 a.m. on Monday.", [("10 a.m.", 10, 0)]),
        ("From 12.41 am to 12.10pm.", [("12.41 am", 0, 41), ("12.10pm.", 12, 10)]),
        ("Between 7 and 9 p.m.", [("7", 7, 0), ("9 p.m.", 21, 0)]),
        ("At noon and at midnight.", [("noon", 12, 0), ("midnight", 0, 0)]),
        ("At 15h, or 15:00 p.m.", [("15h", 15, 0), ("15:00 p.m.", 15, 0)]),
        ("It won in the afternoon 3-2.", []),
        ("A ratio of 16:9:1 and 5 million.", []),
    ],
)
def test_english_times_are_found(text, found):
    assert times(text, "en") == found


@settings(max_examples=60)
@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from([VI_EN, EN_VI]))
def test_what_is_written_is_read_as_the_same_time(hour, minute, direction):
    clock = Clock(hour, minute, certain=True)
    text = f"at {write_clock(clock, direction)}, there"
    (mention,) = find_clocks(text, direction.target)
    assert mention.clock.same(clock)


def test_a_half_of_the_day_that_is_known_must_be_the_same():
    morning, evening = Clock(8, 30, certain=True), Clock(20, 30, certain=True)
    assert not morning.same(evening)
    assert Clock(8, 30, certain=False).same(evening)
    assert not Clock(8, 0, certain=False).same(evening)


@pytest.mark.parametrize(
    ("text", "source", "direction", "mended"),
    [
        ("It landed at 15h.", "Hạ cánh lúc 15h.", VI_EN, "It landed at 3 p.m."),
        ("It landed at 15 hours.", "Hạ cánh lúc 15h.", VI_EN, "It landed at 3 p.m."),
        ("It opens at 15:00 pm.", "Mở cửa lúc 15h.", VI_EN, "It opens at 3 p.m."),
        ("Open at 8:13 p.m. now", "Mở lúc 8 giờ 30 tối", VI_EN, "Open at 8:30 p.m. now"),
        ("It opens at 8 on May 3.", "Mở lúc 20h ngày 3/5.", VI_EN, "It opens at 8 p.m. on May 3."),
        ("Họp lúc 10 a.m. ở đó.", "They meet at 10 a.m. there.", EN_VI, "Họp lúc 10h ở đó."),
        ("Họp lúc 10 giờ tối.", "They meet at 10 a.m.", EN_VI, "Họp lúc 10h."),
        ("From 1 p.m. to 5 p.m.", "Từ 8h đến 15h.", VI_EN, "From 1 p.m. to 5 p.m."),
        ("Nobody came.", "Không ai đến lúc 15h.", VI_EN, "Nobody came."),
        ("At 3 p.m. there.", "Ở đó có 3 người.", VI_EN, "At 3 p.m. there."),
    ],
)
def test_wrong_times_are_mended_where_it_is_clear_how(text, source, direction, mended):
    assert mend_clocks(text, source, direction) == mended
    assert mend_clocks(mended, source, direction) == mended


def test_a_cell_of_a_table_with_nothing_but_times():
    assert translate_clocks("8h30 - 15h", VI_EN) == "8:30 - 3 p.m."
    assert translate_clocks("10 a.m. / 3 p.m.", EN_VI) == "10h / 15h"
    assert translate_clocks("12:30", VI_EN) == "12:30"
    assert translate_clocks("15h tại Huế", VI_EN) == "15h tại Huế"
