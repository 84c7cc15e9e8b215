"""Speech that is pointed back at, argued on or told of the speaker's own body. All names are
invented.
"""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Facts, Kind, extract

MINISTER = "Bộ trưởng Bộ Công Thương Trần Văn Khải"
PRESIDENT = "Tổng thống Nga Boris Vladenko"
SECRETARY = "Bí thư Thành ủy TP.HCM Lê Quang Nhã"


def read(*paragraphs: str, title: str = "Tin trong ngày", lead: str = "") -> Facts:
    return extract(Document.of(title, paragraphs, lead=lead, language="vi"))


def said(facts: Facts) -> list[tuple[int, str]]:
    people = {s.name for s in facts.speakers if s.kind is Kind.PERSON}
    return sorted((s.paragraph, s.speaker) for s in facts.statements if s.speaker in people)


@pytest.mark.parametrize("words", ["nhấn mạnh vấn đề trên", "cho biết như vậy"])
def test_a_verb_that_takes_up_the_lead_gives_it_its_speaker(words: str) -> None:
    facts = read(
        f"{SECRETARY} {words} tại hội thảo về du lịch diễn ra ngày 7/9.",
        lead="Du lịch cần bảo đảm người dân cũng được hưởng lợi.",
    )
    assert (-1, "Lê Quang Nhã") in said(facts)


def test_what_is_taken_up_may_be_somebody_elses() -> None:
    facts = read(f"{PRESIDENT} nói thuế quá cao.", f"{MINISTER} khẳng định điều này tại Hà Nội.")
    assert (0, "Trần Văn Khải") not in said(facts)


@pytest.mark.parametrize(
    "text",
    [
        f"{PRESIDENT} gọi việc tăng thuế là không nên.",
        f"{PRESIDENT} tuần trước cho biết ông sẽ sớm sang thăm.",
        f"{PRESIDENT} chúc các đại biểu mạnh khỏe và có những ngày làm việc tốt đẹp.",
        f"{PRESIDENT} đáp trả bằng cách đưa ra cáo buộc liên quân đã ném bom.",
        f'"Nhiều nước, bao gồm cả chúng tôi, sẽ tham gia", {PRESIDENT}, đánh giá.',
        f'Điều chúng tôi cần là một nội các êm ả ", hãng tin AFP dẫn phát biểu của {PRESIDENT}.',
    ],
)
def test_further_ways_of_saying(text: str) -> None:
    assert said(read(text)) == [(0, "Boris Vladenko")]


@pytest.mark.parametrize(
    "text",
    [
        f"{PRESIDENT} gọi điện cho người đồng cấp, đây là lần đầu tiên.",
        f"{PRESIDENT} trước cho biết bao thay đổi.",
        f"Có tin chính quyền của {PRESIDENT} đã lên tiếng từ chối khoản tiền.",
        f"{PRESIDENT} chào đón và mời Thủ tướng Lê Văn Mạnh vào vị trí danh dự.",
    ],
)
def test_ways_that_only_look_like_it(text: str) -> None:
    assert (0, "Boris Vladenko") not in said(read(text))


def test_what_the_speakers_own_body_is_doing() -> None:
    facts = read(
        f"{SECRETARY} cho biết hiện du lịch thông minh mới ở mức thí điểm.",
        "TP cũng đang tập trung xây dựng hạ tầng cho quá trình này.",
        f"{MINISTER} cho biết xuất khẩu tăng mạnh.",
        "Thành phố đang xây một cây cầu mới.",
        "Hiện nay, Bộ đang khẩn trương hoàn thiện chiến lược.",
    )
    spoken = said(facts)
    assert (1, "Lê Quang Nhã") in spoken
    assert (3, "Trần Văn Khải") not in spoken


def test_demands_after_a_statement_are_argument() -> None:
    facts = read(
        f'"Chỉ sáng tạo mới là động lực", {PRESIDENT} nói.',
        "Các quốc gia cần nắm bắt cơ hội để đổi mới và phát triển.",
    )
    assert (1, "Boris Vladenko") in said(facts)
    background = read(
        f'"Chỉ sáng tạo mới là động lực", {PRESIDENT} nói.',
        "Tình hình trở nên căng thẳng sau vụ phóng tên lửa.",
    )
    assert (1, "Boris Vladenko") not in said(background)


def test_argument_around_one_line_of_the_reporters() -> None:
    facts = read(
        f"Theo {SECRETARY}, phát triển du lịch là câu chuyện của cả vùng.",
        "Nếu du lịch phát triển thì cả vùng cùng hưởng lợi.",
        "Một số thành phố đã đưa ra giới hạn lượng khách.",
        "Do đó, chính sách cũng cần phải quan tâm đến người dân.",
        "Bí thư Nhã nói du lịch phải thu hút được người dân.",
    )
    assert [p for p, _ in said(facts)] == [0, 1, 3, 4]


def test_whom_a_speaker_only_names_is_none_of_the_two() -> None:
    facts = read(
        f"{PRESIDENT} hội đàm với Chủ tịch nước Phan Văn Lộc.",
        "Chủ tịch nước Phan Văn Lộc khẳng định Tổng thống Pháp Luc Moreau luôn là người bạn lớn.",
        "Hai nhà lãnh đạo nhất trí tăng cường trao đổi đoàn.",
        "Chủ tịch nước Phan Văn Lộc mời Tổng thống Vladenko sang thăm.",
    )
    assert [s for p, s in said(facts) if p == 2] == ["Boris Vladenko", "Phan Văn Lộc"]


def test_a_pronoun_finds_its_person_over_lines_without_anybody() -> None:
    facts = read(
        f"{MINISTER} cho biết dự án chậm tiến độ.",
        "Tuyến đường dài 50 km.",
        "Nhà ga có ba tầng.",
        "Bãi xe nằm ở phía nam.",
        '" Đây mới là con số ở giai đoạn đầu.',
        'Giai đoạn sau sẽ dài hơn ", ông nói.',
    )
    assert [p for p, _ in said(facts) if p > 3] == [4, 5]


def test_provinces_and_delegations_are_no_names() -> None:
    facts = read(
        "Ông Park Yong Nam, Bí thư Tỉnh ủy Gangwon và các quan chức dự lễ.",
        "Chủ tịch nước Phan Văn Lộc tiếp thống đốc tỉnh Gunma và thăm nhà máy.",
        "Đón đoàn đại biểu Triều Tiên, Bí thư Tỉnh ủy Hải Dương Lê Văn Mạnh nhấn mạnh tình bạn.",
    )
    roles = {s.name: s.role for s in facts.speakers if s.kind is Kind.PERSON}
    assert not {"Gangwon", "Gunma"} & set(roles)
    assert roles["Park Yong Nam"] == "Bí thư Tỉnh ủy Gangwon"
    assert roles["Lê Văn Mạnh"] == "Bí thư Tỉnh ủy Hải Dương"


def test_tt_in_a_headline() -> None:
    facts = read(f"{PRESIDENT} hôm qua tới Pháp.", title="TT Nga khẳng định sẽ giảm thuế")
    assert (-2, "Boris Vladenko") in said(facts)


@pytest.mark.parametrize(
    "text",
    [
        "Phó Thủ tướng Lê Văn Mạnh giao cơ quan thường trực lập ban soạn thảo.",
        'Phó Thủ tướng Lê Văn Mạnh chúc "tình hữu nghị giữa hai nước bền lâu".',
        "Phó Thủ tướng Lê Văn Mạnh mời các lãnh đạo ASEAN tham dự diễn đàn vào tháng 9.",
        "Phó Thủ tướng Lê Văn Mạnh không ủng hộ việc đưa công ty này vào danh sách đen.",
    ],
)
def test_tasks_given_wishes_and_invitations(text: str) -> None:
    assert said(read(text)) == [(0, "Lê Văn Mạnh")]


def test_a_rank_alone_speaks_and_a_country_is_no_name() -> None:
    facts = read(
        "Trung tướng Lê Quang Nhã trả lời phỏng vấn bên lề hội nghị.",
        "Tuy nhiên, Trung tướng cũng cho rằng vấn đề không thể giải quyết một sớm một chiều.",
        "Dù chuẩn đô đốc Mỹ không đề cập tàu của nước nào, ai cũng biết.",
    )
    assert said(facts) == [(1, "Lê Quang Nhã")]
    assert {s.name for s in facts.speakers if s.kind is Kind.PERSON} == {"Lê Quang Nhã"}


def test_offices_that_end_in_a_common_word() -> None:
    facts = read(
        "Bộ trưởng Nông nghiệp và Phát triển nông thôn Nguyễn Xuân Bách nói giá gạo sẽ tăng.",
        "Chủ tịch Hội đồng đối tác các vùng ven biển, bà Ida Sorvin nói tài nguyên đang cạn.",
        "Tướng Tôn Hữu Quốc gặp phái đoàn bạn.",
        "Thứ trưởng Quốc phòng Nga cho rằng hợp tác là ưu tiên.",
    )
    roles = {s.name: s.role for s in facts.speakers if s.kind is Kind.PERSON}
    assert roles["Nguyễn Xuân Bách"].startswith("Bộ trưởng Nông nghiệp và Phát triển nông thôn")
    assert roles["Ida Sorvin"] == "Chủ tịch Hội đồng đối tác các vùng ven biển"
    assert [p for p, _ in said(facts)] == [0, 1]


def test_an_office_with_a_verb_before_the_comma_is_somebody_elses() -> None:
    facts = read(
        "Chủ tịch Hội đồng quản trị đã gặp đối tác, bà Ida Sorvin nói tài nguyên đang cạn."
    )
    roles = {s.name: s.role for s in facts.speakers if s.kind is Kind.PERSON}
    assert "gặp" not in roles["Ida Sorvin"]


def test_a_sentence_that_a_semicolon_breaks_off_and_a_list() -> None:
    facts = read(
        f"{MINISTER} cam kết mở cửa thị trường; xuất khẩu nông sản;",
        "Khuyến khích hợp tác giữa các công ty hai nước.",
        "Chợ nằm bên sông.",
        f"{PRESIDENT} nêu ba việc:",
        "- Sửa luật.",
        "- Giảm phí.",
        "Chợ nằm bên sông.",
    )
    assert [p for p, _ in said(facts)] == [0, 1, 3, 4, 5]


def test_who_is_named_in_a_quotation_is_not_the_pronoun_outside() -> None:
    facts = read(
        f"{PRESIDENT} tới dự phiên họp.",
        '" Chúng tôi đã nhận được lời xin lỗi từ bà Ida Sorvin nhưng chưa đủ.',
        'Chúng tôi muốn rút hết ", cô cho biết thêm.',
    )
    assert "Ida Sorvin" not in {speaker for _, speaker in said(facts)}


def test_a_headline_of_what_somebody_does_not_want() -> None:
    facts = read(
        f"{PRESIDENT} hôm qua tới Pháp.", title="Tổng thống Nga không muốn Triều Tiên sụp đổ"
    )
    assert (-2, "Boris Vladenko") in said(facts)


@pytest.mark.parametrize(
    "text",
    [
        f"{PRESIDENT} có xác nhận trong một phát biểu rằng hai bên đã trao đổi.",
        f"{PRESIDENT} đã dành gần 40 phút để nhấn mạnh tầm quan trọng của khu vực.",
        f"{PRESIDENT} gọi đó là những nguy cơ với tăng trưởng.",
    ],
)
def test_verbs_after_small_words(text: str) -> None:
    assert said(read(text)) == [(0, "Boris Vladenko")]


@pytest.mark.parametrize(
    "text",
    [
        f"{PRESIDENT} có thể tận dụng diễn đàn để nói rõ về chính sách.",
        f"Bản nhạc {PRESIDENT} dùng để gửi thông điệp đến thế giới rất hay.",
        f"{PRESIDENT} có cơ hội nêu sáng kiến mới.",
    ],
)
def test_verbs_that_are_only_possible(text: str) -> None:
    assert said(read(text)) == []


def test_tasks_given_to_one_body_after_another_and_we() -> None:
    facts = read(
        "Phó Thủ tướng Lê Văn Mạnh giao Bộ Nội vụ thành lập ban soạn thảo.",
        "Bộ Tài chính chủ trì hoàn thiện dự thảo và kế hoạch tổng kết.",
        "Bộ Quốc phòng đã hoàn thiện dự thảo.",
    )
    assert [p for p, _ in said(facts)] == [0, 1]
    we = read(f"{MINISTER} nói giá gạo tăng.", "Nông sản xuất khẩu nhiều, chúng ta cũng đổi mới.")
    assert said(we) == [(0, "Trần Văn Khải"), (1, "Trần Văn Khải")]


def test_degrees_with_stops_and_a_second_honorific() -> None:
    facts = read(
        "Đó là lời khẳng định của GS.TS. Umnova Irina Petrovna tại buổi lễ.",
        "Thủ tướng Phúc và ông Kenji Morita nhất trí hợp tác.",
        "Hội thảo có ông Mihai Dorescu, Hiệu trưởng Đại học Ploie và bà Luiza Marin tham dự.",
        title="Không thể có hòa bình nếu thiếu đối thoại",
    )
    roles = {s.name: s.role for s in facts.speakers if s.kind is Kind.PERSON}
    assert roles["Umnova Irina Petrovna"].startswith("GS.TS")
    assert "Phúc" not in roles["Kenji Morita"]
    assert "Luiza" not in roles["Mihai Dorescu"]
    assert (-2, "Umnova Irina Petrovna") in said(facts)


def test_two_heads_of_government_are_two_people() -> None:
    facts = read(
        "Thủ tướng Đức Ida Sorvin tới Berlin.",
        "Theo Thủ tướng Đức, Tổng thống Mỹ Luke Harmon không thấy cơ hội nào.",
    )
    roles = {s.name: s.role for s in facts.speakers if s.kind is Kind.PERSON}
    assert roles["Luke Harmon"] == "Tổng thống Mỹ"
    assert said(facts) == [(1, "Ida Sorvin")]


PROGRESS = "Bộ trưởng Ngoại giao Nga, ông Anders Falk, cho biết hai bên đã đạt tiến triển."


@pytest.mark.parametrize(
    "text",
    [
        "Trong khi đó, giá dầu thì giảm mạnh.",
        "Kinh tế nước này thì vẫn tăng trưởng chậm.",
        "Báo chí địa phương thì bi quan về triển vọng này.",
        "Vừa rời cuộc họp thì đoàn xe gặp biểu tình.",
        "Muốn vào dinh, khách tham quan mua vé ở cổng phía Đông.",
        "Trời mưa to thì đường vào làng bị ngập.",
        "Nếu được thông qua, dự luật có hiệu lực từ tháng tới.",
        "Chúng ta cùng nhìn lại những mốc chính của đàm phán.",
    ],
)
def test_a_condition_or_a_contrast_alone_is_the_reporters(text: str) -> None:
    for facts in (read(f"{PROGRESS} {text}"), read(PROGRESS, text)):
        assert [s.sentence for s in facts.statements] == [0]


@pytest.mark.parametrize(
    "text",
    [
        "Nếu muốn có hòa bình thì mọi người phải tôn trọng thỏa thuận.",
        "Muốn giữ được lòng tin, chúng tôi sẽ công khai mọi điều khoản.",
    ],
)
def test_a_condition_with_a_duty_goes_on_in_its_paragraph(text: str) -> None:
    assert [s.sentence for s in read(f"{PROGRESS} {text}").statements] == [0, 1]
    assert [s.sentence for s in read(PROGRESS, text).statements] == [0]


# -- interviews with labels ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("Phóng viên: ", "Thứ trưởng Lê Văn Tú: "),
        ("PV TTXVN: ", ""),
        ("Hỏi: ", "Đáp: "),
    ],
)
def test_labels_tell_questions_from_answers(asks: str, answers: str) -> None:
    facts = read(
        "Nhân dịp này, Thứ trưởng Lê Văn Tú trả lời phỏng vấn.",
        f"{asks}Xin Thứ trưởng cho biết kết quả của hội nghị?",
        f"{answers}Hội nghị đã thành công.",
        "Chúng tôi đã ký năm văn kiện.",
        f"{asks}Xin Thứ trưởng cho biết các bước tiếp theo?",
        f"{answers}Hai bên sẽ làm ngay.",
        "Xin trân trọng cảm ơn Thứ trưởng!",
    )
    assert said(facts) == [(number, "Lê Văn Tú") for number in (2, 3, 5)]


@pytest.mark.parametrize(
    ("asks", "answers"), [("Q: ", "A: "), ("Reporter: ", "Ambassador Le Van Tu: "), ("", "")]
)
def test_english_interviews(asks: str, answers: str) -> None:
    facts = extract(
        Document.of(
            "News",
            [
                "Ambassador Le Van Tu talked to the paper about the visit.",
                f"{asks}What did the visit achieve?",
                f"{answers}It was a great success.",
                "We signed five documents.",
                f"{asks}What comes next for both countries?",
                f"{answers}Both sides will carry them out.",
            ],
            language="en",
        )
    )
    assert said(facts) == [(number, "Le Van Tu") for number in (2, 3, 5)]


def test_who_is_asked_is_not_who_asks() -> None:
    facts = read("Trả lời phóng viên TTXVN, Bộ trưởng Lê Văn Tú khẳng định hợp tác sẽ tăng.")
    assert said(facts) == [(0, "Lê Văn Tú")]
