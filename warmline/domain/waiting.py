"""What a waiting caller is told: what is really happening, and choices at bounded times (P8)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class News(StrEnum):
    """What is said next while waiting."""

    LOOKING = "looking"
    RINGING = "ringing"
    STILL_RINGING = "still_ringing"
    TRYING_NEXT = "trying_next"
    ALL_BUSY = "all_busy"
    NOBODY_ANSWERED = "nobody_answered"
    NOBODY_ON = "nobody_on"
    SHUT = "shut"
    """The line has been closed by hand while they waited."""
    CHOICES = "choices"
    ALTERNATIVES = "alternatives"
    CHOSEN_AWAY = "chosen_away"
    """The one whom they chose cannot come: who else may be rung is theirs to say."""
    UNMET = "unmet"
    """Nobody who is as wished is free, somebody else is: whether they may be rung is asked."""


WITH_CHOICES = frozenset(
    {News.NOBODY_ANSWERED, News.NOBODY_ON, News.SHUT, News.CHOICES, News.ALTERNATIVES}
)
"""News after which the caller hears what else they may choose."""


@dataclass(frozen=True, slots=True)
class Marks:
    """When choices are offered, in seconds since the caller wanted a peer."""

    choices_at: tuple[float, ...] = (60.0, 120.0, 180.0)
    alternatives_at: float = 240.0

    def at(self, index: int) -> float:
        """The time of the index-th offer; after the choices the alternatives, again and again."""
        if index < len(self.choices_at):
            return self.choices_at[index]
        return self.alternatives_at * (index - len(self.choices_at) + 1)

    def passed(self, waited: float) -> int:
        """How many offers should have been made by now. As quick for a year as for a minute."""
        for count, at in enumerate(self.choices_at):
            if at > waited:
                return count
        return len(self.choices_at) + int(waited // self.alternatives_at)


@dataclass(frozen=True, slots=True)
class Wait:
    """The facts of one caller's wait."""

    waited: float
    ringing: int
    ahead: int
    on_duty: int
    """How many are there: free, on a call or resting. Known only while no phone rings."""
    exhausted: bool
    """Everyone who is there has been rung for this call and did not take it."""
    free: bool
    """Somebody is free to be rung for this caller, though no phone rings at this moment."""
    tried: bool
    """At least one phone was rung for this call and not taken."""
    choices: int
    """How many of the timed offers have been made."""
    told: Collection[str]
    shut: bool = False
    """The line has been closed by hand."""


def news(wait: Wait, marks: Marks) -> News:
    """What to say now."""
    if News.LOOKING not in wait.told:
        return News.LOOKING
    passed = marks.passed(wait.waited)
    bad_news = _bad_news(wait)
    if bad_news is not None and bad_news not in wait.told:
        # The whole truth comes with the choices; hearing of them twice in a row helps nobody.
        return bad_news
    if passed > wait.choices:
        return News.CHOICES if passed <= len(marks.choices_at) else News.ALTERNATIVES
    if wait.ringing:
        return _ringing(wait)
    return bad_news or (News.STILL_RINGING if wait.free else News.ALL_BUSY)


def _bad_news(wait: Wait) -> News | None:
    """Nobody rings and nobody is left to be rung."""
    if wait.ringing:
        return None
    if wait.shut:
        return News.SHUT
    if wait.on_duty == 0 and not wait.tried:
        return News.NOBODY_ON
    return News.NOBODY_ANSWERED if wait.exhausted and not wait.free else None


def _ringing(wait: Wait) -> News:
    if News.RINGING not in wait.told:
        return News.RINGING
    if wait.tried and News.TRYING_NEXT not in wait.told:
        return News.TRYING_NEXT
    return News.STILL_RINGING
