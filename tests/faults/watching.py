"""Watchers of one promise each, beside those in evening.py. They see what a caller would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.actions import CALLERS
from warmline.domain.call import State
from warmline.emulator import Event
from warmline.emulator.phones import PhoneCall

if TYPE_CHECKING:
    from tests.faults.evening import Evening

NO_KEY_FOR = 90.0
"""P2: two tries of the longest menu, twice as slow for whoever asked for more time."""
DOOR_WITHIN = 6.0
"""P3: until the door is heard, the page that is on its way to the caller included."""
LONELY = 10.0
"""P11: a caller who has heard nothing for so long, and talks with nobody, is lost."""
FAREWELL = 45.0
"""Seconds of good weather before those who stayed on are looked at."""


class ThePlan:
    """P5: who is off duty, or has quiet hours, is not rung, whatever the reason."""

    GRACE = 1.0
    """A phone asked of the provider just before; it rings a moment later."""

    def __init__(self, evening: Evening) -> None:
        self.evening = evening

    def event(self, event: Event) -> None:
        if event.what == "rings" and event.who not in CALLERS:
            late = self.evening.scene.may_not_ring(event.who, event.at - self.GRACE)
            if late and not self._on_for_longer(event.who):
                raise self.evening.broken("P5", f"{event.who} rings {late}")

    def _on_for_longer(self, number: str) -> bool:
        """By their own word, after the shift: an extra one."""
        return self.evening.said_on.get(number, 0.0) >= self.evening.scene.at(
            self.evening.scene.shift_ends
        )

    def look(self) -> None:
        pass


UNTIL_IT_RINGS = 1.5
"""Seconds at most from the request for a phone to its first ring, as the emulator has it."""


class OneCall:
    """P5: nobody's phone is asked for while it rings, or talks, for one of our calls."""

    def __init__(self, evening: Evening) -> None:
        self.evening = evening
        self._seen = 0

    def event(self, event: Event) -> None:
        pass

    def look(self) -> None:
        log = self.evening.emulator.rest_log
        for asked in log[self._seen :]:
            number = asked.params.get("To", "")
            if asked.method != "POST" or not asked.path.endswith("/Calls.json"):
                continue
            for call in self.evening.emulator.handset(number).calls:
                over = call.ended_at if call.ended_at is not None else float("inf")
                # A phone begins to ring a moment after it was asked for.
                known = not self.evening.forgotten(call.began - UNTIL_IT_RINGS)
                if not call.outgoing and call.began < asked.at < over and known:
                    raise self.evening.broken("P5", f"{number} is asked for while on the phone")
        self._seen = len(log)


class Silence:
    """P2: doing nothing reaches a person. Who presses no key does not stay in the menus."""

    def __init__(self, evening: Evening) -> None:
        self.evening = evening
        self._last: dict[str, float] = {}

    def event(self, event: Event) -> None:
        if event.what in {"presses", "dials", "answers", "parts"}:
            self._last[event.who] = event.at

    def look(self) -> None:
        for call in self.evening.callers_on_the_phone():
            number = call.handset.number
            since = self.evening.now - self._last.get(number, call.began)
            if since < NO_KEY_FOR or call.talking_with or self.evening.troubled(since):
                continue
            known = self.evening.stage.calls.known(call.sid)
            live = self.evening.stage.calls.peek(known) if known else None
            if live and live.state is State.MENUS and live.open and not live.turned_away:
                raise self.evening.broken("P2", f"{number} is in the menus for {since:.0f} s")


class TheDoor:
    """P3: 9 leads to the crisis door, wherever a caller is who does not talk with anybody."""

    def __init__(self, evening: Evening) -> None:
        self.evening = evening
        words = evening.stage.words
        self._door = {
            words.text(message, language).plain
            for message in ("crisis-door", "crisis-menu", "trouble")
            for language in words.languages
        }
        self._pressed: dict[str, tuple[float, PhoneCall]] = {}
        self._any: dict[str, float] = {}

    def event(self, event: Event) -> None:
        if event.who not in CALLERS:
            return
        call = self.evening.emulator.handset(event.who).calls[-1]
        if event.what != "presses":
            if event.what == "talks with":
                self._pressed.pop(event.who, None)
            return
        # Keys in quick succession answer each other: only a 9 by itself is looked at.
        alone = event.at - self._any.get(event.who, 0.0) > DOOR_WITHIN
        self._any[event.who] = event.at
        self._pressed.pop(event.who, None)
        if event.detail == "9" and alone and self._hears_us(call):
            self._pressed[event.who] = event.at, call

    def _hears_us(self, call: PhoneCall) -> bool:
        """They rang us and have heard a word; in a talk, the star comes before the 9."""
        return call.outgoing and not call.talking_with and bool(call.heard)

    def look(self) -> None:
        for number, (at, call) in list(self._pressed.items()):
            if self.evening.now - at < DOOR_WITHIN and call.state != "ended":
                continue
            del self._pressed[number]
            since = [h for h in call.heard if h.kind == "say" and h.at >= at - 0.01]
            if call.state == "ended" or any(h.text in self._door for h in since):
                continue
            told = [h.text[:50] for h in since]
            raise self.evening.broken("P3", f"{number} pressed 9 at {at:.1f} and heard {told}")


WATCHERS = (ThePlan, OneCall, Silence, TheDoor)


def nobody_is_lost(evening: Evening) -> None:
    """P11: who is on the line in good weather talks, is spoken to or hears that they wait."""
    for call in evening.callers_on_the_phone():
        if call.talking_with:
            continue
        lately = evening.now - LONELY
        heard = [h for h in call.heard if h.kind != "pause"]
        if not any(not h.over or h.at + h.seconds > lately for h in heard):
            raise evening.broken("P11", f"{call.handset.number} is lost")
