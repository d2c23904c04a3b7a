"""Shifts out of a table or a calendar, as rows that can be looked at before they count.

A table has a first row of names. In it stand, per row: who, day, from, to, and if one likes repeats
(`weekly`, `mon, fri` or an RFC 5545 rule), last, role. Rows keep the number that they have in the
file, so that whatever cannot be read is found again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from warmline.domain.line import WEEK, Role, Span, Supporter, Weekday
from warmline.domain.rules import BadRule, read_rule, weekly
from warmline.domain.separator import separator
from warmline.domain.spans import BadSpan, parse_span, span_text

MOST_ROWS: Final = 2000
COLUMNS: Final = ("who", "day", "from", "to", "repeats", "last", "role", "without")
NAMES: Final[Mapping[str, str]] = {
    **{name: name for name in COLUMNS},
    "name": "who", "supporter": "who", "alias": "who", "quien": "who", "quién": "who",
    "nombre": "who",
    "date": "day", "first": "day", "dia": "day", "día": "day", "fecha": "day",
    "start": "from", "begin": "from", "desde": "from",
    "end": "to", "until": "last", "hasta": "to",
    "repeat": "repeats", "rule": "repeats", "repite": "repeats", "se repite": "repeats",
    "ultimo": "last", "último": "last", "papel": "role",
}  # fmt: skip
"""Names of columns as people write them."""
_SPANISH: Final[Mapping[str, str]] = {
    "lun": "mon", "mar": "tue", "mie": "wed", "mié": "wed", "jue": "thu", "vie": "fri",
    "sab": "sat", "sáb": "sat", "dom": "sun",
    "semanal": "weekly", "reserva": "backup", "llamadas": "calls",
}  # fmt: skip
"""What else may stand in a table: days by their first three letters, and how often."""
_WORDS: Final = re.compile(r"[\s,;+]+")


class Amiss(ValueError):
    """What is wrong with a row: a name that pages have a sentence for, and what stands there."""

    def __init__(self, why: str, what: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.what = what


@dataclass(frozen=True, slots=True)
class Row:
    """A shift as it came. `number` is its row or event in the file, from 1."""

    number: int
    who: str
    first: date
    span: Span
    rule: str = ""
    last: date | None = None
    role: Role = Role.CALLS
    without: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that is left out, and why. `what` is what stands there, shortened."""

    number: int
    why: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """All that was found in a file."""

    rows: tuple[Row, ...] = ()
    unread: tuple[Unread, ...] = ()


def read_table(text: str) -> Read:
    """A table, commas or semicolons between."""
    text = text.lstrip("\ufeff")
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator(text)))
    except csv.Error:
        return Read(unread=(Unread(1, "no table"),))
    names = [NAMES.get(one.strip().casefold(), "") for one in lines[0]] if lines else []
    if missing := [name for name in COLUMNS[:4] if name not in names]:
        return Read(unread=(Unread(1, "columns", ", ".join(missing)),))
    rows, unread = [], []
    for number, cells in enumerate(lines[1 : MOST_ROWS + 1], start=2):
        given = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if name}
        found = {**dict.fromkeys(COLUMNS, ""), **given}  # a row may end early
        if not any(found.values()):
            continue
        try:
            rows.append(_row(number, found))
        except Amiss as amiss:
            unread.append(Unread(number, amiss.why, amiss.what[:60]))
    if len(lines) > MOST_ROWS + 1:
        unread.append(Unread(MOST_ROWS + 2, "too many"))
    return Read(tuple(rows), tuple(unread))


def as_table(rows: Iterable[Row]) -> str:
    """Rows as `read_table` reads them: what a page carries from looking to keeping."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in rows:
        begins, ends = span_text(row.span).split("-")
        gone = " ".join(day.isoformat() for day in row.without)
        last = row.last.isoformat() if row.last else ""
        table.writerow([row.who, row.first, begins, ends, row.rule, last, row.role.value, gone])
    return written.getvalue()


def for_whom(read: Read, people: Sequence[Supporter], everything: str = "") -> Read:
    """Rows with ids in the place of names; names that nobody has are told.

    A calendar's event may say more than the name. `everything` is the id of whoever all of it is.
    """
    ids = {one.alias.casefold(): one.id for one in people}
    rows, unread = [], list(read.unread)
    for row in read.rows:
        if who := everything or ids.get(row.who.casefold()) or _named_in(row.who, ids):
            rows.append(replace(row, who=who))
        else:
            unread.append(Unread(row.number, "nobody", row.who[:60]))
    return Read(tuple(rows), tuple(sorted(unread, key=lambda one: one.number)))


def _named_in(text: str, ids: Mapping[str, str]) -> str:
    """The only one whose name stands in a text as a word of its own; nothing when two do."""
    said = text.casefold()
    found = [
        one for name, one in ids.items() if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said)
    ]
    return found[0] if len(found) == 1 else ""


def _row(number: int, cells: Mapping[str, str]) -> Row:
    first = _day(cells["day"])
    if first is None:
        raise Amiss("day", cells["day"])
    try:
        span = parse_span(f"{cells['from']}-{cells['to']}")
    except BadSpan:
        raise Amiss("span", f"{cells['from']} {cells['to']}") from None
    rule, until = _rule(cells.get("repeats", ""), first)
    return Row(
        number,
        cells["who"],
        first,
        span,
        rule,
        min((one for one in (_day(cells.get("last", "")), until) if one), default=None),
        _role(cells.get("role", "")),
        tuple(day for one in cells.get("without", "").split() if (day := _day(one))),
    )


def _rule(text: str, first: date) -> tuple[str, date | None]:
    """A rule out of what people write: `weekly`, `mon fri`, or the rule itself."""
    written = [one for one in _WORDS.split(text.casefold()) if one]
    words = [_SPANISH.get(one) or _SPANISH.get(one[:3], one) for one in written]
    if not words or words in (["once"], ["no"]):
        return "", None
    if words == ["weekly"]:
        return weekly(frozenset([WEEK[first.weekday()]])), None
    if all(one[:3] in set(Weekday) for one in words):
        return weekly(frozenset(Weekday(one[:3]) for one in words)), None
    try:
        return read_rule(text, first)
    except BadRule:
        raise Amiss("rule", text) from None


def _role(text: str) -> Role:
    plain = text.strip().casefold().replace(" ", "_")
    plain = _SPANISH.get(plain, plain)
    if not plain:
        return Role.CALLS
    if plain not in set(Role):
        raise Amiss("role", text)
    return Role(plain)


def _day(text: str) -> date | None:
    """A day: 2027-05-07, or 5/7/2027 as it is written in the United States."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        american = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    try:
        return date(int(american[3]), int(american[1]), int(american[2])) if american else None
    except ValueError:
        return None
