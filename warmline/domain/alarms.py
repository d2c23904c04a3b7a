"""What coordinators and operators are told by itself, and how often: once for each spell.

A spell begins when a condition holds, lasts while it does, and is over when it has not held for
some minutes. It is said when it begins, again after hours if it lasts, and when it is over.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from enum import StrEnum
from typing import Final

HOUR: Final = 3600.0
QUARTER: Final = 900.0
CALM: Final = 300.0
"""Seconds without the condition after which a spell is over, so that nothing flickers."""
RETRY: Final = 60.0
"""Seconds before something that no channel took is said anew."""


class Kind(StrEnum):
    """What can be wrong."""

    NOBODY_ON = "nobody_on"
    GAP_SOON = "gap_soon"
    GAP_AHEAD = "gap_ahead"
    NOBODY_ANSWERED = "nobody_answered"
    SHIFT_ALONE = "shift_alone"
    SELFTEST = "selftest"
    FLOOD = "flood"
    DIRECTORY = "directory"
    DIRECTORY_DUE = "directory_due"
    WORKERS = "workers"
    QUEUE = "queue"
    CLOCK = "clock"
    PROVIDER = "provider"
    DELETIONS = "deletions"
    STORE = "store"
    DATABASE = "database"


class Say(StrEnum):
    """Why it is said now."""

    BEGINS = "begins"
    LASTS = "lasts"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Alarm:
    """One kind of alarm: its words, how patient it is, and what `docs/operating.md` says of it."""

    kind: Kind
    words: str
    """The message that is texted when it begins, and again while it lasts."""
    over: str
    """The message when it is over; empty where nothing is said."""
    when: str
    do: str
    after: float = 0.0
    """Seconds for which it must hold before it is said."""
    again: float = 6 * HOUR
    """Seconds after which it is said again if it lasts."""
    of_line: bool = False
    """About one line, and told to its coordinator; the others are about the whole installation."""


ALARMS: Final[dict[Kind, Alarm]] = {
    one.kind: one
    for one in (
        Alarm(
            Kind.NOBODY_ON,
            "text-nobody-on",
            "text-nobody-on-over",
            "The line is open and nobody is on who can be rung, now or after a rest. Looked at by "
            "the plan and the live state every half minute, whoever calls or not.",
            "Ask somebody to go on duty, or go yourself. Whoever calls meanwhile hears so, and "
            "what else there is.",
            again=3 * HOUR,
            of_line=True,
        ),
        Alarm(
            Kind.GAP_SOON,
            "text-gap-soon",
            "text-gap-over",
            "By the plan nobody is on for a part of the next 2 hours in which the line is open.",
            "Ask somebody to take that time; put it into the line's file with a one_off.",
            of_line=True,
        ),
        Alarm(
            Kind.GAP_AHEAD,
            "text-gap-ahead",
            "text-gap-over",
            "The same for the next 24 hours. Not said while nobody is on now.",
            "The same, with less hurry. `warmline check` lists every gap.",
            again=24 * HOUR,
            of_line=True,
        ),
        Alarm(
            Kind.NOBODY_ANSWERED,
            "text-nobody-answered",
            "",
            "Everyone on duty was rung in vain. Said at the next quarter of an hour, so that it "
            "does not tell the minute of a call, and at most once in each.",
            "Look who is on and how they are. One more may be needed.",
            again=900.0,
            of_line=True,
        ),
        Alarm(
            Kind.SHIFT_ALONE,
            "text-shift-alone",
            "",
            "A shift begins, whose it is has answered neither a text nor a call, and a backup, if "
            "there is one, was asked. By the shift they are on duty all the same. At most once in "
            "a quarter of an hour. How early they are asked: [reminders] in the line's file.",
            "`warmline who` says who is on. Ask them, or go on duty yourself.",
            again=900.0,
            of_line=True,
        ),
        Alarm(
            Kind.SELFTEST,
            "text-selftest",
            "",
            "The nightly test call did not get through every step (WARMLINE_SELFTEST_HOUR).",
            "Run `warmline selftest`: it says which step failed and how to mend it.",
            of_line=True,
        ),
        Alarm(
            Kind.FLOOD,
            "text-flood",
            "text-flood-over",
            "In the last ten minutes more calls came than [flood] in the line's file takes in.",
            "Most likely machines: tell your telephone provider. Whoever means it hears crisis "
            "help, other places, and is taken in as soon as there is room. If they are people, "
            "raise [flood].",
            of_line=True,
        ),
        Alarm(
            Kind.DIRECTORY,
            "text-directory",
            "",
            "Nobody has made sure of a crisis row for too long, no crisis line is named besides "
            "988, or a change to a crisis row waits for a second person. Said in the daytime only.",
            "`warmline directory due` says which. Read the operator's page; a crisis line is never "
            "called for this.",
            again=24 * HOUR,
            of_line=True,
        ),
        Alarm(
            Kind.DIRECTORY_DUE,
            "text-directory-due",
            "",
            "Rows of the directory are to be looked at again within a month. Said in the daytime "
            "only, once a month.",
            "`warmline directory due` lists them; `warmline directory verify` for each.",
            again=30 * 24 * HOUR,
            of_line=True,
        ),
        Alarm(
            Kind.WORKERS,
            "text-workers",
            "text-workers-over",
            "No worker has signed on for one of the queues for a minute: no phone is rung. Told by "
            "the clock, which sends by itself.",
            "Look whether `warmline serve` runs, and at its log; start it again.",
            after=60.0,
        ),
        Alarm(
            Kind.QUEUE,
            "text-queue",
            "text-queue-over",
            "The first job of a queue has waited for half a minute, twice in a row.",
            "Look at the load of the machine and at the log; raise WARMLINE_RING_WORKERS.",
            after=25.0,
        ),
        Alarm(
            Kind.CLOCK,
            "text-clock",
            "text-clock-over",
            "No clock has said for a minute and a half that it lives. Told by the web app.",
            "Look whether `warmline serve` runs, and at its log; start it again.",
            after=60.0,
        ),
        Alarm(
            Kind.PROVIDER,
            "text-provider",
            "text-provider-over",
            "The telephone provider refuses our account, or failed at least three times, the last "
            "time less than five minutes ago.",
            "Look at the account in its console (suspended, unpaid, not allowed to ring there) and "
            "at its status page. A text cannot be sent then: set WARMLINE_ALARM_URLS.",
        ),
        Alarm(
            Kind.DELETIONS,
            "text-deletions",
            "text-deletions-over",
            "The provider has kept something that it was asked to delete for more than a day.",
            "Look at the log and at the account's rights; what stays there shows callers' numbers "
            "to whoever can sign in at the provider.",
            again=24 * HOUR,
        ),
        Alarm(
            Kind.STORE,
            "text-store",
            "text-store-over",
            "Redis cannot be reached for half a minute. Each clock says it for itself.",
            "Look at REDIS_URL and its server, or at the folder `store` and its disk.",
            after=25.0,
        ),
        Alarm(
            Kind.DATABASE,
            "text-database",
            "text-database-over",
            "The database cannot be read for half a minute. Calls go on by what is remembered.",
            "Look at DATABASE_URL and its server, or at the disk.",
            after=25.0,
        ),
    )
}
"""Every alarm there is, in the order in which they are written down."""


@dataclass(frozen=True, slots=True)
class Spell:
    """One spell of one condition. Times are seconds since the epoch, 0 for never."""

    since: float
    last: float
    """When it was last seen to hold."""
    said: float = 0.0
    tried: float = 0.0
    detail: str = ""
    """Which one is meant, e.g. when a gap begins: another one is another spell."""

    def text(self) -> str:
        """For the store."""
        return "|".join(str(part) for part in astuple(self))


def spell_of(text: str) -> Spell | None:
    """From the store; None for nothing and for what cannot be read."""
    parts = text.split("|")
    try:
        since, last, said, tried = map(float, parts[:4])
        return Spell(since, last, said, tried, parts[4])
    except (ValueError, IndexError):
        return None


def turn(
    spell: Spell | None, alarm: Alarm, *, on: bool, now: float, detail: str = ""
) -> tuple[Spell | None, Say | None]:
    """What is true of a spell after a look, and what is to be said now, if anything.

    Whoever has said it calls `told`; without that it is to be said anew after `RETRY`.
    """
    if on:
        if spell is None or (detail and detail != spell.detail):
            spell = Spell(since=now, last=now, detail=detail)
        spell = replace(spell, last=now)
        say = None
        if now - spell.since >= alarm.after:
            if not spell.said:
                say = Say.BEGINS
            elif now - spell.said >= alarm.again:
                say = Say.LASTS
    elif spell is None or not spell.said:
        return None, None
    else:
        say = Say.OVER if now - spell.last >= CALM else None
    if say is None or now - spell.tried < RETRY:
        return spell, None
    return replace(spell, tried=now), say


def told(spell: Spell, say: Say, now: float) -> Spell | None:
    """The spell after at least one channel took what was to be said."""
    return None if say is Say.OVER else replace(spell, said=now)


def next_quarter(now: float) -> float:
    """The next full quarter of an hour, in seconds since the epoch.

    What comes of a call is told only then: the minute of a text would be the minute of a call.
    """
    return (now // QUARTER + 1) * QUARTER
