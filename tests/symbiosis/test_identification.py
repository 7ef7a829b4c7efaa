"""Personal numbers are kept as keyed hashes and appear nowhere."""

from __future__ import annotations

from symbiosis.identification import (
    is_identification_code,
    is_personal_number,
    personal_number_digest,
    without_personal_numbers,
)
from symbiosis.inputs import FirmInput, LoginInput

NUMBER = "01024012345"


def test_nine_digits_are_a_firm_and_eleven_a_person() -> None:
    assert is_identification_code("204000001")
    assert is_identification_code(NUMBER)
    assert is_personal_number(NUMBER)
    assert not is_personal_number("204000001")
    assert not any(map(is_identification_code, ("", "1234567890", "20400000a", "٢٠٤٠٠٠٠٠١", f"{NUMBER}\n")))


def test_a_digest_tells_the_same_number_again_and_depends_on_the_key() -> None:
    once = personal_number_digest(NUMBER, "k" * 32)
    assert once == personal_number_digest(NUMBER, "k" * 32)
    assert once != personal_number_digest(NUMBER, "l" * 32)
    assert once != personal_number_digest("01024012346", "k" * 32)
    assert NUMBER not in once


def test_runs_of_eleven_digits_are_covered_in_any_text() -> None:
    assert NUMBER not in without_personal_numbers(f"/firms?code={NUMBER}&x=1")
    assert without_personal_numbers("204000001 in 2026") == "204000001 in 2026"


def test_inputs_do_not_print_secrets() -> None:
    firm = FirmInput("ა", "A", "11", identification_code=NUMBER)
    assert NUMBER not in repr(firm)
    assert "very-secret" not in repr(LoginInput("a@b.ge", "very-secret"))
