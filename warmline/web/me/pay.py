"""My minutes, for pay; and a month as only I see it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from flask import Blueprint, Response, render_template, request

from warmline.ports.rota import Minutes
from warmline.web.me._door import me
from warmline.web.me.house import house

pages = Blueprint("pay", __name__, url_prefix="/me")

YEARS: Final = range(2020, 2200)


@dataclass(frozen=True, slots=True)
class Month:
    """What a month came to, in whole minutes."""

    first: date
    last: date
    days: int
    duty: int
    talk: int
    wrap_up: int


@pages.get("/minutes")
def minutes() -> str:
    """One month, day by day."""
    first, last = _month()
    rows = _mine(first, last)
    return render_template(
        "me/minutes.html",
        rows=rows,
        month=Month(
            first,
            last,
            days=len(rows),
            duty=sum(one.duty or 0 for one in rows),
            talk=sum(one.talk for one in rows),
            wrap_up=sum(one.wrap_up for one in rows),
        ),
        before=(first - timedelta(days=1)).strftime("%Y-%m"),
        after=(last + timedelta(days=1)).strftime("%Y-%m"),
    )


@pages.get("/minutes.csv")
def export() -> Response:
    """The same as a table for whoever pays."""
    first, last = _month()
    table = io.StringIO()
    out = csv.writer(table)
    out.writerow(["day", "minutes_on_duty", "minutes_of_talk", "minutes_of_rest_after_talks"])
    for one in _mine(first, last):
        # Minutes on duty are not known until what began on that day is over.
        out.writerow([one.day, one.duty if one.duty is not None else "", one.talk, one.wrap_up])
    return Response(
        table.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="minutes-{first:%Y-%m}.csv"'},
    )


def _month() -> tuple[date, date]:
    """The month that is asked for, or this one: its first and last day."""
    asker = me()
    today = asker.now.astimezone(asker.zone).date()
    try:
        first = date.fromisoformat(f"{request.args.get('month', '')[:7]}-01")
    except ValueError:
        first = today.replace(day=1)
    if first.year not in YEARS:
        first = today.replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _mine(first: date, last: date) -> list[Minutes]:
    asker = me()
    rows = house().rota.minutes(asker.book.line.id, first, last)
    return [one for one in rows if one.supporter == asker.person.id]
