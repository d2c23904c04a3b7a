"""Coverage and the time spent free: every open minute is looked at, or counts as not covered."""

from __future__ import annotations

from pathlib import Path

import redis

from tests.databases import new_sqlite
from warmline.demo.setting import open_stage
from warmline.demo.stage import Stage
from warmline.demo.stories import Story
from warmline.demo.stories._story import PHONES, line_toml
from warmline.domain import exact
from warmline.domain.release import release
from warmline.ports.quarters import Document, Material
from warmline.services.reports import Reports

WRAP = 600


def stage_of(toml: str, live: redis.Redis, tmp_path: Path) -> Stage:
    stage = open_stage(Story("", "x", toml, lambda _: None), live, new_sqlite(tmp_path))
    stage.counts_minutes = True
    return stage


def material(stage: Stage) -> Material:
    """All that is known of the quarter, for whose report it is still too early."""
    assert Reports(stage.quarters, stage.roster, stage.emulator.clock).freeze_due() == []
    (quarter,) = stage.quarters.unfrozen()
    found: list[Material] = []

    def keep(all_of_it: Material) -> Document:
        found.append(all_of_it)
        return {}

    stage.quarters.freeze(quarter, keep)
    return found[0]


def busy(stage: Stage) -> tuple[float, float]:
    """From when until when River could not be rung, as the telephone company saw it."""
    events = [one for one in stage.emulator.events_since(0) if one.who == PHONES["River"]]
    rang = next(one.at for one in events if one.what == "rings")
    parted = next(one.at for one in events if one.what == "parts")
    return rang, parted + WRAP


def test_while_the_only_supporter_talks_and_rests_the_line_is_not_covered(
    live: redis.Redis, tmp_path: Path
) -> None:
    stage = stage_of(line_toml("River"), live, tmp_path)
    began = stage.emulator.clock.now()
    stage.wait(150)
    caller = stage.caller().reaches_waiting()
    stage.supporter("River").takes_the_call()
    stage.wait(200)
    caller.hangs_up()
    stage.wait(1200)
    until = stage.emulator.clock.now()
    since, over = busy(stage)
    # The first look is after half a minute, then one at the beginning of each minute.
    looks = [began + 30, *(began + 60 * n for n in range(1, int((until - began) / 60) + 1))]
    free = [at for at in looks if not since <= at < over]
    sums = material(stage).sums
    assert (sums[exact.OPEN], sums[exact.COVERED]) == (len(looks), len(free))
    assert sums[exact.IDLE] == len(free)


def test_minutes_in_which_all_was_down_are_not_covered(live: redis.Redis, tmp_path: Path) -> None:
    stage = stage_of(line_toml("River", "Sage"), live, tmp_path)
    stage.wait(5 * 60 - 20)
    stage.working = False
    stage.wait(10 * 60)
    stage.working = True
    stage.wait(5 * 60)
    known = material(stage)
    assert (known.sums[exact.OPEN], known.sums[exact.COVERED]) == (20, 10)
    assert known.sums[exact.IDLE] == 20
    shown = release(*known)
    assert {one.name: one.value for one in shown.figures}["coverage"] == 50


def test_outside_the_hours_nothing_is_counted(live: redis.Redis, tmp_path: Path) -> None:
    closed = line_toml("River", hours="12:00-22:00")
    stage = stage_of(closed, live, tmp_path)
    stage.wait(300)
    assert material(stage).sums == {}
