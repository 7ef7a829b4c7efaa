"""What a process holds of a state that the graph may change."""

from __future__ import annotations

from collections.abc import Callable

from graph.errors import GraphUnavailable
from symbiosis.watching import Watch


class Count(Watch[int]):
    """How often it looked; `meanwhile` happens during a look."""

    def __init__(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        self.at = 0.0
        super().__init__(0, fresh_s=5, clock=lambda: self.at)
        self.meanwhile = meanwhile

    def _look(self) -> int:
        self.meanwhile()
        return self._state + 1


def test_it_looks_at_most_once_in_a_while_and_at_once_after_a_change_of_its_own() -> None:
    watch = Count()
    assert (watch.now(), watch.now()) == (1, 1)
    watch.at = 4.9
    assert watch.now() == 1
    watch.at = 5.0
    assert watch.now() == 2
    watch.forget()
    assert (watch.now(), watch.now()) == (3, 3)


def test_a_change_made_during_a_look_is_looked_for_again() -> None:
    watch = Count()
    watch.meanwhile = watch.forget
    assert watch.now() == 1
    watch.meanwhile = lambda: None
    assert (watch.now(), watch.now()) == (2, 2)


def test_while_the_graph_is_away_the_state_stays_and_is_not_asked_for_each_time() -> None:
    def away() -> None:
        asked.append(watch.at)
        raise GraphUnavailable

    asked: list[float] = []
    watch = Count()
    watch.now()
    watch.meanwhile, watch.at = away, 5.0
    assert (watch.now(), watch.now()) == (1, 1)
    assert asked == [5.0]
