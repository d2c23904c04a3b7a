"""Very many calls with everything that goes wrong, and then every byte that is left (P9).

A hundred calls here; `WARMLINE_LEAK_CALLS=500` makes it more. The same calls each time.
"""

from __future__ import annotations

import logging
import os
import random
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import redis
from rq import Queue

from tests.leaks.places import what_is_left
from tests.leaks.search import backup_of, files_of, finds
from tests.leaks.worlds import on_the_pages
from tests.web.console import console_of
from warmline.adapters.rq_jobs import OTHER_QUEUE
from warmline.demo.phones import CallerPhone, SupporterPhone
from warmline.demo.setting import open_stage
from warmline.demo.stage import LINE, Stage
from warmline.demo.stories import Story
from warmline.demo.stories._story import line_toml
from warmline.domain.accounts import Grant, Role
from warmline.services.forgetting import Forgetting

CALLS = int(os.environ.get("WARMLINE_LEAK_CALLS", "100"))
NUMBERS = [f"+1650555{number:04}" for number in range(150, 190)]
ALIASES = ("River", "Sage", "Willow", "Juniper")
SUPPORTERS = ("+16505550111", "+16505550112", "+16505550113", "+16505550114")
KEYS = "1123457890*"
TEXTS = ("FLAG", "FLAG", "UNFLAG", "DEBRIEF", "STATUS", "SWAP")
LINE_TOML = line_toml(*ALIASES).replace("[line]\n", "[line]\nsurvey = true\n", 1)


@dataclass(frozen=True)
class Later:
    """A clock that is six hours ahead: by then every call of now is over."""

    stage: Stage

    def now(self) -> float:
        return self.stage.emulator.clock.now() + 6 * 3600


def evening(stage: Stage, chance: random.Random) -> None:
    """Callers who press this and that, supporters who do or do not, and misfortune."""
    people = [stage.supporter(alias) for alias in ALIASES]
    faults = stage.emulator.faults
    for number in range(CALLS):
        faults.lose, faults.repeat, faults.shuffle = chance.choice(
            [(0.0, 0.0, False), (0.3, 0.0, True), (0.0, 0.5, True)]
        )
        faults.rest_failure = chance.choice([0.0, 0.0, 0.3, 0.7])
        if number % 20 == 19:
            stage.connection.flushdb()  # the store is emptied in the middle of it
        caller = stage.caller(chance.choice(NUMBERS))
        if caller.handset.calls and caller.handset.calls[-1].state != "ended":
            caller.hangs_up()
        caller.dials()
        for _ in range(chance.randint(1, 5)):
            stage.wait(chance.uniform(2, 25))
            if caller.call.state == "ended":
                break
            caller.presses(chance.choice(KEYS))
            for one in people:
                if one.is_ringing and chance.random() < 0.7:
                    one.answers()
                    stage.wait(chance.uniform(1, 6))
                    if one.call.state != "ended":
                        one.presses(chance.choice("1112"))
        leaves(caller, chance)
        somebody_texts(caller, people, chance)


def somebody_texts(
    caller: CallerPhone, people: list[SupporterPhone], chance: random.Random
) -> None:
    """A supporter flags, or wants a debrief, or takes it back; now and then a caller writes."""
    if chance.random() < 0.4:
        chance.choice(people).handset.send_sms(LINE, chance.choice(TEXTS))
    if chance.random() < 0.1:
        caller.handset.send_sms(LINE, f"This is {caller.handset.number}, call me")


def leaves(caller: CallerPhone, chance: random.Random) -> None:
    """Most put the phone down; some stay on the line while the next one calls."""
    if chance.random() < 0.8 and caller.call.state != "ended":
        caller.hangs_up()


def afterwards(stage: Stage) -> None:
    """Everybody hangs up, nothing fails any more, and the hourly work is done."""
    faults = stage.emulator.faults
    faults.lose = faults.repeat = faults.rest_failure = 0.0
    faults.shuffle = False
    for handset in stage.emulator.handsets():
        for call in handset.calls:
            if call.state != "ended":
                call.hang_up()
    stage.wait(300)
    world = stage.world
    for book in stage.roster.books():
        Forgetting(
            stage.calls, stage.roster, world.phones, Later(stage), world.holds
        ).look_for_leftovers(book.line.id)
    stage.wait(300)


def everywhere(stage: Stage, folder: Path, logs: str) -> dict[str, bytes]:
    """What is left, the store's files and a backup too."""
    left = what_is_left(stage, folder, logs)
    left |= files_of(stage.connection)
    return left | {"backup.db": backup_of(folder / "warmline.db")}


def on_the_console(stage: Stage, folder: Path) -> dict[str, bytes]:
    """Every page that somebody with every role can open, with its address."""
    console = console_of(stage, f"sqlite:///{folder / 'warmline.db'}")
    manager = console.member("manager", *(Grant(role) for role in Role))
    return {"console": "\n".join(on_the_pages(manager)).encode()}


@pytest.mark.slow
def test_nothing_of_a_number_is_left_after_very_many_calls_and_every_misfortune(
    live: redis.Redis,
    sqlite_url: str,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    stage = open_stage(Story("", "x", LINE_TOML, lambda s: None), live, sqlite_url)
    evening(stage, random.Random(7))  # the same calls each time
    afterwards(stage)
    out, err = capfd.readouterr()
    left = everywhere(stage, tmp_path, caplog.text + out + err)
    assert finds((*NUMBERS, *SUPPORTERS), left) == []
    assert finds(NUMBERS, on_the_console(stage, tmp_path)) == []
    assert len(stage.rows()) > CALLS / 2, "the calls were made, and counted"
    answers = [text for alias in ALIASES for text in stage.supporter(alias).texts]
    assert any("flagged" in text for text in answers), "supporters have texted"
    assert stage.calls.backlog() == 0


LEAK = NUMBERS[0]


def in_a_row(stage: Stage, folder: Path) -> str:  # one shape for all
    with stage.past._engine.begin() as connection:  # type: ignore[attr-defined]  # the test's own look
        connection.exec_driver_sql(
            "INSERT INTO line_number (number, line_id, position) SELECT ?, id, 9 FROM line",
            (LEAK,),
        )
    return ".db"


def in_the_store(stage: Stage, folder: Path) -> str:  # one shape for all
    stage.connection.hset("wl:call:x", "caller", LEAK)
    return "store/"


def in_a_backup(stage: Stage, folder: Path) -> str:
    in_a_row(stage, folder)
    return "backup.db"


def in_a_failed_job(stage: Stage, folder: Path) -> str:  # one shape for all
    queue = Queue(OTHER_QUEUE, connection=stage.connection)
    queue.enqueue("builtins.float", f"from {LEAK}")  # its error quotes what it was given
    stage._drain()
    return "failed jobs"


def in_the_metrics(stage: Stage, folder: Path) -> str:  # one shape for all
    stage.app.view_functions["health.metrics"] = lambda: f"last {LEAK}"
    return "metrics"


def in_our_own_address(stage: Stage, folder: Path) -> str:  # one shape for all
    last = stage.emulator.requests[-1]
    stage.emulator.requests[-1] = replace(last, url=f"{last.url}?From=%2B{LEAK[1:]}")
    return "addresses of our pages"


def on_a_page_of_the_console(stage: Stage, folder: Path) -> str:  # one shape for all
    with stage.past._engine.begin() as connection:  # type: ignore[attr-defined]  # the test's own look
        connection.exec_driver_sql("UPDATE line SET name = ?", (LEAK,))
    stage.wait(30)  # lines are remembered for some seconds
    return "console"


def in_a_job(stage: Stage, folder: Path) -> str:  # one shape for all
    Queue(OTHER_QUEUE, connection=stage.connection).enqueue("workers.forgetting.forget", LEAK)
    return "redis"


def in_a_file(stage: Stage, folder: Path) -> str:  # one shape for all
    (folder / "notes.txt").write_text("they called from 650-555-0150")
    return "notes.txt"


def in_the_log(stage: Stage, folder: Path) -> str:  # one shape for all
    logging.getLogger("rq.worker").info("a job for %s", LEAK)
    return "logs"


def in_an_address(stage: Stage, folder: Path) -> str:  # one shape for all
    stage.emulator.rest_log[-1:] = [type("Asked", (), {"path": f"/Calls?To=%2B{LEAK[1:]}"})()]
    return "addresses at the provider"


def at_the_provider(stage: Stage, folder: Path) -> str:  # one shape for all
    stage.twilio.messages.create(to=SUPPORTERS[0], from_="+16505550100", body=f"Call {LEAK}")
    stage.wait(3)
    return "what the provider still keeps"


@pytest.mark.parametrize(
    "plant",
    [
        in_a_row,
        in_a_backup,
        in_the_store,
        in_a_job,
        in_a_failed_job,
        in_the_metrics,
        in_our_own_address,
        on_a_page_of_the_console,
        in_a_file,
        in_the_log,
        in_an_address,
        at_the_provider,
    ],
)
def test_a_leak_planted_in_any_place_is_found_there(
    plant: object,
    live: redis.Redis,
    sqlite_url: str,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """So that the test above can fail: each place is really looked into."""
    caplog.set_level(logging.DEBUG)
    stage = open_stage(Story("", "x", line_toml("River"), lambda s: None), live, sqlite_url)
    caller = stage.caller("+16505550160").dials()
    stage.wait(5)
    caller.hangs_up()
    stage.wait(30)
    stage.working = False
    assert callable(plant)
    place = plant(stage, tmp_path)
    left = everywhere(stage, tmp_path, caplog.text)
    if place == "console":
        left |= on_the_console(stage, tmp_path)
    found = finds([LEAK], left)
    assert any(place in one for one in found), (place, found)
    live.flushdb()
