"""Pictures of every page, in both languages, at the width of a phone and of a desk, to be looked at.

    python -m tools.screenshots [FOLDER [NAME …]]        (var/screenshots and every page when left out)

On a Neo4j of its own in a temporary folder with the demonstration region and a waiting firm; nothing of an
installation is read or changed.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from graph import accounts
from graph.migrate import migrate
from graph.records import Role
from graph.seed import seed_reference
from graph.server.home import Home
from graph.server.jars import fetch, jars_folder, read_lock
from graph.server.process import Address, Neo4jServer
from matching.records import Side
from symbiosis import create_app, demo, operations
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
from symbiosis.settings import Settings
from symbiosis.wiring import Services, build
from tests.browser import CHROMIUM_FLAGS, chromium_executable

ROOT = Path(__file__).resolve().parent.parent
WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}
LANGUAGES = {"ka": "ka-GE", "en": "en-GB"}
ADMINISTRATOR = "administrator@example.org"
NEW_FIRM = "new-firm@example.org"
PROCESSOR = "kutaisi-pellets"
"""A firm of the demonstration region that offers processes to others."""
PASSWORD = "სამი მწვანე ვაზი"  # noqa: S105 (of a database that lives for minutes)


@dataclass(frozen=True)
class Visit:
    """One picture: who looks at which address, and what is done there first (`steps`, by name)."""

    name: str
    path: str
    who: str | None = None
    step: str | None = None


@dataclass(frozen=True)
class Walk:
    """Where to go, with whose logins, and where the pictures go; `only` names visits, empty = all."""

    address: str
    logins: dict[str, tuple[str, str]]
    folder: Path
    only: set[str]


VISITS = (
    Visit("front", "/"),
    Visit("materials", "/materials"),
    Visit("understood", "/materials?q=ყურძნის ჭაჭა"),
    Visit("understood-need", "/materials?q=animal feed"),
    Visit("understood-many", "/materials?q=ბურბუშელა"),
    Visit("understood-nothing", "/materials?q=xyzzy"),
    Visit("material", "/materials/grape-pomace"),
    Visit("material-open", "/materials/sawdust", step="unfold"),
    Visit("material-never", "/materials/asbestos-cement"),
    Visit("material-firm", "/materials/grape-pomace", "business"),
    Visit("use", "/uses/compost-feedstock"),
    Visit("sectors", "/sectors?q=ღვინო"),
    Visit("sector", "/sectors/1102"),
    Visit("sector-size", "/sectors/1102?grapes-t=500"),
    Visit("sector-wrong", "/sectors/1102?grapes-t=many"),
    Visit("sector-division", "/sectors/11"),
    Visit("places", "/places"),
    Visit("place", "/places/telavi"),
    Visit("place-region", "/places/kakheti"),
    Visit("how-it-works", "/how-it-works"),
    Visit("privacy", "/who-sees-what"),
    Visit("about", "/about"),
    Visit("register", "/register"),
    Visit("register-wrong", "/register", step="send_empty"),
    Visit("login", "/login"),
    Visit("login-wrong", "/login", step="wrong_login"),
    Visit("codes", "/codes?q=შეფუთვა"),
    Visit("error-404", "/nowhere"),
    Visit("listings", "/listings", "business"),
    Visit("listing", "first:/listings", "business"),
    Visit("listing-edit", "edit:/listings", "business"),
    Visit("listing-new-output", "/listings/new?side=output", "business", "unfold"),
    Visit("listing-new-material", "/listings/new?side=output&material=grape-pomace", "business"),
    Visit("listing-new-need", "/listings/new?side=need", "business"),
    Visit("listing-codes", "/listings/new?side=output", "business", "type_code"),
    Visit("listing-suggested", "/listings/new?side=output", "business", "take_suggestion"),
    Visit("listing-wrong", "/listings/new?side=output", "business", "wrong_listing"),
    Visit("matches", "/matches", "business"),
    Visit("matches-open", "/matches", "business", "unfold_first"),
    Visit("match", "first:/matches", "business"),
    Visit("exchanges", "/exchanges", "business"),
    Visit("exchange", "first:/exchanges", "business"),
    Visit("firm", "/firm", "business"),
    Visit("firm-open", "/firm", "business", "unfold"),
    Visit("opt-outs", "/firm/opt-outs", "business"),
    Visit("opt-outs-wrong", "/firm/opt-outs", "business", "send_empty_form"),
    Visit("site", "/firm/sites/new", "business"),
    Visit("firm-processes", "/firm", "processor"),
    Visit("process", "first:/firm#processes", "processor"),
    Visit("account", "/account", "business"),
    Visit("empty-listings", "/listings", "new"),
    Visit("empty-matches", "/matches", "new"),
    Visit("empty-exchanges", "/exchanges", "new"),
    Visit("error-403", "/desk", "business"),
    Visit("desk", "/desk", "coordinator"),
    Visit("desk-firm", "first:/desk", "coordinator"),
    Visit("desk-matches", "/desk/matches", "coordinator"),
    Visit("desk-match", "first:/desk/matches", "coordinator"),
    Visit("desk-chains", "/desk/chains", "coordinator"),
    Visit("desk-chains-open", "/desk/chains", "coordinator", "unfold"),
    Visit("desk-chains-wrong", "/desk/chains", "coordinator", "no_without_a_reason"),
    Visit("desk-chain-match", "first:/desk/chains", "coordinator"),
    Visit("desk-log", "/desk/log", "coordinator"),
    Visit("desk-opt-outs", "/desk/opt-outs", "coordinator"),
    Visit("synonyms", "/desk/synonyms", "coordinator"),
    Visit("set-code", "first:/desk#to-classify", "coordinator"),
    Visit("set-code-wrong", "first:/desk#to-classify", "coordinator", "send_empty_form"),
    Visit("desk-exchange", "first:/exchanges", "coordinator"),
    Visit("atlas", "/atlas", "planner"),
    Visit("gaps", "/gaps", "planner", "unfold"),
    Visit("gaps-named", "/gaps", "coordinator", "unfold"),
    Visit("users", "/users", "administrator"),
    Visit("user-new", "/users/new", "administrator"),
    Visit("rules", "/desk/rules", "administrator"),
    Visit("rule", "/desk/rules/ge-pcb-oil", "administrator"),
    Visit("weights", "/desk/weights", "administrator"),
    Visit("password", "/account/password", "first-login"),
)
FIRST_LINK = {
    "/listings": "main article h2 a",
    "/matches": "main article h3 a",
    "/exchanges": "main article h2 a",
    "/firm#processes": "#processes a[href*='/firm/processes/']",
    "/desk": "main article h3 a",
    "/desk#to-classify": "main a[href$='/code']",
    "/desk/matches": "main article h2 a",
    "/desk/chains": "main article h3 a",
}


def main() -> None:
    """Serve, walk, and say where the pictures are."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "var" / "screenshots"
    only = set(sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, _graph(Path(temporary)) as graph:
        settings = Settings(
            secret_key="s" * 32,
            personal_number_key="p" * 32,
            neo4j_uri=graph.uri,
            neo4j_user=graph.user,
            neo4j_password=graph.password,
            var_dir=Path(temporary) / "var",
            log_level="warning",
        )
        services = build(settings)
        logins = _people(services)
        with _site(services) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=str(chromium_executable()), args=list(CHROMIUM_FLAGS)
            )
            for lang in LANGUAGES:
                for device in WIDTHS:
                    _walk(browser, Walk(address, logins, folder, only), lang, device)
            browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


@contextmanager
def _graph(folder: Path) -> Iterator[Address]:
    lock = read_lock()
    jars = jars_folder(lock)
    fetch(lock, jars)
    with Neo4jServer(Home(folder / "neo4j"), jars, lock.version, heap_mb=384, page_cache_mb=64) as address:
        yield address


def _people(services: Services) -> dict[str, tuple[str, str]]:
    """E-mail and password by the name that `Visit.who` uses; the store is filled on the way."""
    now = datetime.now(UTC)
    migrate(services.store.driver)
    seed_reference(services.store.driver, services.book)
    one_time = operations.create_administrator(services, ADMINISTRATOR, now=now) or ""
    logins = {
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
    _something_to_judge(services, logins["business"][0], now)
    _something_said_of_chains(services, now)
    logins["processor"] = (marks.email(PROCESSOR), logins["business"][1])
    logins["new"] = (NEW_FIRM, PASSWORD)
    logins["first-login"] = (account.email, password)
    logins["administrator"] = (ADMINISTRATOR, _settled(services, one_time))
    return logins


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


@contextmanager
def _site(services: Services) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, create_app(services=services), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def _walk(browser: Browser, walk: Walk, lang: str, device: str) -> None:
    width, height = WIDTHS[device]
    pages: dict[str | None, Page] = {}
    for visit in VISITS:
        if walk.only and visit.name not in walk.only:
            continue
        if visit.who not in pages:
            context = browser.new_context(
                base_url=walk.address,
                locale=LANGUAGES[lang],
                viewport={"width": width, "height": height},
                reduced_motion="reduce",
            )
            pages[visit.who] = context.new_page()
            if visit.who is not None:
                _log_in(pages[visit.who], *walk.logins[visit.who], lang)
        page = pages[visit.who]
        _go(page, visit.path)
        if visit.step:
            STEPS[visit.step](page)
        page.evaluate("document.fonts.ready")
        _whole_page(page, width)
        page.screenshot(path=walk.folder / f"{visit.name}-{lang}-{device}.png")
        page.set_viewport_size({"width": width, "height": height})
    for page in pages.values():
        page.context.close()


def _whole_page(page: Page, width: int) -> None:
    """A window as high as the page, so that what sticks to its lower edge stands there."""
    height: int = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": height})


def _go(page: Page, path: str) -> None:
    kind, _, start = path.partition(":")
    page.goto(start or path)
    if not start:
        return
    target = page.locator(FIRST_LINK[start]).first.get_attribute("href") or start
    page.goto(f"{target}/edit" if kind == "edit" else target)


def _log_in(page: Page, email: str, password: str, lang: str) -> None:
    page.goto("/login")
    page.locator("[name=email]").fill(email)
    page.locator("[name=password]").fill(password)
    page.locator("main form button").click()
    page.wait_for_load_state()
    if page.locator("html").get_attribute("lang") != lang:
        page.locator(f"header button[value={lang}]").click()
        page.wait_for_load_state()


def _send_empty(page: Page) -> None:
    page.locator("[name=identification_code]").fill("123")
    page.locator("[name=name_ka]").fill("ჩემი ფირმა")
    page.locator("form.form").evaluate("form => { form.noValidate = true; form.requestSubmit(); }")
    page.locator("#summary").wait_for()


def _send_empty_form(page: Page) -> None:
    page.locator("main form.form").first.evaluate("form => { form.noValidate = true; form.requestSubmit(); }")
    page.locator("#summary").wait_for()


def _no_without_a_reason(page: Page) -> None:
    _unfold(page)
    page.locator("main article button[value='no']").first.click()
    page.locator("#summary").wait_for()


def _wrong_login(page: Page) -> None:
    page.locator("[name=email]").fill("nobody@example.org")
    page.locator("[name=password]").fill("not this one")
    page.locator("main form button").click()
    page.locator("#summary").wait_for()


def _wrong_listing(page: Page) -> None:
    page.locator("[name=text]").fill("ყურძნის ჭაჭა")
    page.locator("[name=amount]").fill("-5")
    page.locator("form.form button").last.click()
    page.locator("#summary").wait_for()


def _type_code(page: Page) -> None:
    page.locator("[name=ewc_code]").press_sequentially(
        "ხის" if page.locator("html[lang=ka]").count() else "wood"
    )
    page.locator("[role=option]").first.wait_for()


def _take_suggestion(page: Page) -> None:
    """A code of a mirror pair is taken, and its question left as it is asked."""
    is_georgian = page.locator("html").get_attribute("lang") == "ka"
    page.locator("#text").fill("საღებავის ნარჩენი" if is_georgian else "paint waste")
    page.locator(".suggestion[value='080112']").click()


def _unfold(page: Page, within: str = "main") -> None:
    for fold in page.locator(within).first.locator("details").all():
        fold.evaluate("fold => { fold.open = true; }")


def _unfold_first(page: Page) -> None:
    _unfold(page, "main article")


STEPS = {
    "send_empty": _send_empty,
    "send_empty_form": _send_empty_form,
    "no_without_a_reason": _no_without_a_reason,
    "wrong_login": _wrong_login,
    "wrong_listing": _wrong_listing,
    "type_code": _type_code,
    "take_suggestion": _take_suggestion,
    "unfold": _unfold,
    "unfold_first": _unfold_first,
}

if __name__ == "__main__":
    main()
