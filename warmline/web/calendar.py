"""A supporter's calendar, for the calendar of their phone: no cookie, no sign-in, one secret."""

from __future__ import annotations

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from warmline.services.calendars import TooManyGuesses
from warmline.web._guard import ANYBODY, only_for
from warmline.web._here import house

pages = Blueprint("calendar", __name__)


@pages.get("/calendar/<secret>.ics")
@only_for(ANYBODY)
def shifts(secret: str) -> Response:
    """Their shifts. An address that was never given and one that was taken back look the same."""
    try:
        file = house().calendars.file(secret)
    except TooManyGuesses:
        abort(429)
    if file is None:
        abort(404)
    return Response(file, mimetype="text/calendar")
