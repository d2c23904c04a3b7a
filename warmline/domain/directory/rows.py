"""The directory as a table: CSV that a spreadsheet can open, change and give back.

Everything wrong with a table is found at once, with its line, its column and how to mend it.
Older tables may call the columns `may_send_police` and `confirmed`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from typing import Any, Final

from warmline.domain.directory.facts import BadFact, read_dial
from warmline.domain.directory.objections import Forbidden, Objection, about_words, objections
from warmline.domain.line import Place
from warmline.domain.problems import BadFile, Problem
from warmline.domain.separator import separator
from warmline.domain.wording import Sentence, nearest

PLAIN: Final = (
    "key",
    "kind",
    "name",
    "dial",
    "short_code",
    "text",
    "audience",
    "hours",
    "languages",
    "police",
    "bridgeable",
    "enabled",
    "local",
    "owner",
    "method",
    "verified_on",
    "verified_by",
    "verify_by",
    "waived_by",
    "waived_why",
    "remark",
)
"""The columns, but those for a language: `name_es` is the name as it is said in Spanish."""

OLD_NAMES: Final = {"may_send_police": "police", "confirmed": "method"}
FLAGS: Final = frozenset({"bridgeable", "enabled", "local"})
DATES: Final = frozenset({"verified_on", "verify_by"})
NEVER_ERASED: Final = frozenset({"method", "owner", "verified_by", *DATES})
"""An empty cell here leaves what is known: a table never undoes a verification."""
MOST: Final[Mapping[str, int]] = {
    "key": 40,
    "name": 120,
    "audience": 200,
    "hours": 120,
    "police": 60,
    "text": 60,
    "short_code": 20,
    "owner": 60,
    "method": 120,
    "verified_by": 60,
    "waived_by": 60,
    "waived_why": 200,
    "remark": 300,
}

MOST_ROWS: Final = 1000
MOST_COLUMNS: Final = 100
"""More is no directory, and would only be read for a long time."""

_BY_LANGUAGE: Final = re.compile(r"(name|audience)_([a-z]{2,3})")
_FIELD_OF: Final = {"name": "spoken", "audience": "serves"}
_TRUTHS: Final = {"yes": True, "no": False, "true": True, "false": False, "": False}
_DANGEROUS: Final = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED: Final = re.compile(r"'+[=+\-@\t\r]")
_NUMBER: Final = re.compile(r"\+\d{7,15}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it was written, laid over what was known of the place."""

    line: int
    place: Place
    unsayable: Sentence | None = None
    """Why it cannot be said as it stands: the column, and other words to give."""


@dataclass(slots=True)
class _Reading:
    """A table while it is read."""

    columns: Sequence[str]
    known: Mapping[str, Place]
    forbidden: Forbidden
    today: date
    rows: list[Row] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    """Those of the rows."""
    problems: list[Problem] = field(default_factory=list)
    found: list[Objection] = field(default_factory=list)
    """What is wrong with rows: the column, and how to mend it."""

    def problem(self, line: int, key: str, column: str, said: Sentence) -> None:
        self.found.append((column, said))
        about = (
            Sentence("%(key)s, %(column)s: %(said)s", key=key, column=column, said=said)
            if key
            else Sentence("a row without key, %(column)s: %(said)s", column=column, said=said)
        )
        self.problems.append(Problem(line, about))

    def whole(self, line: int, said: Sentence) -> None:
        """Something is wrong that is of no row."""
        self.problems.append(Problem(line, said))


def written(places: Iterable[Place]) -> str:
    """The places as CSV, which `read` gives back as they were."""
    rows = list(places)
    languages = sorted({code for row in rows for code in (*row.spoken, *row.serves)})
    columns = [*PLAIN, *(f"{what}_{code}" for code in languages for what in _FIELD_OF)]
    out = StringIO()
    table = csv.DictWriter(out, columns, lineterminator="\n")
    table.writeheader()
    for row in rows:
        table.writerow({column: escaped(cell_of(row, column)) for column in columns})
    return out.getvalue()


def escaped(cell: str) -> str:
    """The cell so that no spreadsheet takes it for a formula. A plain number stays one."""
    if _DANGEROUS.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def unescaped(cell: str) -> str:
    """The cell as it was before `escaped`."""
    return cell[1:] if _ESCAPED.match(cell) else cell


def cell_of(place: Place, column: str) -> str:
    """What stands in a column of a row, as text."""
    found = _BY_LANGUAGE.fullmatch(column)
    if found:
        by_language: dict[str, str] = getattr(place, _FIELD_OF[found[1]])
        return by_language.get(found[2], "")
    match getattr(place, column):
        case bool() as truth:
            return "yes" if truth else "no"
        case None:
            return ""
        case tuple() as codes:
            return " ".join(codes)
        case date() as day:
            return day.isoformat()
        case value:
            return str(value)


def read(text: str, known: Iterable[Place], forbidden: Forbidden, today: date) -> list[Row]:
    """The rows of a table, laid over the places that are known by their key.

    Raises BadFile with everything that is wrong.
    """
    text = text.removeprefix("\ufeff")
    table = csv.reader(StringIO(text, newline=""), delimiter=separator(text), strict=True)
    try:
        lines = [(table.line_num, cells) for cells in table]
    except csv.Error:
        not_csv = Sentence(
            "This cannot be read as CSV. Perhaps a quotation mark is opened and never closed."
        )
        raise BadFile([Problem(table.line_num, not_csv)]) from None
    if not lines:
        empty = Sentence("The file is empty. The first line names the columns.")
        raise BadFile([Problem(1, empty)])
    if over := _too_much(lines):
        raise BadFile([over])
    columns = [OLD_NAMES.get(name.strip(), name.strip()) for name in lines[0][1]]
    reading = _Reading(columns, {place.key: place for place in known}, forbidden, today)
    _look_at_columns(reading)
    if not reading.problems:
        for line, cells in lines[1:]:
            if any(cell.strip() for cell in cells):
                _read_row(reading, line, cells)
    if reading.problems:
        raise BadFile(reading.problems)
    return reading.rows


def read_one(
    values: Mapping[str, str], known: Place | None, forbidden: Forbidden, today: date
) -> tuple[Place, list[Objection]]:
    """One row as a form has it, laid over what was known of the place; and all that is wrong with
    it, each with its column. The columns are those of a table."""
    before = {known.key: known} if known else {}
    reading = _Reading(list(values), before, forbidden, today)
    _read_row(reading, 1, list(values.values()))
    place = reading.rows[-1].place
    return place, [*reading.found, *about_words(place, forbidden)]


def _too_much(lines: Sequence[tuple[int, list[str]]]) -> Problem | None:
    """What is said of a table that is larger than any directory, before it is looked at."""
    if len(lines[0][1]) > MOST_COLUMNS:
        return Problem(
            1, Sentence("There are more than %(n)s columns in the first row.", n=MOST_COLUMNS)
        )
    filled = [line for line, cells in lines[1:] if any(cell.strip() for cell in cells)]
    if len(filled) > MOST_ROWS:
        most = Sentence(
            "A table can have %(n)s rows at most. Take it in part by part.", n=MOST_ROWS
        )
        return Problem(filled[MOST_ROWS], most)
    return None


def _look_at_columns(reading: _Reading) -> None:
    for name in reading.columns:
        if name not in PLAIN and not _BY_LANGUAGE.fullmatch(name):
            reading.whole(1, _no_column(name))
        elif reading.columns.count(name) > 1:
            reading.whole(1, Sentence('The column "%(name)s" is there twice.', name=name))
    for name in ("key", "kind", "name"):
        if name not in reading.columns:
            lacks = Sentence('The column "%(name)s" is missing, and is needed.', name=name)
            reading.whole(1, lacks)


def _no_column(name: str) -> Sentence:
    if near := nearest(name, PLAIN):
        return Sentence(
            'There is no column "%(name)s". Did you mean "%(near)s"?', name=name, near=near
        )
    return Sentence(
        'There is no column "%(name)s". There may be %(known)s.', name=name, known=PLAIN
    )


def _read_row(reading: _Reading, line: int, cells: Sequence[str]) -> None:
    if len(cells) > len(reading.columns):
        more = len(cells) - len(reading.columns)
        said = Sentence(
            "The row has %(n)s cells too many. Put quotation marks around text with a comma.",
            n=more,
        )
        reading.whole(line, said)
        return
    values = {name: unescaped(cell.strip()) for name, cell in zip(reading.columns, cells)}  # noqa: B905  # a short row ends in empty cells
    key = values.get("key", "")
    if not re.fullmatch(r"[A-Za-z0-9_]{1,40}", key):
        letters = Sentence("Write letters, digits and _ only, at most 40.")
        reading.problem(line, key, "key", letters)
    if key in reading.keys:
        twice = Sentence("It stands in the table twice. Keep one of them.")
        reading.problem(line, key, "key", twice)
    reading.keys.add(key)
    facts: dict[str, Any] = {}
    for column, cell in values.items():
        if not cell and column in NEVER_ERASED:
            continue
        try:
            _take(facts, column, cell)
        except BadFact as bad:
            reading.problem(line, key, column, bad.sentence)
    place = _laid_over(reading.known.get(key), facts)
    for column, said in objections(place, reading.today):
        reading.problem(line, key, column, said)
    unsayable = None
    for column, said in about_words(place, reading.forbidden):
        one = Sentence("%(column)s: %(said)s", column=column, said=said)
        unsayable = Sentence("%(one)s %(other)s", one=unsayable, other=one) if unsayable else one
    reading.rows.append(Row(line, place, unsayable))


def _take(facts: dict[str, Any], column: str, cell: str) -> None:
    """Put the value of one cell under its field. Raises BadFact."""
    if len(cell) > MOST.get(column, 200):
        raise BadFact(
            "It is %(n)s characters long; %(most)s are the most.",
            n=len(cell),
            most=MOST.get(column, 200),
        )
    if any(ord(sign) < 32 for sign in cell):
        raise BadFact("Write it on one line.")
    by_language = _BY_LANGUAGE.fullmatch(column)
    if by_language:
        facts.setdefault(_FIELD_OF[by_language[1]], {})[by_language[2]] = cell
    elif column in FLAGS:
        if cell.casefold() not in _TRUTHS:
            raise BadFact('"%(cell)s" is neither yes nor no.', cell=cell)
        facts[column] = _TRUTHS[cell.casefold()]
    elif column in DATES:
        facts[column] = _day(cell)
    elif column == "languages":
        facts[column] = _languages(cell)
    elif column == "dial":
        facts[column] = read_dial(_unspoilt(cell)) if cell else ""
    else:
        facts[column] = cell


def _unspoilt(cell: str) -> str:
    if re.fullmatch(r"[\d.,]+[eE]\+?\d+", cell):
        raise BadFact("A spreadsheet has rounded this number. Format the column as text.")
    return cell


def _day(cell: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise BadFact('"%(cell)s" is no date. Write it like 2027-05-31.', cell=cell) from None


def _languages(cell: str) -> tuple[str, ...]:
    codes = tuple(cell.replace(",", " ").split())
    for code in codes:
        if not re.fullmatch(r"[a-z]{2,3}", code):
            raise BadFact(
                '"%(code)s" is no language code. Write codes with blanks: "en es".', code=code
            )
    return tuple(dict.fromkeys(codes))


def _laid_over(known: Place | None, facts: dict[str, Any]) -> Place:
    """A known place with what the table says of it; the rest of it stays."""
    base = {name: getattr(known, name) for name in Place.__dataclass_fields__} if known else {}
    base |= {"key": "", "kind": "", "name": ""} if not known else {}
    for name in ("spoken", "serves"):
        if name in facts:
            both = {**base.get(name, {}), **facts[name]}
            facts[name] = {code: said for code, said in both.items() if said}
    return Place(**{**base, **facts})
