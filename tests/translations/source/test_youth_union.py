"""The Youth Union told from delegations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations import Direction
from translations.source.youth_union import name_youth_union


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("Trung ương Đoàn họp.", "Trung ương Đoàn Thanh niên họp."),
        ("Bí thư Trung ương Đoàn Lê Minh Tú.", "Bí thư Trung ương Đoàn Thanh niên Lê Minh Tú."),
        ("Cán bộ Đoàn gương mẫu.", "Cán bộ Đoàn Thanh niên gương mẫu."),
        ("Bí thư Đoàn xã phát biểu.", "Bí thư Đoàn Thanh niên xã phát biểu."),
        ("Bí thư Đoàn Khối phát biểu.", "Bí thư Đoàn Thanh niên Khối phát biểu."),
        ("Bí thư Tỉnh đoàn.", "Bí thư Đoàn Thanh niên tỉnh."),
        ("Thành đoàn Hà Nội họp.", "Đoàn Thanh niên thành phố Hà Nội họp."),
        ("Công tác Đoàn và phong trào.", "Công tác Đoàn Thanh niên và phong trào."),
        ("Tổ chức Đoàn các cấp.", "Tổ chức Đoàn Thanh niên các cấp."),
        ("Ngày thành lập Đoàn 26/3.", "Ngày thành lập Đoàn Thanh niên 26/3."),
        ("Đoàn TNCS Hồ Chí Minh.", "Đoàn Thanh niên Cộng sản Hồ Chí Minh."),
        ("Các đoàn viên, thanh niên.", "Các thành viên Đoàn Thanh niên và thanh niên."),
        ("Đoàn cơ sở họp.", "Đoàn Thanh niên cơ sở họp."),
        ("Bí thư chi đoàn.", "Bí thư chi đoàn Thanh niên."),
    ],
)
def test_the_union_is_named(source, named):
    assert name_youth_union(source) == named


@pytest.mark.parametrize(
    "source",
    [
        "Đoàn đại biểu cấp cao thăm Lào.",
        "Đoàn công tác của Bộ đến Cần Thơ.",
        "Cán bộ Đoàn công tác về nước.",
        "Trưởng đoàn phát biểu, Đoàn chào Chủ tịch nước.",
        "Thành viên Đoàn gồm ba người.",
        "Bí thư Đoàn Minh Tú phát biểu.",
        "Ủy viên Trung ương Đoàn Minh Tú phát biểu.",
        "Ban Chấp hành Trung ương đoàn kết.",
        "Thành lập Đoàn kiểm tra trong năm.",
        "Bí thư Đảng đoàn, Liên đoàn Lao động, quân đoàn, tập đoàn, công đoàn viên.",
        "Đoàn Thanh niên Bộ Ngoại giao.",
        "Tổ chức Đoàn đi thăm Lào.",
        "Hợp thành đoàn kết.",
    ],
)
def test_delegations_stay(source):
    assert name_youth_union(source) == source


_WORDS = """Trung ương Đoàn đoàn viên thanh niên Thanh Bí thư chi Tỉnh xã cán bộ TNCS cơ sở
    , .""".split()  # noqa: SIM905 - words are read best as a text


@given(
    st.lists(
        st.sampled_from(_WORDS),
        max_size=12,
    ).map(" ".join)
)
def test_naming_it_twice_is_naming_it_once(source):
    once = name_youth_union(source)
    assert name_youth_union(once) == once


@pytest.mark.parametrize(
    ("source", "said", "unsaid"),
    [
        ("Bí thư thứ nhất Trung ương Đoàn Lê Minh Tú dự họp.",
         "First Secretary of the Youth Union Central Committee Le Minh Tu", "delegation"),
        ("Trung ương Đoàn tổ chức hội nghị.", "Youth Union", "delegation"),
        ("Cán bộ Đoàn cần gương mẫu.", "Youth Union", "delegation"),
        ("Đoàn công tác của Bộ Ngoại giao thăm Cần Thơ.", "delegation", "Youth"),
        ("Đoàn đại biểu cấp cao Việt Nam thăm Lào.", "delegation", "Youth"),
    ],
)  # fmt: skip
def test_both_are_translated_as_what_they_are(translator, source, said, unsaid):
    [result] = translator.translate([source], Direction.VI_EN)
    assert said in result.text
    assert unsaid not in result.text


def test_the_city_of_the_union_is_a_city_once():
    assert (
        name_youth_union("Thành đoàn Thành phố Hồ Chí Minh")
        == "Đoàn Thanh niên Thành phố Hồ Chí Minh"
    )
