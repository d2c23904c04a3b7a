"""SWAP and TAKE: supporters change shifts among each other, without asking permission.

Who offers a shift keeps it until somebody takes it; whoever comes first has it. Swaps stand beside
the plan: neither `warmline apply` nor the console undoes one.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from warmline.domain.errors import NumberRefused, ProviderTrouble, StoreTrouble
from warmline.domain.line import LineBook, Supporter
from warmline.domain.roster import in_quiet_hours
from warmline.domain.said_time import Unclear
from warmline.domain.selftest import is_copy
from warmline.domain.shifts import Occurrence, occurrences
from warmline.domain.swapping import may_take
from warmline.domain.which_shift import NEXT, Which, which
from warmline.ports import Clock, LiveCalls, Phones, Roster, Rota
from warmline.ports.rota import Offer
from warmline.prompts import Catalogue
from warmline.services.supporters.answers import Answer, Asker, Sentence, as_text, language_of, say
from warmline.services.supporters.texts import Word

AHEAD: Final = timedelta(days=28)
LETTERS: Final = "23456789ACDEFHJKMNPRTUVWXY"
"""Of a code: nothing that is read or typed for something else."""
KEEP: Final = frozenset({"NO", "HINDI"})
"""After SWAP: the shift is not offered any more."""


@dataclass(frozen=True, slots=True)
class Open:
    """A shift that somebody else would like to pass on, and that the asker could take."""

    alias: str
    one: Occurrence
    code: str


class Swapping:
    """What is asked by text or on their own page, and the texts to the others.

    A page never waits for those: `look` sends them, once each. Every verb may raise StoreTrouble.
    """

    def __init__(
        self,
        roster: Roster,
        rota: Rota,
        calls: LiveCalls,
        phones: Phones,
        clock: Clock,
        words: Catalogue,
    ) -> None:
        """`words` has the texts beside the prompts."""
        self._roster = roster
        self._rota = rota
        self._calls = calls
        self._phones = phones
        self._clock = clock
        self._words = words

    def offer(self, asker: Asker, meant: Which = NEXT) -> Answer:
        """Offer their next shift to the others, or the next that fits; also one that they took."""
        one = _next_of(asker, meant)
        if one is None:
            return (say("swap-none"),)
        if not any(may_take(asker.book, person, one) for person in asker.book.supporters):
            return (say("swap-nobody", when=one.start),)
        self._rota.offer(one, "".join(secrets.choice(LETTERS) for _ in range(4)))
        return (say("swap-offered", when=one.start),)

    def offered(self, asker: Asker) -> list[tuple[Occurrence, str]]:
        """What they offer themselves and nobody has taken: the shifts with their codes."""
        mine = self._open(asker.book, asker.now)
        return [(one, offer.code) for offer, one in mine if offer.giver == asker.person.id]

    def keep(self, asker: Asker, code: str = "") -> Answer:
        """They keep what they have offered after all: one shift by its code, or each of them."""
        kept = [
            one
            for one, its_code in self.offered(asker)
            if code in ("", its_code) and self._rota.withdraw(asker.person.id, its_code)
        ]
        return tuple(say("swap-kept", when=one.start) for one in kept) or (say("swap-none-kept"),)

    def open_to(self, asker: Asker) -> list[Open]:
        """What others offer and they could take, soonest first."""
        return [
            Open(giver.alias, one, offer.code)
            for offer, one in self._open(asker.book, asker.now)
            if (giver := asker.book.supporter(offer.giver))
            and may_take(asker.book, asker.person, one)
        ]

    def take(self, asker: Asker, code: str) -> Answer:
        """Take a shift that is offered."""
        found = self._open(asker.book, asker.now)
        one = next((one for offer, one in found if offer.code == code), None)
        if one is None:
            return self._theirs_or_gone(asker, code)
        if not may_take(asker.book, asker.person, one):
            return (say("swap-no-rest"),)
        if not self._rota.take(asker.book.line.id, code, asker.person.id):
            return (say("swap-gone"),)
        self._roster.refresh()
        return (say("swap-taken", when=one.start, end=one.end),)

    def look(self) -> None:
        """Ask the others about what is offered, and tell whose shift was taken. Once each."""
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        for book in self._roster.books():
            for offer in [] if is_copy(book.line.id) else self._rota.offers(book.line.id):
                one = _meant(book, offer)
                if one is None or one.end <= now:
                    continue
                if offer.open:
                    self._ask(book, offer, one, now)
                else:
                    self._tell(book, offer, one, now)

    # -- inside ---------------------------------------------------------------------------------

    def _theirs_or_gone(self, asker: Asker, code: str) -> Answer:
        """Who takes a shift a second time wants to be sure: it is theirs."""
        for offer in self._rota.offers(asker.book.line.id):
            mine = offer.code == code and offer.taker == asker.person.id and not offer.open
            if mine and (one := _meant(asker.book, offer)) and one.end > asker.now:
                return (say("swap-taken", when=one.start, end=one.end),)
        return (say("swap-gone"),)

    def _open(self, book: LineBook, now: datetime) -> list[tuple[Offer, Occurrence]]:
        offers = (one for one in self._rota.offers(book.line.id) if one.open)
        found = [(offer, one) for offer in offers if (one := _meant(book, offer)) and one.end > now]
        return sorted(found, key=lambda both: both[1].start)

    def _ask(self, book: LineBook, offer: Offer, one: Occurrence, now: datetime) -> None:
        whose = book.supporter(offer.giver)
        for person in book.supporters if whose else ():
            awake = not in_quiet_hours(person.limits, book.line.zone, now)
            if whose and awake and may_take(book, person, one):
                asked = say(
                    "text-swap-asked",
                    alias=whose.alias,
                    when=one.start,
                    end=one.end,
                    code=offer.code,
                )
                self._text(book, person, one, f"ask-{offer.code}", asked, now)

    def _tell(self, book: LineBook, offer: Offer, one: Occurrence, now: datetime) -> None:
        whose, taker = book.supporter(offer.giver), book.supporter(offer.taker)
        if whose and taker and not in_quiet_hours(whose.limits, book.line.zone, now):
            told = say("text-swap-done", alias=taker.alias, when=one.start)
            self._text(book, whose, one, f"done-{offer.code}", told, now)

    def _text(
        self,
        book: LineBook,
        to: Supporter,
        one: Occurrence,
        step: str,
        sentence: Sentence,
        now: datetime,
    ) -> None:
        """Once; nothing to who wants no texts."""
        if (
            to.id in book.no_texts
            or not book.line.numbers
            or not self._rota.say(to.id, one.start, step, now)
        ):
            return
        asker = Asker(book, to, now)
        body = as_text((sentence,), asker, self._words, language_of(to, self._words))
        try:
            sid = self._phones.text(to=to.phone, number=book.line.numbers[0], body=body)
        except NumberRefused:
            return
        except ProviderTrouble:
            self._rota.unsay(to.id, one.start, step)
            return
        with suppress(StoreTrouble):  # the hourly look finds what the provider keeps of it
            self._calls.forget_later(sid)


def swap_words(swapping: Swapping) -> list[Word]:
    """SWAP, SWAP FRI, SWAP DEC 4 5PM, SWAP NO, and TAKE with a code."""

    def swap(asker: Asker, rest: str) -> Answer:
        if rest in KEEP:
            return swapping.keep(asker)
        try:
            return swapping.offer(asker, which(rest))
        except Unclear:
            return (say("text-swap-unclear"),)

    return [
        Word(("SWAP", "CAMBIO", "PALIT"), swap, "text-help-swap"),
        Word(
            ("TAKE", "TOMO", "KUNIN"),
            lambda asker, rest: swapping.take(asker, rest.replace(" ", "")),
            "text-help-take",
        ),
    ]


def _next_of(asker: Asker, meant: Which) -> Occurrence | None:
    """The first of their shifts that has not begun and fits."""
    today = asker.now.astimezone(asker.zone).date()
    mine = [
        one
        for one in occurrences(asker.book, today, today + AHEAD)
        if one.supporter == asker.person.id
        and not one.off
        and one.start > asker.now
        and meant.fits(one)
    ]
    return min(mine, key=lambda one: one.start, default=None)


def _meant(book: LineBook, offer: Offer) -> Occurrence | None:
    """The shift of an offer, if the plan still has it."""
    return next(
        (
            one
            for one in occurrences(book, offer.day, offer.day, (offer.role,))
            if one.shift.supporter == offer.supporter
            and f"{one.shift.span.start:%H:%M}" == offer.start
        ),
        None,
    )
