from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefings.periods import Period
from bot.render.actions import (
    LISTS,
    THINGS,
    ListConferences,
    ListConferencesThen,
    ListTasks,
    Open,
    OpenList,
    Reply,
    Search,
    SearchThen,
    ShowDigest,
    Summarize,
    SummarizeScope,
    unpack,
)
from bot.render.chat_actions import (
    Nothing,
    SetLanguage,
    ShowDelivery,
    ShowHelp,
    Subscribe,
    Unsubscribe,
)
from bot.render.packing import LIMIT, Action, ActionTooLong, UnknownAction
from bot.texts.names import THEMES
from summarizer.text.folding import fold

languages = st.sampled_from(["", "vi", "en", "both"])
ids = st.integers(0, 2**53)
pages = st.integers(1, 9999)
words = st.text(st.characters(codec="ascii", categories=["L", "N", "P", "Zs"]), min_size=1,
                max_size=40)  # fmt: skip
short = st.text(st.characters(codec="ascii", categories=["L", "N", "P", "Zs"]), min_size=1,
                max_size=30)  # fmt: skip
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
periods = st.one_of(
    st.tuples(days, days).map(lambda pair: Period(min(pair), max(pair))),
    st.integers(0, 10**12 - 1).map(Period.after),
)

actions = st.one_of(
    st.builds(Open, st.sampled_from(THINGS), ids, st.sampled_from(["", "statements"]), pages,
              languages),
    st.builds(OpenList, st.sampled_from(LISTS), pages, languages),
    st.builds(OpenList, st.just("past-visits"), pages, languages, st.just("nhat ban"),
              periods.map(Period.pack)),
    st.builds(ListConferences, pages, languages, words),
    st.builds(ListConferencesThen, pages, languages, periods.map(Period.pack), short),
    st.builds(SearchThen, pages, languages, periods.map(Period.pack), short),
    st.builds(ListTasks, pages, languages, words | st.just("")),
    st.builds(Search, pages, languages, words),
    st.builds(Summarize, st.sampled_from(THINGS), ids, languages),
    st.builds(SummarizeScope, st.just("theme"), st.sampled_from(list(THEMES)), pages, languages,
              st.just("") | periods.map(Period.pack)),
    st.builds(SummarizeScope, st.just("period"), periods.map(Period.pack), pages, languages),
    st.builds(Reply, st.sampled_from(["summary", "translate"]), languages),
    st.builds(ShowDigest, languages),
    st.builds(ShowDelivery, ids),
    st.builds(Subscribe, st.sampled_from(["0000", "0700", "2359"]), st.integers(1, 127)),
    st.builds(Unsubscribe, ids),
    st.builds(SetLanguage, st.sampled_from(["vi", "en", "both"])),
    st.just(ShowHelp()),
    st.just(Nothing()),
)  # fmt: skip


@given(actions)
@settings(max_examples=200, deadline=None)
def test_what_was_packed_is_unpacked(action: Action):
    data = action.pack()
    assert len(data.encode()) <= LIMIT
    assert unpack(data) == action


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_other_data_is_refused_or_an_action(data: str):
    try:
        action = unpack(data)
    except UnknownAction:
        return
    assert len(action.pack().encode()) <= LIMIT


@pytest.mark.parametrize(
    "data",
    ["", "x", "o", "o:conference", "o:planet:3", "o:conference:three", "o:conference:-3",
     "o:conference:3:::de", "l:secrets", "s", "s:1:vi:", "u:2500", "u:0700:999", "g", "r:dance:vi",
     "o:conference:3::1:vi:more", "h:more", "o:conference:٣"],
)  # fmt: skip
def test_old_and_foreign_data_is_refused_with_a_reason(data: str):
    with pytest.raises(UnknownAction, match="button data"):
        unpack(data)


@given(st.text(min_size=1, max_size=200), periods, pages, languages)
@settings(max_examples=200, deadline=None)
def test_a_list_has_a_next_page_whatever_it_is_asked_for_by(text, period, page, language):
    place = fold(text)
    assert ListTasks.titled("", page, language) == ListTasks(page, language)
    if not place.strip():
        return
    made = (
        ListConferences.of(text, page, language),
        ListConferencesThen.of(text, period.pack(), page, language),
        ListTasks.titled(text, page, language),
    )
    for action in made:
        assert len(action.pack().encode()) <= LIMIT
        kept = unpack(action.pack())
        assert kept == action
        words = kept.word if isinstance(kept, ListTasks) else kept.place
        assert words == place or (words.endswith("…") and place.startswith(words[:-1]))


def test_an_action_that_does_not_fit_cannot_be_made():
    with pytest.raises(ActionTooLong, match="at most 64"):
        Search(1, "vi", "x" * 64)
    assert ListTasks.of("x" * 64) is None
    assert Search.of("Biển Đông", 2) == Search(2, "", "Biển Đông")  # marks are meant
    long = "Hội nghị Đối ngoại toàn quốc triển khai Nghị quyết"
    assert Search.of(long, 2, "vi").words == "hoi nghi doi ngoai toan quoc trien khai nghi quyet"
    for page, words in ((1, "x" * 64), (9999, f"{long} Đại hội XIII"), (2, "外交" * 40)):
        action = Search.of(words, page, "both")
        assert action.words.endswith("…")
        assert fold(words).startswith(action.words[:-1])
        assert 58 < len(action.pack().encode()) <= LIMIT
        assert unpack(action.pack()) == action
    assert ListTasks.of("ngoại giao kinh tế", 2) == ListTasks(2, "", "ngoai giao kinh te")


@pytest.mark.parametrize(
    "make",
    [
        lambda: Open("planet", 1),
        lambda: Open("task", 1, language="de"),
        lambda: OpenList("everything"),
        lambda: Subscribe("7:00"),
        lambda: Subscribe("0700", 0),
        lambda: SetLanguage(""),
        lambda: Reply("sing", "vi"),
        lambda: SummarizeScope("period", "20260113-20260115", period="s4"),
        lambda: SummarizeScope("theme", "economic", period="s4:s5"),
    ],
)
def test_senseless_actions_cannot_be_made(make):
    with pytest.raises(ValueError):
        make()


def test_defaults_at_the_end_are_left_out():
    assert Open("task", 5).pack() == "o:task:5"
    assert Open("task", 5, language="vi").pack() == "o:task:5:::vi"
    assert Nothing().pack() == "-"
