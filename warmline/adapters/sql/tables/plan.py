"""Who is on when: shifts, days off, shifts that change hands."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.sql.base import SchemaEventTarget

from warmline.adapters.sql.tables.columns import (
    SUPPORTER,
    Type,
    column,
    metadata,
    row_id,
    supporter_id,
    theirs,
)
from warmline.adapters.sql.types import UtcDateTime

shift = Table(
    "shift",
    metadata,
    theirs("id", String(32), "random, opaque", primary_key=True),
    supporter_id(index=True),
    theirs("position", Integer(), "order in which they were written down"),
    theirs("rule", String(200), "on which days it begins again; empty for a single shift"),
    theirs("first", Date(), "first day on which it begins, or its only one", nullable=True),
    theirs("last", Date(), "last day on which it begins", nullable=True),
    theirs("without", JSON(), "days on which it does not begin"),
    theirs("span", String(11), "wall-clock times in the line's zone"),
    theirs("role", String(16), "for callers or for debriefs, first or as a backup"),
    theirs("ring_order", Integer(), "a smaller one rings first", nullable=True),
)

day_off = Table(
    "day_off",
    metadata,
    row_id(),
    supporter_id(index=True),
    theirs("first", Date(), "first day on which no shift begins"),
    theirs("last", Date(), "last such day"),
)

THREE_DAYS = "3 days after it is over; while a legal hold is on, until it ends"


def _swap(name: str, kind: Type, what: str, *more: SchemaEventTarget, **how: Any) -> Column[Any]:
    return column(name, kind, what, SUPPORTER, THREE_DAYS, *more, **how)


swap = Table(
    "swap",
    metadata,
    _swap("id", String(32), "random, opaque", primary_key=True),
    supporter_id(index=True),
    _swap("day", Date(), "day on which the shift begins"),
    _swap("start", String(5), "when, on the wall clock in the line's zone"),
    _swap("role", String(16), "what the shift is for"),
    _swap("code", String(8), "what is texted to take it"),
    _swap(
        "taker_id",
        String(32),
        "who has taken it, if somebody has",
        ForeignKey("supporter.id", ondelete="CASCADE"),
        nullable=True,
        index=True,
    ),
    _swap(
        "giver_id",
        String(32),
        "who offers it, or did before it was taken; empty when they keep it after all",
        ForeignKey("supporter.id", ondelete="SET NULL"),
        nullable=True,
        index=True,
    ),
    _swap("ends", UtcDateTime(), "when it is over"),
    UniqueConstraint("supporter_id", "day", "start", "role"),
)
