"""All settings of the application, in one place.

Every setting is a ``BRIEFING_…`` variable of the environment, of a ``.env`` file in the working
directory, or a key of the TOML file that ``BRIEFING_CONFIG`` names (lower case, without the
prefix). The environment wins over ``.env``, ``.env`` over the TOML file.
"""

from __future__ import annotations

import os
import re
import tomllib
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import platformdirs
from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

APP = "briefing-bot"
_OTHER = {"BRIEFING_CONFIG", "BRIEFING_DATA"}
"""Names that are no settings of the bot: where they stand, and the data folder of benchmarks."""


_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")


class Access(StrEnum):
    """Who may talk to the bot on Telegram."""

    CODE = "code"
    """Chats that are allowed by name, and those that send the one-time code."""
    OPEN = "open"
    """Everybody."""


class SettingsError(Exception):
    """A setting is wrong; the text names each, what was wrong and where it can be set."""


class Settings(BaseSettings):
    """The settings, checked. See docs/operators.md for the list with examples."""

    model_config = SettingsConfigDict(
        env_prefix="BRIEFING_",
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
    )

    telegram_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    database_url: str | None = None
    data_dir: Path = Field(default_factory=lambda: Path(platformdirs.user_data_dir(APP)))
    operators: Annotated[frozenset[int], NoDecode] = frozenset()
    allowed_chats: Annotated[frozenset[int], NoDecode] = frozenset()
    access: Access = Access.CODE
    rate_limit: int = Field(default=20, ge=1)
    """Messages a chat may send in a minute before it is asked to wait."""
    language: str = Field(default="both", pattern="^(vi|en|both)$")
    """Language of chats that have chosen none and whose own is unknown."""
    zone: str = "Asia/Ho_Chi_Minh"
    translator: str = "compact"
    """``compact``, ``hub:NAME-OR-FOLDER`` or ``none``."""
    second_opinion: bool = True
    """Whether each of two compact models checks what the other says; takes half the speed."""
    reader: str = Field(default="compact", pattern="^(compact|none)$")
    """``compact``: the shipped reader has a say in tasks and conferences; ``none``: rules alone."""
    summarizer: str = "extract"
    """``extract`` or ``hub:NAME-OR-FOLDER``."""
    style: str = Field(default="official", pattern="^(official|press)$")
    """``official``: Viet Nam, East Sea; ``press``: Vietnam, South China Sea."""
    threads: int = Field(default_factory=lambda: min(os.cpu_count() or 1, 4), ge=1)
    local_port: int = Field(default=0, ge=0, le=65535)
    """Port of the local chat on the loopback address; 0 takes a free one."""
    catch_up_hours: float = Field(default=12, ge=0)
    """How late a digest that was missed while the bot was down may still be sent."""
    log_level: str = Field(default="WARNING", pattern="^(?i:debug|info|warning|error|critical)$")

    @field_validator("operators", "allowed_chats", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if isinstance(value, int):
            return frozenset({value})
        if isinstance(value, str):
            parts = value.replace(",", " ").split()
            try:
                return frozenset(int(part) for part in parts)
            except ValueError:
                raise ValueError("expected chat numbers separated by commas") from None
        return value

    @field_validator("telegram_token")
    @classmethod
    def _like_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        """Blanks around it come with copying; what else is wrong is said without showing it."""
        token = value.get_secret_value().strip() if value else ""
        if token and not _TOKEN.fullmatch(token):
            raise ValueError("is no token; @BotFather gives one like 123456:AAE…")
        return SecretStr(token) if token else None

    @field_validator("telegram_api_url")
    @classmethod
    def _address_of_a_server(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query:
            raise ValueError("is no address of a server like http://127.0.0.1:8081")
        return value

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError(f"no such time zone: {value!r} (IANA names, e.g. Asia/Ho_Chi_Minh)")
        return value

    @field_validator("translator", "summarizer")
    @classmethod
    def _known_engine(cls, value: str, info: ValidationInfo) -> str:
        own = {"compact", "none"} if info.field_name == "translator" else {"extract"}
        if value not in own and (not value.startswith("hub:") or value == "hub:"):
            known = ", ".join([*sorted(own), "hub:NAME-OR-FOLDER"])
            raise ValueError(f"unknown engine {value!r} (known: {known})")
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the library's signature
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        sources = [init_settings, env_settings, dotenv_settings]
        if config := os.environ.get("BRIEFING_CONFIG"):
            sources.append(TomlConfigSettingsSource(settings_cls, toml_file=config))
        return tuple(sources)

    @cached_property
    def url(self) -> str:
        """The SQLAlchemy address of the database; SQLite in the data directory by default."""
        return self.database_url or f"sqlite:///{self.data_dir / 'briefing.sqlite3'}"

    @cached_property
    def tz(self) -> ZoneInfo:
        """The default time zone."""
        return ZoneInfo(self.zone)


def load_settings(**overrides: Any) -> Settings:
    """Read and check the settings.

    Raises:
        SettingsError: naming every setting that is wrong, with the reason.
    """
    config = os.environ.get("BRIEFING_CONFIG")
    if config and not Path(config).is_file():
        raise SettingsError(f"BRIEFING_CONFIG: no such file: {config}")
    try:
        settings = Settings(**overrides)
        if unknown := _unknown(config):
            raise SettingsError("\n".join(unknown))
    except ValidationError as error:
        lines = [
            f"BRIEFING_{'.'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors()
        ]
        raise SettingsError("\n".join(lines)) from None
    except UnicodeDecodeError as error:
        files = ".env or the file of BRIEFING_CONFIG" if config else ".env"
        raise SettingsError(f"{files} is no UTF-8 text: {error}") from None
    except ValueError as error:  # a TOML file that does not parse
        raise SettingsError(f"BRIEFING_CONFIG: {error}") from None
    return settings


def _unknown(config: str | None) -> list[str]:
    """A line for each name that looks like a setting and is none: a slip would pass unseen."""
    known = set(Settings.model_fields)
    given = dict.fromkeys(os.environ, "the environment")
    given |= dict.fromkeys(dotenv_values(".env"), ".env")
    names = {
        name.removeprefix("BRIEFING_").lower(): (name, where)
        for name, where in given.items()
        if name.startswith("BRIEFING_") and name not in _OTHER
    }
    if config:
        with Path(config).open("rb") as file:
            names |= {key: (key, config) for key in tomllib.load(file)}
    lines = []
    for name, (written, where) in names.items():
        if name not in known:
            near = get_close_matches(name, known, 1)
            advice = f"; did you mean {near[0].upper()}?" if near else ""
            lines.append(f"{written} in {where}: there is no such setting{advice}")
    return lines
