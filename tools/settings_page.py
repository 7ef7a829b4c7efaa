"""Write docs/reference/settings.md from symbiosis/settings.py (`make settings-page`)."""

from __future__ import annotations

import sys
from dataclasses import MISSING, fields
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from symbiosis.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "settings.md"
HEAD = """\
# Settings

All settings come from the environment; an empty value counts as left out. `make run PORT=9000` sets one for a
single run. They are declared and checked in `symbiosis/settings.py`; this page is written from it by
`make settings-page`.

| name | default | meaning |
|---|---|---|
"""


def page() -> str:
    """The whole page."""
    rows = []
    for each in fields(Settings):
        default = each.default
        if isinstance(default, Path):
            default = default.relative_to(ROOT)
        elif isinstance(default, tuple):
            default = ",".join(default) or None
        elif isinstance(default, bool):
            default = int(default)
        shown = "" if default in (None, MISSING) else f"`{default}`"
        rows.append(f"| `{each.metadata['env']}` | {shown} | {each.metadata['meaning']} |\n")
    return HEAD + "".join(rows)


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
