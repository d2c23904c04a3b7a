"""A line as a job finds it: a real judge, hints written down, and what a provider answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from tests.adapters.judging import due_in
from tests.adapters.test_redis_calls import HandClock
from tests.adapters.test_redis_offers import text
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.errors import CallGone, ProviderTrouble
from warmline.domain.line import LineBook
from warmline.domain.live import LiveCall
from warmline.ports import Jobs, Phones, Roster
from warmline.services.care import Care
from warmline.services.patience import Patience
from warmline.services.ringing import Ringing
from warmline.services.tools import Tools

PATIENCE = 1.5
"""Seconds until a provider that could not is asked again, in these tests."""


@dataclass
class Hints:
    """Hints, written down instead of handed over."""

    given: list[tuple[str, ...]] = field(default_factory=list)

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *ids: self.given.append((name, *ids))


@dataclass
class Provider:
    """What jobs ask of phones that are there, are gone, or cannot be reached just now."""

    asked: list[tuple[str, ...]] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    trouble: ProviderTrouble | None = None

    def is_live(self, sid: str) -> bool:
        self._hears("is_live", sid)
        return sid not in self.gone

    def hang_up(self, sid: str) -> None:
        self._moves("hang_up", sid)

    def move_caller(self, call: LiveCall, page: str) -> None:
        self._moves("move_caller", call.sid, page)

    def move_supporter(self, sid: str, leg: str, page: str) -> None:
        self._moves("move_supporter", sid, leg, page)

    def _hears(self, what: str, sid: str, *more: str) -> None:
        assert sid, "nobody can be asked about a phone without its id"
        self.asked.append((what, sid, *more))
        if self.trouble:
            raise self.trouble

    def _moves(self, what: str, sid: str, *more: str) -> None:
        self._hears(what, sid, *more)
        if sid in self.gone:
            raise CallGone


@dataclass
class House:
    """Whoever is on the line, and all that a look at it needs."""

    calls: RedisCalls
    clock: HandClock
    lines: LineBook | None
    hints: Hints = field(default_factory=Hints)
    provider: Provider = field(default_factory=Provider)
    steps: list[str] = field(default_factory=list)
    """What was asked of the judge."""

    def __post_init__(self) -> None:
        roster, jobs = cast("Roster", self), cast("Jobs", self.hints)
        care = Care(self.calls, roster, jobs, self.clock)
        patience = Patience(lambda: 1.0)
        phones = cast("Phones", self.provider)
        self.ringing = Ringing(Tools(self.calls, roster, phones, jobs, self.clock, care, patience))
        judge = self.calls._judge

        def counted(step: str, given: str, once: str) -> object:
            self.steps.append(step)
            return judge(step, given, once)

        self.calls._judge = counted  # type: ignore[assignment]  # the same, and counted

    def book(self, _: str) -> LineBook | None:
        """The roster, as far as it is asked."""
        return self.lines

    def look(self) -> list[str]:
        """One look at the line; whose phones it has reserved, in that order."""
        before = len(self.hints.given)
        mine = self.ringing.look("county").mine
        legs = [mine] if mine else []
        legs += [ids[0] for what, *ids in self.hints.given[before:] if what == "dial"]
        found = [self.calls.find(leg) for leg in legs]
        return [one[0].supporter for one in found if one is not None]

    def phones(self, call: str) -> list[str]:
        """The phones that ring for a call."""
        return [text(leg) for leg in self.calls._connection.smembers(f"wl:offers:{call}")]

    def nobody_looks(self) -> None:
        """No look at the line is due."""
        self.calls._connection.zrem("wl:due", "step|county")

    def due(self, kind: str, of: str) -> float | None:
        """In how many seconds something is due; None when it is not to be."""
        return due_in(self.calls._connection, self.clock, kind, of)
