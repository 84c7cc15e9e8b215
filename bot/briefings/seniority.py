"""The order in which speakers are named: by office, as protocol has it.

Offices are recognised in the Vietnamese or English title by the first pattern that fits; deputies
are therefore looked for before those whose title theirs contains. What fits none comes after all
that do, and former holders after all present ones.
"""

from __future__ import annotations

import re
from typing import Final

from summarizer.text.folding import fold

_OFFICES: Final = (
    (0, r"\btong bi thu\b|\bgeneral secretary\b"),
    (5, r"\bpho chu tich nuoc\b|\bvice[ -](?:state )?president\b"),
    (6, r"\bpho thu tuong thuong truc\b|\bpermanent deputy prime minister\b"),
    (7, r"\bpho thu tuong\b|\bdeputy prime minister\b"),
    (10, r"\bpho chu tich quoc hoi\b|\bvice chair\w* of the national assembly\b"),
    (
        1,
        r"\bchu tich nuoc\b|\btong thong\b|\bquoc vuong\b|^(?:state )?president$|\bstate president",
    ),
    (1, r"\bpresident of the (?:.* )?republic\b|\bking of\b|\bqueen of\b"),
    (2, r"\bthu tuong\b|\bprime minister\b"),
    (3, r"\bchu tich quoc hoi\b|\bchair\w* of the national assembly\b|national assembly chair"),
    (4, r"\bthuong truc ban bi thu\b|\bpermanent member of .*secretariat\b"),
    (8, r"\buy vien bo chinh tri\b|\bpolitburo\b"),
    (9, r"\bbi thu trung uong\b|\buy vien ban bi thu\b|\bmember of the .*secretariat\b"),
    (9, r"\bsecretary of the party central\b|\btong thu ky lien hop quoc\b"),
    (13, r"\bthu truong\b|\bdeputy (?:foreign )?minister\b|\bvice (?:foreign )?minister\b"),
    (13, r"\bpho truong ban\b|\bdeputy head\b"),
    (11, r"\bbo truong\b|\bngoai truong\b|\bminister\b"),
    (11, r"\btruong ban\b|\bhead of .*commission\b|\btong thu ky\b|\bsecretary[ -]general\b"),
    (12, r"\bbi thu (?:tinh|thanh) uy\b|\bchu tich (?:uy ban nhan dan|ubnd)\b|people's committee"),
    (14, r"\bdai su\b|\bambassador\b|\bnguoi phat ngon\b|\bspokes\w+\b"),
    (15, r"\bvu truong\b|\bcuc truong\b|\bvien truong\b|\bdirector\b"),
    (16, r"\bgiao su\b|\bprofessor\b|\btien si\b|\bgs\b|\bpgs\b|\bdr\b"),
)
_PATTERNS: Final = tuple((place, re.compile(pattern)) for place, pattern in _OFFICES)
_FORMER: Final = re.compile(r"^(?:nguyen|co|cuu|former|late|ex)\b")

LAST: Final = 17
"""The rank of those without an office that is known here."""


def rank(title: str) -> int:
    """The place of an office, 0 for the first; ``title`` in either language, may be empty."""
    folded = fold(title)
    former = LAST + 1 if _FORMER.match(folded) else 0
    place = next((place for place, office in _PATTERNS if office.search(folded)), LAST)
    return place + former
