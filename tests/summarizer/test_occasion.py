"""Who, when and where in a summary."""

import pytest

from summarizer.document import Document, Sentence
from summarizer.extract import extract
from summarizer.occasion import aspects


def document(*texts, title="Sửa cầu phao và nạo vét sông Kiên", language="vi"):
    return Document(
        title=title,
        paragraphs=tuple(texts),
        sentences=tuple(Sentence(n, n, text) for n, text in enumerate(texts)),
        language=language,
    )


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("Giám đốc Sở Giao thông Kiên Hà Lê Văn Mẫn đến thăm.", "vi", {"who"}),
        ("Ông Lê Mẫn đến thăm.", "vi", {"who"}),
        ("Đại sứ Mỹ John Doe đến thăm.", "vi", {"who"}),
        ("Đại biểu toàn quốc họp tại Thủ đô Hà Nội.", "vi", {"where"}),
        ("Lễ mở cầu diễn ra sáng 3/9, tại Kiên Hà.", "vi", {"when", "where"}),
        ("Các bên gặp nhau tại Hội nghị tổng kết năm 2021.", "vi", set()),
        ("Sản lượng đạt 1.234,5 tấn, tăng 3.5 phần trăm.", "vi", set()),
        ("Bộ trưởng yêu cầu các đơn vị sửa cầu.", "vi", set()),
        (
            "Minister of Bridges Le Van Man spoke in Kien Ha on 3 September.",
            "en",
            {"who", "when", "where"},
        ),
        ("The Minister of Foreign Affairs spoke at the Conference.", "en", set()),
        ("", "vi", set()),
    ],
)
def test_aspects(text, language, said):
    assert aspects(text, language) == said


TASKS = [
    f"Sửa cầu phao và nạo vét sông Kiên là việc thứ {n} mà các đơn vị {kind} cần làm ngay."
    for n, kind in enumerate(("giao thông", "thủy lợi", "xây dựng", "công an", "y tế"))
]
OCCASION = (
    "Đây là yêu cầu của Giám đốc Sở Lê Văn Mẫn tại Hội nghị sơ kết, diễn ra sáng 3/9, tại Hà Lâm."
)


def test_three_sentences_say_who_when_and_where():
    found = extract(document(TASKS[0], OCCASION, *TASKS[1:]), 3)
    assert 1 in [s.position for s in found.sentences]
    # The sentence that it speaks of is there as well.
    assert 0 in [s.position for s in found.sentences]


def test_only_if_the_text_says_so_and_only_if_asked_for():
    assert len(extract(document(*TASKS), 3).sentences) == 3
    texts = document(*TASKS[:4], "Gió mùa thổi tại Hà Lâm.", *TASKS[4:])
    free = {s.position for s in extract(texts, 3, complete=False).sentences}
    held = {s.position for s in extract(texts, 3).sentences}
    assert len(free) == len(held) == 3
    assert len(free - held) <= 1


def test_the_length_in_characters_is_kept():
    texts = document(TASKS[0], OCCASION, *TASKS[1:])
    for characters in range(60, 400, 20):
        assert len(extract(texts, 4, characters).text) <= characters
