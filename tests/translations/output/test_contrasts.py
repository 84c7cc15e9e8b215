"""Words that exclude each other."""

import pytest

from translations.engine import Direction, FindingKind
from translations.output.contrasts import mend_words, wrong_words

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI


@pytest.mark.parametrize(
    ("source", "text", "direction", "mended"),
    [
        ("Kim ngạch năm ngoái tăng.", "Trade rose this year.", VI_EN, "Trade rose last year."),
        ("Ông đi vào tuần tới.", "He left last week.", VI_EN, "He left next week."),
        ("Hôm qua họ họp.", "Today they met.", VI_EN, "Yesterday they met."),
        ("Chiều 8/10 họ họp.", "They met on the morning of October 8.", VI_EN,
         "They met on the afternoon of October 8."),
        ("Quý II tăng 5%.", "It rose 5% in the third quarter.", VI_EN,
         "It rose 5% in the second quarter."),
        ("Họ đến hôm thứ Sáu.", "They came on Thursday.", VI_EN, "They came on Friday."),
        ("Last year it rose.", "Năm nay nó tăng.", EN_VI, "Năm ngoái nó tăng."),
        ("Thứ trưởng Bộ Kế hoạch Lê Minh Tú nói.", "Minister of Planning Le Minh Tu spoke.",
         VI_EN, "Deputy Minister of Planning Le Minh Tu spoke."),
        ("Ông thăm Vương quốc Lumaria.", "He visited the Republic of Lumaria.", VI_EN,
         "He visited the Kingdom of Lumaria."),
        ("They came on Monday.", "Họ đến hôm thứ Ba.", EN_VI, "Họ đến hôm thứ Hai."),
        ("Trưa 8/10 họ họp.", "They met on the evening of October 8.", VI_EN,
         "They met on the midday of October 8."),
        ("It fell in the morning.", "Buổi chiều nó giảm.", EN_VI, "Buổi sáng nó giảm."),
    ],
)  # fmt: skip
def test_the_wrong_word_is_found_and_replaced(source, text, direction, mended):
    assert wrong_words(source, text, direction)
    assert mend_words(text, source, direction) == mended
    assert wrong_words(source, mended, direction) == []


@pytest.mark.parametrize(
    ("source", "text", "direction"),
    [
        ("Tăng so với cùng kỳ năm ngoái.", "It rose year on year.", VI_EN),
        ("Tháng 7 năm ngoái.", "Last July.", VI_EN),
        ("Chiều 8/10 họ họp.", "They met on October 8.", VI_EN),
        ("Trưa 8/10 họ họp.", "They met at noon on October 8.", VI_EN),
        ("They met at noon on Monday.", "Họ họp chiều thứ Hai.", EN_VI),
        ("Quý I và II tăng.", "It rose in the first and second quarters.", VI_EN),
        ("Đây là sáng kiến tối ưu.", "This is an optimal initiative.", VI_EN),
        ("Giải ba và phần thứ tư.", "The third prize and the fourth part.", VI_EN),
        ("The third case came.", "Ca thứ ba đến.", EN_VI),
        ("It costs US$5 (€4).", "Nó có giá 5 USD (4 euro).", EN_VI),
        ("It rose 40 degrees this weekend.", "Cuối tuần này tăng 40 độ.", EN_VI),
        ("Năm trăm đồng.", "Five hundred dong.", VI_EN),
    ],
)
def test_the_same_said_otherwise_is_right(source, text, direction):
    assert wrong_words(source, text, direction) == []
    assert mend_words(text, source, direction) == text


@pytest.mark.parametrize(
    ("source", "text", "direction"),
    [
        ("Quỹ có 350 triệu euro.", "The fund has $350 million.", VI_EN),
        ("The fund has 350 million yen.", "Quỹ có 350 triệu đồng.", EN_VI),
        ("Việc này xong trong quý III.", "It will be done.", VI_EN),
        ("It opens in the second half of 2031.", "Mở cửa năm 2031.", EN_VI),
        ("Họ đến đây.", "They came here on Tuesday.", VI_EN),
    ],
)
def test_what_cannot_be_mended_is_found(source, text, direction):
    assert wrong_words(source, text, direction)
    assert mend_words(text, source, direction) == text


@pytest.mark.parametrize(
    ("source", "text", "direction"),
    [
        ("Trợ lý Bộ trưởng Quốc phòng đến thăm.", "The Secretary of Defence visited.", VI_EN),
        ("Phó Chủ tịch Lê Minh Tú dự họp.", "Chairman Le Minh Tu attended.", VI_EN),
        ("Bộ trưởng Lê Minh Tú dự họp.", "Deputy Minister Le Minh Tu attended.", VI_EN),
        ("Deputy Minister Le Minh Tu attended.", "Bộ trưởng Lê Minh Tú dự họp.", EN_VI),
        ("Minister Le Minh Tu attended.", "Phó Thủ tướng Lê Minh Tú dự họp.", EN_VI),
        ("Ngày Cộng hòa của Lumaria.", "The Communist Day of Lumaria.", VI_EN),
    ],
)
def test_ranks_and_forms_of_state_that_are_not_the_sources_are_marked(source, text, direction):
    assert [wrong.finding for wrong in wrong_words(source, text, direction)] == [FindingKind.TERM]


@pytest.mark.parametrize(
    ("source", "text", "direction"),
    [
        ("Hai bên ứng phó với bão.", "The two sides responded to the storm.", VI_EN),
        ("Thứ trưởng Lê Minh Tú nói.", "Under-Secretary Le Minh Tu spoke.", VI_EN),
        ("Đại biểu Quốc hội họp.", "National Assembly deputies met.", VI_EN),
        ("Phó giáo sư Lê Minh Tú nói.", "Professor Le Minh Tu spoke.", VI_EN),
        ("Tổng Bí thư đến thăm.", "The Communist Party chief visited.", VI_EN),
        ("The UK is ready.", "Vương quốc Anh sẵn sàng.", EN_VI),
        ("Cộng hòa Séc và Vương quốc Bỉ.", "The Czech Republic and Belgium.", VI_EN),
    ],
)
def test_other_words_for_a_rank_will_do(source, text, direction):
    assert wrong_words(source, text, direction) == []
    assert mend_words(text, source, direction) == text
