"""The people and firms of a journey that are there before it begins, put in by the site's own operations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import neo4j

from graph import accounts, listings
from graph.ids import new_id
from graph.migrate import migrate
from graph.records import Role, StoredListing, User
from graph.seed import seed_reference
from graph.server.process import Address
from matching.records import Quantity, Side, Verdict
from matching.reference_book import default_book
from symbiosis import operations, wiring
from symbiosis.access import Viewer
from symbiosis.inputs import DecisionInput, FirmInput, ListingInput, RegistrationInput, SiteInput
from symbiosis.passwords import hash_password
from symbiosis.settings import Settings
from tests.graph.emptying import empty_of_people
from tests.journeys.person import DISTILLERY, WINERY, FirmAsTyped, Person
from tests.journeys.running_site import KEYS

PASSWORD = "ბარდი ვაზი ჩამიჩი 27"
POMACE = "ყურძნის ჭაჭა რთველის შემდეგ, დაწნეხილი"
WANTED = "ვიბარებთ ახალ ჭაჭას გამოსახდელად"


@dataclass(frozen=True)
class Pair:
    """Two verified firms whose listings were matched: ids of what they have."""

    giver: Viewer
    taker: Viewer
    output_id: str
    need_id: str
    match_id: str


class Town:
    """What stands in the graph under the site. Uses a driver of its own beside the site's."""

    def __init__(self, graph: Address, driver: neo4j.Driver) -> None:
        self._driver = driver
        self.services = wiring.build(
            Settings(
                secret_key=KEYS["SECRET_KEY"],
                personal_number_key=KEYS["PERSONAL_NUMBER_KEY"],
                neo4j_uri=graph.uri,
                neo4j_user=graph.user,
                neo4j_password=graph.password,
            )
        )

    def clear(self) -> None:
        """Nobody is there; schema and reference book are."""
        migrate(self._driver)
        empty_of_people(self._driver)
        seed_reference(self._driver, default_book())

    def reckon_chains(self) -> None:
        """What the job does beside the site, until nothing is due."""
        while operations.find_chains_due(self.services, now=datetime.now(UTC)):
            pass

    def shown_to(self, person: Person) -> StoredListing:
        """The listing on whose page somebody is, as it is stored."""
        found = listings.by_id(self.services.store, person.path.rsplit("/", 1)[-1])
        assert found is not None
        return found

    def person(self, role: Role, lang: str) -> str:
        """Someone without a firm, with a login and `PASSWORD`; gives the e-mail address."""
        user = User(
            id=new_id(),
            email=f"{role.value}-{new_id()[-6:]}@example.ge",
            password_hash=_hash(),
            role=role,
            language=lang,
            created_at=datetime.now(UTC),
        )
        accounts.add_user(self.services.store, user)
        return user.email

    def firm(self, typed: FirmAsTyped, lang: str) -> Viewer:
        """A registered and verified firm; gives its contact."""
        given = RegistrationInput(
            firm=FirmInput(typed.name_ka, typed.name_latin, typed.division, typed.code),
            site=SiteInput(typed.municipality, "მთავარი"),
            email=typed.email,
            password=typed.password,
            contact_name=typed.contact,
            phone=typed.phone,
        )
        now = datetime.now(UTC)
        user = operations.register_firm(self.services, Viewer(language=lang), given, now=now)
        coordinator = accounts.user_by_email(self.services.store, self.person(Role.COORDINATOR, lang))
        assert coordinator is not None
        assert user.firm_id is not None
        as_coordinator = Viewer(coordinator.id, coordinator.role)
        operations.verify_firm(self.services, as_coordinator, user.firm_id, now=now)
        return Viewer(user.id, user.role, user.firm_id, user.language)

    def post(self, viewer: Viewer, side: Side, text: str, tonnes: float | None = None) -> str:
        """A listing of a firm, compared at once; gives its id."""
        quantity = None if tonnes is None else Quantity(tonnes, "t", "year")
        given = ListingInput(side, text, quantity=quantity, hazardous=False)
        return operations.post_listing(self.services, viewer, given, now=datetime.now(UTC)).id

    def pair(self, lang: str) -> Pair:
        """The winery and the distillery, matched, nobody has answered yet."""
        giver, taker = self.firm(WINERY, lang), self.firm(DISTILLERY, lang)
        output_id = self.post(giver, Side.OUTPUT, POMACE, 120)
        need_id = self.post(taker, Side.NEED, WANTED, 300)
        (group,) = operations.my_matches(self.services, giver, now=datetime.now(UTC))
        (match,) = group.matches
        return Pair(giver, taker, output_id, need_id, match.id)

    def agree(self, pair: Pair) -> str:
        """Both say yes; gives the id of the exchange."""
        now = datetime.now(UTC)
        for viewer in (pair.giver, pair.taker):
            answer = operations.decide(
                self.services, viewer, pair.match_id, DecisionInput(Verdict.YES), now=now
            )
        assert answer.exchange_id is not None
        return answer.exchange_id

    def close(self) -> None:
        self.services.store.driver.close()


@cache
def _hash() -> str:
    """Of `PASSWORD`; hashing is slow by intention, and once is enough."""
    return hash_password(PASSWORD)
