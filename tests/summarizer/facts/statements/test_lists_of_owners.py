"""Bodies that end a list of owners do not say what follows. All names are invented."""

from __future__ import annotations

from summarizer.document import Document
from summarizer.facts import extract

MINISTER = "Bộ trưởng Trần Văn Bình"


def speakers(sentence: str) -> set[str]:
    document = Document.of("Tin trong ngày", [sentence], language="vi")
    return {said.speaker for said in extract(document).statements}


def test_whose_something_is_does_not_speak() -> None:
    owned = "các nghị quyết của Trung ương, Quốc hội, Chính phủ"
    assert speakers(f"{MINISTER} yêu cầu các bộ thực hiện {owned}, coi đây là nhiệm vụ lớn.") == {
        "Trần Văn Bình"
    }


def test_a_body_behind_a_comma_speaks_where_its_verb_follows() -> None:
    assert speakers("Hôm qua, theo lệ thường, Chính phủ cho biết giá giảm.") == {"Chính phủ"}
    assert speakers("Sau phiên họp của Quốc hội, Chính phủ cho biết giá giảm.") == {"Chính phủ"}
