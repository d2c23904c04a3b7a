"""One phone is rung. Whatever the provider says to that, the caller gets another, and this
supporter is not rung twice.

Nothing here waits: what is to be asked again stands as a deadline.
"""

from __future__ import annotations

from warmline.domain.alarms import next_quarter
from warmline.domain.errors import (
    AnswerLost,
    NumberRefused,
    ProviderTrouble,
    StoreTrouble,
)
from warmline.domain.line import LineBook, Supporter
from warmline.domain.live import Leg, LiveCall
from warmline.domain.matching import Asked
from warmline.domain.provider import Trouble
from warmline.services.care import RING_SLACK
from warmline.services.tools import WithTools
from warmline.services.trouble import noted

FOUND_AFTER = 2.0
"""Seconds after which the provider is asked for a phone that it may have rung."""
SURE_AFTER = 5.0
"""Seconds after which a phone that the provider does not show was not rung: its lists lag."""
KNOWN_EVERYWHERE = 15.0
"""Seconds after which every process has read that a number is set aside."""


class Dialing(WithTools):
    """Rings reserved phones."""

    def dial(self, leg_id: str) -> None:
        """Ring one reserved phone. Only the first worker that asks does."""
        claimed = self._calls.claim(leg_id)
        if claimed is None:
            return
        leg, call = claimed
        book, supporter = self._whose(leg, call)
        if book is None or supporter is None:
            self._care.refuse(leg_id, Asked.FAILED)
            return
        seconds = book.line.ringing.ring_seconds
        try:
            sid = self._phones.ring(
                to=supporter.phone, number=call.number, leg=leg_id, seconds=seconds
            )
        except NumberRefused as refusal:
            self._care.refuse(leg_id, Asked.FAILED, KNOWN_EVERYWHERE)
            self._set_aside(supporter, leg, str(refusal))
        except AnswerLost:
            self._lost(leg)
        except ProviderTrouble as trouble:
            self._not_rung(leg, trouble)
        else:
            self._rings(leg_id, sid, seconds)

    def settle(self, leg_id: str) -> None:
        """Nobody knows whether this phone was rung: the provider is asked for it.

        Most often its own report has come before us.
        """
        found = self._calls.find(leg_id)
        if found is None or found[0].state != "lost":
            return
        leg, call = found
        book, supporter = self._whose(leg, call)
        if call is None or book is None or supporter is None:
            self._care.refuse(leg_id, Asked.TROUBLE)
            return
        seconds = book.line.ringing.ring_seconds
        asked_at = self._calls.presences([leg.supporter])[leg.supporter].last_rung
        age = self._clock.now() - asked_at
        try:
            sid = self._phones.rung(to=supporter.phone, number=call.number, since=asked_at)
        except ProviderTrouble as trouble:
            if age < seconds + RING_SLACK:
                again = self._clock.now() + self._patience.after(trouble)
                self._calls.deadline("leg", leg_id, again)
                return
            sid = None  # if it rang, it rings no more
        if sid is not None:
            self._rings(leg_id, sid, seconds)
        elif age < SURE_AFTER:
            self._calls.deadline("leg", leg_id, asked_at + SURE_AFTER)
        else:
            self._care.refuse(leg_id, Asked.TROUBLE)

    # -- inside ---------------------------------------------------------------------------------

    def _whose(self, leg: Leg, call: LiveCall | None) -> tuple[LineBook | None, Supporter | None]:
        book = self._roster.book(call.line) if call is not None else None
        return book, book.supporter(leg.supporter) if book is not None else None

    def _rings(self, leg_id: str, sid: str, seconds: float) -> None:
        if not self._calls.dialed(leg_id, sid, seconds + RING_SLACK):
            self._jobs.hush(leg_id)

    def _not_rung(self, leg: Leg, trouble: ProviderTrouble) -> None:
        """The next supporter is rung, as soon as the provider lets anybody be rung."""
        pause = noted(self._calls, trouble, self._patience)
        self._care.refuse(leg.id, Asked.TROUBLE, pause)

    def _lost(self, leg: Leg) -> None:
        self._calls.trouble(Trouble.FAILED)
        if self._calls.lost(leg.id, FOUND_AFTER):
            self._jobs.ring(leg.line)

    def _set_aside(self, supporter: Supporter, leg: Leg, code: str) -> None:
        """Not rung again until their number is another one; the coordinator is told once, later."""
        try:
            new = self._roster.set_aside(supporter.id, supporter.phone, code)
        except StoreTrouble:
            return  # the next refusal will be kept
        if new:
            # Not now: the minute of a text would be the minute of a call.
            later = next_quarter(self._clock.now())
            self._calls.deadline("refused", f"{leg.line}|{supporter.id}", later)
