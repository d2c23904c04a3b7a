"""Virtual time, hooks, and running."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from tests.emulator.lab import START, App, dial, second
from warmline.emulator import Emulator, ManualClock, RealClock
from warmline.emulator.engine import Engine
from warmline.emulator.exchange import WebAnswer
from warmline.emulator.tasks import Script, Wait


def test_nothing_happens_until_it_is_run(emu: Emulator, app: App) -> None:
    call = dial(emu, seconds=0)
    assert (app.hits, call.state) == ([], "dialing")
    emu.run(0.9)
    assert app.hits == []
    emu.run(0.2)
    assert len(app.at("/voice")) == 1
    assert second(emu) == 1.1


def test_run_until_stops_at_the_event(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = "<Say>hello</Say>"
    call = dial(emu, seconds=0)
    assert emu.run_until(lambda: call.state == "in-progress", 10)
    assert second(emu) == 1.0
    assert not emu.run_until(lambda: False, 5)
    assert second(emu) == 6.0


def test_every_and_its_end(emu: Emulator) -> None:
    seen: list[float] = []
    timer = emu.every(0.25, lambda: seen.append(second(emu)))
    emu.run(1)
    assert seen == [0.25, 0.5, 0.75, 1.0]
    timer.cancel()
    emu.run(1)
    assert len(seen) == 4


def test_hooks_are_called_after_every_event_and_may_act(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = '<Say>hello</Say><Pause length="99"/>'
    call = dial(emu, seconds=0)
    done: list[int] = []

    def hook() -> None:
        if app.hits and not done:
            done.append(
                emu.handle_rest(
                    "POST",
                    f"/2010-04-01/Accounts/{emu.account_sid}/Calls/{call.sid}.json",
                    data={"Status": "completed"},
                    auth=(emu.account_sid, emu.auth_token),
                )[0]
            )

    emu.after_event(hook)
    emu.run(5)
    assert done == [200]
    assert call.state == "ended"


def test_running_from_inside_an_event_is_refused(emu: Emulator) -> None:
    emu.every(1, lambda: emu.run(1))
    with pytest.raises(RuntimeError, match="running already"):
        emu.run(2)


def test_a_naive_start_is_utc() -> None:
    naive = datetime(2026, 11, 24, 18, 0)  # noqa: DTZ001 - the case that is tested
    assert ManualClock(naive).now() == START.timestamp()


def test_a_real_clock_runs_at_its_speed() -> None:
    clock = RealClock(speed=100, start=START)
    began = clock.now()
    time.sleep(0.05)
    assert 4 < clock.now() - began < 60
    assert abs(began - START.timestamp()) < 5
    with pytest.raises(ValueError, match="positive"):
        RealClock(speed=0)
    assert abs(RealClock().now() - datetime.now(UTC).timestamp()) < 1


def test_a_bug_in_a_script_is_not_hidden() -> None:
    """An exception in an event comes out of run()."""
    engine = Engine(ManualClock(START), lambda request: WebAnswer())

    def script() -> Script[None]:
        yield Wait(engine.now + 1)
        raise LookupError("a bug")

    engine.spawn(script())
    with pytest.raises(LookupError):
        engine.run(2)
    engine.run(2)
