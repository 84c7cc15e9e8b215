"""Which words can be Vietnamese syllables: the quickest way to tell a foreign name."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.text.folding import fold

_NUCLEI = (
    "uyeu|ieu|yeu|oai|oao|oay|oeo|uai|uay|uoi|uou|uya|uye|uyu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi"
    "|oo|ua|ue|ui|uo|uu|uy|ye|a|e|i|o|u|y"
)
_SYLLABLE = re.compile(
    rf"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?(?:{_NUCLEI})(?:ch|ng|nh|[cmnpt])?"
)


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether ``word`` is built as a Vietnamese syllable is; marks do not matter."""
    return _SYLLABLE.fullmatch(fold(word)) is not None
