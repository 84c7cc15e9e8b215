"""Documents: found, cut at the right word, one under all its wordings, two where they are two."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.facts import extract
from summarizer.facts.documents.citation import Citation, CitingLine
from summarizer.facts.documents.documents import document_key, find_documents, without_overlaps
from summarizer.facts.words.lexicon import table_of
from summarizer.text.folding import fold

SEA = "Tình hình Biển Đông phức tạp."
"""Beside which DOC and COC are the documents of these names."""

SAME = (
    (
        "Chỉ thị 25-CT/TW",
        "Chỉ thị số 25-CT/TW",
        "Chỉ thị số 25 - CT / TW",
        "Chỉ thị 25 của Ban Bí thư",
        "Chỉ thị số 25 của Ban Bí thư (khóa XII)",
        "chỉ thị 25",
        "Directive No. 25-CT/TW",
        "Secretariat's Directive 25",
        "Directive 25 on promoting and elevating multilateral diplomacy",
    ),
    (
        "Nghị quyết Đại hội XIII",
        "Nghị quyết Đại hội XIII của Đảng",
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
        "Nghị quyết Đại hội lần thứ XIII",
        "nghị quyết Đại hội Đảng lần thứ 13",
        "13th Party Congress's Resolution",
        "Resolution of the 13th National Party Congress",
        "Resolution of the 13th National Congress of the Communist Party of Viet Nam",
    ),
    (
        "Nghị quyết 22-NQ/TW",
        "Nghị quyết số 22 của Bộ Chính trị",
        "Nghị quyết 22-NQ/TW ngày 10/4/2013",
        "Nghị quyết 22 về hội nhập quốc tế",
        "Resolution No. 22-NQ/TW",
        "Politburo's Resolution 22",
        "Resolution 22 of the Politburo",
    ),
    (
        "Nghị quyết 22/2021/QH15",
        "Nghị quyết số 22/2021/QH15",
        "National Assembly's Resolution 22/2021",
    ),
    ("Nghị quyết 22 của Chính phủ", "Nghị quyết 22/NQ-CP", "Government's Resolution No. 22/NQ-CP"),
    ("Nghị quyết 22-NQ/TW khóa X",),
    ("Nghị quyết 22",),
    (
        "Nghị quyết 36-NQ/TW ngày 26/3/2004",
        "Nghị quyết 36 về công tác đối với người Việt Nam ở nước ngoài",
    ),
    ("Nghị quyết 36-NQ/TW về phát triển bền vững kinh tế biển", "Nghị quyết 36-NQ/TW khóa XII"),
    ("Quyết định 06/2021/QĐ-TTg", "Quyết định số 6/2021/QĐ-TTg", "Decision 06/2021/QD-TTg"),
    ("Quyết định 06/2020/QĐ-TTg",),
    ("Nghị định 46/2016/NĐ-CP", "nghị định 46 (năm 2016)", "Nghị định số 46 ngày 26/5/2016"),
    ("Nghị định 46/2014/NĐ-CP",),
    (
        "Nghị quyết Trung ương 4 khóa XII",
        "Nghị quyết Hội nghị Trung ương 4 (khóa XII)",
        "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII",
        "Resolution of the fourth plenum of the 12th Party Central Committee",
    ),
    ("Nghị quyết Trung ương 4 khóa XI",),
    (
        "UNCLOS",
        "UNCLOS 1982",
        "Công ước 1982",
        "Công ước Luật Biển 1982",
        "Công ước Liên hợp quốc (LHQ) về Luật Biển năm 1982",
        "Công ước Liên Hiệp Quốc năm 1982 về Luật Biển",
        "Công ước luật biển năm 1982 của Liên Hợp Quốc",
        "1982 UN Convention on the Law of the Sea",
        "United Nations Convention on the Law of the Sea",
    ),
    (
        "CPTPP",
        "Hiệp định CPTPP",
        "Hiệp định Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương",
        "Comprehensive and Progressive Agreement for Trans-Pacific Partnership",
    ),
    ("TPP", "Hiệp định đối tác xuyên Thái Bình Dương"),
    ("RCEP", "Hiệp định Đối tác kinh tế toàn diện khu vực"),
    (
        "EVFTA",
        "Hiệp định Thương mại tự do Việt Nam - EU",
        "Hiệp định thương mại tự do (FTA) giữa EU và Việt Nam",
        "EU-Viet Nam Free Trade Agreement",
        "European Union-Vietnam Free Trade Agreement",
    ),
    ("Hiệp định Thương mại tự do Việt Nam - Liên minh Kinh tế Á - Âu",),
    ("EVIPA", "Hiệp định Bảo hộ đầu tư Việt Nam - EU"),
    ("Hiến pháp 2013", "Hiến pháp năm 2013", "2013 Constitution"),
    ("Hiến pháp 1992",),
    ("Hiến chương Liên hợp quốc", "UN Charter", "Charter of the United Nations"),
    (
        "DOC",
        "Tuyên bố về ứng xử của các bên ở Biển Đông",
        "Declaration on the Conduct of Parties in the South China Sea",
    ),
    ("COC", "Bộ Quy tắc ứng xử ở Biển Đông", "Code of Conduct in the East Sea"),
    (
        "Tuyên bố chung Việt Nam - Hoa Kỳ",
        "Tuyên bố chung giữa Mỹ và Việt Nam",
        "US-Vietnam Joint Statement",
    ),
    (
        "Tuyên bố chung Việt Nam - Hoa Kỳ ngày 10/9/2023",
        "Joint Statement between the United States and Viet Nam of September 10, 2023",
    ),
    (
        "Nghị quyết 2231 của Hội đồng Bảo an",
        "Nghị quyết số 2231 (năm 2015) của Hội đồng Bảo an Liên hợp quốc",
        "Nghị quyết 2231",
        "UN Security Council Resolution 2231",
    ),
    ("Luật Đất đai năm 2013", "Luật đất đai 2013", "2013 Land Law"),
    ("Luật Đất đai năm 2003",),
    ("Bộ luật Hình sự 2015", "Bộ Luật hình sự năm 2015", "Luật Hình sự 2015"),
    ("Hiệp ước Lisbon", "Lisbon Treaty"),
    ("Công ước Vienna năm 1961 về Quan hệ ngoại giao", "Vienna Convention on Diplomatic Relations"),
    ("Công ước Viên về quan hệ lãnh sự",),
    ("Hiệp định Paris", "Paris Agreement"),
    ("Hiệp định Paris về biến đổi khí hậu", "Thỏa thuận Paris", "2015 Paris Agreement"),
)


@pytest.mark.parametrize("wordings", SAME, ids=lambda wordings: wordings[0])
def test_wordings_of_one_document_have_one_key(wordings):
    assert {document_key(name) for name in wordings} == {document_key(wordings[0])}


def test_different_documents_have_different_keys():
    keys = [document_key(wordings[0]) for wordings in SAME]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", [*itertools.chain.from_iterable(SAME)])
def test_each_wording_is_found_whole_inside_a_sentence(name):
    if not name.isascii():
        assert find_documents([f"Theo {name}, việc đã xong.", SEA]) == (name,)
    assert find_documents([f"It follows {name}: and no more.", SEA]) == (name,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Hiến chương Liên hợp quốc và Công ước Luật Biển 1982 là nền tảng.",
            ("Hiến chương Liên hợp quốc", "Công ước Luật Biển 1982"),
        ),
        ("Hiệp ước INF được Mỹ và Nga ký kết năm 1987.", ("Hiệp ước INF",)),
        ("Hiệp định Mekong và trách nhiệm của các nước.", ("Hiệp định Mekong",)),
        ("Nghị định 46 quy định mức phạt.", ("Nghị định 46",)),
        ("Quyết định số 24 / QĐ - BGTVT ngày 07/01/2016 có hiệu lực.",
         ("Quyết định số 24 / QĐ - BGTVT ngày 07/01/2016",)),
        ("Thông tư số 44 năm 2018 của Bộ Công an quy định.",
         ("Thông tư số 44 năm 2018 của Bộ Công an",)),
        ("Nghị quyết 16-NQ/TU của Thành ủy Hà Nội nêu rõ.", ("Nghị quyết 16-NQ/TU của Thành ủy Hà Nội",)),
        ("Hiệp ước hữu nghị và hợp tác Việt - Lào trong năm 2017.",
         ("Hiệp ước hữu nghị và hợp tác Việt - Lào",)),
        ("Luật Hợp tác xã vào năm 2022 sẽ sửa.", ()),
        ("Theo Nghị quyết 22, Chính phủ giao việc.", ("Nghị quyết 22",)),
        ("Theo thông tư 45, thẻ Đảng là giấy tờ.", ("thông tư 45",)),
        ("Theo Nghị định 46, năm 2018 sẽ xong.", ("Nghị định 46",)),
        ("Under the Open Skies Treaty this year.", ("Open Skies Treaty",)),
    ],
)  # fmt: skip
def test_names_end_at_the_right_word(text, names):
    assert find_documents([text]) == names


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch 5 năm 2021-2025 được thông qua.",
        "Kế hoạch 5 năm 2018 được thông qua.",
        "Bộ Quốc phòng thông báo 3 ngày nghỉ.",
        "Ông ra quyết định 10 tỷ đồng.",
        "Tỉnh này quyết định 181.139 trường hợp.",
        "Đã thực hiện kế hoạch 2019-2020.",
        "Chở quá quy định 19 người.",
        "Quy định 60 tuổi là tuổi nghỉ.",
        "Nghị quyết 5 điểm được nêu ra.",
        "Nghị quyết 2019 được thảo luận.",
        "Tổ chức Hiệp ước Bắc Đại Tây Dương (NATO) họp.",
        "Thỏa thuận này được ký hôm qua.",
        "Hai bên ký một hiệp ước phòng thủ chung giữa hai nước.",
        "Hiệp định Thương mại tự do có hiệu lực.",
        "Hiến chương Giáo hội nói vậy.",
        "Ngày Hiến chương Nhà giáo đến.",
        "Luật sư Lê Văn Mẫn năm 2018 nói vậy.",
        "Chơi theo luật 4 đảng.",
        "Nghị quyết Đại hội 16 Đảng bộ tỉnh.",
        "Nghị quyết Đại hội lần thứ XII của Hội Nhà báo.",
        "Bộ Thương mại Mỹ (DOC) áp thuế.",
        "The International Convention Center opened.",
        "Their Mutual Defense Treaty holds.",
        "The State Protocol Department received guests.",
        "Tuyên bố chung được đưa ra sau hội đàm.",
        "Ông đọc 25 chỉ thị.",
        "Công ty ra nghị quyết 1208D.",
        "Chiếc Honda Accord chạy.",
        "",
    ],
)
def test_what_is_no_document(text):
    assert find_documents([text]) == ()


def test_the_fullest_wording_is_listed_once():
    found = find_documents(
        [
            "Nghị quyết 22 ra đời, UNCLOS cũng vậy.",
            "Đó là Nghị quyết số 22 của Bộ Chính trị, rồi Nghị quyết 22-NQ/TW.",
            "Công ước của Liên hợp quốc về Luật Biển năm 1982 (UNCLOS) là nền tảng.",
        ]
    )
    assert found == ("Nghị quyết 22-NQ/TW", "Công ước của Liên hợp quốc về Luật Biển năm 1982")


def test_a_bare_number_that_may_be_two_documents_is_left_out():
    both = "Nghị quyết 22-NQ/TW và Nghị quyết 22/NQ-CP."
    assert find_documents([both, "Nghị quyết 22 đã rõ."]) == (
        "Nghị quyết 22-NQ/TW",
        "Nghị quyết 22/NQ-CP",
    )


def test_a_short_name_of_two_is_the_one_that_the_article_has():
    climate = "Hiệp định Paris về biến đổi khí hậu"
    assert find_documents(["Hiệp định Paris đã ký.", f"{climate} có hiệu lực."]) == (climate,)
    both = [f"{climate} khác Hiệp định Paris năm 1973.", "Hiệp định Paris đã ký."]
    assert find_documents(both) == (climate, "Hiệp định Paris năm 1973")


def test_the_years_of_one_number_are_two_documents():
    text = "Quyết định 06/2021/QĐ-TTg thay Quyết định 06/2020/QĐ-TTg."
    assert len(find_documents([text])) == 2


def test_articles_in_both_languages_meet():
    vietnamese = Document.of(
        "Hội nghị", ["Hội nghị bàn về Nghị quyết 22-NQ/TW và UNCLOS 1982."], language="vi"
    )
    english = Document.of(
        "Conference",
        ["It recalled the Politburo's Resolution 22 and the UN Convention on the Law of the Sea."],
        language="en",
    )
    here, there = (
        [document_key(name) for name in extract(document).documents]
        for document in (vietnamese, english)
    )
    assert here == there
    assert len(here) == 2


def test_every_name_of_the_gazetteer_has_a_sign_and_is_read_as_itself():
    signs = [fold(sign) for sign in table_of("documents.toml")["signs"]]
    for row in table_of("documents.toml")["named"]:
        for name in row["names"]:
            line = CitingLine.of(name.replace("LHQ", "Liên hợp quốc"))
            assert any(sign in line.folded for sign in signs), name
            assert document_key(line.text) == row["key"], name


ATOMS = st.sampled_from(
    [*itertools.chain.from_iterable(SAME), "của", "Chính phủ", ",", "năm 2021", "số", "22", "về",
     "Nghị quyết", "Hiệp định", "(", ")", "-", "/", "Việt Nam", "EU", "Treaty", "ﬃ", "İ", "x\u0301"]
)  # fmt: skip


@given(st.lists(st.lists(ATOMS, max_size=8).map(" ".join), max_size=4))
def test_what_is_found_stands_there_and_no_two_have_one_key(texts):
    found = find_documents(texts)
    assert all(any(fold(name) in fold(text) for text in texts) for name in found)
    assert len({document_key(name) for name in found}) == len(found)


@given(st.text(max_size=80))
def test_any_text_has_a_key(text):
    assert document_key(text) == document_key(text)
    find_documents([text])


def naively_without_overlaps(found: list[Citation]) -> list[Citation]:
    """What a comparison of each with all that are kept leaves."""
    kept: list[Citation] = []
    for it in sorted(found, key=lambda it: (not it.listed, it.start, -it.end)):
        if not any(it.start < its.end and its.start < it.end for its in kept):
            kept.append(it)
    return sorted(kept, key=lambda it: it.start)


CITATIONS = st.builds(
    lambda start, length, listed: Citation(start, start + length, f"{start}", listed=listed),
    st.integers(0, 60), st.integers(1, 12), st.booleans(),
)  # fmt: skip


@given(st.lists(CITATIONS, max_size=25))
def test_of_citations_that_overlap_the_same_are_kept_as_by_comparing_all(found):
    assert without_overlaps(found) == naively_without_overlaps(found)


class Counted(int):
    """A place in a text that counts how often places are compared."""

    compared = 0

    def _counting(self, result: bool) -> bool:
        Counted.compared += 1
        return result

    def __lt__(self, other: int) -> bool:
        return self._counting(int(self) < int(other))

    def __le__(self, other: int) -> bool:
        return self._counting(int(self) <= int(other))


def test_a_text_of_five_thousand_words_is_gone_through_once():
    words = 5000
    found = [
        Citation(Counted(5 * at), Counted(5 * at + 8), "luat", listed=at % 3 == 0)
        for at in range(words)
    ]
    Counted.compared = 0
    kept = without_overlaps(found)
    # already in order, so sorting and merging compare each with its neighbours only
    assert Counted.compared <= 12 * words
    assert kept[:101] == naively_without_overlaps(found[:301])


def test_a_long_list_of_laws_is_read_to_its_end():
    names = [f"Nghị định {number}/2021/NĐ-CP" for number in range(100, 1800)]
    assert len(" ".join(names).split()) > 5000
    assert list(find_documents(["; ".join(names)])) == names
