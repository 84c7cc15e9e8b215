"""The words of a task, without what only ties it to its sentence or tells who reports it.

>>> bare_wording("đồng thời, rà soát các quy định, bà Nguyễn Thị Demo cho biết")
'rà soát các quy định'
"""

from __future__ import annotations

import re
from functools import cache

from summarizer.facts.words.lexicon import phrases_in, table_of, words_of
from summarizer.text.folding import CAPITAL

_SHORTEST = 3
"""Words that must be left."""
_SAID = (
    r"(?:(?:đã |vừa |cũng )?(?:cho biết|cho hay|nói|tuyên bố|khẳng định|nhấn mạnh|thông báo|lưu ý)"
    r"|said|says|added|noted|stressed)"
)
_TELLER = (
    rf"(?:{CAPITAL}|(?:ông|bà|vị|thông cáo|tuyên bố|người phát ngôn|quan chức|nguồn tin|giới chức"
    r"|the|a|an|he|she|they)\s)"
)
_REPORTED = re.compile(rf",\s{_TELLER}[^,;“”\"]{{1,80}}?\s{_SAID}(?:\s(?:thêm|rõ|further))?$")
"""``…, vị quan chức cho biết``."""
_SAID_ALONE = re.compile(
    rf",\s[”\"]?\s?(?:ông|bà|ông ấy|bà ấy|ông này|bà này|vị này)\s{_SAID}(?:\s(?:thêm|rõ))?$"
)
"""``…, ông nhấn mạnh``."""
_TOLD = re.compile(
    r"(?:ông|bà|ông ấy|bà ấy|vị này|họ|he|she|they) (?:also |cũng |còn |đã )?"
    r"(?:(?:nói|cho|nhấn mạnh|khẳng định|lưu ý|nêu rõ|bày tỏ|tin) rằng|cho biết(?: rằng)?"
    r"|(?:said|added)(?: that)?|(?:stressed|noted) that) (?=(?:[^\s]+ ){4})",
    re.IGNORECASE,
)
"""``Ông cho rằng các nước nên …``."""
_SAID_FIRST = re.compile(r",\s(?:he|she|they|it) (?:said|added|noted|stressed)$")


def bare_wording(text: str) -> str:
    """``text`` without the links that it begins with and the source that it ends with; as it was
    if too little would be left.
    """
    bare = _SAID_ALONE.sub("", _SAID_FIRST.sub("", _REPORTED.sub("", _sources().sub("", text))))
    bare = _TOLD.sub("", bare, count=1) if _TOLD.match(bare) else bare
    while (link := _links().match(bare)) is not None:
        bare = bare[link.end() :]
    return bare if len(bare.split()) >= _SHORTEST else text


@cache
def _links() -> re.Pattern[str]:
    words = sorted(words_of("task_items.toml", "ties"), key=len, reverse=True)
    # "yêu cầu là các bộ …", but not "phải là đơn vị …"
    which = r"là\s+(?=(?:các|những|mọi|phải)\s)"
    ties = "|".join(map(re.escape, words))
    return re.compile(rf"(?:{which}|(?:{ties})(?!\w),?\s+)", re.IGNORECASE)


@cache
def _sources() -> re.Pattern[str]:
    """``…, theo Reuters``, ``…, according to a newspaper``."""
    media = "|".join(map(re.escape, phrases_in(table_of("names.toml")["media"])))
    sorts = (
        "hãng|báo|tờ|đài|kênh|trang|chinhphu|tin từ|thông tin từ|nguồn tin"
        "|(?-i:tuyên bố|thông cáo)"  # with a capital it is a document
        "|(?:joint |press )?(?:statement|communiqu[eé]|release)|officials|sources"
    )
    return re.compile(
        rf",\s(?:theo|according to)\s(?:(?:the|an?)\s)?(?:(?:{sorts})\b|(?:{media})(?!\w))[^,;]*$",
        re.IGNORECASE,
    )
