"""`warmline supporter confirm`, `onboarding` and `practice`."""

from __future__ import annotations

from datetime import UTC, date, datetime

import click

from warmline import wiring
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.onboarding import SqlOnboarding
from warmline.commands._installation import book_of, open_roster, read_settings
from warmline.commands._plain import NotNow, Sentences
from warmline.domain.errands import Kind
from warmline.domain.line import LineBook, Supporter
from warmline.domain.numbers import mask
from warmline.domain.onboarding import AGREEMENT, How, Progress, may_be_rung, steps
from warmline.domain.wording import did_you_mean, listed
from warmline.services.supporters.errands import QuietNow, TooMany

of_line = click.option("--line", "line_id", help="Which line; not needed when there is only one.")
NOBODY_YET = Progress()


def person_of(book: LineBook, alias: str) -> Supporter:
    """The supporter that is meant. Ends the command when there is none."""
    for one in book.supporters:
        if one.alias.casefold() == alias.casefold():
            return one
    aliases = [one.alias for one in book.supporters]
    guess = did_you_mean(alias, aliases) or f" There is {listed(aliases)}."
    raise Sentences(f'Nobody on {book.line.name} is called "{alias}".{guess}')


@click.command()
@click.argument("alias")
@click.option("--call", is_flag=True, help="By a call: they press 1, twice.")
@click.option("--by-hand", is_flag=True, help="You have talked with them at this number.")
@of_line
def confirm(alias: str, *, call: bool, by_hand: bool, line_id: str | None) -> None:
    """Ask ALIAS whether their number is theirs and may be rung; it is not rung before.

    By a text with a code that they send back, unless you say otherwise.
    """
    if call and by_hand:
        raise Sentences("Choose one: --call or --by-hand.")
    roster = open_roster()
    book = book_of(roster.books(), line_id)
    person = person_of(book, alias)
    if not person.phone:
        raise Sentences(f"{person.alias}'s number cannot be read. Run: warmline apply line.toml")
    if may_be_rung(book, person):
        click.echo(f"{person.alias} ({mask(person.phone)}) is confirmed already.")
        return
    if by_hand:
        roster.confirm(person.id, person.phone, How.HAND)
        click.echo(f"{person.alias} ({mask(person.phone)}) can be rung from now on.")
        return
    _ask(Kind.CONFIRM_CALL if call else Kind.CONFIRM_TEXT, book, person)
    how = "is rung and asked to press 1" if call else "is texted a code to send back"
    click.echo(f"{person.alias} ({mask(person.phone)}) {how}.")


@click.command()
@click.argument("alias")
@of_line
def practice(alias: str, line_id: str | None) -> None:
    """Ring ALIAS for a practice call: every key, and nothing behind it.

    It is in no statistic and no limit. Nobody else rings them meanwhile.
    """
    book = book_of(open_roster().books(), line_id)
    person = person_of(book, alias)
    if not may_be_rung(book, person):
        raise Sentences(
            f"{person.alias} has not confirmed this number yet. "
            f"First: warmline supporter confirm {person.alias!r}"
        )
    _ask(Kind.PRACTICE, book, person)
    click.echo(f"{person.alias} ({mask(person.phone)}) is rung for practice, unless they are busy.")


def _ask(kind: Kind, book: LineBook, person: Supporter) -> None:
    try:
        wiring.errands(wiring.world(read_settings())).ask(kind, book, person)
    except TooMany:
        raise NotNow(f"{person.alias} was asked often enough for now. Try again later.") from None
    except QuietNow:
        raise NotNow(f"These are {person.alias}'s quiet hours. Try again after them.") from None


@click.command()
@click.argument("alias", required=False)
@click.option("--done", "done", multiple=True, help="They have done this, today or --on a day.")
@click.option("--not-done", "not_done", multiple=True, help="They have not done this after all.")
@click.option("--on", "on", type=click.DateTime(["%Y-%m-%d"]), help="The day on which they did.")
@of_line
def onboarding(
    alias: str | None,
    done: tuple[str, ...],
    not_done: tuple[str, ...],
    on: datetime | None,
    line_id: str | None,
) -> None:
    """Show how far supporters have come, or tick what ALIAS has done. Only days are kept."""
    book = book_of(open_roster().books(), line_id)
    kept = SqlOnboarding(open_engine(read_settings().database_url))
    people = [person_of(book, alias)] if alias else list(book.supporters)
    if (done or not_done) and not alias:
        raise Sentences("Whose? Name them before --done or --not-done.")
    _want_steps(book, (*done, *not_done))
    day = on.date() if on else datetime.now(UTC).astimezone(book.line.zone).date()
    for step in done:
        kept.tick(people[0].id, step, day)
    for step in not_done:
        kept.untick(people[0].id, step)
    progress = kept.progress(book.line.id)
    for one in people:
        click.echo(told(book, one, progress.get(one.id, NOBODY_YET)))


def _want_steps(book: LineBook, named: tuple[str, ...]) -> None:
    for step in named:
        if step not in steps(book):
            known = listed([f'"{one}"' for one in steps(book)])
            raise Sentences(f'{book.line.name} has no step "{step}". It has {known}.')


def told(book: LineBook, person: Supporter, progress: Progress) -> str:
    """How far somebody has come, in one line."""
    number = "number not confirmed yet"
    if progress.confirmed and progress.confirmed_on:
        number = f"number confirmed {progress.confirmed_on} ({progress.confirmed})"
    parts = [number, *(_step(one, progress.done.get(one)) for one in steps(book))]
    return f"{person.alias}: {'; '.join(parts)}"


def _step(step: str, on: date | None) -> str:
    said = "agreed" if step == AGREEMENT else step
    return f"{said} {on}" if on else f"{said}: not yet"
