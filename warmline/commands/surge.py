"""`warmline surge`: ask supporters who are off duty for help."""

from __future__ import annotations

import click

from warmline import wiring
from warmline.commands._installation import book_of, open_roster, read_settings
from warmline.commands._plain import NotNow
from warmline.services.supporters.surge import Surge, TooSoon


@click.command()
@click.option("--line", "line_id", help="Which line; not needed when there is only one.")
@click.option("--look", is_flag=True, help="Ask nobody: say how many would be, or have come.")
def surge(line_id: str | None, *, look: bool) -> None:
    """Text supporters who are off duty and rested that several peers are calling.

    They reply ON if they can. Whoever rests, is in quiet hours, has said that they are off or
    wants no texts is left in peace. At most once in two hours.
    """
    book = book_of(open_roster().books(), line_id)
    asking = wiring.surge(wiring.world(read_settings()))
    if not look:
        _ask(asking, book.line.id)
    now = asking.now(book.line.id)
    if now is None:
        would = asking.may_ask(book.line.id)
        click.echo(f"Nobody was asked in the last two hours. {would} could be asked now.")
        return
    at = now.at.astimezone(book.line.zone)
    click.echo(f"Asked at {at:%H:%M}: {now.asked}. On duty by their own word since: {now.came}.")


def _ask(asking: Surge, line_id: str) -> None:
    try:
        asked = asking.ask(line_id)
    except TooSoon as soon:
        raise NotNow(
            f"They were asked already; the next time is after {soon.at:%H:%M} UTC. "
            "See what came of it: warmline surge --look"
        ) from None
    if not asked:
        raise NotNow("Nobody can be asked now: everybody else is on duty, rests, or is off.")
