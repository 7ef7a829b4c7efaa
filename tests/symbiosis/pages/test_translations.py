"""Nobody who reads Georgian meets English: every text of the source has its translation."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tools.translations import TRANSLATIONS, template

PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
CAPITAL_GEORGIAN = re.compile("[\u1c90-\u1cbf]")


@pytest.fixture(scope="module")
def georgian() -> Catalog:
    with (TRANSLATIONS / "ka" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale="ka")


@pytest.fixture(scope="module")
def texts() -> list[Message]:
    found = [message for message in template() if message.id]
    assert len(found) > 500
    return found


def test_every_text_is_translated(georgian: Catalog, texts: list[Message]) -> None:
    missing = [text.id for text in texts if not words(georgian.get(text.id, text.context))]
    assert missing == []


def test_no_translation_waits_for_a_second_look(georgian: Catalog) -> None:
    assert [message.id for message in georgian if message.id and message.fuzzy] == []


def test_no_translation_outlived_its_text(georgian: Catalog, texts: list[Message]) -> None:
    alive = {text.id for text in texts}
    assert [message.id for message in georgian if message.id and message.id not in alive] == []


def test_placeholders_are_those_of_the_text(georgian: Catalog, texts: list[Message]) -> None:
    for text in texts:
        singular = text.id if isinstance(text.id, str) else text.id[0]
        for translated in words(georgian.get(text.id, text.context)):
            assert sorted(PLACEHOLDER.findall(translated)) == sorted(PLACEHOLDER.findall(singular)), text.id


def test_georgian_has_no_capitals_and_is_georgian(georgian: Catalog, texts: list[Message]) -> None:
    for text in texts:
        for translated in words(georgian.get(text.id, text.context)):
            assert not CAPITAL_GEORGIAN.search(translated), translated
            bare = PLACEHOLDER.sub("", translated)
            assert re.search("[ა-ჰ]", bare) or not re.search("[A-Za-z]", bare), translated


def words(message: Message | None) -> list[str]:
    """The translations of a message: one, or one for each plural form; empty when any is missing."""
    if message is None:
        return []
    found = [message.string] if isinstance(message.string, str) else list(message.string)
    return found if all(found) else []
