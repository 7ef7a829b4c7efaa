"""Wood that waits for a chipper: what the tests of chains and of gaps have in common."""

from __future__ import annotations

from typing import Any

from matching.records import Quantity, Side
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.inputs import ListingInput, OfferInput
from symbiosis.views import ThirdPartiesView
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, an_output
from tests.symbiosis.town import Town

PRICE = 87.5
CLEAN = {"hazardous": False, "quantity": Quantity(200, "t", "year")}


def site_of(services: Services, viewer: Viewer) -> str:
    """The id of the only site of a firm."""
    return operations.list_sites(services, viewer, viewer.firm_id or "", now=NOW)[0].id


def offers(services: Services, viewer: Viewer, **said: Any) -> None:
    """A firm says that it chips wood, with a permit, for a price."""
    known = {
        "tonnes_per_year": 1000.0,
        "price_gel_per_t": PRICE,
        "takes_hazardous": False,
        "has_permit": True,
    }
    given = OfferInput(site_of(services, viewer), "chipping", **(known | said))
    operations.offer_process(services, viewer, viewer.firm_id or "", given, now=NOW)


def a_need(text: str, **rest: Any) -> ListingInput:
    """What a firm seeks, in its own words."""
    return ListingInput(Side.NEED, text, **rest)


def reckon(services: Services) -> None:
    """What the job does until nothing is due."""
    while operations.find_chains_due(services, now=NOW):
        pass


class Wood:
    """Somebody with offcuts, somebody who seeks chips, and a chipper between them."""

    def __init__(self, services: Services, town: Town, **said: Any) -> None:
        self.services = services
        self.giver = town.business(nace="16")
        self.taker = town.business(nace="10", at="batumi")
        self.chipper = town.business(nace="38", at="gurjaani")
        town.post(self.giver, an_output(text="Wood offcuts from a joinery", **CLEAN))
        town.post(self.taker, a_need("Wood chips for a boiler", quantity=Quantity(500, "t", "year")))
        offers(services, self.chipper, **said)
        [match] = town.matches_of(self.giver)
        self.match_id = match.id

    def seen_by(self, viewer: Viewer) -> ThirdPartiesView:
        """What a reader sees once the job has been there."""
        reckon(self.services)
        return operations.third_parties(self.services, viewer, self.match_id, now=NOW)
