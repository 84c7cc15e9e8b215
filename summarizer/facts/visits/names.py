"""What a visit is called: "Chuyến thăm chính thức Nhật Bản của Thủ tướng Lê Văn Mẫn", "Official
visit to Japan by Prime Minister Le Van Man".
"""

from __future__ import annotations

import re

from summarizer.facts.model import VisitSort
from summarizer.facts.words.lexicon import table_of
from summarizer.text.folding import fold


def name_of_visit(
    sort: VisitSort, destination: str, office: str, visitor: str, language: str
) -> str:
    """The name of a visit in a language, from parts in that language; the office may be ``""``."""
    names = table_of("visits.toml")[language]["names"]
    who = visitor if fold(visitor).startswith(fold(office)) else f"{office} {visitor}".strip()
    if names.get("the") and re.match(names["the"], destination):
        destination = f"the {destination}"
    visit = names[sort.value].format(place=destination)
    return str(names["by"].format(visit=visit, visitor=who))
