"""Plain words for idioms."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.engine import Direction
from translations.source.idioms import LISTS, say_plainly
from translations.source.rewording import reword
from translations.terminology.matching import matching_form
from translations.words.word_lists import read_rows

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI
ROWS = [(direction, *row) for direction in LISTS for row in read_rows(LISTS[direction])]
IDIOMS = [row for row in ROWS if len(row) == 3]
KEPT = [row for row in ROWS if len(row) == 2]


@pytest.mark.parametrize(("direction", "idiom", "plain"), IDIOMS)
def test_every_idiom_is_found_between_words(direction, idiom, plain):
    assert say_plainly(f"xx {idiom}, yy", direction) == f"xx {plain}, yy"
    assert reword(f"xx {idiom}, yy", direction) == f"xx {plain}, yy"


@pytest.mark.parametrize(("direction", "idiom", "plain"), IDIOMS)
def test_inside_a_word_there_is_no_idiom(direction, idiom, plain):
    # The letters in front and behind make other words of the first and the last one.
    source = f"qx{idiom}qx"
    assert say_plainly(source, direction).startswith("qx" + idiom.split(" ")[0])
    assert say_plainly(source, direction).endswith(idiom.split(" ")[-1] + "qx")


@pytest.mark.parametrize(("direction", "idiom", "plain"), IDIOMS)
def test_plain_words_have_no_idiom_in_them(direction, idiom, plain):
    assert say_plainly(plain, direction) == plain
    assert matching_form(plain) != matching_form(idiom)


@pytest.mark.parametrize(("direction", "phrase"), KEPT)
def test_what_only_contains_an_idiom_stays(direction, phrase):
    inside = [idiom for way, idiom, _ in IDIOMS if way is direction and idiom in phrase]
    assert inside, "nothing to be kept from"
    assert say_plainly(f"xx {phrase}, yy", direction) == f"xx {phrase}, yy"


@pytest.mark.parametrize("direction", list(LISTS))
def test_no_idiom_stands_in_the_list_twice(direction):
    forms = [matching_form(row[1]) for row in ROWS if row[0] is direction]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("Giậm chân tại chỗ.", "Không có tiến bộ."),
        ("Đàm phán GIẬM CHÂN TẠI CHỖ.", "Đàm phán GIẬM CHÂN TẠI CHỖ."),
        ("Tình hữu nghị thuỷ chung, trong sáng.", "Tình hữu nghị chân thành."),
        ("Tình hữu nghị thủy chung, trong sáng.", "Tình hữu nghị chân thành."),
        ("Hai nước núi liền núi,  sông liền sông.", "Hai nước láng giềng gần gũi."),
        ("Bộ lạc Lumaria “bật đèn xanh” cho dự án.", "Bộ lạc Lumaria “cho phép” cho dự án."),
        ("Mỹ bật đèn xanh cho phép bán vũ khí.", "Mỹ cho phép bán vũ khí."),
        ("Ông nói: “Chúng ta chạm đáy”.", "Ông nói: “Chúng ta xuống mức thấp nhất”."),
        ("Ông nói: “Sóng ngầm trong đảng”.", "Ông nói: “Bất đồng ngầm trong đảng”."),
        ("Phim “Sóng ngầm” đoạt giải.", "Phim “Sóng ngầm” đoạt giải."),
        ("Phim “Vùng sóng ngầm” đoạt giải.", "Phim “Vùng sóng ngầm” đoạt giải."),
        ("Công ty Cánh Tay Đắc Lực.", "Công ty Cánh Tay Đắc Lực."),
        ("Biển Đông dậy sóng.", "Biển Đông căng thẳng."),
        ("Hai ông bắt tay vào lúc 9 giờ.", "Hai ông bắt tay vào lúc 9 giờ."),
        ("Chính phủ tháo gỡ khó khăn.", "Chính phủ tháo gỡ khó khăn."),
        ("Hiệp định trực tiếp sức mạnh.", "Hiệp định trực tiếp sức mạnh."),
        ("Quân đội vốn mạnh, vì thế bí mật.", "Quân đội vốn mạnh, vì thế bí mật."),
        ("Kẻ gian giật dây chuyền.", "Kẻ gian giật dây chuyền."),
        ("Hai ông bắt tay vào cải cách.", "Hai ông bắt đầu cải cách."),
    ],
)
def test_case_tones_titles_and_longer_phrases(source, plain):
    assert say_plainly(source, VI_EN) == plain


def test_phrases_of_the_glossary_keep_their_words():
    phrase = "đưa quan hệ đi vào chiều sâu, thực chất, hiệu quả"
    assert say_plainly(f"Hai bên {phrase}.", VI_EN) == f"Hai bên {phrase}."
    assert say_plainly("Quan hệ đi vào chiều sâu.", VI_EN) == "Quan hệ trở nên sâu sắc."


PIECES = st.sampled_from([*{row[1] for row in ROWS}, "“", "”", ": ", ", ", "Ông", "và", "."])


@given(st.lists(PIECES, min_size=1, max_size=8), st.sampled_from(list(LISTS)))
def test_nothing_is_lost_around_idioms(pieces, direction):
    said = say_plainly(" | ".join(pieces), direction).split(" | ")
    assert said == [say_plainly(piece, direction) for piece in pieces] or "“" in pieces


@pytest.mark.parametrize("direction", list(LISTS))
def test_a_long_text_is_read_once(direction, monkeypatch):
    # Steps are counted, not seconds: twice the text may take twice the steps.
    from translations.terminology.matching import PhraseIndex

    idiom = next(row[1] for row in IDIOMS if row[0] is direction)
    steps = [0]
    at = PhraseIndex.at

    def counted(self, tokens, first):
        steps[0] += 1
        return at(self, tokens, first)

    monkeypatch.setattr(PhraseIndex, "at", counted)
    taken = []
    for words in (2_500, 5_000):
        text = " ".join(["từ"] * words) + f" {idiom} " + '"' * words
        steps[0] = 0
        say_plainly(text, direction)
        taken.append(steps[0])
    assert taken[1] <= 2 * taken[0]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("Sitting on the fence is no policy.", "Staying neutral is no policy."),
        ("It is a stumbling block.", "It is an obstacle."),
        ("The main stumbling block is oil.", "The main obstacle is oil."),
        ("The lion’s share of oil.", "Most of oil."),
        ("The party toes the line.", "The party toes the line."),
        ("The film “Hot Potato” won.", "The film “Hot Potato” won."),
        ("The Olive Branch Hotel.", "The Olive Branch Hotel."),
        ("They hammered outside.", "They hammered outside."),
    ],
)
def test_english_idioms(source, plain):
    assert say_plainly(source, EN_VI) == plain
    assert say_plainly(source, VI_EN) == source


GOLDEN = {
    VI_EN: [
        (
            "Lumaria và Ostania là hai nước núi liền núi, sông liền sông.",
            "mountain|river",
            "neighb",
        ),
        ("Lumaria trước sau như một ủng hộ Ostania.", "ahead|earlier|former", "always|consistent"),
        ("Quan hệ hai nước tiếp tục đơm hoa kết trái.", "flower|fruit|burst|blow", "develop|good"),
        ("Các cuộc đàm phán vẫn giậm chân tại chỗ sau hai năm.", "spot|place|feet", "progress"),
        ("Nhân dân hai nước đã đồng cam cộng khổ trong chiến tranh.", "complacent", "difficult"),
        ("Hai nước luôn chia ngọt sẻ bùi.", "sweet", "shar"),
        ("Thủ tướng yêu cầu các bộ không được đánh trống bỏ dùi.", "drum|blanket", "work"),
        ("Trí tuệ nhân tạo là con dao hai lưỡi.", "knife|tongue", "double-edged sword"),
        ("Chính phủ rơi vào thế tiến thoái lưỡng nan.", "recession", "dilemma"),
        ("Nghị quyết đã đi vào cuộc sống.", "life|live", "carried out|implemented"),
        ("Quốc hội Ostania đã bật đèn xanh cho thương vụ này.", "light", "approv"),
        ("Cuộc tranh cãi về ngân sách vẫn chưa ngã ngũ.", "fall|stand", "resolved"),
        ("Hạ tầng vẫn là nút thắt của nền kinh tế.", "button|knot", "bottleneck"),
        ("Chính phủ phải thắt lưng buộc bụng để giảm nợ.", "belly|abdomen|back", "spending"),
        ("Các nhà đầu tư như ngồi trên đống lửa.", "fire", "worried"),
        ("Đây là nước cờ khôn ngoan của Ostania.", "flag|country|water", "step"),
        ("Lực lượng này được Ostania chống lưng.", "resist|back of", "backed|support"),
        ("Nhiều dự án bị đắp chiếu trong nhiều năm.", "mat|make up", "abandoned"),
        ("Chuyến thăm này một mũi tên trúng hai đích.", "arrow|shot", "two goals"),
    ],
    EN_VI: [
        ("Officials turned a blind eye to the abuses.", "mắt", "phớt lờ|bỏ qua"),
        ("The country cannot sit on the fence in the dispute.", "hàng rào", "trung lập"),
        ("The plan was put on the back burner last year.", "cháy|bếp", "trì hoãn"),
        ("The two leaders buried the hatchet.", "chôn|rìu", "hòa bình|hoà bình"),
        ("Taxpayers will foot the bill.", "dự luật|chân", "trả"),
        ("Nobody wants to rock the boat before the vote.", "thuyền", "rắc rối"),
        ("The talks have not borne fruit.", "trái cây", "kết quả"),
        ("Exports make up the lion's share of revenue.", "sư tử|hoàng", "phần lớn"),
    ],
}


@pytest.mark.parametrize("direction", list(GOLDEN))
def test_nothing_is_translated_word_by_word(translator, direction):
    sources = [source for source, _, _ in GOLDEN[direction]]
    results = translator.translate(sources, direction)
    for result, (source, wrong, right) in zip(results, GOLDEN[direction], strict=True):
        text = result.text.lower()
        assert not re.search(rf"\b(?:{wrong})", text), (source, result.text)
        assert re.search(right, text), (source, result.text)
