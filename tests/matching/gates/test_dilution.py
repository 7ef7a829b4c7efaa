"""What is hazardous does not vanish in a product."""

from __future__ import annotations

from typing import Any

import pytest

from matching.gates.dilution import dilution
from matching.reading import read
from matching.records import GateResult
from matching.reference_book import default_book
from tests.matching.builders import a_need, an_output


def judged(output: str, need: str, *, authorised: bool | None = None, **stated: Any) -> GateResult:
    book = default_book()
    return dilution(
        read(an_output(output, **stated), book), read(a_need(need, hazardous=authorised), book), book, None
    )


@pytest.mark.parametrize(
    ("output", "need", "product", "stated"),
    [
        ("Solvent-soaked absorbent", "Compost feedstock", "land", {"ewc_code": "150202"}),
        ("მჟავე ხსნარი", "კომპოსტის ნედლეული", "land", {"hazardous": True}),
        ("Expired pesticides in bottles", "Animal feed", "feed", {}),
        ("Solvent-soaked absorbent", "Food for a soup kitchen", "food", {"ewc_code": "150202"}),
    ],
)
def test_what_is_surely_hazardous_is_refused_for_a_product(
    output: str, need: str, product: str, stated: dict[str, Any]
) -> None:
    result = judged(output, need, **stated)
    assert (result.result, result.reason) == ("fail", f"dilution.{product}")
    # A plant with a permit may mix what its permit names: then it is asked.
    assert judged(output, need, authorised=True, **stated).result == "unknown"


def test_what_may_go_to_a_plant_with_a_permit_is_asked_about() -> None:
    result = judged("Fly ash of a waste incinerator", "Mineral filler for asphalt", ewc_code="190113")
    assert (result.result, result.question) == ("unknown", "dilution.building")


def test_what_is_perhaps_hazardous_is_asked_about() -> None:
    result = judged("Sweepings of the paint shop", "Compost feedstock", ewc_code="080112")
    assert (result.result, result.question) == ("unknown", "dilution.land")
    assert judged("Sweepings of the paint shop", "Compost feedstock", hazardous=False).result == "pass"


def test_a_way_documented_for_the_hazardous_material_itself_is_open() -> None:
    acid = judged("Surplus nitric and phosphoric acid", "Nutrient source for fertilisers", hazardous=True)
    assert acid.result == "pass"


def test_a_way_of_the_clean_twin_documents_nothing() -> None:
    ash = "Coal fly ash"
    assert judged(ash, "Mineral filler for asphalt", ewc_code="100102").result == "pass"
    assert judged(ash, "Mineral filler for asphalt", ewc_code="190113").result != "pass"


def test_a_kiln_and_a_refinery_are_no_products() -> None:
    assert (
        judged("Used engine oil", "Alternative fuel for the cement kiln", ewc_code="130205").result == "pass"
    )
    assert judged("Used engine oil", "Used oil for re-refining", ewc_code="130205").result == "pass"


def test_a_need_that_names_a_lawful_use_as_well_is_asked() -> None:
    result = judged("Fly ash", "Asphalt filler or zinc recovery", ewc_code="190113")
    assert result.result == "unknown"
