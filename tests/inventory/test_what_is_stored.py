"""Nothing is stored that the inventory does not name, and nothing longer than it says."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
import redis
import structlog

from tests.databases import new_sqlite
from tests.inventory import ledger
from tests.inventory.ledger import Ledger
from tests.inventory.played import TELLING, Played, listening
from tests.rules import tree
from warmline import logs
from warmline.adapters.sql.engine import open_engine
from warmline.demo.stage import LINE
from warmline.demo.stories import STORIES
from warmline.embedded import EmbeddedStore
from warmline.inventory import LOG_FIELDS, PROVIDER, STORE
from warmline.processes import Owner
from warmline.running import run_folder, store_folder
from warmline.settings import Settings, load_secret_key


@pytest.mark.slow
def test_every_key_and_field_in_the_store_is_declared_with_its_end(played: Played) -> None:
    assert len(STORIES) > 20
    assert sorted(played.ledger.objections) == []


def test_everything_declared_of_the_store_is_there(played: Played) -> None:
    dead = list(played.ledger.dead())
    assert dead == [], "\n".join(dead)


def test_a_few_telling_stories_are_enough_to_see_it(played: Played) -> None:
    """Else a minute is lost each time: name a story in `TELLING` that shows what is missing."""
    assert played.beyond[:1] == []
    assert {*TELLING} <= {story.slug for story in STORIES}


def test_every_table_and_column_is_declared(played: Played) -> None:
    assert played.columns == set()


def test_every_field_of_every_log_line_is_declared(played: Played) -> None:
    assert ledger.unknown_log_fields(played.log) == []


def test_every_field_that_the_code_can_log_is_declared() -> None:
    lines = [line for _, code in tree.source() for line in ledger.logged_in(code)]
    assert len(lines) > 3
    assert ledger.unknown_log_fields(lines) == []


def test_the_allow_list_of_the_log_and_the_inventory_are_one() -> None:
    assert {one.name for one in LOG_FIELDS} == logs.FIELDS


def test_everything_that_the_provider_keeps_is_declared(played: Played) -> None:
    assert played.at_provider
    assert played.at_provider - {one.name for one in PROVIDER} == set()


def test_every_phone_that_rings_shows_the_lines_own_number(played: Played) -> None:
    """Supporters' phones, and the crisis line's: what stands in their lists afterwards."""
    assert played.shown == {LINE}


def test_every_file_in_the_data_folder_is_declared(tmp_path: Path) -> None:
    settings = Settings.from_environ({"WARMLINE_DATA": str(tmp_path / "data")})
    load_secret_key(settings)
    owner = Owner(run_folder(settings.data))
    owner.take()
    with EmbeddedStore(store_folder(settings.data)):
        engine = open_engine(settings.database_url)
        with engine.connect() as open_database:
            open_database.exec_driver_sql("create table t (x)")
            assert len(list(settings.data.iterdir())) >= 5
            assert ledger.unknown_files(settings.data) == []
        engine.dispose()
    owner.leave()


def test_no_key_is_declared_twice() -> None:
    assert len({one.name for one in STORE}) == len(STORE)
    for one in STORE:
        assert len({f.name for f in one.fields}) == len(one.fields)


# -- the tests above can fail --------------------------------------------------------------------


def look_at(live: redis.Redis) -> list[str]:
    found = Ledger(live)
    found.look()
    return sorted(found.objections)


def test_an_unknown_key_is_found(live: redis.Redis) -> None:
    live.set("wl:callers", "x")
    assert look_at(live) == ["wl:callers (string) is not in the inventory"]


def test_an_unknown_field_is_found(live: redis.Redis) -> None:
    live.hset("wl:call:x", "from", "x")
    live.expire("wl:call:x", 60)
    assert look_at(live) == ["wl:call:<call> has a field from that is not in the inventory"]


@pytest.mark.parametrize(
    ("seconds", "sentence"),
    [
        (None, "wl:call:<call> has no end"),
        (5 * 3600 + 60, "wl:call:<call> lives longer than 18000 s"),
    ],
)
def test_a_life_that_is_too_long_is_found(
    live: redis.Redis, seconds: int | None, sentence: str
) -> None:
    live.hset("wl:call:x", "state", "menus")
    if seconds:
        live.expire("wl:call:x", seconds)
    assert look_at(live) == [sentence]


def test_a_life_that_is_too_long_for_an_ended_call_is_found(live: redis.Redis) -> None:
    live.hset("wl:call:x", "state", "ended")
    live.expire("wl:call:x", 3 * 3600)
    found = Ledger(live)
    found.look(ended=True)
    assert found.objections == {"wl:call:<call> lives longer than 7200 s"}


def test_another_type_and_an_end_that_is_not_declared_are_found(live: redis.Redis) -> None:
    live.set("wl:due", "x", ex=60)
    assert look_at(live) == [
        "wl:due has an end of which the inventory says nothing",
        "wl:due is a string, not a zset",
    ]


def test_a_dead_declaration_is_found(live: redis.Redis) -> None:
    dead = set(Ledger(live).dead())
    assert "wl:forget  is never seen" in dead
    assert "wl:call:<call> sealed is never seen" in dead


def test_an_unknown_table_and_an_unknown_column_are_found(tmp_path: Path) -> None:
    new_sqlite(tmp_path)
    with sqlite3.connect(tmp_path / "warmline.db") as connection:
        connection.execute("alter table call_row add column caller text")
        connection.execute("create table callers (number text)")
    connection.close()
    assert ledger.unknown_columns(tmp_path / "warmline.db") == ["call_row.caller", "callers.number"]


@pytest.mark.parametrize("aloud", [False, True])
def test_an_unknown_log_field_is_found(aloud: bool, capsys: pytest.CaptureFixture[str]) -> None:
    lines: list[set[str]] = []
    with listening(lines, aloud=aloud):
        structlog.get_logger().error("page_failed", caller="x")
    assert ledger.unknown_log_fields(lines) == ["caller"]
    assert ("page_failed" in capsys.readouterr().out) == aloud
    assert list(ledger.logged_in("import structlog\nlog.error('page_failed', caller=1)")) == [
        {"caller"}
    ]


def test_an_unknown_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "dump.rdb").touch()
    (tmp_path / "secret_key").touch(mode=os.R_OK)
    assert ledger.unknown_files(tmp_path) == ["store/dump.rdb"]
