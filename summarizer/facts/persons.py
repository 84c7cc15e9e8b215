"""Who appears in an article: names brought together, offices and pronouns resolved.

A person is known by the fullest form of the name. Shorter forms (the last syllables of a
Vietnamese name, the family name of a foreign one) join it where only one person fits. "Thủ tướng",
"Bộ trưởng Ngoại giao Nhật Bản", "Thường trực Ban Bí thư" are resolved to the holder who was
mentioned last, or, where nobody was, to the first one mentioned later: a lead often names the
office before its holder. "Ông" and "bà" mean whom the text was just about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.facts.lexicon import Lexicon, words_of
from summarizer.facts.model import Place
from summarizer.facts.offices import Office, fit, offices_of
from summarizer.facts.sightings import Evidence, Sighting, find_sightings
from summarizer.facts.syllables import is_syllable
from summarizer.facts.tokens import Line
from summarizer.facts.utterances import is_noun
from summarizer.text.folding import fold

PRONOUN_REACH = 3
"""Lines back in which "ông" or "bà" looks for its person."""

MAX_APPOSITION = 25
"""Words of an explanation between a name and its verb."""

_MALE = frozenset({"ông", "anh", "chú", "ngài", "cậu", "mr", "mr.", "sir", "lord", "he"})
_FEMALE = frozenset(
    {"bà", "chị", "cô", "mrs", "mrs.", "ms", "ms.", "madam", "madame", "she", "nàng"}
)
_SUBJECT_BEFORE = frozenset(
    {
        ",",
        ":",
        ";",
        "-",
        "–",
        "—",
        '"',
        "“",
        "”",
        "(",
        "khi",
        "còn",
        "nhưng",
        "song",
        "rằng",
        "mà",
        "nếu",
        "vì",
        "trong đó",
        "sau đó",
        "đó",
        "nay",
        "trước",
        "và",
        "while",
        "when",
        "but",
        "and",
        "as",
        "that",
        "chính",
        "riêng",
        "qua",
        "này",
        "thì",
        "theo",
        "according",
        "to",
        "the",
        "vị",
        "hôm",
        "đồng",
        "thời",
        "cả",
        ".",
    }
)


@dataclass(slots=True)
class Person:
    """A person of the article while it is being read."""

    name: str
    roles: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)
    honorifics: Counter[str] = field(default_factory=Counter)
    mentions: list[tuple[Place, int]] = field(default_factory=list)
    strong: bool = False

    @property
    def role(self) -> str:
        """The fullest title seen."""
        return max(self.roles, key=lambda role: (len(role), role), default="")

    @property
    def gender(self) -> str:
        """``"m"``, ``"f"`` or ``""``."""
        male = sum(self.honorifics[word] for word in self.honorifics if word in _MALE)
        female = sum(self.honorifics[word] for word in self.honorifics if word in _FEMALE)
        if "Thị" in self.name.split():
            female += 1
        return "" if male == female else "m" if male > female else "f"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at a place in a line: tokens ``start`` to ``end``; ``who`` is in ``Cast.people``."""

    start: int
    end: int
    who: int
    named: bool
    subject: bool


@dataclass(slots=True)
class Cast:
    """The persons of an article, and where each stands. ``actors`` runs parallel to the lines."""

    people: list[Person]
    actors: list[list[Actor]]


def cast_of(lines: Sequence[tuple[Place, Line]], lexicon: Lexicon) -> Cast:
    """Read all lines (body first, then title, captions, teasers) and bring the names together."""
    sightings = [find_sightings(line, lexicon) for _, line in lines]
    for (_, line), found in zip(lines, sightings, strict=True):
        found.extend(_family_names(line, found, sightings, lexicon))
        found.sort(key=lambda sighting: sighting.start)
    people, named = _gather(lines, sightings, lexicon)
    cast = Cast(people, [[] for _ in lines])
    resolver = _Resolver(lines, sightings, named, people, lexicon)
    cast.actors = resolver.resolve()
    return cast


def _family_names(
    line: Line, here: Sequence[Sighting], everywhere: Sequence[Sequence[Sighting]], lexicon: Lexicon
) -> list[Sighting]:
    """Bare family names that speak: "Song cho hay" where the article has a Song Il-hyok."""
    families = {
        word
        for found in everywhere
        for sighting in found
        if len(words := sighting.name.split()) > 1
        for word in (words[0], words[-1])
        if is_syllable(word) and not all(is_syllable(w) and "-" not in w for w in words)
    }
    if not families:
        return []
    taken = {p for sighting in here for p in range(sighting.start, sighting.end)}
    return [
        Sighting(p, p + 1, token.text, Evidence.WEAK, p, p + 1)
        for p, token in enumerate(line.tokens)
        if token.text in families
        and p not in taken
        and subject_position(line, p)
        and speaks_next(line, p + 1, lexicon)
    ]


def subject_position(line: Line, start: int) -> bool:
    """Whether a phrase that begins at ``start`` can be what its clause is about."""
    return start == 0 or line.tokens[start - 1].low in _SUBJECT_BEFORE


# -- names ---------------------------------------------------------------------------------------


def _gather(
    lines: Sequence[tuple[Place, Line]],
    sightings: Sequence[Sequence[Sighting]],
    lexicon: Lexicon,
) -> tuple[list[Person], dict[tuple[int, int], int]]:
    """The people, and for (line, sighting) who it is."""
    all_named = [
        (number, place, order, sighting)
        for order, (found, (place, _)) in enumerate(zip(sightings, lines, strict=True))
        for number, sighting in enumerate(found)
        if sighting.name
    ]
    full = _full_names(all_named, lines, lexicon)
    people: list[Person] = []
    index: dict[str, int] = {}
    for key in sorted(full, key=lambda key: (-len(key.split()), key)):
        target = _longer_form(key, index)
        if target is None:
            people.append(Person(full[key]))
            target = len(people) - 1
        index[key] = target
    named: dict[tuple[int, int], int] = {}
    for number, place, order, sighting in all_named:
        who = index.get(fold(sighting.name))
        if who is None:
            who = _short_form(sighting, people, named, order, lexicon)
        if who is None:
            if sighting.evidence in {Evidence.WEAK, Evidence.BARE}:
                continue
            people.append(Person(sighting.name))
            who = index[fold(sighting.name)] = len(people) - 1
        named[order, number] = who
        person = people[who]
        person.mentions.append((place, order))
        person.aliases[sighting.name] += 1
        if sighting.role:
            person.roles[sighting.role] += 1
        if sighting.honorific:
            person.honorifics[sighting.honorific] += 1
        person.strong = person.strong or sighting.evidence in {Evidence.TITLE, Evidence.HONORIFIC}
    return people, named


def _full_names(
    named: Iterable[tuple[int, Place, int, Sighting]],
    lines: Sequence[tuple[Place, Line]],
    lexicon: Lexicon,
) -> dict[str, str]:
    """Folded full name → its commonest spelling, for names with evidence enough."""
    spellings: dict[str, Counter[str]] = {}
    strong: set[str] = set()
    for _, _, order, sighting in named:
        if len(sighting.name.split()) < 2:
            continue
        key = fold(sighting.name)
        spellings.setdefault(key, Counter())[sighting.name] += 1
        if sighting.evidence is Evidence.WEAK:
            line = lines[order][1]
            if speaks_next(line, sighting.end, lexicon) or _speaks_after_apposition(
                line, sighting, lexicon
            ):
                strong.add(key)
        else:
            strong.add(key)
    return {
        key: max(counts, key=lambda name: (counts[name], name))
        for key, counts in spellings.items()
        if key in strong
    }


def speaks_next(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether a verb of speech follows within two words."""
    return any(
        lexicon.speech.match(line.tokens, position + skip) is not None
        and all(token.word for token in line.tokens[position : position + skip])
        for skip in (0, 1)
    )


def _speaks_after_apposition(line: Line, sighting: Sighting, lexicon: Lexicon) -> bool:
    """Whether a foreign name opens its clause, is explained between commas, and then speaks."""
    tokens, end = line.tokens, sighting.end
    if end >= len(tokens) or tokens[end].text != "," or not subject_position(line, sighting.start):
        return False
    if all(is_syllable(word) for word in sighting.name.split()):
        return False
    for position in range(end + 2, min(len(tokens), end + MAX_APPOSITION)):
        speech = lexicon.speech.match(tokens, position)
        if speech and speech[1] in {"say", "ask"}:
            return not is_noun(line, position, speech[0])
    return False


def _longer_form(key: str, index: dict[str, int]) -> int | None:
    """The person whose longer name this name is a part of, if there is exactly one."""
    words = key.split()
    found = set()
    for other, who in index.items():
        longer = other.split()
        if len(longer) <= len(words):
            continue
        foreign = not all(is_syllable(word) for word in longer)
        suffix = longer[-len(words) :] == words
        ends = foreign and longer[0] == words[0] and longer[-1] == words[-1]
        prefix = foreign and longer[: len(words)] == words
        if suffix or ends or prefix:
            found.add(who)
    return found.pop() if len(found) == 1 else None


def _short_form(
    sighting: Sighting,
    people: Sequence[Person],
    named: dict[tuple[int, int], int],
    order: int,
    lexicon: Lexicon,
) -> int | None:
    """The person a short name ("ông Lộc", "ông Trump", "bà Kim Ngân") means."""
    words = fold(sighting.name).split()
    candidates = []
    for who, person in enumerate(people):
        full = fold(person.name).split()
        if len(full) <= len(words):
            continue
        native = all(is_syllable(word) for word in person.name.split())
        sino = person.name.split()[0].lower() in lexicon.sino_surnames
        if full[-len(words) :] == words:
            rank = 2
        elif full[: len(words)] == words and (not native or sino) and len(words) == 1:
            rank = 2 if sino and len(full) <= 3 else 1
        elif not native and len(words) == 1 and words[0] in full:
            rank = 1
        else:
            continue
        if _clashes(sighting, person):
            continue
        candidates.append((rank, who))
    if not candidates:
        return None
    best = max(rank for rank, _ in candidates)
    choice = [who for rank, who in candidates if rank == best]
    if len(choice) == 1:
        return choice[0]
    recent = [who for (line, _), who in sorted(named.items()) if who in choice and line <= order]
    return recent[-1] if recent else None


def _clashes(sighting: Sighting, person: Person) -> bool:
    """Whether the form of address contradicts what is known of the person."""
    gender = person.gender
    return bool(
        (sighting.honorific in _MALE and gender == "f")
        or (sighting.honorific in _FEMALE and gender == "m")
    )


def _is_plural(line: Line, start: int) -> bool:
    """Whether an office stands in the plural: "các Bộ trưởng"."""
    return start > 0 and line.tokens[start - 1].low in words_of("speech.toml", "plural")


def _abroad(office: Office, held: Iterable[Office]) -> bool:
    """Whether somebody is known to hold such an office in another country only."""
    countries = {c for own in held if own.head == office.head for c in own.countries}
    return bool(office.countries and countries and not office.countries & countries)


# -- references ----------------------------------------------------------------------------------


class _Resolver:
    """Resolves offices and pronouns, line by line."""

    def __init__(
        self,
        lines: Sequence[tuple[Place, Line]],
        sightings: Sequence[Sequence[Sighting]],
        named: dict[tuple[int, int], int],
        people: Sequence[Person],
        lexicon: Lexicon,
    ) -> None:
        self.lines = lines
        self.sightings = sightings
        self.named = named
        self.people = people
        self.lexicon = lexicon
        self.held: list[set[Office]] = [
            {o for role in person.roles for o in offices_of(role, lexicon.language)}
            for person in people
        ]
        self.order = sorted((line, number, who) for (line, number), who in named.items())
        self.actors: list[list[Actor]] = []

    def resolve(self) -> list[list[Actor]]:
        """The actors of every line."""
        for order, found in enumerate(self.sightings):
            line = self.lines[order][1]
            here: list[Actor] = []
            self.actors.append(here)
            for number, sighting in enumerate(found):
                subject = subject_position(line, sighting.start)
                who: int | None
                if sighting.name:
                    who = self.named.get((order, number))
                    if who is None:
                        continue
                elif _is_plural(line, sighting.start):
                    who = None
                elif sighting.role:
                    who = self._by_office(sighting, order, number)
                else:
                    who = self._by_pronoun(sighting, order, here)
                if who is None:
                    continue
                here.append(Actor(sighting.start, sighting.end, who, bool(sighting.name), subject))
        return self.actors

    def _by_office(self, sighting: Sighting, order: int, number: int) -> int | None:
        offices = offices_of(sighting.role, self.lexicon.language)
        if not offices:
            return None
        fits = {}
        for who, held in enumerate(self.held):
            score, first = (
                max((fit(office, own) for own in held), default=0)
                if not _abroad(office, held)
                else 0
                for office in (offices[-1], offices[0])
            )
            if score or first:
                fits[who] = max(score, first)
        if not fits:
            return None
        before = {who: line for line, at, who in self.order if (line, at) < (order, number)}
        for actors_line, actors in enumerate(self.actors):
            for actor in actors:
                before[actor.who] = max(before.get(actor.who, -1), actors_line)
        earlier = [who for who in fits if who in before]
        if earlier:
            best = max(fits[who] for who in earlier)
            later_best = max(fits.values())
            if best >= later_best - 1:
                near = [who for who in earlier if fits[who] >= best - 1]
                return max(near, key=lambda who: (fits[who] == best, before[who]))
        after = [
            who for line, at, who in self.order if (line, at) > (order, number) and who in fits
        ]
        best = max((fits[who] for who in after), default=0)
        for who in after:
            if fits[who] == best:
                return who
        return None

    def _by_pronoun(self, sighting: Sighting, order: int, here: Sequence[Actor]) -> int | None:
        wanted = (
            "m" if sighting.honorific in _MALE else "f" if sighting.honorific in _FEMALE else ""
        )

        line = self.lines[order][1]
        outside = not line.inside[sighting.start]

        def possible(actor: Actor) -> bool:
            if actor in here and outside and line.inside[actor.start]:
                # somebody in the quotation is not the one who speaks it
                return False
            gender = self.people[actor.who].gender
            return not (wanted and gender and gender != wanted)

        for actor in here:
            if possible(actor) and actor.subject:
                return actor.who
        last = [a for a in self.actors[order - 1] if possible(a) and a.subject] if order else []
        if last:
            return last[0].who
        for actor in here:
            if possible(actor):
                return actor.who
        for back in range(1, PRONOUN_REACH + 1):
            if order - back < 0:
                break
            actors = self.actors[order - back]
            for subjects_only in (True, False):
                choice = [a for a in actors if possible(a) and (a.subject or not subjects_only)]
                if choice:
                    return choice[0].who
        return None
