"""`warmline who`: whose phone would ring, and why the others' would not."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from warmline.adapters.sql.roster import SqlRoster
from warmline.commands._installation import book_of, open_live, open_roster
from warmline.commands._plain import Sentences
from warmline.domain.errors import StoreTrouble
from warmline.domain.hours import instant, is_open, next_opening, open_until
from warmline.domain.line import Kind, LineBook
from warmline.domain.presence import Presence
from warmline.domain.wording import did_you_mean, listed
from warmline.services.who import Verdict
from warmline.services.who import who as verdicts

AT_RULE = 'Write the time on the line\'s own clock, like --at "2027-03-14 01:30".'


@click.command()
@click.option("--line", "line_id", help="Which line; not needed when there is only one.")
@click.option("--at", help='When, on the line\'s own clock: "2027-03-14 01:30". Now, if left out.')
@click.option("--language", help="What the caller speaks. The line's first, if left out.")
@click.option(
    "--kind", type=click.Choice([kind.value for kind in Kind]), help="Whom the caller asks for."
)
@click.option("--try-again", "alias", help="Ring their number again, though it was refused.")
def who(
    line_id: str | None,
    at: str | None,
    language: str | None,
    kind: str | None,
    alias: str | None,
) -> None:
    """Tell whose phone would ring for a caller, in which order, and why the others' would not.

    For now it counts who is on a call or resting; for another time it is told by the plan.
    """
    roster = open_roster()
    book = book_of(roster.books(), line_id)
    if alias is not None:
        _try_again(roster, book, alias)
        book = book_of(roster.books(), book.line.id)
    moment = _moment(book, at)
    spoken = _language(book, language)
    asked = f", asking for a {kind.replace('_', ' ')}" if kind else ""
    local = moment.astimezone(book.line.zone)
    click.echo(
        f"{book.line.name}, {local:%A %Y-%m-%d %H:%M %Z}, a caller who speaks {spoken}{asked}."
    )
    click.echo(_opening(book, moment))
    for verdict in verdicts(
        book, _live(book) if at is None else None, moment, spoken, Kind(kind) if kind else None
    ):
        click.echo(_told(verdict, book))
    for sentence in without_texts(book):
        click.echo(f"   {sentence}")


def without_texts(book: LineBook) -> list[str]:
    """Who gets no texts, in a sentence; nothing when everybody does."""
    names = [one.alias for one in book.supporters if one.id in book.no_texts]
    return [f"Texts off (they have written STOP): {listed(names)}."] if names else []


def _try_again(roster: SqlRoster, book: LineBook, alias: str) -> None:
    person = next((one for one in book.supporters if one.alias == alias), None)
    if person is None:
        guess = did_you_mean(alias, [one.alias for one in book.supporters])
        raise Sentences(f'Nobody on this line is called "{alias}".{guess}')
    if not roster.try_again(person.id):
        raise Sentences(f"The provider has not refused the number of {alias}.")
    click.echo(f"The number of {alias} will be rung again.")


def _live(book: LineBook) -> dict[str, Presence] | None:
    """What is true of the supporters now; None, and a word about it, when that is not known."""
    live, _ = open_live()
    try:
        return live.presences([one.id for one in book.supporters])
    except StoreTrouble:
        click.echo("(The live state cannot be reached: this is told by the plan alone.)")
        return None


def _moment(book: LineBook, at: str | None) -> datetime:
    """The instant that is meant. A time that comes twice is the first of the two."""
    if at is None:
        return datetime.now(UTC)
    try:
        wall = datetime.fromisoformat(at)
    except ValueError:
        raise Sentences(f'"{at}" is no time. {AT_RULE}') from None
    if wall.tzinfo is not None:
        return wall.astimezone(UTC)
    return instant(book.line.zone, wall.date(), wall.time())


def _language(book: LineBook, language: str | None) -> str:
    spoken = book.line.languages
    if language is None:
        return spoken[0]
    if language not in spoken:
        raise Sentences(f'The line does not speak "{language}": it speaks {listed(spoken)}.')
    return language


def _opening(book: LineBook, moment: datetime) -> str:
    line = book.line
    if is_open(line.hours, line.zone, moment):
        closes = open_until(line.hours, line.zone, moment)
        return f"The line is open until {_clock(closes, book)}." if closes else "It never closes."
    opens = next_opening(line.hours, line.zone, moment)
    return f"The line is closed until {_clock(opens, book)}." if opens else "It never opens."


def _told(verdict: Verdict, book: LineBook) -> str:
    if not verdict.would_ring:
        return f"   {verdict.alias}: {listed(verdict.reasons)}"
    role = "as a backup" if verdict.backup else "on duty"
    until = f" until {_clock(verdict.until, book)}" if verdict.until else ""
    return f"{verdict.order}. {verdict.alias}: {role}{until}"


def _clock(moment: datetime, book: LineBook) -> str:
    return f"{moment.astimezone(book.line.zone):%a %H:%M}"
