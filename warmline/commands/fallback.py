"""`warmline fallback`: the document that speaks from another host when ours is down."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from call_flows import _kit
from warmline.commands._installation import book_of, open_roster, open_words
from warmline.commands._plain import Sentences
from warmline.domain.line import Line, LineBook
from warmline.services.fallback import BACKUP_RINGS, LastResort, last_resort


@click.command()
@click.option("--line", "line_id", help="Which line; not needed when there is only one.")
@click.option("--output", type=click.Path(path_type=Path), help="A file to write it to.")
def fallback(line_id: str | None, output: Path | None) -> None:
    """Write what callers hear when this whole installation is down, for another host to serve.

    Put it there as docs/operating.md says and tell the provider with:
    warmline twilio provision --fallback-url https://... Write it anew when the line's languages or
    its directory change.
    """
    book = book_of(open_roster().books(), line_id)
    document = document_of(book)
    if output is None:
        click.echo(document)
        return
    try:
        output.write_text(document + "\n", encoding="utf-8")
    except OSError as error:
        raise Sentences(f"{output} cannot be written: {error.strerror}.") from None
    click.echo(f"{output} is written. Where to put it: docs/operating.md.")


def document_of(book: LineBook) -> str:
    """The document of a line as it is to be today."""
    words = open_words().spoken_elsewhere(book.line)
    return as_twiml(book.line, last_resort(book, words, datetime.now(book.line.zone)))


def as_twiml(line: Line, told: LastResort) -> str:
    """The document as the provider reads it. Who is rung sees the line's number."""
    if told.backup and line.numbers:
        made = _kit.dial_between(
            told.before, told.backup, line.numbers[0], told.after, seconds=BACKUP_RINGS
        )
    else:
        made = _kit.goodbye(told.said)
    return made.get_data(as_text=True)
