"""Articles put together again from the lines of a test set."""

import os
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.running_articles import ARTICLES, LINES, read_running
from summarizer.learning.corpus import CorpusUnreadable

DATA = Path(os.environ.get("BRIEFING_DATA", Path(__file__).parents[3] / "shared"))


def made_up(folder, **languages):
    """A test set in which every line says where it stands."""
    (folder / "eval").mkdir()
    for language, count in languages.items():
        lines = "".join(f"Line {n} in {language}. It is short.\n" for n in range(1, count + 1))
        (folder / "eval" / f"vlsp20-official.{language}").write_text(lines, encoding="utf-8")
    return folder


def test_articles_do_not_overlap():
    assert all(first + 2 <= last <= LINES for first, last in ARTICLES)
    assert all(before[1] < after[0] for before, after in pairwise(ARTICLES))


def test_headline_reference_and_text_are_lines_one_after_the_other(tmp_path):
    cases = read_running(made_up(tmp_path, en=LINES, vi=LINES), "vi")
    assert len(cases) == len(ARTICLES)
    first, last = ARTICLES[1]
    [document] = cases[1].documents
    assert document.title == f"Line {first} in vi. It is short."
    [reference] = cases[1].references
    assert reference[:4] == ("line", str(first + 1), "in", "vi")
    assert document.sentences[0].text == f"Line {first + 2} in vi."
    assert document.sentences[-2].text == f"Line {last} in vi."
    assert len(document.sentences) == 2 * (last - first - 1)
    assert document.language == "vi"


def test_a_set_with_other_lines_is_refused(tmp_path):
    with pytest.raises(CorpusUnreadable, match="789 lines where 790"):
        read_running(made_up(tmp_path, en=LINES - 1), "en")
    with pytest.raises(CorpusUnreadable, match=r"vlsp20-official\.vi: cannot be read"):
        read_running(made_up_only_english(tmp_path / "other"), "vi")


def made_up_only_english(folder):
    folder.mkdir()
    return made_up(folder, en=LINES)


@pytest.mark.shared
@pytest.mark.skipif(not (DATA / "eval").is_dir(), reason="needs the texts in the data folder")
def test_the_real_articles_have_headlines_and_bodies():
    for case in read_running(DATA, "en"):
        [document] = case.documents
        assert not document.title.endswith(".")
        assert len(document.sentences) - len(document.subheadings) >= 3
        assert len(case.references[0]) >= 10
