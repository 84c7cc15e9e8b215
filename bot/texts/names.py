"""Names of themes, statuses, places and things, as msgids."""

from __future__ import annotations

from typing import Final

from bot.texts.catalogues import N_
from summarizer.facts.model import Place, Status, Theme

THEMES: Final[dict[str, str]] = {
    Theme.PARTY: N_("Party external relations"),
    Theme.STATE: N_("State diplomacy"),
    Theme.PEOPLE: N_("people-to-people diplomacy"),
    Theme.MULTILATERAL: N_("multilateral diplomacy"),
    Theme.ECONOMIC: N_("economic diplomacy"),
    Theme.CULTURAL: N_("cultural diplomacy"),
    Theme.DIGITAL_CLIMATE: N_("digital and climate diplomacy"),
    Theme.CITIZEN_PROTECTION: N_("citizen protection"),
    Theme.OVERSEAS_VIETNAMESE: N_("overseas Vietnamese affairs"),
    Theme.INFORMATION: N_("external information"),
    Theme.SOVEREIGNTY_SECURITY: N_("sovereignty and security"),
    Theme.RESEARCH: N_("research and forecasting"),
    Theme.SECTOR_BUILDING: N_("building the diplomatic service"),
    Theme.OTHER: N_("other matters"),
}
"""Themes of tasks."""

STATUSES: Final[dict[str, str]] = {
    Status.PLANNED: N_("planned"),
    Status.HELD: N_("held"),
}
"""Whether a conference had happened when it was reported."""

PLACES: Final[dict[str, str]] = {
    Place.CAPTION: N_("picture caption"),
    Place.TEASER: N_("teaser of another article"),
    Place.BODY: N_("named in the text"),
}
"""Where somebody is named."""
