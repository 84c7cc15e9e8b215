"""Right and wrong translations of one sentence: the right ones have no findings, the wrong have."""

import pytest

from translations import Direction, FindingKind
from translations.output.checks import check

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI
SENTENCES = [
    (
        VI_EN,
        "Cuộc họp bắt đầu lúc 10h sáng thứ Hai.",
        [
            "The meeting begins at 10 a.m. on Monday.",
            "The meeting begins at 10:00 on Monday.",
            "The meeting starts at 10 am Monday.",
            "The meeting starts at 10 o'clock on Monday morning.",
        ],
        [
            "The meeting begins at 10 p.m. on Monday.",
            "The meeting begins at 11 a.m. on Monday.",
            "The meeting begins on Monday.",
        ],
    ),
    (
        VI_EN,
        "Lễ ký diễn ra lúc 8 giờ 30 tối.",
        [
            "The signing takes place at 8:30 p.m.",
            "The signing takes place at 20:30.",
            "The signing took place at 8.30 pm.",
        ],
        [
            "The signing takes place at 8:30 a.m.",
            "The signing takes place at 8:13 p.m.",
            "The signing takes place at 8 p.m.",
        ],
    ),
    (
        VI_EN,
        "Máy bay hạ cánh lúc 15h.",
        [
            "The plane landed at 3 p.m.",
            "The plane landed at 15:00.",
            "The plane landed at 3 in the afternoon.",
        ],
        ["The plane landed at 5 p.m.", "The plane landed at 3 a.m."],
    ),
    (
        VI_EN,
        "Tàu chạy lúc 0h41 rạng sáng nay.",
        ["The train left at 12.41 am this morning.", "The train left at 0:41 this morning."],
        ["The train left at 4:10 this morning."],
    ),
    (
        VI_EN,
        "Đường đóng từ 18h đến 22h ngày 31/12.",
        [
            "The street will be closed from 6 p.m. to 10 p.m. on December 31.",
            "The street will be closed from 6 to 10 p.m. on December 31.",
            "The street will be closed from 18:00 to 22:00 on December 31.",
        ],
        ["The street will be closed from 8 p.m. to 10 p.m. on December 31."],
    ),
    (
        VI_EN,
        "Trong 24 giờ qua, có 35 ca.",
        ["There were 35 cases in the past 24 hours."],
        ["There were 35 cases in the past 42 hours."],
    ),
    (
        VI_EN,
        "Chuyến bay kéo dài 2 giờ 30 phút.",
        ["The flight lasts two and a half hours.", "The flight lasts 2 hours 30 minutes."],
        ["The flight lasts 3 hours 20 minutes."],
    ),
    (
        VI_EN,
        "Họp lúc 12h trưa và kết thúc lúc 12h đêm.",
        ["They met at noon and ended at midnight."],
        [],
    ),
    (
        VI_EN,
        "GDP quý I/2024 tăng 5,66%, quý II tăng 6,93%.",
        [
            "GDP grew 5.66% in the first quarter of 2024 and 6.93% in the second.",
            "Q1 2024 GDP rose by 5.66 percent and Q2 by 6.93 percent.",
        ],
        ["GDP grew 5.66% in the third quarter of 2024 and 6.93% in the second."],
    ),
    (
        VI_EN,
        "Thập niên 1990 là thời kỳ đổi mới.",
        ["The 1990s were a period of renewal.", "The decade of the 1990s was a time of renewal."],
        ["The 1980s were a period of renewal."],
    ),
    (
        VI_EN,
        "Những năm 80 của thế kỷ 20.",
        ["The 1980s.", "The 80s of the 20th century.", "The eighties of the twentieth century."],
        ["The 1970s."],
    ),
    (
        VI_EN,
        "Kim ngạch năm ngoái đạt 12,5 tỷ USD.",
        ["Trade reached US$12.5 billion last year.", "Last year's turnover was 12.5 billion USD."],
        ["Trade reached US$12.5 billion this year.", "Trade reached US$12.5 million last year."],
    ),
    (
        VI_EN,
        "Ông sẽ thăm Lào vào tuần tới.",
        ["He will visit Laos next week."],
        ["He visited Laos last week."],
    ),
    (
        VI_EN,
        "Hôm qua, hai bên ký 15-20 thỏa thuận.",
        [
            "Yesterday the two sides signed 15-20 agreements.",
            "The two sides signed 15 to 20 agreements yesterday.",
        ],
        [
            "Today the two sides signed 15-20 agreements.",
            "Yesterday the two sides signed 15-30 agreements.",
        ],
    ),
    (
        VI_EN,
        "Chiều 8/10, Bộ trưởng tiếp Đại sứ.",
        [
            "On the afternoon of October 8, the Minister received the Ambassador.",
            "The Minister received the Ambassador on October 8.",
        ],
        ["On the morning of October 8, the Minister received the Ambassador."],
    ),
    (VI_EN, "Tỷ số là 3-2.", ["The score was 3-2.", "It ended 3–2."], ["The score was 2-2."]),
    (
        VI_EN,
        "Tàu ở tọa độ 12°30'N, 109°45'E.",
        ["The ship was at 12°30'N, 109°45'E."],
        ["The ship was at 12°33'N, 109°45'E."],
    ),
    (
        VI_EN,
        "Nhiệt độ xuống -5 độ C.",
        ["The temperature fell to -5 degrees C.", "The temperature fell to minus 5°C."],
        ["The temperature fell to 15°C."],
    ),
    (
        VI_EN,
        "Quỹ trị giá 350 triệu euro, trong đó 40 triệu bảng từ Anh.",
        [
            "The fund is worth 350 million euros, of which 40 million pounds comes from the United Kingdom.",
            "The fund is worth €350 million, £40 million of it from Britain.",
        ],
        [
            "The fund is worth $350 million, of which £40 million comes from the UK.",
            "The fund is worth €350 billion, of which 40 million pounds comes from the UK.",
        ],
    ),
    (
        VI_EN,
        "Có hơn 2/3 đại biểu, tức 67%, tán thành.",
        [
            "More than two-thirds of delegates, or 67%, agreed.",
            "More than 2/3 of delegates (67 percent) agreed.",
        ],
        ["More than one third of delegates, or 67%, agreed."],
    ),
    (
        VI_EN,
        "Ông Naoki Tanabe, Đại sứ Nhật Bản, phát biểu.",
        ["Mr. Naoki Tanabe, Ambassador of Japan, spoke."],
        [
            "Mr. Naoli Tanabe, Ambassador of Japan, spoke.",
            "The Ambassador of Japan spoke.",
            "Mr. Naoki Tanaba, Ambassador of Japan, spoke.",
        ],
    ),
    (
        VI_EN,
        "Bà Kowalczyk đến từ Đại học Wroclaw của Ba Lan.",
        ["Ms. Kowalczyk comes from the University of Wroclaw in Poland."],
        ["Ms. Kowalcik comes from the University of Wroclaw in Poland."],
    ),
    (
        VI_EN,
        "Binh sĩ Ukraine và Israel gặp nhau ở Moskva.",
        ["Ukrainian and Israeli soldiers met in Moscow."],
        ["Russian and Israeli soldiers met in Moscow."],
    ),
    (
        VI_EN,
        "Đại hội bầu ban lãnh đạo mới.",
        ["The congress elected a new leadership."],
        ["The National Assembly elected a new leadership."],
    ),
    (
        VI_EN,
        "Phó Giám đốc Sở Du lịch nói vậy.",
        ["The Deputy Director of the Department of Tourism said so."],
        [],
    ),
    (
        VI_EN,
        "Thủ tướng phát biểu tại hội nghị.",
        ["The PM spoke at the conference.", "The premier spoke at the conference."],
        ["The President spoke at the conference."],
    ),
    (
        VI_EN,
        "Chỉ thị 25-CT/TW và Nghị quyết 36/NQ-CP.",
        ["Directive 25-CT/TW and Resolution 36/NQ-CP."],
        ["Directive 25-CT/TW and Resolution 63/NQ-CP."],
    ),
    (
        VI_EN,
        "Lần đầu tiên sau 10 năm.",
        [
            "For the first time in 10 years.",
            "For the first time in a decade.",
            "For the first time in ten years.",
        ],
        ["For the first time in 12 years."],
    ),
    (
        EN_VI,
        "The meeting starts at 10 a.m. on Monday.",
        ["Cuộc họp bắt đầu lúc 10 giờ sáng thứ Hai.", "Cuộc họp bắt đầu lúc 10h thứ Hai."],
        [
            "Cuộc họp bắt đầu lúc 10 giờ tối thứ Hai.",
            "Cuộc họp bắt đầu lúc 11 giờ sáng thứ Hai.",
            "Cuộc họp bắt đầu vào thứ Hai.",
            "Cuộc họp bắt đầu lúc 10 giờ sáng thứ Ba.",
        ],
    ),
    (
        EN_VI,
        "The train left at 5.45am and arrived at 12.10 pm.",
        [
            "Tàu chạy lúc 5h45 và đến lúc 12h10.",
            "Tàu rời ga lúc 5 giờ 45 sáng và đến lúc 12 giờ 10 trưa.",
        ],
        ["Tàu chạy lúc 5h54 và đến lúc 12h10."],
    ),
    (
        EN_VI,
        "It begins at 8:30 pm.",
        [
            "Bắt đầu lúc 20h30.",
            "Bắt đầu lúc 8 giờ 30 tối.",
            "Bắt đầu lúc 20 giờ 30 phút.",
            "Bắt đầu lúc 8 rưỡi tối.",
        ],
        ["Bắt đầu lúc 8 giờ 30 sáng."],
    ),
    (
        EN_VI,
        "Between 7 and 9 p.m. the street was closed.",
        ["Từ 19h đến 21h, đường bị đóng.", "Từ 7 đến 9 giờ tối, đường bị đóng."],
        [],
    ),
    (
        EN_VI,
        "Officials met at midnight and again at noon.",
        [
            "Các quan chức gặp nhau lúc nửa đêm và lại gặp lúc giữa trưa.",
            "Các quan chức gặp nhau lúc 0h và 12h.",
        ],
        [],
    ),
    (
        EN_VI,
        "The fund is worth US$350 million.",
        ["Quỹ trị giá 350 triệu USD.", "Quỹ trị giá 350 triệu đô la Mỹ."],
        ["Quỹ trị giá 350 tỷ USD."],
    ),
    (
        EN_VI,
        "The Philippines and Saudi Arabia sent ministers.",
        ["Philippines và Ả Rập Xê Út cử bộ trưởng.", "Philippines và Saudi Arabia cử bộ trưởng."],
        [],
    ),
    (
        EN_VI,
        "Several sites in the Philippines, HCMC and Da Nang are full.",
        [
            "Một số địa điểm ở Philippines, TP HCM và Đà Nẵng đã đầy.",
            "Một số địa điểm ở Philippines, TP.HCM và Đà Nẵng đã đầy.",
        ],
        [],
    ),
    (
        EN_VI,
        "It jumped five places in four years.",
        ["Nó tăng năm bậc trong bốn năm."],
        ["Nó tăng sáu bậc trong bốn năm."],
    ),
    (EN_VI, "Four Seasons Hotels will open here.", ["Khách sạn Four Seasons sẽ mở tại đây."], []),
    (EN_VI, "The third case and the third prize.", ["Ca thứ ba và giải ba."], []),
    (
        EN_VI,
        "Last year it rose by half.",
        ["Năm ngoái nó tăng một nửa."],
        ["Năm nay nó tăng một nửa."],
    ),
    (
        EN_VI,
        "Chancellor Friedrich Oberhausen spoke.",
        ["Thủ tướng Friedrich Oberhausen phát biểu."],
        ["Thủ tướng Friedrich Oberhausn phát biểu.", "Thủ tướng phát biểu."],
    ),
    (
        EN_VI,
        "The 1990s were hard.",
        [
            "Những năm 1990 rất khó khăn.",
            "Thập niên 90 rất khó khăn.",
            "Thập niên 1990 rất khó khăn.",
        ],
        ["Những năm 1980 rất khó khăn."],
    ),
    (
        EN_VI,
        "Q3 growth was 5.3%.",
        ["Tăng trưởng quý III là 5,3%.", "Tăng trưởng quý 3 là 5,3%."],
        ["Tăng trưởng quý II là 5,3%."],
    ),
    (EN_VI, "Vietnam Airlines cancelled flights.", ["Vietnam Airlines hủy chuyến bay."], []),
    (
        EN_VI,
        "The first COVID-19 cases came in 2020.",
        [
            "Những ca COVID-19 đầu tiên xuất hiện năm 2020.",
            "Những ca Covid đầu tiên xuất hiện năm 2020.",
        ],
        [],
    ),
    (EN_VI, "The coronavirus spread.", ["COVID-19 lan rộng."], []),
    (
        VI_EN,
        "Các học viện và quan chức lãnh sự họp.",
        ["Academies and consular officials met."],
        [],
    ),
    (VI_EN, "Việt Anh", ["Viet Anh"], []),
]


def test_a_country_beside_its_word_is_no_byline(glossary):
    assert check("Nước Mỹ", "The United States", VI_EN, glossary) == ()
    assert check("Thăm Nga", "A visit to China", VI_EN, glossary)


@pytest.mark.parametrize(
    ("direction", "source", "target"),
    [(direction, source, target) for direction, source, right, _ in SENTENCES for target in right],
)
def test_the_right_ones_have_no_findings(glossary, direction, source, target):
    assert check(source, target, direction, glossary) == ()


@pytest.mark.parametrize(
    ("direction", "source", "target"),
    [(direction, source, target) for direction, source, _, wrong in SENTENCES for target in wrong],
)
def test_the_wrong_ones_have(glossary, direction, source, target):
    assert check(source, target, direction, glossary)


def test_names_whose_marks_are_not_known_are_marked(glossary):
    source, target = "Mr Tran Minh Khoa spoke.", "Ông Trần Minh Khoa phát biểu."
    (finding,) = check(source, target, EN_VI, glossary)
    assert (finding.kind, finding.expected) == (FindingKind.NAME, "Tran Minh Khoa")


def test_an_output_in_another_language_is_one_finding(glossary):
    source = "The country has begun a vast railway programme in the region."
    kinds = [finding.kind for finding in check(source, source, EN_VI, glossary)]
    assert kinds.count(FindingKind.UNTRANSLATED) == 1
    assert FindingKind.INVENTED not in kinds
