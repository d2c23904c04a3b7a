"""What has had its time goes by itself; what a legal hold keeps stays, at the provider too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
import redis

from tests.databases import database_url, sqlite_url
from warmline.demo.setting import open_stage
from warmline.demo.stage import Stage
from warmline.demo.stories import Story
from warmline.demo.stories._story import line_toml
from warmline.domain.counters import What
from warmline.domain.legal_hold import approve, end, propose
from warmline.domain.outcome import Bucket, CallRow, Outcome
from warmline.services.folding import Folding
from warmline.services.forgetting import Forgetting

__all__ = ["database_url", "sqlite_url"]

DAY = timedelta(days=1)
ROW = CallRow(
    id="c1",
    line="county",
    day=date(2026, 11, 24),
    hour=10,
    language="en",
    open=True,
    outcome=Outcome.TALKED,
    wait=Bucket.UNDER_20_S,
    talk=Bucket.UNDER_40_MIN,
    offers=2,
    crisis_key=False,
)


@pytest.fixture
def stage(live: redis.Redis, sqlite_url: str) -> Stage:
    """A line of River's on a Tuesday at ten in the morning, the 24th of November."""
    return open_stage(Story("", "x", line_toml("River"), lambda s: None), live, sqlite_url)


def now(stage: Stage) -> datetime:
    return datetime.fromtimestamp(stage.emulator.clock.now(), UTC)


@dataclass(frozen=True)
class Later:
    """A clock that is ahead: a month of ticks would take minutes."""

    stage: Stage
    days: float

    def now(self) -> float:
        return self.stage.emulator.clock.now() + self.days * DAY.total_seconds()


def the_clock_tidies_up(stage: Stage, *, days_later: float = 0) -> None:
    """The two jobs for which the clock asks every hour."""
    later, world = Later(stage, days_later), stage.world
    Folding(stage.past, stage.roster, later).tidy()
    forgetting = Forgetting(stage.calls, stage.roster, world.phones, later, stage.holds)
    forgetting.look_for_leftovers("county")
    stage.wait(70)


def hold(stage: Stage) -> None:
    stage.holds.change(lambda current: propose(current, "h", "Order 12", "Ann", now(stage)))
    stage.holds.change(lambda current: approve(current, "Ben", now(stage)))
    stage.wait(10)


def test_a_call_is_a_row_for_thirty_days_and_then_only_counts(stage: Stage) -> None:
    caller = stage.caller().reaches_waiting()
    river = stage.supporter("River")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.hangs_up()
    stage.wait(90)
    the_clock_tidies_up(stage, days_later=29)
    assert len(stage.rows()) == 1
    the_clock_tidies_up(stage, days_later=30)
    assert stage.rows() == []
    counts = {(one.what, one.value): count for one, count in stage.past.counts().items()}
    assert counts[What.OFFERED, "talked"] == counts[What.ANSWERED, "under_20_s"] == 1


def test_the_clock_asks_for_it_and_a_worker_does_it(stage: Stage) -> None:
    stage.outcomes.record(replace(ROW, day=ROW.day - 30 * DAY))
    stage.workshop.sweeper.tidy()
    stage.caller().dials().hangs_up()
    stage.wait(5)
    assert [row.id for row in stage.rows() if row.id == "c1"] == []


def test_it_is_told_before_it_is_deleted_and_twice_is_once(stage: Stage) -> None:
    folding = stage.workshop.folding
    old = replace(ROW, day=ROW.day - 30 * DAY)
    for row in (replace(ROW, id="new"), old):
        stage.outcomes.record(row)
    assert folding.over().rows == 1
    assert folding.over(timedelta(0)).rows == 2
    assert folding.tidy().rows == 1
    assert not folding.over()
    assert not folding.tidy()


def test_the_day_is_the_lines_own(stage: Stage) -> None:
    """At one in the morning in London it is still yesterday on a line in California."""
    stage.outcomes.record(replace(ROW, day=ROW.day - 29 * DAY))
    for hours, over in ((13, 0), (15, 1)):
        later = Later(stage, hours / 24)
        assert datetime.fromtimestamp(later.now(), UTC).date() == ROW.day + DAY
        assert Folding(stage.past, stage.roster, later).over().rows == over


def test_while_a_legal_hold_is_on_nothing_is_deleted_and_afterwards_all_of_it(
    stage: Stage,
) -> None:
    """At the provider too, whatever was lost meanwhile: the store is emptied, a month goes by."""
    hold(stage)
    stage.outcomes.record(replace(ROW, day=ROW.day - 40 * DAY))
    caller = stage.caller().reaches_waiting()
    caller.hangs_up()
    stage.wait(300)
    the_clock_tidies_up(stage)
    kept = stage.provider_calls()
    assert kept
    assert len(stage.rows()) == 2
    stage.connection.flushdb()
    the_clock_tidies_up(stage, days_later=31)
    assert (stage.provider_calls(), len(stage.rows())) == (kept, 2)
    over = Later(stage, 31).now()
    for who in ("Ann", "Ben"):
        let_go(stage, who, datetime.fromtimestamp(over, UTC))
    the_clock_tidies_up(stage, days_later=31.1)
    stage.wait(120)
    assert (stage.provider_calls(), stage.rows()) == ([], [])
    assert stage.calls.backlog() == 0


def let_go(stage: Stage, who: str, at: datetime) -> None:
    stage.holds.change(lambda current: end(current, who, at))
    stage.wait(10)


def test_what_was_kept_on_purpose_is_not_late(stage: Stage) -> None:
    hold(stage)
    stage.caller().reaches_waiting().hangs_up()
    stage.wait(60)
    assert stage.calls.backlog() > 0
    stage.working = False
    alarmed = []
    for _ in range(3):
        alarms = replace(stage.workshop.alarms, clock=Later(stage, 2))
        alarms.look_at_machinery()
        alarmed.append(stage.world.spells.spell("deletions"))
    assert not any(alarmed), alarmed
