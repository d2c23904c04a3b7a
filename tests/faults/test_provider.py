"""The provider limits, refuses, or does not answer; the store forgets what it knew of it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.stories.conftest import SetStage
from warmline.demo.phones import CallerPhone
from warmline.demo.stage import Stage
from warmline.demo.stories._story import PHONES, line_toml
from warmline.demo.stories.places import SLOTS
from warmline.emulator import Faults, behaviours

ALL = tuple(PHONES)


def waiting(stage: Stage, number: int) -> list[CallerPhone]:
    callers = []
    for n in range(number):
        caller = stage.caller(f"+1650555015{n}", f"Caller {n}").dials()
        caller.hears("greeting")
        caller.presses("1")
        callers.append(caller)
    return callers


def asked_for(stage: Stage, alias: str) -> int:
    """How often the provider was asked to ring somebody."""
    number = PHONES[alias]
    return sum(
        one.method == "POST" and one.params.get("To") == number for one in stage.emulator.rest_log
    )


def failed_for(stage: Stage) -> str:
    """Whose phone was asked for when the provider did not answer."""
    return next(one.params["To"] for one in stage.emulator.rest_log if one.status == 0)


def lists(stage: Stage) -> int:
    """How often the provider was asked which calls there are."""
    return sum(one.method == "GET" and "Status" in one.params for one in stage.emulator.rest_log)


def test_a_phone_that_rings_though_no_answer_and_no_report_came_is_found(
    set_stage: SetStage,
) -> None:
    stage = set_stage(line_toml("River"))
    stage.emulator.faults = Faults(lose=1.0)
    stage.emulator.fail_next_rest(0, method="POST", path_contains="Calls.json", executed=True)
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.rings(within=3)
    stage.wait(6)
    assert asked_for(stage, "River") == 1, "nobody is rung twice"
    river.takes_the_call(within=0)
    caller.is_connected_to(river)


def test_a_phone_that_was_not_rung_is_asked_for_again_and_the_next_one_at_once(
    set_stage: SetStage,
) -> None:
    stage = set_stage(line_toml("River", "Sage"))
    stage.emulator.fail_next_rest(0, method="POST", path_contains="Calls.json")
    stage.caller().reaches_waiting()
    first, other = stage.supporters("River", "Sage")
    if failed_for(stage) == other.handset.number:
        first, other = other, first
    other.rings(within=3)
    first.stays_silent(1)
    first.rings(within=9)
    assert asked_for(stage, first.alias) == 2


@pytest.mark.parametrize("status", [0, 500])
def test_a_number_that_was_perhaps_texted_is_not_texted_again(
    set_stage: SetStage, status: int
) -> None:
    """On a phone that others see, two texts tell more than one."""
    stage = set_stage(line_toml("River", extra=SLOTS))
    caller = stage.caller().dials()
    caller.hears("greeting")
    caller.presses("4")
    caller.hears("place-text-me", within=60)
    stage.emulator.fail_next_rest(
        status, method="POST", path_contains="Messages.json", executed=True
    )
    caller.presses("6")
    caller.hears("place-text-coming")
    stage.wait(40)
    assert len(caller.handset.messages) == 1


def test_a_found_phone_falls_silent_when_its_caller_has_left(set_stage: SetStage) -> None:
    stage = set_stage(line_toml("River"))
    stage.emulator.faults = Faults(lose=1.0)
    stage.emulator.fail_next_rest(500, method="POST", path_contains="Calls.json", executed=True)
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.rings(within=3)
    stage.emulator.faults = Faults()
    caller.hangs_up()
    river.stops_ringing(within=8)
    assert not stage.busy("River")


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    rate=st.sampled_from([0.4, 1.0, 2.0]),
    queue=st.sampled_from([0.0, 0.3, 2.0]),
    retry_after=st.sampled_from([None, 0.5, 3.0]),
)
def test_a_provider_that_answers_429_beyond_its_rate_loses_nobody(
    set_stage: SetStage, rate: float, queue: float, retry_after: float | None
) -> None:
    """It takes fewer calls than it was asked for when the rate was set."""
    stage = set_stage(line_toml(*ALL))
    stage.emulator.calls_per_second = rate
    stage.emulator.longest_queue = queue
    stage.emulator.retry_after = retry_after
    for alias in ALL:
        stage.supporter(alias).handset.behaviour = behaviours.Ignores()
    callers = waiting(stage, 4)
    stage.wait(4 / rate + 8)
    rung = [stage.supporter(alias).handset.calls for alias in ALL]
    assert all(rung), "each phone has rung"
    for caller in callers:
        caller.hangs_up()
    stage.wait(30)
    assert not any(stage.busy(alias) for alias in ALL)
    assert stage.failed_jobs() == []
    stage.connection.flushdb()


def test_a_supporter_alone_in_a_room_that_nobody_knows_is_let_out(set_stage: SetStage) -> None:
    """The store was emptied, and no worker was there, when their caller left."""
    stage = set_stage(line_toml("River"))
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.takes_the_call()
    caller.is_connected_to(river)
    stage.working = False
    caller.presses("*")
    caller.hangs_up()
    stage.connection.flushdb()
    stage.wait(5)
    river.is_alone()
    stage.working = True
    river.hears("offer-gone", within=8)
    river.call_ends()


def test_two_who_talk_are_left_alone_when_the_store_was_emptied(set_stage: SetStage) -> None:
    stage = set_stage(line_toml("River"))
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.takes_the_call()
    caller.is_connected_to(river)
    stage.connection.flushdb()
    stage.wait(150)
    caller.is_connected_to(river, within=0)
    assert lists(stage) >= 6, "it was compared more than once"
    caller.hangs_up()


def test_a_caller_whose_end_nobody_reported_sets_their_peer_free(set_stage: SetStage) -> None:
    stage = set_stage(line_toml("River"))
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.takes_the_call()
    caller.is_connected_to(river)
    stage.wait(20)
    stage.emulator.faults = Faults(lose=1.0)
    caller.hangs_up()
    stage.until(lambda: not stage.busy("River"), 65, "River is free")
    river.call_ends(within=60)  # they are told, and asked whether they are fine


def test_while_nobody_is_on_the_phone_the_provider_is_asked_nothing(set_stage: SetStage) -> None:
    stage = set_stage(line_toml("River"))
    stage.wait(10)
    stage.emulator.rest_log.clear()
    stage.wait(1800)
    assert stage.emulator.rest_log == []
    caller = stage.caller().reaches_waiting()
    stage.wait(130)
    assert lists(stage) in {6, 9}, "three lists a minute while somebody waits"
    caller.hangs_up()
    stage.wait(400)
    stage.emulator.rest_log.clear()
    stage.wait(1800)
    assert lists(stage) == 0


@pytest.mark.parametrize("code", [21211, 21217])
def test_a_refused_number_is_asked_for_once_and_set_aside(set_stage: SetStage, code: int) -> None:
    stage = set_stage(line_toml("River"))
    river = stage.supporter("River")
    stage.emulator.refused[river.handset.number] = code
    caller = stage.caller().reaches_waiting()
    stage.wait(20)
    assert asked_for(stage, "River") == 1
    caller.hangs_up()
    (book,) = stage.roster.books()
    assert [one.code for one in book.refused] == [str(code)]
