"""The local chat: a Bot API server on loopback and a prompt to type in."""

from bot.localchat.api import LocalApi
from bot.localchat.errors import LocalChatError
from bot.localchat.faults import Fault, Faults
from bot.localchat.records import Answer

__all__ = ["Answer", "Fault", "Faults", "LocalApi", "LocalChatError"]
