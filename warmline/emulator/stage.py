"""Where a document is performed: a call leg's ear, or everybody's in a conference.

Also the vocabulary of control flow between verbs: where to go next, and why a verb stops early.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .document import Document
from .ear import Ear
from .exchange import Cookies, WebAnswer, Webhook
from .tasks import Fetch, HungUp, Interrupt, Script, Wait

if TYPE_CHECKING:
    from .emulator import Emulator


@dataclass(frozen=True, slots=True)
class Goto:
    """The document to be executed next: a URL to request, or TwiML given in a REST parameter.

    `url` is absolute. `params` are sent beside the standard ones. `kind` is how the request is
    recorded. `fallback` marks the fallback URL, which has no fallback of its own.
    """

    url: str = ""
    method: str = "POST"
    params: dict[str, str] = field(default_factory=dict)
    kind: str = "voice"
    document: Document | None = None
    fallback: bool = False


class Redirected(Interrupt):
    """A REST request sends the call to another document."""

    rank = 1

    def __init__(self, goto: Goto) -> None:
        """`goto` replaces whatever the call is doing."""
        super().__init__()
        self.goto = goto


class Stop:
    """A condition that ends whatever is being performed (dequeued, conference started, ...)."""

    def __init__(self, test: Callable[[], bool]) -> None:
        """`test` is looked at after every event."""
        self.test = test


class Stopped(Exception):
    """A Stop came true; caught by the verb that set it."""

    def __init__(self, stop: Stop) -> None:
        """`stop` tells whose it is."""
        super().__init__()
        self.stop = stop


class Stage:
    """The base of call legs and announcements."""

    def __init__(self, emu: Emulator, sid: str) -> None:
        """`sid` is that of the call or conference, for the provider's records."""
        self.emu = emu
        self.sid = sid
        self.stops: list[Stop] = []
        self.cookies = Cookies()

    def ears(self) -> list[Ear]:
        """Return the ears that hear what is performed."""
        raise NotImplementedError

    def has_played(self, digits: str) -> None:
        """Digits were played; they matter where another call is at the far end."""

    def params(self) -> dict[str, str]:
        """Return the standard parameters of a request made for this stage."""
        raise NotImplementedError

    @contextmanager
    def stopping(self, stop: Stop) -> Iterator[None]:
        """End what is performed inside as soon as `stop` comes true, by raising Stopped."""
        self.stops.append(stop)
        try:
            yield
        finally:
            self.stops.remove(stop)

    def wait(
        self, deadline: float | None = None, until: Callable[[], bool] | None = None
    ) -> Script[bool]:
        """Wait for `until()` (True) or the deadline (False). Raise Stopped when a Stop is true."""
        stops = tuple(self.stops)

        def wanted() -> bool:
            return (until is not None and until()) or any(stop.test() for stop in stops)

        yield Wait(deadline, wanted)
        for stop in stops:
            if stop.test():
                raise Stopped(stop)
        return until is not None and until()

    def sleep(self, seconds: float) -> Script[None]:
        """Wait so many seconds."""
        yield from self.wait(self.emu.now + seconds)

    def fetch(self, hook: Webhook) -> Script[WebAnswer]:
        """Make a request and return its answer; Stops are looked at when it is there."""
        answer: WebAnswer = yield Fetch(hook)
        for stop in tuple(self.stops):
            if stop.test():
                raise Stopped(stop)
        return answer

    def sound(
        self,
        kind: str,
        text: str,
        seconds: float | None,
        language: str = "",
        until: Callable[[], bool] | None = None,
    ) -> Script[bool]:
        """Perform one sound (None: without end); return True when `until` cut it."""
        ears = self.ears()
        sounds = [(ear, ear.begin(kind, text, seconds or 0.0, language)) for ear in ears]
        complete = False
        try:
            deadline = None if seconds is None else self.emu.now + seconds
            cut = yield from self.wait(deadline, until)
            complete = not cut
        finally:
            for ear, sound in sounds:
                ear.end(sound, complete)
        return cut


__all__ = ["Goto", "HungUp", "Redirected", "Stage", "Stop", "Stopped"]
