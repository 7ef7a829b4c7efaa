"""The demonstration region comes into an empty store and goes out of it again, and nothing else with it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import neo4j
import pytest

from graph import accounts, due, exchanges, firms, listings, matches
from graph.ids import new_id
from graph.migrate import migrate
from graph.records import Firm, FirmStatus, Role, Site, StoredListing, StoredMatch, User
from graph.seed import seed_reference
from graph.server.process import Address
from matching.records import Side, Verdict
from matching.reference_book import default_book
from symbiosis import demo, passwords, wiring
from symbiosis.access import Viewer
from symbiosis.demo import marks
from symbiosis.demo.logins import password_file
from symbiosis.demo.reading import read_answers, read_firms
from symbiosis.inputs import DecisionInput, ListingInput
from symbiosis.operations.decide import decide
from symbiosis.operations.find_matches import compared_by
from symbiosis.operations.post_listing import post_listing
from symbiosis.settings import Settings
from symbiosis.wiring import Services
from tests.graph.emptying import empty
from tests.symbiosis.demo import NOW

REAL_PASSWORD_HASH = "not a hash, nobody logs in here"


@dataclass(frozen=True)
class Loaded:
    services: Services
    logins: list[demo.Login]


@pytest.fixture(scope="module")
def services(
    driver: neo4j.Driver, neo4j_server: Address, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Services]:
    settings = Settings(
        secret_key="s" * 32,
        personal_number_key="p" * 32,
        neo4j_uri=neo4j_server.uri,
        neo4j_user=neo4j_server.user,
        neo4j_password=neo4j_server.password,
        var_dir=tmp_path_factory.mktemp("var"),
    )
    built = wiring.build(settings)
    yield built
    built.store.driver.close()


@pytest.fixture(scope="module")
def loaded(services: Services, driver: neo4j.Driver) -> Loaded:
    """The region, loaded once for the tests that only look at it."""
    empty(driver)
    migrate(driver)
    seed_reference(driver, default_book())
    return Loaded(services, demo.load(services, now=NOW))


def all_listings(services: Services) -> list[StoredListing]:
    return listings.all_listings(services.store, skip=0, limit=1000)


def by_firm(services: Services) -> dict[str, Firm]:
    """The stored firms by their key in the file."""
    codes = {marks.identification_code(n): each.key for n, each in enumerate(read_firms(services.book), 1)}
    return {codes[str(firm.identification_code)]: firm for firm in firms.list_firms(services.store)}


def test_every_firm_is_there_verified_and_marked(loaded: Loaded) -> None:
    stored = firms.list_firms(loaded.services.store)
    assert len(stored) == len(read_firms(loaded.services.book))
    assert all(firm.is_demo and firm.status is FirmStatus.VERIFIED for firm in stored)
    assert all(firm.name_ka.endswith("(სადემონსტრაციო)") for firm in stored)
    assert all(firm.name_latin.endswith("(demo)") for firm in stored)


def test_every_listing_is_marked_ranked_and_from_the_last_sixty_days(loaded: Loaded) -> None:
    stored = all_listings(loaded.services)
    assert len(stored) == sum(len(firm.listings) for firm in read_firms(loaded.services.book))
    assert all(each.is_demo for each in stored)
    assert all(NOW - timedelta(days=61) < each.posted_at <= NOW < each.expires_at for each in stored)
    assert len({each.posted_at.date() for each in stored}) > 50
    assert all(each.matched_at is not None for each in stored)
    assert due.to_compare(loaded.services.store, compared_by(loaded.services.ranker.version), NOW) == []


def test_every_firm_has_a_contact_whom_no_mail_can_reach(loaded: Loaded) -> None:
    for firm in firms.list_firms(loaded.services.store):
        (contact,) = firms.contacts_of(loaded.services.store, firm.id)
        assert str(contact["email"]).endswith("@demo.symbiosis.invalid")
        assert contact["name"]
        assert str(contact["phone"]).startswith("+995 0")


def test_there_is_a_working_login_for_each_role(loaded: Loaded) -> None:
    assert {login.role for login in loaded.logins} == {Role.BUSINESS, Role.COORDINATOR, Role.PLANNER}
    assert len({login.password for login in loaded.logins}) == 1
    for login in loaded.logins:
        user = accounts.user_by_email(loaded.services.store, login.email)
        assert user is not None
        assert user.is_demo
        assert user.role is login.role
        assert passwords.is_right(login.password, user.password_hash)


def test_the_password_is_kept_for_the_next_start_and_for_its_user_alone(loaded: Loaded) -> None:
    kept = password_file(loaded.services.settings)
    assert kept.read_text(encoding="ascii").strip() == loaded.logins[0].password
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_loading_again_changes_nothing_and_tells_the_same_logins(loaded: Loaded) -> None:
    before = counts(loaded.services)
    assert demo.load(loaded.services, now=NOW + timedelta(days=1)) == loaded.logins
    assert counts(loaded.services) == before


def test_the_logins_work_again_after_the_kept_password_was_lost(loaded: Loaded) -> None:
    password_file(loaded.services.settings).unlink()
    renewed = demo.logins(loaded.services)
    assert renewed[0].password != loaded.logins[0].password
    user = accounts.user_by_email(loaded.services.store, renewed[0].email)
    assert user is not None
    assert passwords.is_right(renewed[0].password, user.password_hash)
    password_file(loaded.services.settings).write_text(loaded.logins[0].password, encoding="ascii")
    assert demo.logins(loaded.services) == loaded.logins


def test_a_newcomer_sees_matches_at_once(loaded: Loaded) -> None:
    winery = by_firm(loaded.services)["telavi-winery"]
    found = matches.of_firm(loaded.services.store, winery.id, NOW)
    assert len({match.output_id for match in found}) >= 3


def test_every_answer_of_the_file_found_its_match(loaded: Loaded) -> None:
    stored = by_firm(loaded.services)
    for answer in read_answers(read_firms(loaded.services.book)):
        giver, taker = stored[answer.output_firm], stored[answer.need_firm]
        said = {
            (match.output_verdict, match.need_verdict)
            for match in between(loaded.services, giver, taker)
            if match.output_verdict or match.need_verdict
        }
        assert said == {(answer.output_says, answer.need_says)}, answer


def test_exchanges_are_open_where_both_said_yes(loaded: Loaded) -> None:
    answers = read_answers(read_firms(loaded.services.book))
    agreed = [each for each in answers if each.output_says is each.need_says is Verdict.YES]
    assert len(exchanges.all_exchanges(loaded.services.store)) == len(agreed) >= 3


def between(services: Services, giver: Firm, taker: Firm) -> list[StoredMatch]:
    given = {each.id for each in listings.of_firm(services.store, giver.id)}
    sought = {each.id for each in listings.of_firm(services.store, taker.id)}
    found = matches.of_firm(services.store, giver.id, NOW)
    return [match for match in found if match.output_id in given and match.need_id in sought]


@pytest.mark.parametrize(
    ("giver", "words", "takers"),
    [
        ("telavi-winery", "ყურძნის ჭაჭა", {"kvareli-distillery", "lagodekhi-compost"}),
        ("gurjaani-winery", "Grape stalks", {"lagodekhi-compost", "kutaisi-pellets"}),
        ("gurjaani-winery", "ყურძნის წიპწა", {"sighnaghi-oil"}),
        ("kvareli-distillery", "ნახადი ჭაჭა", {"lagodekhi-compost", "marneuli-biogas"}),
        ("telavi-dairy", "ყველის შრატი", {"sagarejo-pigs", "marneuli-biogas"}),
        ("akhmeta-sawmill", "წიფლის ნახერხი", {"kutaisi-pellets", "gardabani-poultry"}),
        ("rustavi-steel", "ფოლადის წიდა", {"rustavi-cement", "batumi-blocks", "rustavi-builders"}),
        ("batumi-grand-hotel", "ნახმარი ზეთი", {"batumi-collector"}),
        ("batumi-towers", "ბეტონის ნარჩენი", {"khelvachauri-roads", "batumi-blocks", "rustavi-builders"}),
        ("batumi-garage", "ნამუშევარი ძრავის ზეთი", {"batumi-collector"}),
    ],
)
def test_the_best_match_of_a_listing_is_one_that_a_person_would_try(
    loaded: Loaded, giver: str, words: str, takers: set[str]
) -> None:
    keys = {firm.id: key for key, firm in by_firm(loaded.services).items()}
    giver_id = by_firm(loaded.services)[giver].id
    (listing,) = [
        each
        for each in listings.of_firm(loaded.services.store, giver_id)
        if each.side is Side.OUTPUT and words in each.text
    ]
    ranked = [
        match
        for match in matches.of_firm(loaded.services.store, giver_id, NOW)
        if match.output_id == listing.id
    ]
    assert ranked, f"{listing.text!r} has no match"
    best = max(ranked, key=lambda match: match.score)
    taker = listings.by_id(loaded.services.store, best.need_id)
    assert taker is not None
    assert keys[taker.firm_id] in takers, taker.text


# ------------------------------------------------------------------ what follows changes the store


def counts(services: Services) -> dict[str, int]:
    """How many nodes of each label there are."""
    with services.store.driver.session() as session:
        rows = session.run("MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS n").data()
    return {row["label"]: row["n"] for row in rows}


def test_fictional_listings_do_not_run_out_while_the_demonstration_is_shown(loaded: Loaded) -> None:
    much_later = NOW + timedelta(days=85)
    demo.load(loaded.services, now=much_later)
    store = loaded.services.store
    open_ones = [each for firm in firms.list_firms(store) for each in listings.of_firm(store, firm.id)]
    assert open_ones
    assert min(each.expires_at for each in open_ones) > much_later


def test_removing_leaves_the_real_firm_that_came_meanwhile(loaded: Loaded) -> None:
    services = loaded.services
    real = real_firm(services)
    pomace = post_listing(services, real, ListingInput(Side.OUTPUT, "ყურძნის ჭაჭა, დაწნეხილი"), now=NOW)
    compost = post_listing(services, real, ListingInput(Side.NEED, "კომპოსტი ვენახისთვის"), now=NOW)
    met = matches.of_firm(services.store, str(real.firm_id), NOW)
    assert met
    decide(services, real, met[0].id, DecisionInput(Verdict.YES), now=NOW)

    assert demo.remove(services) > 300

    assert [firm.id for firm in firms.list_firms(services.store)] == [real.firm_id]
    assert [user.id for user in accounts.list_users(services.store)] == [real.user_id]
    left = {each.id: each for each in all_listings(services)}
    assert set(left) == {pomace.id, compost.id}
    assert left[pomace.id].text == "ყურძნის ჭაჭა, დაწნეხილი"
    assert not any(each.is_demo for each in left.values())
    assert matches.of_firm(services.store, str(real.firm_id), NOW) == []
    assert counts(services).keys().isdisjoint({"Match", "Decision", "Exchange", "Disclosure"})
    assert not password_file(services.settings).exists()
    assert demo.logins(services) == []
    assert demo.remove(services) == 0


def test_nothing_fictional_is_put_among_real_firms(loaded: Loaded, driver: neo4j.Driver) -> None:
    assert firms.list_firms(loaded.services.store), "the real firm of the test before"
    before = counts(loaded.services)
    with pytest.raises(demo.DemoRefused):
        demo.load(loaded.services, now=NOW)
    assert counts(loaded.services) == before


def test_a_load_that_was_interrupted_is_done_again(
    loaded: Loaded, driver: neo4j.Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = loaded.services
    with driver.session() as session:
        session.run("MATCH (n) WHERE n:Firm OR n:Site OR n:Listing OR n:User DETACH DELETE n").consume()
    region = read_firms(services.book)
    small = tuple(replace(firm, listings=firm.listings[:1]) for firm in region[:3])
    monkeypatch.setattr("symbiosis.demo.loading.read_firms", lambda book: small)
    monkeypatch.setattr("symbiosis.demo.loading.read_answers", lambda firms: ())

    def killed(*args: object, **kwargs: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as interrupted:
        interrupted.setattr("symbiosis.demo.loading.rematch_due", killed)
        with pytest.raises(KeyboardInterrupt):
            demo.load(services, now=NOW)
    assert demo.logins(services) == []
    assert len(firms.list_firms(services.store)) == 3

    assert demo.load(services, now=NOW)
    assert len(firms.list_firms(services.store)) == len(all_listings(services)) == 3


def real_firm(services: Services) -> Viewer:
    """A firm as anybody registers it, verified."""
    firm = Firm(
        id=new_id(),
        name_ka="ნამდვილი მარანი",
        name_latin="Real Winery",
        nace_division="11",
        status=FirmStatus.VERIFIED,
        created_at=NOW,
        identification_code="204567891",
        verified_at=NOW,
    )
    user = User(
        id=new_id(),
        email="winery@example.ge",
        password_hash=REAL_PASSWORD_HASH,
        role=Role.BUSINESS,
        language="ka",
        created_at=NOW,
        firm_id=firm.id,
    )
    site = Site(id=new_id(), firm_id=firm.id, name="მარანი", municipality="gurjaani")
    firms.register(services.store, firm, site, user)
    return Viewer(user.id, user.role, firm.id, user.language)
