"""The `warmline` command. Each command lives in a module of its own under `commands`."""

from __future__ import annotations

import click

from warmline.commands._plain import PlainGroup
from warmline.commands.apply import apply
from warmline.commands.check import check
from warmline.commands.db import db
from warmline.commands.demo import demo
from warmline.commands.fallback import fallback
from warmline.commands.restart import restart
from warmline.commands.serve import serve
from warmline.commands.settings import settings
from warmline.commands.status import status
from warmline.commands.twilio import twilio
from warmline.commands.who import who


@click.group(cls=PlainGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="warmline")
def main() -> None:
    """A confidential peer-support phone line: set it up, run it, look after it."""


for command in (apply, check, db, demo, fallback, restart, serve, settings, status, twilio, who):
    main.add_command(command)
