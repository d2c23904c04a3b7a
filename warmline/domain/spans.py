"""Hours as people write them: `08:00-22:00`, `22:00-06:00` past midnight, `00:00-24:00`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from itertools import pairwise

from warmline.domain.line import WEEK, Span, Weekday

WHOLE_DAY = Span(time(0), time(0))

_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})")


class BadSpan(ValueError):
    """The text is no stretch of a day. `reason` says how to mend it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def parse_span(text: str) -> Span:
    """The span that is written. Raises BadSpan with a sentence that says how to mend it."""
    found = _SPAN.fullmatch(text.strip())
    if not found:
        raise BadSpan(f'"{text}" is not a time span. Write it like "08:00-22:00".')
    start = _time(found[1], found[2])
    end = time(0) if (found[3], found[4]) == ("24", "00") else _time(found[3], found[4])
    if start == end and start != time(0):
        raise BadSpan(
            f'"{text}" begins and ends at the same time. For the whole day write "00:00-24:00".'
        )
    return Span(start, end)


def _time(hour: str, minute: str) -> time:
    if int(hour) > 23 or int(minute) > 59:
        raise BadSpan(f"There is no time of day {hour}:{minute}. Write 00:00 up to 23:59.")
    return time(int(hour), int(minute))


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans of one day in their order. Raises BadSpan when two of them overlap."""
    found = sorted(spans, key=lambda one: one.start)
    for one, after in pairwise(found):
        if one.end <= one.start or after.start < one.end:
            raise BadSpan("Two of its time spans overlap. Make one span of them, or part them.")
    return tuple(found)


def running_into(weekly: Mapping[Weekday, Sequence[Span]]) -> list[tuple[Weekday, Weekday]]:
    """Each day whose last span passes midnight and overlaps the first of the next, with that."""
    return [
        (today, tomorrow)
        for today, tomorrow in pairwise([*WEEK, WEEK[0]])
        if _reaches_into(weekly.get(today, ()), weekly.get(tomorrow, ()))
    ]


def _reaches_into(today: Sequence[Span], tomorrow: Sequence[Span]) -> bool:
    past = [span.end for span in today if span.end <= span.start]
    return bool(past and tomorrow) and tomorrow[0].start < past[0]


def span_text(span: Span) -> str:
    """The span as `parse_span` reads it."""
    if span == WHOLE_DAY:
        return "00:00-24:00"
    return f"{span.start:%H:%M}-{span.end:%H:%M}"
