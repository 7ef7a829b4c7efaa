"""How many firms are near by, told so that nobody can be recognised."""

from __future__ import annotations

import pytest

from matching.reference_book import default_book
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.operations.count_nearby import at_least
from symbiosis.views import Counted, Nearby
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_need, a_registration, a_site, an_output
from tests.symbiosis.town import Town

NOBODY = Viewer(language="en")
POMACE = {"text": "ყურძნის ჭაჭა", "material_ids": ("grape-pomace",)}
COMPOST = {"text": "კომპოსტისთვის ნედლეული", "use_ids": ("compost-feedstock",)}


def nearby(services: Services, viewer: Viewer = NOBODY, material: str = "grape-pomace") -> Nearby:
    seen = operations.show_material(services, viewer, material, now=NOW).nearby
    assert seen is not None
    return seen


@pytest.mark.parametrize(
    ("n_firms", "told"), [(0, None), (1, None), (2, None), (3, 3), (4, 3), (5, 5), (9, 5), (10, 10), (61, 50)]
)
def test_a_number_is_told_by_what_it_reaches(n_firms: int, told: int | None) -> None:
    assert at_least(n_firms) == told


def test_one_and_two_firms_look_like_none(services: Services, town: Town) -> None:
    nothing = nearby(services)
    assert (nothing.givers, nothing.takers) == (Counted(), Counted())
    for _ in range(2):
        town.post(town.business(), an_output(**POMACE))
        town.post(town.business(nace="38"), a_need(**COMPOST))
        assert nearby(services) == nothing
    town.post(town.business(), an_output(**POMACE))
    town.post(town.business(nace="38"), a_need(**COMPOST))
    three = nearby(services)
    assert three.givers.n_at_least == three.takers.n_at_least == 3
    assert three.by_use["compost-feedstock"].n_at_least == 3
    assert three.by_use["animal-feed"] == Counted()


def test_many_listings_of_one_firm_are_one_firm(services: Services, town: Town) -> None:
    winery = town.business()
    for _ in range(4):
        town.post(winery, an_output(**POMACE))
    assert nearby(services).givers == Counted()


def test_a_fourth_firm_changes_no_number(services: Services, town: Town) -> None:
    for _ in range(3):
        town.post(town.business(), an_output(**POMACE))
    before = nearby(services)
    town.post(town.business(), an_output(**POMACE))
    assert nearby(services) == before


def test_a_narrower_material_counts_for_the_broader_one_and_not_the_other_way(
    services: Services, town: Town
) -> None:
    for _ in range(3):
        town.post(town.business(), an_output(**POMACE))
    assert nearby(services, material="biomass").givers.n_at_least == 3
    assert nearby(services, material="wood").givers == Counted()


def test_invented_firms_never_make_up_the_three_behind_which_a_real_one_hides(
    services: Services, town: Town
) -> None:
    for _ in range(2):
        given = a_registration(site=a_site(municipality="telavi"))
        user = operations.register_firm(services, Viewer(language="en"), given, now=NOW, is_demo=True)
        operations.verify_firm(services, town.coordinator(), user.firm_id or "", now=NOW)
        invented = Viewer(user.id, user.role, user.firm_id, "en")
        operations.post_listing(services, invented, an_output(**POMACE), now=NOW, is_demo=True)
    town.post(town.business(), an_output(**POMACE))
    assert nearby(services).givers == Counted()
    for _ in range(2):
        town.post(town.business(), an_output(**POMACE))
    told = nearby(services).givers
    assert (told.n_at_least, told.is_demo) == (5, True)


def test_a_verified_firm_learns_how_many_are_within_its_reach(services: Services, town: Town) -> None:
    for at in ("telavi", "telavi", "gurjaani"):
        town.post(town.business(at=at), an_output(**POMACE))
    for _ in range(3):
        town.post(town.business(at="batumi"), an_output(**POMACE))
    near, far = nearby(services, town.business(at="telavi")), nearby(services, town.business(at="poti"))
    reach = default_book().reach("grape-pomace")
    assert reach is not None
    assert near.reach_km == reach.km
    assert (near.givers.n_at_least, near.givers.in_reach) == (5, 3)
    assert far.givers.n_at_least == 5
    assert nearby(services).givers == Counted(5)


def test_fewer_than_three_within_reach_are_not_told_either(services: Services, town: Town) -> None:
    for at in ("telavi", "gurjaani", "batumi", "batumi", "batumi"):
        town.post(town.business(at=at), an_output(**POMACE))
    told = nearby(services, town.business(at="telavi")).givers
    assert (told.n_at_least, told.in_reach) == (5, None)


def test_a_firm_that_nobody_verified_cannot_try_places(services: Services, town: Town) -> None:
    for _ in range(3):
        town.post(town.business(at="telavi"), an_output(**POMACE))
    stranger = town.business(verified=False, at="telavi")
    assert nearby(services, stranger) == nearby(services)


def test_a_use_tells_how_many_seek_something_for_it(services: Services, town: Town) -> None:
    for _ in range(3):
        assert operations.show_use(services, NOBODY, "compost-feedstock", now=NOW).seekers == Counted()
        town.post(town.business(nace="38"), a_need(**COMPOST))
    assert operations.show_use(services, NOBODY, "compost-feedstock", now=NOW).seekers == Counted(3)
