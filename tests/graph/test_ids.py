from __future__ import annotations

import uuid

from graph.ids import new_id


def test_an_id_is_a_uuid_of_version_7():
    parsed = uuid.UUID(new_id())
    assert parsed.version == 7
    assert parsed.variant == uuid.RFC_4122


def test_ids_are_different_and_their_times_never_run_backwards():
    ids = [new_id() for _ in range(5000)]
    assert len(set(ids)) == 5000
    times = [uuid.UUID(one).int >> 64 for one in ids]
    assert times == sorted(times)
