"""A bench for a real worker process: here and not in a test module, for it must be importable."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence

from conftest import FakeBench

from bot.store.prepared import Prepared
from seeds.article import Article
from translations import Direction, Translation, TranslationError


class Dangerous(FakeBench):
    def preprocess(self, article: Article) -> Prepared:
        if "KILL" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HANG" in article.text:
            time.sleep(600)
        return super().preprocess(article)

    def translate(self, sentences: Sequence[str], direction: Direction) -> list[Translation]:
        if "TROUBLE" in sentences:
            raise TranslationError("cannot", advice="mend it")
        return super().translate(sentences, direction)
