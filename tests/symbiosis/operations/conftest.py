"""What the tests of operations share."""

from __future__ import annotations

import pytest

from symbiosis.wiring import Services
from tests.symbiosis.operations.joinery import Wood
from tests.symbiosis.town import Town


@pytest.fixture
def wood(services: Services, town: Town) -> Wood:
    """A chain that is there."""
    return Wood(services, town)
