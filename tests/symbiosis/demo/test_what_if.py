"""Over the demonstration region, too, every change that is offered does exactly what is told of it."""

from __future__ import annotations

import pytest

from matching.counterfactual import Counterfactual, counterfactuals
from matching.proposals import changed
from matching.ranker import Ranker
from matching.records import Listing, Match, Place, Side
from matching.reference_book import default_book
from symbiosis.demo.reading import DemoFirm, DemoListing, read_firms

EVERY, LIKELIEST = 6, 2
RANKER = Ranker(default_book())


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Listing, Listing]]:
    """Every sixth output of the region, each with the two needs that fit it best."""
    everything = [
        _listing(firm, number, one)
        for firm in read_firms(RANKER.book)
        for number, one in enumerate(firm.listings)
    ]
    by_id = {listing.id: listing for listing in everything}
    outputs = [listing for listing in everything if listing.side is Side.OUTPUT][::EVERY]
    needs = [listing for listing in everything if listing.side is Side.NEED]
    return [
        (by_id[match.output_id], by_id[match.need_id])
        for ranking in RANKER.rank_all(outputs, needs, top=LIKELIEST)
        for match in ranking.matches
    ]


def test_who_makes_the_change_and_ranks_again_gets_what_was_told(
    pairs: list[tuple[Listing, Listing]],
) -> None:
    offered: list[Counterfactual] = []
    for output, need in pairs:
        for one in counterfactuals(output, need, RANKER):
            again = RANKER.compare(changed(output, one.change), changed(need, one.change))
            assert again == one.after, one.change
            assert isinstance(again, Match)
            assert {gate.name for gate in again.gates if gate.result == "pass"} >= set(one.settles)
            offered.append(one)
    assert len({one.change.input for one in offered}) >= 4
    assert {one.change.side for one in offered} == set(Side)


def _listing(firm: DemoFirm, number: int, one: DemoListing) -> Listing:
    said = one.said
    return Listing(
        id=f"{firm.key}-{number}",
        side=said.side,
        text=said.text,
        kind=said.kind,
        ewc_code=said.ewc_code,
        nace=firm.nace_division,
        hazardous=said.hazardous,
        quantity=said.quantity,
        place=Place(firm.municipality),
        firm_id=firm.key,
        season_months=said.season_months,
        starts_on=said.starts_on,
        ends_on=said.ends_on,
        material_ids=said.material_ids,
        use_ids=said.use_ids,
    )
