"""What stays of ended calls: rows of buckets, counts, sealed sums, answers."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from warmline.adapters.sql.tables.columns import COUNT, Type, column, counted, metadata, tallied

call_row = Table(
    "call_row",
    metadata,
    counted("id", String(40), "random; in no other table", primary_key=True),
    counted("line", String(40), "the line"),
    counted("day", Date(), "date in the line's zone"),
    counted("hour", Integer(), "hour in the line's zone, 0 to 23"),
    counted("language", String(8), "language code"),
    counted("open", Boolean(), "whether the line was open"),
    counted("outcome", String(20), "how it ended, seen from the caller"),
    counted("wait", String(20), "how long a peer was waited for, as a bucket"),
    counted("talk", String(20), "how long was talked, as a bucket"),
    counted("offers", Integer(), "phones rung"),
    counted("crisis_key", Boolean(), "whether key 9 was pressed"),
    counted("places_heard", JSON(), "kinds of places that were read out"),
    counted("callback", String(20), "what came of a callback, or empty"),
    Index(None, "line", "day"),
    # SQLite would number the rows as they come, and that order is a time finer than the hour.
    sqlite_with_rowid=False,
)

counter = Table(
    "counter",
    metadata,
    tallied("line", String(40), "the line", primary_key=True),
    tallied("since", Date(), "the day, or a quarter's first day: see `what`", primary_key=True),
    tallied("what", String(12), "what is counted: see domain/counters.py", primary_key=True),
    tallied("value", String(20), "which of its values, one dimension at a time", primary_key=True),
    tallied("tally", Integer(), "how many ended calls, or phones rung"),
    sqlite_with_rowid=False,
)

UNTIL_FROZEN = (
    "until the quarter's report is made, some days after its end; while a legal hold is on, until "
    "that ends"
)


def _summed(name: str, kind: Type, what: str, **how: Any) -> Column[Any]:
    return column(name, kind, what, COUNT, UNTIL_FROZEN, **how)


quarter_sums = Table(
    "quarter_sums",
    metadata,
    _summed("id", String(80), "line, quarter and part", primary_key=True),
    _summed("line", String(40), "the line"),
    _summed("quarter", Date(), "the quarter's first day"),
    _summed("part", String(8), "calls, or minutes in which the line was open"),
    _summed("sums_sealed", Text(), "sums and histograms of seconds: see domain/exact.py"),
    sqlite_with_rowid=False,
)

quarter_report = Table(
    "quarter_report",
    metadata,
    tallied("line", String(40), "the line", primary_key=True),
    tallied("quarter", Date(), "the quarter's first day", primary_key=True),
    tallied("document", JSON(), "the report as it was released: nothing about fewer than eleven"),
    sqlite_with_rowid=False,
)

END_OF_EVALUATION = "until the evaluation ends: warmline study end"


def _answered(name: str, kind: Type, what: str, **how: Any) -> Column[Any]:
    return column(name, kind, what, COUNT, END_OF_EVALUATION, **how)


survey_answer = Table(
    "survey_answer",
    metadata,
    _answered("id", String(32), "random; in no other table", primary_key=True),
    _answered("line", String(40), "the line"),
    _answered("month", Date(), "the month's first day"),
    _answered("language", String(8), "language code"),
    *(
        _answered(f"answer_{n}", Integer(), f"answer to question {n}, 1 to 5", nullable=True)
        for n in (1, 2, 3)
    ),
    sqlite_with_rowid=False,
)

study_answer = Table(
    "study_answer",
    metadata,
    _answered("id", String(32), "random; in no other table", primary_key=True),
    _answered("line", String(40), "the line"),
    _answered(
        "box",
        Text(),
        "a study code, the month and the answers; only the evaluator's key opens it",
    ),
    sqlite_with_rowid=False,
)
