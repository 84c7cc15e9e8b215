"""English into Vietnamese: what is expected, found wrong and put right."""

import pytest
from obedient import OneDecoderEngine, WordModel, decoder_of

from translations import Direction, FindingKind, Style, Translator
from translations.output.checks import check
from translations.output.repairs import mend
from translations.source.casing import true_case
from translations.source.expectations import find_expectations
from translations.words.names import find_english_names

EN_VI = Direction.EN_VI


def findings(glossary, source, target):
    return [(f.kind, f.expected) for f in check(source, target, EN_VI, glossary)]


def mended(glossary, source, target):
    expected = find_expectations(source, EN_VI, glossary, Style.HOUSE)
    return mend(target, source, expected, EN_VI)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "Prime Minister Pham Minh Chinh arrived on January 13, 2031.",
            "Thủ tướng Phạm Minh Chính đến ngày 13/1/2031.",
        ),
        (
            "The Minister of Foreign Affairs met 1,250 delegates, up 2.5%.",
            "Bộ trưởng Bộ Ngoại giao gặp 1.250 đại biểu, tăng 2,5%.",
        ),
        ("Trade reached USD3.2 billion in 2031.", "Thương mại đạt 3,2 tỷ USD năm 2031."),
        ("About 4 million people live there.", "Khoảng 4 triệu người sống ở đó."),
        ("The Foreign Minister visited Singapore.", "Ngoại trưởng thăm Singapore."),
        ("The foreign minister visited the United States.", "Bộ trưởng Ngoại giao thăm Mỹ."),
        ("The president of the bank spoke.", "Chủ tịch ngân hàng phát biểu."),
        ("President Biden spoke.", "Tổng thống Biden phát biểu."),
        ("The 15th meeting took place.", "Cuộc họp lần thứ 15 đã diễn ra."),
        ("It is Directive 25-CT/TW.", "Đó là Chỉ thị 25-CT/TW."),
        ("NATO and the FAO warned.", "NATO và FAO cảnh báo."),
        ("South Korean officials came.", "Quan chức Hàn Quốc đến."),
        ("Former Foreign Minister Ann Lee wrote.", "Cựu Ngoại trưởng Ann Lee viết."),
        ("The State Department declined.", "Bộ Ngoại giao Mỹ từ chối."),
        ("Under Regulation 181-QD/TW.", "Theo Quy định 181 - QĐ/TW."),
        ("Prices rose in January.", "Giá tăng trong tháng Một."),
        ("It rained in Ho Chi Minh City.", "Trời mưa ở TP. Hồ Chí Minh."),
        ("Xi Jinping spoke.", "Ông Tập Cận Bình phát biểu."),
    ],
)
def test_right_translations_have_no_findings(glossary, source, target):
    assert findings(glossary, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "kind"),
    [
        ("The Ministry of Health met today.", "Bộ Y học họp hôm nay.", FindingKind.TERM),
        ("Tran Minh Khoa met them.", "Trần Minh Hoa gặp họ.", FindingKind.NAME),
        ("Trade reached 3.2 billion dollars.", "Thương mại đạt 32 tỷ đô la.", FindingKind.NUMBER),
        ("There were 35 delegates.", "Có 35 đại biểu và 12 khách.", FindingKind.NUMBER),
        ("They met on 5 March 2031.", "Họ gặp nhau ngày 5/4/2031.", FindingKind.DATE),
        (
            "They have not yet decided when the next of these meetings will take place.",
            "They have not yet decided when the next of these meetings will take place.",
            FindingKind.UNTRANSLATED,
        ),
    ],
)
def test_what_is_wrong_is_found(glossary, source, target, kind):
    assert kind in [found for found, _ in findings(glossary, source, target)]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Two countries abstained.", "Hai nước bỏ phiếu ủng hộ.", "bỏ phiếu trắng"),
        ("It abstained from the vote.", "Nước này bỏ phiếu.", "bỏ phiếu trắng"),
        ("There were 3 abstentions.", "Có 3 phiếu bầu.", "phiếu trắng"),
        ("They abstain from the use of force.", "Họ không dùng vũ lực.", None),
        (
            "The opposition won by a landslide.",
            "Phe đối lập thắng bằng một trận lở đất.",
            "với số phiếu áp đảo",
        ),
        ("Ten died in a landslide.", "Mười người chết trong một trận lở đất.", None),
        ("The talks were constructive.", "Các cuộc đàm phán mang tính xây dựng.", None),
        ("The outgoing ambassador left.", "Đại sứ nước ngoài rời đi.", "đại sứ sắp mãn nhiệm"),
        ("It is a 1.5-gigawatt farm.", "Trang trại 1,5 đó.", "GW"),
        ("It is a 1.5 GW farm.", "Trang trại 1,5 gigawatt.", None),
    ],
)
def test_words_that_mean_one_thing_must_stand(glossary, source, target, expected):
    said = [found for _, found in findings(glossary, source, target)]
    assert said == ([expected] if expected else [])


def test_names_are_found_in_english():
    text = "Do Muoi, Tran Minh Khoa and Xi Jinping met. Do Not Go. Le Monde wrote. Ho Van An left."
    found = [(name.name, spelt) for name, spelt in find_english_names(text)]
    assert found == [
        ("Do Muoi", "Đỗ Mười"),
        ("Tran Minh Khoa", ""),
        ("Xi Jinping", "Tập Cận Bình"),
        ("Ho Van An", ""),
    ]


def test_names_are_mended_and_marked_where_the_marks_are_known(glossary):
    source = "Bui Thanh Son met Tran Minh Khoa."
    target = "Bùi Thanh Sơm gặp Trần Minh Kha."
    assert mended(glossary, source, target) == "Bùi Thanh Sơn gặp Tran Minh Khoa."
    right = "Bùi Thanh Sơn gặp Trần Minh Khoa."
    assert mended(glossary, source, right) == right


def test_one_wrong_number_is_mended(glossary):
    assert mended(glossary, "It grew by 2.5%.", "Tăng 25%.") == "Tăng 2,5%."
    assert mended(glossary, "It cost 3.2 billion.", "Giá 32 tỷ.") == "Giá 3,2 tỷ."


def test_numbers_of_documents_get_their_marks(glossary):
    source = "It follows Decree 12/2031/ND-CP."
    assert "12/2031/NĐ-CP" in mended(glossary, source, "Theo Nghị định 12/2031/ND-CP.")


def test_a_sentence_that_came_back_in_english_is_found(glossary):
    source = "The vessel rescues nine fishermen."
    assert FindingKind.UNTRANSLATED in [kind for kind, _ in findings(glossary, source, source)]


def test_abbreviations_are_not_what_a_name_is_translated_with(glossary):
    assert glossary.in_vietnamese("Ministry of Foreign Affairs")[0].vi == ("Bộ Ngoại giao")
    assert glossary.in_vietnamese("Australia")[0].vi == "Úc"
    assert glossary.in_vietnamese("no such body") == ()


@pytest.mark.parametrize(
    ("headline", "lowered"),
    [
        (
            "PRIME MINISTER PHAM MINH CHINH VISITS CHINA",
            "Prime Minister Pham Minh Chinh visits China",
        ),
        ("ASEAN LEADERS MEET IN HANOI", "ASEAN leaders meet in Hanoi"),
        ("LET US DO WHAT WE CAN", "Let us do what we can"),
        ("US TRADE DEFICIT WIDENS", "US trade deficit widens"),
        ('"US-LED TALKS IN THE US HELP US"', '"US-led talks in the US help us"'),
    ],
)
def test_headlines_in_capitals(glossary, headline, lowered):
    assert true_case(headline, EN_VI, glossary) == lowered


def test_words_said_twice_stay_where_vietnamese_says_them_twice(glossary):
    model = WordModel({"always": "luôn luôn", "helps": "giúp"})
    translator = Translator(OneDecoderEngine(decoder_of(model)), glossary)
    (result,) = translator.translate(["He always helps those people there."], EN_VI)
    assert "luôn luôn giúp" in result.text


def test_known_names_go_in_with_their_marks(glossary):
    model = WordModel()
    translator = Translator(OneDecoderEngine(decoder_of(model)), glossary)
    (result,) = translator.translate(["Yesterday Prime Minister Pham Minh Chinh left."], EN_VI)
    assert "Thủ tướng Phạm Minh Chính" in result.text
    assert "<t> Pham Minh Chinh <tr> Phạm Minh Chính </t>" in model.asked[0]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ho Chi Minh City", "Thành phố Hồ Chí Minh"),
        ("Ho Chi Minh City.", "Thành phố Hồ Chí Minh."),
        ('"Ho Chi Minh City"', '"Thành phố Hồ Chí Minh"'),
        ("HO CHI MINH CITY", "THÀNH PHỐ HỒ CHÍ MINH"),
        ("Da Nang, Hai Phong, Can Tho", "Đà Nẵng, Hải Phòng, Cần Thơ"),
        ("DA NANG, HAI PHONG", "ĐÀ NẴNG, HẢI PHÒNG"),
        ("Hoang Sa (Paracel) and Truong Sa (Spratly)", "Hoàng Sa và Trường Sa"),
        ("The Spratlys", "Quần đảo Trường Sa"),
        ("Singapore.", "Singapore."),
    ],
)
def test_places_by_themselves(translator, source, target):
    [result] = translator.translate([source], EN_VI)
    assert (result.text, result.findings) == (target, ())
