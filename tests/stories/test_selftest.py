"""The line calls itself: everything works, something is broken, and nobody is disturbed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import redis

from tests.databases import new_sqlite
from warmline import wiring
from warmline.demo.setting import open_stage
from warmline.demo.stage import CRISIS, LINE, TEST_NUMBER, Stage
from warmline.demo.stories import Story
from warmline.demo.stories._story import line_toml
from warmline.domain.selftest import Run, Step, copy_id
from warmline.emulator import behaviours
from warmline.services.selftest import LOOKS


@pytest.fixture
def stage(live: redis.Redis, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """A line with one supporter on duty."""
    story = Story("", "test call", line_toml("River"), lambda _: None)
    return open_stage(story, live, new_sqlite(tmp_path_factory.mktemp("db")))


def begun(stage: Stage) -> Run:
    test = stage.workshop.selftest
    run = test.begin("county")
    assert run is not None
    test.go_on(run.id)
    return run


def told(stage: Stage, seconds: float = 95) -> Run:
    """A nightly test of the line, to its end; how far it came."""
    run = begun(stage)
    stage.wait(seconds)
    found = stage.workshop.selftest.verdict(run.id)
    assert found is not None
    return found


def alive(stage: Stage) -> list[str]:
    """The provider's ids of calls that are not over."""
    return [call.sid for call in stage.twilio.calls.list() if call.status != "completed"]


def texts(stage: Stage) -> list[str]:
    """What the coordinator was texted."""
    return [
        text.body
        for handset in stage.emulator.handsets()
        for text in handset.messages
        if "test call" in text.body
    ]


def test_a_test_call_finds_that_everything_works_and_leaves_nothing(stage: Stage) -> None:
    run = told(stage)
    assert run.failed is None
    assert Step.JOINED in run.passed
    assert stage.rows() == [], "it is counted nowhere"
    assert stage.provider_calls() == [], "the provider keeps nothing of it"
    assert stage.supporter("River").handset.calls == [], "River's phone did not ring"
    assert texts(stage) == []
    assert stage.failed_jobs() == []
    assert stage.emulator.alerts == []


def test_it_ends_by_itself_within_a_minute(stage: Stage) -> None:
    begun(stage)
    stage.wait(10)
    assert alive(stage)
    stage.until(lambda: not alive(stage), 50, "every phone of it is put down")


def test_two_nights_in_a_row_go_alike(stage: Stage) -> None:
    assert told(stage).failed is None
    assert told(stage).failed is None


def test_callers_and_supporters_are_not_disturbed_by_it(stage: Stage) -> None:
    river = stage.supporter("River")
    caller = stage.caller().reaches_waiting()
    run = begun(stage)
    river.rings(10)
    waiting = stage.calls.waiting("county")
    assert [one.ahead for one in waiting] == [0], "nobody stands before them"
    river.takes_the_call()
    stage.until(lambda: river.handset.number in caller.call.talking_with, 20, "they talk")
    stage.wait(60)
    assert river.handset.number in caller.call.talking_with
    found = stage.workshop.selftest.verdict(run.id)
    assert found is not None
    assert found.failed is None
    assert len(river.handset.calls) == 1


def test_comparing_with_the_provider_leaves_a_running_test_alone(stage: Stage) -> None:
    run = begun(stage)
    together = 0
    for _ in range(40):
        stage.wait(1)
        stage.workshop.reconciler.reconcile()
        together += any(len(sids) == 2 for sids in stage.world.phones.rooms().values())
    assert together, "it was compared while both sides of the test were in the room"
    stage.wait(60)
    found = stage.workshop.selftest.verdict(run.id)
    assert found is not None
    assert found.failed is None
    assert Step.JOINED in found.passed
    assert stage.provider_calls() == []
    assert stage.rows() == []


def test_with_a_second_number_of_the_line_only_all_but_the_talk_is_tried(
    live: redis.Redis, tmp_path: Path
) -> None:
    toml = line_toml("River").replace(f'"{LINE}"', f'"{LINE}", "+16505550101"')
    story = Story("", "test call", toml, lambda _: None)
    stage = replace(open_stage(story, live, new_sqlite(tmp_path)), test_number="")
    run = told(stage)
    assert run.failed is None
    assert not {Step.RUNG, Step.JOINED} & set(run.steps)
    assert stage.rows() == []
    assert stage.provider_calls() == []


@pytest.mark.parametrize(
    ("broken", "step"),
    [
        (lambda stage: stage.emulator.refused.update({LINE: 21216}), Step.PLACED),
        (lambda stage: _voice_url(stage, LINE, ""), Step.ANSWERED),
        (lambda stage: _voice_url(stage, TEST_NUMBER, ""), Step.RUNG),
    ],
    ids=["the provider refuses", "the number asks nobody", "the test number asks nobody"],
)
def test_what_is_broken_is_found_and_told_to_the_coordinator(
    stage: Stage, broken: Callable[[Stage], None], step: Step
) -> None:
    broken(stage)
    run = told(stage, 130)
    assert run.failed is step
    assert len(texts(stage)) == 1
    stage.wait(60)
    assert stage.provider_calls() == []


def _voice_url(stage: Stage, number: str, url: str) -> None:
    owned = stage.emulator.owned(number)
    assert owned is not None
    owned.settings["voice_url"] = url


def test_who_shows_our_number_while_no_test_is_on_its_way_is_a_caller(stage: Stage) -> None:
    forger = stage.caller().handset.dial(LINE, TEST_NUMBER)
    stage.wait(8)
    forger.press("1")
    stage.supporter("River").rings(20)


def test_who_forges_a_test_gains_nothing_but_a_test(stage: Stage) -> None:
    run = stage.workshop.selftest.begin("county")
    assert run is not None
    stage.world.tests.placed(run.id, "")
    forger = stage.caller()
    call = forger.handset.dial(LINE, TEST_NUMBER)
    stage.wait(8)
    assert [c.line for c in stage.calls.believed()] == [copy_id("county")]
    assert stage.supporter("River").handset.calls == []
    stage.crisis_line.behaviour = behaviours.Answers(2.0)
    call.press("9")
    stage.wait(2)
    call.press("1")
    stage.until(lambda: CRISIS in call.talking_with, 30, "the crisis door opens for them, too")


def test_who_forges_a_test_first_does_not_put_ours_on_the_line(stage: Stage) -> None:
    """It would be counted, and might ring River in the night."""
    run = stage.workshop.selftest.begin("county")
    assert run is not None
    stage.world.tests.placed(run.id, "")
    stage.caller().handset.dial(LINE, TEST_NUMBER)
    stage.wait(3)
    stage.workshop.selftest.place(run)
    stage.wait(60)
    assert stage.supporter("River").handset.calls == []
    assert stage.rows() == [], "and it is counted nowhere"


def test_our_own_side_presses_no_key_that_could_ring_a_crisis_line() -> None:
    keys = "".join(look.keys for look in LOOKS)
    assert "9" in keys
    assert not set(keys) & set("12356")


def test_whoever_rings_the_number_for_tests_hears_where_to_turn(stage: Stage) -> None:
    stranger = stage.caller()
    call = stranger.handset.dial(TEST_NUMBER)
    stage.until(lambda: call.state == "ended", 30, "the call ends")
    assert "nine eight eight" in " ".join(h.text for h in call.heard if h.kind == "say")


def test_the_nightly_test_comes_once_in_its_hour(stage: Stage) -> None:
    # Ten in the morning in California.
    night = wiring.selftest(replace(stage.world, selftest_hour=11))
    night.tonight()
    stage.wait(60)
    assert not [r for r in stage.emulator.requests if "/selftest/" in r.url]
    stage.wait(3600 - 60)
    for _ in range(3):
        night.tonight()
    stage.caller().handset.dial(LINE)  # whoever calls wakes the workers of this stage
    stage.wait(100)
    pages = [r for r in stage.emulator.requests if r.url.endswith("/0/0")]
    assert len(pages) == 1
