import pytest

from translations import Direction, Glossary, Style, Term, TermKind, TranslationError
from translations.terminology.glossary import read_terms

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI


def keys(glossary, text, direction=VI_EN):
    return [match.term.vi for match in glossary.find_terms(text, direction)]


def test_the_longest_match_wins(glossary):
    text = "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư dự hội nghị."
    assert keys(glossary, text) == ["Ủy viên Bộ Chính trị, Thường trực Ban Bí thư"]


def test_matches_say_where_they_stand(glossary):
    text = "Tại Bộ Quốc phòng, đại diện Liên hợp quốc phát biểu."
    for match in glossary.find_terms(text, VI_EN):
        assert text[match.start : match.end] == match.text


def test_only_whole_words_match(glossary):
    assert "Nga" not in keys(glossary, "Bà Ngân ở Nghệ An.")
    assert "Vụ" not in keys(glossary, "Một vụ án ở Vụng Tàu.")


@pytest.mark.parametrize(
    ("text", "key", "there"),
    [
        ("Đoàn Mỹ thăm Lào.", "Mỹ", True),
        ("Hai nước Anh và Đức ký kết.", "Anh", True),
        ("Tiếng Anh và tiếng Đức", "Anh", True),
        ("Anh nói rằng trời mưa.", "Anh", False),
        ("Ông Trần Minh Đức phát biểu.", "Đức", False),
        ("Bà Mỹ Linh hát ở Mỹ Đình.", "Mỹ", False),
        ("Pháp luật phải nghiêm.", "Pháp", False),
        ("Pháp tuyên bố ủng hộ.", "Pháp", True),
        ("Đại sứ Mỹ Marc Keller đến.", "Mỹ", True),
        ("Giá 100 bảng Anh.", "Anh", False),
    ],
)
def test_short_keys_are_names_or_words_by_context(glossary, text, key, there):
    assert (key in keys(glossary, text)) is there


def test_tone_placement_hyphens_and_quotes_do_not_matter(glossary):
    assert keys(glossary, "Uỷ ban Đối ngoại của Quốc hội") == ["Ủy ban Đối ngoại của Quốc hội"]
    assert "kinh tế - xã hội" in keys(glossary, "phát triển kinh tế-xã hội")
    assert "ngoại giao “cây tre Việt Nam”" in keys(glossary, 'ngoại giao "cây tre Việt Nam"')


def test_numbers_of_documents_are_left_alone(glossary):
    assert "TW" not in keys(glossary, "Quyết định 99-QĐ/TW được ban hành.")
    assert keys(glossary, "Chỉ thị 25-CT/TW được ban hành.")[0] == "Chỉ thị 25-CT/TW"


def test_english_is_found_too(glossary):
    found = keys(glossary, "The Ministry of Foreign Affairs thanked the UN.", EN_VI)
    assert found == ["Bộ Ngoại giao", "Liên hợp quốc"]
    assert "Hoa Kỳ" not in keys(glossary, "He told us so.", EN_VI)


def test_whole_texts_are_recognised(glossary):
    assert glossary.exact("bộ ngoại giao.", VI_EN).en == "Ministry of Foreign Affairs"
    assert glossary.exact("Foreign Ministry", EN_VI).vi == "Bộ Ngoại giao"
    assert glossary.exact("một câu nào đó", VI_EN) is None
    assert glossary.exact("", VI_EN) is None


def test_names_of_things_are_enforced_and_common_words_are_not(glossary):
    enforced = {term.vi: term.enforced for term in glossary.terms}
    assert enforced["Bộ Ngoại giao"]
    assert enforced["thông cáo báo chí"]
    assert not enforced["quyết định"]
    assert not enforced["triển khai"]


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("Bộ TT - TT đề nghị sửa.", "Ministry of Information and Communications"),
        ("Bộ TT-TT đề nghị sửa.", "Ministry of Information and Communications"),
        ("Đại diện Bộ TT&TT dự họp.", "Ministry of Information and Communications"),
        ("Bộ trưởng Bộ TT-TT trả lời.", "Minister of Information and Communications"),
        ("Hợp tác Mekong - Lan Thương", "Mekong-Lancang"),
        ("Hợp tác Mê Công-Lan Thương", "Mekong-Lancang"),
        ("đập trên sông Lan Thương", "Lancang River"),
        ("Tờ Nikkei Asia đưa tin.", "Nikkei Asia"),
        ("Người phát ngôn Nhà Xanh", "Blue House"),
        ("Cán bộ quán triệt tinh thần đó.", "thoroughly grasp"),
    ],
)
def test_names_that_newspapers_use_in_short(glossary, text, rendering):
    assert rendering in [match.term.en for match in glossary.find_terms(text, VI_EN)]


@pytest.mark.parametrize(
    "text",
    ["Rau trồng trong nhà xanh.", "Nhà xanh được mở rộng.", "Bà Nguyễn Thị Lan Thương phát biểu.",
     "Đơn vị quán triệt nghị quyết.", "Anh TT gặp TT."],
)  # fmt: skip
def test_what_is_another_word_as_well_is_never_forced(glossary, text):
    assert not any(match.term.enforced for match in glossary.find_terms(text, VI_EN))


def test_the_full_name_of_a_ministry_is_its_vietnamese(glossary):
    name = glossary.in_vietnamese("Ministry of Information and Communications")[0]
    assert name.vi == "Bộ Thông tin và Truyền thông"


def test_styles_differ_in_the_country_and_its_sea(glossary):
    sea = glossary.exact("Biển Đông", VI_EN)
    assert (sea.rendering(), sea.rendering(Style.PRESS)) == ("East Sea", "South China Sea")
    agency = glossary.exact("Thông tấn xã Việt Nam", VI_EN)
    assert agency.rendering() == "Vietnam News Agency"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bo ngoai giao", "Bộ Ngoại giao"),
        ("Bộ Ngoại giaoo", "Bộ Ngoại giao"),
        ("politburo", "Bộ Chính trị"),
        ("ngoai giao kinh te", "ngoại giao kinh tế"),
        ("economik diplomacy", "ngoại giao kinh tế"),
        ("ban bi thu", "Ban Bí thư"),
    ],
)
def test_terms_are_looked_up_as_people_type(glossary, word, expected):
    assert expected in [term.vi for term in glossary.lookup(word, limit=5)]


def test_look_up_knows_its_limits(glossary):
    assert glossary.lookup("", 5) == []
    assert glossary.lookup("zzzzqqqq", 5) == []
    assert len(glossary.lookup("ngoại giao", 3)) == 3


def test_rows_are_typed_and_errors_name_the_line(tmp_path):
    path = tmp_path / "terms.tsv"
    path.write_text("vi\ten\tkind\tvariants_en\tnote\nBộ A\tMinistry A\toffice\tA | B\tnew\n")
    assert read_terms(path) == [Term("Bộ A", "Ministry A", TermKind.OFFICE, ("A", "B"), "new")]
    path.write_text("vi\ten\tkind\nBộ A\tMinistry A\tministry\n")
    with pytest.raises(TranslationError, match=r"terms\.tsv:2"):
        read_terms(path)
    path.write_text("a\tb\n")
    with pytest.raises(TranslationError, match="columns"):
        read_terms(path)
    with pytest.raises(TranslationError, match="cannot be read"):
        read_terms(tmp_path / "absent.tsv")


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("lực lượng gìn giữ hòa bình Liên Hiệp Quốc", "United Nations"),
        ("Đại hội đồng Liên Hiệp Quốc khai mạc.", "United Nations General Assembly"),
        ("Bộ Ngoại giao Mỹ ra thông cáo.", "US Department of State"),
        ("Bộ Thương mại Mỹ nới lệnh cấm.", "US Department of Commerce"),
        ("Đại hội biển Đông Á lần thứ 5", "East Asian Seas Congress"),
        ("vùng biển Đông Á", "East Asian seas"),
        ("Chúc mừng năm Mậu Tuất", "Year of the Dog"),
    ],
)
def test_what_newspapers_call_otherwise(glossary, text, rendering):
    found = {match.term.en for match in glossary.find_terms(text, VI_EN)}
    assert rendering in found
    assert "East Sea" not in found


def test_names_of_old_and_by_syllables_come_last(glossary):
    assert [term.vi for term in glossary.in_vietnamese("Moscow")][-1] == "Mạc Tư Khoa"


def test_technical_terms_are_enforced_however_short():
    assert Term("nhập siêu", "trade deficit", TermKind.TECHNICAL).enforced
    assert not Term("nhập siêu", "trade deficit", TermKind.CONCEPT).enforced


def test_the_version_follows_the_renderings(glossary):
    one = Glossary([Term("a b", "c", TermKind.CONCEPT)])
    assert one.version == Glossary([Term("a b", "c", TermKind.CONCEPT, note="x")]).version
    assert one.version != Glossary([Term("a b", "d", TermKind.CONCEPT)]).version
    assert glossary.version == Glossary.load().version
