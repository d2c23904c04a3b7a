"""`warmline supporter`: what is done for one supporter."""

from __future__ import annotations

import click

from warmline.commands._calendar import calendar
from warmline.commands._minutes import minutes
from warmline.commands._onboarding import confirm, onboarding, practice
from warmline.commands._pin import pin


@click.group()
def supporter() -> None:
    """Confirm a supporter's number, see how far they have come, ring them for practice."""


for command in (confirm, onboarding, practice, pin, calendar, minutes):
    supporter.add_command(command)
