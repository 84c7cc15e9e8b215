"""The vocabulary of a model: the pieces of a large one that the sentences to be learnt use."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

SPECIAL: Final = 4
"""Begin, pad, end, unknown: always the first pieces."""
_WORD, _UNKNOWN, _CONTROL = 1, 2, 3
_TEXT: Final = ("một hai ba bốn năm sáu", "one two three four five six seven")
"""Any text will do: only the normaliser of the model learnt from it is used."""


def build_pieces(pieces: Sequence[str], scores: Sequence[float]) -> bytes:
    """A SentencePiece model of these pieces; it normalises as XLM-R's does (nmt_nfkc)."""
    import sentencepiece
    from sentencepiece import sentencepiece_model_pb2

    learnt = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(_TEXT * 20), model_writer=learnt, vocab_size=60,
        normalization_rule_name="nmt_nfkc", hard_vocab_limit=False, minloglevel=2,
        bos_id=0, pad_id=1, eos_id=2, unk_id=3,
    )  # fmt: skip
    proto = sentencepiece_model_pb2.ModelProto()
    proto.ParseFromString(learnt.getvalue())
    del proto.pieces[:]
    for number, (text, score) in enumerate(zip(pieces, scores, strict=True)):
        piece = proto.pieces.add()
        piece.piece, piece.score = text, float(score)
        kind = _UNKNOWN if number == SPECIAL - 1 else _CONTROL
        piece.type = kind if number < SPECIAL else _WORD
    proto.trainer_spec.vocab_size = len(pieces)
    serialised: bytes = proto.SerializeToString()
    return serialised


def cut_vocabulary(
    pieces: Sequence[str], scores: Any, texts: Iterable[str], size: int
) -> list[int]:
    """The numbers of the pieces to keep: the ``size`` most used and every used single letter."""
    import sentencepiece

    full = sentencepiece.SentencePieceProcessor(model_proto=build_pieces(pieces, scores))
    used: Counter[int] = Counter()
    for text in texts:
        used.update(full.encode(text))
    kept = {number for number, _ in used.most_common(size)}
    kept |= {number for number in used if len(pieces[number].replace("\u2581", "")) <= 1}
    special = range(SPECIAL)
    return [*special, *sorted(kept - set(special))]
