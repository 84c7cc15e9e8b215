import gzip

import pytest

from translations.engine import TranslationError
from translations.training.corpus import Pair, fits, key, measuring_keys, read_pairs


def test_reads_plain_and_zipped_files_in_the_models_form(tmp_path):
    (tmp_path / "a.tsv").write_text("vi\ten\tkind\nXin “chào” .\tHello .\tx\nonly one cell\n")
    with gzip.open(tmp_path / "b.tsv.gz", "wt", encoding="utf-8") as out:
        out.write("Một\tOne\n")
    assert list(read_pairs(tmp_path / "a.tsv")) == [Pair('Xin "chào".', "Hello.")]
    assert list(read_pairs(tmp_path / "b.tsv.gz")) == [Pair("Một", "One")]


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(TranslationError, match=r"c\.tsv"):
        list(read_pairs(tmp_path / "c.tsv"))


def test_the_key_ignores_marks_case_and_punctuation():
    assert key("Hội nghị, 2021!") == key("hoi nghi") != key("hoi nghi lon")


@pytest.mark.parametrize(
    ("pair", "good"),
    [
        (Pair("Hội nghị khai mạc sáng nay.", "The conference opened this morning."), True),
        (Pair("", "Nothing"), False),
        (Pair("Ngắn thôi mà dài thế này đây", "x" * 300), False),
        (Pair("The same sentence stands on both sides.", "The same sentence stands on both sides."),
         False),
        (Pair("ASEAN", "ASEAN"), True),
    ],
)  # fmt: skip
def test_pairs_that_cannot_be_translations(pair, good):
    assert fits(pair) is good


def test_measuring_sets_of_both_languages(tmp_path):
    folder = tmp_path / "eval" / "deep"
    folder.mkdir(parents=True)
    (folder / "x.vi").write_text("Câu đo lường.\n\n")
    (folder / "x.en").write_text("A measuring sentence.\n")
    (folder / "x.txt").write_text("Not a set.\n")
    assert measuring_keys(tmp_path) == {key("câu đo lường"), key("a measuring sentence")}
