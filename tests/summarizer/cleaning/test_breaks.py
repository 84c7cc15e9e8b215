"""Names and sentences that a single line break cuts; headings, lists and captions stay apart."""

import pytest

from summarizer.cleaning.lines import split_paragraphs

TAIL = "Hai bên đã trao đổi về nhiều nội dung quan trọng."


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "Ông yêu cầu các cơ quan tiếp tục triển khai thực hiện",
            "Nghị quyết Đại hội XIII trong năm tới.",
        ),
        (
            "Sáng 5/10, Diễn đàn Cấp cao Hợp tác",
            "Việt Nam - Lào khai mạc tại Huế.",
        ),
        ("Ông nêu rõ vai trò của", "Bộ Y tế trong công tác này."),
        ("The minister thanked the people of", "Norland for their help."),
        (
            (
                "Hội nghị khai mạc sáng nay với sự tham dự của đại diện nhiều bộ, ngành và địa phương "
                "trong cả nước. Phát biểu tại đây, ông cho biết đã có buổi làm việc cùng ông"
            ),
            "Trần Văn Khánh ở Huế.",
        ),
    ],
)
def test_what_breaks_in_mid_sentence_is_joined(above, below):
    assert split_paragraphs(f"{above}\n{below}\n\n{TAIL}") == [f"{above} {below}", TAIL]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Kết quả triển khai thực hiện", "Nghị quyết đã được ban hành từ năm ngoái."),
        ("Tăng cường quan hệ hợp tác", "Việt Nam và Lào đã ký ba văn kiện."),
        ("Ngày người lính trở về", "Sau hai năm, ông gặp lại gia đình."),
        ("Kế hoạch năm tới gồm các nội dung của", "- Bộ Y tế và các cơ quan."),
        ("Các đại biểu dự hội nghị sáng 5/10 tại Huế. Ảnh: Trần Khánh", "Ông cho biết như vậy."),
        ("Hội nghị bế mạc chiều nay.", "Bộ Y tế sẽ báo cáo."),
    ],
)
def test_headings_items_and_captions_stay_apart(above, below):
    assert split_paragraphs(f"{above}\n{below}\n\n{TAIL}") == [above, below, TAIL]
