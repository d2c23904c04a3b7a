"""Backed up while callers wait, as docs/operating.md says, and restored on another machine."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import psycopg
import pytest
import redis

from tests.databases import *  # noqa: F403 - fixtures
from tests.databases import _binaries, postgres
from tests.faults.boxes import standing
from tests.faults.real_evening import LIMITS, Evening
from tests.inventory.ledger import unknown_columns
from tests.load.house import WARMLINE, House, line_toml, number, running
from warmline.embedded import EmbeddedStore

PAPER = Path(__file__).parents[2] / "docs" / "operating.md"
TOML = line_toml(2, first_wave=1, wave_every=5, limits=LIMITS)
CALLER = number(100)
NOTHING = "The line is as the file says already: nothing to change."


def from_the_paper(beginning: str) -> str:
    """A command as the paper has it."""
    (found,) = re.findall(rf"^ +({re.escape(beginning)}.*)$", PAPER.read_text(), re.MULTILINE)
    return str(found)


def somebody_waits(house: House) -> Evening:
    evening = Evening(house)
    call = evening.caller(0)
    evening.until(lambda: evening.rings(0) or evening.rings(1), "a phone rings for them")
    assert call.state == "in-progress"
    return evening


def live_ids(redis_url: str) -> set[str]:
    """Every id by which the live state knows the call: ours, and the provider's."""
    store = redis.Redis.from_url(redis_url)
    names = [name.decode() for name in store.scan_iter("wl:*")]
    store.close()
    patterns = ("call", "sid", "leg", "offers", "asked", "sids")
    found = {name.split(":")[2] for name in names if name.split(":")[1] in patterns}
    assert len(found) >= 3
    return found


def tells_of_no_call(backup: bytes, ids: set[str]) -> None:
    for secret in (CALLER, CALLER[2:], number(1), *ids):
        assert secret.encode() not in backup


def serves_a_call(house: House) -> None:
    evening = Evening(house)
    call = evening.caller(0)
    evening.until(lambda: evening.rings(0) or evening.rings(1), "a phone rings")
    first = 0 if evening.rings(0) else 1
    evening.takes(first)
    evening.until(lambda: evening.talks(call, first), "they talk")


@pytest.mark.slow
def test_a_restored_sqlite_serves_a_call_and_knows_of_none_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARMLINE_RING_WORKERS", "1")
    monkeypatch.setenv("WARMLINE_WEB_WORKERS", "1")
    old, new = tmp_path / "old" / "data", tmp_path / "new" / "data"
    for folder in (old, new):
        folder.mkdir(parents=True, mode=0o700)
    with running(old, TOML) as house:
        somebody_waits(house)
        ids = live_ids(house.redis_url)
        command = from_the_paper("python -c").replace("python", WARMLINE[0], 1)
        subprocess.run(command, shell=True, check=True, cwd=old.parent)  # noqa: S602 - the paper's
        env = house.env
    backup = old.parent / "backup.db"
    assert unknown_columns(backup) == []
    tells_of_no_call(backup.read_bytes(), ids)

    shutil.copyfile(backup, new / "warmline.db")
    shutil.copy(old / "secret_key", new / "secret_key")
    (new / "line.toml").write_text(TOML)
    env = {**env, "WARMLINE_DATA": str(new)}
    for words, said in (
        (["db", "upgrade"], "The database is up to date already."),
        # It compares numbers, too: the key opens them.
        (["apply", str(new / "line.toml"), "--dry-run"], NOTHING),
    ):
        told = subprocess.run(
            [*WARMLINE, *words], env=env, capture_output=True, text=True, check=True
        )
        assert (told.stdout.splitlines()[0], told.stderr) == (said, "")
    with running(new, TOML) as house:
        serves_a_call(house)


@pytest.mark.slow
@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_restored_postgresql_serves_a_call_and_knows_of_none_before(
    tmp_path: Path, database_url: str
) -> None:
    tools = _binaries()
    if not (tools / "pg_dump").exists():
        pytest.skip("this PostgreSQL came without pg_dump")
    dump = tmp_path / "backup.dump"
    restored = postgres().new(migrated=False)
    for folder in ("old", "new"):
        (tmp_path / folder).mkdir()
    with EmbeddedStore(tmp_path / "store") as store:
        env = {"REDIS_URL": store.url, "DATABASE_URL": database_url}
        with standing(tmp_path / "old", TOML, env, boxes=1) as (house, _):
            somebody_waits(house)
            ids = live_ids(store.url)
            asked = [str(tools / "pg_dump"), "--format=custom", f"--file={dump}", database_url]
            subprocess.run(asked, check=True)
    plain = subprocess.run(
        [str(tools / "pg_restore"), "--file=-", str(dump)], check=True, capture_output=True
    ).stdout
    assert b"CREATE TABLE public.call_row" in plain
    tells_of_no_call(plain, ids)

    subprocess.run(
        [str(tools / "pg_restore"), "--no-owner", f"--dbname={restored}", str(dump)], check=True
    )
    with psycopg.connect(restored) as connection:
        assert connection.execute("SELECT count(*) FROM supporter").fetchone() == (2,)
    with EmbeddedStore(tmp_path / "empty") as store:
        env = {"REDIS_URL": store.url, "DATABASE_URL": restored}
        with standing(tmp_path / "new", TOML, env, boxes=1) as (house, [box]):
            words = [*WARMLINE, "apply", str(tmp_path / "new" / "line.toml"), "--dry-run"]
            told = subprocess.run(words, env=box.env, capture_output=True, text=True, check=True)
            assert told.stdout.splitlines()[0] == NOTHING
            serves_a_call(house)
    postgres().drop(restored)
