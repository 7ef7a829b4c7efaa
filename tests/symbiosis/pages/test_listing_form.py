"""What was said of the meaning of a listing stays while its form comes back."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from graph import listings
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

NOT_MEANT, MEANT = "grape-pomace", "grape-seeds"
TYPED = {"side": "output", "text": "ყურძნის ჭაჭა", "not_ids": ["", NOT_MEANT], "material_ids": [MEANT]}


def sent_next(page: str) -> list[tuple[str, str]]:
    """What the form would send of what was said."""
    fields = re.findall(r'name="(material_ids|use_ids|not_ids)" value="([^"]+)"', page)
    return sorted(fields)


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ({"amount": "12"}, 422),  # no unit
        ({"text": ""}, 422),
        ({"text": "7"}, 422),
        ({"suggest": "meaning"}, 200),
        ({"suggest": "meaning", "text": "ო"}, 200),
        ({"tap": "open:sawdust"}, 200),
    ],
)
def test_what_was_said_stays_in_a_form_that_comes_back(
    app: Flask, town: Town, typed: dict[str, str], status: int
) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    winery = town.business()
    client = browser(app, town.user(winery))
    again = client.post("/listings/new", data={**TYPED, **typed})
    assert again.status_code == status
    assert sent_next(again.text) == [("material_ids", MEANT), ("not_ids", NOT_MEANT)]


def test_what_is_taken_back_is_gone_and_what_nobody_knows_is_not_kept(app: Flask, town: Town) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    client = browser(app, town.user(town.business()))
    back = client.post("/listings/new", data={**TYPED, "tap": f"open:{NOT_MEANT}"})
    assert sent_next(back.text) == [("material_ids", MEANT)]
    odd = client.post("/listings/new", data={**TYPED, "not_ids": ["phlogiston"]})
    assert odd.status_code == 422
    assert sent_next(odd.text) == [("material_ids", MEANT)]


def test_a_refused_edit_keeps_what_was_said_and_the_next_try_stores_it(app: Flask, town: Town) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    winery = town.business()
    client = browser(app, town.user(winery))
    posted = client.post("/listings/new", data=TYPED)
    id = posted.location.rsplit("/", 1)[-1]
    refused = client.post(f"/listings/{id}/edit", data={**TYPED, "amount": "12"})
    assert refused.status_code == 422
    kept = sent_next(refused.text)
    form = {"side": "output", "text": "ყურძნის ჭაჭა, სველი"}
    for name, value in kept:
        form[name] = value
    assert client.post(f"/listings/{id}/edit", data=form).status_code == 302
    stored = listings.by_id(town.services.store, id)
    assert stored is not None
    assert (stored.material_ids, stored.not_ids) == ((MEANT,), (NOT_MEANT,))
