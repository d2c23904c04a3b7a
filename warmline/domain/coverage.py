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
from operator import attrgetter

from warmline.domain.hours import Stretch, instant, merged, open_stretches, stretch
from warmline.domain.line import DutyWish, Kind, LineBook, Supporter
from warmline.domain.shifts import FOR_CALLERS, occurrences

ONE_DAY = timedelta(days=1)
_START = attrgetter("start")


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
    days = [first + ONE_DAY * n for n in range(-1, (last - first).days + 1)]
    opened = open_stretches(book.line.hours, book.line.zone, days)
    sorts = {one.id: tuple(who.suits(one) for who in wanted) for one in book.supporters}
    parts = [(part, sorts[who]) for who, part in _there(book, first, last)]
    return dict(zip(wanted, _levels(parts, opened, whole, len(wanted)), strict=True))


def gaps(levels: Iterable[Level]) -> list[Stretch]:
    """Where callers find nobody though the line is open; neighbours are one."""
    return list(merged(Stretch(one.start, one.end) for one in levels if one.is_gap))


def _there(book: LineBook, first: date, last: date) -> Iterator[tuple[str, Stretch]]:
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
    wishes: dict[str, list[DutyWish]] = defaultdict(list)
    for wish in book.wishes:
        wishes[wish.supporter].append(wish)
    for who, theirs in parts.items():
        cuts = sorted(_cuts(book, people[who], wishes[who], first, last))
        whole = merged(sorted(theirs, key=_START))
        yield from ((who, part) for part in (less(whole, cuts) if cuts else whole))


def _cuts(
    book: LineBook, person: Supporter, wishes: Sequence[DutyWish], first: date, last: date
) -> Iterator[Stretch]:
    """When a supporter is not rung, whatever the plan says. `wishes` are theirs."""
    anyway = sorted(Stretch(one.since, one.until) for one in wishes if one.on and one.anyway)
    if person.limits.quiet is not None:
        for n in range(-1, (last - first).days + 1):
            night = stretch(book.line.zone, first + ONE_DAY * n, person.limits.quiet)
            yield from less([night], anyway) if anyway else (night,)
    for wish in wishes:
        if not wish.on:
            newer = sorted(
                Stretch(one.since, one.until) for one in wishes if one.on and one.since > wish.since
            )
            yield from less([Stretch(wish.since, wish.until)], newer)


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


def _levels(
    parts: Iterable[tuple[Stretch, tuple[bool, ...]]],
    opened: Iterable[Stretch],
    whole: Stretch,
    sorts: int,
) -> list[list[Level]]:
    """The levels of each sort of caller, by one look at everything in its order.

    With each stretch of a supporter stands for which sorts they are.
    """
    steps: dict[datetime, list[int]] = {}

    def step(part: Stretch, counts: Sequence[int]) -> None:
        for at, way in ((max(part.start, whole.start), 1), (min(part.end, whole.end), -1)):
            here = steps.setdefault(at, [0] * (sorts + 1))
            for n in counts:
                here[n] += way

    which: dict[tuple[bool, ...], list[int]] = {}
    for part, suits in parts:
        if part.start < whole.end and part.end > whole.start:
            if suits not in which:
                which[suits] = [n for n, suit in enumerate(suits) if suit]
            step(part, which[suits])
    for part in opened:
        if part.start < whole.end and part.end > whole.start:
            step(part, [sorts])
    steps.setdefault(whole.end, [0] * (sorts + 1))
    found: list[list[Level]] = [[] for _ in range(sorts)]
    begun, on = [whole.start] * sorts, [0] * (sorts + 1)
    for then in sorted(steps):
        change = steps[then]
        now = [old + new for old, new in zip(on, change, strict=True)]
        turned = (now[sorts] > 0) != (on[sorts] > 0)
        for n in range(sorts):
            if then > begun[n] and (turned or now[n] != on[n] or then == whole.end):
                found[n].append(Level(begun[n], then, on[n], on[sorts] > 0))
                begun[n] = then
        on = now
    return found
