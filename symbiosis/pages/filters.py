"""Filters of the templates: values of the records in the reader's language."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from symbiosis import web
from symbiosis.pages import blueprint
from symbiosis.pages.rendering import language
from symbiosis.presenters import names, numbers
from symbiosis.views import DisclosureView


@blueprint.app_template_filter("day")
def day(when: date | datetime) -> str:
    return numbers.day(when.astimezone(numbers.TBILISI) if isinstance(when, datetime) else when, language())


@blueprint.app_template_filter("moment")
def moment(when: datetime) -> str:
    return numbers.moment(when, language())


@blueprint.app_template_filter("money")
def money(gel: float) -> str:
    return numbers.money(gel, language())


@blueprint.app_template_filter("municipality")
def municipality(id: str) -> str:
    return names.municipality(id, web.services().book, language())


@blueprint.app_template_filter("sector")
def sector(nace_division: str | None) -> str:
    return names.sector(nace_division, web.services().book, language())


@blueprint.app_template_filter("firm_name")
def firm_name(view: Any) -> str:
    """The name of a firm, or of the firm behind a listing that a coordinator sees."""
    if hasattr(view, "name_ka"):
        return names.firm(view, language())
    return names.in_language(view.firm_name_ka, view.firm_name_latin, language(), is_demo=view.is_demo)


@blueprint.app_template_filter("disclosed_name")
def disclosed_name(line: DisclosureView) -> str:
    """Whose name was shown; the id of a firm that is gone."""
    return names.in_language(line.firm_name_ka, line.firm_name_latin, language()) or line.firm_id
