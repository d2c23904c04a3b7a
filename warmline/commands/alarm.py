"""`warmline alarm test`: whether alarms reach whoever should be told."""

from __future__ import annotations

from collections.abc import Iterator

import click

from warmline import wiring
from warmline.adapters.apprise_channels import unknown
from warmline.commands._installation import read_settings
from warmline.commands._plain import NotNow, Sentences
from warmline.services.alarms import Sent


@click.group()
def alarm() -> None:
    """What coordinators and operators are told when something is wrong."""


@alarm.command()
def test() -> None:
    """Send a test to every coordinator's phone and to every address in WARMLINE_ALARM_URLS.

    Tells of each whether it was taken. The exit status is 0 when all were, else 1.
    """
    settings = read_settings()
    if problems := [*settings.missing_to_serve(), *unknown(settings.alarm_urls)]:
        raise Sentences(*problems)
    sent = wiring.alarms(wiring.world(settings)).try_out()
    if not sent:
        raise NotNow(
            "There is no way out for alarms. Set alarm_phone in a line's file, and "
            "WARMLINE_ALARM_URLS for mail, chat or push."
        )
    for sentence in told(sent):
        click.echo(sentence)
    if not all(one.taken for one in sent):
        raise click.exceptions.Exit(1)


def told(sent: list[Sent]) -> Iterator[str]:
    """A sentence for each way out. Addresses and numbers are not named."""
    for one in sent:
        where = f"{one.where}://" if one.channel else f"The coordinator's phone of {one.where}"
        yield f"{where}: {'taken' if one.taken else 'NOT TAKEN'}."
