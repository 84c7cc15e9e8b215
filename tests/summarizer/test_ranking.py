"""Features and scores, with numbers worked out by hand."""

import math
from dataclasses import replace

import numpy as np
import pytest

from summarizer.dependence import is_dependent, is_question
from summarizer.document import Document, Sentence
from summarizer.ranking import Weights, rank
from summarizer.vectors import TermVectors, tokens


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


def test_features_by_hand():
    found = rank(
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
    ).features
    assert found.position == pytest.approx([1, 1 / 2, 1 / 3, 1 / 4])
    assert found.factor == pytest.approx([1, 0.25, 0.125, 1])
    assert found.dependent.tolist() == [False, False, False, True]
    assert found.title[0] > found.title[3] > found.title[1] == 0


def test_a_title_derived_from_the_text_says_nothing_about_it():
    derived = replace(document("Cầu phao", "Cầu phao mở lại.", "Gió mùa."), title_derived=True)
    assert rank([derived]).features.title == pytest.approx([0, 0])


def test_scores_are_the_weighted_sum_with_the_best_at_one():
    ranking = rank(
        [document("x", *[f"câu số {n} nói về một việc khác nhau hoàn toàn" for n in range(3)])],
        weights=Weights(centrality=0, position=1, title=0),
    )
    assert ranking.scores == pytest.approx([1, 1 / 2, 1 / 3])


def test_a_scope_keeps_positions_and_judges_the_centre_within_it():
    texts = [f"câu {n} về cầu phao và bến xe của thị trấn" for n in range(6)]
    ranking = rank([document("x", *texts)], scope={(0, 2), (0, 5), (1, 0)})
    assert [s.position for s in ranking.sentences] == [2, 5]
    assert ranking.features.position == pytest.approx([1 / 3, 1 / 6])


def test_lexrank_prefers_what_several_articles_say():
    shared = "Tỉnh Kiên Hà khánh thành bến phà mới bên sông Kiên trong sáng thứ hai."
    one = document("Bến phà", "Thời tiết hôm ấy đẹp và gió nhẹ ở khắp các nơi.", shared)
    two = document("Bến phà", shared, "Giá vé tàu hỏa đi miền núi không thay đổi năm nay.")
    ranking = rank([one, two])
    assert ranking.articles == (0, 0, 1, 1)
    assert set(np.argsort(-ranking.features.centrality)[:2]) == {1, 2}
    assert ranking.features.centrality.max() == 1


def test_a_large_text_is_ranked_within_bounds(monkeypatch):
    monkeypatch.setattr("summarizer.ranking.MOST_SENTENCES", 50)
    monkeypatch.setattr("summarizer.ranking.MOST_IN_GRAPH", 10)
    texts = [f"câu thứ {n} trong bài rất dài này" for n in range(100)]
    ranking = rank([document("một", *texts), document("hai", *texts)])
    assert len(ranking) == 50
    assert max(s.position for s in ranking.sentences) == 24
    assert np.count_nonzero(ranking.features.centrality) == 10


@pytest.mark.parametrize(
    ("text", "language", "dependent"),
    [
        ("Theo đó, các bên sẽ họp lại.", "vi", True),
        ("“Bên cạnh đó, chúng tôi sẽ làm”, bà Mẫn nói.", "vi", True),
        ("Cùng với đó mở thêm lớp học.", "vi", True),
        ("Ông nhấn mạnh vai trò của thanh niên.", "vi", True),
        ("Ông Lê Văn Mẫn nhấn mạnh vai trò của thanh niên.", "vi", False),
        ("Bà cho biết thêm.", "vi", True),
        ("Những việc cần làm ngay.", "vi", False),
        ("Sông Kiên dâng cao.", "vi", False),
        ("Theo đóng góp của dân, cầu được sửa.", "vi", False),
        ("Theo Bộ Thủy sản, sản lượng tăng.", "vi", False),
        ("Bác sĩ Mẫn có mặt.", "vi", False),
        ("Họ sẽ trở về.", "vi", True),
        ("However, the talks go on.", "en", True),
        ("He added that the talks go on.", "en", True),
        ("Helen Doe added that the talks go on.", "en", False),
        ("The talks go on.", "en", False),
    ],
)
def test_dependent_sentences(text, language, dependent):
    assert is_dependent(text, language) is dependent


def test_questions():
    assert is_question("Bao giờ phà chạy?”")
    assert not is_question("Phà chạy rồi.")
