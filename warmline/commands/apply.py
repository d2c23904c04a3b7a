"""`warmline apply line.toml`: make a line be what its file says."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from warmline.adapters.seed_directory import seed_directory
from warmline.adapters.toml_line import read_line_file
from warmline.commands._installation import open_people, open_roster
from warmline.commands._plain import Sentences
from warmline.domain.accounts import Deed
from warmline.domain.line import LineBook
from warmline.domain.problems import BadFile, Problem
from warmline.domain.wording import listed
from warmline.prompts import load
from warmline.services.accounts import COMMAND_LINE
from warmline.services.checking import Grade
from warmline.services.setup import KeptElsewhere, Signed
from warmline.services.setup import apply as set_up
from warmline.services.speech import objections, statements


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only tell what would change.")
@click.option("--places", is_flag=True, help="Also tell which known places are off, and why.")
@click.option("--by", default="", help="Who applies it: needed to propose changes of crisis rows.")
@click.option("--take-over", is_flag=True, help="Keep the line in this file, not in the console.")
def apply(file: Path, *, dry_run: bool, places: bool, by: str, take_over: bool) -> None:
    """Make a line be what FILE says: its hours, supporters, shifts and places.

    Applying it twice changes nothing; what is no longer in the file is removed. What it says of a
    crisis row is a proposal, which somebody else approves: warmline directory approve.
    """
    read = _File(file)
    signed = Signed(by.strip(), datetime.now(UTC), read.seed)
    changes = _made(read, signed, dry_run=dry_run, take_over=take_over)
    if changes and not dry_run:
        _write_down(read.line, by.strip(), changes)
    for change in changes:
        click.echo(f"- {change}")
    click.echo(_summary(len(changes), dry_run=dry_run))
    for one in read.unsaid:
        click.echo(f"Still missing: {one} See: warmline check")
    if signed.left_out:
        click.echo(
            f"Left out: what the file says of {listed(signed.left_out)}. Two people change a "
            "crisis row: sign with --by to propose it, then somebody else approves."
        )
    if places:
        _tell_places_that_are_off()


class _File:
    """Reads a line's file among the books that there are; holds what was found while reading."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seed = [row.place for row in seed_directory()]
        self.line = ""
        """The id of the line that it is about."""
        self.unsaid: list[str] = []
        """What callers ought to be told of this line and nobody has written down."""
        self._contents = _contents(path)

    def __call__(self, others: Sequence[LineBook]) -> LineBook:
        """The book. Raises BadFile, also for what no caller could be told."""
        words = load()
        book = read_line_file(
            self._contents,
            seed=self.seed,
            languages=words.languages,
            drafts=words.drafts,
            others=others,
        )
        if problems := list(_unspeakable(book, self._contents)):
            raise BadFile(problems)
        self.line = book.line.id
        self.unsaid = [one.said for one in statements(book.line) if one.grade is Grade.WRONG]
        return book


def _made(read: _File, signed: Signed, *, dry_run: bool, take_over: bool) -> list[str]:
    """The changes, made or only told. Raises Sentences."""
    try:
        return set_up(
            open_roster(),
            read,
            lambda: secrets.token_hex(8),
            dry_run=dry_run,
            take_over=take_over,
            signed=signed,
        )
    except KeptElsewhere as line:
        raise Sentences(
            f'The line "{line}" is kept in the console: its people, shifts and hours were changed '
            "there, and this file does not know of it. Nothing has been changed.",
            f"To see what stands there now, as a file: warmline export {line}",
            "To keep the line in this file again, with all that it says and nothing else: "
            "warmline apply --take-over (with --dry-run it tells first what would be lost).",
        ) from None
    except BadFile as bad:
        told = [f"{read.path}:{problem.line}: {problem.text}" for problem in bad.problems]
        raise Sentences(*told, "Nothing has been changed.") from None


def _tell_places_that_are_off() -> None:
    click.echo("\nKnown places that are off, unless the file turns them on:")
    for row in seed_directory():
        if row.why_disabled:
            click.echo(f"- {row.place.name} ({row.place.key}): {row.why_disabled}.")


def _write_down(line: str, by: str, changes: Sequence[str]) -> None:
    """Who applied what, into the console's audit log. Changes tell no number."""
    open_people().note(
        by[:60] or COMMAND_LINE, Deed.APPLIED, line=line, told=" ".join(changes)[:400]
    )


def _unspeakable(book: LineBook, contents: str) -> Iterator[Problem]:
    """What the file would make the line say that it does not say, each at its line."""
    lines = contents.splitlines()
    for said, why in objections(book, load()):
        where = next((n for n, line in enumerate(lines, 1) if said in line), 1)
        yield Problem(where, f'"{said}": {why}')


def _contents(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise Sentences(f"{file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise Sentences(f"{file} is not UTF-8 text. Save it as UTF-8.") from None


def _summary(changes: int, *, dry_run: bool) -> str:
    if not changes:
        return "The line is as the file says already: nothing to change."
    count = "1 change" if changes == 1 else f"{changes} changes"
    if dry_run:
        return f"{count} would be made. Nothing has been changed (--dry-run)."
    return f"{count} made. Callers and supporters meet them within seconds."
