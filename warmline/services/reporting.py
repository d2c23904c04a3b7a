"""An ended call becomes one row, and that is all that stays of it."""

from __future__ import annotations

from warmline.domain.call import State
from warmline.domain.callback import Callback, result
from warmline.domain.live import LiveCall
from warmline.domain.outcome import Facts, row_of
from warmline.domain.selftest import is_copy
from warmline.ports import LiveCalls, Outcomes, Roster


class Reporting:
    """Writes rows. Writing one twice keeps one."""

    def __init__(self, calls: LiveCalls, roster: Roster, outcomes: Outcomes) -> None:
        """`outcomes` is where rows are kept."""
        self._calls = calls
        self._roster = roster
        self._outcomes = outcomes

    def write_row(self, call_id: str) -> None:
        """Count one ended call. One that is unknown or lives is left alone, a test is no call."""
        call = self._calls.peek(call_id)
        if call is None or not call.row or is_copy(call.line):
            self._calls.settled("row", call_id)
            return
        book = self._roster.book(call.line)
        if call.state is not State.ENDED or book is None:
            return
        facts = Facts(
            row=call.row,
            line=call.line,
            language=call.language,
            open=call.open,
            received=call.received,
            wanted_at=call.wanted_at,
            first_bridge=call.first_bridge,
            talked=call.talked,
            ended=call.ended,
            offers=call.offers,
            crisis_key=call.crisis_key,
            crisis_bridge=call.crisis_bridge,
            places=call.places,
            callback=_callback(call),
            flooded=call.flooded,
        )
        self._outcomes.record(row_of(facts, book.line.zone))
        self._calls.settled("row", call_id)


def _callback(call: LiveCall) -> Callback:
    if call.called_back:
        return result(reached=call.reached, tries=call.tries)
    return Callback.PROMISED if call.promised else Callback.NONE
