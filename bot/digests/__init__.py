"""Scheduled digests: when they are due, what is written down, how it is sent.

``schedule`` computes times, ``rest`` when nothing is sent, ``request`` reads what a reader asks
for, ``subscribing`` does it, ``outbox`` claims occasions and fills them, ``alerts`` finds what is
new on what is followed, ``sender`` sends, ``ticker`` drives all; ``limits`` are those of a bot
token.
"""

from __future__ import annotations

from bot.digests.request import (
    BadDay,
    BadTime,
    BadZone,
    SeveralTimes,
    Wish,
    find_zone,
    means_weekly,
    parse_day,
    parse_days,
    parse_wish,
)
from bot.digests.rest import Rest
from bot.digests.subscribing import Subscription, TooMany
from bot.digests.ticker import INTERVAL, Ticker, make_ticker

__all__ = [
    "INTERVAL",
    "BadDay",
    "BadTime",
    "BadZone",
    "Rest",
    "SeveralTimes",
    "Subscription",
    "Ticker",
    "TooMany",
    "Wish",
    "find_zone",
    "make_ticker",
    "means_weekly",
    "parse_day",
    "parse_days",
    "parse_wish",
]
