"""What `warmline check` finds, in plain sentences, each with how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from warmline.domain.coverage import Audience, coverage, gaps
from warmline.domain.directory.concerns import directory_warnings
from warmline.domain.directory.objections import about_words
from warmline.domain.hours import Stretch
from warmline.domain.line import LineBook
from warmline.domain.numbers import BadNumber, parse_phone
from warmline.domain.places import LIFELINE_NUMBER
from warmline.domain.wording import listed
from warmline.ports import Pulse
from warmline.services.directory import never_said
from warmline.services.who import set_aside

AHEAD = timedelta(hours=24)
FICTION = re.compile(r"\+1\d{3}55501\d\d")
"""Kept for stories: nothing rings there."""


class Grade(StrEnum):
    """How a finding is to be taken."""

    FINE = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `mend` says what to do, where there is something to do."""

    grade: Grade
    said: str
    mend: str = ""


def fine(said: str) -> Finding:
    """It is as it should be."""
    return Finding(Grade.FINE, said)


def note(said: str, mend: str) -> Finding:
    """It may be meant so."""
    return Finding(Grade.NOTE, said, mend)


def wrong(said: str, mend: str) -> Finding:
    """Callers or supporters would meet it."""
    return Finding(Grade.WRONG, said, mend)


def line(book: LineBook, at: datetime) -> Iterator[Finding]:
    """What can be told of a line by itself, at an instant (UTC)."""
    yield from hours(book)
    yield from people(book)
    yield from coverage_ahead(book, at)
    yield alerts(book)
    yield crisis(book)
    yield from directory(book, at)


def directory(book: LineBook, at: datetime) -> Iterator[Finding]:
    """Whether somebody looks after the other places, on the line's own day."""
    concerns = directory_warnings(book, at.astimezone(book.line.zone).date())
    for one in concerns:
        yield wrong(one.said, one.mend) if one.wrong else note(one.said, one.mend)
    for place in book.places:
        for column, said in about_words(place, never_said):
            yield note(f"{book.line.name}: {place.key}, {column}: {said}", "Then: warmline apply.")
    if not concerns:
        yield fine(f"{book.line.name}: the directory of other places is looked after.")


def hours(book: LineBook) -> Iterator[Finding]:
    """Whether the line ever opens."""
    known = book.line.hours
    if not any(known.weekly.values()) and not any(day.spans for day in known.holidays):
        yield wrong(
            f"{book.line.name} never opens.", "Give it [hours] in its file, then: warmline apply."
        )


def people(book: LineBook) -> Iterator[Finding]:
    """Whether there is somebody who can be rung, and who cannot."""
    name = book.line.name
    unread = [one.alias for one in book.supporters if not one.phone]
    if unread:
        yield wrong(
            f"{name}: the phone number of {listed(unread)} cannot be read with this secret key.",
            "Restore the key that it was sealed with, or run: warmline apply with the line's file.",
        )
    refused = [one for one in book.supporters if book.refusal(one.id)]
    for one in refused:
        yield wrong(
            f"{name}: {one.alias} is {set_aside(book, one)}.",
            "Correct the number in the line's file, then: warmline apply.",
        )
    waiting = [
        one
        for one in book.supporters
        if one.id in book.unconfirmed and one.phone and not one.paused
    ]
    for one in waiting:
        yield note(
            f"{name}: {one.alias} has not confirmed their number yet, and is not rung.",
            f"Ask them by a text: warmline supporter confirm {one.alias!r}",
        )
    ready = [
        one.alias
        for one in book.supporters
        if one.phone and not one.paused and one not in refused and one not in waiting
    ]
    if ready:
        yield fine(f"{name} has {_count(len(ready), 'supporter')} who can be rung.")
    else:
        yield wrong(
            f"{name} has no supporter who can be rung.",
            "Add a [[supporter]] to its file, or set one who is paused back, then: warmline apply.",
        )


def coverage_ahead(book: LineBook, at: datetime) -> Iterator[Finding]:
    """Whether somebody is on duty whenever the line is open in the next hours."""
    name, zone = book.line.name, book.line.zone
    found = _gaps(book, at, at + AHEAD)
    for gap in found:
        yield wrong(
            f"{name} is open and nobody is on duty "
            f"from {_clock(gap.start, zone)} to {_clock(gap.end, zone)}.",
            "Put somebody on with a [[shift]] or a [[one_off]], then: warmline apply.",
        )
    if not found:
        yield fine(f"{name}: somebody is on duty whenever it is open in the next 24 hours.")


def _gaps(book: LineBook, start: datetime, end: datetime) -> list[Stretch]:
    """Where callers would find nobody, within these instants; quick also on a large line."""
    first, last = (one.astimezone(book.line.zone).date() for one in (start, end))
    days = coverage(book, first, last, [Audience()])[Audience()]
    cut = [Stretch(max(one.start, start), min(one.end, end)) for one in gaps(days)]
    return [one for one in cut if one.start < one.end]


def alerts(book: LineBook) -> Finding:
    """Whether somebody is told when callers find nobody."""
    if book.line.alert_phone:
        return fine(f"{book.line.name}: a coordinator is texted when callers find nobody.")
    return wrong(
        f"{book.line.name}: no coordinator is told when callers find nobody.",
        "Set alert_phone in its file, then: warmline apply.",
    )


def crisis(book: LineBook) -> Finding:
    """Where key 9 leads."""
    name, number = book.line.name, book.line.crisis_number
    mend = "Leave crisis_number out of its file for 988, or correct it, then: warmline apply."
    if number == LIFELINE_NUMBER:
        return fine(f"{name}: key 9 leads to 988.")
    try:
        plausible = parse_phone(number, toll_free=True) == number and not FICTION.fullmatch(number)
    except BadNumber:
        plausible = False
    ours = {*book.line.numbers, book.line.alert_phone, *(one.phone for one in book.supporters)}
    if not plausible:
        return wrong(f"{name}: key 9 leads to {number}, where nobody answers.", mend)
    if number in ours:
        return wrong(f"{name}: key 9 leads back to the line or to one of its own people.", mend)
    return note(
        f"{name}: key 9 leads to {number} and not to 988, though callers are told 988.",
        "Dial it yourself and hear who answers, at night too.",
    )


def machinery(pulse: Pulse) -> Iterator[Finding]:
    """Whether somebody works. Raises StoreTrouble."""
    for queue, workers in pulse.workers().items():
        if workers:
            yield fine(f'The queue "{queue}" has {_count(workers, "worker")}.')
        else:
            yield wrong(
                f'Nobody works on the queue "{queue}".',
                f"Start one: python -m workers {queue}. warmline serve does it by itself.",
            )
    if pulse.ticks():
        yield fine("A clock runs.")
    else:
        yield wrong(
            "No clock runs, so phones that nobody reports would be noticed late.",
            "Start one: python -m workers.clock. warmline serve does it by itself.",
        )
    if overdue := pulse.overdue():
        yield note(
            f"{_count(overdue, 'deadline')} passed without anybody dealing with it.",
            "Look again in a minute; if it stays, look at the logs of the clock and the workers.",
        )


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%a %H:%M %Z}"
