"""How firms, sectors and places are called before the reader."""

from __future__ import annotations

from typing import Protocol

from matching.reference_book import ReferenceBook
from symbiosis.presenters.saying import gettext as _

MARKS = {"ka": "(სადემონსტრაციო)", "en": "(demo)"}


class _NamedFirm(Protocol):
    @property
    def name_ka(self) -> str: ...
    @property
    def name_latin(self) -> str: ...


def in_language(name_ka: str | None, name_latin: str | None, lang: str, *, is_demo: bool = False) -> str:
    """A firm's name in the reader's script; an invented firm carries its mark."""
    name = (name_ka if lang == "ka" else name_latin) or name_latin or name_ka or ""
    return with_mark(name, lang) if is_demo else name


def with_mark(name: str, lang: str) -> str:
    """The name with the mark of a demonstration in the reader's language, once."""
    for mark in MARKS.values():
        name = name.replace(mark, "").rstrip()
    return f"{name} {MARKS[lang]}"


def firm(view: _NamedFirm, lang: str) -> str:
    """The name of a firm, whichever view carries it."""
    return in_language(view.name_ka, view.name_latin, lang, is_demo=bool(getattr(view, "is_demo", False)))


def sector(nace_division: str | None, book: ReferenceBook, lang: str) -> str:
    entry = book.nace.get(nace_division or "")
    return entry.name(lang) if entry else _("sector not known")


def municipality(id: str, book: ReferenceBook, lang: str) -> str:
    entry = book.municipalities.get(id)
    return entry.name(lang) if entry else id


def in_municipality(id: str, book: ReferenceBook, lang: str) -> str:
    """Where something is: `Telavi` in English, `თელავში` in Georgian."""
    entry = book.municipalities.get(id)
    if entry is None:
        return id
    return entry.name_ka_locative if lang == "ka" else entry.name_en


def region(id: str, book: ReferenceBook, lang: str) -> str:
    entry = book.regions.get(id)
    return entry.name(lang) if entry else id


def someone(nace_division: str | None, municipality_id: str, book: ReferenceBook, lang: str) -> str:
    """All that a stranger learns of a firm: sector and municipality."""
    return f"{sector(nace_division, book, lang)} · {municipality(municipality_id, book, lang)}"


def in_sentence(name: str) -> str:
    """A name of the reference book inside a sentence: `Grape pomace` is written small, `PET bottles` not."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
