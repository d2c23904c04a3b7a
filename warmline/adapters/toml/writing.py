"""A line written down as `read_line_file` reads it: applied again, it changes nothing.

It holds the supporters' telephone numbers in clear, as every such file does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from warmline.adapters.toml.places import POLICE
from warmline.domain.line import (
    WEEK,
    Keeper,
    Limits,
    Line,
    LineBook,
    Place,
    Role,
    Shift,
    Span,
    Supporter,
)
from warmline.domain.places import LIFELINE_NUMBER
from warmline.domain.rules import plain_week
from warmline.domain.spans import span_text

Values = Iterable[tuple[str, object]]

HEAD = """\
# Written by `warmline export`. Applied again, it changes nothing: warmline apply FILE
# While a line is kept in the console, a file takes it over with: warmline apply FILE --take-over
"""


def write_line_file(book: LineBook) -> str:
    """The file of a line. Rows of the directory that are not kept in its file are left out."""
    alias = {one.id: one.alias for one in book.supporters}
    parts = [
        HEAD,
        *_line(book),
        *(_table("[[supporter]]", _supporter(one, book)) for one in book.supporters),
        *_names("agency", book.line.agency_names, {one.agency for one in book.supporters}),
        *_names("tags", book.line.tag_words, {*book.line.tag_words}),
        *(_shift(one, alias[one.supporter]) for one in book.shifts if one.rule),
        *(_shift(one, alias[one.supporter]) for one in book.shifts if not one.rule),
        *(
            _table(
                "[[day_off]]",
                [("supporter", alias[one.supporter]), ("first", one.first), ("last", one.last)],
            )
            for one in book.days_off
        ),
        *(_table("[[place]]", _place(one)) for one in book.places if one.kept_in is Keeper.FILE),
    ]
    return "\n".join(part for part in parts if part)


def _line(book: LineBook) -> Iterator[str]:
    line = book.line
    yield _table("[line]", _facts(line))
    for language, voice in line.voices.items():
        told = [(name, value) for name, value in asdict(voice).items() if value]
        yield _table(f"[voices.{language}]", told)
    weekly = line.hours.weekly
    yield _table("[hours]", [(day.value, _spans(weekly.get(day, ()))) for day in WEEK])
    for one in line.hours.holidays:
        named = [("name", one.name)] if one.name else []
        yield _table("[[holiday]]", [("date", one.on), *named, ("hours", _spans(one.spans))])
    yield _table("[ringing]", asdict(line.ringing).items())
    yield _table("[flood]", asdict(line.flood).items())
    yield _table("[reminders]", asdict(line.reminders).items())
    if line.onboarding:
        yield _table("[onboarding]", [("items", line.onboarding)])


def _facts(line: Line) -> Iterator[tuple[str, object]]:
    yield from (("id", line.id), ("name", line.name), ("numbers", line.numbers))
    yield from (("time_zone", line.zone.key), ("languages", line.languages))
    yield ("ask_peer_question", line.ask_peer_question)
    if line.crisis_number != LIFELINE_NUMBER:
        yield ("crisis_number", line.crisis_number)
    for name in ("alert_phone", "backup_phone", "shared_numbers", "run_by", "mandated_reporting"):
        if value := getattr(line, name):
            yield (name, value)
    if line.survey:
        yield ("survey", True)
    if line.study_key:
        yield ("study_key", line.study_key)


def _supporter(one: Supporter, book: LineBook) -> Iterator[tuple[str, object]]:
    yield from (("alias", one.alias), ("phone", one.phone))
    if one.id not in book.unconfirmed:
        yield ("confirmed", True)
    yield from (("languages", one.languages), ("kind", one.kind.value))
    if one.tags:
        yield ("tags", sorted(one.tags))
    if one.agency:
        yield ("agency", one.agency)
    if one.paused and one.phone:
        yield ("paused", True)
    base = Limits()
    told = {
        field.name: getattr(one.limits, field.name)
        for field in fields(base)
        if getattr(one.limits, field.name) != getattr(base, field.name)
    }
    if told:
        yield ("limits", told)


def _shift(shift: Shift, alias: str) -> str:
    facts: list[tuple[str, object]] = [("supporter", alias)]
    week = plain_week(shift.rule) if shift.rule else None
    if not shift.rule:
        facts.append(("date", shift.first))
    elif week is not None:
        facts.append(("days", "daily" if len(week) == len(WEEK) else _in_order(week)))
    else:
        facts.append(("rule", shift.rule))
    facts.append(("hours", shift.span))
    if shift.role is not Role.CALLS:
        facts.append(("role", shift.role.value))
    if shift.order is not None:
        facts.append(("order", shift.order))
    if shift.rule and shift.first is not None:
        facts.append(("first" if week is not None else "from", shift.first))
    if shift.rule and shift.last is not None:
        facts.append(("last", shift.last))
    if shift.without:
        facts.append(("without", shift.without))
    return _table("[[shift]]" if shift.rule else "[[one_off]]", facts)


def _in_order(week: frozenset[Any]) -> list[str]:
    return [day.value for day in WEEK if day in week]


def _place(place: Place) -> Iterator[tuple[str, object]]:
    plain = ("key", "kind", "name", "dial", "short_code", "text", "audience", "hours")
    care = ("owner", "method", "verified_by", "waived_by", "waived_why")
    for name in (*plain, *care):
        if value := getattr(place, name):
            yield (name, value)
    if place.police in POLICE:  # the program's own rows say more than a file may
        yield ("police", place.police)
    if place.languages:
        yield ("languages", place.languages)
    for name in ("bridgeable", "local", "enabled"):
        yield (name, getattr(place, name))
    for name in ("verified_on", "verify_by"):
        if value := getattr(place, name):
            yield (name, value)
    for key, words in (("name", place.spoken), ("audience", place.serves)):
        yield from ((f"{key}_{language}", said) for language, said in words.items())


def _names(key: str, names: Mapping[str, Mapping[str, str]], known: set[Any]) -> Iterator[str]:
    """Words for agencies or tags. Agencies that nobody is of any more would not be read."""
    told = [(toml_key(name), words) for name, words in names.items() if name in known]
    if told:
        yield _table(f"[{key}]", told)


def _table(title: str, values: Values) -> str:
    return "\n".join([title, *(f"{name} = {toml_value(value)}" for name, value in values), ""])


def _spans(spans: Iterable[Span]) -> object:
    return list(spans) or "closed"


def toml_key(name: str) -> str:
    """A name as TOML has it: in quotation marks where it is more than one word."""
    plain = all(sign.isascii() and (sign.isalnum() or sign in "-_") for sign in name)
    return name if plain and name else _text(name)


def _text(value: str) -> str:
    # Strings of JSON are strings of TOML, but for one sign that JSON leaves as it is.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def toml_value(value: object) -> str:
    """A value as TOML has it. Raises TypeError for what no line file holds."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case Span():
            return _text(span_text(value))
        case date():
            return value.isoformat()
        case int() | float():
            return repr(value)
        case Mapping():
            inner = ", ".join(
                f"{toml_key(str(name))} = {toml_value(one)}" for name, one in value.items()
            )
            return f"{{ {inner} }}"
        case Iterable():
            return f"[{', '.join(toml_value(one) for one in value)}]"
    raise TypeError(f"a {type(value).__name__} cannot be written down")
