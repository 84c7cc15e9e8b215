"""The summarizer's lists are made from the glossary and are up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import gazetteer


def test_files_are_up_to_date() -> None:
    for name, content in gazetteer.generate().items():
        assert (gazetteer.GAZETTEER / name).read_text(encoding="utf-8") == content, (
            f"{name} is out of date: run python -m bot.gazetteer"
        )


def test_offices_become_titles_in_both_languages(tmp_path: Path) -> None:
    glossary = tmp_path / "glossary.tsv"
    glossary.write_text(
        "vi\ten\tkind\tvariants_en\tnote\n"
        "Chánh Lục sự\tChief Scribe\toffice\tHead Scribe | \t\n"
        "Sông Lam\tLam River\tplace\t\t\n",
        encoding="utf-8",
    )
    files = gazetteer.generate(glossary)
    rows = files["titles.tsv"].splitlines()[2:]
    assert rows == ["Chief Scribe\ten", "Head Scribe\ten", "Chánh Lục sự\tvi"]
    assert "Sông Lam\tvi" in files["places.tsv"]


def test_foreigners_stand_in_both_spellings(tmp_path: Path) -> None:
    names = tmp_path / "names.tsv"
    names.write_text("# a note\nLê Đạt Man\tLi Daman\n", encoding="utf-8")
    assert gazetteer.foreigners(names).splitlines()[1:] == ["vi\ten", "Lê Đạt Man\tLi Daman"]


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    glossary = tmp_path / "glossary.tsv"
    glossary.write_text("vi\ten\nA\tB\n", encoding="utf-8")
    with pytest.raises(gazetteer.GlossaryError, match="kind, variants_en"):
        gazetteer.generate(glossary)


def test_check_tells_what_is_out_of_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer, "GAZETTEER", tmp_path)
    assert gazetteer.main(["--check"]) == 1
    assert not list(tmp_path.iterdir())
    assert gazetteer.main([]) == 0
    assert gazetteer.main(["--check"]) == 0
