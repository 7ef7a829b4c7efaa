"""The watch over the browsers sees what it is there to see."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.journeys.watch import Watch


@pytest.mark.parametrize(
    ("script", "seen"),
    [
        ("fetch('/static/no-such-file.js')", "answered 404"),
        ("document.body.append(Object.assign(new Image(), {src: 'https://example.org/a.png'}))", "violates"),
        ("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')", "violates"),
        ("setTimeout(() => { throw new Error('of a script') })", "of a script"),
        ("console.error('said by a script')", "said by a script"),
    ],
)
def test_what_goes_wrong_behind_a_page_is_found(site: str, chromium: Browser, script: str, seen: str) -> None:
    context = chromium.new_context()
    watch = Watch(context)
    page = context.new_page()
    page.goto(f"{site}/login")
    page.evaluate(f"() => {{ {script} }}")
    page.wait_for_timeout(300)
    context.close()
    assert any(seen in found for found in watch.found), watch.found


def test_a_request_to_elsewhere_is_found_even_where_the_policy_would_let_it_through(
    site: str, chromium: Browser
) -> None:
    context = chromium.new_context(bypass_csp=True)
    watch = Watch(context)
    page = context.new_page()
    page.route("https://example.org/**", lambda route: route.abort())
    page.goto(f"{site}/login")
    page.evaluate("() => { new Image().src = 'https://example.org/a.png' }")
    page.wait_for_timeout(300)
    context.close()
    assert any("left this machine: https://example.org/a.png" in found for found in watch.found)


def test_a_quiet_page_is_quiet(site: str, chromium: Browser) -> None:
    context = chromium.new_context()
    watch = Watch(context)
    context.new_page().goto(f"{site}/login")
    context.close()
    watch.assert_quiet()
