"""Settings: each declared once, checked at start, documented, and secret where it must be."""

from __future__ import annotations

import re
import stat
from dataclasses import fields
from pathlib import Path

import pytest

from symbiosis.settings import BadSetting, Settings

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = {each.metadata["env"] for each in fields(Settings)}


def read(var_dir: Path, **environ: str) -> Settings:
    return Settings.from_environment({"VAR_DIR": str(var_dir), **environ})


def test_without_an_environment_everything_has_a_default(tmp_path: Path) -> None:
    settings = read(tmp_path)
    assert (settings.host, settings.port, settings.languages) == ("127.0.0.1", 8000, ("ka", "en"))
    assert settings.neo4j_uri is None
    assert settings.demo


def test_an_empty_value_counts_as_left_out(tmp_path: Path) -> None:
    assert read(tmp_path, PORT="", BASE_URL=" ", DEMO="") == read(tmp_path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "80x"),
        ("PORT", "0"),
        ("PORT", "70000"),
        ("PORT", "-1"),
        ("DEMO", "maybe"),
        ("COOKIE_SECURE", "2"),
        ("LANGUAGES", "ka,ru"),
        ("LANGUAGES", "ka,ka"),
        ("NEO4J_URI", "http://127.0.0.1:7474"),
        ("BASE_URL", "symbiosis.example.ge"),
        ("LOG_LEVEL", "loud"),
        ("LISTING_DAYS", "0"),
        ("TRUSTED_PROXIES", "many"),
        ("SECRET_KEY", "short"),
    ],
)
def test_a_value_that_cannot_be_read_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=f"Setting {name}: expected") as problem:
        read(tmp_path, **{name: value})
    assert problem.value.name == name


def test_a_server_without_a_password_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="NEO4J_PASSWORD"):
        read(tmp_path, NEO4J_URI="neo4j+s://graph.example.ge")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "neo4j+s", "neo4j+ssc"])
def test_a_server_can_be_named(tmp_path: Path, scheme: str) -> None:
    settings = read(tmp_path, NEO4J_URI=f"{scheme}://graph.example.ge:7687", NEO4J_PASSWORD="p")
    assert settings.neo4j_uri == f"{scheme}://graph.example.ge:7687"


def test_an_https_address_makes_cookies_secure(tmp_path: Path) -> None:
    assert read(tmp_path, BASE_URL="https://symbiosis.example.ge/").cookie_secure
    assert not read(tmp_path, BASE_URL="http://127.0.0.1:8000").cookie_secure


def test_secrets_are_made_once_and_are_private(tmp_path: Path) -> None:
    first, again = read(tmp_path), read(tmp_path)
    assert first == again
    assert len({first.secret_key, first.personal_number_key}) == 2
    for name in ("secret_key", "personal_number_key"):
        file = tmp_path / "secrets" / name
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_secret_of_the_environment_wins_and_is_not_written(tmp_path: Path) -> None:
    settings = read(tmp_path, SECRET_KEY="k" * 32, PERSONAL_NUMBER_KEY="p" * 32)
    assert settings.secret_key == "k" * 32
    assert not (tmp_path / "secrets").exists()


def test_a_spoilt_secret_file_stops_the_program_and_is_kept(tmp_path: Path) -> None:
    read(tmp_path)
    (tmp_path / "secrets" / "personal_number_key").write_text("", encoding="ascii")
    with pytest.raises(BadSetting, match="PERSONAL_NUMBER_KEY"):
        read(tmp_path)
    assert (tmp_path / "secrets" / "personal_number_key").read_text(encoding="ascii") == ""


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "secrets").write_text("in the way", encoding="ascii")
    with pytest.raises(BadSetting, match="SECRET_KEY"):
        read(tmp_path)


def test_secrets_are_not_shown(tmp_path: Path) -> None:
    settings = read(tmp_path, NEO4J_URI="bolt://127.0.0.1:7687", NEO4J_PASSWORD="graph-password")
    for secret in (settings.secret_key, settings.personal_number_key, "graph-password"):
        assert secret not in repr(settings)


def test_the_page_of_settings_tells_all_of_them_as_they_are() -> None:
    page = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([A-Z0-9_]+)` \| .* \| (.*) \|$", page, re.MULTILINE))
    assert told == {each.metadata["env"]: each.metadata["meaning"] for each in fields(Settings)}


@pytest.mark.parametrize("file", ["compose.yaml", "Dockerfile"])
def test_the_container_files_use_settings_that_exist(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    site = text.partition("services:")[0] if file == "compose.yaml" else text
    pattern = r"^ +([A-Z0-9_]+): " if file == "compose.yaml" else r"^ +([A-Z0-9_]+)=\S+ ?\\?$"
    used = set(re.findall(pattern, site, re.MULTILINE)) - {"PYTHONUNBUFFERED"}
    assert len(used) >= 3
    assert used <= NAMES
