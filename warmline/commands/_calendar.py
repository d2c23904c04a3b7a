"""`warmline supporter calendar`: the address of a supporter's own calendar."""

from __future__ import annotations

import click

from warmline.adapters.calendars import write_calendar
from warmline.adapters.clock import SystemClock
from warmline.commands._installation import book_of, open_roster, open_rota, read_settings
from warmline.commands._onboarding import person_of
from warmline.commands._plain import Sentences
from warmline.domain.links import Links
from warmline.services.calendars import Calendars


@click.command()
@click.argument("alias")
@click.option("--line", "line_id", help="Which line, when there are several.")
@click.option("--revoke", is_flag=True, help="The address shows nothing any more.")
def calendar(alias: str, line_id: str | None, *, revoke: bool) -> None:
    """A new address for ALIAS's calendar; the one before shows nothing any more.

    Whoever has it sees when their shifts are, and nothing else. It is shown once and kept nowhere.
    """
    roster = open_roster()
    person = person_of(book_of(roster.books(), line_id), alias)
    calendars = Calendars(roster, open_rota(), SystemClock(), write_calendar)
    if revoke:
        had = calendars.take_back(person.id)
        click.echo("The address shows nothing any more." if had else "There was no address.")
        return
    settings = read_settings()
    if not settings.public_url:
        raise Sentences("Set PUBLIC_URL first: the address begins with it.")
    click.echo(Links(settings.public_url).calendar(calendars.give(person.id)))
    click.echo(f"Give it to {person.alias} only. It is not shown again.")
