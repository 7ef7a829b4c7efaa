"""The official lists stay outside the project; their tests are collected only where they lie beside it."""

from __future__ import annotations

from tools.check_reference import REFERENCE

OFFICIAL = REFERENCE.parent.parent / "shared" / "data"
collect_ignore = [] if OFFICIAL.is_dir() else ["test_official_facts.py"]
