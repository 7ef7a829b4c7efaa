"""`flask --app wsgi …`."""

from __future__ import annotations

from flask import Flask

from graph.records import Role
from symbiosis import operations
from symbiosis.inputs import LoginInput
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_need, an_output
from tests.symbiosis.town import Town


def test_migrating_and_seeding_are_safe_to_repeat(app: Flask, services: Services) -> None:
    runner = app.test_cli_runner()
    for command in ("migrate", "seed"):
        done = runner.invoke(args=[command])
        assert done.exit_code == 0, done.output
        assert done.output.strip()


def test_a_user_is_made_with_a_one_time_password(app: Flask, services: Services) -> None:
    done = app.test_cli_runner().invoke(args=["create-user", "Salome@Example.ge", "planner"])
    assert done.exit_code == 0, done.output
    password = done.output.strip().rpartition(" ")[2]
    user = operations.log_in(services, LoginInput("salome@example.ge", password))
    assert user.role is Role.PLANNER
    assert user.must_change_password
    again = app.test_cli_runner().invoke(args=["create-user", "salome@example.ge", "planner"])
    assert again.exit_code == 1
    assert "email: " in again.output


def test_nobody_becomes_a_business_or_gets_a_mistyped_address_by_command(
    app: Flask, services: Services
) -> None:
    for arguments in (["create-user", "a@b.ge", "business"], ["create-user", "not an address", "planner"]):
        assert app.test_cli_runner().invoke(args=arguments).exit_code != 0


def test_what_is_due_is_compared(app: Flask, town: Town) -> None:
    giver, taker = town.business(), town.business(nace="01")
    for who, given in ((giver, an_output()), (taker, a_need())):
        operations.post_listing(town.services, who, given, now=NOW, compare=False)
    done = app.test_cli_runner().invoke(args=["rematch"])
    assert done.exit_code == 0, done.output
    assert "2 listings" in done.output
    assert len(town.matches_of(giver)) == 1


def test_the_demonstration_stays_out_of_a_store_that_is_in_use(app: Flask, town: Town) -> None:
    viewer = town.business()
    refused = app.test_cli_runner().invoke(args=["demo", "load"])
    assert refused.exit_code == 1
    assert refused.exception is None or isinstance(refused.exception, SystemExit)
    removed = app.test_cli_runner().invoke(args=["demo", "remove"])
    assert removed.output.startswith("0 things")
    assert operations.show_firm(town.services, viewer, viewer.firm_id or "", now=NOW).id == viewer.firm_id
