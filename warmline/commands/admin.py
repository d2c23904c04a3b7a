"""`warmline admin`: who may sign in to the console."""

from __future__ import annotations

import click

from warmline.adapters.sql.roster import SqlRoster
from warmline.commands._installation import open_people, open_roster, read_settings
from warmline.commands._plain import Sentences
from warmline.domain.accounts import EVERY_LINE, Account, Grant, Role
from warmline.domain.wording import did_you_mean, listed
from warmline.services.accounts import Refused


@click.group()
def admin() -> None:
    """Invite people to the console, see who may sign in, lock somebody out."""


@admin.command()
@click.argument("name")
@click.option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    type=click.Choice([role.value for role in Role]),
    help="What they do; can be given more than once.",
)
@click.option("--line", "lines", multiple=True, help="On which line. On every one, if left out.")
def create(name: str, roles: tuple[str, ...], lines: tuple[str, ...]) -> None:
    """Make an account for NAME and print the link with which they choose a password.

    The link works once, for three days. Hand it over on a way that only the two of you read.
    """
    if lines:
        _want_lines(open_roster(), lines)
    grants = [Grant(Role(role), line) for role in roles for line in lines or (EVERY_LINE,)]
    try:
        _hand_over(name, open_people().create(name, grants))
    except Refused as refused:
        raise Sentences(str(refused)) from None


@admin.command("list")
def list_() -> None:
    """List who may sign in, and as what."""
    people = open_people().everybody()
    if not people:
        click.echo("Nobody yet. Begin with: warmline admin create NAME --role operator")
    for account in people:
        roles = listed([f"{grant.role} ({grant.line or 'every line'})" for grant in account.grants])
        click.echo(f"{account.name}: {roles}{_state(account)}")


@admin.command()
@click.argument("name")
def reset(name: str) -> None:
    """Take NAME's password, app and codes, sign them out, and print a new link for them.

    For whoever lost a password or a phone. Make sure that it is they who ask.
    """
    try:
        _hand_over(name, open_people().reset(name))
    except Refused as refused:
        raise Sentences(str(refused)) from None


@admin.command()
@click.argument("name")
def lock(name: str) -> None:
    """Keep NAME out from this moment on; they are signed out everywhere."""
    _lock(name, locked=True)
    click.echo(f"{name} is locked out.")


@admin.command()
@click.argument("name")
def unlock(name: str) -> None:
    """Let NAME in again, with the password and the app that they had."""
    _lock(name, locked=False)
    click.echo(f"{name} can sign in again.")


def _lock(name: str, *, locked: bool) -> None:
    try:
        open_people().lock(name, locked=locked)
    except Refused as refused:
        raise Sentences(str(refused)) from None


def _want_lines(roster: SqlRoster, lines: tuple[str, ...]) -> None:
    known = [book.line.id for book in roster.books()]
    for line in lines:
        if line not in known:
            raise Sentences(f'There is no line "{line}".{did_you_mean(line, known)}')


def _hand_over(name: str, token: str) -> None:
    address = f"{read_settings().public_url or ''}/console/invitation/{token}"
    click.echo(f"For {name}, once, within three days:\n{address}")


def _state(account: Account) -> str:
    if account.locked:
        return "; locked out"
    if not account.password:
        return "; invited"
    return "" if account.second_factor else "; has no authenticator app yet"
