"""Texts that would tell who wrote them are told apart from texts about things."""

from __future__ import annotations

import pytest

from graph.records import Firm, FirmStatus
from symbiosis.telling_texts import firm_tells, holds_contact, holds_name
from tests.symbiosis.builders import NOW


@pytest.mark.parametrize(
    "text",
    [
        "ჭაჭა, ტელ. 599 12 34 56",
        "pomace, call 599123456",
        "call +995 599 123-456",
        "call 00995599123456",
        "დარეკეთ: (032) 2 12 34 56",
        "write nino@example.ge",
        "write nino @ example . ge",
        "see www.example.com",
        "see example.ge",
        "ი/მ 01024012345",
        "pn01024012345",
        "პ/ნ 01 024 012 345",
        "010-2401-2345",
        "ტელ. 599.12.34.56",
    ],
)
def test_contacts_are_found(text: str) -> None:
    assert holds_contact(text)


@pytest.mark.parametrize(
    "text",
    [
        "ყურძნის ჭაჭა 12 ტონა, 2026-09-15-დან 2026-11-30-მდე",
        "codes 02 07 01, 02 07 02 and 02 07 04",
        "020701 020702 020704",
        "500 000 kg a year, 12.5 % moisture, pH 3.5",
        "pallets 1200 x 800 x 144 mm",
        "ash 2024 2025 2026",
        "100 000 000 bottles",
        "100.000.000 bottles, 500.000.000 caps",
        "2026-09-15 200 კგ",
        "02 07 01 10 000 kg",
        "glass, 0.75 l. green",
    ],
)
def test_codes_amounts_and_dates_are_no_contacts(text: str) -> None:
    assert not holds_contact(text)


def test_the_name_of_the_firm_is_found_without_its_legal_form() -> None:
    names = ("შპს ჭაჭის სახლი", "Chachis Sakhli LLC")
    assert holds_name("ჭაჭა, „ჭაჭის სახლი“", *names)
    assert holds_name("from CHACHIS-SAKHLI, fresh", *names)
    assert not holds_name("ჭაჭა სახლიდან", *names)
    assert not holds_name("ხე, ბეტონი", "შპს ხე", "LLC")


@pytest.mark.parametrize("text", ["ჭაჭა, ს/კ 404123456", "pomace of 404-123-456"])
def test_the_code_of_the_firm_tells_it_as_its_name_does(text: str) -> None:
    firm = Firm(
        "1",
        "შპს ჭაჭის სახლი",
        "Chachis Sakhli LLC",
        "11",
        FirmStatus.VERIFIED,
        NOW,
        identification_code="404123456",
    )
    assert holds_name(text, *firm_tells(firm))
    assert not holds_name("404 123 tonnes, 404123457", *firm_tells(firm))
