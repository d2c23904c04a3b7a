"""`warmline plan`: who should be on shift, by what is expected or what the line has counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import click

from warmline.adapters.clock import SystemClock
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.past import SqlPast
from warmline.commands._installation import book_of, open_roster, read_settings
from warmline.domain.picking_up import Order, Pickup, Way
from warmline.domain.planning import Demand, Forecast
from warmline.services.planning import THRESHOLD, Known, Plan, known, plan

HOURLY, TALK, PATIENCE, TAKEN = 1.0, 25.0, 3.0, 0.7
"""What is taken where nobody says it and the line has not counted it."""
TARGETS = "9 in 10 come to a peer, 8 in 10 within a minute"
ASSUMED = """\
This takes calls to come independently of each other, and each phone to be rung once for a caller:
a second round makes it a little better, an evening after an incident much worse (the last line)."""


@click.command("plan")
@click.option("--line", "line_id", help="Which line; not needed when there is only one.")
@click.option("--calls", type=click.FloatRange(0.01, 200), help="Calls an hour that want a peer.")
@click.option(
    "--talk", type=click.FloatRange(1, 240), help="Minutes of a call, with the rest after it."
)
@click.option(
    "--patience",
    type=click.FloatRange(0.1, 120),
    default=PATIENCE,
    show_default=True,
    help="Minutes that callers wait in the mean before they leave.",
)
@click.option(
    "--taken",
    type=click.FloatRange(0.05, 1),
    default=TAKEN,
    show_default=True,
    help="How often a ringing phone is taken, from 0.05 to 1.",
)
@click.option(
    "--ring",
    type=click.Choice([one.value for one in Order]),
    default=Order.WAVES.value,
    show_default=True,
    help="How phones are rung. A line rings in waves; the others are to compare.",
)
@click.option(
    "--together",
    type=click.IntRange(1, 100),
    default=5,
    show_default=True,
    help="How many call at once after an incident.",
)
def plan_(
    line_id: str | None,
    calls: float | None,
    talk: float | None,
    patience: float,
    taken: float,
    ring: str,
    together: int,
) -> None:
    """Tell how many supporters should be on: what becomes of callers with 1, 2, 3 and more.

    Calls and talk are those of the line's last whole quarter, if it counted 11 or more, or given.
    """
    book = book_of(open_roster().books(), line_id)
    counts = SqlPast(open_engine(read_settings().database_url)).counts()
    past = known(book, counts, datetime.fromtimestamp(SystemClock().now(), book.line.zone).date())
    demand = Demand(
        calls or (past and past.per_hour) or HOURLY, talk or (past and past.talk) or TALK, patience
    )
    way = Way(Order(ring), book.line.ringing)
    for sentence in told(plan(demand, Pickup(taken), way, together), past):
        click.echo(sentence)


def told(made: Plan, past: Known | None) -> Iterator[str]:
    """The plan in sentences, and in a table."""
    demand = made.demand
    yield from _counted(past)
    yield (
        f"Calls an hour: {demand.per_hour:g}; {demand.talk:g} minutes each, patience of "
        f"{demand.patience:g} minutes, a phone is taken {made.pickup.chance:.0%} of the time:"
    )
    yield "on shift   come to a peer   within 60 s   seconds till then   all taken   leave   busy"
    for row in made.rows:
        yield _row(row)
    if made.enough:
        yield f"{made.enough.supporters} on shift are the fewest with whom {TARGETS}."
    else:
        yield f"No number of people makes it so that {TARGETS}: too few phones are taken."
    on = made.enough.supporters if made.enough else len(made.rows)
    yield (
        f"If {made.surge.callers} call together while {on} are on: {made.surge.at_once:.1f} come "
        f"to a peer at once, {made.surge.later:.1f} later, in the mean."
    )
    yield ASSUMED


def _counted(past: Known | None) -> Iterator[str]:
    if past is None:
        yield f"In its last whole quarter the line has counted fewer than {THRESHOLD} calls."
        return
    when = f"The quarter from {past.since:%Y-%m-%d}"
    if past.per_hour:
        yield f"{when}: about {past.per_hour:g} calls an hour, by today's opening hours."
    if past.talk:
        yield f"{when}: about {past.talk:g} minutes a call, with the rest after it."


def _row(row: Forecast) -> str:
    return (
        f"{row.supporters:8}   {row.answered:14.0%}   {row.answered_soon:11.0%}   "
        f"{row.mean_answer:17.0f}   {row.blocked:9.1%}   {row.abandoned:5.1%}   "
        f"{row.occupancy:4.0%}"
    )
