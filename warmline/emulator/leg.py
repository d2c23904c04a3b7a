"""One call leg: the Call resource, its handset's side, and the script that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .audio import Room
from .ear import Ear
from .loop import carry
from .stage import Goto, HungUp, Redirected, Stage
from .statuses import FINAL, Subscription, call_event
from .tasks import Task

if TYPE_CHECKING:
    from .emulator import Emulator
    from .engine import Timer
    from .phones import Handset, PhoneCall

API_VERSION = "2010-04-01"
MAX_CALL_SECONDS = 4 * 3600
"""A call is cut after four hours unless TimeLimit says otherwise."""
_GEO = ("City", "State", "Zip", "Country")


class Leg(Stage):
    """A connection between one telephone and the provider.

    `direction` is "inbound", "outbound-api" or "outbound-dial". `caller` and `to` are what the
    resource shows as from and to; `caller` may be "anonymous".
    """

    def __init__(
        self, emu: Emulator, direction: str, caller: str, to: str, parent: Leg | None = None
    ) -> None:
        """Make the leg; it is known to the REST API once it is registered with the emulator."""
        super().__init__(emu, emu.new_sid("CA"))
        self.serial = emu.next_serial()
        self.direction = direction
        self.caller = caller
        self.to = to
        self.parent = parent
        self.status = "ringing" if direction == "inbound" else "queued"
        self.created = self.updated = emu.now
        self.started: float | None = None
        self.answered_at: float | None = None
        self.ended_at: float | None = None
        self.sip_code: int | None = None
        self.queue_time = 0.0
        self.time_limit = float(MAX_CALL_SECONDS)
        self.call_token = emu.new_token() if direction == "inbound" else ""
        self.subscriptions: list[Subscription] = []
        self.fallback: Goto | None = None
        self.phone: PhoneCall | None = None
        self.task: Task | None = None
        self.room: Room | None = None
        self.keys: list[tuple[float, str]] | None = None
        """The keys of the Gather that is open; None when nobody listens, and keys are lost."""
        self.star_armed = False
        self.starred = False
        self._limit: Timer | None = None

    @property
    def live(self) -> bool:
        """Say whether the call is not over yet."""
        return self.status not in FINAL

    @property
    def answered(self) -> bool:
        """Say whether the call was ever answered."""
        return self.answered_at is not None

    @property
    def duration(self) -> int:
        """Return the answered seconds, rounded; 0 for a call that was never answered."""
        if self.answered_at is None:
            return 0
        return round((self.ended_at or self.emu.now) - self.answered_at)

    @property
    def handset_number(self) -> str:
        """Return the number of the telephone at the far end."""
        return self.phone.handset.number if self.phone else self.to

    @property
    def shown_caller(self) -> str:
        """Return what the called handset displays."""
        return self.caller

    def ears(self) -> list[Ear]:
        """Return the handset's ear."""
        return [self.phone.ear] if self.phone else []

    def has_played(self, digits: str) -> None:
        """Whoever is at the other end of a call to our own number hears them as keys."""
        carry(self.phone, digits)

    def params(self) -> dict[str, str]:
        """Return the standard parameters of a voice webhook, with the call's present status."""
        params = {
            "CallSid": self.sid,
            "AccountSid": self.emu.account_sid,
            "From": self.caller,
            "To": self.to,
            "Caller": self.caller,
            "Called": self.to,
            "CallStatus": self.status,
            "ApiVersion": API_VERSION,
            "Direction": self.direction,
        }
        for side in ("From", "To", "Caller", "Called"):
            params.update({side + part: "" for part in _GEO})
        if self.parent is not None:
            params["ParentCallSid"] = self.parent.sid
        return params

    def touched(self) -> None:
        """The resource changed."""
        self.updated = self.emu.now
        self.emu.calls.remember(self)

    def subscribe(self, url: str, method: str, events: frozenset[str]) -> None:
        """Have status callbacks sent; nothing when the URL is empty."""
        if url:
            self.subscriptions.append(Subscription(url, method, events))

    def answer(self) -> None:
        """The call is answered, by the callee or, for an inbound call, by the provider."""
        if self.answered or not self.live:
            return
        self.status = "in-progress"
        self.answered_at = self.emu.now
        self._limit = self.emu.engine.after(self.time_limit, lambda: self.end("completed", "limit"))
        self.touched()
        if self.phone is not None and self.phone.outgoing:
            for sound in self.phone.ear.sounding:
                self.phone.ear.end(sound, complete=True)
            self.phone.go_live()
        call_event(self, "answered")

    def limit_to(self, seconds: float) -> None:
        """Change the call's time limit; it counts from the answer."""
        self.time_limit = seconds
        if self._limit is not None and self.answered_at is not None:
            self._limit.cancel()
            due = max(self.emu.now, self.answered_at + seconds)
            self._limit = self.emu.engine.at(due, lambda: self.end("completed", "limit"))

    def ringing(self, handset: Handset) -> None:
        """The called telephone rings."""
        self.status = "ringing"
        self.touched()
        call_event(self, "ringing")
        self.phone = handset.ring(self)

    def end(self, status: str, because: str, sip: int | None = None) -> None:
        """Finish the call with a final status; only the first time counts."""
        if not self.live:
            return
        self.status = status
        self.ended_at = self.emu.now
        self.sip_code = sip
        if self._limit is not None:
            self._limit.cancel()
        self.touched()
        if self.phone is not None:
            self.phone.finish(because)
        self.emu.audio.touch()
        call_event(self, status)
        if self.task is not None:
            self.task.interrupt(HungUp())

    def redirect(self, goto: Goto) -> None:
        """Send the live call to another document."""
        if self.task is not None:
            self.task.interrupt(Redirected(goto))

    def left_by_handset(self, declined: bool = False) -> None:
        """The person hung up, or declined to answer."""
        if self.answered:
            self.end("completed", "hung up")
        elif self.direction == "inbound":
            self.end("no-answer", "hung up")
        else:
            # Declined while it rang; or picked up and put down within one instant.
            self.end("busy" if declined else "completed", "hung up", 486 if declined else None)

    def key_pressed(self, key: str) -> None:
        """Hand a key to the open Gather, or end a Dial on *; otherwise the key is lost."""
        if self.keys is not None:
            self.keys.append((self.emu.now, key))
        elif key == "*" and self.star_armed:
            self.starred = True
