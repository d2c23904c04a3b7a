"""A line's whole book written to the tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select

from warmline.adapters.sql import tables as t
from warmline.adapters.sql.documents import (
    flood_document,
    hours_document,
    limits_document,
    place_document,
    reminders_document,
    ringing_document,
)
from warmline.domain.line import Line, LineBook, Supporter
from warmline.domain.spans import span_text


def write_book(connection: Connection, book: LineBook, seal_text: Callable[[str], str]) -> None:
    """Make the database hold this book for this line: what is not in it goes.

    Supporters keep their row by id, and with it their wishes, which are not written from here.
    """
    _write_line(connection, book.line, seal_text)
    _write_supporters(connection, book, lambda person: seal_text(person.phone))
    write_plan(connection, book)
    write_directory(connection, book)


def write_directory(connection: Connection, book: LineBook) -> None:
    """Make the database hold this book's other places, and what is proposed of them."""
    for table in (t.place, t.place_proposal):
        connection.execute(delete(table).where(table.c.line_id == book.line.id))
    _insert(
        connection,
        t.place,
        [
            {
                **asdict(place),
                "languages": list(place.languages),
                "kept_in": place.kept_in.value,
                "line_id": book.line.id,
                "position": n,
            }
            for n, place in enumerate(book.places)
        ],
    )
    _insert(
        connection,
        t.place_proposal,
        [
            {
                "id": one.id,
                "line_id": book.line.id,
                "key": one.key,
                "wanted": place_document(one.wanted),
                "base": place_document(one.base),
                "by": one.by,
                "on": one.on,
            }
            for one in book.proposals
        ],
    )


def write_plan(connection: Connection, book: LineBook) -> None:
    """Make the database hold this book's shifts and days off, and by whom they are kept."""
    _kept_in(connection, book)
    here = select(t.supporter.c.id).where(t.supporter.c.line_id == book.line.id)
    for table in (t.shift, t.day_off):
        connection.execute(delete(table).where(table.c.supporter_id.in_(here)))
    _insert(
        connection,
        t.shift,
        [
            {
                "id": shift.id,
                "supporter_id": shift.supporter,
                "position": n,
                "rule": shift.rule,
                "first": shift.first,
                "last": shift.last,
                "without": [day.isoformat() for day in shift.without],
                "span": span_text(shift.span),
                "role": shift.role.value,
                "ring_order": shift.order,
            }
            for n, shift in enumerate(book.shifts)
        ],
    )
    _insert(
        connection,
        t.day_off,
        [
            {"supporter_id": row.supporter, "first": row.first, "last": row.last}
            for row in book.days_off
        ],
    )


def write_person(connection: Connection, book: LineBook, person: Supporter) -> None:
    """Make the database hold what one supporter says about themselves, and who keeps the line."""
    _kept_in(connection, book)
    theirs = t.supporter.update().where(t.supporter.c.id == person.id)
    connection.execute(
        theirs.values(
            alias=person.alias,
            kind=person.kind.value,
            languages=list(person.languages),
            tags=sorted(person.tags),
            limits=limits_document(person.limits),
        )
    )


def write_supporter(
    connection: Connection, book: LineBook, person: Supporter, sealed: str | None
) -> None:
    """Make the database hold one supporter, and who keeps the line. `sealed` is a new number.

    Someone whose number cannot be read counts as paused; that is not written.
    """
    _kept_in(connection, book)
    values = _supporter_values(person)
    if not person.phone:
        del values["paused"]
    if sealed is not None:
        values["phone_sealed"] = sealed
    s = t.supporter.c
    known = connection.execute(t.supporter.update().where(s.id == person.id).values(values))
    if not known.rowcount:
        last = connection.scalar(select(func.max(s.position)).where(s.line_id == book.line.id))
        place = 0 if last is None else last + 1
        new = insert(t.supporter).values(
            id=person.id, line_id=book.line.id, position=place, **values
        )
        connection.execute(new)


def delete_supporter(connection: Connection, book: LineBook, supporter_id: str) -> None:
    """Delete one supporter with all that belongs to them, and say who keeps the line."""
    _kept_in(connection, book)
    connection.execute(delete(t.supporter).where(t.supporter.c.id == supporter_id))


def _kept_in(connection: Connection, book: LineBook) -> None:
    kept = t.line.update().where(t.line.c.id == book.line.id)
    connection.execute(kept.values(kept_in=book.line.kept_in.value))


def _supporter_values(person: Supporter) -> dict[str, Any]:
    """What is written of a supporter besides their number and place."""
    return {
        "alias": person.alias,
        "languages": list(person.languages),
        "kind": person.kind.value,
        "tags": sorted(person.tags),
        "agency": person.agency,
        "limits": limits_document(person.limits),
        "paused": person.paused,
    }


def _write_line(connection: Connection, line: Line, seal_text: Callable[[str], str]) -> None:
    values = {
        "name": line.name,
        "zone": line.zone.key,
        "languages": list(line.languages),
        "hours": hours_document(line.hours),
        "ringing": ringing_document(line.ringing),
        "flood": flood_document(line.flood),
        "ask_peer_question": line.ask_peer_question,
        "crisis_number": line.crisis_number,
        "agency_names": _names(line.agency_names),
        "tag_words": _names(line.tag_words),
        "alert_phone_sealed": seal_text(line.alert_phone) if line.alert_phone else "",
        "backup_phone_sealed": seal_text(line.backup_phone) if line.backup_phone else "",
        "shared_numbers_sealed": (
            seal_text(" ".join(line.shared_numbers)) if line.shared_numbers else ""
        ),
        "voices": _voices(line),
        "run_by": line.run_by,
        "mandated_reporting": line.mandated_reporting,
        "survey": line.survey,
        "study_key": line.study_key,
        "kept_in": line.kept_in.value,
        "reminders": reminders_document(line.reminders),
        "onboarding": list(line.onboarding),
    }
    changed = connection.execute(t.line.update().where(t.line.c.id == line.id).values(values))
    if not changed.rowcount:
        connection.execute(insert(t.line).values(id=line.id, **values))
    _write_numbers(connection, line)


def _names(names: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    return {code: dict(words) for code, words in names.items()}


def _voices(line: Line) -> dict[str, dict[str, str]]:
    return {language: asdict(voice) for language, voice in line.voices.items()}


def write_about(connection: Connection, line: Line, alert_sealed: str | None) -> None:
    """Make the database hold what a line says and how, its hours and numbers, and its keeper.

    `alert_sealed` is another number to be told; None: it stays as it lies there.
    """
    values: dict[str, Any] = {
        "name": line.name,
        "zone": line.zone.key,
        "languages": list(line.languages),
        "hours": hours_document(line.hours),
        "run_by": line.run_by,
        "mandated_reporting": line.mandated_reporting,
        "agency_names": _names(line.agency_names),
        "tag_words": _names(line.tag_words),
        "voices": _voices(line),
        "kept_in": line.kept_in.value,
    }
    if alert_sealed is not None:
        values["alert_phone_sealed"] = alert_sealed
    connection.execute(t.line.update().where(t.line.c.id == line.id).values(values))
    _write_numbers(connection, line)


def _write_numbers(connection: Connection, line: Line) -> None:
    gone = t.line_number.c.line_id == line.id
    connection.execute(delete(t.line_number).where(gone))
    _insert(
        connection,
        t.line_number,
        [
            {"number": number, "line_id": line.id, "position": n}
            for n, number in enumerate(line.numbers)
        ],
    )


def _write_supporters(
    connection: Connection, book: LineBook, seal: Callable[[Supporter], str]
) -> None:
    s = t.supporter.c
    here = select(s.id).where(s.line_id == book.line.id)
    stay = [one.id for one in book.supporters]
    connection.execute(delete(t.supporter).where(s.line_id == book.line.id, s.id.not_in(stay)))
    known = set(connection.scalars(here))
    # Aliases may be swapped between two supporters: nobody may be in the other's way meanwhile.
    for n, one in enumerate(sorted(known)):
        connection.execute(t.supporter.update().where(s.id == one).values(alias=f"~{n}"))
    for n, person in enumerate(book.supporters):
        values = {"position": n, "phone_sealed": seal(person), **_supporter_values(person)}
        if person.id in known:
            connection.execute(t.supporter.update().where(s.id == person.id).values(values))
        else:
            new = insert(t.supporter).values(id=person.id, line_id=book.line.id, **values)
            connection.execute(new)


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
