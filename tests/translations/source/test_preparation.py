import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translations import Direction
from translations.source.casing import shouts, true_case
from translations.source.preparation import legible, put_together, take_apart
from translations.words.wording import plain

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI


def free(text, direction=VI_EN):
    return [part.text for part in take_apart(text, direction) if not part.literal]


@pytest.mark.parametrize(
    "text",
    ["", "   ", "😀", "12.345,6", "https://example.org/a-b", "习近平", "---", "ASEAN", "a" * 60],
)
def test_what_has_nothing_to_translate_is_literal(text):
    assert free(text) == []
    assert put_together(take_apart(text, VI_EN), []) == text


def test_brackets_stay_with_what_stands_in_them():
    assert free("Hội nghị lần 52 (AMM - 52)") == ["Hội nghị lần 52 (AMM - 52)"]
    assert free("Xem thêm ở đây (https://demo.example)") == ["Xem thêm ở đây"]
    assert free("(https://demo.example) Xem thêm") == ["Xem thêm"]


def test_sentences_lines_cells_and_list_marks():
    assert free("Ông đến. Bà đi.") == ["Ông đến.", "Bà đi."]
    assert free("- Họp báo\n1. Hội đàm\n") == ["Họp báo", "Hội đàm"]
    assert free("Tỉnh A\t12,5\tSố vụ") == ["Tỉnh A", "Số vụ"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("HANOI, July 14 (Wire) - It rained. It stopped.", ["HANOI", "It rained.", "It stopped."]),
        ("Kuala Lumpur (AP) — It rained.", ["Kuala Lumpur", "It rained."]),
        ("The Party (CPV) - It rained.", ["The Party", "It rained."]),
        ("It rained in HANOI (Wire) - again.", ["It rained in HANOI (Wire) - again."]),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(text, said):
    parts = take_apart(text, EN_VI)
    assert "".join(part.text for part in parts) == text
    assert [part.text for part in parts if not part.literal] == said


def test_literals_travel_as_stand_ins():
    (part,) = [p for p in take_apart("Xem https://example.org/a để biết.", VI_EN) if not p.literal]
    assert part.text == "Xem XYZ để biết."
    assert part.restore("See XYZ to know.") == "See https://example.org/a to know."
    assert part.restore("See it to know.") is None
    assert [p.text for p in part.around() if not p.literal] == ["Xem", "để biết."]


def test_literals_at_the_ends_need_no_stand_in():
    assert free("🎉 Chúc mừng năm mới 🎉") == ["Chúc mừng năm mới"]


def test_text_in_the_target_language_is_left_alone():
    assert free("This sentence is already written in plain English.") == []
    assert free("Câu này đã được viết bằng tiếng Việt rồi.", EN_VI) == []
    parts = take_apart("Ceci est une phrase qui est écrite en français pour nous.", VI_EN)
    assert [part.strange for part in parts] == [True]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="aàbđ XYZ.,;:!?\n\t|()“”-1😀习é", max_size=80))
def test_the_parts_are_the_text(text):
    import unicodedata

    text = unicodedata.normalize("NFC", text)
    parts = take_apart(text, VI_EN)
    untouched = [part.restore(part.text) for part in parts if not part.literal]
    if None not in untouched:
        joined = put_together(parts, untouched)
        assert "".join(joined.split()) == "".join(text.split())


def test_headlines_in_capitals(glossary):
    assert shouts("HỘI NGHỊ TOÀN QUỐC")
    assert not shouts("ASEAN")
    assert not shouts("Hội nghị ASEAN")
    headline = "THỦ TƯỚNG TRẦN MINH KHOA TIẾP ĐOÀN UNESCO TẠI HÀ NỘI"
    assert true_case(headline, VI_EN, glossary) == (
        "Thủ tướng Trần Minh Khoa tiếp đoàn UNESCO tại Hà Nội"
    )


def test_kingdoms_and_months_in_headlines(glossary):
    assert true_case("ÔNG THĂM VƯƠNG QUỐC LUMARIA", VI_EN, glossary) == (
        "Ông thăm vương quốc Lumaria"
    )
    assert true_case("TALKS MAY END IN MARCH OR ON FRIDAY, MAY 8", EN_VI, glossary) == (
        "Talks may end in March or on Friday, May 8"
    )


def test_wording_is_plain_and_idempotent():
    text = "“Ca\u0302u” – ‘này’…\u00a0\u200bđây"
    assert plain(text) == "\"Câu\" - 'này'... đây"
    assert plain(plain(text)) == plain(text)


def test_english_headlines_are_english():
    headline = "Navy vessel 390 rescues nine foreign fishermen near Truong Sa"
    assert free(headline, EN_VI) == [headline]
    french = "Le ministre des affaires reste dans la ville pour une semaine"
    assert free(french, EN_VI) == []


def test_names_in_quotation_marks_are_no_vietnamese_quotation():
    text = 'They opened "Ho Chi Minh Square" in the old town today.'
    assert free(text, EN_VI) == [text]


def test_what_nobody_sees_is_taken_out_of_words():
    assert legible("gặp\u202c ông\x00 Khoa\x1b[31m ở\u200b Huế\ufeff") == "gặp ông Khoa ở Huế"
    for kept in ("", "\u200b", "👨\u200d👩", "می\u200cخواهم", "a\tb\n"):
        assert legible(kept) == kept


def test_a_country_alone_in_a_list_is_translated_where_english_calls_it_otherwise():
    assert free("1. Campuchia") == ["Campuchia"]
    assert free("1. Singapore") == []


def test_english_full_of_vietnamese_names_is_english():
    for source in (
        "Quang Binh, Quang Tri, Thua Thien-Hue, and Da Nang City would be hit by the storm.",
        "Places at risk are Binh Duong, Can Tho, Dong Nai, Ha Nam, Nam Dinh and Nghe An.",
    ):
        assert free(source, EN_VI) == [source]
    assert free("Hai ben da hop tai Ha Noi va ky mot thoa thuan.", EN_VI) == []


@pytest.mark.parametrize(
    "text",
    [
        "Da Nang, Hai Phong, Can Tho",
        "Ho Chi Minh City",
        "HO CHI MINH CITY",
        "Hoang Sa and Truong Sa",
        "Floods in Da Nang, Quang Nam",
        "Ha Long Bay",
    ],
)
def test_places_in_viet_nam_are_no_vietnamese(text):
    assert free(text, EN_VI) == [text]


@pytest.mark.parametrize(
    "text", ["Hoi nghi khai mac tai Da Nang", "HOI NGHI KHAI MAC", "Tran Thi Mai Lan"]
)
def test_vietnamese_without_marks_stays(text):
    assert free(text, EN_VI) == []


@pytest.mark.parametrize("count", [0, 1, 6, 7, 8, 20, 500])
@pytest.mark.parametrize("taken", ["", "XYZ QZX ", "XYZ QZX ZKQ XQK QKZ ZXQ "])
def test_any_number_of_literals_keeps_out_of_the_model(count, taken):
    text = taken + "Hội nghị " + "gặp 😀习 ở đó " * count + "xong"
    parts = take_apart(text, VI_EN)
    given = [part for part in parts if not part.literal]
    assert put_together(parts, [part.restore(part.text) for part in given]) == text
    assert not any("习" in part.text for part in given)


@pytest.mark.parametrize("literal", ["{name}", "${place}", "%s", "25‰", "§5", "a{b"])
def test_what_the_models_have_no_letters_for_is_literal(literal):
    text = f"Ông gặp {literal} ở đó hôm qua."
    [part] = [part for part in take_apart(text, VI_EN) if not part.literal]
    assert literal in part.stand_ins.values()


def test_items_of_a_list_within_a_line_are_parts():
    text = "1) Hội đàm; 2) Ký kết; (3) Họp báo; d) Chiêu đãi."
    assert free(text) == ["Hội đàm;", "Ký kết;", "Họp báo;", "Chiêu đãi."]
    assert free("Họ gặp nhau; 25 người dự.") == ["Họ gặp nhau; 25 người dự."]


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("The Ministry said hội nghị cấp cao will open next week.", True),
        ("Câu này đã được viết bằng tiếng Việt và giữ nguyên.", False),
        (
            "Doanh nghiệp logistics và startup tại đây cần thêm nhiều container để vận chuyển.",
            False,
        ),
    ],
)
def test_half_vietnamese_that_stays_is_marked(text, strange):
    [part] = take_apart(text, EN_VI)
    assert (part.literal, part.strange) == (True, strange)
