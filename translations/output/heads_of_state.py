"""Presidents in Vietnamese: ``Tổng thống`` here, ``Chủ tịch nước`` or ``Chủ tịch`` there.

English says president of all of them, and the models mostly ``Tổng thống``, which the heads of
state of Viet Nam, Laos, Cuba and China are not:

    >>> mend_presidents("Tổng thống Việt Nam gặp Tổng thống Pháp.")
    'Chủ tịch nước Việt Nam gặp Tổng thống Pháp.'
"""

from __future__ import annotations

import functools
import re
from typing import Final

from translations.words.word_lists import read_rows

_STATES: Final = {
    "Việt Nam": "Chủ tịch nước", "Lào": "Chủ tịch nước", "Cuba": "Chủ tịch nước",
    "Trung Quốc": "Chủ tịch",
}  # fmt: skip
_OTHERS = r"\sCộng|\s(?:và|-)\s|\s(?:Ngô Đình Diệm|Nguyễn Văn Thiệu|Trần Văn Hương|Dương Văn Minh)"
"""What follows where it is another state, or not this one alone."""
_STATE = re.compile(
    rf"(?<!\w)([Tt])ổng thống(\s(?:của\s)?)(?:nước\s)?({'|'.join(_STATES)})(?!\w|{_OTHERS})"
)


@functools.cache
def _titles() -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows("presidents.tsv")}


@functools.cache
def _person() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_titles(), key=len, reverse=True)))
    return re.compile(rf"(?<!\w)([Tt])ổng thống(\s(?:Bắc\s)?)({names})(?!\w)")


def mend_presidents(text: str) -> str:
    """Vietnamese ``text`` with the titles that these heads of state have."""
    if "ổng thống" not in text:
        return text
    for pattern, titles in ((_STATE, _STATES), (_person(), _titles())):
        text = pattern.sub(
            lambda match, titles=titles: (  # type: ignore[misc]
                f"{_begun(titles[match[3]], match[1])}{match[2]}{match[3]}"
            ),
            text,
        )
    return text


def _begun(title: str, first: str) -> str:
    return title if first.isupper() else title[0].lower() + title[1:]
