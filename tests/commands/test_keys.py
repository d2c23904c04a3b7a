"""`warmline keys` as it is typed, and what a worker does a day later."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.resealing import sealed_with_older
from warmline.cli import main
from warmline.embedded import EmbeddedStore
from warmline.running import store_folder
from warmline.settings import Settings, load_keys, load_secret_key
from warmline.wiring import retire_keys, sealer

EXAMPLE = Path(__file__).parents[2] / "examples" / "county.toml"
DAY = 86400.0


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """An installation with a line and a store."""
    for name in os.environ:
        if name.startswith(("WARMLINE_", "TWILIO_", "SECRET_")) or name.endswith("_URL"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("WARMLINE_DATA", str(tmp_path / "data"))
    assert run("db", "upgrade").exit_code == 0
    assert run("apply", str(EXAMPLE)).exit_code == 0
    found = Settings.from_environ(os.environ)
    with EmbeddedStore(store_folder(found.data)):
        yield found


def run(*words: str) -> Result:
    result = CliRunner().invoke(main, words)
    assert "Traceback" not in result.output
    return result


def test_a_key_is_replaced_and_destroyed_a_day_later(settings: Settings) -> None:
    first = load_secret_key(settings)
    told = run("keys", "rotate")
    assert told.exit_code == 0, told.output
    assert "There is a new key." in told.output
    assert "Sealed anew: " in told.output
    second = load_secret_key(settings)
    assert load_keys(settings) == (second, first)
    for key in (first, second):
        assert key not in told.output + run("keys", "show").output
    assert "0 of the sealed texts in the database need another key." in run("keys", "show").output
    assert "River" in run("who").output
    made = (settings.data / "secret_key_older").stat().st_mtime
    assert retire_keys(settings, made + DAY / 2) == 0
    assert load_keys(settings) == (second, first)
    assert retire_keys(settings, made + DAY + 5) == 1
    assert load_keys(settings) == (second,)
    assert sealed_with_older(open_engine(settings.database_url), sealer(settings)) == 0
    assert run("apply", str(EXAMPLE)).output.startswith("The line is as the file says already")


def test_keys_of_the_settings_are_replaced_by_whoever_sets_them(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "n" * 40)
    told = run("keys", "rotate")
    assert told.exit_code == 2
    assert "Set SECRET_KEY_OLDER to the new one and restart" in told.stderr
    monkeypatch.setenv("SECRET_KEY_OLDER", load_secret_key(settings))
    assert run("keys", "rotate").exit_code == 0
    monkeypatch.delenv("SECRET_KEY_OLDER")
    assert "0 of the sealed texts" in run("keys", "show").output
