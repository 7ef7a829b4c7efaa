"""Valid inputs and settings for tests; a test states what matters to it."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from graph.records import Role, User
from symbiosis.access import Viewer
from symbiosis.inputs import FirmInput, ListingInput, RegistrationInput, SiteInput
from symbiosis.settings import Settings

NO_VAR = Path(gettempdir()) / "symbiosis-tests-keep-nothing"
NOW = datetime(2026, 9, 15, 9, 30, tzinfo=UTC)
PASSWORD = "mtsvane-bostani-7"
_numbers = count(204_000_001)


def settings(**changes: Any) -> Settings:
    """Settings for a test; nothing listens at the address of their Neo4j."""
    chosen: dict[str, Any] = {
        "secret_key": "s" * 32,
        "personal_number_key": "p" * 32,
        "neo4j_uri": "bolt://127.0.0.1:1",
        "neo4j_password": "none",
        "log_level": "warning",
        "var_dir": NO_VAR,
    }
    return Settings(**{**chosen, **changes})


def a_firm(**changes: Any) -> FirmInput:
    """A winery with a code of its own."""
    chosen: dict[str, Any] = {
        "name_ka": "შპს ჭაჭის სახლი",
        "name_latin": "Chachis Sakhli LLC",
        "nace_division": "11",
        "identification_code": str(next(_numbers)),
    }
    return FirmInput(**{**chosen, **changes})


def a_site(**changes: Any) -> SiteInput:
    """A site in Telavi without a pin."""
    return SiteInput(**{"municipality": "telavi", **changes})


def a_registration(**changes: Any) -> RegistrationInput:
    """A firm, a site and a person with an address of its own."""
    n = next(_numbers)
    chosen: dict[str, Any] = {
        "firm": a_firm(),
        "site": a_site(),
        "email": f"nino{n}@example.ge",
        "password": PASSWORD,
        "contact_name": f"ნინო {n}",
        "phone": "+995 599 12 34 56",
    }
    return RegistrationInput(**{**chosen, **changes})


def an_output(**changes: Any) -> ListingInput:
    """Grape pomace."""
    from matching.records import Side

    return ListingInput(**{"side": Side.OUTPUT, "text": "ყურძნის ჭაჭა", **changes})


def a_need(**changes: Any) -> ListingInput:
    """Somebody who seeks grape pomace."""
    from matching.records import Side

    return ListingInput(**{"side": Side.NEED, "text": "ვეძებთ ყურძნის ჭაჭას", **changes})


def viewer_of(user: User) -> Viewer:
    """The user as the one who asks."""
    return Viewer(user.id, user.role, user.firm_id, user.language)


def a_viewer(role: Role, **changes: Any) -> Viewer:
    """Somebody of a role, with an id that no user has."""
    return Viewer(**{"user_id": f"no-{role.value}", "role": role, "language": "en", **changes})
