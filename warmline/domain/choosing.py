"""Choosing whom to talk with: what a caller wishes, and who is named to them next.

A wish lives as long as its call and is used to route, nothing else. Whoever is declined is avoided
for the rest of the call, exactly like a supporter who is the caller: no step can tell why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from warmline.domain.line import Kind, LineBook, Supporter
from warmline.domain.matching import ASK_FREELY, Asked, Candidate

MOST: Final = 5
"""No list is longer than a person can hold."""
NAMED_FROM: Final = 2
"""Supporters that a line has before its menu speaks of choosing."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What one caller wishes. Everything that names a supporter is an opaque id."""

    avoid: frozenset[str] = frozenset()
    """Never rung for this call: their own phone, whom they declined, whom they left out."""
    kind: Kind | None = None
    offered: str = ""
    """Whose name was read out last."""
    chosen: str = ""
    """The one who is rung, and nobody else, until the caller was asked again."""
    asking: bool = False
    """The caller is being asked whether anybody else may be rung: nobody is, meanwhile."""
    heard: int = 0
    """How many names were declined."""

    def declined(self) -> Wish:
        """Someone else than the one whose name was read out."""
        if not self.offered:
            return self
        avoid = self.avoid | {self.offered}
        return replace(self, avoid=avoid, offered="", heard=self.heard + 1)

    def taken(self) -> Wish:
        """Yes to the one whose name was read out."""
        return replace(self, chosen=self.offered, offered="", asking=False)

    def unmet(self) -> Wish:
        """Whoever was chosen is not the one, or cannot come: who else may be rung is asked."""
        return replace(self, asking=True)

    def met_another(self) -> Wish:
        """They met the one whom they had chosen, and would like someone else."""
        return replace(self, chosen="", asking=True)

    def widened(self) -> Wish:
        """Any peer, but for those who are avoided."""
        return Wish(avoid=self.avoid)


def both_kinds(book: LineBook) -> bool:
    """Whether the line has peers and family peers, so that it makes sense to ask."""
    return len({supporter.kind for supporter in book.supporters}) > 1


def agencies(book: LineBook) -> list[str]:
    """The agencies that a caller may leave out, as they are said."""
    return sorted({s.agency for s in book.supporters if s.agency})[:MOST]


def left_out(wish: Wish, book: LineBook, agency: str) -> Wish:
    """The wish without any supporter of an agency."""
    theirs = {s.id for s in book.supporters if s.agency == agency}
    return replace(wish, avoid=wish.avoid | theirs)


def next_name(rows: Iterable[Candidate], asked: Mapping[str, Asked]) -> Supporter | None:
    """Whose name is read out next: the first who could be rung now and has not been in vain."""
    for row in rows:
        said = asked.get(row.supporter.id)
        if not row.reasons and (said is None or said in ASK_FREELY):
            return row.supporter
    return None


def as_wished(ids: Iterable[str], wish: Wish) -> list[str]:
    """Of those who may be rung, those who are rung while this wish holds."""
    if wish.asking:
        return []
    return [one for one in ids if not wish.chosen or one == wish.chosen]


def pause_after(wish: Wish) -> bool:
    """Whether so many names were read in a row that the caller is asked if they want more."""
    return wish.heard > 0 and wish.heard % MOST == 0
