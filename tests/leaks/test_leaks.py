"""After a call nothing of the caller's number is left (P9), whatever went wrong.

Every byte that is left is searched. What stories leave is searched in `tests/stories`, after each.
"""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
import redis

from tests.leaks.places import CALLERS, SUPPORTERS, end_everything, metrics, what_is_left
from tests.leaks.search import everything_in, finds, forms, text
from warmline.demo.setting import open_stage
from warmline.demo.stage import Stage
from warmline.demo.stories import Story
from warmline.demo.stories._story import line_toml


def test_nothing_of_a_wish_is_left_and_nobody_learns_who_was_declined(
    live: redis.Redis,
    sqlite_url: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """River and Willow are named and not wanted: nothing outside the seal tells, then or later."""
    caplog.set_level(logging.DEBUG)
    about = {"Willow": 'agency = "North"'}
    lines = line_toml("River", "Willow", "Sage", "Juniper", about=about)
    stage = open_stage(Story("", "x", lines, lambda s: None), live, sqlite_url)
    ids = {s.alias: s.id for book in stage.roster.books() for s in book.supporters}
    unwanted = [ids[alias].encode() for alias in ("River", "Willow")]
    caller, sage = stage.caller().dials(), stage.supporter("Sage")
    caller.hears("main-menu-choosing", within=60)
    caller.presses("3")
    caller.hears("choose-agency-intro")
    caller.presses("1")
    caller.hears("choose-peer", alias="River")
    caller.presses("2")
    caller.hears("choose-peer", alias="Sage")
    assert not any(one in everything_in(live) for one in (*unwanted, ids["Sage"].encode()))
    caller.presses("1")
    sage.takes_the_call()
    caller.is_connected_to(sage)
    assert not any(one in everything_in(live) for one in unwanted)
    caller.hangs_up()
    assert not any(b"sealed" in live.hgetall(key) for key in live.scan_iter("wl:call:*"))
    end_everything(stage)
    out, err = capfd.readouterr()
    emulator = stage.emulator
    left = everything_in(live) + (caplog.text + out + err).encode() + metrics(stage)
    left += text([request.url for request in emulator.requests])
    left += text([request.path for request in emulator.rest_log])
    left += text(stage.rows()) + text(stage.failed_jobs())
    assert not any(one in left for one in (*unwanted, b"River", b"Willow", b"North"))
    assert b"Sage" not in left


def test_nothing_is_left_when_the_provider_fails_every_other_request(
    live: redis.Redis,
    sqlite_url: str,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Errors quote numbers: none of them reaches a log, a job's traceback or an address."""
    caplog.set_level(logging.DEBUG)
    stage = open_stage(Story("", "x", line_toml("River", "Sage"), lambda s: None), live, sqlite_url)
    stage.emulator.faults.rest_failure = 0.5
    for number in CALLERS:
        caller = stage.caller(number).dials()
        caller.presses("1")
        stage.wait(40)
        caller.hangs_up()
    stage.emulator.faults.rest_failure = 0.0
    end_everything(stage)
    out, err = capfd.readouterr()
    left = what_is_left(stage, tmp_path, caplog.text + out + err)
    assert finds((*CALLERS, *SUPPORTERS), left) == []
    assert stage.calls.backlog() == 0


def test_calls_of_which_the_store_knows_nothing_are_deleted_at_the_provider(
    live: redis.Redis, sqlite_url: str, tmp_path: Path
) -> None:
    """The store was emptied while they talked and after; reports of the end were lost."""
    stage = open_stage(Story("", "x", line_toml("River"), lambda s: None), live, sqlite_url)
    caller = stage.caller(CALLERS[0]).reaches_waiting()
    river = stage.supporter("River")
    river.takes_the_call()
    caller.is_connected_to(river)
    end_everything_without_us(stage)
    assert finds(CALLERS, what_is_left(stage, tmp_path, "")) == ["what the provider still keeps"]
    stage.wait(6 * 3600)
    queues = stage.emulator.queues.by_sid
    old = set(queues)
    assert old, "a queue stays at the provider when its call is over"
    other = stage.twilio.queues.create(friendly_name="somebody else's").sid
    queues[other].updated = 0.0
    stage.workshop.sweeper.look_for_leftovers()
    stage.caller(CALLERS[1]).reaches_waiting().hangs_up()
    stage.wait(5 * 60)
    assert old.isdisjoint(queues)
    assert other in queues
    assert finds((*CALLERS, *SUPPORTERS), what_is_left(stage, tmp_path, "")) == []
    assert stage.calls.backlog() == 0


def end_everything_without_us(stage: Stage) -> None:
    """Everybody hangs up while nobody works, and then the store is emptied."""
    stage.working = False
    for handset in stage.emulator.handsets():
        if handset.calls and handset.calls[-1].state != "ended":
            handset.calls[-1].hang_up()
    stage.wait(60)
    stage.connection.flushdb()
    stage.working = True


PLACES = ["redis", "logs", "addresses of our pages", "what the provider still keeps", "x.db"]


@pytest.mark.parametrize("place", PLACES)
def test_a_planted_leak_is_found_in_every_place_and_form(place: str) -> None:
    """So that the test above can fail."""
    for form in forms(CALLERS[0]):
        assert finds(CALLERS, {place: b"\x00before " + form + b" after"}) == [place]


def test_the_last_four_digits_are_found_but_not_in_a_random_id() -> None:
    logs = "logs (last four)"
    assert finds(CALLERS[:1], {"logs": b"job 1b9d6bcd-0150-4b2d-9b5d-ab8dfbbd4bed: OK"}) == []
    assert finds(CALLERS[:1], {"logs": b"job 1b9d6bcd-0150-4b2d-9b5d: OK"}) == [logs]
    assert finds(CALLERS[:1], {"logs": b"caller 555-0150"}) == [logs]
    assert finds(CALLERS[:1], {"logs": b"caller ...0150"}) == [logs]


def test_a_planted_leak_in_redis_is_found(live: redis.Redis) -> None:
    live.hset("wl:call:x", "from", CALLERS[0])
    live.zadd("wl:due", {f"call|{CALLERS[1]}": 1})
    live.rpush("rq:queue:x", CALLERS[2])
    assert len(finds(CALLERS, {"redis": everything_in(live)})) == 3
