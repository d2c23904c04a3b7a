"""`warmline serve`: the whole warmline, until somebody asks it to end."""

from __future__ import annotations

import signal
import subprocess
import sys

import click

from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.migrations import upgrade
from warmline.commands._installation import read_settings
from warmline.commands._plain import NotNow, Sentences
from warmline.embedded import EmbeddedStore
from warmline.processes import Process, ProcessError
from warmline.running import run_folder, stages, store_folder
from warmline.settings import Settings, load_secret_key
from warmline.supervisor import Supervisor

RESTART = signal.SIGUSR1
"""What `warmline restart` sends."""


@click.command()
def serve() -> None:
    """Run the warmline with the settings in the environment. Ctrl-C ends it, in good order.

    It starts the embedded store unless REDIS_URL is set, brings the database to this version, and
    runs the web app, the workers and the clock. What ends by accident is started again. `warmline
    restart`, or SIGHUP, replaces all of that by a newly installed version while calls go on.
    """
    settings = read_settings()
    if missing := settings.missing_to_serve():
        raise Sentences(*missing)

    def prepare() -> None:
        # Here, so that the processes do not all try to be the one that makes them.
        load_secret_key(settings)
        upgrade(open_engine(settings.database_url))

    house = Supervisor(
        run_folder(settings.data),
        processes(settings),
        click.echo,
        prepare,
        renew=upgrade_as_installed,
        replace_at=signals_to_replace(at_a_terminal=sys.stdin.isatty()),
    )
    try:
        house.run(lambda: click.echo(f"The warmline is open at {settings.public_url}"))
    except ProcessError as error:
        raise NotNow(str(error)) from None


def signals_to_replace(*, at_a_terminal: bool) -> list[signal.Signals]:
    """SIGHUP is what service managers send; a terminal sends it when its window is closed."""
    return [RESTART] if at_a_terminal else [RESTART, signal.SIGHUP]


def upgrade_as_installed() -> bool:
    """Bring the database to the version that is installed by now, which may be newer than we."""
    command = [sys.executable, "-c", "from warmline.cli import main; main()", "db", "upgrade"]
    if subprocess.run(command, check=False).returncode:
        click.echo("The database could not be upgraded, so nothing is replaced. See above.")
        return False
    return True


def processes(settings: Settings) -> list[list[Process]]:
    """Everything that runs, the store included where it is ours."""
    # They find the rest by themselves: it is in the environment that they share with us.
    env = {"WARMLINE_DATA": str(settings.data)}
    rest = stages(settings, env)
    if not settings.embedded:
        return rest
    return [[EmbeddedStore(store_folder(settings.data))], *rest]
