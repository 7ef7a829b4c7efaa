"""The OpenAPI description: valid, whole, and true when it is tried."""

from __future__ import annotations

import jsonschema_rs
import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance

from symbiosis.access import rule_of
from tests.symbiosis.town import Town

META = "https://json-schema.org/draft/2020-12/schema"


def description(app: Flask) -> dict[str, object]:
    answer = app.test_client().get("/api/v1/openapi.json")
    assert answer.status_code == 200
    loaded: dict[str, object] = answer.json
    return loaded


def test_every_route_of_the_api_is_described_with_its_errors(app: Flask) -> None:
    paths = description(app)["paths"]
    assert isinstance(paths, dict)
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith("/api/v1") or rule.endpoint.startswith("api-docs"):
            continue
        path = rule.rule.replace("<", "{").replace(">", "}")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            responses = paths[path][method.lower()]["responses"]
            assert "422" in responses
            if not (rule_of(app.view_functions[rule.endpoint]) or rule).is_public:  # type: ignore[union-attr]
                assert "401" in responses


def test_every_schema_of_the_description_is_a_json_schema(app: Flask) -> None:
    body = description(app)
    assert str(body["openapi"]).startswith("3.1")
    components = body["components"]
    assert isinstance(components, dict)
    assert {"Listing", "CounterpartAnswer", "MatchAnswer", "Error"} <= set(components["schemas"])
    for name, schema in components["schemas"].items():
        jsonschema_rs.meta.validate({"$schema": META, **schema}), name


def test_the_other_side_is_described_without_place_cost_or_contact(app: Flask) -> None:
    components = description(app)["components"]
    assert isinstance(components, dict)
    told = set(components["schemas"]["CounterpartAnswer"]["properties"])
    assert not told & {"cost_gel_per_year", "lat", "lon", "site_id", "contacts", "email", "phone"}
    assert "identification_code" not in told


@pytest.mark.parametrize("role", ["business", "coordinator"])
def test_the_api_does_what_its_description_says_for_whatever_is_sent(
    app: Flask, town: Town, role: str
) -> None:
    giver, _taker, _match = town.pair()
    headers = town.key(giver if role == "business" else town.coordinator())
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    seen: set[int] = set()
    for result in schema.get_all_operations():
        operation = result.ok()

        @settings(
            max_examples=3, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=operation.as_strategy())
        def try_it(case: schemathesis.Case) -> None:
            answer = case.call(headers=headers)
            case.validate_response(answer, checks=[not_a_server_error, response_schema_conformance])
            seen.add(answer.status_code)

        if operation.path == "/api/v1/tokens/{token_id}":
            continue  # it would take its own key away
        try_it()
    assert {200, 422} <= seen
