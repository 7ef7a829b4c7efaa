"""The people and firms of a journey that are there before it begins, put in by the site's own operations."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import neo4j

from graph import accounts
from graph.ids import new_id
from graph.migrate import migrate
from graph.records import Role, User
from graph.seed import seed_reference
from graph.server.process import Address
from matching.reference_book import default_book
from symbiosis import wiring
from symbiosis.passwords import hash_password
from symbiosis.settings import Settings
from tests.journeys.running_site import KEYS

PASSWORD = "ბარდი ვაზი ჩამიჩი 27"


class Town:
    """What stands in the graph under the site. Uses a driver of its own beside the site's."""

    def __init__(self, graph: Address, driver: neo4j.Driver) -> None:
        self._driver = driver
        self.services = wiring.build(
            Settings(
                secret_key=KEYS["SECRET_KEY"].strip(),
                personal_number_key=KEYS["PERSONAL_NUMBER_KEY"].strip(),
                neo4j_uri=graph.uri,
                neo4j_user=graph.user,
                neo4j_password=graph.password,
            )
        )

    def clear(self) -> None:
        """Nobody is there; schema and reference book are."""
        migrate(self._driver)
        with self._driver.session() as session:
            is_seeded = session.run("MATCH (n:Municipality) RETURN count(n) > 0 AS yes").single(strict=True)[
                "yes"
            ]
            session.run(
                "MATCH (n:Firm|Site|Listing|User|Token|Match|Decision|Exchange|Disclosure) DETACH DELETE n"
            ).consume()
        if not is_seeded:
            seed_reference(self._driver, default_book())

    def person(self, role: Role, lang: str, *, firm_id: str | None = None, name: str | None = None) -> str:
        """Someone with a login and `PASSWORD`; gives the e-mail address."""
        email = f"{role.value}-{new_id()[-6:]}@example.ge"
        accounts.add_user(
            self.services.store,
            User(
                id=new_id(),
                email=email,
                password_hash=_hash(),
                role=role,
                language=lang,
                created_at=datetime.now(UTC),
                firm_id=firm_id,
                name=name,
            ),
        )
        return email

    def close(self) -> None:
        self.services.store.driver.close()


@cache
def _hash() -> str:
    """Of `PASSWORD`; hashing is slow by intention, and once is enough."""
    return hash_password(PASSWORD)
