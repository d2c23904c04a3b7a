"""Those on duty of one line in the order in which they ring, kept up as they change.

With ten thousand supporters on duty a look at all of them, for each caller, would take most of a
second. Here whoever has changed takes a new place, and a caller is shown the first few who suit.
`matching.survey` says the same of everybody, slowly; a test holds the two together.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Container, Iterable, Iterator, Mapping

from warmline.domain.line import LineBook, Supporter
from warmline.domain.matching import Candidate, Order, Wanted, reasons_against
from warmline.domain.presence import Presence
from warmline.domain.roster import Duty


class Pool:
    """The supporters of one book who are on duty by its plan."""

    def __init__(
        self, book: LineBook, on_duty: Mapping[str, Duty], presences: Mapping[str, Presence]
    ) -> None:
        """`presences`: of those of whom something is known; the others have rested long."""
        self.book = book
        self.on_duty = on_duty
        self._people: dict[str, Supporter] = {
            one.id: one for one in book.supporters if one.id in on_duty
        }
        self._rows = {
            who: self._row(who, presences.get(who, Presence(who))) for who in self._people
        }
        self._order: list[Order] = sorted(row.order for row in self._rows.values())

    def change(self, presences: Iterable[Presence]) -> None:
        """What is true of these supporters now; those who are not of this pool are passed over."""
        for presence in presences:
            old = self._rows.get(presence.supporter)
            if old is None:
                continue
            new = self._rows[presence.supporter] = self._row(presence.supporter, presence)
            if new.order != old.order:
                del self._order[bisect_left(self._order, old.order)]
                insort(self._order, new.order)

    def free(self, wanted: Wanted, now: float, but: Container[str] = ()) -> Iterator[Candidate]:
        """Who may be rung for a caller now, best first, without those in `but`.

        As `survey` has them: whoever was lost first, then who speaks the caller's own language.
        """
        again = self._rows.get(wanted.again)
        if again is not None and wanted.again not in but:
            yield from self._suits(again, wanted, now)
        for own in (True, False) if wanted.also else (True,):
            for *_, who in self._order:
                row = self._rows[who]
                speaks = wanted.language in row.supporter.languages
                if speaks is own and row is not again and who not in but:
                    yield from self._suits(row, wanted, now)

    def _suits(self, row: Candidate, wanted: Wanted, now: float) -> Iterator[Candidate]:
        if not reasons_against(self.book, row.supporter, row.duty, row.presence, wanted, now):
            yield row

    def _row(self, who: str, presence: Presence) -> Candidate:
        return Candidate(self._people[who], self.on_duty[who], presence, ())
