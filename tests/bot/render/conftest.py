"""Cards of any texts, for the laws that every rendering keeps."""

import pytest
from hypothesis import strategies as st

from bot.briefings.cards import (
    ArticleCard,
    ArticleList,
    Bilingual,
    Choice,
    ConferenceCard,
    ConferenceList,
    ConferenceRef,
    DateOf,
    DigestCard,
    DigestItem,
    DocumentRef,
    Hit,
    Line,
    Page,
    Reason,
    RoleLine,
    Section,
    SourceRef,
    SpeakerCard,
    SpeakerList,
    SpeakerRef,
    SummaryCard,
    TaskCard,
    TaskList,
    TaskRef,
    TermCard,
    TermLine,
    Totals,
    TranslationCard,
)
from summarizer.text.dates import Basis, PartialDate

NASTY = [
    "<b>not bold</b>", "&amp; & &#60;", '"quoted" & <i>', "\u202eright to left\u202c", "שלום עולם",
    "مرحبا بالعالم", "👩‍👩‍👧‍👦🇻🇳" * 20, "e\u0301" * 50, "", " ", "\n\n", "\x00\x07", "</a></b>",
    "a" * 5000, "Một câu dài. " * 900, "<" * 3000, "🙂" * 2500, "\u202e" * 3, "\ud800", "*a* _b_ `c` [d](e)",
    "https://x.example/?a=1&b=2", "Hội nghị “trong nháy” và ngoài.",
]  # fmt: skip

texts = st.one_of(st.text(max_size=300), st.integers(0, len(NASTY) - 1).map(NASTY.__getitem__))
optional = st.none() | texts
bilinguals = st.builds(
    Bilingual, optional, optional, st.sampled_from(["vi", "en"]), st.booleans(), st.booleans()
)
dates = st.builds(
    PartialDate,
    st.none() | st.integers(1, 9999),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 31),
    st.sampled_from(list(Basis)),
).map(lambda d: d if d.month else PartialDate(d.year, None, None, d.basis))
numbers = st.integers(0, 2**40)
links = st.sampled_from(
    [None, 'https://news.example/a?b=1&c="2"', "javascript:alert(1)", "http://x y", "ftp://a",
     "https://x.example/" + "a" * 3000, "https://x.example/<b>"]
)  # fmt: skip
sources = st.builds(
    SourceRef, numbers, bilinguals, optional, dates, st.sampled_from(list(DateOf)), links,
    st.booleans(), st.booleans(),
)  # fmt: skip
speakers = st.builds(
    SpeakerRef, numbers, bilinguals, st.none() | bilinguals, st.just("person"), numbers, numbers
)
conferences = st.builds(
    ConferenceRef, numbers, bilinguals, dates, dates, st.none() | bilinguals,
    st.sampled_from(["held", "planned", "odd"]), numbers, st.booleans(),
)  # fmt: skip
lines = st.builds(
    Line, bilinguals, numbers, st.none() | speakers, st.none() | conferences, st.booleans(),
    st.sampled_from(["body", "caption", "teaser"]), dates,
)  # fmt: skip
tasks = st.builds(
    TaskRef, numbers, bilinguals, st.sampled_from(["party", "other"]), numbers,
    st.none() | bilinguals, st.none() | bilinguals, st.none() | numbers, st.none() | numbers,
    st.none() | bilinguals, dates, st.none() | conferences, dates,
)  # fmt: skip
documents = st.builds(DocumentRef, bilinguals, st.lists(numbers, max_size=3).map(tuple), numbers)
pages = st.builds(Page, st.integers(1, 9), st.integers(1, 9)).filter(lambda p: p.number <= p.of)
sections = st.sampled_from(list(Section))
totals = st.builds(Totals, *(st.integers(0, 99) for _ in range(6)))


def some(of, most=4):
    return st.lists(of, max_size=most).map(tuple)


cards = st.one_of(
    st.builds(ArticleCard, sources, some(lines), texts, some(lines), some(tasks),
              some(conferences), some(speakers), some(lines), some(sources), some(documents), pages,
              sections, totals),
    st.builds(ConferenceCard, conferences, some(texts), st.none() | bilinguals,
              st.none() | bilinguals, some(lines), some(lines), some(tasks), some(speakers),
              some(sources), some(sources), pages, sections, totals),
    st.builds(SpeakerCard, speakers, some(st.builds(RoleLine, bilinguals, dates, dates, dates, dates)),
              some(lines), some(lines), some(tasks), some(lines), some(conferences), some(sources),
              pages, sections, totals),
    st.builds(TaskCard, tasks, some(lines), sources, some(tasks)),
    st.builds(ConferenceList, some(conferences), some(conferences), st.booleans(), pages, numbers,
              some(texts)),
    st.builds(SpeakerList, some(speakers), pages, numbers, some(texts)),
    st.builds(TaskList, some(tasks), texts, pages, numbers, some(texts)),
    st.builds(ArticleList, some(sources), some(st.none() | lines), texts, pages, numbers),
    st.builds(Choice, st.just("speaker"), texts,
              some(st.builds(Hit, st.sampled_from(["speaker", "conference"]), numbers, bilinguals,
                             st.none() | bilinguals, dates)), st.booleans()),
    st.builds(SummaryCard, st.sampled_from(["article", "conference", "speaker"]), bilinguals,
              some(lines), texts, some(sources), numbers),
    st.builds(SummaryCard, st.just("text"), bilinguals, some(lines), texts,
              language_found=st.sampled_from(["vi", "en", "other"])),
    st.builds(TranslationCard, bilinguals, texts),
    st.builds(TermCard, texts, some(st.builds(TermLine, texts, texts, texts, some(texts), texts))),
    st.builds(DigestCard, some(conferences),
              some(st.builds(DigestItem, sources, st.none() | lines, some(sources),
                             some(st.tuples(st.sampled_from(list(Reason)), numbers)))),
              some(lines), some(tasks), numbers, numbers, st.booleans(), st.booleans(), numbers,
              some(texts)),
)  # fmt: skip


@pytest.fixture(scope="session")
def any_card():
    return cards


@pytest.fixture(scope="session")
def any_text():
    return texts
