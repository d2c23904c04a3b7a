"""Errands: asked for on a page, by a command or in a text; run by a job; answered by a phone."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import structlog

from warmline.domain.choosing import wanted
from warmline.domain.errands import (
    CALLS,
    CODES,
    CODES_A_DAY,
    MINUTES,
    MOST,
    WRONG_CODES,
    Errand,
    Kind,
    digits,
    same,
)
from warmline.domain.errors import AnswerLost, NumberRefused, ProviderTrouble
from warmline.domain.line import LineBook, Supporter
from warmline.domain.matching import reasons_against
from warmline.domain.onboarding import How
from warmline.domain.presence import WhyNot
from warmline.domain.provider import Outbound
from warmline.domain.roster import duty, in_quiet_hours
from warmline.ports import Clock, ErrandStore, Jobs, LiveCalls, Phones, Roster
from warmline.prompts import Catalogue
from warmline.services.supporters.answers import language_of

log = structlog.get_logger(__name__)

RING_SECONDS: Final = 25
DAY: Final = 24 * 3600
QUIET: Final = frozenset({Kind.CONFIRM_CALL, Kind.SHIFT, Kind.CODE_CALL})
"""Calls that somebody else may have asked for: not in a supporter's quiet hours."""


@dataclass(frozen=True, slots=True)
class Found:
    """An errand with whose it is, as they are now."""

    errand: Errand
    book: LineBook
    person: Supporter


class TooMany(Exception):
    """They were sent enough of these for now."""


class QuietNow(Exception):
    """They have asked not to be rung at this hour."""


class Errands:
    """What pages, commands and phones ask. Every method may raise StoreTrouble.

    `secret` makes codes: they are worked out when they are needed, and kept nowhere.
    """

    def __init__(
        self,
        store: ErrandStore,
        roster: Roster,
        calls: LiveCalls,
        jobs: Jobs,
        clock: Clock,
        secret: str,
    ) -> None:
        self._store = store
        self._roster = roster
        self._calls = calls
        self._jobs = jobs
        self._clock = clock
        self._secret = secret

    def ask(
        self,
        kind: Kind,
        book: LineBook,
        person: Supporter,
        errand_id: str = "",
        *,
        in_seconds: float = 0,
    ) -> Errand:
        """Have a supporter texted or rung, now or a little later. Raises TooMany, QuietNow."""
        if kind in QUIET and in_quiet_hours(person.limits, book.line.zone, self._now()):
            raise QuietNow
        most, seconds = MOST[kind]
        tried = self._store.count(f"{kind}-{person.id}", seconds)
        today = self._store.count(f"codes-{person.id}", DAY) if kind in CODES else 0
        if tried > most or today > CODES_A_DAY:
            log.info("errand_refused", kind=kind)
            raise TooMany
        errand = Errand(errand_id or secrets.token_hex(16), kind, book.line.id, person.id)
        self._store.begin(errand)
        if in_seconds:
            self._calls.deadline("errand", errand.id, self._clock.now() + in_seconds)
        else:
            self._jobs.errand(errand.id)
        return errand

    def find(self, errand_id: str) -> Found | None:
        """An errand that can still be answered."""
        errand = self._store.errand(errand_id)
        book = self._roster.book(errand.line) if errand else None
        person = book.supporter(errand.supporter) if errand and book else None
        if errand is None or book is None or person is None or not person.phone:
            return None
        return Found(errand, book, person)

    def code(self, found: Found) -> str:
        """The six digits of an errand. A number that has changed has other ones."""
        if found.errand.kind is Kind.CONFIRM_TEXT:
            return digits(self._secret, "confirm", found.person.id, found.person.phone)
        return digits(self._secret, "code", found.errand.id, found.person.phone)

    def opens(self, errand_id: str, typed: str) -> Found | None:
        """Whose page a code opens; None when it is not right, was used, or was tried too often."""
        tried = self._store.count(f"tries-{errand_id}", MINUTES * 60)
        found = self.find(errand_id)
        # The same work for a number that nobody has: how long it takes tells nothing.
        right = self.code(found) if found else digits(self._secret, "code", errand_id, "")
        fits = same(right, typed)
        if not fits or tried > WRONG_CODES or found is None or found.errand.kind not in CODES:
            log.info("code_wrong", count=tried)
            return None
        return found if self._store.first(f"code-{errand_id}") else None

    def confirms(self, book: LineBook, person: Supporter, typed: str) -> bool:
        """Whether this is the code that was texted to their number; it then may be rung."""
        if self._store.count(f"confirms-{person.id}", DAY) > WRONG_CODES:
            return False
        right = digits(self._secret, "confirm", person.id, person.phone)
        return same(right, typed) and self.confirmed(book, person, How.TEXT)

    def confirmed(self, book: LineBook, person: Supporter, how: How) -> bool:
        """They have said yes. Whoever waits on the line may be for them."""
        theirs = self._roster.confirm(person.id, person.phone, how)
        if theirs:
            self._jobs.ring(book.line.id)
        return theirs

    def is_called_for(self, found: Found) -> bool:
        """Whether somebody waits for whom no phone rings, and theirs would but for a practice."""
        book, person, now = found.book, found.person, self._now()
        waiting = [one for one in self._calls.waiting(book.line.id) if not one.ringing]
        if not waiting:
            return False
        presence = self._calls.presences([person.id])[person.id]
        on = duty(book, person.id, now)
        needs = (
            wanted(one.call.wish, one.call.language, one.asked, one.call.again) for one in waiting
        )
        only = (WhyNot.PRACTISING,)
        return any(
            reasons_against(book, person, on, presence, need, now.timestamp()) == only
            for need in needs
        )

    def over(self, errand_id: str) -> None:
        """The call has ended: after a practice call they may be rung again."""
        errand = self._store.errand(errand_id)
        if errand is not None and errand.kind is Kind.PRACTICE:
            self._calls.practised(errand.supporter, errand.line)
        if errand is not None and errand.kind in CALLS and errand.kind not in CODES:
            self._store.over(errand_id)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now(), UTC)


TEXTS: Final[Mapping[Kind, str]] = {
    Kind.CODE_TEXT: "text-code",
    Kind.CONFIRM_TEXT: "text-confirm",
}


class Running:
    """Sends the texts and makes the calls."""

    def __init__(
        self,
        errands: Errands,
        store: ErrandStore,
        calls: LiveCalls,
        phones: Phones,
        clock: Clock,
        words: Catalogue,
    ) -> None:
        """`words` has the texts beside the prompts."""
        self._errands = errands
        self._store = store
        self._calls = calls
        self._phones = phones
        self._clock = clock
        self._words = words

    def run(self, errand_id: str) -> None:
        """Do it, once: rather none than two. Callers' phones go first."""
        found = self._errands.find(errand_id)
        calls = found is not None and found.errand.kind in CALLS
        again = self._calls.slot(errand_id, Outbound.OTHER) if calls else None
        if again is not None:
            self._calls.deadline("errand", errand_id, again)
            return
        self._calls.settled("errand", errand_id)
        if (
            found is None
            or not found.book.line.numbers
            or not self._store.first(f"run-{errand_id}")
        ):
            return
        try:
            sid = self._ring(found) if calls else self._text(found)
        except (NumberRefused, ProviderTrouble) as error:
            log.warning("errand_failed", error=type(error).__name__, kind=found.errand.kind)
            if not isinstance(error, AnswerLost):
                self._errands.over(errand_id)
            return
        if sid:
            self._calls.forget_later(sid)

    def _text(self, found: Found) -> str:
        language = language_of(found.person, self._words)
        body = self._words.text(
            TEXTS[found.errand.kind],
            language,
            code=self._errands.code(found),
            alias=found.person.alias,
            line=found.book.line.name,
        )
        return self._phones.text(
            to=found.person.phone, number=found.book.line.numbers[0], body=body.plain
        )

    def _ring(self, found: Found) -> str:
        """Ring them. Nobody is rung for practice whose phone is taken up by a call."""
        until = self._clock.now() + MINUTES * 60
        if found.errand.kind is Kind.PRACTICE and not self._calls.practise(found.person.id, until):
            return ""
        return self._phones.ring_about(
            to=found.person.phone,
            number=found.book.line.numbers[0],
            errand=found.errand.id,
            seconds=RING_SECONDS,
        )
