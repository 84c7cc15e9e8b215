"""Documents an article names: directives, resolutions, conclusions, laws, conventions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.text.folding import fold

_ROMAN = r"[IVXLC]+"
# Nghị quyết Đại hội (đại biểu toàn quốc) lần thứ XIII (của Đảng), Văn kiện Đại hội XIII
_OF_CONGRESS = re.compile(
    r"\b(?:Nghị quyết|Văn kiện|Báo cáo chính trị)\s+Đại hội"
    r"(?:\s+(?:đại biểu|toàn quốc|Đảng|lần thứ))*"
    rf"\s+{_ROMAN}(?:\s+của Đảng)?",
    re.IGNORECASE,
)
# Hiệp định Đối tác Toàn diện …: capitals, and small words between them
_TREATY = re.compile(
    r"\b(?:Công ước|Hiệp định|Hiến chương|Hiệp ước|Nghị định thư|Tuyên ngôn|Thỏa thuận"
    r"|Thoả thuận)"
    r"(?:\s+(?:Liên (?:hợp|hiệp) quốc|[A-ZĐÀ-Ỹ][\wÀ-ỹ]*|-|(?:năm\s+)?\d{4}"
    r"|(?!(?:mà|do|với|được|đã|là|để|khi|sẽ|có|tại|trong|ký|cho|từ|nhưng|thì|vào|sau|trước)\b)"
    r"[a-zà-ỹđ]+"
    r"(?=(?:\s+[a-zà-ỹđ]+){0,2}\s+(?:[A-ZĐÀ-Ỹ]|\d{4}))))+",
)
_BY_SHORT_NAME = re.compile(r"\b(?:UNCLOS(?:\s+1982)?|CPTPP|EVFTA|EVIPA|RCEP|UKVFTA|TPP)\b")
_PATTERNS = (
    # Chỉ thị 25-CT/TW, Nghị quyết số 22-NQ/TW, Nghị định 06/2021/NĐ-CP, Chỉ thị 25 (của Ban Bí thư)
    re.compile(
        r"\b(?:Chỉ thị|Nghị quyết|Kết luận|Quyết định|Nghị định|Thông tư|Quy định|Công văn"
        r"|Công điện|Kế hoạch|Thông báo|Pháp lệnh)"
        r"\s+(?:số\s+)?\d{1,4}(?:[-/][\dA-ZĐÂĂƯ&][\w&]*)*(?:[-/][A-ZĐ]{1,6})*",
        re.IGNORECASE,
    ),
    _OF_CONGRESS,
    re.compile(
        r"\b(?:Nghị quyết|Kết luận)\s+(?:Hội nghị\s+)?Trung ương\s+\d{1,2}"
        rf"(?:\s*,?\s*khóa\s+{_ROMAN})?",
        re.IGNORECASE,
    ),
    _TREATY,
    re.compile(r"\bLuật\s+[A-ZĐÀ-Ỹ][\wÀ-ỹ]*(?:\s+[\wÀ-ỹ]+){0,4}?\s+(?:năm\s+)?\d{4}"),
    _BY_SHORT_NAME,
    re.compile(
        r"\b(?:Directive|Resolution|Conclusion|Decree|Decision|Circular)\s+(?:No\.?\s*)?"
        r"\d{1,4}(?:[-/]\w+)*"
    ),
    re.compile(r"\b(?:Resolution|Documents) of the \d{1,2}th (?:National )?(?:Party )?Congress"),
)
# Searching is dear, and most sentences have no figure.
_FIGURE = re.compile(r"\d")
_WITHOUT_FIGURES = (_OF_CONGRESS, _TREATY, _BY_SHORT_NAME)


def find_documents(texts: Iterable[str]) -> tuple[str, ...]:
    """The documents named in the texts, each once, in the order of their first naming."""
    found: dict[str, str] = {}
    for text in texts:
        hits: list[tuple[int, int, str]] = []
        for pattern in _PATTERNS if _FIGURE.search(text) else _WITHOUT_FIGURES:
            for match in pattern.finditer(text):
                if not any(match.start() < end and start < match.end() for start, end, _ in hits):
                    hits.append((match.start(), match.end(), match[0]))
        for _, _, name in sorted(hits):
            found.setdefault(document_key(name), " ".join(name.split()).rstrip(" -"))
    return tuple(found.values())


def document_key(name: str) -> str:
    """What spellings of one document have in common; articles meet under it."""
    return fold(name).replace(" so ", " ")
