"""Features and scores, with numbers worked out by hand."""

import math
from dataclasses import replace

import numpy as np
import pytest

from summarizer.document import Document, Sentence
from summarizer.features import FEATURES, measure
from summarizer.ranking import rank
from summarizer.vectors import TermVectors, tokens
from summarizer.weights import Weights, names_of, read_weights, shipped_weights


def document(title, *texts, subheadings=(), language="vi"):
    """One paragraph a sentence."""
    return Document(
        title=title,
        paragraphs=tuple(texts),
        sentences=tuple(Sentence(n, n, text) for n, text in enumerate(texts)),
        subheadings=frozenset(subheadings),
        language=language,
    )


def test_tokens_are_syllables_in_lower_case_and_the_tone_may_stand_in_two_places():
    assert tokens("Hoà bình, 1.234,5 ha!") == tokens("HÒA BÌNH 1.234,5 HA")
    assert tokens("… – “”") == []


def test_vectors_by_hand():
    vectors = TermVectors.of([["a", "a", "b"], ["b", "c"], []])
    idf_once, idf_twice = 1 + math.log(3), 1 + math.log(1.5)
    first = np.array([2 * idf_once, idf_twice, 0])
    second = np.array([0, idf_twice, idf_once])
    first /= np.linalg.norm(first)
    second /= np.linalg.norm(second)
    assert vectors.row(0) == pytest.approx(first)
    assert vectors.row(2) == pytest.approx(np.zeros(3))
    assert vectors.cosines(vectors.row(1)) == pytest.approx([first @ second, 1, 0])
    both = first + second
    assert vectors.centroid() == pytest.approx(both / np.linalg.norm(both))
    assert vectors.vector(["c", "z"]) == pytest.approx([0, 0, 1])
    gram = vectors.similarities()
    assert gram == pytest.approx(gram.T)


def test_no_text_no_vectors():
    vectors = TermVectors.of([])
    assert vectors.count == 0
    assert vectors.centroid().shape == (0,)


def test_the_share_of_a_text_that_each_row_has():
    vectors = TermVectors.of([["a", "b"], ["b"], []])
    common, rare = 1 + math.log(3 / 2), 1 + math.log(3)
    assert vectors.shares(["a", "b", "z"]) == pytest.approx([1, common / (common + rare), 0])
    assert vectors.shares(["z"]) == pytest.approx([0, 0, 0])


def features_of(text, language="vi", title="x"):
    its = document(title, text, language=language)
    return dict(zip(FEATURES, measure(its, its.sentences, [tokens(text)])[0], strict=True))


def test_features_by_hand():
    ranking = rank(
        [
            document(
                "cầu phao sông Kiên",
                "Cầu phao trên sông Kiên sẽ mở cửa trở lại vào đầu mùa thu này.",
                "Mùa thu này?",
                "Những điều cần biết",
                "Theo đó, xe tải nặng trên mười tấn không được đi qua cầu phao.",
                subheadings=[2],
            )
        ]
    )
    assert ranking.feature("first").tolist() == [1, 0, 0, 0]
    assert ranking.feature("early") == pytest.approx([1, 1 / 2, 1 / 3, 1 / 4])
    assert ranking.feature("depth") == pytest.approx([0, 1 / 3, 2 / 3, 1])
    assert ranking.feature("length") == pytest.approx([15 / 60, 3 / 60, 4 / 60, 14 / 60])
    assert ranking.feature("stub").tolist() == [0, 1, 1, 0]
    assert ranking.feature("question").tolist() == [0, 1, 0, 0]
    assert ranking.feature("unfinished").tolist() == [0, 0, 1, 0]
    assert ranking.feature("opener").tolist() == [0, 0, 0, 1]
    assert ranking.feature("centre").max() == 1
    title = ranking.feature("title")
    assert title[0] > title[3] > title[1] == 0
    assert ranking.feature("title_share")[0] == 1
    assert ranking.feature("lead")[0] == 0 < ranking.feature("lead")[3]
    assert ranking.leanings == (None, None, None, "opener")
    # A subheading is never worth more than the least sentence.
    assert ranking.scores[2] == 0


@pytest.mark.parametrize(
    ("text", "language", "signs"),
    [
        (
            "Bà Đỗ Thị Mẫn cho biết 3 cầu đã mở.",
            "vi",
            {"names": 3 / 6, "figures": 1 / 4, "speech": 1},
        ),
        ("Cầu mở lại sáng 3/9 tại Kiên Hà.", "vi", {"when": 1, "where": 1, "speech": 0}),
        ("Hội nghị họp tại Hội trường lớn của ASEAN.", "vi", {"when": 0, "spoken": 0}),
        ("Các bên cần tiếp tục sửa cầu.", "vi", {"task": 1, "quotation": 0}),
        ("“Chúng tôi sẽ làm”", "vi", {"quotation": 1, "spoken": 1, "unfinished": 1}),
        ("He said the bridge in Kien Ha must open.", "en", {"speech": 1, "task": 1, "nameless": 1}),
        ("We open on Monday in Ha Lam.", "en", {"spoken": 1, "when": 1, "where": 1}),
    ],
)
def test_signs_in_the_wording(text, language, signs):
    found = features_of(text, language)
    assert {name: found[name] for name in signs} == pytest.approx(signs)


def test_every_feature_lies_between_0_and_1():
    rows = [
        "",
        "…",
        "A" * 3000,
        "Ông Ông Ông " * 100,
        "1 2 3 4/5 6,7 " * 50,
        "“" * 40,
        "Theo đó, ông nói: “Tôi về nhà”.",
    ]
    table = rank([document("Ông", *rows)], weights=Weights({}, 0)).features
    assert np.isfinite(table).all()
    assert table.min() >= 0
    assert table.max() <= 1


def test_a_title_derived_from_the_text_says_nothing_about_it():
    derived = replace(document("Cầu phao", "Cầu phao mở lại.", "Gió mùa."), title_derived=True)
    assert rank([derived]).feature("title") == pytest.approx([0, 0])
    assert rank([derived]).feature("title_share") == pytest.approx([0, 0])


def test_worth_is_the_weighted_sum_and_scores_run_from_0_to_1():
    ranking = rank(
        [document("x", *[f"câu số {n} nói về một việc khác nhau hoàn toàn" for n in range(3)])],
        weights=Weights({"early": 2, "first": -1}, 0),
    )
    assert ranking.worth == pytest.approx([1, 1, 2 / 3])
    assert ranking.scores == pytest.approx([1, 1, 0])
    assert rank([document("x", "một câu")]).scores == pytest.approx([1])


def test_a_scope_keeps_positions_and_judges_the_centre_within_it():
    texts = [f"câu {n} về cầu phao và bến xe của thị trấn" for n in range(6)]
    ranking = rank([document("x", *texts)], scope={(0, 2), (0, 5), (1, 0)})
    assert [s.position for s in ranking.sentences] == [2, 5]
    assert ranking.feature("early") == pytest.approx([1 / 3, 1 / 6])
    assert ranking.before(1) is None


def test_lexrank_prefers_what_several_articles_say():
    shared = "Tỉnh Kiên Hà khánh thành bến phà mới bên sông Kiên trong sáng thứ hai."
    one = document("Bến phà", "Thời tiết hôm ấy đẹp và gió nhẹ ở khắp các nơi.", shared)
    two = document("Bến phà", shared, "Giá vé tàu hỏa đi miền núi không thay đổi năm nay.")
    ranking = rank([one, two])
    assert ranking.articles == (0, 0, 1, 1)
    assert set(np.argsort(-ranking.feature("lexrank"))[:2]) == {1, 2}
    assert ranking.feature("lexrank").max() == 1
    shares = ranking.feature("shared")
    assert shares[1] == pytest.approx(1) == shares[2]
    assert shares[0] < 0.5


def test_a_large_text_is_ranked_within_bounds(monkeypatch):
    monkeypatch.setattr("summarizer.ranking.MOST_SENTENCES", 50)
    monkeypatch.setattr("summarizer.features.MOST_IN_GRAPH", 10)
    texts = [f"câu thứ {n} trong bài rất dài này" for n in range(100)]
    ranking = rank([document("một", *texts), document("hai", *texts)])
    assert len(ranking) == 50
    assert max(s.position for s in ranking.sentences) == 24
    assert np.count_nonzero(ranking.feature("lexrank")) == 10


def test_the_shipped_weights_are_for_features_that_are_measured():
    assert set(shipped_weights("one").values) == set(names_of("one"))
    assert set(shipped_weights("several").values) == set(names_of("several"))
    assert shipped_weights("one").redundancy > 0


def test_weights_of_unknown_features_and_broken_files_are_refused():
    with pytest.raises(ValueError, match="not measured: charm"):
        rank([document("x", "một câu")], weights=Weights({"charm": 1}, 0))
    with pytest.raises(ValueError, match=r"lacks \[one\]"):
        read_weights("[one]\nredundancy = 1\n")
