"""`warmline study`: codes that callers key after a talk, which the evaluator alone can read."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import TextIO

import click

from warmline.adapters.boxes import CannotOpen, new_keys, unboxed
from warmline.commands._installation import book_of, open_quarters, open_roster
from warmline.commands._plain import PlainGroup, Sentences

of_line = click.option("--line", "line_id", help="Which line, when there are several.")


@click.group(cls=PlainGroup)
def study() -> None:
    """Codes and answers of a study, sealed for its evaluator. See docs/evaluation.md."""


@study.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def keygen(file: Path) -> None:
    """Make the evaluator's keys, on their own machine: FILE gets the one that opens."""
    public, private = new_keys()
    try:
        with file.open("x", encoding="utf-8") as written:
            file.chmod(0o600)
            written.write(f"{private}\n")
    except FileExistsError:
        raise Sentences("There is such a file already. Name another one.") from None
    click.echo("Keep the file where the line's operators cannot reach it: only it opens what is")
    click.echo("exported. Whoever keeps the line's file writes under [line]:")
    click.echo(f'study_key = "{public}"')


@study.command()
@of_line
def export(line_id: str | None) -> None:
    """Print what was sealed, one box a line, in an order that says nothing."""
    line = book_of(list(open_roster().books()), line_id).line
    for box in open_quarters().boxes(line.id):
        click.echo(box)


@study.command("open")
@click.option("--key", type=click.File(), required=True, help="The file that keygen wrote.")
@click.argument("boxes", type=click.File())
def open_(key: TextIO, boxes: TextIO) -> None:
    """Open exported boxes, on the evaluator's own machine: prints CSV."""
    private = key.read().strip()
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("code", "month", "answer_1", "answer_2", "answer_3"))
    for box in boxes.read().split():
        try:
            said = json.loads(unboxed(private, box))
        except CannotOpen:
            raise Sentences("This key does not open these boxes.") from None
        out.writerow((said["code"], said["month"], *said["answers"]))


@study.command("end")
@of_line
@click.option("--yes", is_flag=True, help="Do it; without it nothing is deleted.")
def end(line_id: str | None, yes: bool) -> None:
    """The evaluation is over: delete every answer and every box of a line."""
    line = book_of(list(open_roster().books()), line_id).line
    if not yes:
        raise Sentences("This deletes all answers and boxes of the line. If you mean it: --yes")
    count = open_quarters().end_evaluation(line.id)
    click.echo(f"Deleted: {count}. While a legal hold is on, nothing is.")
