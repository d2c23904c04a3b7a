"""`warmline apply line.toml`: make a line be what its file says."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path

import click

from warmline.adapters.seed_directory import seed_directory
from warmline.adapters.toml_line import read_line_file
from warmline.commands._installation import open_roster
from warmline.commands._plain import Sentences
from warmline.domain.line import LineBook
from warmline.domain.problems import BadFile
from warmline.prompts import load
from warmline.services.setup import apply as set_up


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only tell what would change.")
@click.option("--places", is_flag=True, help="Also tell which known places are off, and why.")
def apply(file: Path, *, dry_run: bool, places: bool) -> None:
    """Make a line be what FILE says: its hours, supporters, shifts and places.

    Applying it twice changes nothing; what is no longer in the file is removed.
    """
    contents = _contents(file)
    seed = seed_directory()
    languages = load().languages

    def read(others: Sequence[LineBook]) -> LineBook:
        return read_line_file(
            contents, seed=[row.place for row in seed], languages=languages, others=others
        )

    try:
        changes = set_up(open_roster(), read, lambda: secrets.token_hex(8), dry_run=dry_run)
    except BadFile as bad:
        told = [f"{file}:{problem.line}: {problem.text}" for problem in bad.problems]
        raise Sentences(*told, "Nothing has been changed.") from None
    for change in changes:
        click.echo(f"- {change}")
    click.echo(_summary(len(changes), dry_run=dry_run))
    if places:
        click.echo("\nKnown places that are off, unless the file turns them on:")
        for row in seed:
            if row.why_disabled:
                click.echo(f"- {row.place.name} ({row.place.key}): {row.why_disabled}.")


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
