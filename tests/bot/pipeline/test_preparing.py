"""The real preparation, on invented articles."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from bot.pipeline import Refused, preprocess
from bot.pipeline.bench import Bench, BenchOptions
from bot.pipeline.preparing import antecedents, clean_article, summarize_document
from bot.pipeline.rules import Rules, Thing
from seeds.article import Article
from summarizer.facts.model import Facts
from summarizer.reading import Reading
from translations import Style

TEXT = """(Báo Làng Sen) - Sáng 5/6/2031, tại Hà Nội, Bộ Ngoại giao tổ chức Hội nghị Ngoại giao Trà sen lần thứ 4.

Phát biểu tại hội nghị, Bộ trưởng Bộ Ngoại giao Đỗ Thanh Quyên nhấn mạnh trà sen là món quà của quê hương.

Bà Đỗ Thanh Quyên yêu cầu các đơn vị cần tiếp tục đẩy mạnh việc mời khách uống trà, nâng cao chất lượng ấm chén.

Các đại biểu cho rằng năm qua có 1.250 ấm trà đã được pha."""


@pytest.fixture(scope="module")
def rules():
    return Rules()


def article(**more) -> Article:
    return Article("test:1", TEXT, title="Trà sen và bạn bè", paragraphs_known=True, **more)


def test_a_whole_article(rules):
    prepared = preprocess(article(), rules)
    facts = prepared.facts
    assert "Đỗ Thanh Quyên" in [speaker.name for speaker in facts.speakers]
    assert prepared.renderings["Đỗ Thanh Quyên"].text == "Do Thanh Quyen"
    assert not prepared.renderings["Đỗ Thanh Quyên"].machine
    role = next(s.role for s in facts.speakers if s.name == "Đỗ Thanh Quyên")
    assert prepared.renderings[role].text == "Minister of Foreign Affairs"
    assert facts.statements
    assert facts.conferences
    assert 1 <= len(prepared.summary.sentences) <= 3
    # What is shown is rendered by rule or waits for the engine, and nothing waits twice.
    shown = {prepared.document.title, *(s.text for s in prepared.summary.sentences)}
    shown |= {s.text for s in facts.statements} | {t.text for t in facts.tasks}
    assert shown <= set(prepared.pending) | set(prepared.renderings)
    assert not set(prepared.pending) & set(prepared.renderings)
    assert len(set(prepared.pending)) == len(prepared.pending)
    assert prepared.pending[0] == prepared.document.title
    assert prepared.versions.glossary == rules.glossary.version


def test_it_travels_between_processes(rules):
    prepared = preprocess(article(), rules)
    assert pickle.loads(pickle.dumps(prepared)) == prepared


def test_it_is_the_same_every_time(rules):
    assert preprocess(article(), rules) == preprocess(article(), rules)


@pytest.mark.parametrize("text", [" ", "\n\n", "...", "Đọc thêm\nTin liên quan"])
def test_no_text_is_refused(rules, text):
    with pytest.raises(Refused):
        preprocess(Article("t", text), rules)


def test_another_language_is_refused(rules):
    text = (
        "Der Botschafter hat gestern eine Rede gehalten und den Gästen für ihr Kommen gedankt. " * 4
    )
    with pytest.raises(Refused, match="language"):
        preprocess(Article("t", text), rules)


def test_style_is_a_setting():
    press, house = Rules(style=Style.PRESS), Rules()
    assert house.render("Việt Nam", Thing.PLACE, "vi").text == "Viet Nam"
    assert press.render("Việt Nam", Thing.PLACE, "vi").text == "Vietnam"


def test_rules_by_kind(rules):
    assert rules.render("Bộ Ngoại giao", Thing.BODY, "vi").text == "Ministry of Foreign Affairs"
    assert rules.render("Ministry of Foreign Affairs", Thing.BODY, "en").text == "Bộ Ngoại giao"
    assert rules.render("Làng Sen Hồng", Thing.PLACE, "vi").text == "Lang Sen Hong"
    assert rules.render("thành phố Hà Tân", Thing.PLACE, "vi").text == "Ha Tan"
    assert rules.render("tỉnh Hà Tân", Thing.PLACE, "vi").text == "Ha Tan Province"
    assert rules.render("tỉnh nhà", Thing.PLACE, "vi") is None
    assert rules.render("sân đình làng", Thing.PLACE, "vi") is None
    assert rules.render("Anna Berg", Thing.PERSON, "en").text == "Anna Berg"


def test_a_summary_model_that_is_not_there_leaves_the_extract(tmp_path):
    bench = Bench(BenchOptions(translator="none", summarizer=f"hub:{tmp_path / 'none'}"))
    prepared = bench.preprocess(article())
    assert prepared.summary.method == "extract"
    assert "none" in bench.state().summary_trouble
    assert bench.summarize_text(TEXT, 2).summary.method == "extract"


SAID = """Sáng 5/6/2031, tại Hà Nội, Bộ trưởng Bộ Ngoại giao Đỗ Thanh Quyên tiếp đoàn khách làng Sen.

Bà nhấn mạnh trà sen là món quà của quê hương và mong hai bên trao đổi nhiều hơn.

Trời hôm ấy mát."""


def test_a_sentence_that_names_nobody_has_the_name_that_facts_know():
    document = clean_article(Article("test:2", SAID, title="Tiếp khách", paragraphs_known=True))
    facts = preprocess(Article("test:2", SAID, title="Tiếp khách", paragraphs_known=True)).facts
    assert antecedents(document, facts) == {1: "Đỗ Thanh Quyên"}
    assert antecedents(document, Facts()) == {}
    liked = replace(document, title="Trà sen là món quà của quê hương, hai bên trao đổi nhiều hơn")
    [chosen] = summarize_document(liked, 1).sentences
    assert chosen.position == 1
    assert chosen.shown.startswith("[Đỗ Thanh Quyên] Bà nhấn mạnh")


class _Sure:
    """A reader for which everything is a task."""

    def read(self, passages):
        return [[Reading(9.0)] * len(passage.sentences) for passage in passages]


def test_a_reader_has_a_say_in_what_is_prepared():
    said = Article("test:2", SAID, title="Tiếp khách", paragraphs_known=True)
    told = [task.text for task in preprocess(said, reader=_Sure()).facts.tasks]
    assert "Trời hôm ấy mát." in told
    assert "Trời hôm ấy mát." not in [task.text for task in preprocess(said).facts.tasks]


@pytest.mark.parametrize(("reader", "asked"), [("compact", True), ("none", False)])
def test_the_bench_reads_with_the_reader_of_its_options(monkeypatch, reader, asked):
    import summarizer.reading

    monkeypatch.setattr(summarizer.reading, "load_reader", _Sure)
    bench = Bench(BenchOptions(translator="none", reader=reader))
    said = Article("test:2", SAID, title="Tiếp khách", paragraphs_known=True)
    found = bench.preprocess(said).facts.tasks
    assert any(task.text == "Trời hôm ấy mát." for task in found) is asked
