"""Several small lots brought together to what a need takes at least, and mixtures that meet its limits."""

from __future__ import annotations

from matching.pools.blend import Blend, blend_for
from matching.pools.pool import Pool, pool_for
from matching.pools.records import Share
from matching.pools.worth import PoolCost, pool_cost

__all__ = ["Blend", "Pool", "PoolCost", "Share", "blend_for", "pool_cost", "pool_for"]
