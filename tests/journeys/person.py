"""A person in front of the site: does things by the names that are on the page, in the person's language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Response, expect

from tests.journeys.words import in_words

DEVICES = {"phone": (390, 844), "desktop": (1280, 900)}
NUMBER = re.compile(r"[+−]?\d+(?:[.,]\d+)?")


@dataclass(frozen=True)
class FirmAsTyped:
    """What a person enters to register. `division`, `municipality` are ids of the pick lists."""

    code: str
    name_ka: str
    name_latin: str
    division: str
    municipality: str
    contact: str
    email: str
    phone: str
    password: str = "შემოდგომა ჩეკურით 81"

    def name(self, lang: str) -> str:
        """As the site writes it for a reader of this language."""
        return self.name_ka if lang == "ka" else self.name_latin

    def secrets(self) -> tuple[str, ...]:
        """What nobody may read before both sides said yes."""
        return (self.name_ka, self.name_latin, self.code, self.contact, self.email, self.phone)


WINERY = FirmAsTyped(
    code="204111222",
    name_ka="ოქროს ქვევრი",
    name_latin="Okros Kvevri",
    division="11",
    municipality="telavi",
    contact="ნანა წყაროელი",
    email="nana@okros-kvevri.example",
    phone="+995 599 10 20 30",
)
DISTILLERY = FirmAsTyped(
    code="404333444",
    name_ka="ცივის სახდელი",
    name_latin="Tsivi Distillery",
    division="11",
    municipality="gurjaani",
    contact="Beso Velistsikheli",
    email="beso@tsivi.example",
    phone="+995 599 40 50 60",
)
OUTSIDER = FirmAsTyped(
    code="405777888",
    name_ka="უცხო ფირმა",
    name_latin="Outsider",
    division="41",
    municipality="batumi",
    contact="გია ჭალისპირელი",
    email="gia@outsider.example",
    phone="+995 599 70 80 90",
)


class Person:
    """One browser tab. Methods are named for what the person does; `say` gives the words on the page."""

    def __init__(self, page: Page, lang: str) -> None:
        self.page = page
        self.lang = lang

    def say(self, english: str, **values: object) -> str:
        return in_words(self.lang, english, **values)

    # -------------------------------------------------------------- moving and reading

    def go(self, path: str) -> Response:
        answer = self.page.goto(path)
        assert answer is not None
        return answer

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def follow(self, english: str) -> None:
        self.page.get_by_role("link", name=self.say(english), exact=True).first.click()

    def press(self, english: str, *, within: Locator | None = None) -> None:
        (within or self.page).get_by_role("button", name=self.say(english), exact=True).first.click()

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    def sees_words(self, english: str) -> None:
        self.sees(self.say(english))

    def sees_nothing_of(self, *texts: str) -> None:
        """Neither shown nor hidden anywhere in the page's source."""
        source = self.page.content()
        assert [text for text in texts if text in source] == []

    # -------------------------------------------------------------- filling forms

    def field(self, english: str) -> Locator:
        """By its label, which may end in "(optional)"."""
        label = re.escape(self.say(english))
        optional = re.escape(self.say("optional"))
        return self.page.get_by_label(re.compile(rf"^\s*{label}(\s*\({optional}\))?\s*$")).first

    def type(self, english: str, text: str) -> None:
        self.field(english).fill(text)

    def choose(self, english: str, value: str) -> None:
        """Pick an entry of a list by its id; a script may have made the list a field with suggestions."""
        found = self.field(english)
        if found.evaluate("element => element.tagName") == "SELECT":
            found.select_option(value)
            return
        entry = self.page.locator(f"#{found.get_attribute('id')}-list option[value='{value}']")
        label = (entry.text_content() or "").strip()
        found.fill(label)
        self.page.get_by_role("option", name=re.compile(rf"^{re.escape(label)}(\s|$)")).first.click()

    def mark(self, question: str, answer: str) -> None:
        """Mark one of a few answers."""
        group = self.page.get_by_role("group", name=re.compile(re.escape(self.say(question))))
        group.get_by_text(self.say(answer), exact=True).click()

    # -------------------------------------------------------------- what people do here

    def register(self, firm: FirmAsTyped) -> None:
        self.go("/register")
        self.fill_registration(firm)
        self.press("Register")

    def fill_registration(self, firm: FirmAsTyped) -> None:
        self.type("Identification code", firm.code)
        self.type("Name in Georgian", firm.name_ka)
        self.type("Name in Latin letters", firm.name_latin)
        self.choose("What the firm does", firm.division)
        self.choose("Municipality", firm.municipality)
        self.type("Your name", firm.contact)
        self.type("E-mail", firm.email)
        self.type("Phone", firm.phone)
        self.type("Password", firm.password)

    def log_in(self, email: str, password: str) -> None:
        self.go("/login")
        self.type("E-mail", email)
        self.type("Password", password)
        self.page.get_by_role("main").get_by_role("button", name=self.say("Log in"), exact=True).click()

    def log_out(self) -> None:
        self.press("Log out")

    def begins(self, text: str, *, side: str = "output") -> None:
        """A new listing, so far without more than its words."""
        self.go(f"/listings/new?side={side}")
        self.type("What is it?", text)

    def list_output(self, text: str, *, tonnes: float | None = None, hazard: str = "Not hazardous") -> str:
        """Gives the path of the new listing's page."""
        return self._list("output", text, tonnes, "Is it hazardous?", hazard)

    def list_need(self, text: str, *, tonnes: float | None = None) -> str:
        question = "Do you have a permit to take hazardous material?"
        return self._list("need", text, tonnes, question, "Takes no hazardous material")

    def _list(self, side: str, text: str, tonnes: float | None, question: str, answer: str) -> str:
        self.begins(text, side=side)
        if tonnes is not None:
            self.type("How much", str(tonnes).replace(".", "," if self.lang == "ka" else "."))
            self.choose("Unit", "t")
            self.choose("How often", "year")
        self.mark(question, answer)
        self.press("Post the listing")
        self.sees_words("Your listing is posted.")
        return self.path

    def verify(self, firm: FirmAsTyped) -> None:
        """As a coordinator."""
        self.go("/desk")
        self.page.get_by_role("link", name=firm.name(self.lang)).click()
        self.press("Verify")
        self.sees_words("The firm is verified. Its listings are being matched.")

    def open_best_match(self, of_listing: str) -> str:
        """The first match under the listing with this text; gives the path of its page."""
        self.go("/matches")
        group = self.page.get_by_role("region", name=of_listing)
        group.get_by_role("article").first.get_by_role("heading").get_by_role("link").click()
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        return self.path

    def points(self) -> tuple[list[float], float]:
        """What the bars of a match say: the points of each reason, and their sum as shown."""
        table = self.page.get_by_role("table", name=self.say("What speaks for and against this match"))
        rows = [_number(row) for row in table.locator("tbody tr").all()]
        return rows, _number(table.locator("tfoot tr").first)

    def say_yes(self) -> None:
        self.press("Yes, we are interested")

    def say_no(self, reason: str) -> None:
        self.page.get_by_text(self.say("Not for us"), exact=True).first.click()
        group = self.page.get_by_role("group").filter(has_text=self.say(reason)).last
        group.get_by_text(self.say(reason), exact=True).click()
        self.page.get_by_role("button", name=self.say("Not for us"), exact=True).click()


def _number(row: Locator) -> float:
    text = (row.locator("td").last.text_content() or "").strip()
    assert NUMBER.fullmatch(text), text
    return float(text.replace("−", "-").replace(",", "."))
