"""`warmline db`: looking after the database."""

from __future__ import annotations

import click

from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.migrations import is_current, upgrade
from warmline.commands._installation import read_settings


@click.group()
def db() -> None:
    """Look after the database."""


@db.command("upgrade")
def upgrade_command() -> None:
    """Set the database up, or bring it to this version. Twice is once."""
    engine = open_engine(read_settings().database_url)
    if is_current(engine):
        click.echo("The database is up to date already.")
        return
    upgrade(engine)
    click.echo("The database is up to date now.")
