"""What titles mean, by a model2vec model in a folder; nothing is ever fetched for it."""

from __future__ import annotations

import os

from listlint.errors import UserError
from listlint.paperlist import Embed


def embedder(folder: str, word: str) -> Embed:
    """What turns titles into vectors; a model is only ever taken from a folder, never fetched."""
    if not os.path.isdir(folder):
        raise UserError(f"{word} {folder}: no folder: name one that holds a model2vec model")
    try:
        from model2vec import StaticModel
    except ImportError:
        remedy = "pip install 'listlint[semantic]'"
        raise UserError(f"{word} takes model2vec: {remedy}") from None
    try:
        model = StaticModel.from_pretrained(folder)
    except Exception as fault:
        raise UserError(f"{word} {folder}: model2vec can't read it: {fault}") from None
    encode: Embed = model.encode
    return encode
