"""What digests, reviews and alerts tell: what is new for this chat, once, in its order."""

from dataclasses import replace
from datetime import timedelta

from bot.briefings.placing import Change, Omitted, Reason, changes, weight
from bot.briefings.reader import Reader, has_words
from bot.store.models import Article, Moved
from tests.bot.digests.desk import at


async def begun(desk):
    """A chat that has had its first digest."""
    await desk.subscribe("07:00")
    await desk.publish("The very first item")
    assert await desk.tick(at(16, 7))


# --- new, and not told before --------------------------------------------------------------


async def test_the_articles_of_a_failed_digest_return_in_the_next(desk):
    await begun(desk)
    await desk.publish("Alpha")
    await desk.tick(at(17, 7), fails=True)
    await desk.publish("Beta")
    [text] = await desk.tick(at(18, 7))
    assert "Alpha" in text
    assert "Beta" in text
    assert await desk.tick(at(19, 7)) == []


async def test_they_return_also_where_another_digest_has_been_told_since(desk):
    """Two digests at once: the second counts what the first has on its way as told."""
    await begun(desk)
    await desk.subscribe("07:30")
    await desk.publish("Alpha")
    desk.now = at(17, 7)
    [first] = await desk.outbox.claim_due()
    await desk.outbox.fill(first)  # and its sending takes long
    await desk.publish("Beta")
    [second] = await desk.tick(at(17, 7, 30))
    assert "Alpha" not in second
    assert "Beta" in second
    async with desk.db.write() as session:
        from bot.store import deliveries

        row = await deliveries.load(session, first)
        row.state = deliveries.FAILED
    [third] = await desk.tick(at(18, 7))
    assert "Alpha" in third
    assert "Beta" not in third


async def test_backfill_is_no_news(desk):
    await begun(desk)
    await desk.publish("Old Alpha", backfill=True, sort_date="2020-01-01")
    assert await desk.tick(at(17, 7)) == []
    await desk.publish("New Beta")
    [text] = await desk.tick(at(18, 7))
    assert "Old Alpha" not in text


async def test_a_first_digest_has_the_best_of_the_last_days_also_of_what_was_bulk_loaded(desk):
    await desk.publish("Yesterday Alpha", backfill=True, sort_date="2026-11-15")
    await desk.publish("Long ago Beta", backfill=True, sort_date="2026-03-01")
    await desk.subscribe("07:00")
    [text] = await desk.tick(at(16, 7))
    assert "Yesterday Alpha" in text
    assert "Long ago Beta" not in text
    await desk.publish("Yesterday Gamma", backfill=True, sort_date="2026-11-16")
    assert await desk.tick(at(17, 7)) == [], "only the first"


async def test_a_story_of_several_sources_is_one_item_and_is_not_told_again(desk):
    await begun(desk)
    await desk.publish("Alpha opens", source="Báo Một", story=1)
    await desk.publish("Alpha has opened", source="Báo Hai", story=1)
    [text] = await desk.tick(at(17, 7))
    assert "also in" in text
    assert "Báo Hai" in text
    await desk.publish("Alpha once more", source="Báo Ba", story=1)
    await desk.publish("Beta")
    [text] = await desk.tick(at(18, 7))
    assert "Alpha" not in text
    assert "Beta" in text


async def test_with_nothing_new_only_those_are_told_who_want_to_be(desk):
    mine = await desk.subscribe("07:00")
    await desk.publish("Alpha")
    await desk.tick(at(16, 7))
    assert await desk.tick(at(17, 7)) == []
    await desk.change(mine.id, always=True)
    [text] = await desk.tick(at(18, 7))
    assert "Nothing new" in text
    assert [state for _, _, state in await desk.rows()] == ["sent", "empty", "sent"]


async def test_a_conference_that_changed_is_told_again_marked_as_new(desk):
    await begun(desk)
    await desk.conference(1, "Lantern Forum")
    await desk.publish("Lantern Forum planned", conference=1)
    [text] = await desk.tick(at(17, 7))
    assert "Lantern Forum" in text
    assert "new:" not in text
    await desk.conference(1, "", starts_on="2026-12-03", date_basis="stated")
    await desk.publish("Another matter that names it", referred=1)
    [text] = await desk.tick(at(18, 7))
    assert "new: the date" in text
    assert "3 December 2026" in text
    await desk.publish("A third matter", referred=1)
    [text] = await desk.tick(at(19, 7))
    assert "Lantern Forum" not in text, "told in this version"
    await desk.conference(1, "", status="held", place_vi="Huế", place_en="Hue")
    await desk.publish("Lantern Forum over", conference=1)
    [text] = await desk.tick(at(20, 7))
    assert "new: it was held, the place" in text
    versions = await desk.items()
    assert versions["conference", 1][0].startswith("held|2026-12-03")


def test_what_counts_as_a_change():
    assert changes("planned|||", "planned|2026-12-03||Hue") == (Change.DATE, Change.PLACE)
    assert changes("planned|2026-12-03||", "held|2026-12-03||") == (Change.HELD,)
    assert changes("held|2026-12-03||Hue", "held|||") == (), "what is lost is no news"
    assert changes("held|2026-12-03||Hue", "planned|2026-12-03||Hue") == ()
    assert changes("", "planned|2026-12-03||") == ()


# --- order and caps ------------------------------------------------------------------------


async def test_what_is_followed_comes_first_then_the_office(desk):
    await begun(desk)
    await desk.speaker(1, "Nguyễn Văn Thử", "Phó Thủ tướng")
    await desk.speaker(2, "Trần Thị Mẫu", "Đại sứ")
    await desk.publish("Ambassador speaks", says=(2, "We will see, she said."))
    await desk.publish("Deputy speaks", says=(1, "It must be done, he said."))
    await desk.publish("A plain item")
    [text] = await desk.tick(at(17, 7))
    places = [text.index(t) for t in ("Deputy speaks", "Ambassador speaks", "A plain item")]
    assert places == sorted(places)
    await desk.follow("speaker", 2)
    await desk.set(alerts_a_day=0)
    await desk.publish("Deputy again", says=(1, "It was done at last, he said."))
    await desk.publish("Ambassador again", says=(2, "We saw it all, she said."))
    [text] = await desk.tick(at(18, 7))
    assert text.index("Said by those you follow") < text.index("Who said what")
    assert "★ [6]" in text
    assert text.index("★ [6] Ambassador again") < text.index("Deputy again")
    assert "followed 1" in (await desk.items())["article", 6][1]


def test_one_follow_weighs_more_than_all_else():
    else_ = [(why, 99) for why in Reason if why not in (Reason.FOLLOWED, Reason.CHANGED)]
    assert weight([(Reason.FOLLOWED, 1)]) > weight(else_) > 0


async def test_each_group_has_its_cap_and_the_rest_is_counted(desk):
    await begun(desk)
    for number in range(12):
        await desk.publish(f"Item {number:02}")
    [text] = await desk.tick(at(17, 7))
    assert text.count("Item ") == 7
    assert "and 5 more articles" in text
    card = await desk.briefings.digest(1, 99, on_demand=False, explain=True)
    left = [each for each in card.left_out if each.thing == "article"]
    assert [each.why for each in left] == [Omitted.CAP] * 5
    assert [each.place for each in left] == [8, 9, 10, 11, 12]
    told = Reader(told={("article", 2): ""})
    card = await desk.briefings.digest(1, 99, on_demand=False, reader=told, explain=True)
    assert [each.id for each in card.left_out if each.why is Omitted.TOLD] == [2]


async def test_a_theme_and_words_are_followed_too(desk):
    await begun(desk)
    await desk.set(alerts_a_day=0)
    await desk.follow("theme", text="economic")
    await desk.follow("keyword", text="bien dong")
    await desk.publish("Plain one")
    await desk.publish("Talks on Biển Đông")
    await desk.publish("Talks on Biển Đôngxyz")
    await desk.publish("With a task", task="Open two markets", theme="economic")
    [text] = await desk.tick(at(17, 7))
    assert text.count("★") == 2
    assert "★ [3]" in text
    assert "★ [5]" in text


def test_words_stand_alone():
    assert has_words("the bien dong code", "bien dong")
    assert not has_words("the bien dongs", "bien dong")
    assert not has_words("abien dong", "bien dong")
    assert has_words("a.b (c)", "a.b"), "no pattern"


async def test_the_review_of_a_week_tells_also_what_was_told(desk):
    await begun(desk)
    await desk.subscribe("weekly sun 18:00")
    for day in range(17, 21):
        await desk.publish(f"Item of day {day}")
        assert await desk.tick(at(day, 7))
    [text] = await desk.tick(at(22, 18))
    assert "week in review" in text
    for day in range(17, 21):
        assert f"Item of day {day}" in text
    await desk.publish("Item of day 23")
    [text] = await desk.tick(at(23, 7))
    assert "Item of day 20" not in text, "the review moves no mark"


async def test_both_languages(desk):
    chat = await desk.meet(8, "both")
    await desk.subscribe("07:00", chat=chat)
    await desk.publish("Alpha")
    [text] = await desk.tick(at(16, 7))
    assert "Bản tin · Digest" in text


# --- alerts --------------------------------------------------------------------------------


async def test_news_of_what_is_followed_comes_at_once_and_once(desk):
    await begun(desk)
    await desk.speaker(1, "Nguyễn Văn Thử", "Bộ trưởng")
    await desk.follow("speaker", 1)
    await desk.publish("Unfollowed")
    await desk.publish("Minister speaks", says=(1, "It must be done, he said."))
    [text] = await desk.tick(at(16, 9))
    assert "New on what you follow" in text
    assert "Minister speaks" in text
    assert "Unfollowed" not in text
    assert await desk.tick(at(16, 9, 1)) == []
    assert ("alert", "article:3:", "sent") in await desk.rows()
    [text] = await desk.tick(at(17, 7))
    assert "Unfollowed" in text
    assert "Minister speaks" not in text, "it was told"


async def test_above_the_cap_they_wait_for_the_next_digest_and_none_is_lost(desk):
    await begun(desk)
    await desk.set(alerts_a_day=2)
    await desk.follow("keyword", text="lantern")
    for number in range(5):
        await desk.publish(f"Lantern {number}")
    texts = await desk.tick(at(16, 9))
    assert len(texts) == 2
    await desk.publish("Lantern 5")
    assert await desk.tick(at(16, 10)) == []
    [digest] = await desk.tick(at(17, 7))
    texts += [digest]
    for number in range(6):
        assert sum(f"Lantern {number}" in text for text in texts) == 1
    await desk.publish("Lantern 6")
    assert len(await desk.tick(at(17, 9))) == 1, "a new day"


async def test_without_a_digest_they_come_on_the_next_day(desk):
    await desk.set(alerts_a_day=1)
    await desk.follow("keyword", text="lantern")
    for number in range(3):
        await desk.publish(f"Lantern {number}")
    texts = []
    for day in (16, 17, 18, 19):
        for hour in (9, 15):
            texts += await desk.tick(at(day, hour))
    assert len(texts) == 3
    assert {text for text in texts if "Lantern" in text} == set(texts)
    assert len(set(texts)) == 3


async def test_no_alerts_on_days_of_rest_and_what_they_had_is_in_the_next_digest(desk):
    await begun(desk)
    await desk.follow("keyword", text="lantern")
    await desk.set(paused_until=(desk.now + timedelta(days=2)).date())
    await desk.publish("Lantern 1")
    assert await desk.tick(at(16, 9)) == []
    assert await desk.tick(at(17, 9)) == []
    [text] = await desk.tick(at(18, 7))
    assert "Lantern 1" in text
    assert await desk.tick(at(18, 9)) == []


async def test_old_material_hidden_and_starters_alert_nobody(desk):
    await desk.follow("keyword", text="lantern")
    await desk.publish("Lantern backfilled", backfill=True)
    await desk.publish("Lantern hidden", hidden=True)
    await desk.publish("Lantern starter", starter=True)
    assert await desk.tick(at(16, 9)) == []


async def test_what_was_there_before_is_no_news_of_it(desk):
    await desk.publish("Lantern before")
    await desk.follow("keyword", text="lantern")
    assert await desk.tick(at(16, 9)) == []


async def test_several_follows_of_one_article_are_one_alert(desk):
    await desk.speaker(1, "Nguyễn Văn Thử")
    await desk.conference(1, "Lantern Forum")
    await desk.follow("keyword", text="lantern")
    await desk.follow("speaker", 1)
    await desk.follow("conference", 1)
    await desk.publish("Lantern", says=(1, "Well, he said."), conference=1)
    assert len(await desk.tick(at(16, 9))) == 1
    await desk.conference(1, "", starts_on="2026-12-03")
    await desk.publish("Somewhere else", referred=1)
    [text] = await desk.tick(at(16, 10))
    assert "new: the date" in text


async def test_a_followed_conference_that_no_digest_told_alerts_of_its_change_once(desk):
    await desk.conference(1, "Lantern Forum", starts_on="2026-12-03")
    await desk.publish("Lantern Forum planned", conference=1, backfill=True)
    await desk.follow("conference", 1)
    await desk.publish("Elsewhere", referred=1)
    assert await desk.tick(at(16, 9)) == [], "nothing of it changed"
    await desk.conference(1, "", starts_on="2026-12-05")
    await desk.publish("Somewhere else", referred=1)
    [text] = await desk.tick(at(16, 10))
    assert "Lantern Forum" in text
    assert "new: the date" in text
    await desk.publish("Somewhere else again", referred=1)
    assert await desk.tick(at(16, 11)) == []


async def test_what_changed_of_a_followed_conference_above_the_cap_is_in_the_digest(desk):
    await begun(desk)
    await desk.set(alerts_a_day=0)
    await desk.conference(1, "Lantern Forum", starts_on="2026-12-03")
    await desk.follow("conference", 1)
    await desk.conference(1, "", starts_on="2026-12-05")
    await desk.publish("Somewhere else", referred=1)
    assert await desk.tick(at(16, 9)) == []
    [text] = await desk.tick(at(17, 7))
    assert "new: the date" in text
    await desk.publish("Somewhere else again", referred=1)
    [text] = await desk.tick(at(18, 7))
    assert "Lantern Forum" not in text


async def test_a_conference_that_is_followed_is_told_with_the_first_report_of_it(desk):
    await begun(desk)
    await desk.set(alerts_a_day=0)
    await desk.conference(1, "Lantern Forum", starts_on="2026-12-03")
    await desk.follow("conference", 1)
    await desk.publish("Opening", conference=1)
    [text] = await desk.tick(at(17, 7))
    assert "Lantern Forum" in text
    assert "new:" not in text


async def test_a_failed_alert_is_in_the_next_digest(desk):
    await begun(desk)
    await desk.follow("keyword", text="lantern")
    await desk.publish("Lantern 1")
    await desk.tick(at(16, 9), fails=True)
    await desk.publish("Other")
    [text] = await desk.tick(at(17, 7))
    assert "Lantern 1" in text


async def test_an_article_hidden_before_its_alert_is_made_is_not_sent(desk):
    await desk.follow("keyword", text="lantern")
    number = await desk.publish("Lantern 1")
    desk.now = at(16, 9)
    [delivery] = await desk.outbox.claim_due()
    async with desk.db.write() as session:
        (await session.get_one(Article, number)).hidden = True
    await desk.outbox.fill(delivery)
    assert [state for _, _, state in await desk.rows()] == ["empty"]


async def test_a_speaker_joined_into_another_is_followed_on(desk):
    await desk.speaker(2, "Trần Thị Mẫu")
    await desk.follow("speaker", 1)
    async with desk.db.write() as session:
        session.add(Moved(thing="speaker", old_id=1, new_id=2))
    await desk.publish("She speaks", says=(2, "Well, she said."))
    assert len(await desk.tick(at(16, 9))) == 1


async def test_a_reader_who_was_told_nothing():
    reader = Reader(frozenset({1}), told={("article", 1): ""}, again=frozenset({3}))
    assert replace(reader.untold(), speakers=frozenset()) == Reader()
    assert reader.untold([5]).again == {5}
