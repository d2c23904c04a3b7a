"""What a caller who stays on after a talk may say: three answers, and the code of a study."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from warmline.domain.after_talk import Said, is_code, plain
from warmline.domain.line import Line
from warmline.domain.live import LiveCall, Note
from warmline.ports import Clock, LiveCalls, Roster
from warmline.services.desk import UnknownCall

Box = Callable[[str, str], str]
"""Seals a text with a public key, so that only whoever has the other one can read it."""
NOTHING: Final = Said("", "")


class AfterTalk:
    """Off unless a line has switched it on; each of the two by itself."""

    def __init__(self, calls: LiveCalls, roster: Roster, clock: Clock, box: Box) -> None:
        """Nothing is kept here."""
        self._calls = calls
        self._roster = roster
        self._clock = clock
        self._box = box

    def asks(self, call: LiveCall) -> bool:
        """Whether this caller may be asked the questions: they have talked, and were not yet."""
        return self._has(call, lambda line: line.survey) and call.said is None

    def takes_code(self, call: LiveCall) -> bool:
        """Whether this caller may key the code of a study, or could again."""
        known = call.said or NOTHING
        return self._has(call, lambda line: bool(line.study_key)) and not known.box

    def answer(self, call: LiveCall, question: int, answer: int) -> None:
        """Keep an answer, 1 to 5, to a question, 1 to 3, until the row is written."""
        self._keep(call, _said(call).answering(question, answer))

    def code(self, call: LiveCall, keys: str) -> bool:
        """Seal the code for the evaluator with the answers; False when it can be none.

        The code itself is kept nowhere.
        """
        book = self._roster.book(call.line)
        if book is None or not is_code(keys):
            return False
        said = _said(call)
        today = datetime.fromtimestamp(self._clock.now(), UTC).astimezone(book.line.zone).date()
        text = plain(keys, today, said.answers)
        self._keep(call, said.boxed(self._box(book.line.study_key, text)))
        return True

    def _has(self, call: LiveCall, wanted: Callable[[Line], bool]) -> bool:
        book = self._roster.book(call.line)
        return book is not None and bool(call.first_bridge) and wanted(book.line)

    def _keep(self, call: LiveCall, said: Said) -> None:
        if self._calls.look(call.id, Note(said=said)) is None:
            raise UnknownCall


def _said(call: LiveCall) -> Said:
    return call.said or Said(secrets.token_hex(16), secrets.token_hex(16))
