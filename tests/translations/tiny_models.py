"""Tiny models with random weights, in the hub's formats: real files, nonsense translations."""

from __future__ import annotations

import io
import json
from pathlib import Path

SENTENCES = [
    "Bộ Ngoại giao tổ chức hội nghị tại Hà Nội.",
    "Thủ tướng Trần Minh Khoa tiếp Đại sứ các nước.",
    "Hai bên trao đổi về hợp tác kinh tế và văn hóa.",
    "Hội nghị bàn về công tác người Việt Nam ở nước ngoài.",
    "The Ministry of Foreign Affairs holds a conference in Hanoi.",
    "Prime Minister Tran Minh Khoa receives ambassadors.",
    "Both sides discuss economic and cultural cooperation.",
    "translate Vietnamese to English: vi: en: <2en>",
]


def train_pieces(size: int = 120) -> bytes:
    """A SentencePiece model over the sentences above."""
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(SENTENCES * 4),
        model_writer=model,
        vocab_size=size,
        model_type="unigram",
        hard_vocab_limit=False,
        pad_id=0,
        eos_id=1,
        unk_id=2,
        bos_id=-1,
        minloglevel=2,
    )
    return model.getvalue()


def pieces_of(model: bytes) -> list[tuple[str, float]]:
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    return [(processor.id_to_piece(i), processor.get_score(i)) for i in range(len(processor))]


def make_marian(folder: Path, *, codes: tuple[str, ...] = ()) -> Path:
    """A Marian model of one pair, or of many targets if ``codes`` (``>>vie<<``) are given."""
    import torch
    from transformers import MarianConfig, MarianMTModel, MarianTokenizer

    folder.mkdir(parents=True)
    model = train_pieces()
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes(model)
    special = {"<pad>", "</s>", "<unk>"}
    words = ["</s>", "<unk>", *codes, *(p for p, _ in pieces_of(model) if p not in special)]
    words.append("<pad>")
    (folder / "vocab.json").write_text(json.dumps({word: i for i, word in enumerate(words)}))
    tokenizer = MarianTokenizer(
        str(folder / "source.spm"), str(folder / "target.spm"), str(folder / "vocab.json")
    )
    tokenizer.save_pretrained(folder)
    torch.manual_seed(7)
    config = MarianConfig(
        vocab_size=len(words), d_model=16, encoder_layers=1, decoder_layers=1,
        encoder_attention_heads=2, decoder_attention_heads=2, encoder_ffn_dim=32,
        decoder_ffn_dim=32, max_position_embeddings=64, pad_token_id=len(words) - 1,
        eos_token_id=0, bos_token_id=0, decoder_start_token_id=len(words) - 1,
        forced_eos_token_id=0,
    )  # fmt: skip
    MarianMTModel(config).save_pretrained(folder)
    return folder


def make_t5(folder: Path) -> Path:
    """A T5 model with its tokenizer."""
    import torch
    from transformers import T5Config, T5ForConditionalGeneration, T5Tokenizer

    folder.mkdir(parents=True)
    vocabulary = pieces_of(train_pieces())
    tokenizer = T5Tokenizer(vocab=vocabulary, extra_ids=0)
    tokenizer.save_pretrained(folder)
    torch.manual_seed(7)
    config = T5Config(
        vocab_size=len(tokenizer), d_model=16, d_kv=8, d_ff=32, num_layers=1, num_heads=2,
        decoder_start_token_id=0, pad_token_id=0, eos_token_id=1,
    )  # fmt: skip
    T5ForConditionalGeneration(config).save_pretrained(folder)
    return folder
