"""A debrief: a supporter talks with a peer supervisor, by the same rules as a caller with a peer.

It is a call on a line of its own, which is made of the real one: open at any hour, and on duty are
the supervisors of the debrief rota. So nobody who waits for a peer waits with it, and nothing of it
is counted or told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from warmline.domain.flood import Caps
from warmline.domain.line import Hours, Limits, LineBook, Role, Span, Weekday
from warmline.domain.selftest import ALL_DAY, is_copy

MARK: Final = "~debriefs"
"""No line that a coordinator writes down has this in its id."""
LASTS_HOURS: Final = 2
"""For so long a supervisor is looked for when a supporter would like to be called for a debrief."""
_ROLES: Final = {Role.DEBRIEFS: Role.CALLS, Role.DEBRIEFS_BACKUP: Role.BACKUP}
_NO_FLOOD: Final = Caps(calls_a_minute=1000, callers_waiting=1000)


def rest_minutes(limits: Limits) -> int:
    """For how long no caller's call reaches whoever asks for a longer break, or for a debrief."""
    return 2 * limits.long_wrap_up_minutes


def debriefs_id(line_id: str) -> str:
    """The id of the line on which a line's supporters have their debriefs."""
    return line_id if is_debriefs(line_id) else line_id + MARK


def is_debriefs(line_id: str) -> bool:
    """Whether this is such a line, and no real one."""
    return line_id.endswith(MARK)


def original(line_id: str) -> str:
    """The real line of such a line, or of itself."""
    return line_id.removesuffix(MARK)


def is_counted(line_id: str) -> bool:
    """Whether calls on this line are counted, and told of: not test calls, not debriefs."""
    return not is_copy(line_id) and not is_debriefs(line_id)


def debriefs_of(book: LineBook) -> LineBook:
    """The line as a debrief finds it: whoever serves, with the debrief rota as the rota.

    To be on duty by one's own word is for callers; to be off by it counts here, too.
    """
    all_day: tuple[Span, ...] = (ALL_DAY,)
    return replace(
        book,
        line=replace(
            book.line,
            id=debriefs_id(book.line.id),
            hours=Hours(dict.fromkeys(Weekday, all_day)),
            flood=_NO_FLOOD,
            ask_peer_question=False,
            survey=False,
            study_key="",
            alert_phone="",
        ),
        shifts=tuple(
            replace(one, role=_ROLES[one.role]) for one in book.shifts if one.role in _ROLES
        ),
        swaps=tuple(
            replace(one, role=_ROLES[one.role]) for one in book.swaps if one.role in _ROLES
        ),
        wishes=tuple(one for one in book.wishes if not one.on),
    )
