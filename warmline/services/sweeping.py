"""Deadlines that have passed, acted on by the clock, or by one of several."""

from __future__ import annotations

from contextlib import suppress

from warmline.domain.errors import StoreTrouble, TooLate
from warmline.domain.live import Due
from warmline.domain.matching import Asked
from warmline.services.follow import follow
from warmline.services.tools import WithTools

MAY_RING = frozenset({"dialing", "lost"})
"""States of a phone that was asked for, and of which the provider has said nothing yet."""


class Sweeper(WithTools):
    """Looks at what is due. Several may run at once: each deadline is lent to one of them."""

    def sweep(self) -> int:
        """Deal with everything that is due; how many deadlines that was.

        One that fails does not keep the others from being dealt with; then its error is raised. It
        is due again in some seconds, like everything that is not struck off. Raises StoreTrouble.
        """
        due = self._calls.due()
        failed: list[Exception] = []
        for one in due:
            try:
                self._deal_with(one)
            except StoreTrouble:
                raise
            except Exception as error:  # noqa: BLE001  # raised below
                failed.append(error)
        if failed:
            raise failed[0]
        return len(due)

    def forget(self) -> int:
        """Ask for the deletion of what the provider still keeps; how many were asked for.

        A store that knows of nothing may have been emptied: then it is compared with the provider.
        """
        self._calls.awake()
        if any(book.held for book in self._roster.books()):
            return 0  # nothing is deleted: they wait
        sids = self._calls.to_forget()
        for sid in sids:
            self._jobs.forget(sid)
        return len(sids)

    def look_for_leftovers(self) -> None:
        """Ask for what the provider keeps of every line though nobody noted it."""
        for book in self._roster.books():
            self._jobs.look_for_leftovers(book.line.id)

    def tidy(self) -> None:
        """Ask for the deletion of what has had its time in the database."""
        self._jobs.tidy()

    def compact(self) -> None:
        """Let the store's file forget what the store has forgotten."""
        self._calls.compact()

    def _deal_with(self, due: Due) -> None:
        match due.kind:
            case "step":
                self._jobs.ring(due.id)
            case "join":
                self._jobs.join(due.id)
            case "call":
                self._jobs.call_back(due.id)
            case "callback":
                self._expire(due.id)
            case "guest":
                self._jobs.bring_in(due.id)
            case "handing":
                self._jobs.stays(due.id)
            case "fetch":
                self._jobs.fetch(due.id)
            case "row":
                self._jobs.write_row(due.id)
            case "leg":
                self._give_up_phone(due)
            case "rest":
                self._rested(due)
            case "gone":
                self._jobs.ask_after(due.id)
            case "alert":
                self._jobs.nobody_answered(due.id)
            case "refused":
                line_id, _, supporter_id = due.id.partition("|")
                self._jobs.number_refused(supporter_id, line_id)
            case "selftest":
                self._jobs.go_on_with_selftest(due.id)
            case "hush":
                self._jobs.hush(due.id)
            case "text":
                self._jobs.send_number(due.id)
            case "errand":
                self._jobs.errand(due.id)
            case "reconcile":
                self._jobs.reconcile()
            case _:
                self._calls.struck(due)

    def _give_up_phone(self, due: Due) -> None:
        found = self._calls.find(due.id)
        if found is not None:
            leg, _ = found
            if leg.state in MAY_RING and not leg.sid:
                # It stays due until the provider has been asked.
                self._calls.lost(leg.id, 0)
                self._jobs.settle(leg.id)
                return
            rang = leg.state in {"ringing", "asked"}
            # A phone that no worker came to dial has not failed, and may be rung again.
            self._care.refuse(leg.id, Asked.MISSED if rang else Asked.TROUBLE)
            if leg.sid:
                self._calls.deadline("hush", leg.id, self._clock.now())
                self._jobs.hush(leg.id)
        self._calls.struck(due)

    def _expire(self, call_id: str) -> None:
        """Nobody could call them back in twelve hours: what was kept for it is gone."""
        with suppress(TooLate):
            moved = self._calls.expire(call_id)
            if moved is not None:
                follow(self._jobs, moved)

    def _rested(self, due: Due) -> None:
        for book in self._roster.books():
            if book.supporter(due.id) is not None:
                self._jobs.ring(book.line.id)
        self._calls.struck(due)
