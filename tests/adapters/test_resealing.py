"""A key is replaced while calls go on: everything at rest moves to the new one, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
import redis

from tests.adapters.test_redis_calls import HandClock, clock
from tests.books import BOOK, vouched
from tests.databases import database_url, sqlite_url
from tests.leaks.search import everything_in
from warmline.adapters import redis_resealing
from warmline.adapters.redis_calls import RedisCalls
from warmline.adapters.sealing import CannotUnseal, Sealer
from warmline.adapters.sql import resealing
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.roster import SqlRoster
from warmline.domain.call import Event
from warmline.domain.choosing import Wish
from warmline.settings import Settings, load_keys, replace_key
from warmline.wiring import sealer

__all__ = ["clock", "database_url", "sqlite_url"]

OLD, NEW, LOST = "o" * 40, "n" * 40, "l" * 40
NUMBER = "+16505550150"
BOTH = Sealer(NEW, OLD)


def test_numbers_in_the_database_move_to_the_new_key_and_stay_the_same(
    database_url: str, clock: HandClock
) -> None:
    engine = open_engine(database_url)
    before = SqlRoster(engine, Sealer(OLD), clock)
    with before.editing() as edit:
        edit.save(vouched(BOOK))
    count = resealing.sealed_with_older(engine, BOTH)
    assert count >= len(BOOK.supporters)
    assert resealing.reseal(engine, BOTH) == (count, 0)
    assert resealing.reseal(engine, BOTH) == (0, 0), "twice is once"
    assert resealing.sealed_with_older(engine, BOTH) == 0
    assert SqlRoster(engine, Sealer(NEW), clock).books() == [BOOK]
    assert all(one.phone == "" for one in before.books()[0].supporters), "the old key opens none"


def test_what_no_key_opens_is_left_and_told(database_url: str, clock: HandClock) -> None:
    engine = open_engine(database_url)
    with SqlRoster(engine, Sealer(LOST), clock).editing() as edit:
        edit.save(vouched(BOOK))
    done, lost = resealing.reseal(engine, BOTH)
    assert (done, lost) == (0, resealing.sealed_with_older(engine, BOTH))
    assert SqlRoster(engine, Sealer(LOST), clock).books() == [BOOK]


def waiting(calls: RedisCalls, sid: str) -> str:
    call, _ = calls.open(
        sid=sid, line="county", language="en", number="+16505550100", is_open=True, avoid=["river"]
    )
    calls.move(call.id, Event.WANTS_PEER)
    return call.id


def test_what_is_live_moves_to_the_new_key_with_its_end(
    live: redis.Redis, clock: HandClock
) -> None:
    old = RedisCalls(live, clock, Sealer(OLD))
    call = waiting(old, "CA1")
    moved = old.promise(waiting(old, "CA2"), NUMBER, Wish(avoid=frozenset({"sage"})), 12 * 3600)
    assert moved is not None
    ends = {key: live.ttl(key) for key in live.keys("wl:c*")}
    assert redis_resealing.reseal(live, BOTH) >= 3
    assert redis_resealing.reseal(live, BOTH) == 0
    assert all(abs(live.ttl(key) - end) <= 5 for key, end in ends.items())
    after = RedisCalls(live, clock, Sealer(NEW)).peek(call)
    assert after is not None
    assert after.wish.avoid == frozenset({"river"})
    (back,) = live.keys("wl:callback:*")
    sealed = live.hget(back, "phone")
    assert isinstance(sealed, bytes)
    assert NUMBER in Sealer(NEW).open(sealed.decode())
    assert Sealer(OLD).seal("")[:8].encode() not in everything_in_but_answers(live)


def everything_in_but_answers(live: redis.Redis) -> bytes:
    """The judge's answers are kept for ten seconds, with what they said."""
    for key in live.keys("wl:once:*"):
        live.delete(key)
    return everything_in(live)


def test_a_call_that_ended_meanwhile_does_not_come_back(
    live: redis.Redis, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting(RedisCalls(live, clock, Sealer(OLD)), "CA1")
    seal = BOTH.seal

    def slowly(self: Sealer, text: str) -> str:
        live.flushdb()
        return seal(text)

    monkeypatch.setattr(Sealer, "seal", slowly)
    assert redis_resealing.reseal(live, BOTH) == 0
    assert live.keys("wl:*") == []


def test_everything_that_the_inventory_calls_sealed_is_sealed_anew() -> None:
    assert ("wl:call:*", "sealed") in redis_resealing.SEALED
    assert {field for key, field in redis_resealing.SEALED if key == "wl:callback:*"} == {
        "phone",
        "sealed",
    }
    names = {f"{table.name}.{column.name}" for table, column in resealing.SEALED}
    assert {"supporter.phone_sealed", "line.alert_phone_sealed"} <= names


def test_a_process_that_runs_notices_a_new_key_and_seals_with_it(tmp_path: Path) -> None:
    settings = Settings.from_environ({"WARMLINE_DATA": str(tmp_path / "data")})
    running = sealer(settings)
    before = running.seal("+16505550111")
    replace_key(settings, 100)
    elsewhere = Sealer(*load_keys(settings)).seal("+16505550112")
    assert running.open(elsewhere) == "+16505550112"
    assert running.open(before) == "+16505550111"
    assert not running.is_newest(before)
    assert Sealer(load_keys(settings)[0]).open(running.seal("x")) == "x"
    with pytest.raises(CannotUnseal):
        running.open(Sealer(LOST).seal("x"))
