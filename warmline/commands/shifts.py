"""`warmline shifts`: who has which shift, with swaps and days off."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import click

from warmline.commands._installation import book_of, open_roster
from warmline.domain.line import LineBook, Role
from warmline.domain.shifts import Occurrence
from warmline.services.shifts import MOST_DAYS, shown

ROLES = {
    Role.CALLS: "",
    Role.BACKUP: " (backup)",
    Role.DEBRIEFS: " (debriefs)",
    Role.DEBRIEFS_BACKUP: " (debriefs, backup)",
}


@click.command()
@click.option("--line", "line_id", help="Which line, when there are several.")
@click.option(
    "--from", "first", type=click.DateTime(formats=["%Y-%m-%d"]), help="First day; today, if none."
)
@click.option("--days", type=click.IntRange(1, MOST_DAYS), default=7, show_default=True)
def shifts(line_id: str | None, first: datetime | None, days: int) -> None:
    """Every shift that begins on these days, on the line's own clock: what the plan says, and who
    has swapped with whom."""
    book = book_of(open_roster().books(), line_id)
    begin = first.date() if first else datetime.now(UTC).astimezone(book.line.zone).date()
    found = shown(book, begin, begin + timedelta(days=days - 1))
    for one in found:
        click.echo(_said(book, one.occurrence))
    if not found:
        click.echo("No shift begins on these days.")


def _said(book: LineBook, one: Occurrence) -> str:
    names = {person.id: person.alias for person in book.supporters}
    start, end = (at.astimezone(book.line.zone) for at in (one.start, one.end))
    instead = f" for {names[one.shift.supporter]}" if one.swapped else ""
    away = ", but has that day off" if one.off else ""
    when = f"{start:%a %Y-%m-%d %H:%M}-{end:%H:%M}"
    return f"{when}  {names[one.supporter]}{instead}{ROLES[one.shift.role]}{away}"
