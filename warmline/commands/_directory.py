"""Rows of the directory in sentences, and a row made of `column=value`."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from io import StringIO

from warmline.commands._plain import Sentences
from warmline.domain.directory.facts import why_unconfirmed
from warmline.domain.directory.rows import read
from warmline.domain.line import LineBook, Place
from warmline.services.directory import never_said


def in_short(place: Place, today: date) -> str:
    """One line: key, name, how it is reached, and how it stands."""
    reach = place.dial or place.short_code or place.text or "nothing to call or text"
    return f"{place.key}: {place.name}, {reach}; {standing(place, today)}"


def standing(place: Place, today: date) -> str:
    """Whether it is named, and until when what stands there is taken at its word."""
    if place.waived_by:
        return f"waived by {place.waived_by}: {place.waived_why}"
    if not place.enabled:
        why = why_unconfirmed(place)
        return f"off ({why})" if why else "off"
    if place.verify_by is None:
        return "on; nobody has said until when it holds"
    late = "overdue since" if place.verify_by < today else "holds until"
    return f"on, {late} {place.verify_by}"


def about(place: Place, today: date) -> Iterator[str]:
    """Every fact of a row, one to a line."""
    yield in_short(place, today)
    for one in fields(place):
        value = getattr(place, one.name)
        if value not in ("", None, (), {}):
            yield f"   {one.name.replace('_', ' ')}: {_text(value)}"


def _text(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return " ".join(map(str, value))
        case dict():
            return ", ".join(f"{code}: {said}" for code, said in sorted(value.items()))
        case _:
            return str(value)


def changed_row(book: LineBook, key: str, facts: Sequence[str], today: date) -> Place:
    """The row of a key with what `column=value` says of it. Raises BadFile."""
    values = {"key": key}
    for fact in facts:
        column, sign, value = fact.partition("=")
        if not sign:
            raise Sentences(f'"{fact}" is no fact. Write it like hours=24/7.')
        values[column] = value
    known = [place for place in book.places if place.key == key]
    for name in ("kind", "name"):
        values.setdefault(name, str(getattr(known[0], name)) if known else "")
    out = StringIO()
    table = csv.DictWriter(out, list(values))
    table.writeheader()
    table.writerow(values)
    (row,) = read(out.getvalue(), known, never_said, today)
    if row.unsayable:
        raise Sentences(row.unsayable)
    return row.place
