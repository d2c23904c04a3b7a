"""Where the plan leaves callers alone: open hours in which nobody may be rung."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from warmline.domain.hours import Stretch, days_around, is_open, merged, stretch
from warmline.domain.line import LineBook, Supporter
from warmline.domain.roster import duties, in_quiet_hours, next_change


def gaps(book: LineBook, start: datetime, end: datetime) -> list[Stretch]:
    """The stretches of [start, end) in which the line is open and nobody may be rung (UTC).

    Backups count as there. Who is paused, off by their own word or in quiet hours does not; limits
    of a shift are not foreseen.
    """
    alone = [part for part in _parts(book, start, end) if _is_alone(book, part.start)]
    return list(merged(alone))


def _parts(book: LineBook, start: datetime, end: datetime) -> Iterator[Stretch]:
    """[start, end) cut wherever anything may change, so that nothing does within a part."""
    quiet = sorted(set(_quiet_edges(book.supporters, book, start, end)))
    at = start
    while at < end:
        changes = [next_change(book, at), next((edge for edge in quiet if edge > at), None)]
        then = min([change for change in changes if change] + [end])
        yield Stretch(at, min(then, end))
        at = then


def _quiet_edges(
    people: Iterable[Supporter], book: LineBook, start: datetime, end: datetime
) -> Iterator[datetime]:
    zone = book.line.zone
    for day in days_around(zone, start, ahead=(end - start).days + 2):
        for person in people:
            if person.limits.quiet is not None:
                part = stretch(zone, day, person.limits.quiet)
                yield from (part.start, part.end)


def _is_alone(book: LineBook, at: datetime) -> bool:
    if not is_open(book.line.hours, book.line.zone, at):
        return False
    on = duties(book, at)
    return not any(
        person.id in on
        and not person.paused
        and person.id not in book.unconfirmed
        and not in_quiet_hours(person.limits, book.line.zone, at)
        for person in book.supporters
    )
