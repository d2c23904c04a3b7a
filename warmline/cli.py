"""The `warmline` command. Each command lives in a module of its own under `commands`."""

from __future__ import annotations

import click

from warmline.commands._plain import PlainGroup
from warmline.commands.admin import admin
from warmline.commands.alarm import alarm
from warmline.commands.apply import apply
from warmline.commands.check import check
from warmline.commands.db import db
from warmline.commands.demo import demo
from warmline.commands.directory import directory
from warmline.commands.export import export
from warmline.commands.fallback import fallback
from warmline.commands.flags import flags
from warmline.commands.forget import forget
from warmline.commands.hold import hold
from warmline.commands.keys import keys
from warmline.commands.plan import plan_
from warmline.commands.report import measures, report
from warmline.commands.restart import restart
from warmline.commands.selftest import selftest
from warmline.commands.serve import serve
from warmline.commands.settings import settings
from warmline.commands.shifts import shifts
from warmline.commands.status import status
from warmline.commands.study import study
from warmline.commands.supporter import supporter
from warmline.commands.surge import surge
from warmline.commands.twilio import twilio
from warmline.commands.who import who
from warmline.commands.words import words


@click.group(cls=PlainGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="warmline")
def main() -> None:
    """A confidential peer-support phone line: set it up, run it, look after it."""


for command in (
    admin,
    alarm,
    apply,
    check,
    db,
    demo,
    directory,
    export,
    fallback,
    flags,
    forget,
    hold,
    keys,
    plan_,
    measures,
    report,
    restart,
    selftest,
    serve,
    settings,
    shifts,
    status,
    supporter,
    surge,
    study,
    twilio,
    who,
    words,
):
    main.add_command(command)
