"""The conversation: who is let in, commands, buttons, texts sent, and what errors are told.

``handlers(services)`` is all that :mod:`bot.app` needs, with :class:`Context` and ``on_error``.
"""

from bot.conversation.errors import on_error
from bot.conversation.handlers import handlers
from bot.conversation.services import LOCAL, Services
from bot.conversation.turn import Context

__all__ = ["LOCAL", "Context", "Services", "handlers", "on_error"]
