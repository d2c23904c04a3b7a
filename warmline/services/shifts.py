"""Changing a line's shifts one by one, as the console and a supporter's own page do.

Whoever changes a shift says which one they were shown, by its fingerprint: when it has changed
meanwhile they are told, with what stands there now, and nothing is lost. The first change makes
the console the keeper of the line (see decision 0030).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Protocol

from warmline.domain.line import DayOff, LineBook, PlanKeeper, Role, Shift, Span
from warmline.domain.rules import BadRule, read_rule
from warmline.domain.shifts import (
    Occurrence,
    begins_on,
    ended,
    fingerprint,
    left_out,
    occurrences,
    single,
)

MOST_DAYS: Final = 100
"""Of one look at the plan."""


MOST_LEAVES: Final = 200
"""Stretches of days off that one supporter has, those that are over among them."""


class PlanEdit(Protocol):
    """The books as they are, and the means to keep another plan."""

    books: tuple[LineBook, ...]

    def keep_plan(self, book: LineBook) -> None:
        """Make the line's shifts, days off and keeper be what the book says; nothing else."""
        ...


class PlanStore(Protocol):
    """Where lines are kept. May raise StoreTrouble."""

    def editing(self) -> AbstractContextManager[PlanEdit]:
        """One transaction in which nobody else edits."""
        ...


class NoGood(ValueError):
    """What is asked for makes no sense. `reason` is a sentence for whoever asked."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Changed(Exception):
    """Somebody else has changed the shift meanwhile. `now` is what stands there; None: gone."""

    def __init__(self, now: Shift | None) -> None:
        super().__init__("The shift was changed meanwhile.")
        self.now = now


@dataclass(frozen=True, slots=True)
class Wanted:
    """A shift as somebody writes it down. `rule` is as in RFC 5545, empty for a single shift."""

    supporter: str
    span: Span
    rule: str = ""
    first: date | None = None
    last: date | None = None
    role: Role = Role.CALLS
    order: int | None = None
    without: tuple[date, ...] = ()

    @classmethod
    def of(cls, shift: Shift) -> Wanted:
        """A shift as it would be written down."""
        return cls(
            shift.supporter,
            shift.span,
            shift.rule,
            shift.first,
            shift.last,
            shift.role,
            shift.order,
            shift.without,
        )

    def shift(self, book: LineBook, shift_id: str) -> Shift:
        """The shift that is meant. Raises NoGood."""
        if book.supporter(self.supporter) is None:
            raise NoGood("There is no such supporter any more.")
        if self.order is not None and not 1 <= self.order <= 99:
            raise NoGood("An order is a number from 1 to 99.")
        rule, until = self._rule()
        last = min((day for day in (until, self.last) if day), default=None)
        if self.first and last and last < self.first:
            raise NoGood("The last day is before the first.")
        return Shift(
            supporter=self.supporter,
            rule=rule,
            span=self.span,
            role=self.role,
            first=self.first,
            last=last if rule else None,
            order=self.order,
            without=self.without if rule else (),
            id=shift_id,
        )

    def _rule(self) -> tuple[str, date | None]:
        if not self.rule:
            if self.first is None:
                raise NoGood("A single shift needs its day.")
            return "", None
        try:
            return read_rule(self.rule, self.first)
        except BadRule as bad:
            raise NoGood(bad.reason) from None


class Shifts:
    """The shifts of every line. Each verb may raise NoGood, Changed, and StoreTrouble.

    `seen` is the fingerprint of the shift that was shown.
    """

    def __init__(
        self, store: PlanStore, new_id: Callable[[], str], known: Callable[[], None] = lambda: None
    ) -> None:
        """`new_id` gives random ids; `known` is called after a change, for who remembers books."""
        self._store = store
        self._new_id = new_id
        self._known = known

    def add(self, line_id: str, wanted: Wanted) -> Shift:
        """A new shift."""
        with self._plan(line_id) as plan:
            return plan.put(wanted.shift(plan.book, self._new_id()))

    def add_many(self, line_id: str, wanted: Sequence[Wanted]) -> int:
        """New shifts, all of them or none. Those that there are already stay as they are.

        How many are new.
        """
        with self._plan(line_id) as plan:
            known = {replace(one, id="") for one in plan.book.shifts}
            fresh = dict.fromkeys(one.shift(plan.book, "") for one in wanted)
            new = [replace(one, id=self._new_id()) for one in fresh if one not in known]
            plan.put_all(new)
            return len(new)

    def change(self, line_id: str, shift_id: str, seen: str, wanted: Wanted) -> Shift:
        """Another shift in the place of this one, on all its days. Days without stay so."""
        with self._plan(line_id) as plan:
            old = plan.shown(shift_id, seen)
            new = wanted.shift(plan.book, shift_id)
            return plan.put(replace(new, without=old.without if new.rule else ()))

    def remove(self, line_id: str, shift_id: str, seen: str) -> None:
        """No such shift any more."""
        with self._plan(line_id) as plan:
            plan.drop(plan.shown(shift_id, seen).id)

    def this_day_only(
        self, line_id: str, shift_id: str, seen: str, day: date, wanted: Wanted | None
    ) -> Shift | None:
        """On one day of the shift there is another one, or none; its other days stay."""
        with self._plan(line_id) as plan:
            old = plan.shown(shift_id, seen, day)
            plan.drop(old.id)
            if rest := left_out(old, day):
                plan.put(rest)
            if wanted is None:
                return None
            once = replace(wanted, rule="", first=wanted.first or day)
            return plan.put(once.shift(plan.book, self._new_id()))

    def from_this_day_on(
        self, line_id: str, shift_id: str, seen: str, day: date, wanted: Wanted | None
    ) -> Shift | None:
        """From one day of the shift on there is another one, or none; what was before stays.

        A rule with an interval keeps its rhythm unless `wanted` names another first day.
        """
        with self._plan(line_id) as plan:
            old = plan.shown(shift_id, seen, day)
            plan.drop(old.id)
            if before := ended(old, day):
                plan.put(before)
            if wanted is None:
                return None
            new = replace(wanted, first=wanted.first or day).shift(plan.book, self._new_id())
            without = tuple(one for one in old.without if one >= day) if new.rule else ()
            return plan.put(replace(new, without=without))

    def copy(
        self, line_id: str, shift_id: str, *, supporter: str = "", day: date | None = None
    ) -> Shift:
        """The same shift once more: for somebody else, or once on a day."""
        with self._plan(line_id) as plan:
            old = plan.named(shift_id)
            if plan.book.supporter(supporter or old.supporter) is None:
                raise NoGood("There is no such supporter any more.")
            new = replace(old, supporter=supporter or old.supporter, id="")
            if day is not None:
                new = single(new, day)
            if any(replace(one, id="") == new for one in plan.book.shifts):
                raise NoGood("This shift is there already: copy it for somebody else or a day.")
            return plan.put(new, self._new_id)

    def day_off(self, line_id: str, supporter: str, first: date, last: date) -> bool:
        """None of their shifts begins on these days. Whether that is new."""
        with self._plan(line_id) as plan:
            if plan.book.supporter(supporter) is None:
                raise NoGood("There is no such supporter any more.")
            if last < first:
                raise NoGood("The last day is before the first.")
            leave = DayOff(supporter, first, last)
            theirs = [one for one in plan.book.days_off if one.supporter == supporter]
            if leave not in theirs and len(theirs) >= MOST_LEAVES:
                raise NoGood("There are very many days off already. Take some of them back first.")
            if leave in theirs:
                return False
            plan.book = replace(plan.book, days_off=(*plan.book.days_off, leave))
            return True

    def no_day_off(self, line_id: str, leave: DayOff) -> bool:
        """These days are no days off any more. Whether they were: if not, nothing happens."""
        with self._plan(line_id) as plan:
            rest = tuple(one for one in plan.book.days_off if one != leave)
            gone = rest != plan.book.days_off
            plan.book = replace(plan.book, days_off=rest)
            return gone

    @contextmanager
    def _plan(self, line_id: str) -> Iterator[_Plan]:
        with self._store.editing() as edit:
            book = next((one for one in edit.books if one.line.id == line_id), None)
            if book is None:
                raise NoGood("There is no such line any more.")
            plan = _Plan(book)
            yield plan
            if plan.book != book:
                kept = replace(plan.book.line, kept_in=PlanKeeper.CONSOLE)
                edit.keep_plan(replace(plan.book, line=kept))
        self._known()


class _Plan:
    """A book that is being changed."""

    def __init__(self, book: LineBook) -> None:
        self.book = book

    def named(self, shift_id: str) -> Shift:
        found = next((one for one in self.book.shifts if one.id == shift_id), None)
        if found is None:
            raise Changed(None)
        return found

    def shown(self, shift_id: str, seen: str, day: date | None = None) -> Shift:
        """The shift as it was shown, which begins on that day. Raises Changed, NoGood."""
        found = self.named(shift_id)
        if fingerprint(found) != seen:
            raise Changed(found)
        if day is not None and not begins_on(found, day, day):
            raise NoGood("This shift does not begin on that day.")
        return found

    def put(self, shift: Shift, new_id: Callable[[], str] | None = None) -> Shift:
        """Keep a shift in its place, or after the others of its sort."""
        if new_id is not None:
            shift = replace(shift, id=new_id())
        places = [one.id for one in self.book.shifts]
        if shift.id in places:
            rows = [shift if one.id == shift.id else one for one in self.book.shifts]
        else:
            rows = [*self.book.shifts, shift]
        self._keep(rows)
        return shift

    def put_all(self, shifts: Iterable[Shift]) -> None:
        """Keep new shifts after the others of their sort."""
        self._keep([*self.book.shifts, *shifts])

    def drop(self, shift_id: str) -> None:
        self._keep(one for one in self.book.shifts if one.id != shift_id)

    def _keep(self, rows: Iterable[Shift]) -> None:
        # As a file has them: first those that come again, then the single ones.
        ordered = tuple(sorted(rows, key=lambda one: not one.rule))
        self.book = replace(self.book, shifts=ordered)


@dataclass(frozen=True, slots=True)
class Shown:
    """One shift of one day as a page shows it, with what a form about it carries."""

    occurrence: Occurrence
    fingerprint: str


def shown(book: LineBook, first: date, last: date) -> list[Shown]:
    """Every shift that begins on these days, by its start; at most `MOST_DAYS` days are looked at.

    Those that nobody does (a day off) are there, too, and say so.
    """
    last = min(last, first + timedelta(days=MOST_DAYS))
    found = sorted(occurrences(book, first, last), key=lambda one: (one.start, one.supporter))
    return [Shown(one, fingerprint(one.shift)) for one in found]
