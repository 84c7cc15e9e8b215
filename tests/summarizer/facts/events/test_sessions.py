"""Names of sessions: by number, by term, by month and half of the year."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import extract
from summarizer.facts.events.wordings import wording_of


def names(*paragraphs: str, title: str = "Tin trong ngày") -> list[str]:
    document = Document.of(title, paragraphs, language="vi")
    return [conference.name for conference in extract(document).conferences]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Cử tri nêu việc này trước kỳ họp thứ 3, Quốc hội khoá XIV.",
            "kỳ họp thứ 3, Quốc hội khoá XIV",
        ),
        (
            "Sáng nay, kỳ họp thứ sáu, Quốc hội khóa XIV bước vào ngày thứ hai.",
            "kỳ họp thứ sáu, Quốc hội khóa XIV",
        ),
        (
            "Dự án được bàn tại kỳ họp thứ 14, HĐND TP Sông Lam khóa 8 hôm qua.",
            "kỳ họp thứ 14, HĐND TP Sông Lam khóa 8",
        ),
        (
            "Ông trình báo cáo tại Hội nghị lần thứ 8, Ban Chấp hành Trung ương Đảng khóa XII.",
            "Hội nghị lần thứ 8, Ban Chấp hành Trung ương Đảng khóa XII",
        ),
        ("Bà trả lời tại kỳ họp thứ tư, khóa 14.", "kỳ họp thứ tư, khóa 14"),
        ("Tại kỳ họp thứ 6, Quốc hội đã thông qua luật này.", "kỳ họp thứ 6"),
        ("Luật đã được thông qua tại kỳ họp thứ bảy.", "kỳ họp thứ bảy"),
        ("Luật đã được bàn tại kỳ họp thứ năm (tháng 5).", "kỳ họp thứ năm"),
        ("Việc đó phải lùi sang kỳ họp 9 (giữa năm 2020).", "kỳ họp 9"),
        (
            "Tỉnh sẽ tổ chức Hội nghị Sông Lam lần thứ hai và Bộ Chính trị sẽ ra thông báo.",
            "Hội nghị Sông Lam lần thứ hai",
        ),
        (
            "Đây là phiên họp Chính phủ thường kỳ cuối cùng của năm 2017.",
            "phiên họp Chính phủ thường kỳ cuối cùng của năm 2017",
        ),
        ("Toàn cảnh kì họp thứ 7 Quốc hội khóa 14.", "kì họp thứ 7 Quốc hội khóa 14"),
        ("Báo cáo sẽ được trình tại phiên họp 38 vào mùa thu.", "phiên họp 38"),
        ("Luật sẽ được trình tại kỳ họp giữa năm 2018.", "kỳ họp giữa năm 2018"),
        ("Dư luận quan tâm tới kỳ họp Quốc hội tháng 7/2016.", "kỳ họp Quốc hội tháng 7/2016"),
        (
            "Thủ tướng khai mạc phiên họp Chính phủ tháng 1/2018 sáng nay.",
            "phiên họp Chính phủ tháng 1/2018",
        ),
        ("Tại Đại hội lần thứ 17 tháng 10/2007, ông được bầu.", "Đại hội lần thứ 17"),
        ("Hội nghị trung ương 8 sẽ được khai mạc tuần tới.", "Hội nghị trung ương 8"),
    ],
)
def test_sessions_are_named(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Họ bàn việc này tại cuộc họp thứ bảy tuần này.",
        "Việc này được làm tại kỳ họp cuối năm thứ ba của nhiệm kỳ.",
        "Ông dự phiên họp 3 ngày ở đó.",
    ],
)
def test_days_and_years_number_no_session(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ông trả lời tại phiên chất vấn Bộ trưởng Nội vụ Trần Hải Yến sáng nay.",
            "phiên chất vấn Bộ trưởng Nội vụ Trần Hải Yến",
        ),
        (
            "Ủy ban sẽ tổ chức phiên điều trần về những vấn đề của phần mềm Kiến Vàng.",
            "phiên điều trần về những vấn đề của phần mềm Kiến Vàng",
        ),
        (
            "Tỉnh ủy đã tổ chức Hội nghị công bố quyết định của Bộ Chính trị về cán bộ.",
            "Hội nghị công bố quyết định của Bộ Chính trị về cán bộ",
        ),
        (
            "Ông đã dự và chỉ đạo hội nghị gặp mặt các nhà đầu tư Xuân 2031.",
            "hội nghị gặp mặt các nhà đầu tư Xuân 2031",
        ),
        (
            "Bà nói tại hội nghị tham vấn hoàn thiện thể chế, chính sách về đất đai hôm qua.",
            "hội nghị tham vấn hoàn thiện thể chế, chính sách về đất đai",
        ),
        (
            "Phát biểu kết luận hội nghị triển khai nhiệm vụ lao động, người có công và xã hội.",
            "hội nghị triển khai nhiệm vụ lao động, người có công và xã hội",
        ),
        (
            "Bà đã làm gián đoạn cuộc họp về nâng trần nợ công.",
            "cuộc họp về nâng trần nợ công",
        ),
    ],
)
def test_meetings_are_named_by_what_they_do(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Bà tới Huế để dự một hội nghị giữa các nhà ngoại giao và Đại sứ của Lào.",
            "hội nghị giữa các nhà ngoại giao và Đại sứ của Lào",
        ),
        ("Bà có mặt trong một cuộc họp cấp cao của NATO.", "cuộc họp cấp cao của NATO"),
    ],
)
def test_one_meeting_that_somebody_attends_is_named(text: str, name: str) -> None:
    assert names(text) == [name]


def test_sessions_that_are_always_held_are_named_by_their_day_only() -> None:
    assert names("Việc này phải đưa ra phiên họp Chính phủ, theo quy định.") == []
    assert names("Ông nhắc tới nội quy kỳ họp Quốc hội.") == []
    assert names("Phiên họp Chính phủ diễn ra ngày 3/4/2031 tại Huế.") == ["Phiên họp Chính phủ"]


@pytest.mark.parametrize(
    "text",
    [
        "Phiên họp 15 phút của họ diễn ra kín.",
        "Sau kỳ họp 3 tuần, ông nói đã mệt.",
        "Trước phiên họp 5 ủy viên từ chức.",
        "Ông mong dự một hội nghị về biển xanh và an ninh hàng hải.",
    ],
)
def test_what_is_counted_or_wished_for_is_no_session(text):
    assert extract(Document.of("Tin", [text], language="vi")).conferences == ()


@pytest.mark.parametrize("text", ["Hội nghị Trung ương", "Ông dự Hội nghị Trung ương"])
def test_a_line_may_end_with_the_words_of_a_meeting(text):
    extract(Document.of(text, [text], language="vi"))


def test_sessions_of_one_term_are_not_one_session():
    found = names(
        "Luật này được bàn tại kỳ họp thứ 3, Quốc hội khoá 14.",
        "Đại biểu Quốc hội tại kỳ họp thứ 2 Quốc hội khoá 14.",
        "Sau kỳ họp thứ 2, cử tri đã góp ý.",
    )
    assert sorted(found) == ["kỳ họp thứ 2 Quốc hội khoá 14", "kỳ họp thứ 3, Quốc hội khoá 14"]


def test_sessions_of_one_number_and_two_terms_are_two():
    assert len(names("Từ kỳ họp thứ 2 Quốc hội khoá XIII đến kỳ họp thứ 2 Quốc hội khoá XIV.")) == 2


def test_the_press_is_told_of_a_plenum_and_attends_none():
    plenum = "Hội nghị lần thứ 8 Ban Chấp hành Trung ương Đảng khoá XII"
    text = f"Chiều 6/10, tại cuộc họp báo thông tin về kết quả {plenum}, ông Khải trả lời câu hỏi."
    assert names(text) == [plenum]
    told = "phiên họp báo cáo lần thứ 3"
    assert names(f"Ông chủ trì {told} sáng nay.") == [told]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hội nghị lần thứ 9 Ban Chấp hành Trung ương khoá XII", "Hội nghị Ban chấp hành Trung ương"),
        ("hội nghị lần thứ 11 Ban Chấp hành Đảng bộ TP Sông Lam", "Hội nghị BCH Đảng bộ TP Sông Lam lần thứ 11"),
        ("phiên họp thứ 22 của Uỷ ban Thường vụ Quốc hội", "Phiên họp thứ 22 của cơ quan này"),
    ],
)  # fmt: skip
def test_one_session_under_two_wordings(one, other):
    assert len(names(f"Ông phát biểu tại {one}.", f"{other} kéo dài ba ngày.")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khóa họp thứ 72 Đại hội đồng Liên hợp quốc", "Đại hội đồng Liên hợp quốc khóa 73"),
        ("Hội nghị Trung ương 8", "Hội nghị Ban Chấp hành Trung ương Đoàn lần thứ 8"),
        ("Hội nghị Trung ương 5", "Hội nghị Ban Chấp hành Trung ương Hội Nông dân lần thứ 5"),
    ],
)
def test_another_number_and_another_body_are_another_session(one, other):
    assert len(names(f"Ông phát biểu tại {one}.", f"{other} kéo dài ba ngày.")) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khóa họp thứ 73 Đại hội đồng Liên hợp quốc", "Đại hội đồng Liên hợp quốc khóa 73"),
        ("Hội nghị T.Ư 6", "Hội nghị Trung ương 6"),
        ("kỳ họp thứ 11, Quốc hội khóa XIII", "kỳ họp cuối cùng của Quốc hội khóa XIII"),
    ],
)
def test_wordings_of_one_number_do_not_contradict(one, other):
    assert not wording_of(one).contradicts(wording_of(other))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ngày 1/12, Chính phủ họp phiên thường kỳ tháng 11/2017.",
            "phiên thường kỳ tháng 11/2017",
        ),
        (
            "Ông dự kỳ họp đang diễn ra của Quốc hội Nhật Bản.",
            "kỳ họp đang diễn ra của Quốc hội Nhật Bản",
        ),
        ("Đại biểu nêu điều đó tại kỳ họp thứ 3 về công tác thủy lợi.", "kỳ họp thứ 3"),
        (
            "Trong buổi điều trần trước Ủy ban Quân vụ Thượng viện, ông xin lỗi.",
            "buổi điều trần trước Ủy ban Quân vụ Thượng viện",
        ),
        (
            "Trong phiên điều trần gần đây tại Ủy ban Quân vụ Thượng viện, ông xin lỗi.",
            "phiên điều trần gần đây tại Ủy ban Quân vụ Thượng viện",
        ),
        (
            "Tại phiên chất vấn và trả lời chất vấn bộ trưởng Trần Văn Khải, có nhiều ý kiến.",
            "phiên chất vấn và trả lời chất vấn bộ trưởng Trần Văn Khải",
        ),
        (
            "Phiên chất vấn Bộ trưởng Văn hóa, Thể thao và Du lịch Trần Văn Khải đã khép lại.",
            "Phiên chất vấn Bộ trưởng Văn hóa, Thể thao và Du lịch Trần Văn Khải",
        ),
        (
            "Bà nói trong cuộc họp Hội đồng Bảo an hôm 14/5 về chuyến đi của các đại sứ.",
            "cuộc họp Hội đồng Bảo an hôm 14/5 về chuyến đi của các đại sứ",
        ),
    ],
)
def test_sittings_are_told_by_month_body_or_subject(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Ông nói trước phiên điều trần của quốc hội, cho biết hai nước đã thỏa thuận.",
        "Đại biểu nêu vấn đề này tại phiên chất vấn của Quốc hội chiều 30-10.",
        "Sáng nay, Thủ tướng dự phiên thường kỳ.",
    ],
)
def test_a_hearing_of_anybody_is_none(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Vấn đề được đề cập trong phiên chất vấn với Bộ trưởng Văn hóa Thể thao và Du lịch.",
            "phiên chất vấn với Bộ trưởng Văn hóa Thể thao và Du lịch",
        ),
        (
            "Trong phiên chất vấn Phó Thủ tướng, Bộ trưởng Ngoại giao Trần Văn Khải, ông hỏi.",
            "phiên chất vấn Phó Thủ tướng, Bộ trưởng Ngoại giao Trần Văn Khải",
        ),
        (
            "Tại phiên chất vấn Bộ trưởng Trần Văn Khải, Chủ tịch Quốc hội Lê Thị Mận đã nhắc.",
            "phiên chất vấn Bộ trưởng Trần Văn Khải",
        ),
        (
            "Phiên điều trần vào ngày 14/5 tại Ủy ban Quân vụ Thượng viện kéo dài.",
            "Phiên điều trần vào ngày 14/5 tại Ủy ban Quân vụ Thượng viện",
        ),
        (
            "Bà nói trong cuộc họp Hội đồng Bảo an vào hôm 14/5 về chuyến đi của các đại sứ.",
            "cuộc họp Hội đồng Bảo an vào hôm 14/5 về chuyến đi của các đại sứ",
        ),
        (
            "Các nhà báo rời cuộc họp Hội đồng Bảo an hôm 14/5 về nước.",
            "cuộc họp Hội đồng Bảo an",
        ),
        ("Tại cuộc họp Hội đồng Bảo an hôm 14/5 về ông Assad, bà im.", "cuộc họp Hội đồng Bảo an"),
        (
            "Ông dự khóa họp thứ 62 về địa vị phụ nữ của Liên hợp quốc.",
            "khóa họp thứ 62 về địa vị phụ nữ của Liên hợp quốc",
        ),
    ],
)
def test_who_is_heard_and_what_is_spoken_of(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Tại phiên chất vấn, Bộ trưởng Trần Văn Khải cho biết việc đó đã xong.",
        "Đại biểu nêu vấn đề này tại phiên chất vấn và trả lời chất vấn của Quốc hội.",
        "Ông vắng mặt tại phiên điều trần trước Ủy ban, theo báo chí.",
    ],
)
def test_who_speaks_at_a_hearing_does_not_name_it(text):
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tinh giản biên chế theo Nghị quyết 18, Nghị quyết 19 của Hội nghị Trung ương 6.",
        "Việc này theo nghị quyết 10 - NQ / TW của hội nghị Trung ương 5 khóa XII.",
        "Theo nghị quyết phiên họp Chính phủ thường kỳ tháng 8, việc đó phải xong sớm.",
    ],
)
def test_resolutions_are_no_meetings(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sau khi thông qua nghị quyết, Đại hội XIII bế mạc sáng 5/6.", "Đại hội XIII"),
        ("Quốc hội bàn nghị quyết và Hội nghị Trung ương 6 quyết định.", "Hội nghị Trung ương 6"),
    ],
)
def test_a_meeting_beside_a_resolution_is_one(text, name):
    assert names(text) == [name]


def test_a_congress_to_come_is_not_the_one_before():
    told = "Đại hội Đảng sẽ khai mạc ngày 25/1/2021 tại Hà Nội."
    assert len(names(told, "Ông từng dự Đại hội Đảng lần thứ XII.")) == 2
