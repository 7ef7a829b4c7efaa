"""What a text was taken to say, as links with the words that said it."""

from __future__ import annotations

from dataclasses import dataclass

from matching.recognition import Guess
from matching.reference_book import ReferenceBook
from symbiosis.presenters.material import CodeLine, code_line
from symbiosis.views import Understood


@dataclass(frozen=True, slots=True)
class GuessLine:
    """A material or use. `because`: the words of the text that name it."""

    id: str
    name: str
    because: str


@dataclass(frozen=True, slots=True)
class UnderstoodLines:
    """All of it, surest first."""

    materials: tuple[GuessLine, ...]
    uses: tuple[GuessLine, ...]
    codes: tuple[CodeLine, ...]
    questions: tuple[str, ...]


def lines(view: Understood, book: ReferenceBook, lang: str) -> UnderstoodLines:
    """What was understood, in the reader's language."""
    codes = tuple(code_line(found.code, book, lang) for found in view.codes)
    return UnderstoodLines(
        materials=tuple(_line(guess, book.materials[guess.id].name(lang)) for guess in view.materials),
        uses=tuple(_line(guess, book.uses[guess.id].name(lang)) for guess in view.uses),
        codes=codes,
        questions=tuple(question.question(lang) for question in view.questions),
    )


def _line(guess: Guess, name: str) -> GuessLine:
    return GuessLine(guess.id, name, guess.because)
