"""`warmline supporter pin`."""

from __future__ import annotations

import click

from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.pins import SqlPins
from warmline.commands._installation import book_of, open_roster, read_settings
from warmline.commands._onboarding import of_line, person_of
from warmline.commands._plain import Sentences
from warmline.services.supporters.pins import hand_out


@click.command()
@click.argument("alias")
@of_line
def pin(alias: str, *, line_id: str | None) -> None:
    """Give ALIAS a fresh PIN for the # door, and print it once.

    An older one stops working. They can choose another one themselves, behind #.
    """
    book = book_of(open_roster().books(), line_id)
    person = person_of(book, alias)
    pins = SqlPins(open_engine(read_settings().database_url))
    try:
        number, fresh = hand_out(pins, person)
    except LookupError:
        raise Sentences("There is no short number left on this line.") from None
    click.echo(f"{person.alias}: number {number}, PIN {fresh}. The PIN is not shown again.")
    click.echo(
        f"They dial {book.line.numbers[0]}, press # and enter the PIN; "
        "from a phone that is not theirs the number first."
        if book.line.numbers
        else "The line has no phone number yet."
    )
