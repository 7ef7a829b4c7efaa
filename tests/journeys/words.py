"""The site's words in a reader's language, from the catalogue that the site itself uses."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "symbiosis" / "translations"


@cache
def _catalogue(lang: str) -> Catalog:
    with (TRANSLATIONS / lang / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=lang)


def in_words(lang: str, english: str, **values: object) -> str:
    """What the site says in `lang` for a text of its source, with values put in.

    A text that has no translation fails here: a Georgian reader would meet English.
    """
    text = english
    if lang != "en":
        message = _catalogue(lang).get(english)
        assert message is not None, f"{english!r} is not in the catalogue of {lang!r}"
        assert message.string, f"{english!r} is not translated into {lang!r}"
        assert "fuzzy" not in message.flags, f"{english!r} is not settled in {lang!r}"
        text = str(message.string)
    return text % values if values else text
