"""How the needs would be ordered without this ranker: what each baseline makes of the same listings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from benchmark.baselines import Bm25, CharacterTfidf, ranked
from benchmark.embeddings import Embeddings, is_installed, model_name
from matching.codes.suggest import suggest_codes
from matching.evidence.code import likeness
from matching.reading import read
from matching.records import Listing
from matching.reference_book import ReferenceBook

TOP = 10
CODES_OF_A_NEED = 5
Rankings = Mapping[str, Sequence[str]]
Rival = Callable[[Sequence[Listing], Sequence[Listing], ReferenceBook], Rankings]


def by_texts(made: Callable[[Sequence[str]], Bm25 | CharacterTfidf | Embeddings]) -> Rival:
    """Ranks by the likeness of the texts alone."""

    def rank(outputs: Sequence[Listing], needs: Sequence[Listing], book: ReferenceBook) -> Rankings:
        index, ids = made([need.text for need in needs]), [need.id for need in needs]
        return {output.id: ranked(index.scores(output.text), ids, TOP) for output in outputs}

    return rank


def by_code(outputs: Sequence[Listing], needs: Sequence[Listing], book: ReferenceBook) -> Rankings:
    """A filter by waste code: the same code first, then the same sub-chapter, then the same chapter.

    Needs state no code, so a need stands under the five codes that its text suggests here; that is more than
    its firm would have found. Within a level BM25 decides.
    """
    under = [[one.code for one in suggest_codes(need.text, book, None, CODES_OF_A_NEED)] for need in needs]
    index, ids = Bm25([need.text for need in needs]), [need.id for need in needs]
    found = {}
    for output in outputs:
        words = index.scores(output.text)
        most = max(words) + 1
        scores = [
            max((likeness(output.ewc_code or "", code) for code in codes), default=0.0) + share / most / 100
            for codes, share in zip(under, words, strict=True)
        ]
        found[output.id] = ranked(scores, ids, TOP)
    return found


def by_popularity(outputs: Sequence[Listing], needs: Sequence[Listing], book: ReferenceBook) -> Rankings:
    """The most frequent receiver: whoever asks for the use that most documented exchanges serve, always."""
    served = Counter(precedent.use_id for precedent in book.precedents.values())
    scores = [
        max((served[use] * sure for use, sure in read(need, book).uses.items()), default=0.0)
        for need in needs
    ]
    best = ranked(scores, [need.id for need in needs], TOP)
    return {output.id: best for output in outputs}


def rivals(*, with_codes: bool) -> dict[str, Rival | None]:
    """By the name in the tables; None for one that is not installed. Without codes there is no filter by
    them.
    """
    filters: dict[str, Rival | None] = {"code filter, BM25 within": by_code} if with_codes else {}
    embeddings: dict[str, Rival | None] = {"sentence embeddings": None}
    if is_installed():
        embeddings = {f"sentence embeddings, {model_name()}": by_texts(Embeddings)}
    return {
        "BM25, words": by_texts(Bm25),
        "TF-IDF, character 3–5-grams": by_texts(CharacterTfidf),
        **filters,
        "most frequent receiver": by_popularity,
        **embeddings,
    }
