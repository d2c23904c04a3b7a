"""Several processes together: order, restarts, and no orphan whatever ends us."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from warmline import leash
from warmline.processes import Process, ProcessError, wait_for
from warmline.supervisor import Supervisor

# Three children in three stages; each tells in one common file when it comes and when it goes.
HOUSE = """
import signal, sys
from pathlib import Path
from warmline.processes import Process
from warmline.supervisor import Supervisor

folder = Path(sys.argv[1])
CHILD = '''
import os, signal, sys, time
story, name = sys.argv[1:]
def tell(what):
    with open(story, "a") as file:
        file.write(f"{name} {what}\\\\n")
def leave(*_):
    tell("goes")
    sys.exit(0)
signal.signal(signal.SIGTERM, leave)
tell("comes")
open(os.environ["READY_MARK"], "w").close()
while True:
    time.sleep(1)
'''

def child(name):
    story = folder / "story"
    return Process(
        name,
        [sys.executable, "-c", CHILD, str(story), name],
        folder,
        ready=lambda: story.exists() and f"{name} comes" in story.read_text(),
        log=folder / f"{name}.log",
        replaceable=name != "store",
    )

stages = [[child("store")], [child("worker"), child("clock")], [child("web")]]
say = lambda sentence: print(sentence, flush=True)
renew = lambda: not (folder / "no").exists()
house = Supervisor(folder, stages, say, renew=renew, replace_at=[signal.SIGUSR1])
house.run(when_ready=lambda: say("ready"))
"""
NAMES = ("store", "worker", "clock", "web")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A supervisor in a process of its own, all its children ready."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOUSE, tmp_path], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def living(folder: Path) -> list[str]:
    return [name for name in NAMES if leash.is_held(str(folder / f"{name}.lock"))]


def named(folder: Path) -> list[str]:
    return [name for name in living(folder) if (folder / f"{name}.lock").read_text()]


def story(folder: Path) -> list[str]:
    return (folder / "story").read_text().splitlines()


def pid(folder: Path, name: str) -> int:
    return int((folder / f"{name}.lock").read_text())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_end_it_ends_everything_the_other_way_round(
    tmp_path: Path, house: subprocess.Popen[str], number: signal.Signals
) -> None:
    house.send_signal(number)
    assert house.wait(5) == 0
    assert living(tmp_path) == []
    told = story(tmp_path)
    assert [told[0], told[3]] == ["store comes", "web comes"]
    assert [told[4], told[7]] == ["web goes", "store goes"]
    assert sorted(told[5:7]) == ["clock goes", "worker goes"]


def heard(house: subprocess.Popen[str], last: str) -> list[str]:
    """What it says, up to a sentence."""
    assert house.stdout is not None
    said: list[str] = []
    while not said or said[-1] != last:
        said.append(house.stdout.readline().rstrip("\n"))
        assert said[-1], f"it said nothing more: {said}"
    return said


def test_told_to_replace_it_starts_each_new_one_before_the_old_one_goes(
    tmp_path: Path, house: subprocess.Popen[str]
) -> None:
    for _ in range(2):
        before = {name: pid(tmp_path, name) for name in NAMES}
        already = len(story(tmp_path))
        house.send_signal(signal.SIGUSR1)
        said = heard(house, "Everything is replaced.")
        assert said[:3] == [f"{name} is replaced." for name in ("worker", "clock", "web")]
        expected = [f"{name} {what}" for name in NAMES[1:] for what in ("comes", "goes")]
        assert story(tmp_path)[already:] == expected
        after = {name: pid(tmp_path, name) for name in NAMES}
        assert {name for name in NAMES if after[name] == before[name]} == {"store"}
        assert living(tmp_path) == list(NAMES)


def test_what_is_killed_while_others_are_replaced_comes_back(
    tmp_path: Path, house: subprocess.Popen[str]
) -> None:
    house.send_signal(signal.SIGUSR1)
    os.kill(pid(tmp_path, "store"), signal.SIGKILL)
    heard(house, "Everything is replaced.")
    assert wait_for(lambda: story(tmp_path).count("store comes") == 2, 5)


def test_nothing_is_replaced_when_what_comes_first_fails(
    tmp_path: Path, house: subprocess.Popen[str]
) -> None:
    (tmp_path / "no").touch()
    before = {name: pid(tmp_path, name) for name in NAMES}
    house.send_signal(signal.SIGUSR1)
    os.kill(before["web"], signal.SIGKILL)
    heard(house, "web ended (signal 9). Starting it again.")
    # A lock is held a moment before it says who holds it.
    assert wait_for(lambda: named(tmp_path) == list(NAMES), 5)
    assert {name for name in NAMES if pid(tmp_path, name) == before[name]} == set(NAMES) - {"web"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_killed_it_takes_everything_along(tmp_path: Path, house: subprocess.Popen[str]) -> None:
    house.kill()
    assert wait_for(lambda: living(tmp_path) == [], 3)


@pytest.mark.parametrize("name", NAMES)
def test_what_ends_is_started_again(
    tmp_path: Path, house: subprocess.Popen[str], name: str
) -> None:
    os.kill(pid(tmp_path, name), signal.SIGKILL)
    assert wait_for(lambda: story(tmp_path).count(f"{name} comes") == 2, 5)
    assert house.stdout is not None
    assert house.stdout.readline() == f"{name} ended (signal 9). Starting it again.\n"
    assert living(tmp_path) == list(NAMES)


def test_a_second_one_in_the_folder_is_refused(
    tmp_path: Path, house: subprocess.Popen[str]
) -> None:
    with pytest.raises(ProcessError, match=f"process {house.pid}"), Supervisor(tmp_path, [], print):
        pass
    assert living(tmp_path) == list(NAMES)


def sleeper(folder: Path, name: str, code: str = "") -> Process:
    argv = [sys.executable, "-c", f"import signal, time\n{textwrap.dedent(code)}\ntime.sleep(60)"]
    return Process(name, argv, folder, log=folder / f"{name}.log")


def test_when_one_cannot_start_the_others_are_ended(tmp_path: Path) -> None:
    store, web = sleeper(tmp_path, "store"), sleeper(tmp_path, "web", "raise SystemExit('taken')")
    web.ready = lambda: False
    with (
        pytest.raises(ProcessError, match="web ended at its start"),
        Supervisor(tmp_path, [[store], [web]], print),
    ):
        pass
    assert living(tmp_path) == []


def test_it_prepares_only_what_is_its_own(tmp_path: Path) -> None:
    done: list[str] = []
    first = Supervisor(tmp_path, [], print, lambda: done.append("first"))
    second = Supervisor(tmp_path, [], print, lambda: done.append("second"))
    with first, pytest.raises(ProcessError), second:
        pass
    assert done == ["first"]


def test_asked_to_end_while_starting_it_ends_what_is_there(tmp_path: Path) -> None:
    said: list[str] = []
    store, web = sleeper(tmp_path, "store"), sleeper(tmp_path, "web")

    def ask_and_wait() -> bool:
        os.kill(os.getpid(), signal.SIGTERM)
        return False

    web.ready = ask_and_wait
    Supervisor(tmp_path, [[store], [web]], said.append).run(lambda: said.append("ready"))
    assert said == ["Stopped while starting."]
    assert living(tmp_path) == []
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL, "our handlers are taken back"


def test_asked_twice_it_waits_for_nothing(tmp_path: Path) -> None:
    stubborn = sleeper(
        tmp_path, "web", "signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True)"
    )
    stubborn.grace = 30
    stubborn.ready = lambda: (tmp_path / "web.log").read_text() == "1\n"
    with Supervisor(tmp_path, [[stubborn]], print):
        for _ in range(2):
            os.kill(os.getpid(), signal.SIGINT)
    assert living(tmp_path) == []


def test_what_keeps_ending_is_started_again_ever_more_slowly(tmp_path: Path) -> None:
    from warmline.supervisor import _Care

    care = _Care(Process("child", [sys.executable, "-c", ""], tmp_path))
    care.start()
    pauses = []
    for _ in range(3):
        assert wait_for(lambda: care.process.exit_status() == 0, 5)
        care.look(lambda _: None)
        pauses.append(care.pause)
        if care.due is not None:
            care.due = 0.0
            care.look(lambda _: None)
    care.process.stop()
    assert pauses == [0.0, 0.2, 0.4]
