"""What we believe to be live, compared with what the provider has: for whatever no deadline covers.

Mostly each call looks after itself: its own deadline asks after its phones (`Ringing.ask_after`).
Here is looked for what has lost its record: the store was emptied, or a report did not come.
"""

from __future__ import annotations

from warmline.domain.errors import ProviderTrouble
from warmline.domain.links import OVER
from warmline.domain.live import Leg
from warmline.domain.matching import Asked
from warmline.services.tools import WithTools

EVERY = 60.0
"""Seconds between two comparisons, while anybody is on the phone."""
LISTED_AFTER = 15.0
"""Seconds after which the provider's list shows a call: it lags, so the young are left alone."""


class Reconciler(WithTools):
    """Compares, and leaves the acting to those who know how."""

    def reconcile(self) -> None:
        """Compare once. While the provider does not answer, it is due again."""
        # The next one is noted first: nobody else begins meanwhile, and it is not lost with us.
        self._calls.deadline("reconcile", "all", self._clock.now() + EVERY)
        numbers = frozenset(n for book in self._roster.books() for n in book.line.numbers)
        try:
            theirs = self._phones.live(numbers)
            ended = self._ended_calls(frozenset(theirs))
            ended += self._ended_phones(frozenset(theirs))
            self._strangers({sid for sid, outbound in theirs.items() if outbound})
        except ProviderTrouble:
            return
        if not theirs and not ended and not self._calls.believed():
            self._calls.settled("reconcile", "all")

    def _ended_calls(self, theirs: frozenset[str]) -> int:
        """Calls that the provider does not have: asked after one by one, as lists may lag."""
        before = self._clock.now() - LISTED_AFTER
        gone = [
            call
            for call in self._calls.believed()
            if call.sid not in theirs and call.received < before
        ]
        for call in gone:
            self._jobs.ask_after(call.id)
        return len(gone)

    def _ended_phones(self, theirs: frozenset[str]) -> int:
        """Supporters who count as busy with a phone that has ended come free."""
        gone = [leg for leg in self._busy_with() if leg.sid and leg.sid not in theirs]
        for leg in gone:
            if not self._phones.is_live(leg.sid):
                self._care.phone_ended(leg.id, Asked.MISSED)
        return len(gone)

    def _busy_with(self) -> list[Leg]:
        people = [one.id for book in self._roster.books() for one in book.supporters]
        before = self._clock.now() - LISTED_AFTER
        presences = self._calls.presences(people).values()
        busy = [one.busy for one in presences if one.busy and one.last_rung < before]
        found = [self._calls.find(leg_id) for leg_id in busy]
        return [one[0] for one in found if one is not None]

    def _strangers(self, outbound: set[str]) -> None:
        """Supporters who sit alone in a room of which nobody knows any more are let out.

        Two who talk are left alone: their talk needs nobody here.
        """
        if not outbound:
            return
        for leg_id, sids in self._phones.rooms().items():
            if len(sids) == 1 and sids[0] in outbound and self._calls.find(leg_id) is None:
                self._jobs.send_supporter(sids[0], leg_id, OVER)
