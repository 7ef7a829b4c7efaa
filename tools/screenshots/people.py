"""Who looks: the store is filled with the demonstration region and with what only some pages show."""

from __future__ import annotations

from datetime import UTC, datetime

from graph import accounts
from graph.migrate import migrate
from graph.records import Role
from graph.seed import seed_reference
from matching.records import Side
from symbiosis import demo, operations
from symbiosis.access import Viewer
from symbiosis.demo import marks
from symbiosis.inputs import (
    ChainAnswerInput,
    CorrectionInput,
    FirmInput,
    ListingInput,
    OptOutInput,
    PasswordInput,
    RegistrationInput,
    SiteInput,
    SynonymInput,
    UserInput,
)
from symbiosis.wiring import Services

ADMINISTRATOR = "administrator@example.org"
NEW_FIRM = "new-firm@example.org"
PROCESSOR = "kutaisi-pellets"
"""A firm of the demonstration region that offers processes to others."""
PASSWORD = "სამი მწვანე ვაზი"  # noqa: S105 (of a database that lives for minutes)


def logins(services: Services) -> dict[str, tuple[str, str]]:
    """E-mail and password by the name that `Visit.who` uses; the store is filled on the way."""
    now = datetime.now(UTC)
    migrate(services.store.driver)
    seed_reference(services.store.driver, services.book)
    one_time = operations.create_administrator(services, ADMINISTRATOR, now=now) or ""
    found = {
        login.role.value: (login.email, login.password) for login in reversed(demo.load(services, now=now))
    }
    administrator = Viewer(user_id="tool", role=Role.ADMINISTRATOR, language="en")
    account, password = operations.create_user(
        services, administrator, UserInput("planner@example.org", Role.PLANNER, "Nino"), now=now
    )
    given = RegistrationInput(
        FirmInput("ახალი ფირმა", "New Firm", "10", "404999888"),
        SiteInput("kutaisi"),
        NEW_FIRM,
        PASSWORD,
        "Giorgi",
    )
    operations.register_firm(services, Viewer(), given, now=now)
    _something_to_judge(services, found["business"][0], now)
    _something_said_of_chains(services, now)
    found["processor"] = (marks.email(PROCESSOR), found["business"][1])
    found["new"] = (NEW_FIRM, PASSWORD)
    found["first-login"] = (account.email, password)
    found["administrator"] = (ADMINISTRATOR, _settled(services, one_time))
    return found


def _something_to_judge(services: Services, email: str, now: datetime) -> None:
    """What a firm said of its words, and with whom it does not want to meet, waits for a coordinator; one
    synonym is in force.
    """
    user = accounts.user_by_email(services.store, email)
    firm_id = (user.firm_id if user else None) or ""
    viewer = Viewer(user.id if user else None, Role.BUSINESS, firm_id)
    keeper = Viewer("tool", Role.COORDINATOR)
    for text, entry_id in (("ქვევრის ქუსპი, სველი", "grape-pomace"), ("აზბესტის ნატეხი", "concrete-rubble")):
        own = operations.post_listing(
            services, viewer, ListingInput(Side.OUTPUT, text), now=now, compare=False
        )
        operations.correct_listing(services, viewer, own.id, CorrectionInput(entry_id, "is"), now=now)
    operations.accept_synonym(services, keeper, SynonymInput("მარნის ლექი", "wine-lees"), now=now)
    for code, label in (("404555667", "ჩვენი ყოფილი პარტნიორი"), ("405111222", "შპს კონკურენტი")):
        asked = operations.ask_opt_out(services, viewer, firm_id, OptOutInput(code, label), now=now)
    operations.decide_opt_out(services, keeper, asked.id, is_yes=True, now=now)


def _something_said_of_chains(services: Services, now: datetime) -> None:
    """A coordinator pursues one chain and has set another aside."""
    keeper = Viewer(_user_id(services, marks.email(Role.COORDINATOR)), Role.COORDINATOR)
    chains = operations.show_third_parties(services, keeper, now=now).chains
    answers = (
        ChainAnswerInput("in_talks", note="კომპოსტერი ნიმუშს ელოდება"),
        ChainAnswerInput("no", reason="price", note="დამსხვრევა ახალ ღორღზე ძვირი გამოდის"),
    )
    for chain, answer in zip(chains, answers, strict=False):
        operations.answer_chain(services, keeper, chain.id or "", answer, now=now)


def _user_id(services: Services, email: str) -> str | None:
    user = accounts.user_by_email(services.store, email)
    return user.id if user else None


def _settled(services: Services, one_time: str) -> str:
    """The administrator's own password in place of the one-time one."""
    viewer = Viewer(user_id=_user_id(services, ADMINISTRATOR), role=Role.ADMINISTRATOR)
    operations.change_password(services, viewer, PasswordInput(one_time, PASSWORD), now=datetime.now(UTC))
    return PASSWORD
