"""Tasks by the form of the sentence, and what looks like a task and is none."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Facts, extract

MINISTER = "Bộ trưởng Bộ Ngoại giao Trần Văn Khải"


def read(*paragraphs: str, title: str = "Tin trong ngày") -> Facts:
    return extract(Document.of(title, paragraphs, language="vi"))


def tasks(*paragraphs: str, title: str = "Tin trong ngày") -> list[str]:
    return [task.text for task in read(*paragraphs, title=title).tasks]


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên khẳng định tiếp tục hợp tác trong nghề cá.",
        "Trung ương chỉ rõ: Tập trung làm ngay những việc đã chín.",
        "Trung ương nêu rõ việc đẩy mạnh cuộc vận động trồng rừng trên cả nước.",
        "Hội nghị Trung ương 3, khóa XI, thống nhất thành lập một ban mới.",
        "Định hướng của ngành là giảm mạnh thủ tục ở các bến cảng.",
        "Sở Giao thông được yêu cầu rà soát các bến phà trước mùa mưa.",
        "Trong thời gian tới, các cơ quan chức năng rà soát lại biên chế.",
        "Ban có trách nhiệm kiểm tra việc thực hiện ở các tỉnh.",
        "Nga và Nhật Bản cũng sẽ có biện pháp hỗ trợ ngư dân hai nước.",
        "Các bộ trưởng nhất trí về việc đối phó với nạn cướp biển.",
        "Tuyên bố nhấn mạnh cam kết của các bên trong việc thực thi quy tắc trên biển.",
        "Chính phủ quyết tâm đạt mức tăng trưởng cao hơn năm ngoái.",
        "Thủ tướng nói cần quán triệt các giải pháp đã nêu.",
        "Ngoại giao kinh tế cần phục vụ trước hết ngư dân.",
        f"{MINISTER} đặc biệt mong Osaka hỗ trợ chống sạt lở ở miền Tây.",
        "Các nước ven biển nên thiết lập một cơ chế chung, Đại sứ Mỹ Harold Winkleman nói.",
    ],
)
def test_tasks(text: str) -> None:
    assert len(tasks(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Theo chuyên gia Harold Winkleman, nhà phân tích kinh tế, Nga sẽ đề xuất một lộ trình mới.",
        "Việt Nam được kỳ vọng sẽ thúc đẩy nhiều sáng kiến.",
        f"{MINISTER} nhấn mạnh vấn đề nâng cao hiệu quả của ngành.",
        f"{MINISTER} hoan nghênh những nỗ lực của các nước láng giềng.",
        "Ngày 5/3, Bộ Chính trị ra quyết định về việc thành lập Ban chỉ đạo sông Lam.",
        "Trưởng ban chỉ đạo sông Lam là ông Lê Văn Tám.",
        "Đó là chế độ có thể đổ nếu quân đội quyết định hành động.",
        "Ông tin tưởng hai nước sẽ củng cố quan hệ.",
        "Buổi lễ sẽ do Bộ trưởng Bộ Ngoại giao Trần Văn Khải chủ trì.",
        "Mỹ được cho đã buộc nước láng giềng phải nhượng bộ về thuế.",
        "Chúng tôi không thể yêu cầu người dân bỏ phiếu lại, ông Lê Văn Tám nói.",
        "Việc này khiến quan hệ trở nên tốt hơn, do mưa lớn nên tàu về muộn.",
        "Kết quả chưa đạt yêu cầu đề ra hồi đầu năm.",
    ],
)
def test_no_tasks(text: str) -> None:
    assert tasks(text) == []


def test_a_headline_may_shorten_who_agrees() -> None:
    found = read("Họ đã gặp nhau.", title="Việt - Nhật nhất trí kiểm soát nghề cá ven bờ").tasks
    assert [task.paragraph for task in found] == [-2]


def test_a_duty_keeps_what_it_is_about() -> None:
    [text] = tasks(f"{MINISTER} cho rằng công tác bảo hộ ngư dân phải được nâng chất lượng.")
    assert text == "công tác bảo hộ ngư dân phải được nâng chất lượng"


def test_a_duty_after_an_adverbial_begins_at_its_clause() -> None:
    [text] = tasks("Để làm được việc ấy, quan hệ với láng giềng cần được đưa vào chiều sâu.")
    assert text == "quan hệ với láng giềng cần được đưa vào chiều sâu"


def test_whom_a_duty_binds_is_taken_out_of_it() -> None:
    [task] = read(
        f"{MINISTER} yêu cầu ngành phối hợp. Ngành Ngoại giao cần hợp sức với quân đội."
    ).tasks[1:]
    assert (task.assignee, task.text) == ("Ngành Ngoại giao", "hợp sức với quân đội")


def test_english_passives_are_tasks_of_nobodys() -> None:
    facts = extract(
        Document.of(
            "News of the day",
            ["The Ministry of Foreign Affairs was asked to report to the Government by August."],
            language="en",
        )
    )
    assert [(t.text, t.set_by) for t in facts.tasks] == [("report to the Government by August", "")]
    assert facts.statements == ()
