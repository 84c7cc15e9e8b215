"""Tasks, their items, and who set and stated them."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Facts, Theme, extract
from summarizer.facts.documents.documents import find_documents
from summarizer.facts.tasks.parts import unnumbered
from summarizer.facts.tasks.themes import theme_of
from summarizer.text.dates import PartialDate

MINISTER = "Bộ trưởng Bộ Ngoại giao Trần Văn Khải"


def read(*paragraphs: str) -> Facts:
    return extract(Document.of("Tin trong ngày", paragraphs, language="vi"))


def test_asked_and_of_whom() -> None:
    [task] = read(f"{MINISTER} yêu cầu toàn ngành tiếp tục đổi mới cách làm.").tasks
    assert (task.set_by, task.stated_by) == ("Trần Văn Khải", "Trần Văn Khải")
    assert (task.assignee, task.text) == ("toàn ngành", "tiếp tục đổi mới cách làm")


@pytest.mark.parametrize(
    ("asked", "assignee", "text"),
    [
        (
            "yêu cầu Bộ Kế hoạch - đầu tư làm rõ các vấn đề của đề án",
            "Bộ Kế hoạch - đầu tư",
            "làm rõ các vấn đề của đề án",
        ),
        (
            "đề nghị phía Bộ Quốc phòng Hoa Kỳ tiếp tục hỗ trợ rà phá bom mìn",
            "phía Bộ Quốc phòng Hoa Kỳ",
            "tiếp tục hỗ trợ rà phá bom mìn",
        ),
        ("yêu cầu ban hành quy chế mới trong quý tới", "", "ban hành quy chế mới trong quý tới"),
    ],
)
def test_no_word_is_cut_in_two(asked: str, assignee: str, text: str) -> None:
    [task] = read(f"{MINISTER} {asked}.").tasks
    assert (task.assignee, task.text) == (assignee, text)


@pytest.mark.parametrize(
    ("asked", "assignee", "text"),
    [
        (
            "yêu cầu Bộ Ngoại giao, Bộ Quốc phòng và UBND các tỉnh khẩn trương bảo hộ ngư dân",
            "Bộ Ngoại giao, Bộ Quốc phòng và UBND các tỉnh",
            "khẩn trương bảo hộ ngư dân",
        ),
        (
            "giao Bộ Công Thương và Bộ Tài chính nghiên cứu phương án",
            "Bộ Công Thương và Bộ Tài chính",
            "nghiên cứu phương án",
        ),
        (
            "yêu cầu Bộ Ngoại giao, các cơ quan đại diện Việt Nam ở nước ngoài đẩy mạnh hợp tác",
            "Bộ Ngoại giao, các cơ quan đại diện Việt Nam ở nước ngoài",
            "đẩy mạnh hợp tác",
        ),
        (
            "giao Phó Thủ tướng Lê Văn Bê và Bộ trưởng Ngoại giao chỉ đạo việc này",
            "Phó Thủ tướng Lê Văn Bê và Bộ trưởng Ngoại giao",
            "chỉ đạo việc này",
        ),
        (
            "đề nghị các thành viên của Uỷ ban Quốc gia APEC 2017 đánh giá công tác",
            "các thành viên của Uỷ ban Quốc gia APEC 2017",
            "đánh giá công tác",
        ),
    ],
)
def test_all_who_are_asked_are_named(asked: str, assignee: str, text: str) -> None:
    [task] = read(f"{MINISTER} {asked}.").tasks
    assert (task.assignee, task.text) == (assignee, text)


@pytest.mark.parametrize(
    ("sentence", "assignee", "text"),
    [
        ("Bí thư Lê Văn Mẫn đề nghị Hội Sinh viên thành phố Hà Nội triển khai đợt học tập.", "Hội Sinh viên thành phố Hà Nội", "triển khai đợt học tập"),
        ("Bí thư Lê Văn Mẫn yêu cầu các cơ quan truyền thông quốc tế làm đúng quy định.", "các cơ quan truyền thông quốc tế", "làm đúng quy định"),
        ("Bí thư Lê Văn Mẫn đề nghị các đại biểu quốc tế chia sẻ giải pháp mới.", "các đại biểu quốc tế", "chia sẻ giải pháp mới"),
        ("Tổng thống Adam Kent kêu gọi Quốc hội nước này áp dụng điều khoản miễn trừ.", "Quốc hội nước này", "áp dụng điều khoản miễn trừ"),
        ("Hội nghị đề nghị các doanh nghiệp, các bộ, ngành giới thiệu nhân sự giỏi.", "các doanh nghiệp, các bộ, ngành", "giới thiệu nhân sự giỏi"),
        ("Cộng đồng Pháp ngữ cần thúc đẩy hợp tác về giáo dục.", "Cộng đồng Pháp ngữ", "thúc đẩy hợp tác về giáo dục"),
    ],
)  # fmt: skip
def test_what_narrows_those_who_are_asked_belongs_to_them(
    sentence: str, assignee: str, text: str
) -> None:
    [task] = read(sentence).tasks
    assert (task.assignee, task.text) == (assignee, text)


@pytest.mark.parametrize(
    ("asked", "assignee", "text"),
    [
        ("đề nghị Nhật Bản tiếp tục hỗ trợ Việt Nam", "Nhật Bản", "tiếp tục hỗ trợ Việt Nam"),
        (
            "đề nghị Nhật Bản, Hàn Quốc và EU tiếp tục hỗ trợ Việt Nam",
            "Nhật Bản, Hàn Quốc và EU",
            "tiếp tục hỗ trợ Việt Nam",
        ),
        ("nói Nhật Bản cần phải thay đổi chính sách", "Nhật Bản", "thay đổi chính sách"),
        # a thing is needed; a place goes on as something else
        (
            "nói Nhật Bản cần một chính phủ phải đưa đất nước đi lên",
            "",
            "Nhật Bản cần một chính phủ phải đưa đất nước đi lên",
        ),
        ("đề nghị Nhật Bản là cầu nối giữa các nước", "", "Nhật Bản là cầu nối giữa các nước"),
        # alone the rest would tell nothing
        ("kêu gọi Nhật Bản kiềm chế", "Nhật Bản", "Nhật Bản kiềm chế"),
    ],
)
def test_states_are_asked(asked: str, assignee: str, text: str) -> None:
    [task] = read(f"{MINISTER} {asked}.").tasks
    assert (task.assignee, task.text) == (assignee, text)


def test_enumerations_are_split_but_not_into_nouns() -> None:
    tasks = read(
        f"{MINISTER} yêu cầu nâng cao hiệu quả ngoại giao kinh tế; đẩy mạnh bảo hộ công dân; "
        "phối hợp giữa các bộ; giữa trung ương và địa phương."
    ).tasks
    assert [t.text for t in tasks] == [
        "nâng cao hiệu quả ngoại giao kinh tế",
        "đẩy mạnh bảo hộ công dân",
        "phối hợp giữa các bộ; giữa trung ương và địa phương",
    ]
    assert [t.theme for t in tasks[:2]] == [Theme.ECONOMIC, Theme.CITIZEN_PROTECTION]
    assert len({t.sentence for t in tasks}) == 1


def test_nobody_sets_what_nobody_is_said_to_set() -> None:
    tasks = read(
        "Đẩy mạnh ngoại giao văn hóa trong thời gian tới.",
        "Tăng cường nghiên cứu, dự báo chiến lược.",
        "Hoàn thiện các cơ chế, chính sách về bảo hộ công dân.",
    ).tasks
    assert len(tasks) == 3
    assert {(t.set_by, t.stated_by) for t in tasks} == {("", "")}


def test_a_congress_is_no_issuer() -> None:
    [task] = read("Đại hội Đảng lần thứ XI chỉ rõ cần tiếp tục phát huy vai trò của ngành.").tasks
    assert (task.set_by, task.stated_by) == ("", "")


def test_tasks_that_somebody_gave() -> None:
    [task] = read("Đó là 6 nhiệm vụ mà Tổng Bí thư Lê Quang Định giao cho các cơ quan.").tasks
    assert (task.set_by, task.stated_by) == ("Lê Quang Định", "")


def test_a_demand_goes_on_in_the_next_sentence_of_its_paragraph() -> None:
    tasks = read(
        f"{MINISTER} yêu cầu ngành bám sát thực tiễn. Bên cạnh đó, cần tăng cường phối hợp giữa các cơ quan.",
        "Trời mưa suốt buổi chiều hôm đó.",
        "Các doanh nghiệp cần đổi mới công nghệ để phát triển.",
    ).tasks
    assert [t.stated_by for t in tasks] == ["Trần Văn Khải", "Trần Văn Khải", ""]


def test_the_list_after_a_cue() -> None:
    tasks = read(
        "Cần tập trung vào những nhiệm vụ trọng tâm sau: Xây dựng nền ngoại giao hiện đại; bảo đảm sự phối hợp chặt chẽ.",
        "Cùng với đó, không ngừng mở rộng quan hệ với các nước.",
        "Năm ngoái kết quả rất tốt.",
    ).tasks
    assert [t.paragraph for t in tasks] == [0, 0, 1]


def test_pointing_back_is_no_task_of_its_own() -> None:
    tasks = read(
        "Bảo đảm sự phối hợp chặt chẽ giữa các cơ quan trong mọi việc. "
        f"Đây là yêu cầu của {MINISTER} tại buổi làm việc."
    ).tasks
    assert [t.sentence for t in tasks] == [0]
    assert tasks[0].set_by == "Trần Văn Khải"


@pytest.mark.parametrize(
    "text",
    [
        "Ông phải nhập viện vì bệnh nặng.",
        "Điều đó không cần thiết.",
        "Công tác này đã được đẩy mạnh.",
        "Nâng cao vị thế đất nước",
        "Yêu cầu này rất khó.",
        "Đoàn đến thăm Cần Thơ, sau đó về Hà Nội.",
        "Các Bộ trưởng Ngoại giao ASEAN gặp nhau tại Hà Nội.",
    ],
)
def test_no_tasks(text: str) -> None:
    assert read(text, "Câu thứ hai không có gì.").tasks == ()


@pytest.mark.parametrize(
    "text",
    [
        "Việt Nam sẵn sàng chia sẻ kinh nghiệm trồng lúa với các nước châu Phi.",
        "Hai bên nhất trí mở thêm đường bay thẳng trong năm nay.",
        "Seoul hôm nay tuyên bố sẽ dỡ bỏ hàng rào thuế đối với gạo.",
        f"{MINISTER} cho biết Việt Nam mong các nước cùng nhau bảo vệ nguồn nước sông.",
        "Bộ Y tế có kế hoạch xây thêm trạm xá ở miền núi.",
        "Theo kế hoạch của Bộ Y tế, các tỉnh mở lớp dạy nghề cho thanh niên.",
    ],
)
def test_readiness_agreements_and_plans(text: str) -> None:
    assert read(text, "Câu thứ hai không có gì.").tasks


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng sẽ thăm Nhật Bản vào tuần tới.",
        "Máy bay của Tổng thống Mỹ sẽ hạ cánh vào chiều nay.",
        "Quan hệ giữa Việt Nam và Nhật Bản sẽ bước vào giai đoạn mới.",
        "Giá dầu sẽ khiến các nước gặp khó khăn.",
        "Mỹ không đồng ý với các điều kiện mới của vòng đàm phán.",
        "Theo kế hoạch, hội nghị kết thúc vào ngày mai.",
        f"{MINISTER} đánh giá cao vai trò của các nước trong thúc đẩy hòa bình.",
    ],
)
def test_schedules_and_guesses_are_no_tasks(text: str) -> None:
    assert read(text, "Câu thứ hai không có gì.").tasks == ()


def test_thanks_ask_for_nothing() -> None:
    thanked = f"{MINISTER} cảm ơn các nước trong khu vực đã nhất trí tăng cường hỗ trợ ngư dân."
    assert read(thanked).tasks == ()


def test_a_title_can_hold_a_task() -> None:
    facts = extract(
        Document.of(
            "Việt Nam sẵn sàng giúp các nước trồng lúa",
            ["Trời mưa suốt buổi chiều hôm đó."],
            language="vi",
        )
    )
    assert [(t.paragraph, t.sentence) for t in facts.tasks] == [(-2, -1)]


def test_due() -> None:
    [task] = read(f"{MINISTER} yêu cầu Cục Lãnh sự hoàn thành báo cáo trước ngày 15/6/2022.").tasks
    assert (str(task.due), task.assignee) == ("2022-06-15", "Cục Lãnh sự")


def test_english_tasks() -> None:
    facts = extract(
        Document.of(
            "Tin",
            [
                "Foreign Minister Tran Van Khai urged ministries and sectors to step up economic diplomacy."
            ],
            language="en",
        )
    )
    [task] = facts.tasks
    assert (task.set_by, task.assignee, task.theme) == (
        "Tran Van Khai",
        "ministries and sectors",
        Theme.ECONOMIC,
    )


def test_theme_without_any_word_is_other() -> None:
    assert theme_of("làm tốt hơn nữa", "vi") is Theme.OTHER
    # the letters of "biển" stand there, but in no word of their own
    assert theme_of("siêubiểnđảo", "vi") is Theme.OTHER


def test_documents() -> None:
    found = find_documents(
        [
            "Thực hiện Chỉ thị 25-CT/TW và Chỉ thị số 25-CT/TW, Nghị quyết Đại hội XIII của Đảng.",
            "Theo Nghị định 6/2019/NĐ-CP và Hiệp định Đối tác Xuyên Thái Bình Dương mà các nước ký.",
        ]
    )
    assert found == (
        "Chỉ thị 25-CT/TW",
        "Nghị quyết Đại hội XIII của Đảng",
        "Nghị định 6/2019/NĐ-CP",
        "Hiệp định Đối tác Xuyên Thái Bình Dương",
    )


def test_english_tasks_are_cut_at_the_right_word() -> None:
    def asked(text: str) -> list[tuple[str, str]]:
        facts = extract(Document.of("News", [text], language="en"))
        return [(task.assignee, task.text) for task in facts.tasks]

    urged = "Foreign Minister Tran Van Khai urged ministries to cut red tape for fishing boats."
    assert asked(urged) == [("ministries", "cut red tape for fishing boats")]
    assert asked("Deputy Minister Tran Van Khai said the congress will open on Monday.") == []


@pytest.mark.parametrize(
    "mark", ["9. ", "b) ", "(3) ", "IV. ", "- ", "1.2. ", "1/ ", "ii) ", "a. ", ""]
)
def test_a_task_has_no_number_of_its_list(mark: str) -> None:
    assert unnumbered(f"{mark}Đẩy mạnh ngoại giao kinh tế.") == "Đẩy mạnh ngoại giao kinh tế."


@pytest.mark.parametrize(
    "text",
    [
        "12.500 hộ dân cần được hỗ trợ",
        "5G phải có sớm",
        "a- xít",
        "9.",
        "V. Putin sẽ đến",
        "X. Thanh cần xem",
    ],
)
def test_figures_stay_in_a_task(text: str) -> None:
    assert unnumbered(text) == text


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("xử lý việc này trong quý 1-2018, chậm nhất trước tháng 6/2018", "2018-06"),
        ("xử lý việc này chậm nhất là ngày 30/6/2018", "2018-06-30"),
        ("xử lý việc này trước ngày 28-11", "2017-11-28"),
        ("xử lý việc này trước ngày 5-2", "2018-02-05"),
        ("xử lý việc này trước ngày 29-2", "--02-29"),
    ],
)
def test_deadlines_are_the_latest_allowed_and_lie_ahead(text: str, due: str) -> None:
    document = Document.of(
        "Tin trong ngày", [f"{MINISTER} yêu cầu các đơn vị {text}."], language="vi",
        published=PartialDate(2017, 11, 20),
    )  # fmt: skip
    [task] = extract(document).tasks
    assert str(task.due) == due
