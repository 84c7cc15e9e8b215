import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from translations.engine import Direction, TranslationError
from translations.training import backtranslation
from translations.training.backtranslation import backtranslate
from translations.training.corpus import path_of
from translations.training.settings import Annotation, Dev, Network, Recipe, Source, Train

SENTENCES = [
    "Hai nước sẽ tiếp tục tăng cường hợp tác kinh tế và thương mại.",
    "Thủ tướng đã tiếp Đại sứ các nước ASEAN vào sáng nay tại Hà Nội.",
    "Kim ngạch thương mại giữa hai nước đã đạt 12.500 triệu USD trong năm 2019.",
]
NOT_TAKEN = [
    "Hội nghị kết thúc tốt đẹp",  # no sentence
    "Hai bên nhất trí.",  # too short
    SENTENCES[0] + "  ",  # twice
    "Câu này đứng trong một bộ đo lường của dự án chúng tôi.",  # measured
]


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    (folder / "corpus" / "mono").mkdir(parents=True)
    (folder / "eval").mkdir()
    (folder / "eval" / "x.vi").write_text(NOT_TAKEN[-1] + "\n", encoding="utf-8")
    with gzip.open(folder / "corpus" / "mono" / "news.vi.gz", "wt", encoding="utf-8") as out:
        out.writelines(line + "\n" for line in [*SENTENCES, *NOT_TAKEN])
    return folder


def recipe(file: str = "mono/news.vi.gz", sentences: int = 9) -> Recipe:
    train = Train(1.0, 1, 1e-4, 1e-4, 0.1, 0.0, 100, 40, 40, 0.5, 0.0, 1, 5.0, 1)
    sources = (Source("back", file, 0.5, sentences=sentences), Source("own", "own.tsv", 0.5))
    return Recipe(
        Direction.EN_VI, 1, True, Network(1, 1, ()), train, Annotation(0.0), Dev((), 0), sources
    )


def pairs_in(work: Path) -> list[list[str]]:
    return [line.split("\t") for line in (work / "back.tsv").read_text("utf-8").splitlines()]


def test_sentences_get_sources_by_the_model_of_the_other_direction(data, tmp_path):
    steps = list(backtranslate(recipe(), data, tmp_path / "work"))
    assert steps[-1] == ("back", 3, 3)
    pairs = pairs_in(tmp_path / "work")
    assert sorted(vi for vi, _ in pairs) == sorted(SENTENCES)
    by_vietnamese = dict(pairs)
    assert "cooperation" in by_vietnamese[SENTENCES[0]]
    assert "ASEAN" in by_vietnamese[SENTENCES[1]]


def test_no_more_than_wanted(data, tmp_path):
    list(backtranslate(recipe(sentences=2), data, tmp_path / "work"))
    assert len(pairs_in(tmp_path / "work")) == 2


def test_a_step_that_was_broken_off_goes_on(data, tmp_path, monkeypatch):
    monkeypatch.setattr(backtranslation, "_CHUNK", 1)
    work = tmp_path / "work"
    steps = backtranslate(recipe(), data, work)
    next(steps)
    steps.close()
    [partial] = work.glob("*.partial")
    with partial.open("a", encoding="utf-8") as out:
        out.write("Nửa câu thôi\tHalf a sen")  # the kill came while it wrote
    assert [read for _, read, _ in backtranslate(recipe(), data, work)] == [2, 3]
    assert sorted(vi for vi, _ in pairs_in(work)) == sorted(SENTENCES)


def left_by_a_run(data, work, *outputs):
    """What a run leaves that has made ``outputs`` of the first sentences."""
    list(backtranslate(recipe(), data, work))
    [partial] = work.glob("*.partial")
    sentences = [line.split("\t")[0] for line in partial.read_text("utf-8").splitlines()]
    rows = zip(sentences, outputs, strict=False)
    partial.write_text("".join(f"{vi}\t{en}\n" for vi, en in rows), encoding="utf-8")
    return sentences


def test_figures_that_differ_and_circles_are_left_out(data, tmp_path):
    work = tmp_path / "work"
    sentences = left_by_a_run(data, work, *[f"the two {number} " * 6 for number in (1, 2, 3)])
    assert list(backtranslate(recipe(), data, work)) == []
    assert pairs_in(work) == []
    told = ["The trade was 12,500 million USD in 2018." for _ in SENTENCES]
    left_by_a_run(data, work, *told)
    list(backtranslate(recipe(), data, work))
    assert len(sentences) == 3
    assert pairs_in(work) == []


def test_what_other_settings_have_left_is_not_taken(data, tmp_path):
    work = tmp_path / "work"
    left_by_a_run(data, work, "Old.", "Old.", "Old.")
    [partial] = work.glob("*.partial")
    rows = partial.read_text("utf-8").splitlines()
    partial.write_text("\n".join(rows[::-1]) + "\n", encoding="utf-8")
    list(backtranslate(recipe(), data, work))
    assert "Old." not in {en for _, en in pairs_in(work)[::2]}
    list(backtranslate(recipe(sentences=1), data, work))
    assert len(pairs_in(work)) == 1


def test_sources_for_research_only_are_left_out_where_the_recipe_says_so(data, tmp_path):
    source = replace(recipe().sources[0], research=True)
    free = replace(recipe(), sources=(source,), research_sources=False)
    assert list(backtranslate(free, data, tmp_path / "work")) == []


def test_where_the_pairs_of_a_source_stand(tmp_path):
    back, own = recipe().sources
    assert path_of(back, tmp_path, tmp_path / "work") == tmp_path / "work" / "back.tsv"
    assert path_of(own, tmp_path, tmp_path / "work") == tmp_path / "corpus" / "own.tsv"


def test_a_missing_file_is_named(data, tmp_path):
    with pytest.raises(TranslationError, match=r"none\.vi"):
        list(backtranslate(recipe("mono/none.vi"), data, tmp_path / "work"))
