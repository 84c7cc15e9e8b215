"""What people tell of several articles: learned as the chance that they use a pair of words.

The features of every pair of neighbouring words of a cluster (:mod:`summarizer.word_pairs`) against
the share of the reference summaries that use it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from summarizer.learning.chances import Evidence, learn_chances
from summarizer.learning.corpus import Case
from summarizer.learning.fitting import Learned
from summarizer.ranking import pairs_of, rank
from summarizer.vectors import tokens
from summarizer.weights import Weights, names_of


def evidence(case: Case) -> Evidence | None:
    """The pairs of one cluster; ``None`` where they are not of several articles."""
    ranking = rank(case.documents, weights=Weights({}))
    if ranking.coverage is None:
        return None
    texts = [tokens(sentence.text) for sentence in ranking.sentences]
    pairs, features = pairs_of(
        case.documents,
        ranking.articles,
        ranking.sentences,
        ranking.vectors,
        texts,
        ranking.features,
    )
    used = np.zeros(len(pairs.numbers))
    for reference in case.references:
        for pair in set(pairwise(reference)) & pairs.numbers.keys():
            used[pairs.numbers[pair]] += 1 / len(case.references)
    return Evidence(features, used)


def learn_telling(parts: Sequence[Evidence]) -> Learned:
    """Weights for the pairs of words of clusters, see :func:`learn_chances`."""
    return learn_chances(parts, names_of("several"))
