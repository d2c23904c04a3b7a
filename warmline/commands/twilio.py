"""`warmline twilio provision`: the line's numbers ask our pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

from warmline.adapters.twilio_numbers import Plan, TwilioNumbers
from warmline.commands._installation import open_roster, open_twilio, read_settings
from warmline.commands._plain import NotNow, Sentences
from warmline.domain.errors import ProviderTrouble
from warmline.domain.wording import listed


@click.group()
def twilio() -> None:
    """What concerns the provider of telephony."""


@twilio.command()
@click.option("--yes", is_flag=True, help="Make the changes. Without it they are only shown.")
@click.option(
    "--fallback-url",
    "fallback_urls",
    multiple=True,
    help="A page on another host that speaks when this one is down; our own, if left out. With "
    "several lines once for each: --fallback-url county=https://...",
)
def provision(yes: bool, fallback_urls: tuple[str, ...]) -> None:
    """Set the voice, fallback, status and message addresses of the lines' numbers at Twilio.

    The number for test calls (WARMLINE_SELFTEST_NUMBER), if there is one, is set up for these.
    """
    books = open_roster().books()
    if not any(book.line.numbers for book in books):
        raise Sentences("There is no line yet. Write one down and run: warmline apply line.toml")
    for_all, by_line = fallbacks(fallback_urls, [book.line.id for book in books])
    test_number = read_settings().selftest_number or ""
    client, links = open_twilio()
    numbers = TwilioNumbers(
        client,
        links,
        for_all,
        fallbacks={
            number: by_line[book.line.id]
            for book in books
            if book.line.id in by_line
            for number in book.line.numbers
        },
        test_number=test_number,
    )
    wanted = [number for book in books for number in book.line.numbers]
    try:
        plan = numbers.plan([*wanted, *([test_number] if test_number else [])])
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


def fallbacks(given: Sequence[str], lines: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The fallback of every line, and those of single ones. Raises Sentences."""
    for_all, by_line = "", {}
    for one in given:
        line, named, url = one.partition("=") if re.match(r"[a-z0-9-]+=", one) else ("", "", one)
        if not url.startswith("https://"):
            raise Sentences(f'--fallback-url is "{one}"; its address must begin with https://')
        if named and line not in lines:
            raise Sentences(f'--fallback-url names the line "{line}". There is {listed(lines)}.')
        if named:
            by_line[line] = url
        else:
            for_all = url
    return for_all, by_line


def _show(plan: Plan) -> None:
    for change in plan.changes:
        click.echo(str(change))
    if not plan.changes:
        click.echo("Every number that this account owns is set up as it should be.")
