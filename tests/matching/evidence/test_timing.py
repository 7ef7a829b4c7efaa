"""Whether the seasons fit each other."""

from __future__ import annotations

import pytest

from matching.evidence.timing import timing
from tests.matching.builders import a_need, an_output, as_read, small_book


@pytest.mark.parametrize(
    ("mine", "theirs", "value"),
    [
        ((9, 10), (9, 10), 1.0),
        ((9, 10), (10, 11), 0.5),
        ((9,), tuple(range(1, 13)), 0.0833),
        ((9, 10), (1, 2), 0.0),
        ((), (1,), None),
        ((1,), (), None),
    ],
)
def test_common_share_of_the_year(
    mine: tuple[int, ...], theirs: tuple[int, ...], value: float | None
) -> None:
    output, need = as_read(an_output(season_months=mine)), as_read(a_need(season_months=theirs))
    assert timing(output, need, small_book()).value == value
