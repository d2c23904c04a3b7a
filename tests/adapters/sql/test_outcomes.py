"""Ended calls are counted once."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, fields, replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from warmline.adapters.sealing import Sealer
from warmline.adapters.sql.engine import open_engine, reading
from warmline.adapters.sql.outcomes import SqlOutcomes
from warmline.adapters.sql.tables import call_row
from warmline.domain.callback import Callback
from warmline.domain.outcome import Bucket, CallRow, Outcome

SEALS = Sealer("a secret of the test")
ROW = CallRow(
    id="c1",
    line="county",
    day=date(2027, 5, 3),
    hour=21,
    language="es",
    open=True,
    outcome=Outcome.TALKED,
    wait=Bucket.UNDER_20_S,
    talk=Bucket.UNDER_40_MIN,
    offers=2,
    crisis_key=False,
    places_heard=("peer", "crisis"),
)


def kept(url: str) -> list[CallRow]:
    with reading(open_engine(url)) as connection:
        rows = connection.execute(select(call_row).order_by(call_row.c.id)).mappings().all()
    return [
        CallRow(
            **{
                **row,
                "outcome": Outcome(row["outcome"]),
                "wait": Bucket(row["wait"]),
                "talk": Bucket(row["talk"]),
                "places_heard": tuple(row["places_heard"]),
                "callback": Callback(row["callback"]),
            }
        )
        for row in rows
    ]


def test_the_same_id_twice_is_one_call(database_url: str) -> None:
    outcomes = SqlOutcomes(open_engine(database_url), SEALS)
    outcomes.record(ROW)
    outcomes.record(replace(ROW, offers=9))
    outcomes.record(replace(ROW, id="c2", callback=Callback.REACHED))
    assert kept(database_url) == [ROW, replace(ROW, id="c2", callback=Callback.REACHED)]


def test_the_file_does_not_tell_which_call_came_before_which(sqlite_url: str) -> None:
    """Within an hour the order of calls is a time, and nothing keeps it."""
    outcomes = SqlOutcomes(open_engine(sqlite_url), SEALS)
    for row in ("c9", "c1", "c5"):
        outcomes.record(replace(ROW, id=row))
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as connection:
        assert connection.execute("SELECT id FROM call_row").fetchall() == [
            ("c1",),
            ("c5",),
            ("c9",),
        ]
        with pytest.raises(sqlite3.OperationalError, match="no such column"):
            connection.execute("SELECT rowid FROM call_row")
    connection.close()


def test_nor_does_its_write_ahead_log(sqlite_url: str) -> None:
    SqlOutcomes(open_engine(sqlite_url), SEALS).record(ROW)
    log = Path(sqlite_url.removeprefix("sqlite:///") + "-wal")
    assert log.stat().st_size == 0


def test_the_table_keeps_what_the_allow_list_names_and_nothing_else() -> None:
    assert {column.name for column in call_row.columns} == {field.name for field in fields(CallRow)}
    assert set(asdict(ROW)) == {column.name for column in call_row.columns}
