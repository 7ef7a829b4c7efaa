"""What the baselines put first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmark import embeddings
from benchmark.rivals import by_code, by_popularity, rivals
from matching.records import Listing, Side
from matching.reference_book import default_book

STAND_IN = '''
import numpy as np

class SentenceTransformer:
    """Counts letters a and b."""

    def __init__(self, name, local_files_only):
        assert local_files_only
        if name == "missing":
            raise OSError(name)

    def encode(self, texts, normalize_embeddings):
        rows = np.array([[text.count("a"), text.count("b")] for text in texts], dtype=float)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)
'''


def a_need(name: str, text: str) -> Listing:
    return Listing(name, Side.NEED, text)


def test_the_code_filter_puts_the_same_code_before_like_words() -> None:
    whey = Listing("o", Side.OUTPUT, "surplus liquid for collection", ewc_code="020501")
    needs = [a_need("words", "surplus liquid ink for collection"), a_need("code", "spoiled cheese and whey")]
    assert by_code([whey], needs, default_book())["o"][0] == "code"


def test_the_most_frequent_receiver_is_the_same_for_every_output() -> None:
    outputs = [Listing("one", Side.OUTPUT, "slag"), Listing("other", Side.OUTPUT, "whey")]
    needs = [a_need("nothing", "???"), a_need("feed", "animal feed"), a_need("fuel", "boiler fuel")]
    found = by_popularity(outputs, needs, default_book())
    assert found["one"] == found["other"]
    assert set(found["one"]) == {"feed", "fuel"}


def test_there_is_no_filter_by_code_without_codes() -> None:
    assert rivals(with_codes=True).keys() - rivals(with_codes=False).keys() == {"code filter, BM25 within"}


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A library of that name that counts letters, in place of one of some gigabytes."""
    folder = tmp_path / "sentence_transformers"
    folder.mkdir()
    (folder / "__init__.py").write_text(STAND_IN, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "sentence_transformers", raising=False)
    embeddings.model.cache_clear()
    yield monkeypatch
    embeddings.model.cache_clear()


def test_embeddings_are_compared_where_the_library_is(stand_in: pytest.MonkeyPatch) -> None:
    assert embeddings.is_installed()
    scores = embeddings.Embeddings(["aaa", "b", "ab"]).scores("a")
    assert scores == pytest.approx([1.0, 0.0, 0.5**0.5])
    stand_in.setenv("EMBEDDING_MODEL", "models/counts-letters")
    assert rivals(with_codes=False)["sentence embeddings, counts-letters"] is not None


def test_a_model_that_is_not_here_counts_as_not_installed(stand_in: pytest.MonkeyPatch) -> None:
    stand_in.setenv("EMBEDDING_MODEL", "missing")
    assert not embeddings.is_installed()
    assert rivals(with_codes=False)["sentence embeddings"] is None
