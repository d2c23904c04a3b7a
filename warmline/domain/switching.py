"""A line's book as calls find it while a switch is on. Nothing of it is ever written back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from warmline.domain.line import DutyWish, Limits, LineBook, Supporter
from warmline.domain.switches import Means, Switch

STAND_IN: Final = "stand-in-"
TIRELESS: Final = Limits(
    calls_per_shift=1000, talk_minutes_per_shift=4320, rest_hours_between_shifts=0
)
"""Of a number that was chosen for an emergency: it rests after a call like anybody, and that is
all. Somebody who serves anyway keeps their own limits."""


def switched(book: LineBook, switches: Sequence[Switch]) -> LineBook:
    """The book with the hours, and the one number, of its switches, which come oldest first."""
    if not switches:
        return book
    serving = {one.phone: one.id for one in book.supporters if one.phone}
    meant = tuple(
        replace(one, supporter=serving.get(one.phone, STAND_IN + one.id)) if one.phone else one
        for one in switches
    )
    shut = tuple((one.since, one.until) for one in meant if one.means is Means.CLOSED)
    numbers = [one for one in meant if one.phone]
    return replace(
        book,
        line=replace(book.line, hours=replace(book.line.hours, shut=shut)),
        supporters=(*book.supporters, *_stand_ins(book, numbers)),
        wishes=(*book.wishes, *(_on(one) for one in numbers)),
        switches=meant,
    )


def _stand_ins(book: LineBook, switches: Sequence[Switch]) -> Iterator[Supporter]:
    for one in switches:
        if one.supporter.startswith(STAND_IN):
            speaks = book.line.languages
            yield Supporter(one.supporter, one.alias, one.phone, speaks, limits=TIRELESS)


def _on(one: Switch) -> DutyWish:
    return DutyWish(one.supporter, on=True, since=one.since, until=one.until)
