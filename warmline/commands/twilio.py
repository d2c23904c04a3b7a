"""`warmline twilio provision`: the line's numbers ask our pages."""

from __future__ import annotations

import click

from warmline.adapters.twilio_numbers import Plan, TwilioNumbers
from warmline.commands._installation import open_roster, open_twilio
from warmline.commands._plain import NotNow, Sentences
from warmline.domain.errors import ProviderTrouble


@click.group()
def twilio() -> None:
    """What concerns the provider of telephony."""


@twilio.command()
@click.option("--yes", is_flag=True, help="Make the changes. Without it they are only shown.")
@click.option(
    "--fallback-url",
    default="",
    help="A page on another host that speaks when this one is down; our own, if left out.",
)
def provision(yes: bool, fallback_url: str) -> None:
    """Set the voice, fallback, status and message addresses of the lines' numbers at Twilio."""
    if fallback_url and not fallback_url.startswith("https://"):
        raise Sentences(f'--fallback-url is "{fallback_url}"; it must begin with https://')
    lines = [number for book in open_roster().books() for number in book.line.numbers]
    if not lines:
        raise Sentences("There is no line yet. Write one down and run: warmline apply line.toml")
    client, links = open_twilio()
    numbers = TwilioNumbers(client, links, fallback_url)
    try:
        plan = numbers.plan(lines)
        _show(plan)
        if plan.changes and yes:
            numbers.carry_out(plan)
            click.echo("Done.")
        elif plan.changes:
            click.echo("Nothing was changed. To make these changes, add --yes.")
    except ProviderTrouble as trouble:
        raise NotNow(str(trouble)) from None
    if plan.unknown:
        raise NotNow(
            *(
                f"{number} is not a number of this Twilio account: "
                "buy or move it there, or correct it in the line's file."
                for number in plan.unknown
            )
        )


def _show(plan: Plan) -> None:
    for change in plan.changes:
        click.echo(str(change))
    if not plan.changes:
        click.echo("Every number that this account owns is set up as it should be.")
