"""Who holds an event and who presides over it, as the sentence that names it tells.

"Hội nghị X do Bộ A phối hợp với Viện B tổ chức dưới sự chủ trì của bà C ngày 5/7" has two hosts and
a chair. Where these phrases stand is known too: the day of the event often comes only after them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.facts.events.mention import EventMention
from summarizer.facts.events.places import MAX_PLACE
from summarizer.facts.events.reach import Reach
from summarizer.facts.persons.cast import Actor, Cast
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line, Token

_AFTER = 60
"""Characters between a name and who holds the event."""
_REACH = 260
"""Characters after a name that are read for it."""

_BY = re.compile(r"\b(?:do|được)\s+", re.IGNORECASE)
# In small letters only: "Ban Tổ chức Trung ương" is the name of a body.
_FIRST = re.compile(
    r"((?:[^.;]|\.(?=\s?[A-ZĐ])){3,90}?),?\s+(?:(?:đồng|cùng)\s+)?"
    r"(chủ trì|phối hợp|đồng tổ chức|tổ chức|triệu tập|đăng cai|(?:hợp tác|liên kết)(?= với| cùng))"
)
_OTHERS = re.compile(
    r",?\s*(?:và\s+)?(?:(?:phối hợp|hợp tác|liên kết)\s+)?(?:chặt chẽ\s+)?(?:cùng\s+)?(?:với\s+)?"
    r"((?:[^.;]|\.(?=\s?[A-ZĐ])){0,140}?)\s*(?:(?:đồng|cùng|phối hợp)\s+)?"
    r"(?:tổ chức|triệu tập|đăng cai)\b"
)
_PRESIDED_ONLY = re.compile(
    r"\s*(?:[,.)]|\Z|(?:diễn ra|tại|ở|vào|ngày|với|sáng|chiều|khai mạc|đã|sẽ|vừa)\b)"
)
"""What follows where a body presides over the event, and not over some other work."""
_AND_THE_REST = re.compile(r",?\s+(?:và|cùng)\s+(?:với\s+)?(?:các|một số|những)\b.*")
_CLAUSE = re.compile(r"\b(?:diễn ra|khai mạc|bế mạc|kết thúc|sẽ|đã|ngày \d)\b")
"""What stands in no list of bodies."""

_BY_EN = re.compile(r"\b(?:co-?)?(?:hosted|held|organi[sz]ed|convened)(?: jointly)? by (?:the )?")
_ENDS_HOST = frozenset({"in", "at", "from", "with", "between", "under", "to", "on", "while"})
_SMALL = 3
"""Words in small letters that may open a host: "the foreign ministry of X"."""
_INSIDE_HOST = frozenset({"of", "for", "and", "the", "on"})

_CHAIRED = re.compile(
    r"(?:dưới sự (?:đồng )?(?:chủ trì|điều hành)(?: và (?:chủ trì|điều hành|chỉ đạo))? của"
    r"|dưới quyền chủ tọa của|sự chủ trì của"
    r"|(?:co-)?chaired by|under the (?:co-?)?(?:chair|chairmanship|chairpersonship|presidency) of"
    r"|presided over by)(?: (?:the|party|mr|ms|mrs|comrade|đồng chí|các đồng chí|ông|bà|\.))*$"
)
_CHAIRS = re.compile(
    r"^(?:,? ?)?(?:đã |sẽ |đồng )*chủ trì"
    r"|^(?:, who )?(?:on [a-z]+ )?(?:has |had |also |jointly )?(?:(?:co-)?chaired|presided)"
)
_LISTED = re.compile(
    r"(?:và|cùng|and)(?: (?:các )?đồng chí| ông| bà"
    r"| (?:his|her|the|người đồng cấp)(?: [\w-]+){0,2})?"
)
"""What stands between two who preside together: "and his Lao counterpart"."""
_JOINS_IN = frozenset({"dự", "tham", "phát", "attended", "attending", "spoke", "said"})
"""A verb after a list whose last person does something else."""
_FOREIGN_CHAIR = re.compile(
    r"\b(?:chaired|presided over) by (?:the )?((?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+)"
)
_BEFORE_VERB = frozenset({"đã", "sẽ", "đang", "vừa", "phối", "hợp", "đồng"})
_LONGEST_LIST = 40
"""Tokens of a list of bodies."""
_NO_LIST_AFTER = frozenset({"với", "của", "tại", "cho", "cùng", "từ", "ở", "trên", "về", "do"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The host and the chair, and the characters of the line where they are told."""

    host: str = ""
    chair: str = ""
    told: tuple[tuple[int, int], ...] = ()


def roles_of(reach: Reach, lexicon: Lexicon, cast: Cast) -> Roles:
    """Who holds the event and who presides over it."""
    line, mention = reach.line, reach.mention
    past = line.tokens[mention.end - 1].end
    told = []
    host = ""
    found = (_host_after_en if lexicon.language == "en" else _host_after)(line, past, lexicon)
    if found is not None:
        host, start, end = found
        told.append((start, end))
    host = host or _owner(line, mention, lexicon) or _organiser_before(line, mention, lexicon)
    chair, where = _chair(reach, cast, lexicon)
    if where is not None and where[0] >= past:
        told.append(where)
    return Roles(host, chair, tuple(told))


def _host_after(line: Line, past: int, lexicon: Lexicon) -> tuple[str, int, int] | None:
    """The host in "do A tổ chức", "do A (chủ trì,) phối hợp với B tổ chức", and where it stands."""
    text = line.text[past : past + _REACH]
    for by in _BY.finditer(text, 0, _AFTER + MAX_PLACE):
        if by.start() >= _AFTER:
            break
        first = _FIRST.match(text, by.end())
        if first is None or not any(word[0].isupper() for word in first[1].split()[:2]):
            continue
        names, end = first[1].strip(" ,"), first.end()
        verb = first[2]
        if verb in {"chủ trì", "phối hợp", "hợp tác", "liên kết"}:
            others = _OTHERS.match(text, first.start(2) if verb != "chủ trì" else end)
            if others is not None and not _CLAUSE.search(others[1]):
                end = others.end()
                further = _AND_THE_REST.sub("", others[1]).strip(" ,")
                if further[:1].isupper():
                    names = f"{names}, {further}"
            elif verb == "chủ trì" and not (
                _PRESIDED_ONLY.match(text, end) and _is_body(line, past + by.end(), lexicon)
            ):
                # "do ông X chủ trì" tells who presides, "do Bộ A chủ trì soạn thảo" of a paper
                continue
        return names, past + by.start(), past + end
    return None


def _is_body(line: Line, start: int, lexicon: Lexicon) -> bool:
    at = next((n for n, token in enumerate(line.tokens) if token.start >= start), None)
    return (
        at is not None
        and lexicon.organisations.match(line.tokens, at) is not None
        and lexicon.titles.match(line.tokens, at) is None
    )


def _host_after_en(line: Line, past: int, lexicon: Lexicon) -> tuple[str, int, int] | None:
    """The host in "hosted by A and chaired by …", "organised by A, B and C in …"."""
    by = _BY_EN.search(line.text, past, past + 2 * _AFTER)
    if by is None or by.start() >= past + _AFTER:
        return None
    tokens = line.tokens
    first = next((n for n, token in enumerate(tokens) if token.start >= by.end()), len(tokens))
    end = _run_of_host(tokens, first, lexicon)
    if end == first:
        return None
    last = _end_of_list(tokens, end, lexicon)
    return line.cut(first, last), by.start(), tokens[last - 1].end


def _end_of_list(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> int:
    """Where the list ends whose first item does; only if it ends as one, with "and": "by Singapore,
    Foreign Minister X said" goes on.
    """
    at = end
    while at + 1 < len(tokens) and (tokens[at].text == "," or tokens[at].low == "and"):
        start = at
        while start < len(tokens) and tokens[start].low in {",", "and", "the"}:
            start += 1
        closes = any(token.low == "and" for token in tokens[at:start])
        past = _run_of_host(tokens, start, lexicon)
        if past == start or not tokens[start].cap:
            return end
        if closes or any(token.low == "and" for token in tokens[start:past]):
            return past
        at = past
    return end


def _run_of_host(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> int:
    """Where the name of a host ends that begins at ``start``: before a verb, a place or a day."""
    end = start
    days = words_of("events.toml", "days_en")
    while end < len(tokens):
        token = tokens[end]
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        if not token.word and token.text not in {"'", "’", "-", "–"}:
            break
        if not token.cap:
            goes_on = (
                following is not None
                and (following.cap or following.low == "the")
                and following.low not in days
            )
            inside = token.low in _INSIDE_HOST and goes_on
            stops = token.low in _ENDS_HOST or lexicon.events["stops"].match(tokens, end)
            if not inside and (stops or (not goes_on and end > start + _SMALL)):
                break
        end += 1
    while end > start and (not tokens[end - 1].word or tokens[end - 1].low in _INSIDE_HOST):
        end -= 1
    return end if any(token.cap for token in tokens[start:end]) else start


def _owner(line: Line, mention: EventMention, lexicon: Lexicon) -> str:
    """The body in "Hội nghị tổng kết năm của Bộ X"."""
    tokens = line.tokens
    for position in range(mention.end - 1, mention.head_end, -1):
        if tokens[position].low != "của":
            continue
        inner = line.cut(mention.head_end, position).lower()
        if any(noun in inner for noun in ("đại hội", "hội nghị", "kỳ họp")):
            return ""
        organisation = lexicon.organisations.match(tokens, position + 1)
        assembly = tokens[position + 1].low == "đại"  # it is held, it holds nothing
        if organisation and organisation[0] >= mention.end - 1 and not assembly:
            return line.cut(position + 1, mention.end)
        return ""
    return ""


def _organiser_before(line: Line, mention: EventMention, lexicon: Lexicon) -> str:
    """The bodies in "Bộ X (và Ban Y) (đã, sẽ) tổ chức Hội nghị …"."""
    tokens = line.tokens
    verb = mention.start - 2
    if verb < 1 or f"{tokens[verb].low} {tokens[verb + 1].low}" != "tổ chức":
        return ""
    while verb > 0 and tokens[verb - 1].low in _BEFORE_VERB:
        verb -= 1
    if together := _together_before(line, verb, lexicon):
        return together
    start = _list_that_ends(tokens, verb, lexicon)
    return "" if start is None else line.cut(start, verb)


def _list_that_ends(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> int | None:
    """Where the list of bodies begins that ends at ``end``: "Bộ X, Ban Y và Ban Z"."""
    start = _body_that_ends(tokens, end, lexicon)
    while start is not None and start > 1 and tokens[start - 1].low in {",", "và"}:
        link = start - 1
        body = _body_that_ends(tokens, link, lexicon)
        if body is None or (body and tokens[body - 1].low in _NO_LIST_AFTER):
            break
        before = tokens[body - 1].low if body else ""
        opens = not body or not tokens[body - 1].word or before in {"nay", "qua", "và"}
        if tokens[link].text == "," and not opens:
            break
        start = body
    return start


def _together_before(line: Line, verb: int, lexicon: Lexicon) -> str:
    """The bodies in "Viện A (chủ trì,) phối hợp với Quỹ B, Hội C tổ chức Hội nghị …", of which only
    the first need be known.
    """
    tokens = line.tokens
    for link in range(verb - 2, max(0, verb - _LONGEST_LIST), -1):
        if tokens[link].low not in {"với", "cùng"} or not tokens[link + 1].cap:
            continue
        past = _past_first(tokens, link)
        first = None if past is None else _list_that_ends(tokens, past, lexicon)
        if past is None or first is None:
            return ""
        others = _AND_THE_REST.sub("", line.cut(link + 1, verb)).strip(" ,")
        if _CLAUSE.search(others) or re.search(r"[.;:]", others):
            return ""
        return f"{line.cut(first, past)}, {others}"
    return ""


def _body_that_ends(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> int | None:
    """Where the longest body begins that ends at ``end``; its term may come last: "khóa XV"."""
    if end > 2 and tokens[end - 2].low in {"khóa", "khoá"}:
        end -= 2
    for position in range(max(0, end - MAX_PLACE), end):
        body = lexicon.organisations.match(tokens, position)
        if body and body[0] == end and tokens[position].cap:
            return position
    return None


def _past_first(tokens: Sequence[Token], link: int) -> int | None:
    """Where those end who are joined by the "với" at ``link``: before "(chủ trì,) phối hợp"."""
    at = link - (tokens[link].low == "với" and tokens[link - 1].low == "cùng")
    if at < 3 or f"{tokens[at - 2].low} {tokens[at - 1].low}" != "phối hợp":
        return None
    at -= 2
    at -= tokens[at - 1].text == ","
    return at - 2 if at > 2 and f"{tokens[at - 2].low} {tokens[at - 1].low}" == "chủ trì" else at


def _chair(reach: Reach, cast: Cast, lexicon: Lexicon) -> tuple[str, tuple[int, int] | None]:
    """Who presides, and the characters after "dưới sự" or "do" where that stands."""
    line, mention = reach.line, reach.mention
    everyone = cast.actors[mention.line] if mention.line < len(cast.actors) else []
    actors = [
        actor
        for actor in everyone
        if actor.end <= len(line.tokens) and line.tokens[actor.start].start >= reach.behind
    ]
    for actor in actors:
        following = line.low(actor.end, actor.end + 5)
        before = 0 <= mention.start - actor.end <= 8
        leading = line.text[: line.tokens[actor.start].start].lower().rstrip()
        if before and _CHAIRS.match(following) and not re.search(r"\bdo$", leading):
            first = next(a for a in actors if actor in together(line, a, actors))
            return names_of(together(line, first, actors), cast), None
        if line.tokens[actor.start].start < reach.start:
            continue
        several = together(line, actor, actors)
        end = several[-1].end
        if found := _CHAIRED.search(leading):
            return names_of(several, cast), (found.start(), line.tokens[end - 1].end)
        if re.search(r"\bdo$", leading) and "chủ trì" in line.low(end, end + 5):
            past = line.tokens[end - 1].end
            verb = line.text.lower().find("chủ trì", past)
            return names_of(several, cast), (len(leading) - 2, verb + len("chủ trì"))
    found_name = _FOREIGN_CHAIR.search(line.text, line.tokens[mention.end - 1].end)
    if lexicon.language == "en" and found_name:
        at = next(n for n, token in enumerate(line.tokens) if token.start >= found_name.start(1))
        known = (lexicon.organisations, lexicon.places, lexicon.bodies, lexicon.titles)
        if not any(phrases.match(line.tokens, at) for phrases in known):
            return found_name[1], found_name.span()
    return "", None


def together(line: Line, first: Actor, actors: Sequence[Actor]) -> list[Actor]:
    """The persons of a list that begins with ``first`` and ends as one: "A, B và C"."""
    listed, closed, end = [first], 1, first.end
    for other in actors:
        if other.start < end:
            continue
        between = line.low(end, other.start)
        if between not in {",", ""} and not _LISTED.fullmatch(between):
            break
        listed.append(other)
        end = other.end
        closed = len(listed) if between not in {",", ""} else closed
    joins = line.low(end, end + 1) in _JOINS_IN
    return [first] if joins else listed[:closed]


def names_of(actors: Sequence[Actor], cast: Cast) -> str:
    """The names of those who preside, with commas between them."""
    return ", ".join(dict.fromkeys(cast.people[actor.who].name for actor in actors))
