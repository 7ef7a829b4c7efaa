"""What came of an exchange, told on its page."""

from __future__ import annotations

from flask import Flask

from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser


def test_a_firm_tells_it_and_both_see_it(app: Flask, town: Town) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    giver, taker, exchange_id = town.exchange()
    client, other = (browser(app, town.user(viewer)) for viewer in (giver, taker))
    path = f"/exchanges/{exchange_id}"
    assert "Nobody has told yet" in client.get(path).text
    incomplete = client.post(f"{path}/outcome", data={"happened": "yes", "tonnes": "1,250.5"})
    assert incomplete.status_code == 422
    assert "Please give the day of the first load." in incomplete.text
    assert "1,250.5" in incomplete.text
    form = {"happened": "yes", "tonnes": "1,250.5", "happened_on": "2026-09-01", "cost_gel": "77"}
    done = client.post(f"{path}/outcome", data=form, follow_redirects=True).text
    assert "1,250.5 t" in done
    assert "77" in done
    seen = other.get(path).text
    assert "1,250.5 t" in seen
    assert "77 ₾" not in seen.replace("\N{NO-BREAK SPACE}", " ")
    other.post(f"{path}/outcome", data=form)
    assert "Both sides confirm it" in client.get(path).text


def test_by_program_too(app: Flask, town: Town) -> None:
    giver, _taker, exchange_id = town.exchange()
    client, key = app.test_client(), town.key(giver)
    path = f"/api/v1/exchanges/{exchange_id}/outcomes"
    body = {"happened": "no", "reason": "price"}
    done = client.post(path, json=body, headers=key)
    assert done.status_code == 201
    (said,) = done.json
    assert (said["side"], said["happened"], said["reason"]) == ("output", False, "price")
    refused = client.post(path, json={"happened": "no"}, headers=key)
    assert refused.status_code == 422
    assert "reason" in refused.json["error"]["fields"]
    shown = client.get(f"/api/v1/exchanges/{exchange_id}", headers=key).json
    assert shown["is_confirmed"] is False
    assert shown["outcomes"] == done.json
