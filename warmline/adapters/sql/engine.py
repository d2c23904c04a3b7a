"""How the database is spoken to: both kinds with short patience, because callers may wait."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from warmline.domain.errors import StoreTrouble

BUSY_SECONDS = 2
"""How long one waits for a lock or a connection before saying that it cannot be done now."""
STATEMENT_SECONDS = 3

_ONE_WRITER = 0x7761726D
"""PostgreSQL's advisory lock of those who edit lines: the bytes of "warm"."""


def open_engine(url: str) -> Engine:
    """An engine for `sqlite:///file` or `postgresql://...`. Connects only when it is used.

    Errors never show the values that were sent (`hide_parameters`).
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(str(address))
    if address.drivername in ("postgres", "postgresql"):
        address = address.set(drivername="postgresql+psycopg")
    return create_engine(
        address,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_timeout=BUSY_SECONDS,
        pool_recycle=1800,
        connect_args={
            "connect_timeout": BUSY_SECONDS,
            "application_name": "warmline",
            "options": f"-c statement_timeout={STATEMENT_SECONDS}s "
            f"-c lock_timeout={BUSY_SECONDS}s -c idle_in_transaction_session_timeout=30s",
        },
    )


def _sqlite(url: str) -> Engine:
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_timeout=BUSY_SECONDS,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )

    @event.listens_for(engine, "do_connect")
    def make_private(*_: object) -> None:
        # SQLite gives the files beside it the same rights. It says itself what it cannot open.
        file = str(engine.url.database)
        if not file.startswith((":memory:", "file:")):
            with suppress(OSError):
                os.close(os.open(file, os.O_CREAT | os.O_CLOEXEC, 0o600))

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, record: object) -> None:  # noqa: ARG001 - SQLAlchemy hands it
        connection.isolation_level = None  # we say BEGIN ourselves, also before reading
        _write_ahead(connection)
        for pragma in (
            "synchronous = NORMAL",
            "foreign_keys = ON",
            "secure_delete = ON",  # what is deleted is overwritten in the file
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        how = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {how}")

    return engine


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch the file to its write-ahead log, in which readers and the writer do not wait.

    Only the first connection ever changes anything. SQLite does not wait here when another
    process is at it in the same moment, as when all start together on a new file: so we do.
    """
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def empty_log(engine: Engine) -> None:
    """Put what SQLite has in its write-ahead log into the file, where no order is kept.

    The log tells what was written after what. When somebody reads at the moment, it stays for now.
    """
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection, suppress(sqlite3.OperationalError):
        driver = connection.connection.driver_connection
        if driver is not None:
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one consistent state of the database. Raises StoreTrouble."""
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection
    except SQLAlchemyError as error:
        raise trouble(error) from None


@contextmanager
def writing(engine: Engine, *, alone: bool = False) -> Iterator[Connection]:
    """One transaction: all of it is kept, or nothing. Raises StoreTrouble.

    With `alone`, others who also ask for that wait until it is over.
    """
    try:
        with engine.connect() as connection:
            connection = connection.execution_options(sqlite_begin="IMMEDIATE")
            with connection.begin():
                if alone and engine.dialect.name == "postgresql":
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({_ONE_WRITER})"))
                yield connection
    except SQLAlchemyError as error:
        raise trouble(error) from None


def trouble(error: SQLAlchemyError) -> StoreTrouble:
    """The same in our words. The database's own message may quote values: it is left out."""
    cause = getattr(error, "orig", None)
    return StoreTrouble(f"The database did not do it ({type(cause or error).__name__}).")
