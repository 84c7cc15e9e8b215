"""Bringing the mentions of one event in an article together, under whatever wording.

Wordings are compared by :mod:`wordings`. What only one article can tell comes on top: a headline
goes on after the name where another sentence ends it; whose country a leader leads ("thượng đỉnh
Trump - Kim" is that of Mỹ and Triều Tiên); the town a summit is called by; short names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from summarizer.facts.events.context import Event
from summarizer.facts.events.mention import EventMention, trim
from summarizer.facts.events.summit_partners import agree, join_partners
from summarizer.facts.events.wordings import Wording, same_event, wording_of
from summarizer.facts.persons.cast import Cast
from summarizer.facts.words.lexicon import Lexicon, Phrases, phrases_in, table_of
from summarizer.facts.words.tokens import Line, Token, tokenize
from summarizer.text.folding import fold

_TOLD = 3
"""Words that may stand in another order in one name."""
_LAST_YEARS = re.compile(r"(?:(?:hồi|vào|của|diễn ra|trong) )?năm (?:ngoái|trước)\b")
_ONCE = re.compile(r"\btừng\b|\bpreviously\b|\bonce\b")
_OF_A_YEAR = re.compile(
    r"(?:(?:hồi|vào|in|của) )?(?:(?:tháng )?\d{1,2} ?[-/] ?|tháng \d{1,2} năm |năm |[a-z]+ )?"
    r"(?:19|20)\d\d\b"
)
_NUMBERING = frozenset({"lần", "thứ", "khóa", "năm", "số", "nhiệm"})


def bring_together(
    mentions: Sequence[EventMention], lines: Sequence[Line], cast: Cast, lexicon: Lexicon
) -> tuple[list[Event], list[EventMention]]:
    """The events of an article, and all mentions as they are after cutting."""
    mentions = [
        replace(m, last_years=_is_last_years(lines[m.line], m)) for m in _cut_alike(mentions, lines)
    ]
    events: list[Event] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.name), m.line, m.start)):
        if mention.distinctive and not mention.short:
            _join(mention, events)
    if lexicon.language == "vi":
        events = join_partners(events, cast, lexicon)
    for mention in sorted(mentions, key=lambda m: (not m.distinctive, -len(m.name), m.line)):
        if mention.short:
            _join_short(mention, events)
    for event in events:
        event.mentions.sort(key=lambda m: (m.line, m.start))
    return events, [mention for mention in mentions if not mention.short]


def _join(mention: EventMention, events: list[Event]) -> None:
    wording = wording_of(mention.name)
    of_year = [event for event in events if event.mentions[0].last_years == mention.last_years]
    fitting = [
        event
        for event in of_year
        if any(same_event(wording, wording_of(other.name)) for other in event.mentions)
        or (
            any(_is_alias(mention, alias) for other in event.mentions for alias in other.aliases)
            and agree(Event([mention]), event)
            and _is_week(mention) == _is_week(event.mentions[0])
        )
    ]
    if len(fitting) == 1:
        fitting[0].mentions.append(mention)
    elif not fitting and (home := _opened_by(mention, of_year)) is not None:
        home.mentions.append(mention)
    elif fitting:
        exact = [e for e in fitting if any(wording_of(o.name) == wording for o in e.mentions)]
        (exact or fitting)[0].mentions.append(mention)
    else:
        events.append(Event([mention]))


def _is_last_years(line: Line, mention: EventMention) -> bool:
    """Whether a meeting is said to be that of a year before: "Đối thoại X năm ngoái", "từng gặp
    nhau bên lề Hội nghị X tháng 11-2016".
    """
    following = line.low(mention.end, mention.end + 6)
    if _LAST_YEARS.match(following):
        return True
    told = line.text[: line.tokens[mention.start].start].lower()
    clause = max(told.rfind(";"), told.rfind('"'), told.rfind("“")) + 1
    return bool(_OF_A_YEAR.match(following) and _ONCE.search(told, clause))


def _is_week(mention: EventMention) -> bool:
    """Whether a week of meetings is named, which is none of them: "Tuần lễ cấp cao APEC"."""
    return wording_of(mention.name).kind == wording_of("tuần lễ cấp cao").kind


# -- where a headline goes on --------------------------------------------------------------------


def _cut_alike(mentions: Sequence[EventMention], lines: Sequence[Line]) -> list[EventMention]:
    """Cut a name that goes on in small letters where another mention of the article ends it.

    "Hội nghị Sông Lam ưu tiên nghề cá" beside "Hội nghị Sông Lam".
    """
    words = {
        mention: tuple(token.low for token in _tokens(mention, lines))
        for mention in mentions
        if mention.distinctive
    }
    ends = set(words.values())
    cut = []
    for mention in mentions:
        tokens = _tokens(mention, lines)
        lows = words.get(mention, ())
        for length in range(mention.head_end - mention.start + 1, len(lows)):
            following = tokens[length]
            if (
                lows[:length] in ends
                and following.word
                and not following.cap
                and not following.text[0].isdigit()
                and following.low not in _NUMBERING
                and _continues().match(tokens, length) is None
            ):
                end = trim(lines[mention.line].tokens, mention.head_end, mention.start + length)
                name = lines[mention.line].cut(mention.start, end)
                cut.append(replace(mention, end=end, name=name, aliases=()))
                break
        else:
            cut.append(mention)
    return cut


@cache
def _continues() -> Phrases:
    words = table_of("events.toml")
    return Phrases(
        (phrase, "")
        for key in ("after_edition", "continuations", "kinds_of_work")
        for phrase in phrases_in(words[key])
    )


def _tokens(mention: EventMention, lines: Sequence[Line]) -> Sequence[Token]:
    return lines[mention.line].tokens[mention.start : mention.end]


# -- the same town -------------------------------------------------------------------------------


def join_towns(events: Sequence[Event], lexicon: Lexicon) -> list[Event]:
    """Join a summit that goes by its town ("thượng đỉnh Oslo") to the one that is held there."""
    kept = list(events)
    for event in events:
        town = _town(event, lexicon)
        if not town:
            continue
        homes = [
            other
            for other in kept
            if other is not event
            and any(
                wording_of(m.name).kind == wording_of("thượng đỉnh").kind for m in other.mentions
            )
            and any(town in fold(place) for place in other.places)
            and agree(event, other)
        ]
        if len(homes) == 1:
            _merge(homes[0], event)
            kept = [other for other in kept if other is not event]
    return kept


def _town(event: Event, lexicon: Lexicon) -> str:
    """The town by which a summit is called, folded; ``""`` if it has a name of its own."""
    for mention in event.mentions:
        wording = wording_of(mention.name)
        if wording.kind != wording_of("thượng đỉnh").kind or not wording.words:
            return ""
        tokens = tokenize(mention.name)
        last = next(
            (
                at
                for at in range(len(tokens))
                if tokens[at].cap
                and (hit := lexicon.places.match(tokens, at))
                and hit[0] == len(tokens)
                and len(wording.words) == hit[0] - at
            ),
            None,
        )
        if last is None:
            return ""
        return fold(" ".join(token.text for token in tokens[last:]))
    return ""


def _merge(home: Event, event: Event) -> None:
    home.mentions = sorted([*home.mentions, *event.mentions], key=lambda m: (m.line, m.start))
    home.dates.extend(event.dates)
    home.places.extend(event.places)
    home.hosts.extend(event.hosts)
    home.chairs.extend(event.chairs)
    home.anew.extend(event.anew)
    home.planned += event.planned
    home.held += event.held
    home.happening = home.happening or event.happening
    home.dated_happening = home.dated_happening or event.dated_happening
    home.put_off = home.put_off or event.put_off
    home.early = home.early or event.early


def join_title(events: Sequence[Event], title: int, early: int) -> list[Event]:
    """Join what only the title names, in its own short words, to the one event the report opens
    with.
    """
    opening = [
        event
        for event in events
        if any(m.line < early and m.line < title and not m.embedded for m in event.mentions)
    ]
    if len(opening) > 1:
        return [event for event in events if not _is_told_again(event, opening, title)]
    if not opening:
        return list(events)
    kept = []
    for event in events:
        paraphrase = all(m.line >= title and m.name[0].islower() for m in event.mentions)
        if paraphrase and event is not opening[0] and agree(event, opening[0]):
            opening[0].early = True
            opening[0].happening = opening[0].happening or event.happening
            continue
        kept.append(event)
    return kept


def _is_told_again(event: Event, opening: Sequence[Event], title: int) -> bool:
    """Whether only the title names an event, by capitals that those of the opening have: "hội nghị
    ven sông Mekong" above two conferences of the Mekong.
    """
    if not all(m.line >= title and m.name[0].islower() for m in event.mentions):
        return False
    names = {word.low for m in event.mentions for word in tokenize(m.name) if word.cap}
    told = {word.low for other in opening for m in other.mentions for word in tokenize(m.name)}
    return bool(names) and names <= told


# -- short names ---------------------------------------------------------------------------------


def _join_short(mention: EventMention, events: list[Event]) -> None:
    """Join "ADMM 11", "APEC" to the one event that has it in its name; else it is an event."""
    wording = wording_of(mention.name)
    named = [
        event
        for event in events
        if any(
            _is_alias(mention, alias) or _has_series(wording, wording_of(alias))
            for other in event.mentions
            for alias in other.aliases
        )
        or any(_has_series(wording, wording_of(other.name)) for other in event.mentions)
    ]
    fitting = [event for event in named if agree(Event([mention]), event)]
    if len(fitting) == 1:
        fitting[0].mentions.append(mention)
    elif not fitting and (mention.distinctive or not named):
        events.append(Event([replace(mention, distinctive=True)]))
    elif fitting and mention.distinctive and wording.ordinals:
        exact = [e for e in fitting if _has_edition(wording, e)]
        if exact:
            exact[0].mentions.append(mention)


def _has_edition(wording: Wording, event: Event) -> bool:
    return any(wording.ordinals & wording_of(other.name).ordinals for other in event.mentions)


def _has_series(short: Wording, long: Wording) -> bool:
    """Whether a series is all that the longer name has for a subject: "Tuần lễ cấp cao APEC"."""
    return bool(short.words) and _flat(short) == _flat(long)


def _flat(wording: Wording) -> list[str]:
    return sorted(part for word in wording.words for part in word.split("-"))


# -- names that open others and aliases -----------------------------------------------------------


def _opened_by(mention: EventMention, events: Sequence[Event]) -> Event | None:
    """The one event of the article whose longer name a very short name opens."""
    short = wording_of(mention.name)
    if short.numbered_congress and "Đảng" in mention.name:
        # the congress of the Party is that of no association
        return None
    found = [
        event
        for event in events
        for long in [wording_of(event.mentions[0].name)]
        if (short.words or short.edition)
        and (
            _opens(short, long)
            or _leaves_out(short, long)
            or _rearranges(short, long)
            or _is_of_sort(short, long)
            or _is_subject(short, long)
            or (_may_be_one_kind(short, long) and _is_part(short, long))
        )
        and not short.contradicts(long)
    ]
    return found[0] if len(found) == 1 else None


def _opens(short: Wording, long: Wording) -> bool:
    if short.kind != long.kind:
        return False
    if not short.words:
        # "cuộc họp thượng đỉnh lần thứ hai" beside "Hội nghị thượng đỉnh A - B lần thứ hai"
        return bool(short.edition & long.edition)
    return long.words[: len(short.words)] == short.words


def _leaves_out(short: Wording, long: Wording) -> bool:
    """Whether words in the middle are left out: "Diễn đàn Kinh tế về ASEAN"."""
    if short.kind != long.kind or len(short.words) < 3 or short.words[:2] != long.words[:2]:
        return False
    rest = iter(long.words)
    return short.words[-1] == long.words[-1] and all(word in rest for word in short.words)


def _rearranges(short: Wording, long: Wording) -> bool:
    """Whether the name opens with the same words in another order: "hội nghị toàn quốc về công tác
    đối ngoại" for "Hội nghị Đối ngoại toàn quốc …".
    """
    told = [word for word in short.words if word not in {"cong", "tac"}]
    return (
        short.kind == long.kind
        and len(told) >= _TOLD
        and set(told) <= set(long.words[: len(told) + 1])
    )


def _is_of_sort(short: Wording, long: Wording) -> bool:
    """Whether two wordings differ by what sort of meeting it is only: "Đối thoại an ninh X"."""
    if short.kind != long.kind or not short.words:
        return False
    first, second = (set(wording.words) - _sort_words() for wording in (short, long))
    return first == second and bool(first) and short.words[-1] == long.words[-1]


def _is_subject(short: Wording, long: Wording) -> bool:
    """Whether the subject of one is inside the title of the other, word for word."""
    size = len(short.words)
    return (
        short.kind == long.kind
        and size > _TOLD
        and any(
            long.words[at : at + size] == short.words for at in range(len(long.words) - size + 1)
        )
    )


@cache
def _sort_words() -> frozenset[str]:
    words = phrases_in(table_of("events.toml")["sorts"])
    return frozenset(fold(word) for phrase in words for word in phrase.split())


def _may_be_one_kind(first: Wording, second: Wording) -> bool:
    """Whether two nouns may be used of one event whose name is the same."""
    loose = {wording_of(noun).kind for noun in ("diễn đàn", "đối thoại", "hội nghị")}
    named = first.words == second.words and set(first.words) == first.names
    loose.add(wording_of("thượng đỉnh").kind)
    if (
        first.words == second.words
        and len(first.words) > _TOLD
        and {first.kind, second.kind} <= loose
    ):
        return True
    met = {wording_of(noun).kind for noun in ("hội nghị", "cuộc họp")}
    if first.words == second.words and len(first.words) > 1 and {first.kind, second.kind} <= met:
        return True
    if first.kind == second.kind or (named and {first.kind, second.kind} <= loose):
        return True
    return _are_summits(first, second)


def _are_summits(first: Wording, second: Wording) -> bool:
    """Whether a conference and a summit can be one: "hội nghị G20", "Hội nghị thượng đỉnh G20"."""
    summit, conference = wording_of("thượng đỉnh").kind, wording_of("hội nghị").kind
    sessions = {wording_of("kỳ họp").kind, wording_of("phiên họp").kind}
    if first.kind in sessions and set(first.words) == first.names:
        # "kỳ họp G20": the body meets once a year
        return second.kind == summit and bool(first.words) and first.words == second.words
    return {first.kind, second.kind} <= {summit, conference}


def _is_part(short: Wording, long: Wording) -> bool:
    """Whether a short name is that of the body which meets, and the long one has it too."""
    if short.words and short.words == long.words:
        return True
    conference = wording_of("hội nghị").kind
    if short.kind != conference and long.kind == conference:
        # a summit is not the meeting of ministers that has the same body in its name
        return False
    return bool(short.names) and set(short.words) == short.names and short.names <= long.names


def _is_alias(mention: EventMention, alias: str) -> bool:
    """Whether a mention is an event's short form, with or without the noun: hội nghị FII, FII."""
    if fold(mention.name) == fold(alias):
        return True
    wording, short = wording_of(mention.name), wording_of(alias)
    return bool(short.words) and _flat(wording) == _flat(short) and not wording.contradicts(short)
