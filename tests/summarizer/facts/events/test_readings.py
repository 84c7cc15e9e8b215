"""Names of meetings as rules and reader see them together; the reader here is told what to say."""

import re

import pytest

from summarizer.document import Document
from summarizer.facts import extract
from summarizer.facts.events.readings import CERTAIN, KEPT, NAMED
from summarizer.reading import Name, Reading, load_reader

LOOSE = "cuộc họp rà soát tiến độ trồng rừng"


FORUM = "Diễn đàn Biển xanh lần thứ 3"
HELD = f"{FORUM} khai mạc sáng 5-6 tại Hà Nội."


class Points:
    """Says that a wording is the name of a meeting, and, if asked, that all else is outside."""

    def __init__(self, wording, probability=0.99, words=None):
        self.wording, self.probability, self.words = wording, probability, words

    def read(self, passages):
        return [[self._reading(text) for text in passage.sentences] for passage in passages]

    def _reading(self, text):
        places = [its.span() for its in re.finditer(re.escape(self.wording), text)]
        found = tuple(Name(*place, self.probability) for place in places)
        if self.words is None:
            return Reading(-1.0, found)
        words = [its.span() for its in re.finditer(r"\S+", text)]
        inside = tuple(
            Name(*word, self.words)
            for word in words
            if any(start <= word[0] < end for start, end in places)
        )
        return Reading(-1.0, found, inside)


def names(text, reader=None):
    document = Document.of("Tin trong ngày", [text], language="vi")
    return [conference.name for conference in extract(document, reader).conferences]


TEXT = f"Ông Khải nhắc lại {LOOSE}."


def test_a_name_that_no_rule_has_cut_is_taken_where_the_reader_is_sure():
    assert names(TEXT) == []
    assert names(TEXT, Points(LOOSE)) == [LOOSE]
    assert LOOSE not in names(TEXT, Points(LOOSE, NAMED - 0.01))


def test_a_name_of_the_rules_stays_as_they_cut_it():
    assert names(HELD, Points("Diễn đàn Biển")) == names(HELD) == [FORUM]


def test_a_name_goes_on_where_the_reader_reads_on():
    decides = "cuộc họp của Bộ Chính trị xem xét, quyết định kỷ luật cán bộ"
    text = f"Tại {decides} sáng 5-6, ông nêu ý kiến."
    assert names(text) == ["cuộc họp của Bộ Chính trị"]
    assert names(text, Points(decides)) == [decides]
    assert names(text, Points(decides, NAMED - 0.01)) == ["cuộc họp của Bộ Chính trị"]


def test_a_session_goes_on_behind_a_comma():
    name = "kỳ họp 7, Quốc hội khoá XIV"
    text = f"Ông trả lời về {name}, và về giá điện."
    assert names(text, Points(name)) == [name]


@pytest.mark.parametrize(
    "end",
    [
        " cuối năm 2021",
        " tại trụ sở mới",
        ", cuộc thi chạy",
        " hôm 5-6",
        " vào ngày 5-6",
        " diễn ra sáng 5-6",
        " khai mạc sáng nay",
        " năm 2021 (tại Huế)",
    ],
)
def test_when_and_where_is_no_part_of_a_name(end):
    text = f"Ông dự {FORUM}{end} cùng các đồng nghiệp."
    assert names(text, Points(f"{FORUM}{end}")) == names(text)


@pytest.mark.parametrize(("read", "kept"), [(" bàn về cá (tôm", " bàn về cá"), (" và “Biển", "")])
def test_a_name_does_not_end_within_marks(read, kept):
    text = f"Ông dự {FORUM}{read} cùng các đồng nghiệp."
    assert names(text, Points(f"{FORUM}{read}")) == [f"{FORUM}{kept}"]


def test_a_name_does_not_end_within_a_proper_name():
    name = f"{LOOSE} ở Phần Lan"
    assert names(f"Ông Khải nhắc lại {name} hôm qua.", Points(name.removesuffix(" Lan"))) == [name]


def test_what_explains_a_name_is_none_to_the_reader_either():
    told = "diễn đàn an ninh châu Á - Thái Bình Dương"
    text = f"Đối thoại an ninh Shangri - La, {told}, sẽ được tổ chức tại Singapore."
    assert names(text, Points(told)) == names(text)


@pytest.mark.parametrize("end", ["giá cả", "công tác hậu cần", "giải ngân vốn", "phương án đi lại"])
def test_the_last_word_of_a_subject_stays(end):
    name = f"{LOOSE}, {end}"
    assert names(f"Ông Khải nhắc lại {name}.", Points(name)) == [name]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Bà là Chủ tịch Diễn đàn Hợp tác Biển xanh.", "Diễn đàn Hợp tác Biển xanh"),
        ("Bóng đá nam ở Đại hội thể thao châu Á kết thúc.", "Đại hội thể thao châu Á"),
    ],
)
def test_bodies_and_games_are_none_to_the_reader_either(text, wording):
    assert names(text, Points(wording)) == []


@pytest.mark.parametrize("end", [" được", " để", " sau"])
def test_a_word_of_what_follows_is_no_end_of_a_name(end):
    text = f"Ông Khải nhắc lại {LOOSE}{end} hoãn."
    assert names(text, Points(f"{LOOSE}{end}")) == [LOOSE]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Các bên nhắc đến nghị quyết nhiều lần trong ngày.", "nhắc đến nghị quyết nhiều"),
        ("Ông từng dự các hội nghị quốc tế thường niên lớn.", "hội nghị quốc tế thường niên lớn"),
        ("Trung ương họp bàn về công tác năm tới.", "ương họp bàn về công tác"),
        ("Ông dự hội nghị ấy.", "hội nghị"),
        ("… – “ ” …", "– “ ”"),
    ],
)
def test_what_is_no_name_of_one_meeting_is_not_taken(text, wording):
    assert names(text, Points(wording)) == names(text)


def test_marks_that_opened_before_the_name_do_not_close_it():
    text = f"Ông nhắc lại “{LOOSE}” hôm trước."
    assert names(text, Points(f"{LOOSE}”")) == [LOOSE]


def test_a_name_of_the_rules_must_look_like_one_to_the_reader():
    assert names(HELD) == [FORUM]
    assert names(HELD, Points("không có", words=0.0)) == []
    assert names(HELD, Points(FORUM, words=KEPT + 0.01)) == [FORUM]
    assert names(HELD, Points(FORUM, NAMED - 0.01, words=KEPT - 0.01)) == []


def test_a_reader_that_says_nothing_of_words_drops_nothing():
    assert names(HELD, Points("không có")) == [FORUM]


def test_a_name_cut_too_long_gives_way_to_the_one_within():
    reader = Points("Diễn đàn Biển", words=1.0)
    assert names(HELD, reader) == ["Diễn đàn Biển"]


def test_a_word_that_begins_a_date_is_no_end_of_a_name():
    assert names(f"Ông Khải nhắc lại {LOOSE} ngày 5-6.", Points(f"{LOOSE} ngày")) == [LOOSE]


def test_what_was_not_read_is_not_weighed():
    class Short(Points):
        """Reads the first words only."""

        def _reading(self, text):
            return Reading(-1.0, (), (), 10)

    assert names(HELD, Points("không có", words=0.0)) == []
    assert names(HELD, Short("")) == [FORUM]


def test_a_name_at_the_end_of_an_endless_sentence_stays():
    visits = "gặp gỡ các cán bộ của tỉnh, " * 60
    text = f"Sau khi thăm các cơ sở, {visits}ông đã phát biểu tại {FORUM} diễn ra ở Hà Nội."
    assert names(text, load_reader()) == names(text) == [FORUM]


@pytest.mark.parametrize("end", ["khẩn", "trực tuyến", "toàn thể đặc biệt"])
def test_words_that_any_meeting_may_have_make_no_name(end):
    name = f"cuộc họp {end}"
    assert names(f"Ông Khải nêu điều đó tại {name} chiều qua.", Points(name)) == []


@pytest.mark.parametrize("further", ["và tìm kiếm cứu nạn", "trên cả nước"])
def test_a_name_goes_on_over_a_link_where_the_reader_is_sure(further):
    short = "hội nghị tổng kết công tác phòng chống thiên tai"
    text = f"Ông dự {short} {further} cùng các đồng nghiệp."
    assert names(text) == [short]
    assert names(text, Points(f"{short} {further}", words=0.95)) == [f"{short} {further}"]
    assert names(text, Points(f"{short} {further}", words=0.8)) == [short]


def test_a_list_goes_on_behind_a_comma_where_the_reader_is_sure():
    whole = f"{FORUM} về kho vận, giải pháp giảm chi phí"
    text = f"Ông dự {whole} do Bộ Giao thông tổ chức."
    assert names(text, Points(whole, words=0.95)) == [whole]
    assert names(text, Points(whole, words=0.8)) == [f"{FORUM} về kho vận"]


def test_what_was_spoken_of_at_a_session_is_no_part_of_its_name():
    text = "Đại biểu nêu điều đó tại kỳ họp thứ 3 về công tác thủy lợi."
    assert names(text, Points("kỳ họp thứ 3 về công tác thủy lợi", words=0.95)) == ["kỳ họp thứ 3"]


def test_several_summits_are_none_under_their_second_noun_either():
    text = "Ông nhắc lại các cuộc gặp thượng đỉnh giữa Lào với Pháp và Ý trong năm nay."
    assert names(text, Points("thượng đỉnh giữa Lào với Pháp và Ý")) == []


@pytest.mark.parametrize(
    ("read", "whole"),
    [
        ("nghị riêng về trồng rừng", "hội nghị riêng về trồng rừng"),
        ("hội đảng bộ xã Hoa Lau", "Đại hội đảng bộ xã Hoa Lau"),
    ],
)
def test_a_reader_that_began_inside_the_noun_has_the_whole_name(read, whole):
    assert names(f"Huyện đã mở {whole} hôm 5-6.", Points(read)) == [whole]


@pytest.mark.parametrize(
    "name",
    [
        "buổi tiếp xúc cử tri các xã ven biển",
        "họp ban Chỉ đạo trồng rừng",
        "cuộc đối thoại với công nhân 8 xã",
    ],
)
def test_a_sort_of_meeting_that_no_rule_knows_is_taken_where_there_is_hardly_a_doubt(name):
    text = f"Ông Khải nêu ý kiến tại {name} hôm 5-6."
    assert names(text, Points(name)) == [name]
    assert names(text, Points(name, CERTAIN - 0.01)) == []


def test_a_press_conference_is_none_however_sure_the_reader_is():
    name = "buổi họp báo về trồng rừng"
    assert names(f"Ông Khải nói tại {name} hôm 5-6.", Points(name)) == []


def test_an_edition_is_a_name_where_there_is_hardly_a_doubt():
    name = "hội nghị thượng đỉnh lần hai"
    text = f"Hai bên không ra tuyên bố sau {name}."
    assert names(text, Points(name)) == [name]
    assert names(text, Points(name, CERTAIN - 0.01)) == []


def test_a_title_in_quotation_marks_is_read_to_its_end():
    name = 'cuộc họp tuyên thệ mang tên "Rừng xanh, biển sạch"'
    cut = 'cuộc họp tuyên thệ mang tên "Rừng'
    assert names(f"Xã tổ chức {name} hôm 5-6.", Points(cut)) == [name]


def test_who_hosts_a_forum_does_not_lead_it():
    assert names("Năm 2015, khi Lào là chủ nhà Diễn đàn Biển xanh, ông đã dự.") == [
        "Diễn đàn Biển xanh"
    ]
    assert names("Ông là giám đốc điều hành Diễn đàn Kinh tế thế giới.") == []


def test_a_foreign_name_keeps_a_last_word_that_looks_like_a_small_one():
    name = "cuộc gặp thượng đỉnh với Tổng thống Hàn Quốc Moon Jae In"
    assert names(f"Ông trở về sau {name}.", Points(name)) == [name]
