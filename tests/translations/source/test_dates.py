import random

import pytest

from summarizer.text.dates import find_dates
from translations import Direction, FindingKind, Translator
from translations.output.checks import check
from translations.source.dates import broken_dates, mend_dates, spell_dates, strange_dates

VI_EN = Direction.VI_EN


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Ngày 05/03/2024, hai bên họp.", "Ngày 5 tháng 3 năm 2024, hai bên họp."),
        ("Sáng 22.06.1991, đoàn đến.", "Sáng 22 tháng 6 năm 1991, đoàn đến."),
        ("Ngày 5-10, hai bên họp.", "Ngày 5/10, hai bên họp."),
        ("Trong tháng 01/2005, hai bên họp.", "Trong tháng 1 năm 2005, hai bên họp."),
        ("Từ ngày 5 đến 7/3/2024.", "Từ ngày 5 đến 7/3/2024."),
        ("Ngày 5, 7 và 9/3, hai bên họp.", "Ngày 5, 7 và 9/3, hai bên họp."),
        ("Xuất khẩu quý 2/2024 tăng.", "Xuất khẩu quý 2/2024 tăng."),
        ("Ngày 31/02/2024, hai bên họp.", "Ngày 31/02/2024, hai bên họp."),
        ("Nghị định 12/2031/NĐ-CP có hiệu lực.", "Nghị định 12/2031/NĐ-CP có hiệu lực."),
        ("Có 2/3 số phiếu.", "Có 2/3 số phiếu."),
    ],
)
def test_dates_are_spelled_for_the_model(text, spelled):
    assert spell_dates(text) == spelled
    assert spell_dates(spelled) == spelled


@pytest.mark.parametrize(
    ("source", "text", "better"),
    [
        (
            "Ngày 5/3/2024, hai bên họp.",
            "On March 5,24, the two sides met.",
            "On March 5, 2024, the two sides met.",
        ),
        (
            "Ngày 5/3/2024, hai bên họp.",
            "On March 5,24, the two sides March 5, 2024 met.",
            "the two sides March 5, 2024 met.",
        ),
        ("Ký ngày 8/3/2005.", "Signed on March 8,03/2005.", "Signed on March 8, 2005."),
        ("Ký ngày 16/10/2001.", "Signed on October 16,-2001.", "Signed on October 16, 2001."),
        ("Ký ngày 17/8/2011.", "Signed on 17,08,2011.", "Signed on August 17, 2011."),
        ("Họp ngày 14/01 tại Huế.", "Met on January 14,01 in Hue.", "Met on January 14 in Hue."),
        ("Họp tháng 1/2005.", "Met in January-2005.", "Met in January 2005."),
        ("Họp ngày 2/4 tại Huế.", "Met on February April 2 in Hue.", "Met on April 2 in Hue."),
        ("Hội nghị (tháng 12/2021).", "Conference (May December 2021).", "Conference (December 2021)."),
        ("Ngày 05/03/2024, hai bên họp.", "On May 5, 2023, they met.", "On March 5, 2024, they met."),
        (
            "Họp ngày 5/3/2024, ký ngày 6/4/2024.",
            "Met on May 3, 2024, signed on June 4, 2024.",
            "Met on March 5, 2024, signed on April 6, 2024.",
        ),
        ("Xuất khẩu tháng 1/2005 tăng.", "2005 exports in January 2005 rose.",
         "exports in January 2005 rose."),
    ],
)  # fmt: skip
def test_broken_and_wrong_dates_are_put_right(source, text, better):
    assert mend_dates(text, source) == better
    assert not broken_dates(better)
    assert not strange_dates(better, source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Họp ngày 5/3/2024.", "Met on March 5, 2024."),
        ("Họp ngày 5/3/2024.", "Met on 5 March 2024."),
        ("Họp ngày 5/3.", "Met on March 5, 35 people came."),
        ("Họp ngày 5/3 với 1.200 người.", "Met on March 5, 1,200 people came."),
        ("Họp ngày 5/3, năm 2024 là năm tốt.", "Met on March 5, 2024 being a good year."),
        ("Trời mưa.", "It rained on May 5, 2023."),
        ("Họp từ ngày 5 đến 7/3.", "Met on March 5-7."),
    ],
)
def test_what_is_right_or_cannot_be_known_is_left(source, text):
    assert mend_dates(text, source) == text


def test_dates_that_the_source_does_not_have_are_found(glossary):
    findings = check("Trời mưa to.", "It rained on May 5, 2023.", VI_EN, glossary)
    assert FindingKind.DATE in {finding.kind for finding in findings}
    findings = check("Họp năm 2024 ở Huế.", "Met on March 5,24 in Hue in 2024.", VI_EN, glossary)
    assert FindingKind.DATE in {finding.kind for finding in findings}


def test_full_dates_come_through_the_shipped_model(translator: Translator):
    chance = random.Random(3)
    frames = ["Ngày {}, hai bên họp tại Hà Nội.", "Ngày {}, hai bên họp.", "Sáng {}, đoàn đến Huế."]
    sources, dates = [], []
    for index in range(18):
        day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1990, 2026)
        sign = "/-."[index % 3]
        sources.append(frames[index % 3].format(f"{day:02}{sign}{month:02}{sign}{year}"))
        dates.append((year, month, day))
    found = [
        [(m.date.year, m.date.month, m.date.day) for m in find_dates(result.text, "en")]
        for result in translator.translate(sources, VI_EN)
    ]
    assert found == [[date] for date in dates]


@pytest.mark.parametrize(
    ("text", "source", "mended"),
    [
        ("from January 20 to March 20, they", "từ ngày 20-1 đến 31-3, họ",
         "from January 20 to March 31, they"),
        ("between July 7 and August 10.", "từ ngày 7 đến ngày 10/7.",
         "between July 7 and July 10."),
        ("from July 7 to July 10.", "từ ngày 7 đến ngày 10/7.", "from July 7 to July 10."),
        ("from May 1 to May 2.", "từ ngày 7 đến ngày 10/7.", "from May 1 to May 2."),
    ],
)  # fmt: skip
def test_a_range_with_one_wrong_end_is_put_right(text, source, mended):
    assert mend_dates(text, source) == mended


def test_both_ends_of_a_range_are_asked_for(glossary):
    source, wrong = "Từ ngày 20-1 đến 31-3, họ họp.", "From January 20 to March 20 they met."
    assert [f.kind for f in check(source, wrong, Direction.VI_EN, glossary)][:1] == [
        FindingKind.DATE
    ]
    assert not check(source, wrong.replace("March 20", "March 31"), Direction.VI_EN, glossary)
