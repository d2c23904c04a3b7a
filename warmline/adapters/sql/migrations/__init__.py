"""How the database is brought from any earlier shape to today's, and back."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, column, inspect, select, table, text

from warmline.adapters.sql.engine import reading, writing

if TYPE_CHECKING:
    from alembic.config import Config

# Alembic is loaded by who upgrades. Every process asks whether the database is current, and a tenth
# of what a process needs to start, and nine megabytes, would be Alembic's.
VERSIONS = Path(__file__).parent / "versions"
NOTED = table("alembic_version", column("version_num"))


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database to a revision. Doing it twice, or in two places, does it once."""
    from alembic import command

    with writing(engine, alone=True) as connection:
        command.upgrade(_config(_patient(connection)), revision)


def downgrade(engine: Engine, revision: str = "base") -> None:
    """Take the database back to a revision. What later tables held is lost."""
    from alembic import command

    with writing(engine, alone=True) as connection:
        command.downgrade(_config(_patient(connection)), revision)


def is_current(engine: Engine) -> bool:
    """Whether every migration has been applied."""
    with reading(engine) as connection:
        if not inspect(connection).has_table(NOTED.name):
            return False
        return list(connection.scalars(select(NOTED.c.version_num))) == [head()]


@cache
def head() -> str:
    """The newest revision. Their files are named in order, each with its revision first."""
    return max(file.name for file in VERSIONS.glob("[0-9]*_*.py")).partition("_")[0]


def _patient(connection: Connection) -> Connection:
    """Rebuilding a large table takes longer than a caller should ever wait."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL statement_timeout = 0"))
    return connection


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
