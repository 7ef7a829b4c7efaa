"""What a change has moved: the kept places and outcomes beside those of now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from benchmark.hand_written import markdown

DEEPEST = 50
"""A need further down has no place."""

TOP = 10
Key = tuple[str, ...]
Place = tuple[int | None, float | None]
"""The place of the right need among all needs, and its score; both None when it is below `DEEPEST`."""

Places = Mapping[Key, Place]
"""By case, language, what is listed."""

Outcomes = Mapping[Key, str]
"""By case and language: what became of a pair that must not come about."""


def _depth(place: Place) -> int:
    return DEEPEST + 1 if place[0] is None else place[0]


def _mrr(places: Sequence[Place]) -> float:
    return sum(1 / place for place, _ in places if place and place <= TOP) / len(places)


def _hits(places: Sequence[Place]) -> float:
    return sum(_depth(place) <= TOP for place in places) / len(places)


def _counts(before: Places, now: Places, keys: Sequence[Key]) -> list[str]:
    better = sum(_depth(now[key]) < _depth(before[key]) for key in keys)
    worse = sum(_depth(now[key]) > _depth(before[key]) for key in keys)
    return [str(better), str(worse), str(len(keys) - better - worse)]


def moved(before: Places, now: Places, families: Mapping[str, str]) -> str:
    """What is better and worse: by language and listing with the figures, by family, and which cases came
    among the first ten or left them.

    Args:
        families: case -> its family.
    """
    shared = [key for key in now if key in before]
    parts = []
    by_setting: dict[Key, list[Key]] = {}
    by_family: dict[str, list[Key]] = {}
    for key in shared:
        by_setting.setdefault(key[1:], []).append(key)
        by_family.setdefault(families[key[0]], []).append(key)
    lines = []
    for setting, keys in by_setting.items():
        old, new = ([places[key] for key in keys] for places in (before, now))
        figures = [f"{of(old):.3f} → {of(new):.3f}" for of in (_hits, _mrr)]
        lines.append([", ".join(setting), *_counts(before, now, keys), *figures])
    counted = ["improved", "worsened", "same place"]
    parts.append(markdown(["strict", *counted, "hit@10", "MRR"], lines))
    rows = [[name, *_counts(before, now, keys)] for name, keys in sorted(by_family.items())]
    parts.append(markdown(["family", *counted], [row for row in rows if row[1:3] != ["0", "0"]]))
    for title, came in (("Came among the first ten", True), ("Left the first ten", False)):
        crossed = [
            key
            for key in shared
            if (_depth(now[key]) <= TOP) is came and (_depth(before[key]) <= TOP) is not came
        ]
        parts.append(_listed(title, crossed, {key: _shift(before[key], now[key]) for key in crossed}))
    rescored = sum(before[key][0] == now[key][0] and before[key][1] != now[key][1] for key in shared)
    parts.append(f"Same place, other score: {rescored}.{_uneven(before, now)}")
    return "\n\n".join(parts)


def turned(before: Outcomes, now: Outcomes) -> str:
    """What became otherwise of pairs that must not come about, with the number of each turn."""
    changed = [key for key in now if key in before and now[key] != before[key]]
    turns = Counter(f"{before[key]} → {now[key]}" for key in changed)
    counts = "".join(f"\n- {turn}: {n}" for turn, n in sorted(turns.items()))
    shifts = {key: f"{before[key]} → {now[key]}" for key in changed}
    return (
        _listed("Pairs that must not be, judged otherwise", changed, shifts) + counts + _uneven(before, now)
    )


def _shift(before: Place, now: Place) -> str:
    one, other = (f"over {DEEPEST}" if place[0] is None else str(place[0]) for place in (before, now))
    return f"{one} → {other}"


def _listed(title: str, keys: Sequence[Key], shifts: Mapping[Key, str]) -> str:
    found = "; ".join(f"{key[0]} ({', '.join(key[1:])}) {shifts[key]}" for key in keys)
    return f"{title}: {found or 'none'}."


def _uneven(before: Mapping[Key, object], now: Mapping[Key, object]) -> str:
    new, gone = len(now.keys() - before.keys()), len(before.keys() - now.keys())
    return f" Not compared: {new} new rows, {gone} that are gone." if new or gone else ""
