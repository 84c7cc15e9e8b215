"""The Youth Union, which Vietnamese calls ``Đoàn`` as it does any delegation, by its full name.

What stands beside the word tells: ``Trung ương Đoàn``, ``cán bộ Đoàn`` and ``Tỉnh đoàn`` are of the
Union, ``đoàn đại biểu``, ``Đoàn công tác`` and ``Trưởng đoàn`` are not, and ``Bí thư Đoàn Minh Tú``
is a secretary of that surname.

    >>> name_youth_union("Bí thư Trung ương Đoàn gặp Đoàn công tác.")
    'Bí thư Trung ương Đoàn Thanh niên gặp Đoàn công tác.'
"""

from __future__ import annotations

import re

_NAME = "Đoàn Thanh niên"
_BODIES = (
    r"(?:[a-zà-ỹđ]|Khối|Bộ|Trường|Học viện|Đại học|Văn phòng|Cục|Vụ|Sở|TP|Thành phố|Tỉnh|Quận"
    r"|Huyện)"
)
"""What follows the Union; a name follows a secretary of the surname."""
_OTHERS = (
    r"(?:Thanh|thanh|đại biểu|công tác|kiểm tra|giám sát|ngoại giao|chuyên gia|khảo sát|đàm phán"
    r"|luật sư|kinh tế|kết|viên|thể|tụ|quân|học sinh|sinh viên|khách|xe|tàu|người|này|đó|thăm|đi"
    r"|đến|sang|về|do|gồm)(?!\w)"
)
"""What follows a delegation, or goes on with a longer word."""
_OF_THE_UNION = rf"(?! {_OTHERS})(?=\W*$|[.,;:!?)\"”]|\s-| {_BODIES})"
_CENTRE = re.compile(
    r"(?<![Ủủ]y viên )(?<![Uu]ỷ viên )\b(Trung ương|trung ương|T\.Ư|TƯ|TW) (?:Đoàn|đoàn)(?!\w)"
    r"(?! (?:Thanh niên|thanh niên|TNCS|kết|viên|thể|đại biểu|công tác)(?!\w))"
)
_SECRETARY = re.compile(rf"\b([Bb]í thư|[Cc]án bộ) Đoàn(?!\w){_OF_THE_UNION}")
_BRANCH = re.compile(
    r"\b([Tt]ổ chức|[Cc]ông tác) Đoàn(?= (?:các cấp|cơ sở|và phong trào|và Hội|- Hội)|[,.;])"
)
_FOUNDED = re.compile(rf"\b([Nn]gày|[Nn]ăm|[Kk]ỷ niệm) (thành lập) Đoàn(?!\w)(?! {_OTHERS})")
_LEVEL = re.compile(
    r"(?<!\w)(?:(?P<level>[Tt]ỉnh|Thành|[Hh]uyện|[Qq]uận|[Tt]hị|[Xx]ã|[Pp]hường) ?[Đđ]oàn)(?!\w)"
    r"(?! (?:[Đđ]oàn|[Tt]hanh niên|kết|viên|thể|đại biểu|công tác|kiểm tra|giám sát)(?!\w))"
    r"(?P<named> (?=[Tt]hành phố(?!\w)))?"
)
_LEVELS = {"thành": "thành phố", "thị": "thị xã"}
_MEMBERS = re.compile(r"(?<!\w)(Đ|đ)oàn viên(?:,| và)? (?=thanh (?:niên|thiếu niên)(?!\w))")
_BEGUN = {"Đ": "Thành viên", "đ": "thành viên"}
_GRASSROOTS = re.compile(
    r"(?<!\w)Đoàn(?= (?:cơ sở|[Kk]hối (?:các )?(?:cơ quan|doanh nghiệp))(?!\w))"
)
_CELL = re.compile(r"(?<!\w)([Cc]hi đoàn)(?!\w)(?! (?:[Tt]hanh niên|kết))")
_COMMUNIST = re.compile(r"(?<!\w)Đoàn TNCS(?!\w)")


def name_youth_union(source: str) -> str:
    """``source``, in plain form, with the Youth Union by its name wherever it is meant."""
    if "oàn" not in source:
        return source
    source = _COMMUNIST.sub("Đoàn Thanh niên Cộng sản", source)
    source = _CENTRE.sub(rf"\1 {_NAME}", source)
    source = _SECRETARY.sub(rf"\1 {_NAME}", source)
    source = _BRANCH.sub(rf"\1 {_NAME}", source)
    source = _FOUNDED.sub(rf"\1 \2 {_NAME}", source)
    source = _MEMBERS.sub(lambda match: f"{_BEGUN[match[1]]} {_NAME} và ", source)
    source = _GRASSROOTS.sub(_NAME, source)
    source = _CELL.sub(r"\1 Thanh niên", source)
    return _LEVEL.sub(_by_level, source)


def _by_level(match: re.Match[str]) -> str:
    if match["named"]:  # "Thành đoàn Thành phố Hồ Chí Minh"
        return f"{_NAME} "
    level = match["level"].lower()
    return f"{_NAME} {_LEVELS.get(level, level)}"
