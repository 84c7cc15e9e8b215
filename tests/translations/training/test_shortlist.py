"""The shortlist of target pieces: what it must hold, and what a model makes of it."""

import hashlib
import json
import shutil
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translations import Direction, TranslationError
from translations.engines.compact import CompactEngine, load, shipped_models
from translations.engines.manifest import MANIFEST, SHORTLIST, read_manifest
from translations.training.settings import DEFAULT, load_recipe
from translations.training.shortlist import (
    build,
    count_links,
    find_candidates,
    find_common,
    find_sources,
    write_map,
)

# Pieces 4 to 6 become 7 to 9, one each; every pair has two of them.
PAIRS = [([4, 5], [7, 8]), ([4, 6], [7, 9]), ([5, 6], [8, 9]), ([4], [7])] * 3


def test_pieces_are_linked_with_what_they_become():
    counts = count_links(PAIRS, 10, rounds=10)
    assert [int(counts[piece].argmax()) for piece in (4, 5, 6)] == [7, 8, 9]
    # What is expected of a target piece is never more than it occurs.
    occurs = [sum(piece in target for _, target in PAIRS) for piece in range(10)]
    assert all(counts.sum(axis=0) <= np.array(occurs) + 1e-3)


def test_empty_and_endless_sides_teach_nothing():
    counts = count_links([([4], []), (list(range(4, 300)), [7]), ([], [8])], 300, rounds=2)
    assert counts.sum() == 0


def test_candidates_are_the_likeliest_of_a_piece():
    counts = np.zeros((6, 6), np.float32)
    counts[4] = [0, 0, 0, 10, 89, 1]
    found = find_candidates(counts, 2, 0.0)
    assert found[4] == {3, 4}
    assert found[5] == set()
    assert find_candidates(counts, 6, 0.05)[4] == {3, 4}


def test_sources_account_for_their_share_of_a_target_piece():
    counts = np.zeros((6, 6), np.float32)
    counts[:, 5] = [0, 0, 0, 10, 60, 30]
    assert find_sources(counts, 0.5, 6)[5] == [4]
    assert find_sources(counts, 0.7, 6)[5] == [4, 5]
    assert find_sources(counts, 1.0, 6)[5] == [4, 5, 3]
    assert find_sources(counts, 1.0, 2)[5] == [4, 5]
    assert find_sources(counts, 1.0, 2)[4] == []


def test_common_pieces_and_single_characters_are_always_candidates():
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁the", "▁rare", "x", "▁"]
    assert find_common([[4, 4, 5], [4, 6, 7]], pieces, 1) == {4, 6, 7}


@settings(max_examples=40)
@given(st.lists(st.sets(st.integers(4, 11)), min_size=12, max_size=12), st.sets(st.integers(4, 11)))
def test_every_piece_may_become_itself_and_all_that_is_listed(listed, always):
    pieces = ["<s>", "<pad>", "</s>", "<unk>", *(f"▁p{n}" for n in range(4, 12))]
    lines = write_map(listed, frozenset(always), pieces).splitlines()
    rows = {key: set(its.split()) for key, _, its in (line.partition("\t") for line in lines)}
    for number in range(4, 12):
        wanted = {pieces[n] for n in {number, *listed[number]}}
        assert wanted <= rows[""] | rows.get(pieces[number], set())


def test_work_that_is_not_there_is_named(tmp_path):
    with pytest.raises(TranslationError, match=r"train\.jsonl.*run prepare first"):
        build(tmp_path, shipped_models() / "vi-en", load_recipe(DEFAULT))


@pytest.fixture
def short(tmp_path):
    """The shipped model with a shortlist that lets it say very little."""
    folder = tmp_path / "models" / "vi-en"
    shutil.copytree(shipped_models() / "vi-en", folder)
    text = "\t▁Good ▁evening ▁and\n▁Hà\t▁Hanoi\n"
    (folder / SHORTLIST).write_text(text, encoding="utf-8")
    fields = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    fields["files"][SHORTLIST] = {"bytes": len(text.encode()), "sha256": digest}
    (folder / MANIFEST).write_text(json.dumps(fields), encoding="utf-8")
    return folder


def test_a_model_says_nothing_that_is_not_listed(short):
    decoder = load(read_manifest(short))
    [[said]] = decoder.hypotheses(["Hà Nội là thủ đô của Việt Nam."])
    assert set(said.pieces) <= {"▁Good", "▁evening", "▁and", "▁Hanoi", "<unk>"}
    # … but where its output has to begin with given pieces, and where it is only scored: that is
    # as without a shortlist.
    before = replace(decoder, shortlist=False)
    texts, starts = ["Hà Nội", "Huế"], [["▁capital", "▁of"], ["▁marathon", "▁economic"]]
    steered = decoder.hypotheses(texts, starts=starts)
    assert [found[0].pieces[:2] for found in steered] == [tuple(start) for start in starts]
    assert steered == before.hypotheses(texts, starts=starts)
    pair = ["Hà Nội là thủ đô."], [["▁Hanoi", "▁is", "▁the", "▁capital", "."]]
    assert decoder.log_probabilities(*pair)[0] == pytest.approx(before.log_probabilities(*pair)[0])


def test_a_model_without_a_shortlist_may_say_everything(short):
    fields = json.loads((short / MANIFEST).read_text(encoding="utf-8"))
    del fields["files"][SHORTLIST]
    (short / MANIFEST).write_text(json.dumps(fields), encoding="utf-8")
    assert not read_manifest(short).shortlist
    [output] = CompactEngine(models=short.parent).translate(["Cảm ơn các bạn."], Direction.VI_EN)
    assert "hank" in output
