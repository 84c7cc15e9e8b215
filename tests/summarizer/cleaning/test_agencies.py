"""Datelines, credits and by-lines."""

import pytest

from summarizer.cleaning.agencies import agency, read_credit, split_dateline


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("TTXVN/Báo Tin tức", "TTXVN/Báo Tin tức"),
        ("Theo TTXVN", "TTXVN"),
        ("(Theo Reuters / SCMP)", "Reuters/SCMP"),
        ("Nguồn: VOV", "VOV"),
        ("Theo Lao động", "Lao Động"),
        ("Lê Minh (Theo AFP)", "AFP"),
        ("Đ. V (Tổng hợp)", None),
        ("Lê Minh - Trần Đào", None),
        ("Lê Văn Minh/VOV", "VOV"),
        ("TRẦN ĐÀO", None),
        ("Bài, ảnh: Lê Minh", None),
        ("PV", None),
        ("Theo Vietnam +", "Vietnam+"),
        ("Lê Minh (từ Vinh)", None),
    ],
)
def test_credits(line, source):
    credit = read_credit(line)
    assert credit is not None
    assert credit.source == source


@pytest.mark.parametrize(
    "line",
    [
        "Lao động",
        "Theo ông, đó là điều tốt",
        "Hội nghị kết thúc",
        "Ông Lê Minh phát biểu",
        "Nhiệm vụ trọng tâm",
        "Kết quả:",
        "Vì sao Lê Minh?",
        "",
        "Lê Minh (áo trắng)",
    ],
)
def test_no_credits(line):
    assert read_credit(line) is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "Lao động - Thương binh và Xã hội là một bộ.",
        "Hà Nội - Vinh là tuyến đường sắt dài.",
        "(Trích) Ông nói như vậy.",
        "ASEAN - Trung Quốc đã họp.",
        "WHO - Tổ chức Y tế Thế giới - đã họp.",
        "HANOI-based firms have met.",
        "Thanh niên (TN) là lực lượng nòng cốt.",
        "Reuters đưa tin hội nghị đã họp.",
    ],
)
def test_no_datelines(paragraph):
    assert split_dateline(paragraph) is None


def test_a_dateline_leaves_the_rest():
    dateline = split_dateline("Vinh (TTXVN 5/3/2021) – Ông Lê Minh đến thăm.")
    assert dateline is not None
    assert (dateline.source, dateline.rest) == ("TTXVN", "Ông Lê Minh đến thăm.")
    assert str(dateline.date) == "2021-03-05"


@pytest.mark.parametrize(
    ("paragraph", "rest", "date"),
    [
        ("HANOI - The minister met them.", "The minister met them.", ""),
        ("HÀ NỘI — Bộ trưởng đã gặp họ.", "Bộ trưởng đã gặp họ.", ""),
        ("HO CHI MINH CITY – “We met,” he said.", "“We met,” he said.", ""),
        ("KIEN HA, May 14, 2031 - The minister met them.", "The minister met them.", "2031-05-14"),
    ],
)
def test_a_city_without_an_agency_is_taken_off(paragraph, rest, date):
    dateline = split_dateline(paragraph)
    assert dateline is not None
    assert (dateline.source, dateline.rest, str(dateline.date)) == (None, rest, date)


def test_names_are_whole_and_folded():
    assert agency("bao tin tuc") == agency("BÁO TIN TỨC") == "Báo Tin tức"
    assert agency("Báo Tin tức miền Nam") is None
    assert agency("Thanh niên") == "Thanh Niên"
    assert agency("Thanh niên", alone=True) is None
