"""`warmline export LINE`: a line written down as `warmline apply` reads it."""

from __future__ import annotations

import os
from pathlib import Path

import click

from warmline.adapters.toml.writing import write_line_file
from warmline.commands._installation import book_of, open_roster
from warmline.commands._plain import NotNow, Sentences


@click.command()
@click.argument("line")
@click.option(
    "--output", type=click.Path(path_type=Path), help="Write a new file that only you can read."
)
def export(line: str, output: Path | None) -> None:
    """Write LINE down as a file: hours, supporters with their numbers, shifts, places of its own.

    Applied again it changes nothing. Swaps, breaks and what supporters said themselves are no part
    of it: they outlast an apply.
    """
    text = write_line_file(book_of(open_roster().plans(), line))
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        with os.fdopen(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
    except FileExistsError:
        raise Sentences(f"There is a file {output} already. Name another.") from None
    except OSError as error:
        raise NotNow(f"{output} cannot be written: {error.strerror}.") from None
    click.echo(f"Written to {output}. It holds supporters' numbers: keep it as you keep those.")
