"""How many could be rung, at every minute of some days, for each sort of caller.

It is the plan alone: shifts for callers with their days off and swaps, quiet hours, and what people
have said about their own duty. Who is paused, not confirmed or refused by the provider is not
counted. Limits of a shift are not foreseen. Everything is worked out in one pass over the shifts,
so that a month of a large line can be drawn while somebody waits for the page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from warmline.domain.hours import Stretch, instant, merged, open_stretches, stretch
from warmline.domain.line import Kind, LineBook, Supporter
from warmline.domain.shifts import FOR_CALLERS, occurrences

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Audience:
    """A sort of caller: in which language, and with which wish. Empty: whoever it is."""

    language: str = ""
    kind: Kind | None = None

    def suits(self, person: Supporter) -> bool:
        """Whether this supporter is one for them."""
        return (not self.language or self.language in person.languages) and (
            self.kind is None or person.kind is self.kind
        )


@dataclass(frozen=True, slots=True)
class Level:
    """So many can be rung from an instant to another (UTC), and whether the line is open."""

    start: datetime
    end: datetime
    on: int
    open: bool

    @property
    def is_gap(self) -> bool:
        """Whether callers find nobody though the line is open."""
        return self.open and not self.on


def audiences(book: LineBook) -> list[Audience]:
    """Everybody; then each language and each kind, where the line has more than one."""
    found = [Audience()]
    if len(book.line.languages) > 1:
        found += [Audience(language=one) for one in book.line.languages]
    if len({one.kind for one in book.supporters}) > 1:
        found += [Audience(kind=one) for one in Kind]
    return found


def day_of(book: LineBook, day: date) -> Stretch:
    """A day of the line's calendar: 23, 24 or 25 hours."""
    zone = book.line.zone
    return Stretch(instant(zone, day, time(0)), instant(zone, day + ONE_DAY, time(0)))


def coverage(
    book: LineBook, first: date, last: date, wanted: Sequence[Audience]
) -> Mapping[Audience, list[Level]]:
    """For each sort of caller the levels of all these days, both included, one after the other."""
    whole = Stretch(day_of(book, first).start, day_of(book, last).end)
    there = _there(book, first, last)
    days = [first + ONE_DAY * n for n in range(-1, (last - first).days + 1)]
    opened = list(open_stretches(book.line.hours, book.line.zone, days))
    return {
        one: list(
            _levels([part for who, part in there if one.suits(who)], opened, whole),
        )
        for one in wanted
    }


def gaps(levels: Iterable[Level]) -> list[Stretch]:
    """Where callers find nobody though the line is open; neighbours are one."""
    return list(merged(Stretch(one.start, one.end) for one in levels if one.is_gap))


def _there(book: LineBook, first: date, last: date) -> list[tuple[Supporter, Stretch]]:
    """Who can be rung when; nobody twice at a time."""
    set_aside = {one.supporter for one in book.refused} | book.unconfirmed
    people = {
        one.id: one
        for one in book.supporters
        if one.phone and not one.paused and one.id not in set_aside
    }
    parts: dict[str, list[Stretch]] = defaultdict(list)
    for one in occurrences(book, first - ONE_DAY, last, FOR_CALLERS):
        if not one.off and one.supporter in people:
            parts[one.supporter].append(Stretch(one.start, one.end))
    for wish in book.wishes:
        if wish.on and wish.supporter in people:
            parts[wish.supporter].append(Stretch(wish.since, wish.until))
    found = []
    for who, theirs in parts.items():
        cuts = sorted(_cuts(book, people[who], first, last))
        whole = merged(sorted(theirs))
        found += [(people[who], part) for part in (less(whole, cuts) if cuts else whole)]
    return found


def _cuts(book: LineBook, person: Supporter, first: date, last: date) -> Iterator[Stretch]:
    """When a supporter is not rung, whatever the plan says."""
    anyway = [
        Stretch(one.since, one.until)
        for one in book.wishes
        if one.supporter == person.id and one.on and one.anyway
    ]
    if person.limits.quiet is not None:
        for n in range(-1, (last - first).days + 1):
            night = stretch(book.line.zone, first + ONE_DAY * n, person.limits.quiet)
            yield from less([night], anyway)
    for wish in book.wishes:
        if wish.supporter == person.id and not wish.on:
            newer = [
                Stretch(one.since, one.until)
                for one in book.wishes
                if one.supporter == person.id and one.on and one.since > wish.since
            ]
            yield from less([Stretch(wish.since, wish.until)], sorted(newer))


def less(parts: Iterable[Stretch], cuts: Sequence[Stretch]) -> Iterator[Stretch]:
    """Stretches with others, which come in order, cut out of them."""
    for part in parts:
        start = part.start
        for cut in cuts:
            if cut.start >= part.end or cut.end <= start:
                continue
            if cut.start > start:
                yield Stretch(start, cut.start)
            start = max(start, cut.end)
        if start < part.end:
            yield Stretch(start, part.end)


def _levels(parts: Iterable[Stretch], opened: Iterable[Stretch], whole: Stretch) -> Iterator[Level]:
    steps: dict[datetime, list[int]] = defaultdict(lambda: [0, 0])
    for n, stretches in enumerate((parts, opened)):
        for part in stretches:
            if part.start < whole.end and part.end > whole.start:
                steps[max(part.start, whole.start)][n] += 1
                steps[min(part.end, whole.end)][n] -= 1
    at, on, is_open = whole.start, 0, 0
    for then in sorted(steps):
        if then > at:
            yield Level(at, then, on, is_open > 0)
            at = then
        on += steps[then][0]
        is_open += steps[then][1]
    if at < whole.end:
        yield Level(at, whole.end, on, is_open > 0)
