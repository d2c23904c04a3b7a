"""`warmline check`: whether everything that a caller needs is in place, and how to mend it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime

import click

from warmline.commands import _checks
from warmline.commands._installation import open_words
from warmline.domain.line import LineBook
from warmline.prompts import load
from warmline.services.checking import Finding, Grade, wrong
from warmline.services.checking import line as about_line
from warmline.services.speech import statements, unsaid
from warmline.settings import Settings, SettingsError


@click.command()
def check() -> None:
    """Look at everything that a caller needs and tell in plain words what to mend.

    Nothing is changed, nobody's phone rings. The exit status is 0 when nothing is wrong, else 1.
    """
    bad = 0
    for finding in everything():
        click.echo(f"{finding.grade:<6}{finding.said}")
        if finding.mend:
            click.echo(f"{'':<6}-> {finding.mend}")
        bad += finding.grade is Grade.WRONG
    if bad:
        click.echo(f"\n{'1 thing is' if bad == 1 else f'{bad} things are'} to be mended.")
        raise click.exceptions.Exit(1)
    click.echo("\nThe line is ready for callers.")


def everything() -> Iterator[Finding]:
    """Every finding, as soon as it is made. What needs something that is missing is left out."""
    try:
        settings = Settings.from_environ(os.environ)
    except SettingsError as error:
        yield from (wrong(problem, _checks.AGAIN) for problem in error.problems)
        return
    yield from _checks.settings_are_complete(settings)
    yield from _checks.data_folder(settings)
    yield from _checks.ways_out(settings)
    books: list[LineBook] = []
    yield from _checks.database(settings, books)
    for book in books:
        yield from about_line(book, datetime.now(UTC))
        yield from statements(book.line)
        yield from unsaid(book, load())
    if books:
        yield from open_words().findings(books)
    yield from _checks.live_state(settings)
    if not settings.missing_to_serve():
        yield from _checks.numbers(settings, books)
        yield from _checks.public_address(settings)
