"""The look of an output: its first letter, its end, spaces, quotation marks, doubled words."""

from __future__ import annotations

import re
from collections.abc import Container

from translations.words.wording import plain

_SPACES = re.compile(r"[ \t]+")
_BEFORE_SIGN = re.compile(r"\s+([,;:.!?%)\]])")
_AFTER_OPENING = re.compile(r"([(\[])\s+")
_DOUBLED = re.compile(r"(?<![\w'])([^\W\d_]+)(?:,?\s+\1)+(?![\w'])", re.IGNORECASE)
_TWICE = re.compile(r"(?<![\w'])([^\W\d_]+)(?:\s+\1)+(?![\w'])", re.IGNORECASE)
"""In a source, without a comma: the syllables of "đại học, học viện" are of two words."""
_DOUBLED_PHRASE = re.compile(
    r"(?<![\w'])((?:[^\W\d_]+ ){1,6}[^\W\d_]+)(?:,? and|,)? \1(?![\w'])", re.IGNORECASE
)
_WORDS_OF_A_COPY = 3
_MEANT_TWICE = frozenset({"had", "that", "very"})
_AND_AGAIN = re.compile(
    r"\b(?!(?:more|less|again|over|better|worse|years|days|hours|miles|bigger|further)\b)"
    r"([^\W\d_]{4,}),? and \1\b",
    re.IGNORECASE,
)
_ITS_OWN = re.compile(r"\b([^\W\d_]{4,})['’]s \1\b", re.IGNORECASE)
_OF_ITSELF = re.compile(
    r"\b([Tt]he) ([a-z]{4,}) of ((?:the|its|their|our) (?:(?!and |or |of )[\w'’-]+ ){1,3}\2)"
    r"(?= (?:is|are|was|were|has|have|had|will|would|can|could|may|must|and|in|on|at|to|for|by|as"
    r"|that|which|with|from|after|before|since)\b|[,.;:!?)]|$)"
)
"""``the pandemic of the COVID-19 pandemic``; what a longer noun begins with is another thing
(``the first hurricane of the hurricane season``)."""
_SIGNS = re.compile(r"([,;:])(?:\s*[,;:])+|,\s*(?=[.!?](?:\s|$))")
_END = re.compile(r"[.!?…;:,]+[\"'”’)\]]*$")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Ms|Mrs|Dr|Prof|Assoc|Inc|Co|Ltd|No|etc|Jr|St)|\.\.)\.$"
)


_STOPPED_TITLE = re.compile(r"\b(Professor|Doctor|Mr\.|Ms\.|Mrs\.|Dr\.|Prof\.)\.(?= [A-Z])")
"""``Professor. Jane Roe``: the full stop of the abbreviation that stood there."""


def tidy(text: str, source: str, *, reduplicates: bool = False) -> str:
    """Stray spaces and signs put right; words and phrases said twice in a row said once, unless
    the source says something twice in a row as well.

    In a language that ``reduplicates`` (``luôn luôn``) single words may stand twice.
    """
    text = _SPACES.sub(" ", text).strip()
    text = _BEFORE_SIGN.sub(r"\1", text)
    text = _AFTER_OPENING.sub(r"\1", text)
    text = _SIGNS.sub(lambda match: match.group(1) or "", text)
    meant = _TWICE.search(source) is not None
    if not meant:
        text = _DOUBLED_PHRASE.sub(r"\1", text)
    if not reduplicates and not meant:
        text = _AND_AGAIN.sub(r"\1", text)
        text = _ITS_OWN.sub(r"\1", text)
        text = _OF_ITSELF.sub(lambda m: _begun_as(m[1], m[3]), text)
        text = _DOUBLED.sub(
            lambda m: m.group() if m.group(1).lower() in _MEANT_TWICE else m.group(1), text
        )
    if not reduplicates:
        text = _STOPPED_TITLE.sub(r"\1", text)
        text = re.sub(r"(?<![\w'.])i(?=\s|$|['’](?:m|ve|ll|d)\b)", "I", text)
    return _space_quotes(text)


def _begun_as(model: str, text: str) -> str:
    """The text with a capital where ``model`` has one."""
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def number_like(text: str, source: str) -> str:
    """The numbers of items in brackets again, ``(2)``, where a bracket of theirs was lost."""
    for number in _ITEM.findall(source):
        if f"({number})" in text:
            continue
        bare = list(re.finditer(rf"(?<![\w.,(/%$-]){number}\)?(?=\s+[^\W\d_])", text))
        if len(bare) == 1 and source.count(number) == 1:
            text = f"{text[: bare[0].start()]}({number}){text[bare[0].end() :]}"
    return text


_ITEM = re.compile(r"\(([1-9]\d?|i{1,3}|iv|vi{0,3}|ix)\)(?=\s)")


def _space_quotes(text: str) -> str:
    """No spaces inside quotation marks, one outside, where they pair."""
    pieces = text.split('"')
    if len(pieces) < 3 or len(pieces) % 2 == 0:
        return text
    result = pieces[0]
    for inside, after in zip(pieces[1::2], pieces[2::2], strict=True):
        if result and result[-1] not in " ([-/":
            result += " "
        result += f'"{inside.strip()}"'
        result += f" {after}" if after[:1].isalnum() or after[:1] == "(" else after
    return result


def is_copy(source: str, text: str) -> bool:
    """Whether a model has said a source of several words again instead of translating it."""
    words = [word for word in source.split() if word.islower()]
    return len(words) >= _WORDS_OF_A_COPY and (
        plain(text).strip(" .").casefold() == plain(source).strip(" .").casefold()
    )


def balance(text: str, source: str) -> str:
    """A quotation mark or bracket whose partner was lost is taken out, or closed where the source
    closes it at its end.
    """
    core = text.rstrip(" .,;!?")
    if plain(source).count('"') == 1 and text.count('"') < 2:
        text = _half_quoted(text, plain(source))
    elif text.count('"') % 2:
        if plain(source).rstrip(" .,;!?/").endswith('"') and not core.endswith('"'):
            text = core + '"' + text[len(core) :].strip()
        else:
            last = text.rfind('"')
            text = text[:last] + text[last + 1 :]
    for opening, closing in (("(", ")"), ("[", "]")):
        lacking = text.count(opening) - text.count(closing)
        if lacking == 1:
            at = text.rfind(opening)
            if source.rstrip(" .;,/").endswith(closing):
                core = text.rstrip(" .;,")
                text = core + closing + text[len(core) :]
            else:
                text = text[:at] + text[at + 1 :]
        elif lacking == -1 and closing not in source[:2]:
            at = text.rfind(closing)
            text = text[:at] + text[at + 1 :]
    return _SPACES.sub(" ", text).strip()


def _half_quoted(text: str, source: str) -> str:
    """``text`` with the one quotation mark of its source, which begins or ends what is said in
    several sentences; without one where it stands elsewhere.
    """
    bare = text.replace('"', "").strip()
    if _OPENS.match(source):
        return f'"{bare}'
    if closing := _CLOSES.search(source):
        sign = (closing[1] + closing[2])[:1]
        return f'{bare.rstrip(" .,;!?")}{sign}"' if bare else text
    return bare if text.count('"') else text


_OPENS = re.compile(r'\s*"\s?\w')
_CLOSES = re.compile(r'\w([.!?…]?)\s?"([.!?]?)\s*$')


def begin_like(text: str, source: str) -> str:
    """A capital at the start of ``text`` where ``source`` starts with a capital or a figure."""
    first = next((letter for letter in source if letter.isalnum()), "")
    if first and not first.islower():
        for index, letter in enumerate(text):
            if letter.isdigit():
                break
            if letter.isalpha():
                return text[:index] + letter.upper() + text[index + 1 :]
    return text


def continue_like(text: str, source: str, proper: Container[str]) -> str:
    """No capital at the start of ``text`` where ``source`` starts small, but for ``proper`` words.

    For the second and later pieces of a sentence, which a model begins like sentences.
    """
    first = next((letter for letter in source if letter.isalnum()), "")
    match = re.match(r"\W*([^\W\d_]+)", text)
    if not first.islower() or match is None:
        return text
    word = match.group(1)
    if word in proper or word == "I" or (len(word) > 1 and word[1:].lower() != word[1:]):
        return text
    if word in source:
        return text
    at = match.start(1)
    return text[:at] + text[at].lower() + text[at + 1 :]


def end_like(text: str, source: str) -> str:
    """The end of ``source``: its sign where it has one, no full stop where it has none."""
    found = _END.search(plain(source).replace("./.", ".").rstrip())
    if not text:
        return text
    if found is None:
        if text.endswith(".") and not _ABBREVIATED.search(text):
            return text[:-1]
        return text
    sign = found.group()[0]
    have = _END.search(text)
    if have is None:
        return text + (found.group().rstrip("\"')]") if sign == "." else sign)
    if sign in ";:," and have.group() == ".":
        return text[:-1] + sign
    if sign in ".!?" and have.group()[0] in ";:,":
        return text[: have.start()] + sign + text[have.start() + 1 :]
    return text
