"""Now: the live board of a line. Supporters by alias, callers only by how many wait."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from flask import Blueprint, render_template

from warmline.domain.accounts import Role
from warmline.domain.errors import StoreTrouble
from warmline.domain.line import LineBook
from warmline.domain.provider import Troubles
from warmline.domain.switches import Switch, in_force
from warmline.services.board import Board, Doing, HowLong, OnDuty, board, how_long
from warmline.web._guard import a_part, only_for
from warmline.web._here import book_of, house
from warmline.web.menu import in_menu

pages = Blueprint("now", __name__, url_prefix="/console")

LOOKS = frozenset({Role.COORDINATOR, Role.PEER_SUPERVISOR, Role.OPERATOR})


@dataclass(frozen=True, slots=True)
class Shown:
    """What the board shows: None in the place of what the store cannot tell now."""

    book: LineBook
    at: datetime
    board: Board | None
    rung: frozenset[str] = frozenset()
    """Aliases of those whose phone rings, or who have not pressed 1 yet."""
    waited: HowLong | None = None
    troubles: Troubles | None = None
    flood: bool = False

    @property
    def switch(self) -> Switch | None:
        """The emergency switch that is on."""
        return in_force(self.book.switches, self.at)

    @property
    def nobody(self) -> bool:
        """Whether the line is open and nobody on duty could take a call, now or when rested."""
        there = {Doing.FREE, Doing.ON_PHONE, Doing.PRACTISING, Doing.RESTING}
        return bool(
            self.board
            and self.board.open
            and not any(one.doing in there for one in self.board.on_duty)
        )


@pages.get("/<line_id>/now")
@only_for(LOOKS)
@in_menu("Now", 10)
def now(line_id: str) -> str:
    """The board as a page."""
    return render_template("now.html", shown=_look(book_of(line_id)))


@pages.get("/<line_id>/now/board")
@only_for(LOOKS)
@a_part
def fresh(line_id: str) -> str:
    """The board alone, for the page that shows it already."""
    return render_template("_board.html", shown=_look(book_of(line_id)))


def _look(book: LineBook) -> Shown:
    seconds = house().clock.now()
    at = datetime.fromtimestamp(seconds, UTC)
    calls = house().calls
    try:
        presences = calls.presences([one.id for one in book.supporters])
        seen = board(book, presences, calls.waiting(book.line.id), 0, seconds)
        return Shown(
            book,
            at,
            seen,
            _rung(seen.on_duty),
            how_long(seen.longest_wait) if seen.longest_wait is not None else None,
            calls.troubles(),
            calls.in_flood(book.line.id),
        )
    except StoreTrouble:
        return Shown(book, at, None)


def _rung(people: Iterable[OnDuty]) -> frozenset[str]:
    legs = {one.alias: house().calls.find(one.leg) for one in people if one.leg}
    return frozenset(alias for alias, found in legs.items() if found and not found[0].bridged)
