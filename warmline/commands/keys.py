"""`warmline keys`: the keys that seal numbers at rest, and replacing them."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from warmline import wiring
from warmline.adapters.clock import SystemClock
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.resealing import sealed_with_older
from warmline.commands._installation import open_roster, read_settings
from warmline.commands._plain import PlainGroup, Sentences
from warmline.domain.errors import StoreTrouble
from warmline.settings import Settings, replace_key, replaced

HOW_TO_SET = """\
SECRET_KEY is set, so you replace it yourself, on every machine, in this order:
1. Make one: python -c "import secrets; print(secrets.token_urlsafe(48))"
2. Set SECRET_KEY_OLDER to the new one and restart everything: all can open what it will seal.
3. Set SECRET_KEY to the new one, SECRET_KEY_OLDER to the one before, and restart everything.
4. Run this again: warmline keys rotate
5. A day later take SECRET_KEY_OLDER away and destroy the old key."""


@click.group(cls=PlainGroup)
def keys() -> None:
    """The keys that seal telephone numbers at rest."""


@keys.command()
def show() -> None:
    """Tell where the keys are and what is sealed with older ones. No key is shown."""
    settings = read_settings()
    open_roster()
    click.echo(f"The key that seals is {_where(settings)}.")
    for at, _ in replaced(settings):
        when = datetime.fromtimestamp(at, UTC)
        click.echo(f"One was replaced on {when:%Y-%m-%d %H:%M} UTC; it goes a day after that.")
    older = sealed_with_older(open_engine(settings.database_url), wiring.sealer(settings))
    click.echo(f"{older} of the sealed texts in the database need another key.")


@keys.command()
def rotate() -> None:
    """Replace the key, and seal with the new one what lies in the database and in the store.

    Calls go on: every process notices by itself. The old key opens what is live for one more day;
    then a worker destroys it, and older backups of the database cannot be read any more.
    """
    settings = read_settings()
    open_roster()
    if settings.secret_key and not settings.secret_key_older:
        raise Sentences(HOW_TO_SET)
    if not settings.secret_key:
        replace_key(settings, SystemClock().now())
        click.echo("There is a new key. Back it up, apart from the database.")
    try:
        done, lost, live = wiring.renew_seals(settings)
    except StoreTrouble:
        click.echo("Not everything could be sealed anew now. That is done within a day by itself,")
        click.echo("or at once: warmline keys renew")
        raise
    _tell(done, lost, live)


@keys.command()
def renew() -> None:
    """Seal with the present key what an older one has sealed. No key is replaced."""
    open_roster()
    _tell(*wiring.renew_seals(read_settings()))


def _tell(done: int, lost: int, live: int) -> None:
    click.echo(f"Sealed anew: {done} in the database, {live} in the store.")
    if lost:
        click.echo(f"{lost} in the database open with no key: give them again with warmline apply.")


def _where(settings: Settings) -> str:
    return "SECRET_KEY" if settings.secret_key else f"in {settings.data / 'secret_key'}"
