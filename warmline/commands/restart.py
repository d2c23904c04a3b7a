"""`warmline restart`: the processes of the warmline that runs are replaced while calls go on."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import click

from warmline import leash
from warmline.commands._installation import read_settings
from warmline.commands._plain import NotNow
from warmline.commands.serve import RESTART
from warmline.processes import wait_for
from warmline.running import run_folder

PATIENCE = 180.0
"""Seconds. Each process has twenty to get ready, and the old one eight to end."""


@click.command()
def restart() -> None:
    """Replace web app, workers and clock of the running `warmline serve`; calls go on.

    Each is started anew, and once it is ready its predecessor finishes what it is at and ends. Use
    it after installing a new version or to recover from something strange. The embedded store and
    `warmline serve` itself go on as they are.
    """
    folder = run_folder(read_settings().data)
    owner = folder / "owner.lock"
    if not leash.is_held(str(owner)):
        raise NotNow(f"No `warmline serve` works in {folder.parent}. Start it.")
    before = _numbers(folder)
    os.kill(int(owner.read_text()), RESTART)
    if not wait_for(lambda: _is_new(before, folder) or not leash.is_held(str(owner)), PATIENCE):
        raise NotNow(
            "Not everything was replaced. What was not goes on as it was: the output of "
            "`warmline serve` tells why."
        )
    if not leash.is_held(str(owner)):
        raise NotNow("`warmline serve` ended meanwhile. Start it.")
    click.echo("Everything is replaced.")


def _numbers(folder: Path) -> dict[str, str]:
    """The process that each lock names. A lock that goes while it is read names nobody."""
    found = {}
    for one in folder.glob("*.lock"):
        if one.stem != "owner":
            with suppress(FileNotFoundError):
                found[one.name] = one.read_text()
    return found


def _is_new(before: dict[str, str], folder: Path) -> bool:
    """Whether all have been replaced and nothing of what they replaced is left."""
    now = _numbers(folder)
    return (
        now.keys() >= before.keys()
        and not any(now[name] in ("", number) for name, number in before.items())
        and not any(folder.glob("*.former"))
    )
