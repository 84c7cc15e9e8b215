"""How conditions on words are written for each database, without a server at hand."""

from __future__ import annotations

import pytest

from bot.store.expressions import Phrase, clause, either, every, fts5, tsquery
from bot.store.queries import conditions, read_query


def test_each_form_has_a_vector_of_its_own():
    """Words as they are spelt are not put behind the plain ones, where a vector has no places."""
    marked, plain = clause(Phrase(("biển",), spelt=True)), clause(Phrase(("bien",)))
    assert marked.sql == "t.spelt_vector @@ to_tsquery('simple', :word_0)"
    assert marked.values == {"word_0": "('biển')"}
    assert plain.sql == "t.vector @@ to_tsquery('simple', :word_0)"


def test_words_side_by_side_are_looked_for_in_long_texts_too():
    made = clause(Phrase(("biển", "đông"), spelt=True))
    assert "octet_length(t.spelt) > 16000" in made.sql
    assert "strpos(' ' || t.spelt || ' ', :word_2) > 0" in made.sql
    assert list(made.values.values()) == ["('biển' <-> 'đông')", "'biển' & 'đông'", " biển đông "]


def test_the_last_word_of_a_stem_may_go_on():
    made = clause(Phrase(("economic", "diplo"), stem=True))
    assert list(made.values.values()) == [
        "('economic':* <-> 'diplo':*)", "'economic':* & 'diplo':*", " economic diplo",
    ]  # fmt: skip
    short = clause(Phrase(("kinh", "te"), stem=True))
    assert short.values["word_2"] == " kinh te "


def test_conditions_hold_together_as_they_are_meant():
    made = clause(either([every([Phrase(("a",)), Phrase(("b",), spelt=True)]), Phrase(("c",))]))
    assert made.sql.count("(t.") == 1
    assert " AND " in made.sql
    assert " OR " in made.sql
    assert [made.values[f"word_{n}"] for n in range(3)] == ["('a')", "('b')", "('c')"]


@pytest.mark.parametrize(
    "typed",
    ["x') & | :* (", "'; DROP TABLE article; --", "\\' OR 1=1", ':word_0 "x y" 4,5', "a_b %c%"],
)
def test_nothing_that_is_typed_becomes_sql(typed):
    for condition in conditions(read_query(typed)):
        made = clause(condition.whole)
        assert "DROP" not in made.sql.upper()
        assert "1=1" not in made.sql
        assert made.sql.count(":word_") == len(made.values)
        assert made.sql.count("(") == made.sql.count(")")
        for written in (tsquery(condition.whole), fts5(condition.whole)):
            assert written.count("(") == written.count(")")
            assert ";" not in written
