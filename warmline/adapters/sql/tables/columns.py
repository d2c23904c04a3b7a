"""What every column says of itself: what it holds, of which class, and how long."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
)
from sqlalchemy.sql.base import SchemaEventTarget
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

SETTING = "setting"
"""What a coordinator sets about the line. Not about a person."""

SUPPORTER = "about a supporter"
"""Personal data of a supporter, theirs to see; gone when they leave."""

COUNT = "about an ended call"
"""Coarse facts of one ended call that identify nobody."""

WHILE_LINE = "while the line is set up"

WHILE_SERVING = "while they serve"

WHILE_ACCOUNT = "while they may sign in"

THIRTY_DAYS = "30 days, then counted and deleted; while a legal hold is on, until it ends"

FOR_GOOD = "for good"

A_YEAR = "a year; while a legal hold is on, until it ends"

Type = TypeEngine[Any] | type[TypeEngine[Any]]


def column(
    name: str, kind: Type, what: str, cls: str, kept: str, *more: SchemaEventTarget, **how: Any
) -> Column[Any]:
    """A column that is never null, unless `nullable=True`, and says what it is."""
    how.setdefault("nullable", False)
    return Column(name, kind, *more, info={"what": what, "class": cls, "kept": kept}, **how)


def setting(name: str, kind: Type, what: str, *more: SchemaEventTarget, **how: Any) -> Column[Any]:
    """What a coordinator sets."""
    return column(name, kind, what, SETTING, WHILE_LINE, *more, **how)


def theirs(name: str, kind: Type, what: str, *more: SchemaEventTarget, **how: Any) -> Column[Any]:
    """What is about a supporter, while they serve."""
    return column(name, kind, what, SUPPORTER, WHILE_SERVING, *more, **how)


def counted(name: str, kind: Type, what: str, **how: Any) -> Column[Any]:
    """A coarse fact of an ended call, until it is counted."""
    return column(name, kind, what, COUNT, THIRTY_DAYS, **how)


def tallied(name: str, kind: Type, what: str, **how: Any) -> Column[Any]:
    """A count that identifies nobody."""
    return column(name, kind, what, COUNT, FOR_GOOD, **how)


AS_PAYROLL_NEEDS = (
    "WARMLINE_MINUTES_KEPT days (400), as payroll needs; while a legal hold is on, until it ends"
)


def paid(name: str, kind: Type, what: str, **how: Any) -> Column[Any]:
    """What a supporter is paid by."""
    return column(name, kind, what, SUPPORTER, AS_PAYROLL_NEEDS, **how)


def line_id() -> Column[Any]:
    """The line it belongs to."""
    belongs = ForeignKey("line.id", ondelete="CASCADE")
    return setting("line_id", String(40), "the line it belongs to", belongs)


def line_key() -> Column[Any]:
    """The line it belongs to, of which it has one row each."""
    belongs = ForeignKey("line.id", ondelete="CASCADE")
    return setting("line_id", String(40), "the line it belongs to", belongs, primary_key=True)


def supporter_id(**how: Any) -> Column[Any]:
    """The supporter it belongs to."""
    belongs = ForeignKey("supporter.id", ondelete="CASCADE")
    return theirs("supporter_id", String(32), "whose it is", belongs, **how)


def row_id() -> Column[Any]:
    """A number of its own."""
    return setting("id", Integer(), "row number", primary_key=True, autoincrement=True)
