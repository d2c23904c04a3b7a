"""/Conferences: read, list, end, announce."""

from __future__ import annotations

from ..conference import Conference
from ..resources import Json, conference_json
from .common import RestCall, RestError, not_found, page, time_matches
from .participants import start_announcement


def _conference(call: RestCall, sid: str) -> Conference:
    found = call.emu.conferences.by_sid.get(sid)
    if found is None:
        raise not_found(call)
    return found


def search(call: RestCall) -> tuple[int, Json]:
    """GET /Conferences: filtered by FriendlyName, Status and dates."""
    found = []
    for one in call.emu.conferences.by_sid.values():
        if call.filter("FriendlyName") not in {"", one.name}:
            continue
        if call.filter("Status") not in {"", one.status}:
            continue
        dates = {"DateCreated": one.created, "DateUpdated": one.updated}
        if all(time_matches(call, name, moment) for name, moment in dates.items()):
            found.append((one.serial, conference_json(one)))
    return 200, page(call, "conferences", found)


def fetch(call: RestCall, sid: str) -> tuple[int, Json]:
    """GET one conference; completed ones stay readable."""
    return 200, conference_json(_conference(call, sid))


def update(call: RestCall, sid: str) -> tuple[int, Json]:
    """POST one conference: Status=completed ends it, AnnounceUrl speaks to everybody."""
    conference = _conference(call, sid)
    status = call.one("Status")
    if status not in {"", "completed"}:
        raise RestError(400, 20001, f"Invalid status: {status}")
    if status:
        conference.end("conference-ended-via-api")
    elif call.url("AnnounceUrl") and not conference.over:
        start_announcement(call, conference, list(conference.participants))
    return 200, conference_json(conference)
