"""What the bot says: gettext catalogues of Vietnamese and English, dates, and names of kinds.

>>> _ = translator("vi")
>>> _("Tasks")
'Nhiệm vụ'
"""

from bot.texts.catalogues import BOTH, LANGUAGES, N_, Translator, beside, translator

__all__ = ["BOTH", "LANGUAGES", "N_", "Translator", "beside", "translator"]
