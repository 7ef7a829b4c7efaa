"""The parts of a chain's worth add up, and what is not known is said to be missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matching.chains import Chain, ChainWorth, chain_worth
from matching.records import Place
from matching.reference_book import default_book
from tests.matching.chains.builders import a_processor, chips, offcuts, the_chains

BOOK = default_book()


def _worth(chain: Chain, **rest: float) -> ChainWorth:
    found = chain_worth(chain, offcuts(), chips(), BOOK, **rest)
    assert found is not None
    return found


def _middle(span: tuple[float, float, float] | None) -> float:
    assert span is not None
    return span[1]


def test_the_three_and_both_legs_add_up_to_the_whole() -> None:
    (chain,) = the_chains()
    worth = _worth(chain)
    parts = _middle(worth.giver) + _middle(worth.processor) + _middle(worth.taker)
    legs = _middle(worth.freight_in) + _middle(worth.freight_out)
    assert _middle(worth.joint) == pytest.approx(parts - legs)
    assert _middle(worth.joint_per_year) == pytest.approx(_middle(worth.joint) * (chain.tonnes_in or 0))


def test_each_leg_costs_by_its_kilometres_and_the_second_carries_less() -> None:
    (chain,) = the_chains()
    twice = replace(chain, second=replace(chain.second, distance_km=2 * (chain.second.distance_km or 0)))
    assert _middle(_worth(twice).freight_out) == pytest.approx(2 * _middle(_worth(chain).freight_out))
    assert _middle(_worth(twice).freight_in) == _middle(_worth(chain).freight_in)
    same = replace(chain, second=replace(chain.second, distance_km=chain.first.distance_km))
    assert _middle(_worth(same).freight_out) < _middle(_worth(same).freight_in)


def test_what_the_processor_asks_is_its_own_affair() -> None:
    (chain,) = the_chains()
    plain, asked = _worth(chain), _worth(chain, price_gel_per_t=90.0)
    assert plain.processor_paid is None
    assert _middle(asked.processor_paid) == pytest.approx(_middle(asked.processor) + 90.0)
    assert asked.joint == plain.joint


def test_without_a_place_no_leg_is_priced() -> None:
    (chain,) = the_chains(offcuts(place=Place()), chips(), a_processor())
    worth = chain_worth(chain, offcuts(place=Place()), chips(), BOOK)
    assert worth is not None
    assert (worth.freight_in, worth.joint, worth.joint_per_year, worth.co2e_kg) == (None, None, None, None)
    assert worth.giver is not None


def test_every_range_holds_its_middle() -> None:
    (chain,) = the_chains()
    worth = _worth(chain)
    for span in (worth.giver, worth.processor, worth.taker, worth.freight_in, worth.freight_out, worth.joint):
        assert span is not None
        assert span[0] <= span[1] <= span[2]
