"""`warmline flags`: how many calls supporters flagged, and lifting what followed."""

from __future__ import annotations

from collections.abc import Iterator

import click

from warmline.commands._installation import book_of, open_live, open_roster
from warmline.services.supporters.flags import FlagKeys, Flags

NOBODY = "Nobody is kept from the peers of this line."


@click.command()
@click.option("--line", "line_id", help="Which line; not needed when there is only one.")
@click.option("--lift", is_flag=True, help="Let everybody reach the peers of this line again.")
def flags(line_id: str | None, lift: bool) -> None:
    """Tell how many calls were flagged in the last weeks; never whose they were, or by whom.

    With --lift all blocks of the line end at once: nobody can see them one by one.
    """
    roster = open_roster()
    line = book_of(roster.books(), line_id).line
    calls, clock = open_live()
    known = Flags(calls, roster, clock, FlagKeys(calls, clock))
    if lift:
        click.echo("All blocks are lifted." if known.lift(line) else NOBODY)
        return
    for sentence in told(*known.weeks(line)):
        click.echo(sentence)


def told(weeks: list[tuple[str, int]], blocked: bool) -> Iterator[str]:
    """A sentence for each week in which there was a flag, and whether anybody is blocked."""
    for week, count in weeks:
        if count:
            yield f"{week}: {count} flag{'s' if count > 1 else ''}."
    if not any(count for _, count in weeks):
        yield "No call was flagged in the last five weeks."
    if blocked:
        yield "Some number reaches no peer for now. To let everybody through: warmline flags --lift"
    else:
        yield NOBODY
