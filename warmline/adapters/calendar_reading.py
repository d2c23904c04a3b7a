"""Somebody else's calendar (iCalendar, RFC 5545) read as shifts, on the line's wall clock."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from icalendar import Calendar

from warmline.domain.importing import MOST_ROWS, Amiss, Read, Row, Unread
from warmline.domain.line import Span
from warmline.domain.rules import BadRule, read_rule

BROKEN: Final = (ValueError, TypeError, AttributeError, LookupError, OverflowError)
"""What the library and its values raise where a calendar does not say what it should."""
LONGEST: Final = timedelta(hours=24)


def read_calendar(file: bytes, zone: ZoneInfo) -> Read:
    """Every event that can be a shift, with its title in the place of who; the others with why.

    One day of a repeating event that was moved or cancelled is taken out of it.
    """
    try:
        events: list[Any] = list(Calendar.from_ical(file).walk("VEVENT"))
    except (ValueError, IndexError, KeyError):
        return Read(unread=(Unread(1, "no calendar"),))
    moved: dict[str, list[date]] = defaultdict(list)
    for event in events:
        with suppress(*BROKEN):
            moved[str(event.get("UID", ""))].append(_local(event["RECURRENCE-ID"].dt, zone).date())
    rows, unread = [], []
    for number, event in enumerate(events[:MOST_ROWS], start=1):
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        try:
            without = [] if "RECURRENCE-ID" in event else moved[str(event.get("UID", ""))]
            rows.append(_row(number, event, zone, without))
        except Amiss as amiss:
            title = str(event.get("SUMMARY", ""))[:60]
            unread.append(Unread(number, amiss.why, amiss.what or title))
        except BROKEN:
            unread.append(Unread(number, "broken", str(event.get("SUMMARY", ""))[:60]))
    if len(events) > MOST_ROWS:
        unread.append(Unread(MOST_ROWS + 1, "too many"))
    return Read(tuple(rows), tuple(unread))


def _row(number: int, event: Any, zone: ZoneInfo, without: list[date]) -> Row:
    if "DTSTART" not in event:
        raise Amiss("day")
    began = event["DTSTART"].dt
    if not isinstance(began, datetime):
        raise Amiss("all day")
    start, end = _local(began, zone), _local(_end(event, began), zone)
    if not timedelta(0) < end.astimezone(UTC) - start.astimezone(UTC) <= LONGEST:
        raise Amiss("span")
    first = start.date()
    rule, last = _rule(event, first)
    if rule and first != began.date():
        raise Amiss("zone")  # its days are those of another zone
    gone = {*without, *_exceptions(event, zone)} if rule else set()
    span = Span(start.time().replace(second=0), end.time().replace(second=0))
    who = " ".join(str(event.get("SUMMARY", "")).split())[:120]
    return Row(number, who, first, span, rule, last, without=tuple(sorted(gone)))


def _end(event: Any, began: datetime) -> datetime:
    if "DTEND" in event:
        ends = event["DTEND"].dt
        if isinstance(ends, datetime):
            return ends
    if "DURATION" in event:
        long: timedelta = event["DURATION"].dt
        return began + long
    raise Amiss("span")


def _rule(event: Any, first: date) -> tuple[str, date | None]:
    if "RRULE" not in event:
        return "", None
    written = event["RRULE"].to_ical().decode()
    # Where a week begins matters only when several are skipped, and there ours begins on Monday.
    parts = [one for one in written.split(";") if not one.startswith("WKST")]
    try:
        return read_rule(";".join(parts), first)
    except BadRule:
        raise Amiss("rule", written[:60]) from None


def _exceptions(event: Any, zone: ZoneInfo) -> list[date]:
    found = event.get("EXDATE", [])
    lists = found if isinstance(found, list) else [found]
    return [_local(one.dt, zone).date() for several in lists for one in several.dts]


def _local(at: date | datetime, zone: ZoneInfo) -> datetime:
    """On the line's wall clock; a time without a zone is meant so already."""
    if not isinstance(at, datetime):
        return datetime(at.year, at.month, at.day, tzinfo=zone)
    return at.astimezone(zone) if at.tzinfo else at.replace(tzinfo=zone)
