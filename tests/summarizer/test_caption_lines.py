"""Captions that stand in the body: what is one, what looks like one and is none."""

import gzip
import json
import os
from pathlib import Path

import pytest

from summarizer.caption_lines import CAPTION_FEATURES, caption_line, measure_line
from summarizer.document import LEAD, Document, Sentence
from summarizer.extract import extract
from summarizer.weights import shipped_weights

DATA = Path(os.environ.get("BRIEFING_DATA", Path(__file__).parents[3] / "shared"))
REAL = DATA / "corpus" / "summaries" / "vietnews-val.jsonl.gz"

TITLE = "Lâm Thuỷ và Kiên Hà nối lại đường tàu qua sông"
LEAD_TEXT = "Hai nước mở lại tuyến đường sắt qua sông Kiên sau mười năm đóng cửa vì lũ lớn."
NEWS = (
    "Ngoại trưởng Kiên Hà Đỗ Thanh Quyên hôm 4/8 tới Hà Nội bàn với Bộ trưởng Bộ Ngoại giao Lê Văn"
    " Mẫn việc nối lại đường sắt qua sông Kiên."
)
MORE = "Chuyến tàu đầu tiên dự kiến chở hai trăm hành khách và bốn toa hàng nông sản."


def article(*texts, lead=LEAD_TEXT, language="vi", subheadings=frozenset()):
    said = [(LEAD, lead)] if lead else []
    said += list(enumerate(texts))
    return Document(
        title=TITLE,
        lead=lead,
        paragraphs=texts,
        sentences=tuple(Sentence(n, at, text) for n, (at, text) in enumerate(said)),
        subheadings=subheadings,
        language=language,
    )


CAPTIONS = [
    "Ngoại trưởng Kiên Hà Đỗ Thanh Quyên.",
    "Thủ tướng Lâm Thuỷ Lê Văn Mẫn (trái) bắt tay Ngoại trưởng Kiên Hà Đỗ Thanh Quyên hôm 4/8.",
    "Ông Lê Văn Mẫn, cựu đại sứ Lâm Thuỷ tại Kiên Hà.",
    "Bộ trưởng Lê Văn Mẫn tại một cuộc họp báo ở Hà Nội hồi năm 2016.",
    "Tàu chở hàng của Kiên Hà tại ga Lâm Thuỷ hồi tháng 5.",
]
NO_CAPTIONS = [
    "Sáng 4/8, tại Hà Nội, Bộ trưởng Lê Văn Mẫn chủ trì cuộc họp về đường sắt với các địa phương.",
    "Theo Bộ Giao thông vận tải, tuyến đường dài 40 km và cần 300 tỷ đồng để sửa chữa.",
    "“Chúng tôi rất vui khi tàu chạy lại”, Bộ trưởng Lê Văn Mẫn nói trong buổi lễ sáng nay.",
    "Phát biểu tại lễ khai trương, Bộ trưởng Lê Văn Mẫn yêu cầu bảo đảm an toàn cho hành khách.",
    "Tuy nhiên, việc sửa đường sẽ kéo dài.",
]


@pytest.mark.parametrize("text", CAPTIONS)
def test_a_caption_after_the_standfirst_is_known(text):
    found = caption_line(article(text, NEWS, MORE))
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize("text", NO_CAPTIONS)
def test_a_first_sentence_of_the_news_is_none(text):
    assert caption_line(article(text, NEWS, MORE)) is None


def test_without_a_standfirst_only_what_can_be_nothing_else():
    sure = "Bộ trưởng Lê Văn Mẫn (trái) và Ngoại trưởng Đỗ Thanh Quyên tại Hà Nội hôm 4/8."
    perhaps = "Tàu chở hàng của Kiên Hà tại ga Lâm Thuỷ."
    assert caption_line(article(sure, NEWS, MORE, lead="")) is not None
    assert caption_line(article(perhaps, NEWS, MORE)) is not None
    assert caption_line(article(perhaps, NEWS, MORE, lead="")) is None


def test_only_a_paragraph_of_its_own_with_text_after_it():
    text = CAPTIONS[0]
    run_on = Document(
        title=TITLE,
        paragraphs=(f"{text} {NEWS}",),
        sentences=(Sentence(0, 0, text), Sentence(1, 0, NEWS)),
        lead=LEAD_TEXT,
    )
    assert caption_line(run_on) is None
    assert caption_line(article(text)) is None
    assert caption_line(article()) is None
    assert caption_line(article(text, NEWS, language="en")) is None
    assert caption_line(article(text, NEWS, subheadings=frozenset({0}))) is None


@pytest.mark.parametrize("text", CAPTIONS)
def test_a_summary_does_without_captions(text):
    said = extract(article(text, NEWS, MORE), 3)
    assert text not in [sentence.text for sentence in said.sentences]
    assert len(said.sentences) == 3


def test_a_text_of_nothing_else_is_still_told():
    assert [its.text for its in extract(article("Lê Văn Mẫn.", lead=""), 1).sentences]


def test_the_shipped_weights_are_for_features_that_are_measured():
    assert set(shipped_weights("caption").values) == set(CAPTION_FEATURES)
    found = measure_line(CAPTIONS[1], NEWS, TITLE)
    assert found.shape == (len(CAPTION_FEATURES),)
    assert ((found >= 0) & (found <= 1)).all()
    assert found[CAPTION_FEATURES.index("side")] == 1


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Ông A (trái) gặp bà B.", True),
        ("Ông A, phải, bắt tay bà B.", True),
        ("Ông A (thứ hai từ phải sang) tại lễ ký.", True),
        ("Ông A (ngoài cùng bên trái) tại lễ ký.", True),
        ("Các nước cần hợp tác, phải tôn trọng luật pháp.", False),
        ("Đường rẽ trái, phải qua cầu.", False),
        ("Quan hệ (giữa hai nước) tốt đẹp.", False),
    ],
)
def test_where_somebody_stands(text, side):
    found = measure_line(text, NEWS, TITLE)
    assert found[CAPTION_FEATURES.index("side")] == side


@pytest.mark.shared
@pytest.mark.skipif(not REAL.is_file(), reason="needs the corpora in the data folder")
def test_of_real_captions_most_are_found_and_few_others():
    right = found = marked = 0
    with gzip.open(REAL, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if not row["tags"] or len(row["document"]) < 2:
                continue
            texts = row["document"]
            document = Document(
                title=row["title"],
                lead=row["summary"],
                paragraphs=tuple(texts),
                sentences=tuple(Sentence(n, n, text) for n, text in enumerate(texts)),
            )
            its, told = texts[0] in row["tags"], caption_line(document) is not None
            marked, found, right = marked + its, found + told, right + (its and told)
    assert marked > 400
    assert right / found > 0.88
    assert right / marked > 0.84
