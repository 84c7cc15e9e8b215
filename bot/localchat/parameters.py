"""The parameters of one call: form fields, multipart files or a JSON body, read the same way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.localchat.errors import bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes
    media_type: str


class Parameters:
    """Typed access to what a call brought."""

    def __init__(self, fields: Mapping[str, Any], uploads: Mapping[str, Upload]) -> None:
        self._fields = fields
        self._uploads = uploads

    def __contains__(self, name: str) -> bool:
        return self._fields.get(name) not in (None, "")

    def text(self, name: str) -> str:
        """A text, empty when absent."""
        value = self._fields.get(name, "")
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int | None = None) -> int | None:
        """A whole number, ``default`` when absent.

        Raises:
            ApiError: when it is none.
        """
        if name not in self:
            return default
        try:
            return int(self._fields[name])
        except (TypeError, ValueError):
            raise bad_request(f'parameter "{name}" is not a valid integer') from None

    def flag(self, name: str) -> bool:
        """A Boolean, false when absent."""
        return str(self._fields.get(name, "")).lower() in {"true", "1", "yes"}

    def structure(self, name: str) -> Any:
        """A JSON value, ``None`` when absent.

        Raises:
            ApiError: when it does not parse.
        """
        if name not in self:
            return None
        value = self._fields[name]
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """A file sent as ``name``, directly or by ``attach://``."""
        direct = self._uploads.get(name)
        if direct is not None:
            return direct
        return self._uploads.get(self.text(name).removeprefix("attach://"))
