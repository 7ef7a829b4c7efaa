"""What is known of materials and uses, what a text is taken to say, and how many firms are near by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from matching.codes.suggest import CodeSuggestion
from matching.openings import Opening
from matching.recognition import Guess
from matching.reference_records import Ambiguity, Material, Use


@dataclass(frozen=True, slots=True)
class Counted:
    """How many firms there are, told so that none of them can be recognised: at least so many.

    None where fewer than three stand behind the number, be it none at all. `in_reach`: of them within reach
    of the reader's own sites; None also when nobody asked. `is_demo`: invented firms are among them.
    """

    n_at_least: int | None = None
    in_reach: int | None = None
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class Nearby:
    """Firms that list a material or a narrower one, or seek it or something for one of its uses.

    `by_use`: who seeks something for a use. `reach_km`: how far the reader's sites reach, by road; None when
    the whole country was counted only.
    """

    givers: Counted
    takers: Counted
    by_use: Mapping[str, Counted] = field(default_factory=dict)
    reach_km: float | None = None


@dataclass(frozen=True, slots=True)
class MaterialView:
    """A material with its place in the tree (ids, nearest first) and all its ways (see `matching.openings`).

    `nearby` is None when nobody can be counted at the moment.
    """

    material: Material
    broader: tuple[str, ...]
    narrower: tuple[str, ...]
    openings: tuple[Opening, ...]
    nearby: Nearby | None


@dataclass(frozen=True, slots=True)
class Source:
    """A material that can serve a use, and by which way."""

    material_id: str
    opening: Opening


@dataclass(frozen=True, slots=True)
class UseView:
    """A use, the materials that serve it (or must not), and how many firms seek something for it."""

    use: Use
    sources: tuple[Source, ...]
    seekers: Counted | None


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text is taken to say, surest first; everything in it is a suggestion for a person.

    `sure_material_id`, `sure_use_id`: set when the text surely names exactly one. `questions`: words of it
    that may mean several materials.
    """

    text: str
    materials: tuple[Guess, ...]
    uses: tuple[Guess, ...]
    codes: tuple[CodeSuggestion, ...]
    sure_material_id: str | None
    sure_use_id: str | None
    questions: tuple[Ambiguity, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether the text said nothing that is known."""
        return not (self.materials or self.uses or self.codes)
