"""From bytes to text: encodings, and what is never let into a text.

A byte order mark decides; without one UTF-8 is tried. Text that is not UTF-8 is either UTF-8 with
a few broken bytes (a cut download), which is read with replacement characters, or taken for
Windows-1258, the legacy encoding of Vietnamese. Both are guesses and noted as such: a text in
another legacy encoding comes out with wrong letters, and the note says where to look.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from seeds.limits import BROKEN_SHARE, COMBINING_RUN, CONTROL_SHARE
from seeds.refusal import RefusalKind, Unreadable

_MARKS = (
    # The mark of UTF-32-LE starts with the one of UTF-16-LE: the longer first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LONG_RUN = re.compile(rf"[^\w\s\x00-\x7f]{{{COMBINING_RUN + 1},}}")


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Decode a document and :func:`tidy` it; also returns the notes on what was guessed.

    ``declared`` is an encoding that the document names itself; a byte order mark overrules it.

    Raises:
        Unreadable: if ``data`` is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return _checked(data[len(mark) :].decode(encoding)), ()
            except UnicodeDecodeError as error:
                raise Unreadable(
                    f"starts as {encoding} but breaks off at byte {error.start}: "
                    "save it again as UTF-8",
                    RefusalKind.BINARY,
                ) from error
    if declared is not None:
        try:
            return _checked(data.decode(declared)), ()
        except (UnicodeDecodeError, LookupError, ValueError):
            text, notes = decode(data)
            return text, (f"says it is in {declared[:40]!r} and is not", *notes)
    try:
        return _checked(data.decode("utf-8")), ()
    except UnicodeDecodeError:
        return _guess(data)


def _guess(data: bytes) -> tuple[str, tuple[str, ...]]:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond_ascii = sum(1 for character in text if character > "\x7f")
    if broken <= BROKEN_SHARE * beyond_ascii:
        return _checked(text), (f"{broken} broken characters in UTF-8, shown as \ufffd",)
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"is neither UTF-8 nor Windows-1258 (byte {error.start}): save it again as UTF-8",
            RefusalKind.BINARY,
        ) from error
    return _checked(text), ("not UTF-8, read as Windows-1258: the letters may be wrong",)


def _checked(text: str) -> str:
    controls = len(_CONTROLS.findall(text))
    if controls > CONTROL_SHARE * len(text):
        raise Unreadable("is a binary file, not text", RefusalKind.BINARY)
    return tidy(text)


def tidy(text: str) -> str:
    """Text fit to be stored and shown: NFC, one newline for every line end, no controls.

    Lone surrogates (JSON can carry them) become replacement characters. Idempotent.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _CONTROLS.sub("", text)
    text = _SURROGATES.sub("\ufffd", text)
    text = _LONG_RUN.sub(lambda run: _without_piled_marks(run[0]), text)
    return unicodedata.normalize("NFC", text)


def _without_piled_marks(run: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in run:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= COMBINING_RUN:
            kept.append(character)
    return "".join(kept)
