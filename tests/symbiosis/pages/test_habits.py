"""What every template and style sheet keeps to: nothing inline, nothing foreign, no capitals."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import symbiosis

PACKAGE = Path(symbiosis.__file__).parent
TEMPLATES = sorted((PACKAGE / "templates").rglob("*.html"))
SHEETS = sorted((PACKAGE / "static" / "css").glob("*.css"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_nothing_inline(template: Path) -> None:
    html = template.read_text(encoding="utf-8")
    assert not re.search(r"""<style|\sstyle=|\son\w+="|javascript:""", html)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_form_that_changes_something_carries_its_token(template: Path) -> None:
    html = template.read_text(encoding="utf-8")
    for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", html, re.DOTALL):
        assert "csrf()" in form or "csrf_token()" in form, form[:200]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_points_to_no_other_site(template: Path) -> None:
    assert not re.search(r"https?://", template.read_text(encoding="utf-8"))


def test_every_icon_that_is_named_is_drawn() -> None:
    drawn = set(
        re.findall(r'<symbol id="(\w+)"', (PACKAGE / "static/img/icons.svg").read_text(encoding="utf-8"))
    )
    sources = [*TEMPLATES, PACKAGE / "pages" / "rendering.py"]
    named: set[str] = set()
    for source in sources:
        text = source.read_text(encoding="utf-8")
        named |= set(re.findall(r"icon\('(\w+)'", text))
        named |= set(re.findall(r"Tab\(\s*\"[\w.]+\",\s*\"(\w+)\"", text))
        for table in re.findall(r"icon\(\{([^}]*)\}", text):
            named |= set(re.findall(r": '(\w+)'", table))
    assert len(named) > 15
    assert named - drawn == set()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_makes_no_capitals_and_calls_nowhere(sheet: Path) -> None:
    css = sheet.read_text(encoding="utf-8")
    assert "uppercase" not in css  # would turn Georgian into Mtavruli
    assert "capitalize" not in css
    for target in re.findall(r"url\(\"([^\"]+)\"\)", css):
        assert not target.startswith(("http", "//"))
        if "vendor" not in target:
            assert (sheet.parent / target).resolve().is_file(), target


def test_fonts_are_the_vendored_ones() -> None:
    css = (PACKAGE / "static/css/fonts.css").read_text(encoding="utf-8")
    for target in re.findall(r"url\(\"([^\"]+)\"\)", css):
        assert (PACKAGE / "static/css" / target).resolve().is_file(), f"make setup brings {target}"
