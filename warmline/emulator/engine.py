"""The discrete-event engine: a heap of timers, the running scripts, one lock.

Everything that changes the emulated world happens under `Engine.lock`. With a `ManualClock`
events are processed by the thread that calls `run`; with a `RealClock` by one background thread,
and requests to the application are made on a pool of threads.
"""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from .clock import Clock, ManualClock, RealClock
from .tasks import Answer, Script, Task

log = logging.getLogger(__name__)

POLL_SECONDS = 0.02
"""Real seconds between two looks at a predicate when the clock runs by itself."""


class Timer:
    """Something due at a moment; may be cancelled."""

    __slots__ = ("action", "cancelled", "due")

    def __init__(self, due: float, action: Callable[[], None] | None) -> None:
        """Note what is to be done at `due` (None: only let everybody look around)."""
        self.due = due
        self.action = action
        self.cancelled = False

    def cancel(self) -> None:
        """Never run it."""
        self.cancelled = True


class Engine:
    """Runs timers and scripts in emulated time."""

    def __init__(self, clock: Clock, perform: Callable[[Any], Answer]) -> None:
        """`perform` makes one HTTP request and returns its answer; it may block."""
        self.clock = clock
        self.perform = perform
        self.threaded = isinstance(clock, RealClock)
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self.on_settled: Callable[[], None] = lambda: None
        self.hooks: list[Callable[[], None]] = []
        self._timers: list[tuple[float, int, Timer]] = []
        self._order = itertools.count()
        self._tasks: list[Task] = []
        self._wake_due = False
        self._running = False
        self._closed = False
        self._thread: threading.Thread | None = None
        self._pool: ThreadPoolExecutor | None = None
        if isinstance(clock, RealClock):
            self._pool = ThreadPoolExecutor(max_workers=16, thread_name_prefix="emulator-web")
            self._thread = threading.Thread(
                target=self._loop, args=(clock,), name="emulator", daemon=True
            )
            self._thread.start()

    @property
    def now(self) -> float:
        """Return the emulated time in POSIX seconds."""
        return self.clock.now()

    def at(self, due: float, action: Callable[[], None] | None = None) -> Timer:
        """Run `action` at the emulated moment `due`."""
        with self.lock:
            timer = Timer(due, action)
            heapq.heappush(self._timers, (due, next(self._order), timer))
            self.changed.notify_all()
            return timer

    def after(self, seconds: float, action: Callable[[], None] | None = None) -> Timer:
        """Run `action` in so many emulated seconds."""
        return self.at(self.now + seconds, action)

    def every(self, seconds: float, action: Callable[[], None]) -> Timer:
        """Run `action` every so many emulated seconds until the timer is cancelled."""
        handle = Timer(self.now + seconds, action)

        def tick() -> None:
            if not handle.cancelled:
                self.after(seconds, tick)
                action()

        self.after(seconds, tick)
        return handle

    def wake(self) -> None:
        """Let the scripts look around at this instant."""
        if not self._wake_due:
            self._wake_due = True
            self.at(self.now, self._woken)

    def _woken(self) -> None:
        self._wake_due = False

    def spawn(self, script: Script[Any], name: str = "") -> Task:
        """Start a script; its first step is taken when the engine settles."""
        with self.lock:
            task = Task(self, script, name)
            self._tasks.append(task)
            self.wake()
            return task

    def fetch_later(self, request: Any, delay: float, done: Callable[[Answer], None]) -> None:
        """Make a request on the pool and hand its answer to `done` as an engine event."""

        def work() -> None:
            if delay and isinstance(self.clock, RealClock):
                time.sleep(delay / self.clock.speed)
            answer = self.perform(request)
            with self.lock:
                self.at(self.now, lambda: done(answer))

        if self._pool is not None and not self._closed:
            self._pool.submit(work).add_done_callback(_log_failure)

    def run(self, seconds: float) -> None:
        """Let so many emulated seconds pass."""
        if isinstance(self.clock, RealClock):
            time.sleep(seconds / self.clock.speed)
        else:
            self._advance(self.clock, self.now + seconds, lambda: False)

    def run_until(self, predicate: Callable[[], bool], limit: float) -> bool:
        """Run until `predicate()` holds, at most `limit` emulated seconds; say whether it does."""
        if not isinstance(self.clock, RealClock):
            return self._advance(self.clock, self.now + limit, predicate)
        end = self.now + limit
        while not predicate():
            if self.now >= end:
                return False
            time.sleep(POLL_SECONDS)
        return True

    def _advance(self, clock: ManualClock, target: float, predicate: Callable[[], bool]) -> bool:
        """Process every event due until `target`, or until the predicate holds."""
        if self._running:
            raise RuntimeError("the emulator is running already: run() was called from an event")
        self._running = True
        try:
            with self.lock:
                self._settle()
            while True:
                if predicate():
                    return True
                with self.lock:
                    due = self._next_due()
                    if due is None or due > target:
                        break
                    clock.advance_to(due)
                    self._process_next()
                for hook in self.hooks:
                    hook()
            clock.advance_to(target)
            return predicate()
        finally:
            self._running = False

    def _next_due(self) -> float | None:
        while self._timers and self._timers[0][2].cancelled:
            heapq.heappop(self._timers)
        return self._timers[0][0] if self._timers else None

    def _process_next(self) -> None:
        timer = heapq.heappop(self._timers)[2]
        if timer.action is not None and not timer.cancelled:
            timer.action()
        self._settle()

    def _process_due(self) -> None:
        """Everything that is due by now, then one look at all scripts.

        Hundreds of calls make thousands of events a second: looking at all of them after each
        would take longer than there is between two.
        """
        until, timers = self.now, []
        while (due := self._next_due()) is not None and due <= until:
            timers.append(heapq.heappop(self._timers)[2])
        for timer in (*timers, Timer(until, self._settle)):
            try:
                # One of them may have cancelled another.
                if timer.action is not None and not timer.cancelled:
                    timer.action()
            except Exception:
                log.exception("an event of the emulator failed")

    def _settle(self) -> None:
        """Step every script that can go on, until none can."""
        progress = True
        while progress:
            progress = False
            for task in list(self._tasks):
                if task.ready():
                    task.step()
                    # Who hears whom is put right before the next script acts on it.
                    self.on_settled()
                    progress = True
        self._tasks = [task for task in self._tasks if not task.done]
        self.on_settled()
        self.changed.notify_all()

    def _loop(self, clock: RealClock) -> None:
        """Process events as they fall due, on the background thread of a real clock."""
        while True:
            with self.lock:
                if self._closed:
                    return
                due = self._next_due()
                if due is None or due > self.now:
                    pause = None if due is None else (due - self.now) / clock.speed
                    self.changed.wait(pause)
                    continue
                self._process_due()
            for hook in list(self.hooks):
                try:
                    hook()
                except Exception:
                    log.exception("a hook of the emulator failed")

    def close(self) -> None:
        """Stop the threads of a real clock; nothing to do for a manual one."""
        with self.lock:
            self._closed = True
            self.changed.notify_all()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout=5)


def _log_failure(future: Any) -> None:
    if not future.cancelled() and future.exception() is not None:
        log.error("a request of the emulator failed", exc_info=future.exception())
