"""How many firms there are, in words that tell nobody who they are."""

from __future__ import annotations

from symbiosis.presenters.saying import gettext as _
from symbiosis.views import Counted


def told(counted: Counted) -> str | None:
    """As in `5 or more firms`; None where there are too few to say so, or none."""
    if counted.n_at_least is None:
        return None
    everywhere = _("%(n)s or more firms", n=counted.n_at_least)
    if counted.in_reach is None:
        return everywhere
    return _("%(firms)s, of them %(n)s or more within your reach", firms=everywhere, n=counted.in_reach)
