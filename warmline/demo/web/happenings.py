"""What happened, sentence after sentence, with the seconds since the call began."""

from __future__ import annotations

import threading
from typing import Any

from warmline.demo.web.cast import Cast
from warmline.demo.web.words import TALKS, readable, sentence
from warmline.emulator import Emulator, Event

BEGINS = {"dials", "rings"}
ENDS = {"hangs up", "ends"}


class Happenings:
    """Follows the emulator's events. Time begins anew with a call made while all was quiet."""

    def __init__(self, emulator: Emulator, cast: Cast) -> None:
        self._emulator = emulator
        self._cast = cast
        self._lock = threading.Lock()
        self._next = 0
        self._round = 0
        self._began = emulator.now
        self._live: set[str] = set()
        self._ringing: set[str] = set()
        self._told: list[dict[str, Any]] = []

    def since(self, index: int) -> list[dict[str, Any]]:
        """Everything told after so many sentences."""
        with self._lock:
            for event in self._emulator.events_since(self._next):
                self._next = event.index + 1
                self._follow(event)
            return self._told[max(0, index) :]

    def _follow(self, event: Event) -> None:
        if event.what == "dials" and not self._live:
            self._round += 1
            self._began = event.at
        if event.what in BEGINS:
            self._live.add(event.who)
        elif event.what in ENDS:
            self._live.discard(event.who)
        rang_only = event.who in self._ringing
        if event.what == "rings":
            self._ringing.add(event.who)
        elif event.what == "answers" or event.what in ENDS:
            self._ringing.discard(event.who)
        if event.what in TALKS and not self._cast.comes_before(event.who, event.detail):
            # Each of the two has such an event: the first of them tells it for both.
            return
        words = sentence(event, self._name, self._cast.line, rang_only=rang_only)
        if words:
            person = self._cast.by_number(event.who)
            self._told.append(
                {
                    "index": len(self._told),
                    "round": self._round,
                    "after": round(event.at - self._began, 1),
                    "who": person.key if person else "",
                    "what": event.what,
                    "sentence": words,
                }
            )

    def _name(self, number: str) -> str:
        person = self._cast.by_number(number)
        return person.told if person else readable(number)
