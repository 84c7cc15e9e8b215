"""The shipped model on real text, where the data folder is there. No text of it stands here."""

import os
from pathlib import Path

import pytest

from translations import Direction, FindingKind, Translator

DATA = Path(os.environ.get("BRIEFING_DATA", Path(__file__).parents[3] / "shared"))


@pytest.mark.shared
def test_terms_numbers_and_names_stand_in_real_news(translator: Translator):
    path = DATA / "eval" / "news-dev.vi"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    sentences = path.read_text(encoding="utf-8").splitlines()[:40]
    results = translator.translate(sentences, Direction.VI_EN)
    assert len(results) == 40
    checked = {FindingKind.TERM, FindingKind.NUMBER, FindingKind.NAME}
    flawed = [r for r in results if any(f.kind in checked for f in r.findings)]
    assert len(flawed) <= 2
    assert all(result.text for result in results)
