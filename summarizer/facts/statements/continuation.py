"""What goes on from a statement: quotations over several sentences, verbs without a subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.document import TITLE
from summarizer.facts.persons.cast import Cast
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import Utterance, is_noun
from summarizer.text.folding import fold


def carry_back(lines: Sequence[Line], found: list[list[Utterance]]) -> None:
    """Make X of "Đây là yêu cầu của X", "X cho biết như vậy" the speaker of the sentence before."""
    title = next((n for n, line in enumerate(lines) if line.paragraph == TITLE), None)
    for number in range(len(lines)):
        text = " ".join(token.low for token in lines[number].tokens[:3])
        before = number - 1 if number else title
        if before is None or found[before]:
            continue
        this = text.startswith(tuple(words_of("speech.toml", "this_is")))
        for utterance in found[number]:
            if (this and utterance.verb == -1) or _points_back(lines[number], utterance):
                found[before].append(
                    replace(utterance, line=before, confidence=0.75, continued=True, verb=0)
                )
                break


def _points_back(line: Line, utterance: Utterance) -> bool:
    """Whether somebody's verb takes up what was said before: "X nhấn mạnh vấn đề trên tại …"."""
    at = utterance.verb
    if at < 0 or utterance.who is None:
        return False
    words = words_of("speech.toml", "points_back")
    return any(
        " ".join(token.low for token in line.tokens[start : start + length]) in words
        for length in (2, 3)
        for start in (at, at - 2)
    )


def carry_quotations(lines: Sequence[Line], found: list[list[Utterance]]) -> None:
    """Give all sentences of one quotation its speaker."""
    number = 0
    while number < len(lines):
        last = number
        while last + 1 < len(lines) and lines[last].closes and lines[last + 1].opens:
            last += 1
        if last > number:
            order = (last, number, *range(number + 1, last))
            source = next((u for at in order for u in found[at] if not u.nested), None)
            if source is None and number > 0 and lines[number].inside[:1] == [True]:
                source = next((u for u in found[number - 1] if not u.nested), None)
            if source is not None:
                for at in range(number, last + 1):
                    if all(utterance.nested for utterance in found[at]):
                        found[at].append(_continued(source, at, quoted=True))
        number = last + 1


def carry_colon(lines: Sequence[Line], found: list[list[Utterance]]) -> None:
    """After "X cho biết: …" the sentences of that paragraph go on, up to the next speaker."""
    source: Utterance | None = None
    for number, line in enumerate(lines):
        if number and line.paragraph != lines[number - 1].paragraph:
            source = None
        if found[number]:
            last = found[number][-1]
            after = line.tokens[last.verb] if 0 < last.verb < len(line.tokens) else None
            opened = after is not None and after.text == ":" and not any(line.inside[last.verb :])
            source = last if opened and not last.continued else None
        elif source is not None:
            carried = _continued(source, number, quoted=False)
            found[number].append(replace(carried, confidence=0.65))


def carry_on(
    lines: Sequence[Line], found: list[list[Utterance]], cast: Cast, lexicon: Lexicon
) -> None:
    """Whole-quotation sentences and verbs without a subject take the speaker before them."""
    for number, line in enumerate(lines):
        if not all(utterance.nested for utterance in found[number]) or not line.tokens:
            continue
        # the title is read after the body, and goes on from none of its lines
        first = number == 0 or TITLE in {line.paragraph, lines[number - 1].paragraph}
        before = [] if first else [u for u in found[number - 1] if not u.nested]
        source = before[-1] if before else None
        if _all_quoted(line):
            if source is None and line.paragraph != TITLE and number + 1 < len(lines):
                following = found[number + 1]
                source = (
                    following[0] if following and lines[number + 1].inside[:1] == [True] else None
                )
            if source is None and (who := _spoken_after(lines, number, cast, lexicon)) is not None:
                source = Utterance(number, who, "", 0, asks=False, quoted=True, confidence=0.85)
            if source is not None:
                found[number].append(_continued(source, number, quoted=True))
        elif (
            source is not None
            and not is_heading(line)
            and not any(actor.subject for actor in cast.actors[number])
            and (verb := _bare_verb(line, lexicon))
            and not (verb[1] == "ask" and _asks_own_body(line, verb[0], source, cast, lexicon))
        ):
            found[number].append(
                replace(
                    _continued(source, number, quoted=sum(line.inside) >= 3),
                    verb=verb[0],
                    asks=verb[1] == "ask",
                )
            )


def _asks_own_body(
    line: Line, position: int, source: Utterance, cast: Cast, lexicon: Lexicon
) -> bool:
    """Whether the body that is asked after a verb without a subject is the one that the speaker
    leads: "Đề nghị Bộ A …" after what the minister of Bộ A said is asked of him by others.
    """
    if source.who is None:
        return False
    body = lexicon.organisations.match(line.tokens, position)
    if body is None or not line.tokens[position].cap:
        return False
    asked = fold(line.cut(position, body[0]))
    return any(asked in fold(role) for role in cast.people[source.who].roles)


def _spoken_after(lines: Sequence[Line], number: int, cast: Cast, lexicon: Lexicon) -> int | None:
    """Who speaks in the next sentence of the paragraph: "“…” X phát biểu tại hội nghị."."""
    if number + 1 >= len(lines) or lines[number + 1].paragraph != lines[number].paragraph:
        return None
    for actor in cast.actors[number + 1]:
        speech = lexicon.speech.match(lines[number + 1].tokens, actor.end)
        if actor.start == 0 and speech and speech[1] == "say":
            return actor.who
    return None


def is_heading(line: Line) -> bool:
    """Whether a line looks like a heading within the text: short, no stop at its end."""
    if not line.tokens or line.paragraph < 0:
        return False
    words = sum(token.word for token in line.tokens)
    return words <= 14 and line.tokens[-1].word and not any(line.inside)


def _continued(source: Utterance, line: int, *, quoted: bool) -> Utterance:
    return replace(
        source,
        line=line,
        verb=0,
        quoted=quoted,
        continued=True,
        asks=False,
        confidence=round(source.confidence - 0.1, 2),
    )


def _all_quoted(line: Line) -> bool:
    words = [inside for token, inside in zip(line.tokens, line.inside, strict=True) if token.word]
    return len(words) >= 3 and sum(words) >= 0.9 * len(words)


def _bare_verb(line: Line, lexicon: Lexicon) -> tuple[int, str] | None:
    """The verb of speech that a sentence without subject begins with, after connectives."""
    position = 0
    while position < min(6, len(line.tokens)):
        match = lexicon.speech.match(line.tokens, position)
        if match and match[1] != "none" and not is_noun(line, position, match[0]):
            verb = line.cut(position, match[0]).lower()
            # "Báo cáo cho thấy …": most verbs of speech that open a sentence are nouns
            if position or verb in words_of("speech.toml", "opening"):
                return match
            return None
        for length in (4, 3, 2, 1):
            phrase = " ".join(token.low for token in line.tokens[position : position + length])
            if phrase in words_of("speech.toml", "connectives"):
                position += length
                break
        else:
            return None
    return None
