"""A supporter's shifts as an iCalendar file, which calendars of phones read by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from warmline.domain.shifts import Occurrence

NAME = "Warmline shift"
"""All that a calendar says: it may be seen by whoever sees the phone."""


def write_calendar(shifts: Iterable[Occurrence], zone: ZoneInfo, now: datetime) -> bytes:
    """The shifts, on the line's wall clock, with the zone's rules in the file."""
    calendar = Calendar()
    calendar.add("prodid", "-//Warmline//Shifts//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Warmline")
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"value": "DURATION"})
    days = [now.astimezone(zone).date()]
    for one in shifts:
        calendar.add_component(_event(one, zone, now))
        days.append(one.day)
    calendar.add_missing_timezones(first_date=_new_year(min(days)), last_date=_after(max(days)))
    return bytes(calendar.to_ical())


def _event(one: Occurrence, zone: ZoneInfo, now: datetime) -> Event:
    event = Event()
    # The same for whoever does it: a calendar that shows two people's shifts shows it once.
    event.add("uid", f"{one.shift.id}-{one.day:%Y%m%d}@warmline")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", one.start.astimezone(zone))
    event.add("dtend", one.end.astimezone(zone))
    event.add("summary", NAME)
    event.add("class", "PRIVATE")
    return event


def _new_year(day: date) -> date:
    """A day early enough that the rule which holds on this one has begun."""
    return date(day.year - 1, 1, 1)


def _after(day: date) -> date:
    return date(day.year + 2, 1, 1)
