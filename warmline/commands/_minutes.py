"""`warmline supporter minutes`: minutes on duty, talked and resting, as a table for pay."""

from __future__ import annotations

import csv
import sys
from datetime import datetime

import click

from warmline.commands._installation import book_of, open_roster, open_rota
from warmline.commands._plain import Sentences

A_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.option("--from", "first", type=A_DAY, required=True, help="The first day, as 2027-03-01.")
@click.option("--to", "last", type=A_DAY, required=True, help="The last day.")
@click.option("--line", "line_id", help="Which line, when there are several.")
def minutes(first: datetime, last: datetime, line_id: str | None) -> None:
    """Each supporter's minutes of each day, as CSV.

    A shift counts on the day on which it begins, and by the true length of the night: 22:00-06:00
    is seven, eight or nine hours. Minutes on duty are empty until what began that day is over.
    """
    if last < first:
        raise Sentences("The last day is before the first.")
    line = book_of(open_roster().books(), line_id).line
    written = csv.writer(sys.stdout, lineterminator="\n")
    written.writerow(["day", "supporter", "on_duty_minutes", "talk_minutes", "wrap_up_minutes"])
    for one in open_rota().minutes(line.id, first.date(), last.date()):
        known = "" if one.duty is None else one.duty
        written.writerow([one.day, one.alias, known, one.talk, one.wrap_up])
