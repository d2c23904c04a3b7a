"""`warmline forget`: what has had its time, told, and with --now deleted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import click

from warmline import wiring
from warmline.commands._installation import open_roster, read_settings
from warmline.commands._plain import NotNow
from warmline.domain.errors import StoreTrouble
from warmline.domain.retention import ROWS_KEPT
from warmline.ports import LiveCalls
from warmline.services.folding import Over
from warmline.services.forgetting import Forgetting

HELD = "A legal hold is on: nothing is deleted until it ends. See: warmline hold show"
NOTHING = "Nothing has had its time."
AT_ONCE = 20
WORDS = {
    "reminders": ("note of a reminder of a shift", "notes of reminders of shifts"),
    "minutes": ("supporter's day of minutes", "supporters' days of minutes"),
    "switches": ("emergency switch that is over", "emergency switches that are over"),
    "swaps": ("swap of a shift that is over", "swaps of shifts that are over"),
    "wishes": ("supporter's word about duty is over", "supporters' words about duty are over"),
    "changes": ("note of a change of the directory", "notes of changes of the directory"),
    "deeds": ("line of the console's log", "lines of the console's log"),
    "holds": ("legal hold that is long over", "legal holds that are long over"),
}
"""How one and many of what `retention.KEPT` names are told."""


@click.command()
@click.option("--now", is_flag=True, help="Delete it, after asking.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option(
    "--days",
    type=click.IntRange(0, ROWS_KEPT.days),
    default=ROWS_KEPT.days,
    show_default=True,
    help="How many days of ended calls stay as rows; older ones become counts.",
)
def forget(days: int, *, now: bool, yes: bool) -> None:
    """Tell what has had its time and is deleted within the hour; with --now, delete it now.

    What is deleted does not come back; of ended calls the counts stay.
    """
    if any(book.held for book in open_roster().books()):
        raise NotNow(HELD)
    keep = timedelta(days=days)
    folding = wiring.folding(read_settings())
    over, backlog = folding.over(keep), _backlog()
    told = list(_told(over, backlog))
    for sentence in told or [NOTHING]:
        click.echo(sentence)
    if not now or not told:
        return
    if not yes:
        click.confirm("Delete all of this now?", abort=True)
    folding.tidy(keep)
    if backlog:
        _at_provider(backlog)
    click.echo("It is deleted.")


def _told(over: Over, backlog: int | None) -> Iterator[str]:
    """What would go, a sentence for each kind."""
    for count, one, many in (
        (over.rows, "row of an ended call becomes a count", "rows of ended calls become counts"),
        *((over.rest.get(name, 0), *words) for name, words in WORDS.items()),
        (backlog or 0, "record at the phone provider", "records at the phone provider"),
    ):
        if count:
            yield f"{count} {one if count == 1 else many}."


def _backlog() -> int | None:
    """How many records wait at the provider; None when nobody can be asked from here."""
    settings = read_settings()
    if settings.missing_to_serve():
        return None
    try:
        return wiring.world(settings).calls.backlog()
    except StoreTrouble:
        click.echo("The live state cannot be reached: the provider's records are left alone.")
        return None


def _at_provider(backlog: int) -> None:
    """Ask for the deletion of each; what is refused stays, and is tried again by itself."""
    world = wiring.world(read_settings())
    forgetting: Forgetting = wiring.work_house(world).forgetting
    calls: LiveCalls = world.calls
    for sid in calls.to_forget(max(backlog, AT_ONCE)):
        forgetting.forget(sid)
    if left := calls.backlog():
        click.echo(f"{left} at the provider could not be deleted yet; that goes on by itself.")
