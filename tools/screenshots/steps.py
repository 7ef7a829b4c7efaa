"""What is done on a page before its picture is taken, by the name that a visit gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from playwright.sync_api import Page


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


STEPS: Mapping[str, Callable[[Page], None]] = {
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
