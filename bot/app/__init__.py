"""Wiring: the application is built, run, asked here, and nothing else happens here."""

from bot.app.asking import ask, ask_each
from bot.app.building import build
from bot.app.running import run
from bot.app.serving import AppError

__all__ = ["AppError", "ask", "ask_each", "build", "run"]
