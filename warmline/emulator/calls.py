"""The account's calls: which there are, when the next may go out, and how GET shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .leg import Leg
from .resources import call_json

if TYPE_CHECKING:
    from .emulator import Emulator


class Calls:
    """Every Call resource by SID, deleted ones excepted."""

    def __init__(self, emu: Emulator) -> None:
        """Begin with none."""
        self._emu = emu
        self.by_sid: dict[str, Leg] = {}
        self._live: dict[str, Leg] = {}
        self._versions: dict[str, list[tuple[float, dict[str, Any]]]] = {}
        self._next_slot = 0.0

    def register(self, leg: Leg) -> None:
        """Make a call known to the REST API."""
        self.by_sid[leg.sid] = self._live[leg.sid] = leg
        leg.touched()

    def live(self) -> list[Leg]:
        """Return the calls that are not over."""
        # Pruned here: a test that makes thousands of calls must not look through all of them.
        self._live = {sid: leg for sid, leg in self._live.items() if leg.live}
        return list(self._live.values())

    def forget(self, leg: Leg) -> None:
        """Delete a call's record."""
        self.by_sid.pop(leg.sid, None)
        self._versions.pop(leg.sid, None)

    def slot(self) -> float:
        """Return when the next call made by REST may go out; each takes a slot of its own."""
        slot = max(self._emu.now, self._next_slot)
        if self._emu.calls_per_second:
            self._next_slot = slot + 1.0 / self._emu.calls_per_second
        return slot

    def is_full(self) -> bool:
        """Say whether a further call would queue for longer than calls may."""
        longest = self._emu.longest_queue
        return longest is not None and self._next_slot > self._emu.now + longest

    def remember(self, leg: Leg) -> None:
        """Keep the call's present JSON, when GETs are to lag behind."""
        if self._emu.rest_lag > 0:
            self._versions.setdefault(leg.sid, []).append((self._emu.now, call_json(leg)))

    def shown(self, leg: Leg) -> dict[str, Any]:
        """Return the call's JSON as GET shows it: `rest_lag` seconds old, but never unknown."""
        versions = self._versions.get(leg.sid)
        if self._emu.rest_lag <= 0 or not versions:
            return call_json(leg)
        until = self._emu.now - self._emu.rest_lag
        old = [json for at, json in versions if at <= until]
        return old[-1] if old else versions[0][1]
