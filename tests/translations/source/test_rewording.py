"""Sources in words that the models know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.engine import Direction
from translations.source.rewording import reword

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI


@pytest.mark.parametrize(
    ("source", "direction", "reworded"),
    [
        ("It passed by 1,412 votes to 28, with 15 abstentions.", EN_VI,
         "It passed by 1,412 votes in favour and 28 against, with 15 abstentions."),
        ("It passed by a vote of 10-2.", EN_VI, "It passed by 10 votes in favour and 2 against."),
        ("Two states sign historic deal.", EN_VI, "Two states sign a historic deal."),
        ("Lumaria reaches agreement on fish.", EN_VI, "Lumaria reaches an agreement on fish."),
        ("They strike honest deal.", EN_VI, "They strike an honest deal."),
        ("They reach one-off trade deal.", EN_VI, "They reach a one-off trade deal."),
        ("Lumaria signs EU accord.", EN_VI, "Lumaria signs an EU accord."),
        ("Lumaria signs UN treaty.", EN_VI, "Lumaria signs a UN treaty."),
        ("Lumaria seals European gas pact.", EN_VI, "Lumaria seals a European gas pact."),
        ("Lumaria inks 18-month deal.", EN_VI, "Lumaria inks an 18-month deal."),
        ("The Viet Nam-Norway talks and US-China trade.", EN_VI,
         "The Viet Nam - Norway talks and US - China trade."),
        ("The Viet Nam-Kazakhstan Committee met.", EN_VI, "The Viet Nam - Kazakhstan Committee met."),
        ("Vietnamese-Norwegian ties", EN_VI, "Vietnamese - Norwegian ties"),
        ("A Japan-based firm in Baden-Baden, a US-Atlantis deal.", EN_VI,
         "A Japan-based firm in Baden-Baden, a US-Atlantis deal."),
        ("A Russia-Ukraine-US meeting.", EN_VI, "A Russia-Ukraine-US meeting."),
        ("A 1.5-gigawatt farm.", EN_VI, "A 1.5 GW farm."),
        ("It made 300 megawatt-hours.", EN_VI, "It made 300 MWh."),
        ("Ông Kim Hee - sang gặp bà Moon.", VI_EN, "Ông Kim Hee-sang gặp bà Moon."),
        ("Nghị quyết 16 / NQ - TW, số 62 - KL / TW và 35 / 2019 / NĐ - CP.", VI_EN,
         "Nghị quyết 16/NQ-TW, số 62-KL/TW và 35/2019/NĐ-CP."),
        ("Dịch COVID - 19, máy bay Su - 30, Hội nghị P 4G.", VI_EN,
         "Dịch COVID-19, máy bay Su-30, Hội nghị P4G."),
        ("Tỷ số Lào - 3 - 0, ngày 5 - 6, QĐ - 12/3.", VI_EN,
         "Tỷ số Lào - 3 - 0, ngày 5 - 6, QĐ - 12/3."),
        ("The Spratlys and the Paracels.", EN_VI, "The Spratly Islands and the Paracel Islands."),
        ("Hoang Sa (Paracel) archipelago.", EN_VI, "Hoang Sa archipelago."),
        ("Họ nói ' cứ chờ ' rồi đi.", VI_EN, 'Họ nói "cứ chờ" rồi đi.'),
        ("Theo CHỈ THỊ số 5.", VI_EN, "Theo Chỉ Thị số 5."),
        ("Doanh nghiệp 'khát' vốn.", VI_EN, 'Doanh nghiệp "khát" vốn.'),
        ("\"Họ ' chờ ' mãi\", ông nói.", VI_EN, "\"Họ 'chờ' mãi\", ông nói."),
        ("Kết luận số 62 - KL / TW.", VI_EN, "Kết luận số 62-KL/TW."),
        ("Quyết định 99 - QĐ/TW.", VI_EN, "Quyết định 99-QĐ/TW."),
        ("Công ty TNHH MTV Sao Mai.", VI_EN,
         "Công ty trách nhiệm hữu hạn một thành viên Sao Mai."),
    ],
)  # fmt: skip
def test_what_the_models_misread_is_said_otherwise(source, direction, reworded):
    assert reword(source, direction) == reworded
    assert reword(reworded, direction) == reworded


@pytest.mark.parametrize(
    ("source", "direction"),
    [
        ("It lost 5 votes to 10 percent of them.", EN_VI),
        ("From 10 votes to 12 votes.", EN_VI),
        ("The gigawatt race.", EN_VI),
        ("They sign the new deal, a pact and their treaty.", EN_VI),
        ("They reached out for an agreement.", EN_VI),
        ("They reach Hanoi after agreement.", EN_VI),
        ("They sign The Hague treaty.", EN_VI),
        ("They sign 12 deal.", EN_VI),
        ("Ông Trần Kim - ba ngày sau - đã về.", VI_EN),
        ("Giai đoạn 2020 - 2025.", VI_EN),
        ("Bờ biển Cote d'Ivoire và O'Brien.", VI_EN),
        ("Năm 2024 - VNA đưa tin.", VI_EN),
    ],
)
def test_the_rest_is_left(source, direction):
    assert reword(source, direction) == source


@given(st.text(max_size=80), st.sampled_from(list(Direction)))
def test_rewording_twice_is_rewording_once(source, direction):
    once = reword(source, direction)
    assert reword(once, direction) == once
