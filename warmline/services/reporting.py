"""An ended call becomes one row and a few sums, and that is all that stays of it."""

from __future__ import annotations

from datetime import UTC, datetime

from warmline.domain.call import State
from warmline.domain.callback import Callback, result
from warmline.domain.debriefs import is_counted
from warmline.domain.exact import sums_of
from warmline.domain.line import Line
from warmline.domain.live import LiveCall
from warmline.domain.outcome import Facts, row_of
from warmline.ports import LiveCalls, Outcomes, Quarters, Roster


class Reporting:
    """Writes rows. Writing one twice keeps one."""

    def __init__(
        self, calls: LiveCalls, roster: Roster, outcomes: Outcomes, quarters: Quarters
    ) -> None:
        """`outcomes` is where rows are kept, `quarters` where answers are."""
        self._calls = calls
        self._roster = roster
        self._outcomes = outcomes
        self._quarters = quarters

    def write_row(self, call_id: str) -> None:
        """Count one ended call. Unknown or live ones are left alone; a test, a debrief is none."""
        call = self._calls.peek(call_id)
        if call is None or not call.row or not is_counted(call.line):
            self._calls.settled("row", call_id)
            return
        book = self._roster.book(call.line)
        if call.state is not State.ENDED or book is None:
            return
        if _about_duty(call):
            self._calls.settled("row", call_id)
            return
        facts = _facts(call)
        self._outcomes.record(row_of(facts, book.line.zone), sums_of(facts, call.sums))
        self._keep_answers(call, book.line)
        self._calls.settled("row", call_id)

    def _keep_answers(self, call: LiveCall, line: Line) -> None:
        said = call.said
        if said is None:
            return
        today = datetime.fromtimestamp(call.ended, UTC).astimezone(line.zone).date()
        if said.answered:
            month = today.replace(day=1)
            self._quarters.answered(said.key, line.id, month, call.language, said.answers)
        if said.box:
            self._quarters.study(said.box_key, line.id, said.box)


def _facts(call: LiveCall) -> Facts:
    return Facts(
        row=call.row,
        line=call.line,
        language=call.language,
        # Whoever reaches no peer because of a flag looks like anybody else who left the menus.
        open=call.open or bool(call.blocked),
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


def _callback(call: LiveCall) -> Callback:
    if call.called_back:
        return result(reached=call.reached, tries=call.tries)
    return Callback.PROMISED if call.promised else Callback.NONE


def _about_duty(call: LiveCall) -> bool:
    """A supporter has called about their duty, and wanted nothing that a caller may want."""
    wanted = call.wanted_at or call.crisis_bridge or call.places or call.promised
    return call.door and not wanted
