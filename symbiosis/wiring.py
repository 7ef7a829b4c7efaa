"""Everything that lives as long as the program is built here, once, and passed in."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field
from threading import Thread

from graph.store import Store, open_driver
from matching.codes.suggest import suggest_codes
from matching.law_in_force import Law
from matching.ranker import Ranker
from matching.records import Listing, Side
from matching.reference_book import ReferenceBook, default_book
from matching.synonyms import Synonyms
from matching.understanding import recognise
from matching.weighing import Weights
from symbiosis.law_watch import LawWatch
from symbiosis.settings import Settings
from symbiosis.synonym_watch import SynonymWatch
from symbiosis.weights_watch import WeightsWatch


@dataclass(frozen=True, slots=True)
class Services:
    """What an operation works with. Threads share it; each process builds its own."""

    store: Store
    book: ReferenceBook
    plain_ranker: Ranker
    settings: Settings
    law_watch: LawWatch = field(init=False)
    weights_watch: WeightsWatch = field(init=False)
    synonym_watch: SynonymWatch = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "law_watch", LawWatch(self.store, self.book))
        object.__setattr__(self, "weights_watch", WeightsWatch(self.store, self.plain_ranker.weights))
        object.__setattr__(self, "synonym_watch", SynonymWatch(self.store))

    @property
    def law(self) -> Law:
        """The rules of law as they stand."""
        return self.law_watch.now()

    @property
    def ranker(self) -> Ranker:
        """The ranker by the weights, under the law and with the synonyms as they stand."""
        return self.plain_ranker.knowing(self.synonyms).weighing(self.weights).under(self.law)

    @property
    def synonyms(self) -> Synonyms:
        """Words of firms that name things beside those of the book, as they stand."""
        return self.synonym_watch.now()

    @property
    def weights(self) -> Weights:
        """How much each kind of evidence counts, as it stands."""
        return self.weights_watch.now()


def build(settings: Settings) -> Services:
    """Open the driver (which connects on first use, so a graph that is away stops nothing here) and read
    the book.

    Raises:
        ValueError: the settings name no Neo4j.
    """
    if settings.neo4j_uri is None or settings.neo4j_password is None:
        raise ValueError(
            "No Neo4j is known: set NEO4J_URI and NEO4J_PASSWORD, or start this installation's own."
        )
    driver = open_driver(settings.neo4j_uri, settings.neo4j_user, settings.neo4j_password)
    book = default_book()
    return Services(Store(driver, settings.neo4j_database), book, Ranker(book), settings)


WARM = "clean sawdust"
"""Enough words for everything that reads a text to be made ready."""


def warm_up(services: Services) -> None:
    """Build what reading and ranking need beside the first requests, so that the first listing and the first
    match need not wait.
    """
    Thread(target=make_ready, args=(services.plain_ranker,), name="warm-up", daemon=True).start()


def make_ready(ranker: Ranker) -> None:
    """Build what reading and ranking need, and keep it out of garbage collection: to look through all of it
    again and again, only to find it in use, takes longer than to answer a request.
    """
    output, need = (Listing(side, side, WARM, lang="en", firm_id=side) for side in Side)
    recognise(WARM, ranker.book)
    suggest_codes(WARM, ranker.book)
    for mine, other in ((output, need), (need, output)):
        leads = ranker.leads_of(mine)
        leads.glance([ranker.sketch_of(other, ranker.traces_of(other))])
        ranker.rank(mine, [other])
    gc.collect()
    gc.freeze()
