"""Databases for tests, on SQLite and on PostgreSQL, new and cheap for every test.

Fixtures (make them known with `from tests.databases import *` or by name in a conftest):

    database_url         URL of a migrated, empty database; the test runs once on each kind
    bare_database_url    the same without tables, for the tests of migrations
    sqlite_url           a migrated SQLite database only

Helpers, for whoever needs a database without a fixture:

    new_sqlite(folder) -> str           a migrated SQLite file in the folder
    postgres() -> Postgres              the server, started once per process; raises NoPostgres
    postgres().new() / .drop(url)       a migrated database, copied from a template in ~15 ms

The server comes from the pgserver wheel or from the machine (`initdb` in the PATH or in the usual
folders). It listens on a socket in its own temporary folder and nowhere else, runs as `nobody`
when the tests run as root, which PostgreSQL refuses to be, and ends with the tests. Where there
is none, the tests on PostgreSQL are skipped with the reason; with WARMLINE_TEST_POSTGRES=required
they fail instead.
"""

from __future__ import annotations

import atexit
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
import pytest

from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.migrations import upgrade

START_SECONDS = 30.0
UNPRIVILEGED = "nobody"


class NoPostgres(Exception):
    """No server can be had here; the message is the reason, in one line."""


@cache
def _sqlite_template() -> bytes:
    """The bytes of a migrated, empty SQLite database."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.db"
        engine = open_engine(f"sqlite:///{path}")
        upgrade(engine)
        with engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")
        engine.dispose()
        return path.read_bytes()


def new_sqlite(folder: Path, name: str = "warmline.db") -> str:
    """The URL of a migrated, empty SQLite database in a folder."""
    path = folder / name
    path.write_bytes(_sqlite_template())
    return f"sqlite:///{path}"


def _binaries() -> Path:
    """The folder that holds initdb and postgres."""
    folders = []
    wheel = importlib.util.find_spec("pgserver")
    if wheel is not None and wheel.origin:
        folders.append(Path(wheel.origin).parent / "pginstall" / "bin")
    if found := shutil.which("initdb"):
        folders.append(Path(found).parent)
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NoPostgres("no PostgreSQL: neither the pgserver wheel nor initdb is here")


class Postgres:
    """A PostgreSQL server of our own, without durability, on a socket in its own folder."""

    def __init__(self) -> None:
        binaries = _binaries()
        self._folder = Path(tempfile.mkdtemp(prefix="pg"))
        self._numbers = count()
        self._user: dict[str, str | int] = {}
        if os.geteuid() == 0:
            account = pwd.getpwnam(UNPRIVILEGED)
            os.chown(self._folder, account.pw_uid, account.pw_gid)
            self._user = {"user": account.pw_uid, "group": account.pw_gid}
        try:
            self._start(binaries)
        except NoPostgres:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        atexit.register(self.stop)
        engine = open_engine(self._new("template1", "migrated"))
        upgrade(engine)
        engine.dispose()  # a template is copied only while nobody is connected to it

    def _start(self, binaries: Path) -> None:
        data = self._folder / "data"
        made = subprocess.run(
            [
                *(binaries / "initdb", "--pgdata", data, "--username", "postgres"),
                *("--auth", "trust", "--no-sync", "--encoding", "UTF8", "--locale", "C"),
            ],
            capture_output=True,
            text=True,
            check=False,
            cwd=self._folder,
            **self._user,  # type: ignore[call-overload]
        )
        if made.returncode:
            last = (made.stderr.strip().splitlines() or ["no message"])[-1]
            raise NoPostgres(f"initdb refuses: {last}")
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self._folder),
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "autovacuum": "off",
            "max_connections": "60",
            "shared_buffers": "32MB",
        }
        self._log = self._folder / "log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [
                    *(binaries / "postgres", "-D", data),
                    *(
                        part
                        for name, value in settings.items()
                        for part in ("-c", f"{name}={value}")
                    ),
                ],
                stdout=log,
                stderr=log,
                cwd=self._folder,
                start_new_session=True,  # Ctrl-C is for the tests; we stop the server ourselves
                **self._user,  # type: ignore[call-overload]
            )
        self._await()

    def _await(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                self._admin("SELECT 1")
            except psycopg.OperationalError:
                time.sleep(0.02)
            else:
                return
        self._process.kill()
        last = (self._log.read_text(errors="replace").strip().splitlines() or ["no message"])[-1]
        raise NoPostgres(f"the server does not start: {last}")

    def _admin(self, statement: str) -> None:
        with psycopg.connect(
            host=str(self._folder), user="postgres", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement.encode())

    def _new(self, template: str, name: str) -> str:
        self._admin(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def new(self, *, migrated: bool = True) -> str:
        """The URL of a database of its own, with every table, or with none."""
        return self._new("migrated" if migrated else "template1", f"test{next(self._numbers)}")

    def drop(self, url: str) -> None:
        """Remove a database, whoever is still connected to it."""
        name = url.removeprefix("postgresql://postgres@/").partition("?")[0]
        self._admin(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def stop(self) -> None:
        """End the server and remove all it held."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGQUIT)  # at once: nothing is to be kept
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._process.kill()
        shutil.rmtree(self._folder, ignore_errors=True)


@cache
def _postgres_or_reason() -> Postgres | str:
    try:
        return Postgres()
    except NoPostgres as reason:
        return str(reason)


def postgres() -> Postgres:
    """The server, started at first use and shared by the process. Raises NoPostgres."""
    server = _postgres_or_reason()
    if isinstance(server, str):
        raise NoPostgres(server)
    return server


def _postgres_or_skip() -> Postgres:
    try:
        return postgres()
    except NoPostgres as reason:
        if os.environ.get("WARMLINE_TEST_POSTGRES") == "required":
            raise
        pytest.skip(str(reason))


KINDS = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgres))


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return new_sqlite(tmp_path)


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield new_sqlite(tmp_path)
        return
    server = _postgres_or_skip()
    url = server.new()
    yield url
    server.drop(url)


@pytest.fixture(params=KINDS)
def bare_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.db'}"
        return
    server = _postgres_or_skip()
    url = server.new(migrated=False)
    yield url
    server.drop(url)
