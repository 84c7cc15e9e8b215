"""Splitting paragraphs into sentences."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text.sentences import KEPT_WHOLE, split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        # abbreviations, numbers and dates
        ["Đoàn đã đến TP. Huế và TP.HCM.", "Sau đó họ đi TX. Dĩ An."],
        ["Năm qua, Hội đã giúp nhiều hộ dân của TP.", "Theo đó, quỹ còn 5 tỷ đồng."],
        ["PGS.TS. Lê Văn Bách và ThS. Mai Thị Cúc dự họp.", "GS. Trần Dũng vắng mặt."],
        ["Ngày 14.12 họ họp, chi 1.234,5 triệu đồng.", "Ngày 15.12 họ nghỉ."],
        ["Họ bàn về lúa, ngô, khoai, v.v. và giá cả.", "Họ bán cá, tôm, v.v.", "Ông Lê tin vậy."],
        ["Ông Nguyễn Văn A. cho biết như thế.", "Bà H. R. Minh đồng ý."],
        ["1. Xây dựng đường.", "2. Trồng cây.", "a. Cây lâu năm."],
        ["Đó là năm 2021.", "35 cuộc họp đã diễn ra."],
        ["Dự án xong hồi tháng 5.", "6 tháng sau, cầu mở."],
        # endings
        ["Đoàn đã về nước./.", "Bài liên quan ở dưới."],
        ["Ngành đổi mới cách làm...", "Đổi mới là tất yếu…", "Và còn nữa… rất nhiều."],
        ["Vì sao vậy?", "Không ai biết!", "Họ im lặng."],
        # quotations
        ["“Chúng tôi rất vui.”", "Ông Lê nói như vậy."],
        ["Ông hỏi: “Ai đi? Ai ở? Ai về…” rồi im lặng.", "Không ai đáp."],
        ["“Tốt lắm!” ông Lê nói.", "Bà Mai cười."],
        ['" Tôi tin. Tôi chờ " - ông Lê nói.', "Rồi ông đi."],
        ['"Tôi tin." - Ông Lê nói.', "Rồi ông đi."],
        ["Theo bà, “hòa bình là trên hết”.", "Bà nói thêm (trích: Hòa. Bình.) như thế."],
        # enumerations are one sentence
        ["Ba việc: một là học; Hai là làm; Ba là nghỉ.", "Hết."],
        # lost spaces
        ["Đoàn thăm đất nước.", "Ông Lê phấn khởi."],
        # English
        ["The U.S. team met Mr. Hale on Dec. 14.", "It left at 5 p.m.", "The end came later."],
        ["See Roe v. Wade and No. 5 of Prof. Smith, Ph.D.", "He agreed."],
        ["J. F. Dole came from the U.S.", "He left.", "Prices rose 1.5 percent vs. May."],
        ["“We agree.”", "He smiled.", '"Why?" she asked.'],
    ],
)
def test_splits(sentences):
    assert split_sentences(" ".join(sentences)) == sentences


def test_a_lost_space_after_a_stop():
    assert split_sentences("Đoàn thăm đất nước.Ông Lê phấn khởi.") == (
        ["Đoàn thăm đất nước.", "Ông Lê phấn khởi."]
    )
    assert len(split_sentences("Xem chinhphu.vn, TP.HCM, GS.TS Lê và abc.Com.")) == 1


def test_a_stop_alone_after_an_ellipsis_begins_no_sentence():
    assert split_sentences('Họ bán "gạo, ngô... ".') == ['Họ bán "gạo, ngô... ".']


def test_a_long_quotation_is_split_at_its_stops():
    inner = "Chúng ta phải làm việc này thật tốt vì tương lai của con em chúng ta. "
    long = f"Ông nói: “{inner * 6}Đó là tất cả.” Mọi người vỗ tay."
    parts = split_sentences(long)
    assert len(parts) == 8
    assert max(map(len, parts)) < KEPT_WHOLE


def test_an_unclosed_quotation_does_not_swallow_the_rest():
    assert len(split_sentences("Ông nói: “Tôi đi. Tôi về. Tôi ở lại.")) == 3


@pytest.mark.parametrize("empty", ["", "  \n ", "\n\n"])
def test_nothing(empty):
    assert split_sentences(empty) == []


def test_a_blank_line_ends_a_sentence():
    assert split_sentences("không có dấu chấm\n\ncâu sau") == ["không có dấu chấm", "câu sau"]


def _bare(text):
    return "".join(text.split())


@given(
    st.lists(
        st.sampled_from(
            [*"aĐƠb1.!?…;,:“”\"'()/-–", ". ", ".” ", " ", "\n", "TP.", "v.v.", "Ông ", "U.S. "]
        ),
        max_size=60,
    ).map("".join)
)
@settings(max_examples=150)
def test_nothing_is_lost_and_nothing_added(paragraph):
    parts = split_sentences(paragraph)
    assert _bare("".join(parts)) == _bare(paragraph)
    assert all(part and part == part.strip() for part in parts)


@pytest.mark.parametrize("unit", ["chữ ", "Đi. ", '". ', "( ", "TP. ", "a.B", "… "])
def test_linear_time(unit):
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    assert _bare("".join(split_sentences(text))) == _bare(text)
    assert time.process_time() - start < 3
