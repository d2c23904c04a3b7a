"""What is true of all supporters, in memory: each look at a call brings what has changed since.

So a page that has to know who could come looks once, however many supporters there are. Nothing
here decides anything: the judge reserves, and what a process has forgotten it reads at its next
look. The threads of a process share it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from threading import Lock

from warmline.domain.live import NOTHING, Note, Waiting
from warmline.domain.presence import Changes, Presence
from warmline.ports import LiveCalls


class Known:
    """The supporters of all lines, as the last look at any call has left them."""

    def __init__(self, calls: LiveCalls) -> None:
        """Nothing is known before the first look."""
        self._calls = calls
        self._lock = Lock()
        self._since = Changes()
        self._presences: Mapping[str, Presence] = {}

    @property
    def presences(self) -> Mapping[str, Presence]:
        """By id, those of whom anything is known; it is replaced and never changed."""
        return self._presences

    def look(self, call_id: str, note: Note = NOTHING) -> Waiting | None:
        """The same as the judge's `look`; afterwards `presences` are those of that moment."""
        since = self._since
        one = self._calls.look(call_id, note, since)
        if one is not None and one.changes is not None:
            with self._lock:
                self._take(one.changes, since)
        return one

    def refresh(self) -> None:
        """Read all that has changed, so that the first caller does not wait for it."""
        since = self._since
        new = self._calls.changes(since)
        with self._lock:
            self._take(new, since)

    def _take(self, new: Changes, asked: Changes) -> None:
        """Of two looks at once, the later one has all that the earlier one has."""
        same = new.mark == self._since.mark
        overtaken = asked is not self._since and same and new.upto <= self._since.upto
        if overtaken or not (new.whole or (same and new.presences)):
            return
        before = {} if new.whole else self._presences
        self._presences = {**before, **{one.supporter: one for one in new.presences}}
        self._since = replace(new, presences=())
