"""Which language a reader gets."""

from __future__ import annotations

from typing import cast

from flask import current_app, request, session
from werkzeug.datastructures import LanguageAccept


def languages() -> tuple[str, ...]:
    """The languages of this installation, the default first."""
    return cast("tuple[str, ...]", current_app.config["LANGUAGES"])


def choose_language(of_user: str | None) -> str:
    """The user's own setting, else what was chosen in this browser, else what the browser prefers, else
    the default.
    """
    chosen = session.get("language")
    for language in (of_user, chosen, preferred(request.accept_languages)):
        if language in languages():
            return cast(str, language)
    return languages()[0]


def preferred(accepted: LanguageAccept) -> str | None:
    """The language that a browser asks for first, without its region; None when it asks for none."""
    best = max(accepted, key=lambda pair: pair[1], default=None)
    return best[0].replace("_", "-").partition("-")[0].lower() if best and best[1] > 0 else None


def remember_language(language: str) -> None:
    """Keep a visitor's choice in this browser. Raises ValueError for a language that the site does not
    have.
    """
    if language not in languages():
        raise ValueError(language)
    session["language"] = language
    session.permanent = True
