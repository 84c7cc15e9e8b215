"""Names of conferences in official English, by the glossary and a few rules of composition.

``Hội nghị sơ kết công tác 6 tháng đầu năm 2021 của Bộ Ngoại giao`` is a kind of meeting, a period
and a host: each has a fixed English. A name with anything in it that neither glossary nor rules
know gives ``None``, and the caller asks the engine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.text.dates import find_dates
from summarizer.text.numbers import find_numbers
from translations.engine import Direction
from translations.terminology.matching import matching_form
from translations.words.figures import ordinal, write_date
from translations.words.style import Style, apply_style

if TYPE_CHECKING:
    from translations.terminology.glossary import Glossary


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A shape of names: an expression over the matching form, and its English with its groups."""

    vi: re.Pattern[str]
    en: str


def _shape(vi: str, en: str) -> _Pattern:
    return _Pattern(re.compile(vi), en)


# The second half of "review of A and tasks for B" is optional in speech: what is named first is
# what the meeting is called.
_SHAPES = (
    _shape(
        r"hội nghị sơ kết (?:công tác )?(?:6|sáu) tháng đầu năm(?: (?P<year>\d{4}))?"
        r"(?:,? (?:và )?(?:triển khai )?(?:phương hướng|nhiệm vụ)[^,]*? (?:6|sáu) tháng cuối năm"
        r"(?: (?P<year2>\d{4}))?)?",
        "{at} mid-year review conference{of}",
    ),
    _shape(
        r"hội nghị tổng kết (?:công tác )?năm (?P<year>\d{4})"
        r"(?:,? (?:và )?(?:triển khai )?(?:phương hướng|nhiệm vụ|kế hoạch)[^,]*?"
        r" năm (?P<next>\d{4}))?",
        "conference{of} to review work in {year}{then}",
    ),
    _shape(
        r"hội nghị triển khai (?:nhiệm vụ )?(?:công tác )?năm (?P<year>\d{4})",
        "conference{of} on the tasks for {year}",
    ),
    _shape(r"hội nghị sơ kết (?:công tác )?quý (?P<quarter>[iv1-4]+)(?: năm (?P<year>\d{4}))?",
           "{at} quarterly review conference{of}"),
)  # fmt: skip
_ORDINAL = re.compile(r"\s+lần thứ (?P<number>\d+|[ivxl]+|[a-zà-ỹ]+)\b", re.IGNORECASE)
_KINDS = (
    ("hội nghị thượng đỉnh", "Summit"), ("hội nghị cấp cao", "Summit"),
    ("hội nghị bộ trưởng", "Ministerial Meeting"), ("hội nghị", "Conference"),
    ("hội thảo", "Workshop"), ("diễn đàn", "Forum"), ("đối thoại", "Dialogue"),
    ("tọa đàm", "Seminar"), ("đại hội", "Congress"), ("khóa họp", "session"),
    ("kỳ họp", "session"), ("phiên họp", "meeting"),
)  # fmt: skip


def render_name_of_event(
    glossary: Glossary, vi_name: str, style: Style = Style.HOUSE
) -> str | None:
    """The official English of the name of a conference, or ``None``.

    >>> from translations.terminology import Glossary
    >>> render_name_of_event(Glossary.load(), "Hội nghị Đối ngoại toàn quốc năm 2021")
    '2021 National Foreign Affairs Conference'
    """
    name = " ".join(vi_name.split()).strip(' .,;:-–—"“”')
    found = _render(glossary, name, style, depth=0) if name else None
    if not found:
        return None
    found = apply_style(found, style)
    return found[0].upper() + found[1:]


def _render(glossary: Glossary, name: str, style: Style, depth: int) -> str | None:
    if depth > 4:
        return None
    listed = _listed(glossary, name, style)
    if listed:
        return listed
    return (
        _party_congress(name)
        or _shaped(glossary, name, style)
        or _numbered(glossary, name, style, depth)
        or _of_year(glossary, name, style, depth)
        or _implementing(glossary, name, style, depth)
        or _hosted(glossary, name, style, depth)
        or _of_countries(glossary, name, style)
    )


def _listed(glossary: Glossary, name: str, style: Style) -> str | None:
    term = glossary.exact(name, Direction.VI_EN)
    if term and term.kind.value == "conference":
        return term.rendering(style)
    return None


_PARTY_CONGRESS = re.compile(
    r"đại hội (?:đại biểu )?(?:toàn quốc )?(?:của )?(?:đảng )?(?:lần thứ )?"
    r"(?P<number>\d+|[ivxl]+)(?: (?:của )?đảng(?: cộng sản việt nam)?)?"
)


def _party_congress(name: str) -> str | None:
    """The congress of the Party under any of its names: the Party stands in it once."""
    form = matching_form(name)
    match = _PARTY_CONGRESS.fullmatch(form)
    if match is None or "đảng" not in form.split():
        return None
    numbers = find_numbers(f"lần thứ {match['number'].upper()}", "vi")
    return f"{ordinal(int(numbers[0].value))} National Party Congress" if numbers else None


def _shaped(glossary: Glossary, name: str, style: Style) -> str | None:
    form = matching_form(name)
    for shape in _SHAPES:
        match = shape.vi.match(form)
        if not match:
            continue
        rest = name[match.end() :].strip(" ,")
        parts = match.groupdict()
        host = _body(glossary, re.sub(r"^(?:của|do)\s+", "", rest), style) if rest else ""
        if host is None:
            return None
        # The year may come after the second half: "… và nhiệm vụ 6 tháng cuối năm 2021".
        year = parts.get("year") or parts.get("year2") or ""
        return shape.en.format(
            at=year,
            year=year,
            of=f" of the {host}" if host else "",
            then=f" and set tasks for {parts['next']}" if parts.get("next") else "",
        ).strip()
    return None


def _numbered(glossary: Glossary, name: str, style: Style, depth: int) -> str | None:
    match = _ORDINAL.search(name)
    if not match:
        return None
    numbers = find_numbers(match.group().strip(), "vi")
    rest = (name[: match.start()] + name[match.end() :]).strip()
    core = _render(glossary, rest, style, depth + 1) if numbers else None
    if core is None:
        return None
    return f"{ordinal(int(numbers[0].value))} {core}"


def _of_year(glossary: Glossary, name: str, style: Style, depth: int) -> str | None:
    """A year at the end goes before the name, a month or day in brackets behind it."""
    dates = find_dates(name, "vi")
    last = dates[-1] if dates else None
    year = re.search(r"\s+(?:năm\s+)?((?:19|20)\d\d)$", name)
    if last is not None and name[last.end :].strip(" )") == "" and last.date.month:
        core = _render(glossary, name[: last.start].rstrip(" (,"), style, depth + 1)
        written = write_date(last.date, Direction.VI_EN)
        return f"{core} ({written[0]})" if core and written else None
    if year is None:
        return None
    core = _render(glossary, name[: year.start()], style, depth + 1)
    return f"{year.group(1)} {core}" if core else None


def _implementing(glossary: Glossary, name: str, style: Style, depth: int) -> str | None:
    """``… triển khai (thực hiện) Nghị quyết …``: a conference and the document it carries out."""
    match = re.search(r",?\s+(?:quán triệt(?: và)? )?triển khai(?: thực hiện)?\s+(?=\S)", name)
    if not match:
        return None
    core = _render(glossary, name[: match.start()], style, depth + 1)
    document = _document(glossary, name[match.end() :], style)
    return f"{core} on implementing the {document}" if core and document else None


def _document(glossary: Glossary, name: str, style: Style) -> str | None:
    term = glossary.exact(name, Direction.VI_EN)
    if term and term.kind.value == "document":
        return term.rendering(style)
    match = re.match(r"(?:Nghị quyết|nghị quyết)\s+(.+)", name)
    if match:
        congress = glossary.exact(match.group(1), Direction.VI_EN)
        if congress and congress.kind.value == "conference":
            return f"Resolution of the {congress.rendering(style)}"
    return None


def _hosted(glossary: Glossary, name: str, style: Style, depth: int) -> str | None:
    """``… của Bộ Ngoại giao``: a conference and the body whose it is."""
    for match in reversed(list(re.finditer(r"\s+(?:của|do)\s+", name))):
        host = _body(glossary, name[match.end() :], style)
        core = _render(glossary, name[: match.start()], style, depth + 1) if host else None
        if core:
            return f"{core} of the {host}"
    return None


def _of_countries(glossary: Glossary, name: str, style: Style) -> str | None:
    """``Hội nghị Cấp cao Nhật Bản - ASEAN``: a kind of meeting and whose it is, as names only."""
    form = matching_form(name)
    for vi, en in _KINDS:
        if not form.startswith(vi + " "):
            continue
        rest = name[len(vi) + 1 :]
        parts = [part.strip() for part in re.split(r"\s+[-–]\s+", rest)]
        names = [_party(glossary, part, style) for part in parts]
        if all(names):
            return "-".join(party for party in names if party) + " " + en
        return None
    return None


def _party(glossary: Glossary, name: str, style: Style) -> str | None:
    term = glossary.exact(name, Direction.VI_EN)
    if term and term.kind.value in ("place", "organisation"):
        return term.rendering(style)
    return name if re.fullmatch(r"[A-Z][A-Z0-9+]{1,7}", name) else None


def _body(glossary: Glossary, name: str, style: Style) -> str | None:
    term = glossary.exact(name, Direction.VI_EN)
    if term and term.kind.value == "organisation":
        return term.rendering(style)
    return None
