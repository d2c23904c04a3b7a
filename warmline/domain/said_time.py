"""Times as people text them: "2H", "30", "1H30", "17:00", "5 PM", "until 5:30"."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from warmline.domain.hours import days_around, instant


class Unit(Enum):
    """What a bare number means."""

    HOURS = timedelta(hours=1)
    MINUTES = timedelta(minutes=1)


class Unclear(ValueError):
    """It is no time that we understand, or one that is too far off."""


_UNTIL = r"(?:UNTIL |TILL |TIL |HASTA (?:LAS? )?|A LAS? |HANGGANG )?"
_CLOCK = re.compile(
    _UNTIL + r"(?P<zero>0?)(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))? ?(?P<half>[AP] ?M)?"
)
_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,3}) ?(?:H|HR|HRS|HOUR|HOURS|HORAS?|ORAS))? ?"
    r"(?:(?P<minutes>\d{1,3}) ?(?:M|MIN|MINS|MINUTES?|MINUTOS?|MINUTO)?)?"
)
_BARE = re.compile(r"\d{1,3}")


def said_time(said: str, now: datetime, zone: ZoneInfo, unit: Unit, most: timedelta) -> datetime:
    """The instant (UTC) that is meant by what follows a word, in capitals without signs but ":".

    A clock's time is the next at which the line's clocks show it; "5:30" may be either half of the
    day, "05:30" and "17:30" may not. Raises Unclear, also for what is further off than `most`.
    """
    if _BARE.fullmatch(said):
        then = now + int(said) * unit.value
    elif (found := _LENGTH.fullmatch(said)) and (found["hours"] or found["minutes"]):
        hours, minutes = int(found["hours"] or 0), int(found["minutes"] or 0)
        then = now + timedelta(hours=hours, minutes=minutes)
    elif (found := _CLOCK.fullmatch(said)) and (found["minute"] or found["half"]):
        then = _clock(found, now, zone)
    else:
        raise Unclear(said)
    if not now < then <= now + most:
        raise Unclear(said)
    return then


def _clock(found: re.Match[str], now: datetime, zone: ZoneInfo) -> datetime:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found["half"] or "").replace(" ", "")
    if hour > (12 if half else 23) or minute > 59 or (half and not hour):
        raise Unclear(found[0])
    if half:
        hours = [hour % 12 + (12 if half == "PM" else 0)]
    elif found["zero"] or not 1 <= hour <= 12:
        hours = [hour]
    else:
        hours = [hour % 12, hour % 12 + 12]
    days = days_around(zone, now, back=0, ahead=1)
    then = [instant(zone, day, time(one, minute)) for day in days for one in hours]
    return min(one for one in then if one > now)
