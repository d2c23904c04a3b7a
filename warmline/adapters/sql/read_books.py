"""Every line's whole book, read from the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Table, select

from warmline.adapters.sql import tables as t
from warmline.adapters.sql.documents import (
    flood_of,
    hours_of,
    limits_of,
    place_of,
    reminders_of,
    ringing_of,
)
from warmline.adapters.sql.holds import is_held
from warmline.domain.line import (
    DayOff,
    DutyWish,
    Keeper,
    Kind,
    Line,
    LineBook,
    Place,
    PlanKeeper,
    Proposal,
    Refused,
    Role,
    Shift,
    Supporter,
    Swap,
    Voice,
)
from warmline.domain.spans import parse_span
from warmline.domain.switches import Means, Switch


def read_books(
    connection: Connection, open_phone: Callable[[str], str | None], wishes_after: datetime
) -> list[LineBook]:
    """Every line's book, by id.

    A supporter whose phone cannot be opened (None) is in the book without a phone and paused.
    Wishes that were over before `wishes_after` are left out.
    """
    s = t.supporter.c
    numbers = _grouped(connection.execute(select(t.line_number).order_by(t.line_number.c.position)))
    people = _grouped(connection.execute(select(t.supporter).order_by(s.position)))
    places = _grouped(connection.execute(select(t.place).order_by(t.place.c.position)))
    waiting = select(t.place_proposal).order_by(t.place_proposal.c.on, t.place_proposal.c.id)
    proposals = _grouped(connection.execute(waiting))
    shifts = _of_lines(connection, t.shift, order=(t.shift.c.position, t.shift.c.id))
    days_off = _of_lines(connection, t.day_off)
    taken = t.swap.c.taker_id.is_not(None), t.swap.c.ends > wishes_after
    swaps = _of_lines(connection, t.swap, *taken)
    refused = _of_lines(connection, t.refused_number)
    thrown = select(t.emergency_switch).order_by(t.emergency_switch.c.since)
    switches = _grouped(connection.execute(thrown))
    wishes = _of_lines(connection, t.duty_wish, t.duty_wish.c.until > wishes_after)
    held = is_held(connection)
    confirmed = set(connection.scalars(select(t.confirmed_number.c.supporter_id)))
    return [
        LineBook(
            line=_line(row, tuple(number.number for number in numbers[row.id]), open_phone),
            supporters=tuple(_supporter(one, open_phone) for one in people[row.id]),
            shifts=tuple(_shift(one) for one in shifts[row.id]),
            days_off=tuple(
                DayOff(one.supporter_id, one.first, one.last) for one in days_off[row.id]
            ),
            no_texts=frozenset(one.id for one in people[row.id] if one.texts_off),
            swaps=tuple(_swap(one) for one in swaps[row.id]),
            refused=tuple(Refused(one.supporter_id, one.code) for one in refused[row.id]),
            wishes=tuple(
                DutyWish(one.supporter_id, one.on_duty, one.since, one.until, one.anyway)
                for one in wishes[row.id]
            ),
            places=tuple(_place(one) for one in places[row.id]),
            proposals=tuple(_proposal(one) for one in proposals[row.id]),
            unconfirmed=frozenset(one.id for one in people[row.id]) - confirmed,
            switches=tuple(_switch(one, open_phone) for one in switches[row.id]),
            held=held,
        )
        for row in connection.execute(select(t.line).order_by(t.line.c.id))
    ]


def _grouped(rows: Iterable[Row[Any]]) -> dict[str, list[Row[Any]]]:
    """Rows by the line they belong to."""
    groups: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        groups[row.line_id].append(row)
    return groups


def _of_lines(
    connection: Connection, table: Table, *where: Any, order: Sequence[Any] = ()
) -> dict[str, list[Row[Any]]]:
    """Rows that belong to supporters, by the line of the supporter."""
    belongs = table.c.supporter_id == t.supporter.c.id
    query = select(table, t.supporter.c.line_id).join(t.supporter, belongs).where(*where)
    return _grouped(connection.execute(query.order_by(*(order or table.primary_key))))


def _line(row: Row[Any], numbers: tuple[str, ...], open_phone: Callable[[str], str | None]) -> Line:
    def opened(sealed: str) -> str:
        return (open_phone(sealed) or "") if sealed else ""

    return Line(
        id=row.id,
        name=row.name,
        numbers=numbers,
        zone=ZoneInfo(row.zone),
        languages=tuple(row.languages),
        hours=hours_of(row.hours),
        ringing=ringing_of(row.ringing),
        flood=flood_of(row.flood),
        ask_peer_question=row.ask_peer_question,
        crisis_number=row.crisis_number,
        agency_names=row.agency_names,
        tag_words=row.tag_words,
        alert_phone=opened(row.alert_phone_sealed),
        backup_phone=opened(row.backup_phone_sealed),
        shared_numbers=tuple(opened(row.shared_numbers_sealed).split()),
        voices={language: Voice(**voice) for language, voice in row.voices.items()},
        run_by=dict(row.run_by),
        mandated_reporting=dict(row.mandated_reporting),
        survey=row.survey,
        study_key=row.study_key,
        kept_in=PlanKeeper(row.kept_in),
        reminders=reminders_of(row.reminders),
        onboarding=tuple(row.onboarding),
    )


def _supporter(row: Row[Any], open_phone: Callable[[str], str | None]) -> Supporter:
    phone = open_phone(row.phone_sealed)
    return Supporter(
        id=row.id,
        alias=row.alias,
        phone=phone or "",
        languages=tuple(row.languages),
        kind=Kind(row.kind),
        tags=frozenset(row.tags),
        agency=row.agency,
        limits=limits_of(row.limits),
        paused=row.paused or phone is None,
    )


def _swap(row: Row[Any]) -> Swap:
    start = time.fromisoformat(row.start)
    return Swap(row.supporter_id, row.day, start, Role(row.role), row.taker_id)


def _shift(row: Row[Any]) -> Shift:
    return Shift(
        supporter=row.supporter_id,
        rule=row.rule,
        span=parse_span(row.span),
        role=Role(row.role),
        first=row.first,
        last=row.last,
        order=row.ring_order,
        without=tuple(map(date.fromisoformat, row.without)),
        id=row.id,
    )


def _switch(row: Row[Any], open_phone: Callable[[str], str | None]) -> Switch:
    phone = (open_phone(row.phone_sealed) or "") if row.phone_sealed else ""
    return Switch(
        row.id, Means(row.means), row.since, row.until, by=row.by, alias=row.alias, phone=phone
    )


def _place(row: Row[Any]) -> Place:
    values = {name: value for name, value in row._mapping.items() if name in _PLACE_COLUMNS}
    languages, keeper = tuple(row.languages), Keeper(row.kept_in)
    return Place(**{**values, "languages": languages, "kept_in": keeper})


def _proposal(row: Row[Any]) -> Proposal:
    wanted, base = place_of(row.wanted), place_of(row.base)
    return Proposal(row.id, row.key, wanted, base, row.by, row.on)


_PLACE_COLUMNS = {column.name for column in t.place.c} - {"line_id", "position"}
