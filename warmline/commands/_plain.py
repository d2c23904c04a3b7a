"""Errors as plain sentences, never a traceback.

Exit status 2: what was given is wrong (an option, a file, a setting). 1: it could not be done now.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import IO, Any

import click

from warmline.domain.errors import StoreTrouble
from warmline.settings import SettingsError

PROJECT = Path(__file__).parents[2]


class Sentences(click.ClickException):
    """Ends the command: what was given is wrong, and these lines say how to mend it."""

    exit_code = 2

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the lines as they are."""
        click.echo(self.message, file=file or sys.stderr)


class NotNow(Sentences):
    """Ends the command: it could not be done now, through no fault of who gave it."""

    exit_code = 1


class PlainGroup(click.Group):
    """A group of commands whose failures are told in sentences."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click knows what to do with these
        except SettingsError as error:
            raise Sentences(*error.problems) from None
        except StoreTrouble as error:
            raise NotNow(f"{error} Look at DATABASE_URL and at its server.") from None
        except Exception as error:  # noqa: BLE001 - whatever it is, nobody shall read a traceback
            raise NotNow(_unforeseen(error)) from None


def _unforeseen(error: Exception) -> str:
    """What can be told of a mistake of ours: its kind and place, not its words or values."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PROJECT)]
    last = (ours or frames)[-1]
    place = Path(last.filename)
    if place.is_relative_to(PROJECT):
        place = place.relative_to(PROJECT)
    return (
        f"Something went wrong that should not have ({type(error).__name__} at "
        f"{place}:{last.lineno}). Please report it with this line."
    )
