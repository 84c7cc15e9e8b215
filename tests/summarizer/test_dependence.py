"""Sentences that lean on the one before."""

import pytest

from summarizer.dependence import (
    antecedent_of,
    is_named_in,
    is_office_alone,
    is_question,
    leaning_of,
    mend,
    only_says_who,
    points_back,
)


@pytest.mark.parametrize(
    ("text", "language", "leaning"),
    [
        ("Theo đó, các bên sẽ họp lại.", "vi", "opener"),
        ("Theo đóng góp của dân, cầu được sửa.", "vi", None),
        ("Theo Bộ Thủy sản, sản lượng tăng.", "vi", None),
        # Earlier or later than what? With a time of its own it need not be asked.
        ("Trước đó, Sở Giao thông Kiên Hà sửa cầu.", "vi", "opener"),
        ("Trước đó, ngày 3/9, Sở Giao thông Kiên Hà sửa cầu.", "vi", None),
        ("Trước đó, lúc 17 giờ ngày 3/9, Sở Giao thông Kiên Hà sửa cầu.", "vi", None),
        ("Trước đó, ngày 3/9, ông cho sửa cầu.", "vi", "nameless"),
        ("Trước đó, Sở Giao thông Kiên Hà sửa cầu Hạ Lâm đã hẹp từ ngày 3/9.", "vi", "opener"),
        ("Tuy nhiên, ngày 3/9, Sở Giao thông Kiên Hà sửa cầu.", "vi", "opener"),
        ("Earlier, the ferry was closed.", "en", "opener"),
        ("Earlier, on 3 September, Kien Ha mended the bridge.", "en", None),
        ("Earlier, on 3 September, he mended the bridge.", "en", "nameless"),
        # What only adds can stand alone with a subject of its own.
        ("“Bên cạnh đó, chúng tôi sẽ làm”, người thợ nói.", "vi", "opener"),
        ("Cùng với đó mở thêm lớp học.", "vi", "opener"),
        ("Bên cạnh đó, Sở Giao thông Kiên Hà sửa cầu.", "vi", None),
        ("Bên cạnh đó, ông cho rằng cầu còn hẹp.", "vi", "nameless"),
        ("Bên cạnh đó, ông Lê Mẫn cho rằng cầu còn hẹp.", "vi", None),
        # A noun that was told before.
        ("Trước tình hình ấy, Sở Giao thông Kiên Hà sửa cầu.", "vi", "opener"),
        ("Trong số này, ba cầu đã cũ.", "vi", "opener"),
        ("Tuyên bố này được đưa ra ở Kiên Hà.", "vi", "opener"),
        ("Các nội dung trên, theo Sở Giao thông, là cần thiết.", "vi", "opener"),
        ("Các hoạt động trên sông bị cấm.", "vi", None),
        ("Tuần này, cầu được sửa.", "vi", None),
        ("Sở Giao thông Kiên Hà ủng hộ việc này.", "vi", None),
        ("Hai bên cũng nhất trí sửa cầu.", "vi", "opener"),
        ("Hai bên nhất trí sửa cầu.", "vi", None),
        ("Under this plan, the bridge is mended.", "en", "opener"),
        ("Of these, three are old.", "en", "opener"),
        ("Among them, three are old.", "en", "opener"),
        ("This week, the bridge is mended.", "en", None),
        ("At this time of year it rains.", "en", None),
        ("The two sides also agreed to mend it.", "en", "opener"),
        ("Theo ông, cầu còn hẹp.", "vi", "nameless"),
        ("Theo ông Lê Mẫn, cầu còn hẹp.", "vi", None),
        ("According to her, it is narrow.", "en", "nameless"),
        # An office is no name, but somebody.
        ("Thủ tướng nhấn mạnh cầu còn hẹp.", "vi", None),
        # A pointer that says whose, when and where is worth having.
        ("Đây là yêu cầu đã có từ lâu.", "vi", "pointer"),
        ("Đây là yêu cầu của Giám đốc Sở Lê Văn Mẫn tại Hội nghị sơ kết, sáng 3/9.", "vi", None),
        ("Đây là yêu cầu của Giám đốc Sở Lê Văn Mẫn.", "vi", "pointer"),
        ("This is what Director Le Van Man asked for on 3 September.", "en", None),
        ("This is what people asked for.", "en", "pointer"),
        ("Ông nhấn mạnh vai trò của thanh niên.", "vi", "nameless"),
        ("Ông Lê Văn Mẫn nhấn mạnh vai trò của thanh niên.", "vi", None),
        ("Bà cho biết thêm.", "vi", "nameless"),
        ("Họ sẽ trở về.", "vi", "nameless"),
        ("Những việc cần làm ngay.", "vi", None),
        ("Sông Kiên dâng cao.", "vi", None),
        ("Bác sĩ Mẫn có mặt.", "vi", None),
        # The second of what? A weekday is another thing.
        ("Thứ hai, đoàn cần có thêm thuyền.", "vi", "opener"),
        ("Thứ hai, ngày 3/9, Sở Giao thông Kiên Hà sửa cầu.", "vi", None),
        ("Thứ hai tuần tới phà chạy lại.", "vi", None),
        ("Hai là, sửa cầu.", "vi", "opener"),
        ("Năm làng có chợ.", "vi", None),
        ("Second, the bridge must be mended.", "en", "opener"),
        ("Second Secretary Helen Doe mended the bridge.", "en", None),
        # A phrase before it does not say who "he" is, unless it names him.
        ("Phát biểu tại lễ khánh thành cầu Hạ Lâm, ông đề nghị sửa cả đường.", "vi", "nameless"),
        ("Phát biểu tại lễ khánh thành cầu Hạ Lâm, ông Lê Mẫn đề nghị sửa cả đường.", "vi", None),
        ("Gặp Giám đốc Sở Lê Văn Mẫn, ông đề nghị sửa cả đường.", "vi", None),
        ("Theo Sở, cầu còn hẹp, ông Lê Mẫn sẽ cho sửa.", "vi", None),
        ("In an interview in Kien Ha, she said that the bridge was narrow.", "en", "nameless"),
        ("In an interview, Helen Doe said that the bridge was narrow.", "en", None),
        ("When Director Helen Doe came, she said that the bridge was narrow.", "en", None),
        ("According to this plan, the bridge will be mended.", "en", "opener"),
        ("According to the ministry, the bridge will be mended.", "en", None),
        ("However, the talks go on.", "en", "opener"),
        ("In addition, Kien Ha will mend the bridge.", "en", None),
        ("In addition, he will mend the bridge.", "en", "nameless"),
        ("He added that the talks go on.", "en", "nameless"),
        ("Helen Doe added that the talks go on.", "en", None),
        ("The talks go on.", "en", None),
        ("", "vi", None),
    ],
)
def test_leanings(text, language, leaning):
    assert leaning_of(text, language) == leaning


def test_the_subject_of_some_is_the_sentence_before():
    assert points_back("Đây là yêu cầu của Giám đốc Lê Văn Mẫn, sáng 3/9.", "vi")
    assert points_back("That was on Monday.", "en")
    assert not points_back("Đây đó có mưa.", "vi")


def test_mended_in_brackets():
    assert mend("Ông nhấn mạnh.", "Lê Mẫn") == "[Lê Mẫn] Ông nhấn mạnh."


@pytest.mark.parametrize(
    ("text", "language", "speakers", "name"),
    [
        ("Ông nhấn mạnh phà phải chạy.", "vi", ["Lê Mẫn"], "Lê Mẫn"),
        ("Bên cạnh đó, bà cho biết phà chạy lại.", "vi", ["Lê Mẫn"], "Lê Mẫn"),
        ("She added that the ferry runs again.", "en", ["Helen Doe"], "Helen Doe"),
        ("Phát biểu tại bến, ông nhấn mạnh phà phải chạy.", "vi", ["Lê Mẫn"], "Lê Mẫn"),
        ("Trước đó, ngày 3/9, ông nhấn mạnh phà phải chạy.", "vi", ["Lê Mẫn"], "Lê Mẫn"),
        ("In an interview, she said the ferry runs.", "en", ["Helen Doe"], "Helen Doe"),
        ("Phát biểu tại bến, ông nói bà Mẫn vắng mặt.", "vi", ["Lê Mẫn"], ""),
        # Somebody else is meant, or it is not certain who.
        ("Họ sẽ ở lại làng, bà Mẫn nói.", "vi", ["Lê Mẫn"], ""),
        ("Ông sẽ ở lại làng, bà Mẫn nói.", "vi", ["Lê Mẫn"], ""),
        ("He will stay, Doe said.", "en", ["Helen Doe"], ""),
        ("They will stay.", "en", ["Helen Doe"], ""),
        ("Ông nhấn mạnh phà phải chạy.", "vi", ["Lê Mẫn", "Trần Bến"], ""),
        ("Ông nhấn mạnh phà phải chạy.", "vi", [], ""),
        ("Ông nhấn mạnh phà phải chạy.", "vi", [" "], ""),
        # A name is there, or none is missed.
        ("Ông Lê Mẫn nhấn mạnh phà phải chạy.", "vi", ["Lê Mẫn"], ""),
        ("Anh khẳng định sẽ ở lại liên minh.", "vi", ["Lê Mẫn"], ""),
        ("Tuy nhiên, phà phải chạy.", "vi", ["Lê Mẫn"], ""),
    ],
)
def test_whom_a_sentence_speaks_of(text, language, speakers, name):
    assert antecedent_of(text, language, speakers) == name


@pytest.mark.parametrize(
    ("text", "language", "alone"),
    [
        ("Thủ tướng nhấn mạnh cầu còn hẹp.", "vi", True),
        ("Phó Thủ tướng cũng yêu cầu sửa cầu.", "vi", True),
        ("Thủ tướng Lê Mẫn nhấn mạnh cầu còn hẹp.", "vi", False),
        ("Tổng thống Nga cho biết cầu còn hẹp.", "vi", False),
        ("Thủ tướng đến Kiên Hà.", "vi", False),
        ("The deputy minister also said it was narrow.", "en", True),
        ("The minister of trade said it was narrow.", "en", False),
    ],
)
def test_an_office_without_a_name(text, language, alone):
    assert is_office_alone(text, language) is alone
    name = "Lê Mẫn" if language == "vi" else "Le Man"
    assert (antecedent_of(text, language, {name}) == name) is alone
    assert antecedent_of(text, language, {name, "Trần Khánh"}) == ""


def test_questions():
    assert is_question("Bao giờ phà chạy?”")
    assert not is_question("Phà chạy rồi.")


@pytest.mark.parametrize(
    ("text", "language", "nothing"),
    [
        ("ông Lê Văn Mẫn nói.", "vi", True),
        ("Tổng thống Kiên Hà nhấn mạnh.", "vi", True),
        ("Le Man said.", "en", True),
        ("Ông Lê Văn Mẫn phản đối.", "vi", False),
        ("“Cầu sẽ mở lại trong tháng 9 tới”, ông Lê Văn Mẫn nói.", "vi", False),
        ("Ông nói cầu sẽ mở.", "vi", False),
        ("", "vi", False),
    ],
)
def test_nothing_but_who_says_something(text, language, nothing):
    assert only_says_who(text, language) is nothing


def test_a_name_is_there_with_blanks_round_its_hyphen_or_without():
    assert is_named_in("Moon Jae-in", ["Tổng thống Moon Jae - in họp."])
    assert is_named_in("Lê Hoà", ["Ông Lê Hòa nói."])
    assert not is_named_in("Moon Jae-in", ["Ông Moon họp."])
