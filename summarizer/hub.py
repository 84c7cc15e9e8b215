"""Abstracts by a model of the transformers hub, checked against their source.

Any encoder-decoder checkpoint works (ViT5, mT5, BART, PEGASUS …), by its name on the hub or as a
folder. Such models invent: an abstract whose numbers, dates or names do not all stand in the
article is thrown away and the extract given instead, and ``Summary.method`` says which one it is.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, Protocol

from summarizer.document import Document
from summarizer.extract import NOT_IN_SOURCE, ScoredSentence, Summary, extract
from summarizer.support import unsupported
from summarizer.text.sentences import split_sentences

MOST_SOURCE_TOKENS = 1024
"""Tokens of the article that the model is given, unless it takes fewer."""
TOKENS_A_SENTENCE = 60
"""Room for one sentence of an abstract."""
_BEAMS = 4


class SummarizerUnavailable(Exception):
    """A summarisation model that cannot be used; the message says why and what to do."""


class Writer(Protocol):
    """What writes an abstract: a text in, a text out."""

    def write(self, text: str, tokens: int) -> str:
        """Write an abstract of at most so many tokens."""
        ...


class HubSummarizer:
    """Summarises single articles with a sequence-to-sequence model.

    The model is loaded at the first summary. Safe to call from several threads, which take turns.
    """

    def __init__(self, name: str | Path, *, prefix: str = "", writer: Writer | None = None) -> None:
        """Set up for a checkpoint.

        ``prefix`` stands before every text ("summarize: " for T5 proper; ViT5 takes none).
        ``writer`` replaces the checkpoint by anything that writes.
        """
        self.name = str(name)
        self.prefix = prefix
        self._writer = writer
        self._lock = threading.Lock()

    @property
    def method(self) -> str:
        """What ``Summary.method`` says of an abstract of this model."""
        return f"abstract:{self.name}"

    def summarize(
        self, document: Document, sentences: int | None = 3, characters: int | None = None
    ) -> Summary:
        """Write an abstract, or fall back on the extract where it does not hold.

        Raises:
            SummarizerUnavailable: if the model cannot be loaded.
            ValueError: if a limit is below 1, or both are ``None``.
        """
        plain = extract(document, sentences, characters)
        if not document.sentences:
            return plain
        source = source_of(document)
        count = sentences or max(1, len(plain.sentences))
        with self._lock:
            writer = self._writer = self._writer or _load(self.name)
            written = writer.write(self.prefix + source, count * TOKENS_A_SENTENCE)
        kept = split_sentences(written)[:count]
        while characters is not None and kept and len(" ".join(kept)) > characters:
            kept.pop()
        text = " ".join(kept)
        if not text or unsupported(text, source, document.language):
            return plain
        return Summary(
            tuple(ScoredSentence(NOT_IN_SOURCE, NOT_IN_SOURCE, sentence, 1.0) for sentence in kept),
            self.method,
        )


def source_of(document: Document) -> str:
    """The article as one text: what the model reads and its abstract is checked against."""
    title = "" if document.title_derived else document.title
    parts = (title, document.lead, *document.paragraphs)
    return "\n".join(part for part in parts if part)


class _Checkpoint:
    """A loaded model with its tokenizer."""

    def __init__(self, tokenizer: Any, model: Any) -> None:
        self._tokenizer, self._model = tokenizer, model
        config = model.config
        # T5 has relative positions and names no limit, BART has as many as it was trained with.
        self._most = min(
            MOST_SOURCE_TOKENS, getattr(config, "max_position_embeddings", MOST_SOURCE_TOKENS)
        )

    def write(self, text: str, tokens: int) -> str:
        import torch

        given = self._tokenizer(text, truncation=True, max_length=self._most, return_tensors="pt")
        with torch.inference_mode():
            ids = self._model.generate(
                input_ids=given["input_ids"],
                attention_mask=given["attention_mask"],
                max_new_tokens=min(tokens, self._most - 1),
                num_beams=_BEAMS,
                no_repeat_ngram_size=3,
                early_stopping=True,
            )
        return str(self._tokenizer.decode(ids[0], skip_special_tokens=True)).strip()


def _load(name: str) -> _Checkpoint:
    try:
        import torch  # noqa: F401 - asked for first: transformers' own complaint names no remedy
    except ImportError as error:
        raise SummarizerUnavailable(
            f"the summarisation model {name} needs torch: "
            "install the hub extra (pip install 'briefing-bot[hub]')"
        ) from error
    from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

    try:
        tokenizer = AutoTokenizer.from_pretrained(name)
        model = AutoModelForSeq2SeqLM.from_pretrained(name)
    except (OSError, ValueError, KeyError, ImportError) as error:
        reason = str(error).strip().split("\n", 1)[0]
        raise SummarizerUnavailable(
            f"the summarisation model {name} cannot be loaded ({reason}): "
            "check the name or folder and, for a name, that the hub can be reached"
        ) from error
    model.eval()
    return _Checkpoint(tokenizer, model)
