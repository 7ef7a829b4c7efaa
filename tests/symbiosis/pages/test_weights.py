"""The administrator's page of the weights."""

from __future__ import annotations

from flask import Flask

from graph.records import Role
from symbiosis.jobs.retrain import retrain
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW
from tests.symbiosis.learning import answers
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser


def test_without_answers_the_page_says_so(app: Flask, town: Town) -> None:
    client = browser(app, town.user(town.somebody(Role.ADMINISTRATOR)))
    html = client.get("/desk/weights").text
    assert "Nothing is on offer yet" in html
    assert "Nobody has switched yet" in html


def test_an_offer_is_looked_at_switched_to_and_put_back(app: Flask, services: Services, town: Town) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    answers(services)
    offer = retrain(services, by="a test", now=NOW)
    client = browser(app, town.user(town.somebody(Role.ADMINISTRATOR)))
    html = client.get("/desk/weights").text
    assert offer.version in html
    assert "Switch to these weights" in html
    assert "Worth contacting, by month" in html
    form = {"version": offer.version, "number": "0"}
    switched = client.post("/desk/weights", data=form, follow_redirects=True).text
    assert "The other weights count from now on" in switched
    assert "Back to the defaults" in switched
    stale = client.post("/desk/weights", data={"version": "", "number": "0"}, follow_redirects=True).text
    assert "Somebody else switched" in stale
    back = client.post("/desk/weights", data={"version": "", "number": "1"}, follow_redirects=True).text
    assert services.weights == services.plain_ranker.weights
    assert "Switch to these weights" in back
    assert client.post("/desk/weights", data={"version": "invented", "number": "2"}).status_code == 404


def test_learning_by_command_tells_what_it_did_or_what_is_missing(app: Flask, services: Services) -> None:
    runner = app.test_cli_runner()
    refused = runner.invoke(args=["retrain"])
    assert refused.exit_code == 1
    assert "0 პასუხი" in refused.output
    assert "სულ მცირე 30 პასუხი" in refused.output
    answers(services)
    done = runner.invoke(args=["retrain"])
    assert done.exit_code == 0, done.output
    assert "is on offer, learned from 40 answers" in done.output
    assert services.weights == services.plain_ranker.weights
