"""Long text in pieces a model can take, cut where a reader would pause; nothing is dropped.

The pieces of a text, joined with single spaces, are the text with its white space made single.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_BORDERS = (
    re.compile(r"""(?<=[.!?…])["'”’)\]]*\s+"""),
    re.compile(r"(?<=[;:])\s+|\s+(?=[-–—]\s)"),
    re.compile(r"(?<=,)\s+"),
    re.compile(
        r"\s+(?=(?:và|nhưng|song|để|nhằm|vì|khi|nếu|mà|cũng như|trong đó|đồng thời|"
        r"and|but|so that|because|when|if|which|while|as well as)\s)",
        re.IGNORECASE,
    ),
    re.compile(r"\s+"),
)  # from the best place for a cut to the worst


def chop(text: str, length: Callable[[str], int], longest: int) -> list[str]:
    """Cut ``text`` into pieces of at most ``longest`` by ``length``, as even as borders allow.

    A single word longer than ``longest`` (a run of letters without a space) is cut between
    letters. Empty text gives no pieces.
    """
    text = " ".join(text.split())
    if not text:
        return []
    size = length(text)
    if size <= longest:
        return [text]
    # The size of a part is estimated by its share of the letters: measuring every prefix of a
    # long paragraph would be quadratic.
    middle = len(text) / 2
    reach = len(text) * (0.35 if size <= 4 * longest else 0.1)
    for border in _BORDERS:
        best: re.Match[str] | None = None
        for match in border.finditer(text):
            if match.start() > 0 and match.end() < len(text):
                away = abs(match.start() - middle)
                if away <= reach and (best is None or away < abs(best.start() - middle)):
                    best = match
        if best is not None:
            # Closing quotation marks matched with the border stay with the first part.
            head, tail = text[: best.end()].rstrip(), text[best.end() :]
            return chop(head, length, longest) + chop(tail, length, longest)
    if " " in text:
        cut = text.rfind(" ", 0, int(middle) + 1)
        if cut <= 0:
            cut = text.find(" ", int(middle))
        return chop(text[:cut], length, longest) + chop(text[cut + 1 :], length, longest)
    half = max(1, len(text) // 2)
    if len(text) < 2:
        return [text]
    return chop(text[:half], length, longest) + chop(text[half:], length, longest)
