"""Statements that a frame or the text around shows, and who has not spoken. Names are invented."""

from __future__ import annotations

from summarizer.document import Document
from summarizer.facts import Facts, extract

MINISTER = "Bộ trưởng Bộ Ngoại giao Trần Văn Khải"


def read(*paragraphs: str, title: str = "Tin trong ngày", lead: str = "") -> Facts:
    return extract(Document.of(title, paragraphs, lead=lead, language="vi"))


def said(facts: Facts) -> list[tuple[int, str]]:
    return [(s.paragraph, s.speaker) for s in facts.statements]


def test_unknown_verbs_in_three_frames() -> None:
    facts = read(
        f"{MINISTER} hôm qua rào đón rằng việc này cần thời gian.",
        "“Biển là nhà của chúng ta, ai cũng phải giữ lấy”, ông Khải ngân nga.",
        "Ông Khải thì đùa: “Cá to cũng từ cá bé mà lớn lên thôi”.",
    )
    assert said(facts) == [(n, "Trần Văn Khải") for n in range(3)]


def test_what_somebody_knows_is_not_said() -> None:
    assert said(read(f"{MINISTER} biết rằng trời sắp mưa.")) == []


def test_a_directive_quoted_with_its_giver() -> None:
    facts = read(
        f"{MINISTER} yêu cầu toàn ngành cố gắng.",
        "Thấm nhuần tinh thần chỉ đạo của Tổng Bí thư Lê Quang Định tại Hội nghị Biển xanh về một "
        "nền ngoại giao “như rừng đước, rễ bám sâu, tán vươn rộng”.",
    )
    assert (1, "Lê Quang Định") in said(facts)


def test_a_directive_without_its_words_is_only_told_of() -> None:
    facts = read("Toàn ngành thấm nhuần chỉ đạo của Tổng Bí thư Lê Quang Định về nghề cá.")
    assert said(facts) == []


def test_an_office_that_ends_in_giao_speaks() -> None:
    facts = read(
        "Người phát ngôn Bộ Ngoại giao cho biết tàu đã về bến.",
        "“Tàu đã về bến an toàn”, người phát ngôn Bộ Ngoại giao Lê Thị Hoài Ân nói.",
    )
    assert said(facts) == [(0, "Lê Thị Hoài Ân"), (1, "Lê Thị Hoài Ân")]


def test_who_is_asked_or_helped_to_speak_has_not_spoken() -> None:
    facts = read(
        f"{MINISTER} đề nghị Đại sứ Mỹ Harold Winkleman chỉ đạo các cơ quan xử lý vụ việc.",
        "Cơ quan này giúp Bộ Chính trị, Ban Bí thư chỉ đạo việc biên soạn.",
    )
    assert said(facts) == [(0, "Trần Văn Khải")]


def test_argument_between_two_statements_is_the_speakers() -> None:
    facts = read(
        f"{MINISTER} cho rằng nghề cá còn nhiều tiềm năng.",
        "Các bến cảng nhỏ là chỗ dựa của ngư dân.",
        "Ông Khải nhấn mạnh vai trò của hợp tác xã.",
    )
    assert said(facts) == [(n, "Trần Văn Khải") for n in range(3)]
    assert facts.statements[1].confidence < facts.statements[0].confidence


def test_a_reporters_line_between_two_statements_is_not() -> None:
    facts = read(
        f"{MINISTER} cho rằng nghề cá còn nhiều tiềm năng.",
        "Hôm 5/3, một cơn bão làm chìm ba tàu.",
        "Ông Khải nhấn mạnh vai trò của hợp tác xã.",
    )
    assert [paragraph for paragraph, _ in said(facts)] == [0, 2]


def test_demands_go_on_without_a_subject() -> None:
    facts = read(
        f"{MINISTER} yêu cầu toàn ngành theo sát tình hình. Tiếp tục đẩy mạnh công tác thông tin "
        "tới ngư dân các tỉnh ven biển. Ngành phải chủ động chuẩn bị cho mùa mưa bão."
    )
    assert [s.speaker for s in facts.statements] == ["Trần Văn Khải"] * 3


def test_a_short_foreign_name_with_an_explanation() -> None:
    facts = read(
        "“Giá cá sẽ tăng”, Hong Min, nhà phân tích thuộc Viện Biển, nói với báo giới.",
        "Wi Sung - rak, cựu đại sứ Hàn Quốc tại Nga, nhận xét chuyến đi là tin tốt.",
    )
    assert said(facts) == [(0, "Hong Min"), (1, "Wi Sung-rak")]


def test_an_office_that_is_said_to_be_somebodys() -> None:
    people = {
        s.name: s.role
        for s in read(
            "Phó trưởng ban thường trực là ông Lê Văn Tám, Ủy viên Trung ương Đảng.",
            "Chủ tịch nước Nga bấy giờ là ông Petrov Sokol.",
        ).speakers
    }
    assert people["Lê Văn Tám"] == "Phó trưởng ban thường trực"
    assert people["Petrov Sokol"].startswith("Chủ tịch")


INTERVIEW = (
    "- Ông đánh giá thế nào về mùa cá năm nay?",
    "- Mùa cá năm nay khá hơn năm ngoái. Ngư dân đã có thêm tàu lớn.",
    "Chúng ta cũng có thêm bến mới.",
    "- Nhiều địa phương đề xuất xây thêm cảng. Ý kiến của Bộ trưởng?",
    "- Đó là đề xuất chính đáng.",
)


def test_answers_of_an_interview_are_of_who_is_interviewed() -> None:
    facts = read(*INTERVIEW, lead=f"{MINISTER} cho biết ngành cá đang lớn lên.")
    answers = {paragraph for paragraph, who in said(facts) if who == "Trần Văn Khải"}
    assert answers == {-1, 1, 2, 4}
    assert all(s.quoted for s in facts.statements if s.paragraph >= 0 and s.paragraph != 3)


def test_questions_without_dashes_address_somebody() -> None:
    facts = read(
        "Thưa ông, mùa cá năm nay ra sao?",
        "Mùa cá năm nay khá hơn năm ngoái.",
        "Ông có thể nói thêm về các bến mới?",
        "Các bến mới đều ở miền Trung.",
        lead=f"{MINISTER} trả lời phỏng vấn và cho biết ngành cá đang lớn lên.",
    )
    assert [p for p, who in said(facts) if who == "Trần Văn Khải"] == [-1, 1, 3]


def test_an_interview_with_nobody_named_has_no_speaker() -> None:
    assert [who for _, who in said(read(*INTERVIEW)) if who == "Trần Văn Khải"] == []


def test_questions_of_an_article_make_no_interview() -> None:
    facts = read(
        "Vì sao mùa cá năm nay khá hơn?",
        "Người dân có thêm tàu lớn.",
        "Bao giờ có bến mới?",
        "Chưa ai biết điều đó.",
        lead=f"{MINISTER} cho biết ngành cá đang lớn lên.",
    )
    assert [paragraph for paragraph, _ in said(facts)] == [-1]


def test_a_double_family_name_with_a_spaced_dash() -> None:
    facts = read("Phó lãnh đạo đảng này Thorsten Schafer - Gumbel cho biết đảng còn chia rẽ.")
    assert said(facts) == [(0, "Thorsten Schafer-Gumbel")]
