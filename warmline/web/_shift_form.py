"""The form about a shift: what it shows, and what was typed into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from werkzeug.datastructures import MultiDict

from warmline.domain.line import WEEK, LineBook, Role, Shift, Weekday
from warmline.domain.rules import Every, Rule, parsed
from warmline.domain.spans import BadSpan, parse_span, span_text
from warmline.services.shifts import NoGood, Wanted

ONCE: Final = ""
AS_IT_IS: Final = "rule"
"""The rule of the shift says more than the form can: it stays."""
WEEKS: Final = {"1": 1, "2": 2, "3": 3, "4": 4}
"""Every so many weeks, by the form's value."""
DAILY, MONTHLY = "daily", "monthly"
LAST: Final = 5
"""The fifth Friday is not in every month: the last one is meant."""


class WrongField(NoGood):
    """One field cannot be as it was typed."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form, as text."""

    who: str = ""
    first: str = ""
    begins: str = "09:00"
    ends: str = "13:00"
    role: str = Role.CALLS.value
    repeats: str = ONCE
    days: frozenset[str] = frozenset()
    last: str = ""
    order: str = ""
    rule: str = ""
    """The rule of the shift that is shown."""

    @classmethod
    def of(cls, shift: Shift, day: date) -> Typed:
        """What is kept, as it is on a day."""
        begins, ends = span_text(shift.span).split("-")
        repeats, days = _repeats(shift.rule)
        return cls(
            who=shift.supporter,
            first=day.isoformat(),
            begins=begins,
            ends="00:00" if ends == "24:00" else ends,
            role=shift.role.value,
            repeats=repeats,
            days=days or frozenset([WEEK[day.weekday()].value]),
            last=shift.last.isoformat() if shift.last else "",
            order=str(shift.order or ""),
            rule=shift.rule,
        )

    @classmethod
    def sent(cls, form: MultiDict[str, str]) -> Typed:
        """What was typed."""
        return cls(
            who=form.get("who", "")[:40],
            first=form.get("first", "")[:10],
            begins=form.get("begins", "")[:5],
            ends=form.get("ends", "")[:5],
            role=form.get("role", "")[:20],
            repeats=form.get("repeats", "")[:10],
            days=frozenset(form.getlist("days")),
            last=form.get("last", "")[:10],
            order=form.get("order", "")[:4].strip(),
            rule=form.get("rule", "")[:200],
        )

    def wanted(self) -> Wanted:
        """What is meant. Raises WrongField."""
        first = _day("first", self.first)
        if first is None:
            raise WrongField("first", "Write the day on which it begins.")
        try:
            span = parse_span(f"{self.begins}-{self.ends}")
        except BadSpan:
            raise WrongField("begins", "Write from when to when, like 18:00 and 22:00.") from None
        return Wanted(
            supporter=self.who,
            span=span,
            rule=self._rule(first),
            first=first,
            last=_day("last", self.last),
            role=Role(self.role) if self.role in set(Role) else Role.CALLS,
            order=self._order(),
        )

    def _rule(self, first: date) -> str:
        if self.repeats == AS_IT_IS:
            return self.rule
        if self.repeats == DAILY:
            return Rule(Every.DAILY, 1, ()).text
        if self.repeats == MONTHLY:
            nth = (first.day - 1) // 7 + 1
            return Rule(Every.MONTHLY, 1, ((-1 if nth == LAST else nth, first.weekday()),)).text
        if self.repeats in WEEKS:
            days = tuple((0, n) for n, one in enumerate(WEEK) if one in self.days)
            if not days:
                raise WrongField("days", "Choose the days of the week.")
            return Rule(Every.WEEKLY, WEEKS[self.repeats], days).text
        return ONCE

    def _order(self) -> int | None:
        if not self.order:
            return None
        if not (self.order.isascii() and self.order.isdigit() and 1 <= int(self.order) <= 99):
            raise WrongField("order", "An order is a number from 1 to 99.")
        return int(self.order)


def people_of(book: LineBook) -> list[tuple[str, str]]:
    """Whose shift it can be: ids and names, by name."""
    found = [(one.id, one.alias) for one in book.supporters]
    return sorted(found, key=lambda one: one[1].casefold())


def _repeats(text: str) -> tuple[str, frozenset[str]]:
    """What the form shows of a rule: how often, and the days of the week."""
    if not text:
        return ONCE, frozenset()
    rule = parsed(text)
    days = frozenset(WEEK[at].value for _, at in rule.days)
    if rule.every is Every.WEEKLY and str(rule.interval) in WEEKS:
        return str(rule.interval), days
    if rule == Rule(Every.DAILY, 1, ()):
        return DAILY, frozenset(Weekday)
    return AS_IT_IS, days


def _day(field: str, typed: str) -> date | None:
    if not typed:
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise WrongField(field, "Write a day like 2027-05-07.") from None
