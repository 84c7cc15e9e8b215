import json

import pytest

from translations.engine import TranslationError
from translations.training.words import find_words, write_words
from translations.words.made_up_words import made_up_words


def test_words_that_stand_more_than_once_and_no_dictionary_has():
    texts = ["The blorps of Foo's blorps.", "A gleep, non-gleep and gleep's", "He runs; he runs."]
    assert find_words(texts, {"the", "runs"}) == ["blorps"]
    addresses = ["See www.blorps.example/gleep?a=gleep or #gleep."] * 2
    assert find_words(addresses, set()) == []


def test_the_list_is_written_from_what_was_prepared(tmp_path):
    rows = [["authored", "x", "An equitizationx plan and an equitizationx law.", [], []]]
    (tmp_path / "train.jsonl").write_text("\n".join(map(json.dumps, rows)))
    out = tmp_path / "words.tsv"
    assert write_words(tmp_path, out)["words"] == 1
    assert out.read_text().splitlines()[1:] == ["equitizationx"]
    assert made_up_words("equitizationx", "") == ["equitizationx"]  # the shipped list is another


def test_without_prepared_pairs_it_says_what_to_do(tmp_path):
    with pytest.raises(TranslationError, match="run prepare first"):
        write_words(tmp_path, tmp_path / "words.tsv")
