"""Words that exclude each other."""

import pytest

from translations.contrasts import mend_words, wrong_words
from translations.engine import Direction

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
        ("They came on Monday.", "Họ đến hôm thứ Ba.", EN_VI, "Họ đến hôm thứ Hai."),
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
