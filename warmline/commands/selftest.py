"""`warmline selftest`: the line calls itself, and says what came of it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import click

from warmline import wiring
from warmline.commands._installation import book_of, open_roster, read_settings
from warmline.commands._plain import NotNow
from warmline.domain.selftest import Run, Step
from warmline.services.selftest import PATIENCE, SelfTest

EVERY = 0.5
"""Seconds between two looks at how far the call has come."""
SAID: dict[Step, tuple[str, str]] = {
    Step.PLACED: (
        "The provider takes a call of ours.",
        (
            "Look at the account in the provider's console, and run `warmline check`. With one "
            "number only it may refuse a call from it to itself: set WARMLINE_SELFTEST_NUMBER."
        ),
    ),
    Step.ANSWERED: (
        "The line's number reaches our pages, and they answer.",
        "Run `warmline check`: it looks at the number's addresses and at our public address.",
    ),
    Step.DOOR: (
        "Key 9 opens the crisis door.",
        "Look at the log of the web app for page_failed.",
    ),
    Step.WAITING: (
        "Key 0 leads to a peer.",
        "Look at the log of the web app for page_failed, and at Redis.",
    ),
    Step.RUNG: (
        "A phone is rung.",
        (
            "Run `warmline check`: workers and clock must run. The number that is rung must ask "
            "our page: `warmline twilio provision`."
        ),
    ),
    Step.JOINED: (
        "Key 1 on that phone brings both together.",
        "Look at the log of the workers, and in the provider's console for errors of these calls.",
    ),
    Step.ENDED: (
        "The provider reports the end of the call.",
        "Run `warmline twilio provision`: the number's status callback must be ours.",
    ),
}
NO_PHONE = (
    "Not tried: ringing a phone and joining two callers. For that, buy a number that no line has, "
    "set WARMLINE_SELFTEST_NUMBER to it, and run `warmline twilio provision --yes`."
)


@click.command()
@click.option("--line", "line_id", help="Which line; not needed when there is only one.")
def selftest(line_id: str | None) -> None:
    """Have the line call itself, through the provider, and say what works.

    No supporter's phone rings, nothing is counted, and the provider keeps nothing of it. The call
    costs what two short calls cost. The exit status is 0 when every step came, else 1.
    """
    book = book_of(open_roster().books(), line_id)
    test = wiring.selftest(wiring.world(read_settings()))
    run = test.begin(book.line.id)
    if run is None:
        raise NotNow("Another test call is on its way to this line. Try again in two minutes.")
    click.echo(f"The line calls itself at {book.line.numbers[0]}. This takes up to a minute.")
    run = _followed(test, run)
    for sentence in told(run):
        click.echo(sentence)
    if run.failed:
        raise click.exceptions.Exit(1)


def _followed(test: SelfTest, run: Run) -> Run:
    """Make the call and look until it is over."""
    while (again := test.place(run)) is not None:
        if again - run.began > PATIENCE:
            raise NotNow("Callers' phones go first, and there are many now. Try again later.")
        time.sleep(EVERY)
    while True:
        found = test.verdict(run.id)
        if found is None:
            raise NotNow("Redis has forgotten the test call on its way. Try again.")
        if test.is_over(found):
            return found
        time.sleep(EVERY)


def told(run: Run) -> Iterator[str]:
    """What came of it, a sentence a step; how to mend the first that did not come."""
    for step in run.steps:
        said, mend = SAID[step]
        if step in run.passed:
            yield f"good  {said}"
        elif step is run.failed:
            yield f"wrong Not so: {said}"
            yield f"      -> {mend}"
        else:
            yield f"      Not reached: {said}"
    if not run.phone:
        yield NO_PHONE
