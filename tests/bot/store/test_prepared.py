"""What is kept of the facts of an article as plain data."""

from __future__ import annotations

from bot.store.prepared import dump_speaker, load_roles, load_speaker
from summarizer.facts.model import Kind, Mention, Place, Role, Speaker
from summarizer.text.dates import PartialDate

OFFICES = (
    Role("Bộ trưởng Bộ Thí dụ", PartialDate(2021, 4, 8)),
    Role("nguyên Đại sứ", PartialDate(2016), PartialDate(2021), former=True),
)
SPEAKER = Speaker(
    "Trần Thị Mẫu",
    Kind.PERSON,
    "Bộ trưởng Bộ Thí dụ",
    ("bà Mẫu",),
    (Mention(Place.BODY, "Bà Mẫu nói."),),
    0.9,
    OFFICES,
)


def test_a_speaker_keeps_the_offices_with_their_time():
    plain = dump_speaker(SPEAKER)
    assert load_speaker(plain).roles == load_roles(plain) == OFFICES


def test_speakers_of_before_have_none():
    plain = dump_speaker(SPEAKER)
    del plain["roles"]
    assert load_speaker(plain).role == SPEAKER.role
    assert load_roles(plain) == load_speaker(plain).roles == ()
