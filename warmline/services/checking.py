"""What `warmline check` finds, in plain sentences, each with how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial

from warmline.domain.coverage import Audience, coverage, gaps
from warmline.domain.directory.concerns import directory_warnings
from warmline.domain.directory.objections import about_words
from warmline.domain.hours import Stretch
from warmline.domain.line import LineBook, Supporter
from warmline.domain.numbers import BadNumber, parse_phone
from warmline.domain.places import LIFELINE_NUMBER
from warmline.domain.wording import Sentence
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
    sentence: Sentence
    remedy: Sentence

    @property
    def said(self) -> str:
        """In English."""
        return str(self.sentence)

    @property
    def mend(self) -> str:
        """What to do, in English; empty where there is nothing to do."""
        return str(self.remedy)


Words = Sentence | str
"""Sentences are told in other languages, too; plain words are English."""


def fine(said: Words) -> Finding:
    """It is as it should be."""
    return _finding(Grade.FINE, said, "")


def note(said: Words, mend: Words) -> Finding:
    """It may be meant so."""
    return _finding(Grade.NOTE, said, mend)


def wrong(said: Words, mend: Words) -> Finding:
    """Callers or supporters would meet it."""
    return _finding(Grade.WRONG, said, mend)


def _finding(grade: Grade, *said: Words) -> Finding:
    sentence, remedy = (one if isinstance(one, Sentence) else Sentence(one) for one in said)
    return Finding(grade, sentence, remedy)


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
        yield (wrong if one.wrong else note)(one.sentence, one.remedy)
    for place in book.places:
        for column, said in about_words(place, never_said):
            about = {"line": book.line.name, "place": place.key, "column": column, "said": said}
            yield note(
                Sentence("%(line)s: %(place)s, %(column)s: %(said)s", **about),
                Sentence("Then: warmline apply."),
            )
    if not concerns:
        yield fine(
            Sentence(
                "%(line)s: the directory of other places is looked after.", line=book.line.name
            )
        )


def hours(book: LineBook) -> Iterator[Finding]:
    """Whether the line ever opens."""
    known = book.line.hours
    if not any(known.weekly.values()) and not any(day.spans for day in known.holidays):
        yield wrong(
            Sentence("%(line)s never opens.", line=book.line.name),
            Sentence("Give it [hours] in its file, then: warmline apply."),
        )


def people(book: LineBook) -> Iterator[Finding]:
    """Whether there is somebody who can be rung, and who cannot."""
    unread = [one.alias for one in book.supporters if not one.phone]
    refused = [one for one in book.supporters if book.refusal(one.id)]
    waiting = [
        one
        for one in book.supporters
        if one.id in book.unconfirmed and one.phone and not one.paused
    ]
    ready = [
        one
        for one in book.supporters
        if one.phone and not one.paused and one not in refused and one not in waiting
    ]
    if unread:
        yield _numbers_unread(book.line.name, unread)
    for one in refused:
        yield _number_refused(book, one)
    for one in waiting:
        yield _not_confirmed(book.line.name, one.alias)
    yield _can_be_rung(book.line.name, len(ready))


def _numbers_unread(name: str, aliases: Sequence[str]) -> Finding:
    return wrong(
        Sentence(
            "%(line)s: the phone number of %(names)s cannot be read with this secret key.",
            line=name,
            names=tuple(aliases),
        ),
        Sentence(
            "Restore the key that it was sealed with, or run: warmline apply with the line's file."
        ),
    )


def _number_refused(book: LineBook, one: Supporter) -> Finding:
    return wrong(
        Sentence(
            "%(line)s: %(name)s is %(how)s.",
            line=book.line.name,
            name=one.alias,
            how=partial(set_aside, book, one),
        ),
        Sentence("Correct the number in the line's file, then: warmline apply."),
    )


def _not_confirmed(name: str, alias: str) -> Finding:
    return note(
        Sentence(
            "%(line)s: %(name)s has not confirmed their number yet, and is not rung.",
            line=name,
            name=alias,
        ),
        Sentence("Ask them by a text: warmline supporter confirm %(name)s", name=repr(alias)),
    )


def _can_be_rung(name: str, ready: int) -> Finding:
    if ready == 1:
        return fine(Sentence("%(line)s has 1 supporter who can be rung.", line=name))
    if ready:
        return fine(Sentence("%(line)s has %(n)s supporters who can be rung.", line=name, n=ready))
    return wrong(
        Sentence("%(line)s has no supporter who can be rung.", line=name),
        Sentence(
            "Add a [[supporter]] to its file, or set one who is paused back, then: warmline apply."
        ),
    )


def coverage_ahead(book: LineBook, at: datetime) -> Iterator[Finding]:
    """Whether somebody is on duty whenever the line is open in the next hours."""
    name, zone = book.line.name, book.line.zone
    found = _gaps(book, at, at + AHEAD)
    for gap in found:
        yield wrong(
            Sentence(
                "%(line)s is open and nobody is on duty from %(start)s to %(end)s.",
                line=name,
                start=gap.start.astimezone(zone),
                end=gap.end.astimezone(zone),
            ),
            Sentence("Put somebody on with a [[shift]] or a [[one_off]], then: warmline apply."),
        )
    if not found:
        yield fine(
            Sentence(
                "%(line)s: somebody is on duty whenever it is open in the next 24 hours.", line=name
            )
        )


def _gaps(book: LineBook, start: datetime, end: datetime) -> list[Stretch]:
    """Where callers would find nobody, within these instants; quick also on a large line."""
    first, last = (one.astimezone(book.line.zone).date() for one in (start, end))
    days = coverage(book, first, last, [Audience()])[Audience()]
    cut = [Stretch(max(one.start, start), min(one.end, end)) for one in gaps(days)]
    return [one for one in cut if one.start < one.end]


def alerts(book: LineBook) -> Finding:
    """Whether somebody is told when callers find nobody."""
    name = book.line.name
    if book.line.alert_phone:
        return fine(
            Sentence("%(line)s: a coordinator is texted when callers find nobody.", line=name)
        )
    return wrong(
        Sentence("%(line)s: no coordinator is told when callers find nobody.", line=name),
        Sentence("Set alert_phone in its file, then: warmline apply."),
    )


def crisis(book: LineBook) -> Finding:
    """Where key 9 leads."""
    name, number = book.line.name, book.line.crisis_number
    mend = Sentence(
        "Leave crisis_number out of its file for 988, or correct it, then: warmline apply."
    )
    if number == LIFELINE_NUMBER:
        return fine(Sentence("%(line)s: key 9 leads to 988.", line=name))
    try:
        plausible = parse_phone(number, toll_free=True) == number and not FICTION.fullmatch(number)
    except BadNumber:
        plausible = False
    ours = {*book.line.numbers, book.line.alert_phone, *(one.phone for one in book.supporters)}
    if not plausible:
        nobody = Sentence(
            "%(line)s: key 9 leads to %(number)s, where nobody answers.", line=name, number=number
        )
        return wrong(nobody, mend)
    if number in ours:
        back = Sentence(
            "%(line)s: key 9 leads back to the line or to one of its own people.", line=name
        )
        return wrong(back, mend)
    return note(
        Sentence(
            "%(line)s: key 9 leads to %(number)s and not to 988, though callers are told 988.",
            line=name,
            number=number,
        ),
        Sentence("Dial it yourself and hear who answers, at night too."),
    )


def machinery(pulse: Pulse) -> Iterator[Finding]:
    """Whether somebody works. Raises StoreTrouble."""
    for queue, workers in pulse.workers().items():
        if workers == 1:
            yield fine(Sentence('The queue "%(queue)s" has 1 worker.', queue=queue))
        elif workers:
            yield fine(Sentence('The queue "%(queue)s" has %(n)s workers.', queue=queue, n=workers))
        else:
            yield wrong(
                Sentence('Nobody works on the queue "%(queue)s".', queue=queue),
                Sentence(
                    "Start one: python -m workers %(queue)s. warmline serve does it by itself.",
                    queue=queue,
                ),
            )
    if pulse.ticks():
        yield fine(Sentence("A clock runs."))
    else:
        yield wrong(
            Sentence("No clock runs, so phones that nobody reports would be noticed late."),
            Sentence("Start one: python -m workers.clock. warmline serve does it by itself."),
        )
    if overdue := pulse.overdue():
        late = (
            Sentence("1 deadline passed without anybody dealing with it.")
            if overdue == 1
            else Sentence("%(n)s deadlines passed without anybody dealing with it.", n=overdue)
        )
        yield note(
            late,
            Sentence(
                "Look again in a minute; if it stays, look at the logs of the clock and the "
                "workers."
            ),
        )
