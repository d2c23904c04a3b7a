"""One program that the warmline runs, from its start to the end of all that it forked.

It runs under the leash (see `leash.py`) and in a session of its own: Ctrl-C in a terminal reaches
only us, and we order the leave-taking. `supervisor.py` runs several of them together.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from warmline import leash
from warmline.listening import Door

Ready = Callable[[], bool]

POLL = 0.05
"""How often we look whether something is ready or has ended, in seconds."""
SIGNS_WITHIN = 2.0
"""Seconds in which what was started holds its lock, also on a machine that is busy."""


class ProcessError(Exception):
    """A sentence for the person at the terminal."""


def always() -> bool:
    """Tell that a process counts as ready once it runs."""
    return True


def answers(url: str) -> Ready:
    """Make a probe: ready once the address answers, with whatever it has to say but a 5xx."""
    # The processes we start are on this machine; a proxy has no business in between.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def probe() -> bool:
        try:
            opener.open(url, timeout=2).close()
        except urllib.error.HTTPError as error:
            error.close()
            return error.code < 500
        except OSError:
            return False
        return True

    return probe


def wait_for(condition: Ready, seconds: float) -> bool:
    """Wait until the condition holds, at most so long, and tell whether it does."""
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() >= until:
            return False
        time.sleep(POLL)
    return True


@dataclass
class Former:
    """An earlier start of a program that ends while a later one works: both listen at one door."""

    running: subprocess.Popen[bytes]
    lock: Path
    until: float
    """When patience with it ends, by the monotonic clock."""

    def is_over(self) -> bool:
        """Tell whether all of it has ended; after its time it is ended for good."""
        over = self.running.poll() is not None and not leash.is_held(str(self.lock))
        if over:
            self.lock.unlink(missing_ok=True)
        elif time.monotonic() >= self.until:
            _signal(signal.SIGKILL, self.running.pid)
        return over


@dataclass
class Process:
    """One program that we run: what it is, when it counts as ready, how long it may take to end.

    `folder` keeps its lock; `log` its output, which otherwise goes where ours goes. With a `door`
    it takes requests there, and what is left of a killed one may finish what it is at. What is
    `replaceable` bears a second one beside it, and calls `leash.tell_ready` when it can work.
    """

    name: str
    argv: Sequence[str]
    folder: Path
    env: Mapping[str, str] = field(default_factory=dict)
    ready: Ready = always
    log: Path | None = None
    patience: float = 20.0
    grace: float = 6.0
    door: Door | None = None
    replaceable: bool = False
    _running: subprocess.Popen[bytes] | None = field(default=None, init=False, repr=False)
    _starts: int = field(default=0, init=False, repr=False)
    _formers: list[Former] = field(default_factory=list, init=False, repr=False)

    @property
    def lock(self) -> Path:
        """The file that the program holds while it lives, or something that it forked."""
        return self.folder / f"{self.name}.lock"

    @property
    def mark(self) -> Path:
        """The file that it makes once it is ready for work; another one at each start."""
        return self.folder / f"{self.name}.{self._starts}.ready"

    @property
    def pid(self) -> int | None:
        """Its process number while it runs."""
        return self._running.pid if self._running else None

    def start(self) -> None:
        """Start it, after ending what an earlier owner may have left running."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self.door and self._running and self.lives():
            # Its master was killed. The workers that it left see that, and finish their requests.
            self._formers.append(self._step_aside(self._running))
        self.end_leftovers()
        self._launch()

    def _launch(self) -> None:
        for mark in self.folder.glob(f"{self.name}.*.ready"):
            mark.unlink(missing_ok=True)
        self._starts += 1
        listening = self._open_door()
        handed = "-" if listening is None else str(listening)
        trampoline = [sys.executable, "-I", "-S", leash.__file__, str(os.getpid()), str(self.lock)]
        output = self._open_log()
        try:
            self._running = subprocess.Popen(
                [*trampoline, handed, *self.argv],
                env={**os.environ, **self.env, leash.READY_MARK: str(self.mark)},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT if output else None,
                start_new_session=True,
                pass_fds=() if listening is None else (listening,),
            )
        finally:
            if output:
                os.close(output)

    def replace(self, stopping: Ready = lambda: False) -> None:
        """Start a new one beside the one that runs; once it is ready, the old one is to end.

        Raises `ProcessError` when the new one does not get ready: then the old one goes on.
        """
        old = self._running
        if old is None or old.poll() is not None:
            self.start()
            return
        # One that was started a moment ago has not taken its lock yet.
        if not wait_for(self.lives, SIGNS_WITHIN):
            raise ProcessError(f"{self.name} cannot be replaced yet: it has only just begun.")
        former, self._running = self._step_aside(old), None
        try:
            self._launch()
            self.wait_until_ready(stopping, self.mark.exists)
        except (ProcessError, OSError):
            self.stop(grace=1)
            former.lock.rename(self.lock)
            self._running = old
            raise
        old.terminate()
        former.until = time.monotonic() + self.grace
        self._formers.append(former)

    def _step_aside(self, running: subprocess.Popen[bytes]) -> Former:
        # The lock lies on the file, whatever it is called: our name becomes free for the next.
        lock = self.lock.with_name(f"{self.name}.{running.pid}.former")
        self.lock.rename(lock)
        return Former(running, lock, time.monotonic() + self.grace)

    def formers_are_over(self) -> bool:
        """Tell whether nothing is left of what was replaced; look after what is."""
        self._formers = [one for one in self._formers if not one.is_over()]
        return not self._formers

    def _open_door(self) -> int | None:
        try:
            return self.door.open() if self.door else None
        except OSError as error:
            at = self.door.bind if self.door else ""
            raise ProcessError(
                f"{self.name} cannot listen at {at}: {error.strerror}."
                " Choose another WARMLINE_BIND, or end what listens there."
            ) from None

    def _open_log(self) -> int | None:
        if self.log is None:
            return None
        self.log.parent.mkdir(parents=True, exist_ok=True)
        # A first start begins a new log; a restart must not wipe away why it was needed.
        fresh = 0 if self._starts > 1 else os.O_TRUNC
        return os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | fresh, 0o600)

    def lives(self) -> bool:
        """Tell whether anything of it lives, started by us or by an earlier owner."""
        return leash.is_held(str(self.lock))

    def exit_status(self) -> int | None:
        """Return how it ended, as subprocess tells it; None while it runs or before it started."""
        return self._running.poll() if self._running else None

    def wait_until_ready(
        self, stopping: Ready = lambda: False, marked: Ready = lambda: True
    ) -> None:
        """Wait for the probe (and for its own mark, where that is asked for), or until we stop.

        Raises `ProcessError` when the program ends or takes too long.
        """

        def settled() -> bool:
            return stopping() or self.exit_status() is not None or (marked() and self.ready())

        if not wait_for(settled, self.patience):
            raise ProcessError(f"{self.name} is not ready after {self.patience:g} s. {self.tail()}")
        if self.exit_status() is not None and not stopping():
            raise ProcessError(f"{self.name} ended at its start. {self.tail()}")

    def tail(self) -> str:
        """Return the last lines of its log, for a message."""
        if self.log is None or not self.log.exists():
            return "Its own words are above."
        last = self.log.read_text(errors="replace").splitlines()[-8:]
        return "\n".join([f"From {self.log}:", *last])

    def ask_to_end(self) -> None:
        """Send the polite signal; the program finishes what it is at."""
        for running in (self._running, *(one.running for one in self._formers)):
            if running and running.poll() is None:
                running.terminate()

    def stop(self, grace: float | None = None) -> None:
        """End it, and whatever it forked: politely first, after the grace for good."""
        for former in self._formers:
            former.until = 0.0
        wait_for(self.formers_are_over, 2.0)
        if self._running is None:
            return
        self.ask_to_end()
        try:
            self._running.wait(self.grace if grace is None else grace)
        except subprocess.TimeoutExpired:
            _signal(signal.SIGKILL, self._running.pid)
            self._running.wait()
        self._end(self.lock, grace=1)
        self._running = None

    def end_leftovers(self, grace: float | None = None) -> None:
        """End what still holds a lock of ours and is not known to us: an earlier owner's."""
        known = {one.lock for one in self._formers}
        for lock in (self.lock, *self.folder.glob(f"{self.name}.*.former")):
            if lock not in known:
                self._end(lock, self.grace if grace is None else grace)
                if lock != self.lock:
                    lock.unlink(missing_ok=True)

    def _end(self, lock: Path, grace: float) -> None:
        """End the group that holds a lock: a program, or what a killed one forked.

        The group's number cannot have gone to anybody else while a member of it lives.
        """
        for number, seconds in ((signal.SIGTERM, grace), (signal.SIGKILL, 2.0)):
            if not leash.is_held(str(lock)):
                return
            _signal(number, int(lock.read_text() or 0))
            wait_for(lambda: not leash.is_held(str(lock)), seconds)
        if leash.is_held(str(lock)):
            raise ProcessError(f"{self.name} still runs and cannot be ended. See {lock}.")


def _signal(number: signal.Signals, group: int) -> None:
    # 0 would be our own group: the lock was taken, but its holder has not yet signed it.
    if group:
        # It may have ended by itself in the meantime.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, number)


class Owner:
    """The right to run the processes of a folder. One process at a time has it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "owner.lock"
        self._descriptor: int | None = None

    def take(self) -> None:
        """Take it, or raise `ProcessError` with a sentence that tells who has it."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self._descriptor is None:
            self._descriptor = leash.hold(str(self._path))
        if self._descriptor is None:
            raise ProcessError(
                f"Another warmline (process {self._path.read_text() or 'unknown'}) already works"
                f" in {self._path.parent}."
                " End that one first, or give this one a data folder of its own."
            )

    def leave(self) -> None:
        """Give it back."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
