"""`warmline directory`: other places to call, looked after."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click

from warmline.adapters.clock import SystemClock
from warmline.commands._directory import about, changed_row, in_short
from warmline.commands._installation import book_of, open_roster
from warmline.commands._plain import NotNow, PlainGroup, Sentences
from warmline.domain.directory.changes import Refused, same_as
from warmline.domain.directory.concerns import directory_warnings, to_verify
from warmline.domain.directory.facts import doubles
from warmline.domain.directory.rows import written
from warmline.domain.line import LineBook, Place
from warmline.domain.problems import BadFile
from warmline.services.directory import Directory, Outcome

AHEAD = timedelta(days=31)

which_line = click.option("--line", "line_id", help="Which line; not needed when there is one.")
signed = click.option("--by", required=True, help="Your name or initials.")


@click.group(cls=PlainGroup)
def directory() -> None:
    """Other places to call: take in and hand out tables, make sure of rows, turn them on and off.

    Two different people change a crisis row: one proposes, somebody else approves.
    """


@directory.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", default="", help="Your name or initials; not needed with --dry-run.")
@click.option("--dry-run", is_flag=True, help="Only tell what would change.")
@click.option("--drop-missing", is_flag=True, help="Take out rows that are not in FILE.")
@which_line
def import_(file: Path, by: str, line_id: str | None, *, dry_run: bool, drop_missing: bool) -> None:
    """Take in the table FILE (CSV): all of it, or nothing.

    Each row is told: taken, unchanged, disabled or proposed, and why. What nobody has confirmed
    arrives turned off.
    """
    table, line = _contents(file), _book(line_id).line.id
    try:
        outcome = _desk().take_in(line, table, by, drop_missing=drop_missing, dry_run=dry_run)
    except BadFile as bad:
        told = [f"{file}:{one.line}: refused: {one.text}" for one in bad.problems]
        raise Sentences(*told, "Nothing has been changed.") from None
    except Refused as no:
        raise Sentences(str(no)) from None
    for one in outcome.told:
        click.echo(f"{one.key}: {one.outcome}{f' ({one.why})' if one.why else ''}")
    _tell_changes(outcome)
    if dry_run:
        click.echo("Nothing has been changed (--dry-run).")
    if any(one.outcome == "refused" for one in outcome.told):
        raise NotNow("Some rows were refused and are as they were: see above.")


@directory.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@which_line
def export(file: Path | None, line_id: str | None) -> None:
    """Write the directory as CSV, to FILE or here. Taking it in again changes nothing."""
    table = written(_book(line_id).places)
    if file is None:
        click.echo(table, nl=False)
        return
    try:
        file.write_text(table, encoding="utf-8")
    except OSError as error:
        raise Sentences(f"{file} cannot be written: {error.strerror}.") from None
    click.echo(f"{file} is written.")


@directory.command("list")
@click.option("--all", "also_off", is_flag=True, help="Also rows that are off.")
@which_line
def list_(line_id: str | None, *, also_off: bool) -> None:
    """Tell every row in short."""
    book = _book(line_id)
    today, twice = _today(book), doubles(book.places)
    for place in book.places:
        if also_off or place.enabled:
            same = f"; {same_as(twice[place.key])}" if place.key in twice else ""
            click.echo(f"{in_short(place, today)}{same}")


@directory.command()
@click.argument("key")
@which_line
def show(key: str, line_id: str | None) -> None:
    """Tell everything about the row KEY."""
    book = _book(line_id)
    for sentence in about(_place(book, key), _today(book)):
        click.echo(sentence)
    for proposal in book.proposals:
        if proposal.key == key:
            click.echo(f"A change waits since {proposal.on}, proposed by {proposal.by}.")


@directory.command()
@click.argument("key")
@signed
@click.option("--method", required=True, help='How you made sure: "operator page", "by e-mail".')
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Until when that holds.")
@click.option("--owner", default="", help="Who looks after the row from now on.")
@which_line
def verify(
    key: str, by: str, method: str, until: datetime | None, owner: str, line_id: str | None
) -> None:
    """You have made sure of the row KEY. A crisis line is never called for this: read its page."""
    day = until.date() if until else None
    _do(
        line_id,
        lambda desk, line: desk.verify(line, key, by, method=method, until=day, owner=owner),
    )


@directory.command()
@click.argument("key")
@signed
@which_line
def enable(key: str, by: str, line_id: str | None) -> None:
    """Name the row KEY to callers."""
    _do(line_id, lambda desk, line: desk.turn(line, key, by, on=True))


@directory.command()
@click.argument("key")
@signed
@which_line
def disable(key: str, by: str, line_id: str | None) -> None:
    """Name the row KEY to callers no longer."""
    _do(line_id, lambda desk, line: desk.turn(line, key, by, on=False))


@directory.command()
@click.argument("key")
@click.argument("facts", nargs=-1, metavar="[COLUMN=VALUE]...")
@click.option("--remove", is_flag=True, help="Take the row out.")
@signed
@which_line
def propose(
    key: str, facts: tuple[str, ...], by: str, line_id: str | None, *, remove: bool
) -> None:
    """Change the row KEY, add it, or take it out: hours=24/7 bridgeable=yes.

    A row that is no crisis row changes at once.
    """
    if remove == bool(facts):
        raise Sentences("Give what changes, like hours=24/7, or --remove.")
    if remove:
        _do(line_id, lambda desk, line: desk.remove(line, key, by))
        return
    book = _book(line_id)
    try:
        wanted = changed_row(book, key, facts, _today(book))
    except BadFile as bad:
        raise Sentences(*(one.text for one in bad.problems)) from None
    _do(line_id, lambda desk, line: desk.change(line, wanted, by))


@directory.command()
@click.argument("proposal")
@signed
@which_line
def approve(proposal: str, by: str, line_id: str | None) -> None:
    """Let a PROPOSAL happen, named by its id or by the row's key. Its proposer cannot."""
    _do(line_id, lambda desk, line: desk.approve(line, proposal, by))


@directory.command()
@click.argument("proposal")
@signed
@which_line
def reject(proposal: str, by: str, line_id: str | None) -> None:
    """Drop a PROPOSAL; the row stays as it is."""
    _do(line_id, lambda desk, line: desk.reject(line, proposal, by))


@directory.command()
@which_line
def due(line_id: str | None) -> None:
    """Tell what is to be looked at within a month, and what waits for a second person."""
    book = _book(line_id)
    today = _today(book)
    for place in to_verify(book, today + AHEAD):
        click.echo(in_short(place, today))
    for one in book.proposals:
        what = "to be removed" if one.wanted is None else "to be changed"
        click.echo(f"{one.id}: {one.key} is {what}, proposed by {one.by} on {one.on}.")
    for concern in directory_warnings(book, today):
        click.echo(f"{concern.said}\n   -> {concern.mend}")


@directory.command()
@which_line
def log(line_id: str | None) -> None:
    """Tell who changed what of the directory and when, the newest first."""
    roster = open_roster()
    book = book_of(roster.books(), line_id)
    for at, by, what in roster.changes(book.line.id):
        click.echo(f"{at.astimezone(book.line.zone):%Y-%m-%d %H:%M} {by}: {what}")


# -- inside -------------------------------------------------------------------------------------


def _contents(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Sentences(f"{file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise Sentences(f'{file} is not UTF-8 text. Save it as "CSV UTF-8".') from None


def _desk() -> Directory:
    return Directory(open_roster(), SystemClock(), lambda: secrets.token_hex(4))


def _book(line_id: str | None) -> LineBook:
    return book_of(open_roster().books(), line_id)


def _today(book: LineBook) -> date:
    return datetime.now(UTC).astimezone(book.line.zone).date()


def _place(book: LineBook, key: str) -> Place:
    for place in book.places:
        if place.key == key:
            return place
    raise Sentences(f'There is no row "{key}". See them with: warmline directory list --all')


def _do(line_id: str | None, verb: Callable[[Directory, str], Outcome]) -> None:
    try:
        outcome = verb(_desk(), _book(line_id).line.id)
    except Refused as no:
        raise Sentences(str(no)) from None
    _tell_changes(outcome)


def _tell_changes(outcome: Outcome) -> None:
    for change in outcome.changes:
        click.echo(f"- {change}")
    if not outcome.changes:
        click.echo("It is so already: nothing to change.")
