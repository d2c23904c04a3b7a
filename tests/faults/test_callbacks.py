"""Calls back when something goes wrong: nobody is rung twice, nobody waits for ever."""

from __future__ import annotations

import pytest

from tests.stories.conftest import SetStage
from warmline.demo.phones import CallerPhone, SupporterPhone
from warmline.demo.stage import Stage
from warmline.demo.stories.callback import asks_while_busy, nothing_is_kept, picks_up, takes_it
from warmline.domain.callback import Callback
from warmline.emulator import Faults, behaviours

CALLER = "+16505550150"


def asked_for(stage: Stage) -> tuple[CallerPhone, SupporterPhone]:
    river = stage.supporter("River")
    return asks_while_busy(stage, river), river


def rings(stage: Stage) -> bool:
    return stage.emulator.ringing(CALLER) is not None


def told_that_nobody_was_reached(stage: Stage, river: SupporterPhone) -> None:
    river.hears("offer-not-reached", within=90)
    river.call_ends()
    stage.check(not stage.busy("River"), "River is free")


def test_workers_die_just_as_the_supporter_has_said_yes(set_stage: SetStage) -> None:
    """The duty is a deadline: the phone rings once they are back."""
    stage = set_stage()
    caller, river = asked_for(stage)
    river.rings(within=11 * 60)
    river.answers()
    stage.working = False
    river.presses("1")
    stage.wait(8)
    assert not rings(stage)
    stage.working = True
    picks_up(caller)
    caller.presses("1")
    caller.is_connected_to(river)


def test_workers_die_while_the_phone_rings_and_nobody_picks_it_up(set_stage: SetStage) -> None:
    stage = set_stage()
    caller, river = asked_for(stage)
    caller.handset.behaviour = behaviours.Ignores()
    takes_it(river)
    stage.until(lambda: rings(stage), 10, "the caller's phone rings")
    stage.working = False
    stage.emulator.faults = Faults(lose=1.0)
    stage.wait(90)
    stage.emulator.faults = Faults()
    stage.working = True
    told_that_nobody_was_reached(stage, river)


def test_the_provider_refuses_for_a_moment(set_stage: SetStage) -> None:
    """It is asked again while the supporter waits."""
    stage = set_stage()
    caller, river = asked_for(stage)
    river.rings(within=11 * 60)
    river.answers()
    stage.emulator.faults = Faults(rest_failure=1.0)
    river.presses("1")
    stage.wait(1)
    stage.emulator.faults = Faults()
    stage.until(
        lambda: rings(stage) or river.has_heard("offer-not-reached"),
        60,
        "it rings, or River is told",
    )
    if not rings(stage):
        takes_it(river, within=10 * 60)
    picks_up(caller, within=60)
    caller.presses("1")
    caller.is_connected_to(river)


@pytest.mark.parametrize(
    ("status", "code", "kind"), [(403, 20005, "refused"), (429, 20429, "busy"), (500, 0, "failed")]
)
def test_trouble_with_a_call_back_is_noted_like_that_with_any_phone(
    set_stage: SetStage, status: int, code: int, kind: str
) -> None:
    """Else nobody is told that the account may not call, where only calls back are made."""
    stage = set_stage()
    _, river = asked_for(stage)
    river.rings(within=11 * 60)
    river.answers()
    stage.emulator.fail_next_rest(status, code or None, method="POST", path_contains="Calls.json")
    river.presses("1")
    stage.wait(2)
    assert getattr(stage.calls.troubles(), kind) == 1


def test_every_report_of_the_phone_is_lost(set_stage: SetStage) -> None:
    """The deadline tells that nobody pressed a key; the second try is the last."""
    stage = set_stage()
    caller, river = asked_for(stage)
    caller.handset.behaviour = behaviours.Busy()
    stage.emulator.faults = Faults(lose=1.0)
    for _ in range(2):
        takes_it(river, within=25 * 60)
        told_that_nobody_was_reached(stage, river)
        river.hangs_up()
    nothing_is_kept(stage)


def test_redis_is_emptied_while_the_phone_rings(set_stage: SetStage) -> None:
    """Whoever presses 1 is no stranger, and waits for a peer like any other caller."""
    stage = set_stage()
    caller, river = asked_for(stage)
    takes_it(river)
    stage.until(lambda: rings(stage), 10, "the caller's phone rings")
    stage.connection.flushdb()
    picks_up(caller)
    caller.presses("1")
    caller.hears("waiting-line-moved")
    assert [one.call.called_back for one in stage.calls.waiting("county")] == [False]
    river.call_ends(within=120)


def test_redis_is_emptied_before_anybody_was_asked(set_stage: SetStage) -> None:
    """The promise is lost with it, and nobody is rung for nothing."""
    stage = set_stage()
    _caller, river = asked_for(stage)
    stage.connection.flushdb()
    river.stays_silent(30 * 60)
    assert not rings(stage)


@pytest.mark.parametrize("key", ["2", "0"])
def test_who_passes_is_not_asked_again_for_it(set_stage: SetStage, key: str) -> None:
    stage = set_stage()
    _caller, river = asked_for(stage)
    river.rings(within=11 * 60)
    river.answers()
    river.presses(key)
    river.stays_silent(60 * 60)


def test_each_call_is_counted_once_and_says_what_came_of_it(set_stage: SetStage) -> None:
    stage = set_stage()
    caller, river = asked_for(stage)
    takes_it(river)
    picks_up(caller)
    caller.presses("1")
    caller.is_connected_to(river)
    caller.hangs_up()
    stage.wait(10)
    rows = sorted((row.callback, row.outcome) for row in stage.rows())
    assert rows == [("", "talked"), (Callback.PROMISED, "callback"), (Callback.REACHED, "talked")]


def test_nothing_of_it_is_left_at_the_provider(set_stage: SetStage) -> None:
    stage = set_stage()
    caller, river = asked_for(stage)
    caller.handset.behaviour = behaviours.Voicemail(after=5)
    takes_it(river)
    told_that_nobody_was_reached(stage, river)
    stage.wait(90)
    assert stage.provider_calls() == []
    assert stage.calls.backlog() == 0
