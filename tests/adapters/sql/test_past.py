"""Ended calls become counts, each exactly once, whenever the power goes; nothing tells an order."""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, delete, event, insert, select, text

from tests.databases import postgres
from warmline.adapters.sealing import Sealer
from warmline.adapters.sql import tables as t
from warmline.adapters.sql.accounts import SqlAccounts
from warmline.adapters.sql.engine import open_engine, reading, writing
from warmline.adapters.sql.holds import SqlHolds
from warmline.adapters.sql.outcomes import SqlOutcomes
from warmline.adapters.sql.past import AT_ONCE, SqlPast
from warmline.domain.accounts import Deed, Entry
from warmline.domain.counters import Tally, counted
from warmline.domain.errors import StoreTrouble
from warmline.domain.legal_hold import approve, end, propose
from warmline.domain.outcome import Bucket, CallRow, Outcome
from warmline.domain.retention import KEPT

DAY = date(2027, 5, 3)
NOW = datetime(2027, 6, 10, 12, tzinfo=UTC)
ROW = CallRow(
    id="c1",
    line="county",
    day=DAY,
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
ROWS = [
    ROW,
    replace(ROW, id="c2", hour=9, language="en"),
    replace(
        ROW, id="c3", outcome=Outcome.ABANDONED, talk=Bucket.NONE, day=DAY - timedelta(days=40)
    ),
]
LATER = replace(ROW, id="c4", day=DAY + timedelta(days=1))


def filled(url: str, rows: list[CallRow]) -> SqlPast:
    engine = open_engine(url)
    for row in rows:
        SqlOutcomes(engine, Sealer("a secret of the test")).record(row)
    return SqlPast(engine)


def ids(url: str) -> list[str]:
    with reading(open_engine(url)) as connection:
        return sorted(connection.scalars(select(t.call_row.c.id)))


def test_old_rows_are_counted_and_gone_and_later_ones_stay(database_url: str) -> None:
    past = filled(database_url, [*ROWS, LATER])
    assert past.lines() == ["county"]
    assert past.rows_until("county", DAY) == 3
    assert past.fold("county", DAY) == 3
    assert past.counts() == counted(ROWS)
    assert ids(database_url) == ["c4"]


def test_folding_again_counts_nothing_again_and_new_ones_are_added(database_url: str) -> None:
    past = filled(database_url, ROWS)
    past.fold("county", DAY)
    assert past.fold("county", DAY) == 0
    assert past.counts() == counted(ROWS)
    filled(database_url, [LATER])
    past.fold("county", LATER.day)
    assert past.counts() == counted([*ROWS, LATER])


def test_a_line_that_is_no_more_and_another_line_are_counted_apart(database_url: str) -> None:
    other = replace(ROW, id="x", line="other")
    past = filled(database_url, [ROW, other])
    past.fold("other", DAY)
    assert past.counts() == counted([other])
    assert ids(database_url) == ["c1"]


def test_more_rows_than_one_transaction_takes_are_counted_in_several(database_url: str) -> None:
    rows = [replace(ROW, id=f"r{n}") for n in range(AT_ONCE + 3)]
    with writing(open_engine(database_url)) as connection:
        values = [
            {column.name: getattr(row, str(column.name)) for column in t.call_row.columns}
            for row in rows
        ]
        connection.execute(insert(t.call_row), values)
    past = SqlPast(open_engine(database_url))
    assert [past.fold("county", DAY) for _ in range(3)] == [AT_ONCE, 3, 0]
    assert past.counts() == counted(rows)


# -- the power goes ------------------------------------------------------------------------------


class PowerCut(Exception):
    """Nothing of what follows happens."""


@contextmanager
def cut_before(engine: Engine, statement: int) -> Iterator[list[str]]:
    """Raise before a statement, counted from 0, of what is done within; the last is the commit."""
    said: list[str] = []

    def step(*_: object) -> None:
        said.append("")
        if len(said) == statement + 1:
            raise PowerCut

    def each(connection: Any, cursor: Any, statement: str, *_: object) -> None:
        step()

    event.listen(engine, "before_cursor_execute", each)
    event.listen(engine, "commit", step)
    try:
        yield said
    finally:
        event.remove(engine, "before_cursor_execute", each)
        event.remove(engine, "commit", step)


def told(url: str) -> Counter[Tally]:
    """Everything there is of calls: what is counted, and what the rows would count."""
    past = SqlPast(open_engine(url))
    left = set(ids(url))
    return Counter(past.counts()) + counted(row for row in ROWS if row.id in left)


def test_whichever_statement_fails_each_row_is_counted_once(database_url: str) -> None:
    filled(database_url, ROWS)
    cuts = 0
    while True:
        engine = open_engine(database_url)
        past = SqlPast(engine)
        try:
            with cut_before(engine, cuts):
                past.fold("county", DAY)
        except (PowerCut, StoreTrouble):
            assert told(database_url) == counted(ROWS)
            assert ids(database_url) == ["c1", "c2", "c3"]
        else:
            break
        finally:
            engine.dispose()
        cuts += 1
    assert cuts > 10
    assert ids(database_url) == []
    assert told(database_url) == counted(ROWS)


def _die_before(url: str, statement: int) -> None:
    """In a process of its own: it is gone, without a word to the database, before a statement."""
    engine = open_engine(url)
    seen = 0

    def step(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == statement + 1:
            os._exit(9)

    event.listen(engine, "before_cursor_execute", step)
    event.listen(engine, "commit", step)
    SqlPast(engine).fold("county", DAY)
    os._exit(9 if seen == statement else 0)  # 9: just after the commit


def statements_of_a_fold(url: str) -> int:
    """How many there are, tried on another line: the commit is the last."""
    engine = open_engine(url)
    filled(url, [replace(row, id=f"{row.id} elsewhere", line="other") for row in ROWS])
    with cut_before(engine, 999) as said:
        SqlPast(engine).fold("other", DAY)
    with writing(engine) as connection:
        connection.execute(delete(t.counter))
    return len(said)


def test_whenever_the_process_is_killed_each_row_is_counted_once(database_url: str) -> None:
    last = statements_of_a_fold(database_url)
    filled(database_url, ROWS)
    spawning = multiprocessing.get_context("forkserver")
    spawning.set_forkserver_preload([SqlPast.__module__])
    for statement in (0, 3, last // 2, last - 1, last):
        assert len(ids(database_url)) == 3
        process = spawning.Process(target=_die_before, args=(database_url, statement))
        process.start()
        process.join(60)
        assert process.exitcode == 9
        assert told(database_url) == counted(ROWS)
    assert ids(database_url) == []


def test_four_who_fold_at_once_count_each_row_once(database_url: str) -> None:
    filled(database_url, ROWS)
    pasts = [SqlPast(open_engine(database_url)) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda past: past.fold("county", DAY), pasts))
    assert sorted(done) == [0, 0, 0, 3]
    assert told(database_url) == counted(ROWS)


# -- what else is over ---------------------------------------------------------------------------


def test_what_is_over_goes_and_what_is_not_stays(database_url: str) -> None:
    engine = open_engine(database_url)
    holds = SqlHolds(engine)
    holds.change(lambda now: propose(now, "h", "an order", "Ann", NOW - timedelta(days=400)))
    holds.change(lambda now: end(now, "Ann", NOW - timedelta(days=399)))
    people = SqlAccounts(engine, Sealer("a secret of thirty-two characters"))
    for days in (366, 364):
        people.note(Entry(NOW - timedelta(days=days), "robin", Deed.SIGNED_IN, str(days)))
    past = SqlPast(engine)
    long_ago = dict.fromkeys(KEPT, NOW - timedelta(days=1000))
    times = {name: NOW - kept for name, kept in KEPT.items()}
    none = dict.fromkeys(KEPT, 0)
    assert past.delete_old(long_ago) == none
    assert past.old(times) == {**none, "deeds": 1, "holds": 1}
    assert past.delete_old(times) == {**none, "deeds": 1, "holds": 1}
    assert past.old(times) == none
    assert holds.log() == []
    assert [entry.about for entry in people.entries(10)] == ["364"]


def test_while_a_legal_hold_is_on_nothing_is_deleted(database_url: str) -> None:
    past = filled(database_url, ROWS)
    holds = SqlHolds(open_engine(database_url))
    holds.change(lambda now: propose(now, "h", "an order", "Ann", NOW))
    holds.change(lambda now: approve(now, "Ben", NOW))
    assert past.fold("county", DAY) == 0
    people = SqlAccounts(open_engine(database_url), Sealer("a secret of thirty-two characters"))
    people.note(Entry(NOW - timedelta(days=400), "robin", Deed.SIGNED_IN))
    assert past.old({"deeds": NOW}) == {"deeds": 1}
    assert past.delete_old(dict.fromkeys(KEPT, NOW)) == dict.fromkeys(KEPT, 0)
    assert len(people.entries(10)) == 1
    assert len(ids(database_url)) == 3
    holds.change(lambda now: end(now, "Ann", NOW))
    assert past.fold("county", DAY) == 0, "one person does not end it"
    holds.change(lambda now: end(now, "Ben", NOW))
    assert past.fold("county", DAY) == 3


# -- no order ------------------------------------------------------------------------------------

CAME = ["c9", "c1", "c5", "c7"]


def files(url: str) -> bytes:
    """Every byte that the database holds of the tables that could tell."""
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        return b"".join(one.read_bytes() for one in path.parent.glob(path.name + "*"))
    with open_engine(url).connect() as connection:
        free = connection.execution_options(isolation_level="AUTOCOMMIT")
        free.execute(text("CHECKPOINT"))
        base = Path(str(connection.scalar(text("SHOW data_directory"))))
        names = ("call_row", "pk_call_row", "counter")
        paths = [connection.scalar(text(f"SELECT pg_relation_filepath('{n}')")) for n in names]
        return b"".join((base / str(path)).read_bytes() for path in paths)


def order_of(url: str) -> list[tuple[str, str]]:
    """The rows as PostgreSQL's file has them, each with the number of its transaction."""
    with reading(open_engine(url)) as connection:
        rows = connection.execute(text("SELECT id, xmin::text AS came FROM call_row ORDER BY ctid"))
        return [(row.id, row.came) for row in rows]


@pytest.mark.postgres
def test_postgresql_tells_no_order_of_calls_once_it_was_stirred() -> None:
    url = postgres().new()
    past = filled(url, [replace(ROW, id=one) for one in CAME])
    assert [one for one, _ in order_of(url)] == CAME, "this is what is to be hidden"
    assert len({came for _, came in order_of(url)}) == 4
    past.stir(deleted=False)
    assert [one for one, _ in order_of(url)] == sorted(CAME)
    assert len({came for _, came in order_of(url)}) == 1
    filled(url, [replace(ROW, id="c0")])
    past.stir(deleted=False)
    assert [one for one, _ in order_of(url)] == ["c0", *sorted(CAME)]
    assert len({came for _, came in order_of(url)}) == 1, "no older rows and newer rows"
    assert files(url).count(b"c9") == 2, "in the table and in its index, and no copy of it"
    postgres().drop(url)


@pytest.mark.postgres
def test_stirring_postgresql_twice_writes_nothing_the_second_time() -> None:
    url = postgres().new()
    past = filled(url, [replace(ROW, id=one) for one in CAME])
    past.stir(deleted=False)
    before = order_of(url)
    past.stir(deleted=False)
    assert order_of(url) == before
    postgres().drop(url)


@pytest.mark.parametrize("order", ["first to last", "last to first"])
def test_what_is_deleted_leaves_the_files(database_url: str, order: str) -> None:
    rows = [replace(ROW, id=f"a-random-id-{n:04}") for n in range(150)]
    keep = rows[0] if order == "first to last" else rows[-1]
    rows = [replace(row, day=DAY + timedelta(days=9)) if row.id == keep.id else row for row in rows]
    past = filled(database_url, rows)
    assert b"a-random-id-0075" in files(database_url)
    while past.fold("county", DAY):
        pass
    past.stir(deleted=True)
    left = files(database_url)
    assert keep.id.encode() in left
    assert [row.id for row in rows if row.id != keep.id and row.id.encode() in left] == []
    assert ids(database_url) == [keep.id]
