"""Requests of the local server: calls of methods and downloads of files."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections import deque
from typing import Any, Protocol
from urllib.parse import urlsplit

from tornado.web import Application, RequestHandler

from bot.localchat.errors import ApiError
from bot.localchat.faults import Fault, Faults
from bot.localchat.methods import Methods, error_body
from bot.localchat.parameters import Parameters, Upload
from bot.localchat.records import Files

HOSTS = frozenset({"127.0.0.1", "localhost"})


class Served(Protocol):
    """What the handlers need of the local API."""

    token: str
    methods: Methods
    files: Files
    faults: Faults
    calls: deque[tuple[str, int | None]]


def application(api: Served) -> Application:
    """The tornado application that serves ``api``."""
    routes: list[Any] = [
        (r"/bot([^/]+)/([A-Za-z]+)", _CallHandler, {"api": api}),
        (r"/file/bot([^/]+)/(.+)", _FileHandler, {"api": api}),
    ]
    return Application(routes, default_handler_class=_NowhereHandler, log_function=_log_nothing)


def _log_nothing(_: RequestHandler) -> None:
    """Requests are not logged: their addresses hold the token."""


class _Handler(RequestHandler):
    """What both kinds of request share: the token and the host are checked first."""

    def initialize(self, api: Served) -> None:
        self.api = api

    def refuse(self, error: ApiError) -> None:
        self.set_status(error.code)
        self.finish(error_body(error))

    def admitted(self, token: str) -> bool:
        host = urlsplit(f"//{self.request.host}").hostname
        if host not in HOSTS:
            self.refuse(ApiError(403, "Forbidden: the local chat answers on 127.0.0.1 only"))
            return False
        if not hmac.compare_digest(token.encode(), self.api.token.encode()):
            self.refuse(ApiError(401, "Unauthorized"))
            return False
        return True

    def hang_up(self) -> None:
        """Close the connection without an answer."""
        self._finished = True
        self._auto_finish = False
        self.detach().close()


class _CallHandler(_Handler):
    """``/bot<token>/<method>``."""

    async def get(self, token: str, name: str) -> None:
        await self._answer(token, name)

    async def post(self, token: str, name: str) -> None:
        await self._answer(token, name)

    async def _answer(self, token: str, name: str) -> None:
        if not self.admitted(token):
            return
        method = self.api.methods.find(name)
        if method is None:
            self.refuse(ApiError(404, "Not Found"))
            return
        try:
            given = self._parameters()
            chat = _chat_of(given)
            self.api.calls.append((name, chat))
            fault = self.api.faults.meet(name, chat)
            if fault is not None and not await self._survives(fault):
                return
            result = await method(given)
        except ApiError as error:
            self.refuse(error)
            return
        if fault is not None and fault.kind == "drop":
            self.hang_up()
            return
        if fault is not None and fault.kind == "hold":
            await asyncio.sleep(fault.seconds)
        self.finish({"ok": True, "result": result})

    async def _survives(self, fault: Fault) -> bool:
        """Whether the call is carried out in spite of a fault."""
        if fault.seconds and fault.kind != "hold":
            await asyncio.sleep(fault.seconds)
        if fault.kind == "refuse":
            raise ApiError(fault.code, fault.description, **fault.parameters)
        if fault.kind == "cut":
            self.hang_up()
            return False
        return True

    def _parameters(self) -> Parameters:
        fields: dict[str, Any] = {}
        for source in (self.request.query_arguments, self.request.body_arguments):
            for key, values in source.items():
                try:
                    fields[key] = values[-1].decode("utf-8")
                except UnicodeDecodeError:
                    raise ApiError(400, "Bad Request: strings must be encoded in UTF-8") from None
        if self.request.headers.get("Content-Type", "").startswith("application/json"):
            try:
                body = json.loads(self.request.body or b"{}")
            except ValueError:
                raise ApiError(400, "Bad Request: can't parse JSON object") from None
            if not isinstance(body, dict):
                raise ApiError(400, "Bad Request: can't parse JSON object")
            fields |= body
        uploads = {
            key: Upload(files[-1].filename, files[-1].body, files[-1].content_type)
            for key, files in self.request.files.items()
        }
        return Parameters(fields, uploads)


def _chat_of(given: Parameters) -> int | None:
    try:
        return given.integer("chat_id")
    except ApiError:
        return None


class _FileHandler(_Handler):
    """``/file/bot<token>/<path>``."""

    async def get(self, token: str, path: str) -> None:
        if not self.admitted(token):
            return
        stored = self.api.files.at(path)
        if stored is None:
            self.refuse(ApiError(404, "Not Found"))
            return
        self.set_header("Content-Type", "application/octet-stream")
        self.finish(stored.content)


class _NowhereHandler(RequestHandler):
    """Every other address."""

    def prepare(self) -> None:
        self.set_status(404)
        self.finish(error_body(ApiError(404, "Not Found")))
