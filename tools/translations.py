"""Texts and their translations.

    python tools/translations.py update    gather texts from code and templates into every language's file
    python tools/translations.py compile   make the files that the site reads (set-up does it)

English is the language of the source; Georgian is in symbiosis/translations/ka.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "symbiosis" / "translations"
WHERE = ROOT / "babel.cfg"
KEYWORDS = {**DEFAULT_KEYWORDS, "_l": None, "lazy_gettext": None}


def template() -> Catalog:
    """Every text that the source marks for translation."""
    catalog = Catalog(project="Symbiosis", charset="utf-8", fuzzy=False)
    with WHERE.open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    found = extract_from_dir(
        ROOT,
        methods,
        options,
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
        directory_filter=lambda folder: ROOT / "symbiosis" in (Path(folder), *Path(folder).parents),
    )
    for file, line, message, comments, context in found:
        catalog.add(message, locations=[(file, line)], auto_comments=comments, context=context)
    return catalog


def update() -> None:
    """Bring every language's file to the texts of the source. New texts are empty; gone ones are dropped."""
    texts = template()
    for folder in sorted(TRANSLATIONS.glob("*/LC_MESSAGES")):
        path, locale = folder / "messages.po", folder.parts[-2]
        catalog = Catalog(locale=locale, project="Symbiosis", charset="utf-8", fuzzy=False)
        if path.exists():
            with path.open("rb") as file:
                catalog = read_po(file, locale=locale)
        catalog.update(texts, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalog, width=110, sort_output=True, omit_header=False, include_lineno=False)
        missing = sum(1 for message in catalog if message.id and not message.string)
        print(f"{path.relative_to(ROOT)}: {len(catalog)} texts, {missing} without translation")


def compile_all() -> None:
    """Write a .mo beside every .po. A translation with other placeholders than its text stops it."""
    for path in sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po")):
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.parts[-3])
        wrong = [
            f"{path.name}: {message.id!r}: {error}" for message, errors in catalog.check() for error in errors
        ]
        if wrong:
            sys.exit("\n".join(wrong))
        draft = path.with_suffix(".mo.new")
        with draft.open("wb") as file:
            write_mo(file, catalog)
        draft.replace(path.with_suffix(".mo"))


def main(words: list[str]) -> None:
    tasks = {"update": update, "compile": compile_all}
    if len(words) != 1 or words[0] not in tasks:
        sys.exit(__doc__)
    tasks[words[0]]()


if __name__ == "__main__":
    main(sys.argv[1:])
