"""Lines that break in the middle of a sentence though the next begins with a capital.

"… nhằm triển khai thực hiện / Nghị quyết Đại hội X": no heading, caption or sentence ends like the
first line, so the name that follows goes on with it. Headings and items of lists are left alone.
"""

from __future__ import annotations

import re

from summarizer.cleaning.captions import split_caption
from summarizer.text.folding import CAPITAL
from summarizer.text.sentences import split_sentences

_STOP = re.compile(r"[.!?…:;][\"'”’»)\]]*\Z")
_TO_STOP = re.compile(r"[.!?…][\"'”’»)\]]*\Z")

# In small letters only: a heading in capitals may be spread over lines.
_ENDS_NOTHING = re.compile(
    r"(?:\A|[\s(“\"])(?:và|của|với|các|những|nhằm|bởi|hoặc|cùng|lần thứ|sự|bằng cách|thuộc"
    r"|(?<!trở )(?<!quay )(?<!đi )(?<!lại )về|(?<!hiện )(?<!tồn )(?<!thực )(?<!nội )tại"
    r"|(?<!bên )(?<!phía )trong|(?<!ở )giữa|(?<!nhà )(?<!nơi )(?<!chỗ )(?<!ăn )(?<!đất )ở"
    r"|of|the|and|with|from|by|between|its|their|an|or|into|towards?|among|which|was|were|has|have)"
    r"\Z"
)
"""What ends neither a sentence nor a name nor a heading."""

_CARRIES_OUT = re.compile(
    r"\b(?:thực hiện|triển khai|quán triệt|thi hành|ban hành|thông qua|phê duyệt|ký kết|tham dự"
    r"|hưởng ứng|kỷ niệm)\Z"
)
_CARRIED_OUT = re.compile(
    r"(?:Nghị quyết|Chỉ thị|Kết luận|Quyết định|Nghị định|Chiến lược|Chương trình|Kế hoạch|Đề án"
    r"|Hiệp định|Hiệp ước|Công ước|Thỏa thuận|Tuyên bố|Văn kiện|Luật|Hiến chương|Thông tư"
    r"|Hội nghị|Đại hội|Diễn đàn|Hội thảo|Lễ|Ngày)\b"
)
"""A verb and what it needs: the work of a resolution, the meeting that is attended."""
_SHORTEST = 40
"""Characters of a line that is no heading like "Kết quả triển khai"."""

_NAMES = rf"{CAPITAL}\w*(?: {CAPITAL}\w*){{0,2}}"
_PAIR = re.compile(rf"{_NAMES} ?[-–] ?{_NAMES}")
_BEFORE_PAIR = re.compile(
    r"\b(?:Hội nghị|Diễn đàn|Hội thảo|Đối thoại|Kỳ họp|Ủy ban|Tuần|Tọa đàm|Hiệp định|Tuyên bố)"
    r"(?: \w+){0,10} (?:[Hh]ợp tác|[Cc]ấp cao|[Tt]hượng đỉnh|[Cc]hính phủ|[Kk]inh tế|[Tt]hương mại"
    r"|[Dd]oanh nghiệp|[Đđ]ầu tư|[Cc]hiến lược|[Qq]uốc phòng|[Aa]n ninh|[Ss]ong phương|[Cc]hung"
    r"|[Bb]iên giới|[Hh]ữu nghị|[Nn]ghị viện|[Gg]iao lưu)\Z"
)
"""A meeting of two states whose names are still to come."""

_BEGUN = 25
_SMALL_WORDS = 4
_BODY = 120
"""Characters of a paragraph and of the sentence begun at its end, and the words in small letters
in that: with fewer it may be a signature or a caption."""


def is_cut_off(above: str, below: str) -> bool:
    """Whether ``above`` breaks in a sentence with which ``below``, in capitals, goes on."""
    if _STOP.search(above) or not re.match(rf"[“\"(]?(?:{CAPITAL}|\d)", below):
        return False
    if split_caption(above)[0]:
        return False
    if _ENDS_NOTHING.search(above):
        return True
    if len(above) >= _SHORTEST and _CARRIES_OUT.search(above) and _CARRIED_OUT.match(below):
        return True
    if _BEFORE_PAIR.search(above) and _PAIR.match(below):
        return True
    return _begins_sentence(above) and _TO_STOP.search(below) is not None


def _begins_sentence(paragraph: str) -> bool:
    """Whether a paragraph has a whole sentence and then one that is only begun."""
    if len(paragraph) < _BODY:
        return False
    *whole, last = split_sentences(paragraph)
    if not whole or len(last) < _BEGUN or not _TO_STOP.search(whole[-1]):
        return False
    return sum(word[0].islower() for word in last.split()) >= _SMALL_WORDS
