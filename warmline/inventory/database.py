"""The database: every table and column, as `adapters/sql/tables` declares them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from warmline.adapters.sql.tables import metadata
from warmline.domain.kept import Class, Field, Kept, Reader

SEALED: Final = "_sealed"
"""How the names of columns end that are encrypted with the secret key."""


def database() -> Iterator[Kept]:
    """Each table with its columns. A class that nobody knows raises ValueError."""
    for table in sorted(metadata.tables.values(), key=lambda one: str(one.name)):
        for column in table.columns:
            sealed = str(column.name).endswith(SEALED)
            yield Kept(
                f"{table.name}.{column.name}",
                str(column.info["what"]),
                Class(column.info["class"]),
                Reader.KEY if sealed else Reader.OPERATOR,
                str(column.info["kept"]),
            )


def of_the_tools() -> tuple[Kept, ...]:
    """Tables that the tools make for themselves."""
    return (
        Kept(
            "alembic_version",
            "which version of the tables this is",
            Class.OPERATION,
            Reader.OPERATOR,
            "stays",
            fields=(Field("version_num", "the version", Class.OPERATION),),
        ),
        Kept(
            "sqlite_sequence",
            "SQLite only: the last row number of the tables that number their rows",
            Class.OPERATION,
            Reader.OPERATOR,
            "stays",
            fields=(
                Field("name", "the table", Class.OPERATION),
                Field("seq", "the number", Class.OPERATION),
            ),
        ),
    )
