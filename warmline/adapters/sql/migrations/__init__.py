"""How the database is brought from any earlier shape to today's, and back."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from warmline.adapters.sql.engine import reading, writing


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database to a revision. Doing it twice, or in two places, does it once."""
    with writing(engine, alone=True) as connection:
        command.upgrade(_config(_patient(connection)), revision)


def downgrade(engine: Engine, revision: str = "base") -> None:
    """Take the database back to a revision. What later tables held is lost."""
    with writing(engine, alone=True) as connection:
        command.downgrade(_config(_patient(connection)), revision)


def is_current(engine: Engine) -> bool:
    """Whether every migration has been applied."""
    with reading(engine) as connection:
        here = MigrationContext.configure(connection).get_current_revision()
    return here == ScriptDirectory.from_config(_config(None)).get_current_head()


def _patient(connection: Connection) -> Connection:
    """Rebuilding a large table takes longer than a caller should ever wait."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL statement_timeout = 0"))
    return connection


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
