"""Registering and entering firms; a personal number is nowhere afterwards."""

from __future__ import annotations

import json
from typing import Any

import neo4j
import pytest

from graph.errors import AlreadyThere
from graph.records import FirmStatus, Role
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.errors import InvalidInput, NotPossibleNow, TooManyTokens, WrongLogin
from symbiosis.inputs import (
    ContactInput,
    EnrolmentInput,
    LoginInput,
    PasswordInput,
    SiteInput,
    TokenInput,
    UserInput,
)
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, PASSWORD, a_firm, a_registration, a_site
from tests.symbiosis.town import Town

NOBODY = Viewer()
NUMBER = "01024012345"


def everything_in(driver: neo4j.Driver) -> str:
    """All properties of all nodes and relationships, as one text."""
    with driver.session() as session:
        nodes = session.run("MATCH (n) WHERE NOT n:WasteCode RETURN properties(n) AS p").value()
        links = session.run("MATCH ()-[r]->() RETURN properties(r) AS p").value()
    return json.dumps([nodes, links], default=str, ensure_ascii=False)


def test_who_registers_is_a_business_and_waits_to_be_verified(services: Services, town: Town) -> None:
    user = operations.register_firm(services, NOBODY, a_registration(), now=NOW)
    assert user.role is Role.BUSINESS
    viewer = Viewer(user.id, user.role, user.firm_id)
    firm = operations.show_firm(services, viewer, user.firm_id or "", now=NOW)
    assert firm.status is FirmStatus.UNVERIFIED
    assert firm.contacts == ()
    assert [site.municipality for site in firm.sites] == ["telavi"]


def test_a_personal_number_is_kept_as_a_digest_and_recognised_again(
    services: Services, app_driver: neo4j.Driver, town: Town
) -> None:
    given = a_registration(firm=a_firm(identification_code=NUMBER))
    user = operations.register_firm(services, NOBODY, given, now=NOW)
    assert NUMBER not in everything_in(app_driver)
    shown = operations.show_firm(services, town.coordinator(), user.firm_id or "", now=NOW)
    assert shown.is_entrepreneur
    assert shown.identification_code is None
    with pytest.raises(AlreadyThere) as refused:
        operations.register_firm(
            services, NOBODY, a_registration(firm=a_firm(identification_code=NUMBER)), now=NOW
        )
    assert refused.value.field == "identification_code"
    assert NUMBER not in str(refused.value)


@pytest.mark.parametrize("same", ["email", "identification_code"])
def test_what_is_taken_is_named_and_nothing_is_stored(services: Services, town: Town, same: str) -> None:
    first = a_registration()
    operations.register_firm(services, NOBODY, first, now=NOW)
    second = a_registration(email=first.email) if same == "email" else a_registration(firm=first.firm)
    with pytest.raises(AlreadyThere) as refused:
        operations.register_firm(services, NOBODY, second, now=NOW)
    assert refused.value.field == same
    keeper = town.coordinator()
    assert len(operations.list_firms(services, keeper, now=NOW)) == 1


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        (
            {"firm": a_firm(nace_division="00"), "site": a_site(municipality="atlantis")},
            {"nace_division", "municipality"},
        ),
        ({"firm": a_firm(nace_division="1102")}, {"nace_division"}),
        ({"password": "1234567890"}, {"password"}),
    ],
)  # fmt: skip
def test_an_impossible_registration_names_its_fields(
    services: Services, given: dict[str, Any], fields: set[str]
) -> None:
    with pytest.raises(InvalidInput) as refused:
        operations.register_firm(services, NOBODY, a_registration(**given), now=NOW)
    assert set(refused.value.problems) == fields


def test_a_login_needs_its_own_password_and_an_open_account(services: Services, town: Town) -> None:
    given = a_registration()
    user = operations.register_firm(services, NOBODY, given, now=NOW)
    assert operations.log_in(services, LoginInput(given.email, PASSWORD)).id == user.id
    keeper = town.somebody(Role.ADMINISTRATOR)
    operations.set_user_disabled(services, keeper, user.id, is_disabled=True, now=NOW)
    for email, password in ((given.email, PASSWORD), (given.email, "wrong-one-123"), ("x@y.ge", PASSWORD)):
        with pytest.raises(WrongLogin):
            operations.log_in(services, LoginInput(email, password))


def test_a_firm_that_a_coordinator_enters_has_no_login(services: Services, town: Town) -> None:
    keeper = town.coordinator()
    given = EnrolmentInput(a_firm(identification_code=None), a_site(), is_verified=True)
    firm = operations.enrol_firm(services, keeper, given, now=NOW)
    assert firm.status is FirmStatus.VERIFIED
    assert operations.show_firm(services, keeper, firm.id, now=NOW).contacts == ()
    again = operations.enrol_firm(services, keeper, given, now=NOW)
    assert again.id != firm.id


def test_a_coordinator_who_opens_a_firm_sees_contacts_and_that_is_logged(
    services: Services, town: Town
) -> None:
    viewer, keeper = town.business(), town.coordinator()
    shown = operations.show_firm(services, keeper, viewer.firm_id or "", now=NOW)
    assert shown.contacts[0].email == town.user(viewer).email
    [line] = operations.list_disclosures(services, keeper, now=NOW)
    assert (line.firm_id, line.what, line.viewer_user_id) == (viewer.firm_id, "contacts", keeper.user_id)


def test_a_firm_edits_itself_and_its_sites(services: Services, town: Town) -> None:
    viewer = town.business()
    firm_id = viewer.firm_id or ""
    changed = operations.edit_firm(
        services, viewer, firm_id, a_firm(name_latin="New Name", nace_division="10"), now=NOW
    )
    assert (changed.name_latin, changed.nace_division) == ("New Name", "10")
    site = operations.add_site(
        services, viewer, firm_id, SiteInput("batumi", "ნავსადგური", 41.65, 41.64), now=NOW
    )
    moved = operations.edit_site(services, viewer, firm_id, site.id, SiteInput("kobuleti"), now=NOW)
    assert (moved.municipality, moved.lat) == ("kobuleti", None)
    with pytest.raises(InvalidInput):
        operations.add_site(services, viewer, firm_id, SiteInput("atlantis"), now=NOW)


def test_a_password_is_changed_with_the_present_one_only(services: Services, town: Town) -> None:
    viewer = town.business()
    for given, field in (
        (PasswordInput("wrong-one-123", "another-good-one-9"), "current_password"),
        (PasswordInput(PASSWORD, "short"), "new_password"),
        (PasswordInput(PASSWORD, PASSWORD), "new_password"),
    ):
        with pytest.raises(InvalidInput) as refused:
            operations.change_password(services, viewer, given, now=NOW)
        assert set(refused.value.problems) == {field}
    before = town.user(viewer).session_epoch
    after = operations.change_password(
        services, viewer, PasswordInput(PASSWORD, "another-good-one-9"), now=NOW
    )
    assert after.session_epoch > before


def test_a_reset_password_is_shown_once_and_ends_sessions_and_keys(services: Services, town: Town) -> None:
    viewer, keeper = town.business(), town.somebody(Role.ADMINISTRATOR)
    town.key(viewer)
    password = operations.reset_password(services, keeper, viewer.user_id or "", now=NOW)
    user = operations.log_in(services, LoginInput(town.user(viewer).email, password))
    assert user.must_change_password
    assert operations.list_tokens(services, viewer, now=NOW) == ()


def test_the_first_administrator_is_made_once(services: Services) -> None:
    password = operations.create_administrator(services, "Keeper@Example.org", now=NOW)
    assert password is not None
    user = operations.log_in(services, LoginInput("keeper@example.org", password))
    assert user.role is Role.ADMINISTRATOR
    assert user.must_change_password
    assert operations.create_administrator(services, "other@example.org", now=NOW) is None


def test_administrators_make_other_roles_and_cannot_lock_themselves_out(
    services: Services, town: Town
) -> None:
    keeper = town.somebody(Role.ADMINISTRATOR)
    made, _password = operations.create_user(
        services, keeper, UserInput("p@example.ge", Role.PLANNER), now=NOW
    )
    assert made.role is Role.PLANNER
    with pytest.raises(NotPossibleNow):
        operations.set_user_disabled(services, keeper, keeper.user_id or "", is_disabled=True, now=NOW)
    with pytest.raises(AlreadyThere):
        operations.create_user(services, keeper, UserInput("p@example.ge", Role.PLANNER), now=NOW)


def test_keys_are_few_and_their_secret_is_kept_nowhere(
    services: Services, app_driver: neo4j.Driver, town: Town
) -> None:
    viewer = town.business()
    made = operations.create_token(services, viewer, TokenInput("cash desk"), now=NOW)
    assert made.secret not in everything_in(app_driver)
    assert made.secret.startswith(made.token.prefix)
    for _ in range(19):
        operations.create_token(services, viewer, TokenInput("x"), now=NOW)
    with pytest.raises(TooManyTokens):
        operations.create_token(services, viewer, TokenInput("one too many"), now=NOW)


def test_the_contact_that_others_will_see_is_changed_by_its_owner(services: Services, town: Town) -> None:
    viewer = town.business()
    after = operations.edit_contact(services, viewer, ContactInput("გიორგი", None), now=NOW)
    assert (after.name, after.phone) == ("გიორგი", None)
