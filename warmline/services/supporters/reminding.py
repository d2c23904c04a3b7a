"""Reminders of shifts: a text, a text, a call, a backup, the coordinator (see decision 0037).

Each step is noted before it is done: rather none than two, for the next one makes up for it. It
is noted in the database, so that neither a clock that was killed nor an empty store says it twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

import structlog

from warmline.domain.errands import Kind
from warmline.domain.errors import NumberRefused, ProviderTrouble, StoreTrouble
from warmline.domain.line import LineBook, Supporter
from warmline.domain.reminders import (
    ASKED,
    CONFIRMED,
    DAY_AHEAD,
    GIVEN_UP,
    Reminded,
    Step,
    step_due,
)
from warmline.domain.roster import PlannedShift, duties, in_quiet_hours, shifts_between
from warmline.domain.selftest import is_copy
from warmline.ports import Clock, LiveCalls, Phones, Roster, Rota
from warmline.prompts import Catalogue
from warmline.services.supporters.answers import Answer, Asker, Sentence, as_text, language_of, say
from warmline.services.supporters.errands import Errands, QuietNow, TooMany

log = structlog.get_logger(__name__)

AN_HOUR: Final = timedelta(hours=1)
"""How long before a shift ON is a yes to it, and not the beginning of another one."""

Said = Mapping[tuple[str, datetime], dict[str, datetime]]


@dataclass(frozen=True, slots=True)
class _Shift:
    """A planned shift with whose it is, and what was said of shifts."""

    book: LineBook
    person: Supporter
    plan: PlannedShift
    said: Said

    @property
    def mine(self) -> Mapping[str, datetime]:
        """What was said of this one."""
        return self.said.get((self.person.id, self.plan.start), {})

    @property
    def covered(self) -> bool:
        """Whether a backup who was asked has said yes."""
        return any(
            start == self.plan.start and ASKED in steps and CONFIRMED in steps
            for (_, start), steps in self.said.items()
        )


class Reminding:
    """Looks at the plan, and says what is to be said. Looking twice says nothing twice."""

    def __init__(
        self,
        roster: Roster,
        rota: Rota,
        calls: LiveCalls,
        phones: Phones,
        errands: Errands,
        clock: Clock,
        words: Catalogue,
        tell: Callable[[str], None],
    ) -> None:
        """`tell`: tells the coordinator of a line that nobody has said yes to a shift."""
        self._roster = roster
        self._rota = rota
        self._calls = calls
        self._phones = phones
        self._errands = errands
        self._clock = clock
        self._words = words
        self._tell = tell

    def look(self) -> None:
        """At most one step for each shift. Raises StoreTrouble."""
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        for book in self._roster.books():
            coming = [] if is_copy(book.line.id) else _coming(book, now)
            if not coming:
                continue
            said = self._rota.said(book.line.id, now - GIVEN_UP)
            for plan in coming:
                person = book.supporter(plan.supporter)
                if person is not None and _may_be_reminded(book, person, plan, now):
                    self._look_at(_Shift(book, person, plan, said), now)

    def confirms(self, asker: Asker) -> Answer | None:
        """They have said ON: a yes to a shift that was asked about. None when none was.

        A backup who says yes is on from now until the other's shift ends.
        """
        said = self._rota.said(asker.book.line.id, asker.now - GIVEN_UP)
        for plan in _coming(asker.book, asker.now):
            steps = said.get((asker.person.id, plan.start), {})
            if CONFIRMED in steps or plan.start > asker.now + AN_HOUR:
                continue
            if plan.supporter == asker.person.id and {Step.SOON, Step.CALL}.intersection(steps):
                self._rota.say(asker.person.id, plan.start, CONFIRMED, asker.now)
                # Who says so when it has begun wants to hear how things stand.
                return _thanks(plan) if plan.start > asker.now else None
            if ASKED in steps and not plan.backup:
                self._rota.say(asker.person.id, plan.start, CONFIRMED, asker.now)
                since = asker.now.replace(second=0, microsecond=0)
                self._roster.wish_duty(asker.person.id, on=True, since=since, until=plan.end)
                return _thanks(plan)
        return None

    def says_yes(self, book: LineBook, person: Supporter) -> None:
        """The same by key, when they were called."""
        self.confirms(Asker(book, person, datetime.fromtimestamp(self._clock.now(), UTC)))

    # -- inside ---------------------------------------------------------------------------------

    def _look_at(self, shift: _Shift, now: datetime) -> None:
        line, person, plan = shift.book.line, shift.person, shift.plan
        if shift.covered or _is_on(shift.book, person, plan, now):
            return
        quiet = in_quiet_hours(person.limits, line.zone, now)
        known = Reminded(plan.start, plan.backup, shift.mine, quiet)
        step = step_due(known, line.reminders, line.zone, now)
        if step is None or not self._rota.say(person.id, plan.start, step, now):
            return
        try:
            self._do(step, shift, now)
        except (ProviderTrouble, StoreTrouble) as trouble:
            self._rota.unsay(person.id, plan.start, step)
            log.warning("reminder_failed", kind=step.value)
            if isinstance(trouble, StoreTrouble):
                raise

    def _do(self, step: Step, shift: _Shift, now: datetime) -> None:
        log.info("reminder", kind=step.value)
        match step:
            case Step.DAY:
                self._text(shift, shift.person, "text-shift-tomorrow", now)
            case Step.SOON:
                self._text(shift, shift.person, "text-shift-soon", now)
            case Step.CALL:
                with suppress(TooMany, QuietNow):
                    self._errands.ask(Kind.SHIFT, shift.book, shift.person)
            case Step.BACKUP:
                backup = _backup(shift, now)
                if backup and self._rota.say(backup.id, shift.plan.start, ASKED, now):
                    self._text(shift, backup, "text-shift-backup", now)
            case Step.COORDINATOR:
                self._tell(shift.book.line.id)

    def _text(self, shift: _Shift, to: Supporter, message: str, now: datetime) -> None:
        """From the line's number; nothing to who wants no texts."""
        if to.id in shift.book.no_texts or not shift.book.line.numbers:
            return
        sentence: Sentence = say(message, when=shift.plan.start, end=shift.plan.end)
        language = language_of(to, self._words)
        body = as_text((sentence,), Asker(shift.book, to, now), self._words, language)
        with suppress(NumberRefused):
            sid = self._phones.text(to=to.phone, number=shift.book.line.numbers[0], body=body)
            with suppress(StoreTrouble):  # the hourly look finds what the provider keeps of it
                self._calls.forget_later(sid)


def _coming(book: LineBook, now: datetime) -> list[PlannedShift]:
    """Planned shifts that begin within a day, or began a little while ago."""
    found = shifts_between(book, now - GIVEN_UP, now + DAY_AHEAD)
    return [one for one in found if now - GIVEN_UP <= one.start <= now + DAY_AHEAD]


def _may_be_reminded(book: LineBook, person: Supporter, plan: PlannedShift, now: datetime) -> bool:
    """Whether their phone could ring for them; who has said that they are off is left in peace."""
    reachable = person.phone and not person.paused and person.id not in book.unconfirmed
    at = max(now, plan.start)
    off = any(
        wish.supporter == person.id and not wish.on and wish.since <= at < wish.until
        for wish in book.wishes
    )
    return bool(reachable) and not off and book.refusal(person.id) is None


def _is_on(book: LineBook, person: Supporter, plan: PlannedShift, now: datetime) -> bool:
    """Whether they are on by their own word when the shift begins: they need no reminder."""
    return any(
        wish.supporter == person.id and wish.on and wish.since <= now < wish.until > plan.start
        for wish in book.wishes
    )


def _backup(shift: _Shift, now: datetime) -> Supporter | None:
    """Who is on as a backup when the shift begins, and may be asked."""
    on = duties(shift.book, max(now, shift.plan.start))
    zone = shift.book.line.zone
    for person in shift.book.supporters:
        held = on.get(person.id)
        if (
            held is None
            or not held.backup
            or person.id == shift.person.id
            or person.id in shift.book.no_texts
        ):
            continue
        free = person.phone and not person.paused and person.id not in shift.book.unconfirmed
        if free and not in_quiet_hours(person.limits, zone, now):
            return person
    return None


def _thanks(plan: PlannedShift) -> Answer:
    return (say("duty-confirmed", when=plan.start, end=plan.end),)
