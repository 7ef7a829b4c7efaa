"""Words that firms proposed, and what was decided of them: added, and the latest counts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from graph import listings, synonyms
from graph.correction_records import Correction, SynonymDecision
from graph.ids import new_id
from graph.store import Store
from tests.graph.builders import NOW, a_listing, enrol


def _decided(verdict: Any, phrase: str = "qvevri cake", hours: int = 0, **changes: Any) -> SynonymDecision:
    at = NOW + timedelta(hours=hours)
    return SynonymDecision(new_id(), phrase, "en", "material", "sawdust", verdict, at, "u", **changes)


def test_the_latest_decision_of_a_phrase_counts_however_it_is_written(store: Store) -> None:
    accepted = _decided("accepted")
    synonyms.append(store, accepted)
    synonyms.append(store, accepted)  # a transaction may run twice
    assert synonyms.latest(store) == [accepted]
    removed, other = _decided("removed", "Qvevri  CAKE", 1), _decided("accepted", "another", 2)
    for one in (removed, other):
        synonyms.append(store, one)
    assert synonyms.latest(store) == [other, removed]
    assert synonyms.count(store) == 3


def test_only_what_says_what_words_mean_and_is_not_answered_is_proposed(store: Store) -> None:
    mine = enrol(store)
    listing = a_listing(mine, material_ids=("sawdust",))
    said = [
        Correction(new_id(), listing.id, "material", "sawdust", meant, words, "ka", NOW, "u")  # type: ignore[arg-type]
        for meant, words in (("is", "ქუსპი"), ("is", ""), ("not", "ქუსპი"), ("open", "ქუსპი"))
    ]
    listings.post(store, listing, None, said)
    [one] = synonyms.proposed(store)
    assert (one.correction, one.text, one.firm_id) == (said[0], listing.text, mine.firm.id)
    synonyms.append(store, _decided("refused", "ქუსპი", correction_ids=(said[0].id,)))
    assert synonyms.proposed(store) == []
