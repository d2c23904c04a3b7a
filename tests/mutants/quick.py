"""The first round for every mutant: the quick tests that go through it, and no others."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.mutants import patching, reach, trial
from tests.mutants.mutant import Mutant
from tests.mutants.session import (
    FAILED,
    NO_END,
    Session,
    every_mark,
    mark_of,
    module_of,
    of_its_own,
)

PYTHON = (
    "tests/domain",
    "tests/adapters/toml",
    "tests/adapters/test_calendar_reading.py",
    "tests/adapters/test_sound_files.py",
    "tests/prompts/test_objections.py",
    "tests/prompts/test_report.py",
    "tests/prompts/test_when.py",
    "tests/services/test_calendars.py",
    "tests/services/test_checking.py",
    "tests/services/test_directory.py",
    "tests/services/test_directory_and_file.py",
    "tests/services/test_fallback.py",
    "tests/services/test_lines.py",
    "tests/services/test_many_wait.py",
    "tests/services/test_paying.py",
    "tests/services/test_phones_follow.py",
    "tests/services/test_place_words.py",
    "tests/services/test_planning.py",
    "tests/services/test_reminding.py",
    "tests/services/test_ringing.py",
    "tests/services/test_shifts.py",
    "tests/services/test_still_there.py",
    "tests/services/test_who.py",
    "tests/services/test_year.py",
)
LUA = (
    "tests/adapters/test_redis_calls.py",
    "tests/adapters/test_redis_alone.py",
    "tests/adapters/test_redis_callbacks.py",
    "tests/adapters/test_redis_calling_back.py",
    "tests/adapters/test_redis_changes.py",
    "tests/adapters/test_redis_deadlines.py",
    "tests/adapters/test_redis_debriefs.py",
    "tests/adapters/test_redis_door.py",
    "tests/adapters/test_redis_ends.py",
    "tests/adapters/test_redis_flags.py",
    "tests/adapters/test_redis_flood.py",
    "tests/adapters/test_redis_guests.py",
    "tests/adapters/test_redis_late.py",
    "tests/adapters/test_redis_moves.py",
    "tests/adapters/test_redis_offers.py",
    "tests/adapters/test_redis_once_more.py",
    "tests/adapters/test_redis_patience.py",
    "tests/adapters/test_redis_promises.py",
    "tests/adapters/test_redis_sums.py",
    "tests/adapters/test_redis_supporters.py",
    "tests/adapters/test_redis_talks.py",
    "tests/adapters/test_redis_texts.py",
    "tests/adapters/test_slots.py",
    "tests/services/test_sweeping.py",
    "tests/faults/test_every_step_twice.py",
)
ALWAYS = ("tests/domain/test_promised_numbers.py",)
"""For what stands outside functions: numbers, mostly."""
BEGINNING = re.compile(r"(?:from|import) +([\w.]+)(?: +import +([\w, ]+))?")
ASK_AGAIN = 7
"""Status of a session that had to be ended, because a mutant has broken what all trials share."""


def try_all(
    todo: Sequence[Mutant], tree: Path, until: float, note: Callable[[Mutant, str], None]
) -> None:
    """Try each of them, as far as the time allows; `note` is told what came of it."""
    for tests, suffix in ((PYTHON, ".py"), (LUA, ".lua")):
        some = [one for one in todo if one.file.endswith(suffix)]
        noted = tree / "noted"
        while some and time.monotonic() < until:
            noted.write_text("")
            pid = os.fork()
            if pid == 0:
                _session(tests, some, tree, until, noted, note)
            try:
                status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            except BaseException:
                os.kill(pid, signal.SIGTERM)  # whoever ends us ends the session as well
                raise
            done = len(noted.read_text().splitlines())
            some = some[done:]
            if status != ASK_AGAIN and done == 0:
                print("No mutant could be tried: do the tests run?", file=sys.stderr)
                break


def _session(
    tests: Sequence[str],
    todo: Sequence[Mutant],
    tree: Path,
    until: float,
    noted: Path,
    note: Callable[[Mutant, str], None],
) -> None:
    """In a fork: one run of pytest in the tree. Never comes back."""
    status = 3
    try:
        # Two versions of a file may be of one size and one second: none is kept.
        sys.dont_write_bytecode = True
        trial.as_in(tree, trial.OURS)
        os.chdir(tree)
        chosen = [one for one in tests if (tree / one).exists()]
        plugin = Session("warmline.", lambda session: _work(session, todo, tree, until, told))

        def told(mutant: Mutant, result: str) -> None:
            note(mutant, result)
            with noted.open("a") as file:
                print(file=file)

        import pytest

        status = int(pytest.main([*trial.ARGUMENTS, *chosen], [plugin]))
    except BrokenPipeError:
        status = ASK_AGAIN
    finally:
        os._exit(status)


def _work(
    session: Session,
    todo: Sequence[Mutant],
    tree: Path,
    until: float,
    told: Callable[[Mutant, str], None],
) -> None:
    spent = sum(way.seconds for way in session.ways)
    print(f"{len(session.ways)} tests in {spent:.0f} s without any mutant", flush=True)
    for name in session.failing:
        print(f"fails without any mutant, and is left out: {name}", flush=True)
    for mutant in todo:
        if time.monotonic() > until:
            return
        lua = mutant.file.endswith(".lua")
        result = (_lua if lua else _python)(session, mutant, tree)
        told(mutant, result)
        if lua and result == trial.TIMED_OUT:
            os._exit(ASK_AGAIN)  # the one server of all trials may still be running it


def _python(session: Session, mutant: Mutant, tree: Path) -> str:
    sound, module = (tree / mutant.file).read_text(), module_of(mutant.file)
    with contextlib.suppress(ImportError):
        __import__(module)
    names = patching.changed_functions(sound, mutant.text)
    if names is None:
        return _anew(session, mutant, tree, module)
    ways = session.through((mark_of(module, name) for name in names), mutant.file)

    def put() -> None:
        patching.put_in_place(module, mutant.text, names)

    return _said(session.tried(ways, put)) if ways else trial.SURVIVED


def _anew(session: Session, mutant: Mutant, tree: Path, module: str) -> str:
    """What stands outside functions is read once: everything is imported again."""
    using = [module, *_importing(tree, module)]
    marks = {mark for name in using for mark in every_mark(session, name)}
    ways = session.through(marks, mutant.file)
    files = {way.item.nodeid.partition("::")[0] for way in session.ways}
    # What its own tests have made while they were read, no step of theirs goes through.
    names = of_its_own(mutant.file)
    own = [one for one in files if Path(one).name in names or one in ALWAYS]
    tests = [
        *own,
        *(way.item.nodeid for way in ways if way.item.nodeid.partition("::")[0] not in own),
    ]
    return trial.round_of(mutant, tree, tests, sum(way.seconds for way in ways))


def _importing(tree: Path, module: str) -> list[str]:
    """Modules of the domain that import this one by name."""
    package, _, name = module.rpartition(".")
    found = []
    for path in sorted((tree / "warmline/domain").rglob("*.py")):
        for said in BEGINNING.finditer(path.read_text()):
            if said[1] == module or (said[1] == package and name in (said[2] or "").split(", ")):
                found.append(module_of(str(path.relative_to(tree))))
                break
    return found


def _lua(session: Session, mutant: Mutant, tree: Path) -> str:
    folder = tree / trial.JUDGE
    texts = {trial.JUDGE + path.name: path.read_text() for path in sorted(folder.glob("*.lua"))}
    steps = reach.steps(texts, mutant.file, mutant.line)
    if reach.EVERY in steps:
        steps = {mark for way in session.ways for mark in way.through if mark.startswith("step:")}
    ways = session.through(steps, mutant.file)
    path = tree / mutant.file
    sound = path.read_text()
    path.write_text(mutant.text)
    try:
        return _said(session.tried(ways, lambda: None)) if ways else trial.SURVIVED
    finally:
        path.write_text(sound)


def _said(result: str) -> str:
    return {FAILED: trial.KILLED, NO_END: trial.TIMED_OUT}.get(result, trial.SURVIVED)
