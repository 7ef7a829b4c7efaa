"""Registration: what is taken, and that a role and a personal number's echo never are."""

from __future__ import annotations

from typing import Any

import pytest

from symbiosis.errors import InvalidInput
from symbiosis.schemas.base import load
from symbiosis.schemas.firm import EnrolmentSchema, FirmRegistrationSchema, SiteSchema

GOOD: dict[str, Any] = {
    "identification_code": "204000001",
    "name_ka": "შპს ჭაჭის სახლი",
    "name_latin": "Chachis Sakhli LLC",
    "nace_division": "11",
    "municipality": "telavi",
    "email": "Nino@Example.GE",
    "password": "mtsvane-bostani-7",
    "contact_name": "ნინო",
    "phone": "+995 599 12-34-56",
}


def problems_of(data: dict[str, Any]) -> dict[str, list[str]]:
    with pytest.raises(InvalidInput) as refused:
        load(FirmRegistrationSchema(), data)
    return {name: [str(each) for each in said] for name, said in refused.value.problems.items()}


def test_a_registration_becomes_its_three_parts() -> None:
    made = load(FirmRegistrationSchema(), {**GOOD, "lat": 41.92, "lon": 45.47})
    assert made.firm.identification_code == "204000001"
    assert (made.site.municipality, made.site.lat, made.site.lon) == ("telavi", 41.92, 45.47)
    assert made.email == "nino@example.ge"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("role", "administrator"),
        ("status", "verified"),
        ("is_verified", True),
        ("identification_code", "12345678"),
        ("identification_code", "1234567890"),
        ("identification_code", 204000001),
        ("email", "nino"),
        ("email", "nino@example"),
        ("email", "a b@example.ge"),
        ("email", "nino@exam\nple.ge"),
        ("phone", "call me"),
        ("lat", 45.47),
        ("password", ""),
        ("password", 1234567890),
        ("password", "with\x00nul-inside"),
        ("name_ka", "x" * 161),
        ("contact_name", "\u0000\u0001"),
    ],
)
def test_a_wrong_value_is_refused_by_the_name_of_its_field(field: str, value: Any) -> None:
    extra = {"lon": 41.92} if field == "lat" else {}
    assert field in problems_of({**GOOD, **extra, field: value})


def test_a_mistyped_personal_number_is_not_repeated() -> None:
    for typed in ("010240123456", "0102401234x", "01024012345 or so"):
        assert typed not in str(problems_of({**GOOD, "identification_code": typed}))


def test_spaces_in_a_number_are_forgiven() -> None:
    made = load(FirmRegistrationSchema(), {**GOOD, "identification_code": "01024 012345"})
    assert made.firm.identification_code == "01024012345"


def test_half_a_pin_names_the_missing_half() -> None:
    with pytest.raises(InvalidInput) as refused:
        load(SiteSchema(), {"municipality": "telavi", "lat": 41.9})
    assert set(refused.value.problems) == {"lon"}


def test_a_coordinator_may_enter_a_firm_without_its_number() -> None:
    made = load(
        EnrolmentSchema(),
        {
            "name_ka": "ა ბ",
            "name_latin": "A B",
            "nace_division": "11",
            "municipality": "telavi",
            "is_verified": True,
        },
    )
    assert made.is_verified
    assert made.firm.identification_code is None
