"""The shapes that cross the border, field by field. The same for the API and for forms."""

from __future__ import annotations
