"""Forms become plain data; what was typed comes back, except what must not."""

from __future__ import annotations

import pytest
from werkzeug.datastructures import MultiDict

from symbiosis.forms import form_to_dict, read_number, typed
from symbiosis.schemas.account import LoginSchema
from symbiosis.schemas.firm import FirmRegistrationSchema
from symbiosis.schemas.listing import ListingSchema

NUMBER = "01024012345"


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("12", "ka", 12.0),
        ("12,5", "ka", 12.5),
        ("12.5", "ka", 12.5),
        ("1 200", "ka", 1200.0),
        ("1\u00a0200,5", "ka", 1200.5),
        ("1.200,5", "ka", 1200.5),
        ("1,200.5", "en", 1200.5),
        ("1,200", "ka", 1.2),
        ("1,200", "en", 1200.0),
        ("12,5", "en", 12.5),
        ("-3", "en", -3.0),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, language: str, number: float) -> None:
    assert read_number(text, language) == number


@pytest.mark.parametrize("text", ["ten", "1e9", "NaN", "inf", "12t", "1.2.3", "--1", "٣"])
def test_what_is_no_number_stays_the_text_that_was_typed(text: str) -> None:
    assert read_number(text, "en") == text


def test_a_form_becomes_plain_data() -> None:
    form = MultiDict(
        [
            ("csrf_token", "x"), ("side", "output"), ("text", "ჭაჭა"), ("amount", "12,5"), ("unit", "t"),
            ("period", "year"), ("season_months", "9"), ("season_months", "10"), ("ewc_code", " "),
            ("unheard_of", "1"),
        ]
    )  # fmt: skip
    assert form_to_dict(ListingSchema(), form, "ka") == {
        "side": "output",
        "text": "ჭაჭა",
        "amount": 12.5,
        "unit": "t",
        "period": "year",
        "season_months": [9, 10],
        "unheard_of": "1",
    }


def test_a_password_of_spaces_is_still_a_password() -> None:
    assert form_to_dict(LoginSchema(), MultiDict({"password": "   "}), "ka") == {"password": "   "}


def test_what_was_typed_comes_back_without_passwords_and_personal_numbers() -> None:
    form = MultiDict(
        {
            "identification_code": NUMBER,
            "name_ka": f"ი/მ {NUMBER}",
            "email": "a@b.ge",
            "password": "mine",
            "role": "administrator",
        }
    )
    kept = typed(FirmRegistrationSchema(), form)
    assert kept == {"identification_code": "", "name_ka": "ი/მ [11 digits]", "email": "a@b.ge"}
    assert typed(FirmRegistrationSchema(), MultiDict({"identification_code": "20400000"})) == {
        "identification_code": "20400000"
    }
    assert NUMBER not in str(
        typed(FirmRegistrationSchema(), MultiDict({"identification_code": "01024 012345"}))
    )
