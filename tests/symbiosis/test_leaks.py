"""What a stranger tries, to learn who is behind a match, or to enter where nobody let him in."""

from __future__ import annotations

import pytest
from flask import Flask

from graph.errors import AlreadyThere
from graph.ids import new_id
from graph.records import Role
from matching.records import Verdict
from symbiosis import operations
from symbiosis.errors import InvalidInput, NotAllowed
from symbiosis.inputs import DecisionInput, EnrolmentInput
from symbiosis.rate_limits import address
from symbiosis.schemas.base import load
from symbiosis.schemas.firm import ContactSchema, SiteSchema
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, PASSWORD, a_firm, a_need, a_site, an_output
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import app_without_graph, browser

YES = DecisionInput(Verdict.YES)


def test_a_yes_given_elsewhere_never_counts_as_the_yes_of_the_other_side(
    services: Services, town: Town
) -> None:
    stranger, victim, match = town.pair()
    town.post(stranger, a_need())
    town.post(town.business(), an_output())
    [elsewhere] = [each for each in town.matches_of(stranger) if each.my_side != match.my_side]
    same = DecisionInput(Verdict.YES, id=new_id())
    operations.decide(services, stranger, elsewhere.id, same, now=NOW)
    with pytest.raises(AlreadyThere):
        operations.decide(services, stranger, match.id, same, now=NOW)
    assert operations.decide(services, stranger, match.id, YES, now=NOW).exchange_id is None
    assert operations.my_exchanges(services, stranger, now=NOW) == ()
    assert all(each.my_verdict is None for each in town.matches_of(victim))


@pytest.mark.parametrize("number", ["01024012345", "01 024 012 345", "pn01024012345"])
def test_a_personal_number_is_no_part_of_a_name(app: Flask, number: str) -> None:
    with app.test_request_context():
        for schema, given in (
            (ContactSchema(), {"contact_name": f"ნინო {number}"}),
            (SiteSchema(), {"municipality": "telavi", "site_name": f"მარანი {number}"}),
        ):
            with pytest.raises(InvalidInput):
                load(schema, given)


def test_a_listing_does_not_tell_the_code_of_its_firm(services: Services, town: Town) -> None:
    winery = town.business()
    code = operations.show_firm(services, winery, winery.firm_id or "", now=NOW).identification_code
    with pytest.raises(InvalidInput) as refused:
        town.post(winery, an_output(text=f"ყურძნის ჭაჭა, ს/კ {code}"))
    assert set(refused.value.problems) == {"text"}


def test_nobody_can_use_up_the_tries_of_others_to_change_their_password(app: Flask, town: Town) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    guesser, other = (browser(app, town.user(town.business())) for _ in range(2))
    form = {"current_password": "a wrong guess", "new_password": "sxva-paroli-99"}
    answers = [guesser.post("/account/password", data=form).status_code for _ in range(11)]
    assert answers == [422] * 10 + [429]
    assert other.post("/account/password", data={**form, "current_password": PASSWORD}).status_code == 302


def test_marks_that_nobody_sees_give_no_further_tries(app: Flask, town: Town) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    email, client = town.user(town.business()).email, browser(app)
    for n in range(10):
        client.post("/login", data={"email": email + "\u200b" * n, "password": "a wrong guess"})
    form = {"email": email + "\u2060", "password": PASSWORD}
    assert client.post("/login", data=form).status_code == 429


@pytest.mark.parametrize(
    ("sent", "counted"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "::ffff:203.0.113.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
    ],
)
def test_all_addresses_of_one_ipv6_network_count_as_one(sent: str, counted: str) -> None:
    with app_without_graph() as app, app.test_request_context(environ_base={"REMOTE_ADDR": sent}):
        assert address() == counted


def test_an_administrator_keeps_logins_and_has_no_part_in_what_firms_keep(
    services: Services, town: Town
) -> None:
    keeper, winery = town.somebody(Role.ADMINISTRATOR), town.business()
    firm_id, posted = winery.firm_id or "", town.post(winery, an_output())
    given = EnrolmentInput(a_firm(identification_code=None), a_site())
    for attempt in (
        lambda: operations.show_firm(services, keeper, firm_id, now=NOW),
        lambda: operations.list_firms(services, keeper, now=NOW),
        lambda: operations.enrol_firm(services, keeper, given, now=NOW),
        lambda: operations.edit_firm(services, keeper, firm_id, a_firm(), now=NOW),
        lambda: operations.show_listing(services, keeper, posted.id, now=NOW),
        lambda: operations.all_listings(services, keeper, now=NOW),
        lambda: operations.post_listing(services, keeper, an_output(firm_id=firm_id), now=NOW),
        lambda: operations.edit_listing(services, keeper, posted.id, an_output(), now=NOW),
        lambda: operations.rematch(services, keeper, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert operations.list_users(services, keeper, now=NOW)
    assert operations.list_disclosures(services, keeper, now=NOW) == ()


def test_a_login_that_was_closed_and_opened_again_has_no_old_sessions_or_keys(
    app: Flask, services: Services, town: Town
) -> None:
    somebody, keeper = town.business(), town.somebody(Role.ADMINISTRATOR)
    before, key = browser(app, town.user(somebody)), town.key(somebody)
    assert before.get("/account").status_code == 200
    for is_disabled in (True, False):
        operations.set_user_disabled(
            services, keeper, somebody.user_id or "", is_disabled=is_disabled, now=NOW
        )
        assert before.get("/account").status_code == 302
        assert app.test_client().get("/api/v1/me", headers=key).status_code == 401
    assert browser(app, town.user(somebody)).get("/account").status_code == 200


def test_a_business_cannot_fill_the_store(app: Flask, town: Town) -> None:
    client, winery = app.test_client(), town.key(town.business(verified=False))
    many = {"listings": [{"side": "output", "text": "7"}] * 200}  # each refused, and counted all the same
    answers = [client.post("/api/v1/listings/bulk", json=many, headers=winery) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    one = {"side": "output", "text": "ყურძნის ჭაჭა"}
    assert client.post("/api/v1/listings", json=one, headers=winery).status_code == 429
    assert client.get("/api/v1/listings", headers=winery).status_code == 200
    keeper = town.key(town.coordinator())
    answers = [client.post("/api/v1/listings/bulk", json=many, headers=keeper) for _ in range(4)]
    assert {answer.status_code for answer in answers} == {200}


def test_who_reads_without_end_waits_a_minute_and_nobody_else(app: Flask, town: Town) -> None:
    curious, other = (browser(app, town.user(town.business())) for _ in range(2))
    answers = [curious.get("/codes.json?q=").status_code for _ in range(120)]
    assert answers == [200] * 120
    for path in ("/codes.json?q=02", "/codes?q=02", "/"):
        refused = curious.get(path)
        assert (refused.status_code, 0 < int(refused.headers["Retry-After"]) < 65) == (429, True), path
        assert "many" in refused.text
    assert curious.head("/codes.json?q=02").status_code == 429
    assert curious.get("/listings").status_code == 200
    assert other.get("/codes.json?q=02").status_code == 200
    assert browser(app).get("/codes.json?q=02").status_code == 200


def test_programs_that_read_without_end_are_told_in_their_own_shape(app: Flask, town: Town) -> None:
    key = town.key(town.business())
    paths = ("units", "periods", "uses", "materials", "municipalities", "nace-divisions")
    ask = [app.test_client().get(f"/api/v1/{path}", headers=key).status_code for path in paths * 20]
    assert ask == [200] * 120
    refused = app.test_client().get("/api/v1/waste-codes?q=02", headers=key)
    assert (refused.status_code, refused.json["error"]["code"]) == (429, "too_many_requests")
    assert app.test_client().get("/api/v1/waste-codes?q=02").status_code == 200


def test_a_number_of_thousands_of_digits_is_refused_calmly(app: Flask, town: Town) -> None:
    headers = {**town.key(town.business()), "Content-Type": "application/json"}
    body = '{"side": "output", "text": "ჭაჭა", "amount": ' + "9" * 5000 + "}"
    refused = app.test_client().post("/api/v1/listings", data=body.encode(), headers=headers)
    assert (refused.status_code, refused.json["error"]["code"]) == (400, "malformed_request")
