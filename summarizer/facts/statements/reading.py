"""What is said in one line, and by whom: every verb of speech with its subject, sources, frames."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.document import TITLE
from summarizer.facts.persons.cast import Actor, subject_position
from summarizer.facts.statements.agents import agent_of, done_by_others, led_by, told_by
from summarizer.facts.statements.bodies import Body, bodies_in, is_inside
from summarizer.facts.statements.framing import framed
from summarizer.facts.statements.subjects import speak_with, subject_of
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import Utterance, is_noun

MIN_QUOTED = 3
"""Tokens within quotation marks of a line that quotes."""

MIN_CLAUSE = 6
"""Words after "X phát biểu, " that are what was said."""

MAX_SENT = 16
"""Tokens from "gửi tới" to the greetings that are sent."""

MAX_CALLED = 22
"""Tokens from "gọi" to "là"."""

MAX_SPEAKING = 3
"""Tokens from a speaker to the end of the verb."""

MAX_WHEN = 8
"""Tokens after a verb that tell only when or where."""

MIN_SAID = 12
"""Tokens before a verb of speech that ends its sentence, if they are what was said."""


class SpeechReader:
    """Reads the utterances of one line."""

    def __init__(self, number: int, line: Line, actors: Sequence[Actor], lexicon: Lexicon) -> None:
        self.number = number
        self.line = line
        self.actors = actors
        self.lexicon = lexicon
        self.bodies = bodies_in(line, actors, lexicon)
        self.found: list[Utterance] = []

    def read(self) -> list[Utterance]:
        """All utterances, in no order; a speaker may come several times."""
        self._read_sources()
        for actor, begins in framed(self.line, self.actors, self.lexicon):
            self._say(actor, begins, sure=0.75)
        self._read_verbs()
        if not self.found:
            leader = led_by(self.line, self.actors, self.bodies, self.lexicon)
            if leader is not None:
                self._say(leader, -1, sure=0.65)
        return self.found

    def _say(
        self,
        subject: Actor | Body,
        verb: int,
        *,
        sure: float,
        asks: bool = False,
        nested: bool = False,
    ) -> None:
        person = isinstance(subject, Actor)
        self.found.append(
            Utterance(
                self.number,
                subject.who if isinstance(subject, Actor) else None,
                "" if isinstance(subject, Actor) else subject[2],
                verb,
                asks,
                sum(self.line.inside) >= MIN_QUOTED,
                sure if person else sure - 0.1,
                body_span=(0, 0) if isinstance(subject, Actor) else subject[:2],
                nested=nested,
            )
        )

    def _read_sources(self) -> None:
        """Who is a source: "theo X", "X: …", "đây là yêu cầu của X", "…," said X."""
        line, tokens = self.line, self.line.tokens
        according = words_of("speech.toml", "according")
        for actor in self.actors:
            if is_inside(line, actor.start):
                continue
            before = _longest_before(line, actor.start, according)
            if before == "lời" and _answers(line, actor.start - 1):
                continue
            if before and not (before == "lời" and not line.inside[:1]):
                self._say(actor, actor.end, sure=0.85)
            elif actor.end < len(tokens) and tokens[actor.end].text == ":" and actor.start <= 2:
                self._say(actor, actor.end + 1, sure=0.9)
            elif _is_this(line, actor):
                self._say(actor, -1, asks=True, sure=0.85)
            elif _is_proposed(line, actor):
                self._say(actor, actor.end, sure=0.8)
            elif verb := _verb_before(line, actor.start, self.lexicon):
                self._say(actor, -1, asks=verb == "ask", sure=0.9)
        for body in self.bodies:
            before = _longest_before(line, body[0], according)
            if before and before != "lời":
                self._say(body, body[1], sure=0.7)

    def _read_verbs(self) -> None:
        """Every verb of speech with its subject."""
        tokens = self.line.tokens
        within = {at for actor in self.actors for at in range(actor.start + 1, actor.end)}
        shown = {
            actor.end
            for actor in self.actors
            if actor.end > actor.start and tokens[actor.end - 1].low in {"này", "trên"}
        }
        past = 0
        for position, verb in self.lexicon.speech.found_in(self.line).items():
            if position < past or position in within:
                continue
            match = self._said_of_role(position, verb)
            passed = (
                self._is_told(position, match)
                or match[1] == "none"
                or (position not in shown and is_noun(self.line, position, match[0]))
                or done_by_others(self.line, position, self.lexicon)
                or _is_asked_in_headline(self.line, match[0])
            )
            if not passed and match[1] == "give" and not self._is_given(position, match[0]):
                # "Bộ Ngoại giao cho biết": the verb may begin within what looked like "giao cho"
                continue
            if not passed:
                self._read_verb(position, match)
            past = match[0]

    def _said_of_role(self, position: int, match: tuple[int, str]) -> tuple[int, str]:
        """The verb of "khẳng định vai trò" if a person is right before it: bodies only play one."""
        if match[1] != "none" or self.line.tokens[position].low != "khẳng":
            return match
        near = any(actor.end <= position <= actor.end + MAX_SPEAKING for actor in self.actors)
        return (position + 2, "say") if near else match

    def _is_told(self, position: int, match: tuple[int, str]) -> bool:
        """Whether a verb is in the passive with its agent, or within a quotation."""
        if agent := agent_of(self.line, position, match, self.actors):
            if not self.found:
                # "X nói các dự án được Y nêu đều chậm": only X speaks
                self._say(agent, match[0], asks=match[1] == "ask", sure=0.8)
            return True
        if not is_inside(self.line, position):
            return False
        teller = told_by(self.line, position, self.actors)
        if teller is not None:
            self._say(teller, match[0], asks=match[1] == "ask", sure=0.65, nested=True)
        return True

    def _is_given(self, position: int, end: int) -> bool:
        """Whether a task is given to somebody."""
        before = self.line.tokens[position - 1].low if position else ""
        return (
            before not in words_of("speech.toml", "give_after")
            and not _is_relative(self.line, position, self.actors)
            and _gives(self.line, end, self.actors, self.lexicon)
        )

    def _read_verb(self, position: int, match: tuple[int, str]) -> None:
        line, actors, lexicon = self.line, self.actors, self.lexicon
        end, force = match
        verb = line.cut(position, end).lower()
        wishes = verb in words_of("speech.toml", "wishes") and _wishes(line, end, lexicon)
        if force == "wish" and not wishes:
            return
        if force == "greet" and not _greets(line, end, actors, lexicon):
            return
        if force == "call" and not _calls(line, end):
            return
        if force == "invite" and not _invites(line, end, actors):
            return
        if force == "send" and not _sends_words(line, end):
            return
        empty = verb in words_of("speech.toml", "empty")
        if empty and not _says_something(line, end, actors, lexicon):
            return
        subject = subject_of(line, position, actors, self.bodies, lexicon)
        if subject is None or _is_related(line, subject, position):
            return
        if self.found and _is_quoted_act(line, subject, lexicon):
            # "Ông đề nghị làm theo những điều X đã chỉ đạo" is not said by X
            return
        wishes = wishes and line.tokens[position - 1].low != "không"
        asks = wishes or force in {"ask", "give", "invite"}
        for one in (subject, *speak_with(line, subject, actors)):
            self._say(one, end, asks=asks, sure=0.9)


def _is_asked_in_headline(line: Line, end: int) -> bool:
    """Whether a headline leaves out the "is" of "Ministry of Finance urged to cut red tape"."""
    if line.paragraph != TITLE or line.low(end, end + 1) != "to":
        return False
    return line.tokens[end - 1].low in words_of("speech.toml", "asked_in_headlines")


def _invites(line: Line, end: int, actors: Sequence[Actor]) -> bool:
    """Whether who is invited, and to what, follows "mời"."""
    invited = next((actor.end for actor in actors if end <= actor.start <= end + 1), None)
    if invited is None and end < len(line.tokens) and line.tokens[end].low in {"các", "lãnh"}:
        invited = end + 1
    if invited is None:
        return False
    after = range(invited, min(len(line.tokens), invited + MAX_WHEN))
    return any(
        line.tokens[at].low in words_of("speech.toml", "invited_to")
        and line.tokens[at - 1].low != "danh"
        for at in after
    )


def _sends_words(line: Line, end: int) -> bool:
    """Whether greetings or the like are sent: "gửi tới nhân dân Nước B những lời chúc tốt đẹp"."""
    words = words_of("speech.toml", "sent_words")
    return any(
        " ".join(token.low for token in line.tokens[at : at + 2]) in words
        for at in range(end, min(len(line.tokens) - 1, end + MAX_SENT))
    )


def _wishes(line: Line, end: int, lexicon: Lexicon) -> bool:
    """Whether a wish is followed by those of whom something is wished."""
    if end >= len(line.tokens):
        return False
    if line.tokens[end].low in words_of("speech.toml", "wished_of"):
        return True
    phrases = (lexicon.tasks["assignees"], lexicon.organisations, lexicon.places)
    return any(found.match(line.tokens, end) for found in phrases)


def _greets(line: Line, end: int, actors: Sequence[Actor], lexicon: Lexicon) -> bool:
    """Whether those to whom something is wished follow "chúc", and what is wished after them."""
    named = any(actor.start == end for actor in actors) or is_inside(line, end)
    return (named or _wishes(line, end, lexicon)) and len(line.tokens) - end > MIN_CLAUSE


def _calls(line: Line, end: int) -> bool:
    """Whether something is called something: "gọi hành động của Nước A là sai lầm"."""
    tokens = line.tokens
    if end >= len(tokens) or tokens[end].low in words_of("speech.toml", "called_otherwise"):
        return False
    for token in tokens[end + 1 : end + MAX_CALLED]:
        if token.low == "là":
            return True
        if token.text in {",", ";", ":", "."}:
            return False
    return False


def _is_related(line: Line, subject: Actor | Body, verb: int) -> bool:
    """Whether only a relative clause tells it: "mối đe dọa mà X nhắc tới"."""
    start, end = (subject.start, subject.end) if isinstance(subject, Actor) else subject[:2]
    return end == verb and start > 1 and line.tokens[start - 1].low == "mà"


def _is_quoted_act(line: Line, subject: Actor | Body, lexicon: Lexicon) -> bool:
    """Whether what somebody said is only referred to: "những điều X đã chỉ đạo"."""
    start = subject.start if isinstance(subject, Actor) else subject[0]
    if subject_position(line, start):
        return start > 0 and line.tokens[start - 1].low == "mà"
    reports = any(
        (hit := lexicon.speech.match(line.tokens, start - length)) and hit[0] == start
        for length in (1, 2, 3)
        if start >= length
    )
    return not reports and line.tokens[start - 1].low not in {"tin", "rằng"}


def _is_relative(line: Line, verb: int, actors: Sequence[Actor]) -> bool:
    """Whether the verb stands in "nhiệm vụ mà X giao": that is no statement of X's."""
    return any(
        actor.end == verb
        and actor.start
        and line.tokens[actor.start - 1].low in {"mà", "do", "được"}
        for actor in actors
    )


def _gives(line: Line, end: int, actors: Sequence[Actor], lexicon: Lexicon) -> bool:
    """Whether "giao" is followed by whom a task is given to."""
    if any(actor.start == end for actor in actors):
        return True
    two = [token.low for token in line.tokens[end : end + 2]]
    if {" ".join(two), " ".join(two[:1])} & words_of("speech.toml", "given_to"):
        return True
    return any(
        phrases.match(line.tokens, end)
        for phrases in (lexicon.tasks["assignees"], lexicon.organisations, lexicon.bodies)
    )


def _goes_before(line: Line, end: int, actors: Sequence[Actor]) -> bool:
    """Whether a clause stands before "…, X phát biểu sáng nay" and only when or where after."""
    tokens = line.tokens
    speaker = next(
        (a for a in reversed(actors) if a.end <= end and end - a.end <= MAX_SPEAKING), None
    )
    if speaker is None or speaker.start < MIN_SAID or len(tokens) - end > MAX_WHEN:
        return False
    clause = tokens[speaker.start - 1].text == "," and not any(
        token.text in {",", ":"} for token in tokens[end:]
    )
    return clause and tokens[0].low not in words_of("names.toml", "openings")


def _says_something(line: Line, end: int, actors: Sequence[Actor], lexicon: Lexicon) -> bool:
    """Whether "phát biểu", "trả lời" are followed by what was said, not only by where."""
    if all(not token.word for token in line.tokens[end:]) and end > MIN_SAID:
        # "…, Phó Thủ tướng phát biểu.": what was said stands before
        return True
    if _goes_before(line, end, actors):
        return True
    after = line.tokens[end:]
    if after and after[0].text == "," and sum(token.word for token in after) >= MIN_CLAUSE:
        # "Ông X phát biểu, hệ thống này rất quan trọng"
        return not any(a.start == end + 1 for a in actors)
    if any(line.inside) or any(token.text in {":", '"', "“"} for token in line.tokens[end:]):
        return True
    another = min((a.start for a in actors if a.start >= end), default=len(line.tokens))
    rest = range(end, another)
    return any(
        line.tokens[at].low == "rằng"
        or (lexicon.speech.match(line.tokens, at) and not is_noun(line, at, at + 1))
        for at in rest
    )


def _answers(line: Line, words: int) -> bool:
    """Whether "lời" is half of "trả lời", "nhận lời"."""
    return words > 0 and line.tokens[words - 1].low in words_of("speech.toml", "not_words_of")


def _longest_before(line: Line, start: int, phrases: frozenset[str]) -> str:
    for length in (4, 3, 2, 1):
        if start >= length:
            phrase = " ".join(token.low for token in line.tokens[start - length : start])
            if phrase in phrases:
                return phrase
    return ""


def _is_proposed(line: Line, actor: Actor) -> bool:
    """Whether the actor stands in "theo đề xuất của …", "theo gợi ý của …"."""
    tokens = line.tokens
    if actor.start < 3 or tokens[actor.start - 1].low != "của":
        return False
    said = words_of("speech.toml", "quoted_nouns") | words_of("speech.toml", "demands")
    return any(
        tokens[actor.start - 2 - length].low == "theo"
        and (actor.start == 2 + length or not tokens[actor.start - 3 - length].word)
        and " ".join(t.low for t in tokens[actor.start - 1 - length : actor.start - 1]) in said
        for length in (1, 2, 3)
        if actor.start >= 2 + length
    )


def _is_this(line: Line, actor: Actor) -> bool:
    """Whether the actor stands in "đây là yêu cầu của …"."""
    before = [token.low for token in line.tokens[max(0, actor.start - 9) : actor.start]]
    if not before or before[-1] not in {"của", "mà", "from", "by", "of"}:
        return False
    text = " ".join(before[:-1])
    for opening in sorted(words_of("speech.toml", "this_is")):
        at = text.rfind(opening)
        if at >= 0:
            rest = text[at + len(opening) :].strip()
            return any(demand in rest for demand in words_of("speech.toml", "demands"))
    return False


def _verb_before(line: Line, start: int, lexicon: Lexicon) -> str:
    """The force of a verb of speech right before an English actor ("…," said X), or ``""``."""
    if start < 2 or lexicon.language != "en":
        return ""
    match = lexicon.speech.match(line.tokens, start - 1)
    if match and match[0] == start and line.tokens[start - 2].text in {",", '"', "”", "?", "!"}:
        return match[1]
    return ""
