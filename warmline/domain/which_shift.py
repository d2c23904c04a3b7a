"""Which of one's own shifts is meant: "FRI", "DEC 4", "FRI 5PM", "4 DIC 17:00", or the next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from warmline.domain.said_time import Unclear
from warmline.domain.shifts import Occurrence

DAYS: Final = {
    "MON": 0, "TUE": 1, "WED": 2, "THU": 3, "FRI": 4, "SAT": 5, "SUN": 6,
    "MONDAY": 0, "TUESDAY": 1, "WEDNESDAY": 2, "THURSDAY": 3, "FRIDAY": 4, "SATURDAY": 5,
    "SUNDAY": 6,
    "LUN": 0, "MAR": 1, "MIE": 2, "JUE": 3, "VIE": 4, "SAB": 5, "DOM": 6,
    "LUNES": 0, "MARTES": 1, "MIERCOLES": 2, "JUEVES": 3, "VIERNES": 4, "SABADO": 5, "DOMINGO": 6,
    "MIYERKULES": 2, "MIYERKOLES": 2, "MIERKULES": 2, "HUWEBES": 3, "BIYERNES": 4, "LINGGO": 6,
}  # fmt: skip
"""Days of the week as they are texted, in capitals without accents."""
_MONTHS: Final = {
    "JAN": 1, "FEB": 2, "MAR": 3, "APR": 4, "MAY": 5, "JUN": 6, "JUL": 7, "AUG": 8, "SEP": 9,
    "OCT": 10, "NOV": 11, "DEC": 12, "ENE": 1, "ABR": 4, "AGO": 8, "DIC": 12,
    "PEB": 2, "HUN": 6, "HUL": 7, "SET": 9, "OKT": 10, "NOB": 11, "DIS": 12,
}  # fmt: skip
"""By their first three letters. MAR with a number behind it is March, and alone it is martes."""
_NO_TIME: Final = r"(?![\d:]| ?[AP] ?M\b)"
_DATE: Final = re.compile(
    rf"\b(?:(?P<month>[A-Z]{{3,10}}) (?P<day>\d{{1,2}}){_NO_TIME}"
    rf"|(?P<first>\d{{1,2}}) (?:DE |NG )?(?P<then>[A-Z]{{3,10}}))\b"
)
_TIME: Final = re.compile(
    r"(?:AT |A LAS? )?\b(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))? ?(?P<half>[AP] ?M)?\b"
)


@dataclass(frozen=True, slots=True)
class Which:
    """What a shift must be like: its weekday (0: Monday), its date, when it begins on the clock.

    What is not said fits every shift.
    """

    weekday: int | None = None
    month_day: tuple[int, int] | None = None
    starts: frozenset[time] = frozenset()

    @classmethod
    def at(cls, day: date, start: time | None = None) -> Which:
        """The one of a day in the coming weeks, that begins then."""
        return cls(None, (day.month, day.day), frozenset({start} if start else ()))

    def fits(self, one: Occurrence) -> bool:
        """Whether this shift may be meant."""
        return (
            self.weekday in (None, one.day.weekday())
            and self.month_day in (None, (one.day.month, one.day.day))
            and (not self.starts or one.shift.span.start in self.starts)
        )


NEXT: Final = Which()
"""Whichever comes first."""


def which(said: str) -> Which:
    """What was texted, in capitals without accents or signs but ":". Raises Unclear.

    "5:30" may be either half of the day, "05:30" and "17:30" may not.
    """
    month_day, rest = _date(said)
    starts, rest = _starts(rest)
    left = rest.split()
    if len(left) > 1 or any(one not in DAYS for one in left):
        raise Unclear(said)
    return Which(DAYS[left[0]] if left else None, month_day, starts)


def _date(said: str) -> tuple[tuple[int, int] | None, str]:
    for found in _DATE.finditer(said):
        name = found["month"] or found["then"]
        month, day = _MONTHS.get(name[:3]), int(found["day"] or found["first"])
        if month and (name not in DAYS or name == "MAR"):
            return (month, day), said[: found.start()] + said[found.end() :]
    return None, said


def _starts(said: str) -> tuple[frozenset[time], str]:
    found = _TIME.search(said)
    if found is None:
        return frozenset(), said
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found["half"] or "").replace(" ", "")
    if not (half or found["minute"]) or hour > (12 if half else 23) or minute > 59:
        raise Unclear(said)
    if half:
        hours = {hour % 12 + (12 if half == "PM" else 0)}
    else:
        either = 1 <= hour <= 12 and not found["hour"].startswith("0")
        hours = {hour % 12, hour % 12 + 12} if either else {hour}
    return frozenset(time(one, minute) for one in hours), said[: found.start()] + said[
        found.end() :
    ]
