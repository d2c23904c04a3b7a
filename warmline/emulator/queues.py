"""Queues of calls: made on demand by Enqueue or by REST, first in, first out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .audio import Bridge

if TYPE_CHECKING:
    from .emulator import Emulator
    from .leg import Leg
    from .stage import Goto

DEFAULT_MAX_SIZE = 1000
LARGEST_MAX_SIZE = 5000


class Pickup:
    """Somebody's Dial Queue has taken a caller: what the two scripts know of each other."""

    def __init__(self, dialler: Leg, greeting: Goto | None) -> None:
        """`greeting` is the noun's url: a document performed to the queued caller first."""
        self.dialler = dialler
        self.greeting = greeting
        self.bridge: Bridge | None = None
        self.dialler_left = False
        self.caller_left = False

    def part(self) -> None:
        """Take the bridge down."""
        if self.bridge is not None:
            self.bridge.part()


class Member:
    """A call that waits in a queue."""

    def __init__(self, queue: Queue, leg: Leg) -> None:
        """The call joins the queue now."""
        self.queue = queue
        self.leg = leg
        self.joined = leg.emu.now
        self.left: float | None = None
        self.pickup: Pickup | None = None

    @property
    def seconds(self) -> int:
        """Return the time spent waiting."""
        return int((self.left or self.leg.emu.now) - self.joined)

    @property
    def position(self) -> int:
        """Return the place in the queue, 1 for the front; 0 once it has left."""
        members = self.queue.members
        return members.index(self) + 1 if self in members else 0

    def leave(self) -> None:
        """The call waits no longer."""
        if self in self.queue.members:
            self.left = self.leg.emu.now
            self.queue.members.remove(self)
            self.queue.waits.append(self.seconds)
            self.queue.updated = self.left

    def params(self) -> dict[str, str]:
        """Return the six parameters that a waitUrl request carries."""
        return {
            "QueuePosition": str(self.position),
            "QueueSid": self.queue.sid,
            "QueueTime": str(self.seconds),
            "AvgQueueTime": str(self.queue.average_wait),
            "CurrentQueueSize": str(len(self.queue.members)),
            "MaxQueueSize": str(self.queue.max_size),
        }


@dataclass(slots=True)
class Queue:
    """A named queue; `waits` are the seconds that earlier members waited."""

    sid: str
    name: str
    serial: int
    created: float
    updated: float
    max_size: int = DEFAULT_MAX_SIZE
    members: list[Member] = field(default_factory=list)
    waits: list[int] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Say whether nobody else may join."""
        return len(self.members) >= self.max_size

    @property
    def average_wait(self) -> int:
        """Return the average wait in seconds of those that are in the queue now."""
        if not self.members:
            return 0
        return sum(member.seconds for member in self.members) // len(self.members)

    def join(self, leg: Leg) -> Member:
        """Put a call at the end of the queue."""
        member = Member(self, leg)
        self.members.append(member)
        self.updated = member.joined
        return member


class Queues:
    """The account's queues by SID."""

    def __init__(self, emu: Emulator) -> None:
        """Begin with none."""
        self._emu = emu
        self.by_sid: dict[str, Queue] = {}

    def create(self, name: str, max_size: int = DEFAULT_MAX_SIZE) -> Queue:
        """Make a queue."""
        now = self._emu.now
        queue = Queue(self._emu.new_sid("QU"), name, self._emu.next_serial(), now, now, max_size)
        self.by_sid[queue.sid] = queue
        return queue

    def named(self, name: str) -> Queue | None:
        """Return the queue of that friendly name."""
        return next((queue for queue in self.by_sid.values() if queue.name == name), None)

    def member_of(self, leg: Leg) -> Member | None:
        """Return a call's membership, if it waits anywhere."""
        for queue in self.by_sid.values():
            for member in queue.members:
                if member.leg is leg:
                    return member
        return None
