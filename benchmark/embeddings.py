"""Sentence embeddings as a baseline, where `sentence_transformers` and a model are on this machine.

    pip install sentence-transformers        # not among the requirements: it brings some gigabytes

`EMBEDDING_MODEL` names a folder or a model that was fetched before; nothing is fetched from here.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

DEFAULT_MODEL = "sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2"


def is_installed() -> bool:
    """Whether the library and the model are here."""
    if find_spec("sentence_transformers") is None:
        return False
    try:
        model()
    except OSError:
        return False
    return True


def model_name() -> str:
    """The last part of the folder or name that `EMBEDDING_MODEL` gives."""
    return Path(_wanted()).name


def _wanted() -> str:
    return os.environ.get("EMBEDDING_MODEL", DEFAULT_MODEL)


@cache
def model() -> Any:
    """The model, read once. Raises OSError when it is not on this machine."""
    library = importlib.import_module("sentence_transformers")
    return library.SentenceTransformer(_wanted(), local_files_only=True)


class Embeddings:
    """Cosine of sentence embeddings, made once for a list of texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._rows = model().encode(list(texts), normalize_embeddings=True)

    def scores(self, text: str) -> list[float]:
        """A score for each text of the list."""
        asked = model().encode([text], normalize_embeddings=True)[0]
        return [float(value) for value in self._rows @ asked]
