"""One run of pytest that tries many mutants: each in a fork of it, with only the tests that matter.

Everything is imported and collected once. Each test is run once on the sound tree, and it is noted
which of our functions, and which steps of the judge, it goes through. A trial is a fork in which
the changed function is put in place of the sound one (a changed file of Lua is read anew by every
store), and in which only the tests that go through it are run, the quickest first.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import hypothesis
import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.mutant import Mutant
from tests.mutants.patching import forget_what_was_reckoned

OURS = frozenset({"warmline", "call_flows", "workers"})
EXAMPLES = 40
"""Made-up examples for each property: the first ones find nearly everything."""
PATIENCE = 15.0
TIMES = 10
"""How much longer than on the sound tree a trial may take: the machine has other things to do."""
SECONDS = 4.0
"""What the quick tests of one mutant may take together, noted while all calls are watched."""
EVENTS = 300_000
"""After so many calls and returns of one test, what it goes through has been seen."""
JUDGES = {
    "10_common": ("redis_ends", "redis_moves", "redis_deadlines"),
    "15_sums": ("redis_sums", "redis_moves"),
    "20_supporters": ("redis_supporters", "redis_once_more"),
    "30_offers": ("redis_offers", "redis_late", "redis_alone", "redis_sums"),
    "35_slots": ("slots",),
    "36_flood": ("redis_flood",),
    "37_flags": ("redis_flags",),
    "38_callbacks": ("redis_callbacks", "redis_promises"),
    "40_calls": ("redis_moves", "redis_talks", "redis_alone", "redis_guests", "redis_once_more"),
    "50_caller_steps": ("redis_moves", "redis_door"),
    "60_offer_steps": (
        *("redis_offers", "redis_late", "redis_alone", "redis_supporters", "redis_once_more"),
    ),
    "65_callback_steps": ("redis_callbacks", "redis_promises", "redis_calling_back"),
    "66_guest_steps": ("redis_guests",),
    "67_debrief_steps": ("redis_debriefs",),
    "68_text_steps": ("redis_texts",),
    "69_flag_steps": ("redis_flags",),
    "70_supporter_steps": ("redis_supporters", "redis_changes"),
    "72_practice_steps": ("redis_supporters",),
    "74_door_steps": ("redis_door",),
    "75_provider_steps": ("slots",),
    "80_deadline_steps": ("redis_deadlines",),
    "90_run": ("redis_deadlines", "every_step_twice"),
}
"""Files of the judge and their own tests; of the others these are `redis_calls`."""
FAILED, PASSED, NO_END = "failed", "passed", "no end"


@dataclass(slots=True)
class Way:
    """One test: how long it takes, and through what it goes."""

    item: pytest.Item
    seconds: float
    through: frozenset[str]
    """Functions as `warmline.domain.call:State.f`, and steps of the judge as `step:open`."""


@dataclass(frozen=True, slots=True)
class _OnlyTheSession:
    """Stands for the next test, where only what the whole session shares is to stay open."""

    session: pytest.Session

    def listchain(self) -> list[pytest.Session]:
        """What encloses it."""
        return [self.session]


@dataclass
class Session:
    """A plugin of pytest: it runs nothing but what `work` asks for."""

    watched: str
    """Which of our modules: the beginning of their files' names, in the tree."""
    work: Callable[[Session], None]
    ways: list[Way] = field(default_factory=list)
    failing: list[str] = field(default_factory=list)
    """Tests that fail on the sound tree; they tell nothing about a mutant."""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Fewer examples for each property, the same each time, and no shrinking."""
        for item in items:
            test = getattr(item, "obj", None)
            test = getattr(test, "__func__", test)
            if usual := getattr(test, "_hypothesis_internal_use_settings", None):
                test._hypothesis_internal_use_settings = hypothesis.settings(  # type: ignore[union-attr]  # it has it
                    usual,
                    max_examples=min(EXAMPLES, usual.max_examples),
                    phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
                    derandomize=True,
                    database=None,
                    deadline=None,
                )

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Instead of running the tests one after the other."""
        items = session.items
        for item, following in zip(items, [*items[1:], *items[:1]], strict=True):
            # What the whole session shares (a server) is there for the trials as well.
            self._noted(item, following)
        # Nothing narrower is left open, of which a trial of other tests would complain.
        session._setupstate.teardown_exact(_OnlyTheSession(session))  # type: ignore[arg-type]  # it asks for no more
        self.ways.sort(key=lambda way: way.seconds)
        self._must_pass_unchanged()
        self.work(self)
        return True

    def _must_pass_unchanged(self) -> None:
        """Else every mutant would be taken for killed: a test of each file, without any change."""
        files: dict[str, Way] = {}
        for way in self.ways:
            files.setdefault(way.item.nodeid.partition("::")[0], way)
        if files and self.tried([*files.values()], lambda: None) != PASSED:
            raise RuntimeError("a trial fails without any mutant")

    def _noted(self, item: pytest.Item, following: pytest.Item) -> None:
        forget_what_was_reckoned(OURS)
        # Of the processor: on a busy machine the clock on the wall tells nothing about a test.
        began, through = time.process_time(), set[str]()
        with _watching(self.watched, through):
            reports = runtestprotocol(item, log=False, nextitem=following)
        if not any(one.failed for one in reports):
            self.ways.append(Way(item, time.process_time() - began, frozenset(through)))
        else:
            why = next(one.longreprtext for one in reports if one.failed).strip().splitlines()
            self.failing.append(
                f"{item.nodeid}: {why[-1]} {[w for w in why if w.startswith('E ')]}"
            )

    def through(self, marks: Iterable[str], file: str) -> list[Way]:
        """Tests that go through one of these, as many as are quick: the file's own come first."""
        wanted, own, left = frozenset(marks), of_its_own(file), SECONDS
        chosen = []
        for way in sorted(self.ways, key=lambda way: way.item.path.name not in own):
            if way.through & wanted and way.seconds <= left:
                left -= way.seconds
                chosen.append(way)
        return chosen

    def tried(self, ways: Sequence[Way], put_in_place: Callable[[], None]) -> str:
        """Whether one of these tests fails once the mutant has been put in place, in a fork."""
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            _in_the_fork(ways, put_in_place)
        until = time.monotonic() + PATIENCE + TIMES * sum(way.seconds for way in ways)
        while time.monotonic() < until:
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                return PASSED if os.waitstatus_to_exitcode(status) == 0 else FAILED
            time.sleep(0.005)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        return NO_END


def _in_the_fork(ways: Sequence[Way], put_in_place: Callable[[], None]) -> None:
    status = 1
    try:
        os.setsid()
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        put_in_place()
        forget_what_was_reckoned(OURS)
        for way, following in zip(ways, [*ways[1:], *ways[:1]], strict=True):
            if not _passes(way.item, following.item):
                break
        else:
            status = 0
    finally:
        os._exit(status)


def _passes(item: pytest.Item, following: pytest.Item) -> bool:
    return not any(one.failed for one in runtestprotocol(item, log=False, nextitem=following))


@contextlib.contextmanager
def _watching(watched: str, through: set[str]) -> Iterator[None]:
    seen: dict[Any, str] = {}
    left = EVENTS

    def called(frame: FrameType, event: str, _: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            sys.setprofile(None)
        code = frame.f_code
        if event != "call":
            return
        if (mark := seen.get(code)) is None:
            module = frame.f_globals.get("__name__", "")
            mark = seen[code] = mark_of(module, code.co_qualname) if ours(module) else ""
        if mark:
            through.add(mark)
            if code.co_name == "_run" and "step" in frame.f_locals:
                through.add(f"step:{frame.f_locals['step']}")

    def ours(module: str) -> bool:
        return module.startswith(watched)

    threading.setprofile(called)
    sys.setprofile(called)
    try:
        yield
    finally:
        sys.setprofile(None)
        threading.setprofile(None)


def mark_of(module: str, qualified: str) -> str:
    """A function as `Way.through` names it: what is made inside a function belongs to it."""
    return f"{module}:{qualified.partition('.<locals>')[0]}"


def module_of(file: str) -> str:
    """The name under which a file of the tree is imported."""
    return ".".join(Path(file).with_suffix("").parts)


def of_its_own(file: str) -> tuple[str, ...]:
    """The names of the files in which its own tests stand."""
    path = Path(file)
    own = JUDGES.get(path.stem, ("redis_calls",)) if path.suffix == ".lua" else (path.stem,)
    return tuple(f"test_{one}.py" for one in own)


def every_mark(session: Session, module: str) -> set[str]:
    """All functions of a module that any test goes through."""
    return {mark for way in session.ways for mark in way.through if mark.startswith(f"{module}:")}


def named(mutant: Mutant) -> str:
    """A mutant on a line of the log."""
    return f"{mutant.file}:{mutant.line} {mutant.was} -> {mutant.becomes}"
