"""A watcher that cannot fail proves nothing: for each promise a fault is planted, and found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import redis

from tests.faults.actions import (
    Action,
    Becomes,
    CallerHangsUp,
    Dials,
    DialsAndPresses,
    Presses,
    Waits,
)
from tests.faults.evening import Broken, Evening
from tests.faults.planted import a_page_says, the_judge_says
from tests.faults.scenes import Scene
from tests.faults.test_found import care
from warmline.demo.stage import CRISIS, PUBLIC_URL, Stage
from warmline.emulator import behaviours

ONE = Scene(supporters=1)
A_TALK: list[Action] = [
    Becomes("River", "takes it"),
    DialsAndPresses(0, "1"),
    Waits(31.0),
    CallerHangsUp(0),
    Waits(9.0),
]


@pytest.fixture
def stage(live: redis.Redis, tmp_path: Path) -> Stage:
    """A line with River on duty, all day."""
    return ONE.open(live, tmp_path)


def found(stage: Stage, plot: list[Action], scene: Scene = ONE) -> str:
    """What the watchers say of an evening."""
    with pytest.raises(Broken) as broken:
        Evening(stage, scene=scene).goes(plot)
    return str(broken.value).splitlines()[0]


def test_an_evening_without_a_fault_is_not_complained_of(stage: Stage) -> None:
    Evening(stage, scene=ONE).goes(A_TALK)
    assert stage.rows(), "there was a talk to watch"


def test_p1_a_silence_is_heard(stage: Stage) -> None:
    a_page_says(
        stage,
        lambda path, form, page: (
            re.sub(r"<Play[^>]*>[^<]*</Play>", '<Pause length="9"/>', page)
            if "/wait" in path
            else page
        ),
    )
    assert found(stage, [DialsAndPresses(0, "1"), Waits(70.0)]).startswith("P1")


def test_p1_a_bare_hang_up_is_heard(stage: Stage) -> None:
    a_page_says(
        stage,
        lambda path, form, page: (
            "<Response><Hangup/></Response>" if form.get("Digits") == "4" else page
        ),
    )
    plot: list[Action] = [Dials(0), Waits(9.0), Presses(0, "4"), Waits(5.0)]
    assert found(stage, plot).startswith("P1")


def test_p2_a_menu_that_asks_for_ever_is_found(stage: Stage) -> None:
    again = f"<Redirect>{PUBLIC_URL}/call</Redirect>"
    ever = f'<Gather timeout="2"><Say>For a peer, press 1, nine eight eight.</Say></Gather>{again}'
    a_page_says(
        stage,
        lambda path, form, page: f"<Response>{ever}</Response>" if path == "/call" else page,
    )
    assert found(stage, [Dials(0), Waits(70.0), Waits(70.0)]).startswith("P2")


def test_p3_a_nine_that_leads_nowhere_is_found(stage: Stage) -> None:
    deaf = "<Response><Say>I am still looking for a peer, who will be here soon.</Say></Response>"
    a_page_says(stage, lambda path, form, page: deaf if path.endswith("/crisis") else page)
    plot: list[Action] = [DialsAndPresses(0, "1"), Waits(9.0), Presses(0, "9"), Waits(9.0)]
    assert found(stage, plot).startswith("P3")


def test_p4_a_phone_that_is_connected_without_a_key_is_found(stage: Stage) -> None:
    """Whoever picks up, a voicemail or a child, is put through."""

    def put_through(path: str, form: dict[str, str], page: str) -> str:
        leg = path.removeprefix("/offer/")
        if "/" in leg or path == leg:
            return page
        care(stage).take(leg)
        room = f"{PUBLIC_URL}/offer/{leg}/room"
        return f"<Response><Redirect>{room}</Redirect></Response>"

    a_page_says(stage, put_through)
    plot: list[Action] = [Becomes("River", "silent"), DialsAndPresses(0, "1"), Waits(31.0)]
    assert found(stage, plot).startswith("P4")


def test_p5_a_supporter_who_rests_and_is_rung_is_found(stage: Stage) -> None:
    the_judge_says(stage, "'rest_until', now + seconds", "'rest_until', now")
    plot: list[Action] = [*A_TALK, DialsAndPresses(1, "1"), Waits(9.0)]
    assert found(stage, plot).startswith("P5")


def test_p5_a_phone_that_rings_after_the_shift_is_found(stage: Stage) -> None:
    """The plan says that River's shift is over; the line does not know."""
    over = Scene(supporters=1, shift_ends=1)
    plot: list[Action] = [Waits(70.0), DialsAndPresses(0, "1"), Waits(9.0)]
    assert found(stage, plot, over).startswith("P5")


def test_p5_a_phone_that_is_asked_for_while_it_rings_is_found(stage: Stage) -> None:
    the_judge_says(stage, "serve(x.sup, 'busy', x.leg,", "serve(x.sup, 'busy', '',")
    plot: list[Action] = [
        Becomes("River", "ignores"),
        DialsAndPresses(0, "1"),
        DialsAndPresses(1, "1"),
        Waits(9.0),
    ]
    assert found(stage, plot).startswith("P5")


def test_p6_a_caller_for_whom_no_phone_rings_is_found(stage: Stage) -> None:
    the_judge_says(stage, "if free then", "if false then")
    assert found(stage, [DialsAndPresses(0, "1"), Waits(31.0)]).startswith("P6")


def test_p7_a_phone_that_rings_on_is_found(stage: Stage) -> None:
    stage.workshop.ringing.hush = lambda leg_id: None  # type: ignore[method-assign]
    plot: list[Action] = [DialsAndPresses(0, "1"), Waits(5.0), CallerHangsUp(0), Waits(9.0)]
    assert found(stage, plot).startswith("P7")


def test_p8_a_caller_who_hears_of_no_choice_is_found(live: redis.Redis, tmp_path: Path) -> None:
    stage = ONE.open(live, tmp_path)
    stage.marks.__init__((600.0,), 900.0)  # type: ignore[misc]
    plot: list[Action] = [DialsAndPresses(0, "1"), *[Waits(70.0)] * 3]
    assert found(stage, plot).startswith("P8")


def test_p9_a_number_that_is_left_is_found(stage: Stage) -> None:
    stage.connection.set("wl:note", "+16505550150")
    assert found(stage, A_TALK).startswith("P9")


def test_p9_a_call_that_the_provider_keeps_is_found(stage: Stage) -> None:
    stage.world.phones.forget = lambda sid: None  # type: ignore[method-assign]
    assert found(stage, A_TALK).startswith("P9")


def test_p11_a_supporter_who_never_comes_free_is_found(stage: Stage) -> None:
    the_judge_says(stage, "redis.call('HSET', k, 'busy', '')", "")
    assert found(stage, A_TALK).startswith("end")


def test_p11_a_caller_who_is_lost_is_found(stage: Stage) -> None:
    lost = '<Response><Pause length="600"/></Response>'
    a_page_says(stage, lambda path, form, page: lost if "/wait" in path else page)
    assert found(stage, [DialsAndPresses(0, "1"), Waits(9.0)]).startswith("P11")


def test_p11_a_call_that_is_not_counted_is_found(stage: Stage) -> None:
    stage.workshop.reporting.write_row = lambda call_id: None  # type: ignore[method-assign]
    assert found(stage, A_TALK)[:4] in {"end ", "rows"}


def test_p12_a_key_that_rings_988_by_itself_is_found(stage: Stage) -> None:
    stage.crisis_line.behaviour = behaviours.Answers(1.0)
    straight = f"<Response><Dial>{CRISIS}</Dial></Response>"
    a_page_says(stage, lambda path, form, page: straight if path.endswith("/crisis") else page)
    plot: list[Action] = [Dials(0), Waits(9.0), Presses(0, "9"), Waits(9.0)]
    assert found(stage, plot).startswith(("P12", "P3"))
