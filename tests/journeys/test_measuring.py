"""An analyst measures a running system through its API with a coordinator's key."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmark import through_api
from graph import accounts, listings, matches
from graph.records import ListingState, Role
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.inputs import TokenInput
from tests.journeys.person import WINERY
from tests.journeys.town import Town

SCORER = """
import json, sys
_, verb, exchanges, ranked = sys.argv
lines = [json.loads(line) for line in open(ranked, encoding="utf-8")]
found = sum(any(m["need_id"] == line["output_id"] for m in line["matches"][:1]) for line in lines)
figures = {name: round(found / len(lines), 3) for name in ("hit@1", "hit@5", "hit@10", "MRR")}
print(json.dumps({"strict": figures, "lenient": figures, "outputs": len(lines)}))
"""


def a_row(id: str, **stated: object) -> dict[str, object]:
    return {
        "id": id,
        "flow_type": "material",
        "output_text": "Sawdust from a sawmill, dry",
        "need_text": "Dry sawdust as bedding for poultry",
        "output_text_ka": "ნახერხი სახერხიდან, მშრალი",
        "need_text_ka": "მშრალი ნახერხი ფრინველის ქვესაფენად",
        "donor_nace": "1610",
        "receiver_nace": "0147",
        "output_ewc": "030105",
        "quantity_t_per_year": 100,
        **stated,
    }


@pytest.fixture
def key(town: Town, monkeypatch: pytest.MonkeyPatch) -> str:
    """A coordinator's key to the API, where the program looks for it."""
    coordinator = accounts.user_by_email(town.services.store, town.person(Role.COORDINATOR, "en"))
    assert coordinator is not None
    viewer = Viewer(coordinator.id, coordinator.role)
    made = operations.create_token(town.services, viewer, TokenInput("benchmark"), now=datetime.now(UTC))
    monkeypatch.setenv("SYMBIOSIS_TOKEN", made.secret)
    return made.secret


def files(folder: Path, *rows: dict[str, object]) -> list[str]:
    (folder / "exchanges.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    (folder / "scorer.py").write_text(SCORER, encoding="utf-8")
    return [str(folder / "exchanges.jsonl"), str(folder / "scorer.py")]


def test_both_sides_are_listed_ranked_and_measured(
    site: str, key: str, town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whey = a_row(
        "whey",
        output_text="Sweet whey from cheese making",
        need_text="Whey to feed pigs",
        output_text_ka="ყველის შრატი",
        need_text_ka="შრატი ღორის საკვებად",
        donor_nace="1051",
        receiver_nace="0146",
        output_ewc="020501",
    )
    unknown = a_row("odd", output_ewc="999999", output_text_ka=None, need_text_ka=None)
    through_api.main([*files(tmp_path, a_row("sawdust"), whey, unknown), "--site", site])
    told = capsys.readouterr()

    table = {line.split(" | ")[0].strip("| "): line.split(" | ")[1:] for line in told.out.splitlines()}
    assert list(table)[2:] == [run.name for run in through_api.RUNS]
    assert table["English, with codes"][0] == "3"
    assert table["Georgian, with codes"][:2] == ["2", "1.000"]
    assert "odd, output: " in told.err
    assert "ewc_code: " in told.err
    assert key not in told.out + told.err
    stored = listings.all_listings(town.services.store, skip=0, limit=100)
    assert {each.state for each in stored} == {ListingState.WITHDRAWN}
    assert matches.all_matches(town.services.store, skip=0, limit=10) == []


def test_a_system_with_firms_is_refused(site: str, key: str, town: Town, tmp_path: Path) -> None:
    town.firm(WINERY, "en")
    with pytest.raises(SystemExit, match="has firms already"):
        through_api.main([*files(tmp_path, a_row("sawdust")), "--site", site])
    assert listings.all_listings(town.services.store, skip=0, limit=10) == []


def test_a_bad_row_stops_before_anything_is_listed(site: str, key: str, town: Town, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"exchanges\.jsonl, line 2: need_text missing"):
        through_api.main([*files(tmp_path, a_row("good"), a_row("bad", need_text="")), "--site", site])
    assert listings.all_listings(town.services.store, skip=0, limit=10) == []


def test_a_wrong_key_is_told_without_repeating_it(
    site: str, tmp_path: Path, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SYMBIOSIS_TOKEN", "sym_not-a-key")
    with pytest.raises(SystemExit) as ended:
        through_api.main([*files(tmp_path, a_row("sawdust")), "--site", site])
    assert "GET /firms" in str(ended.value)
    assert "not-a-key" not in str(ended.value)
