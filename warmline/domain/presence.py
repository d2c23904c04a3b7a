"""What is true of a supporter this minute: free, rung, talking, resting, off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from warmline.domain.line import Limits, Supporter
from warmline.domain.roster import Duty, in_quiet_hours


@dataclass(frozen=True, slots=True)
class Presence:
    """Live facts of one supporter. Times are seconds since the epoch.

    `calls` and `talk_seconds` belong to the shift that began at `shift`; in another shift they
    count as nothing. `busy` is the opaque id of the leg that rings or talks, or empty.
    """

    supporter: str
    busy: str = ""
    rest_until: float = 0.0
    off_until: float = 0.0
    last_help: float = 0.0
    last_rung: float = 0.0
    shift: float = 0.0
    calls: int = 0
    talk_seconds: float = 0.0
    misses: int = 0
    not_before: float = 0.0
    """They still hear how a call went on, or could not be rung just now."""
    practice_until: float = 0.0
    """They are in a practice call, until then at the latest."""
    days: tuple[tuple[date, int, float], ...] = ()
    """Calls taken and seconds talked in shifts that began on these days of the week."""

    def in_shift(self, duty: Duty) -> tuple[int, float]:
        """Calls taken and seconds talked in the shift that is meant."""
        if self.shift != duty.start.timestamp():
            return 0, 0.0
        return self.calls, self.talk_seconds

    def between(self, first: date, last: date) -> tuple[int, float]:
        """Calls taken and seconds talked on these days, first and last included."""
        found = [(calls, talked) for day, calls, talked in self.days if first <= day <= last]
        return sum(calls for calls, _ in found), sum(talked for _, talked in found)


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed of supporters since one last asked.

    `mark` and `upto` are to be told when asking again. `whole`: whoever is not among `presences`
    is as if nothing were known of them, whatever one knew before.
    """

    mark: str = ""
    upto: int = 0
    whole: bool = True
    presences: tuple[Presence, ...] = ()

    def and_then(self, later: Changes) -> Changes:
        """Both as one answer, the later one asked for with what this one told."""
        before = () if later.whole else self.presences
        whole = self.whole or later.whole
        return Changes(later.mark, later.upto, whole, before + later.presences)


class WhyNot(StrEnum):
    """Why a supporter is not rung now (P5). The words for screens stand in `services.who`."""

    PAUSED = "paused"
    REFUSED = "refused"
    """The provider does not ring their number."""
    UNCONFIRMED = "unconfirmed"
    """They have not said yet that this number is theirs and may be rung."""
    SWITCHED = "switched"
    """An emergency switch is on: the line is closed by hand, or another number is rung."""
    OFF_DUTY = "off_duty"
    SAID_OFF = "said_off"
    QUIET_HOURS = "quiet_hours"
    BUSY = "busy"
    PRACTISING = "practising"
    RESTING = "resting"
    BETWEEN_SHIFTS = "between_shifts"
    """The last shift ended too short a while ago."""
    CALLS_LIMIT = "calls_limit"
    TALK_LIMIT = "talk_limit"
    DAY_LIMIT = "day_limit"
    WEEK_LIMIT = "week_limit"
    LANGUAGE = "language"
    KIND = "kind"
    TAGS = "tags"
    AVOIDED = "avoided"
    ASKED = "asked"


def tired(limits: Limits, presence: Presence, duty: Duty) -> tuple[WhyNot, ...]:
    """The limits of the shift, the day and the week that are reached.

    A call belongs to the day on which its shift began, and a week begins on Monday.
    """
    calls, talked = presence.in_shift(duty)
    reasons = []
    if calls >= limits.calls_per_shift:
        reasons.append(WhyNot.CALLS_LIMIT)
    if talked >= limits.talk_minutes_per_shift * 60:
        reasons.append(WhyNot.TALK_LIMIT)
    if presence.days and duty.day:
        calls, talked = presence.between(duty.day, duty.day)
        if calls >= limits.calls_per_day or talked >= limits.talk_minutes_per_day * 60:
            reasons.append(WhyNot.DAY_LIMIT)
        calls, talked = presence.between(monday(duty.day), duty.day)
        if calls >= limits.calls_per_week or talked >= limits.talk_minutes_per_week * 60:
            reasons.append(WhyNot.WEEK_LIMIT)
    return tuple(reasons)


def monday(day: date) -> date:
    """The day on which the week of a day begins."""
    return day - timedelta(days=day.weekday())


def rested_at(limits: Limits, duty: Duty) -> datetime | None:
    """When they have rested from the duty before this one (UTC); None when there was none."""
    if duty.before is None:
        return None
    return duty.before + timedelta(hours=limits.rest_hours_between_shifts)


def why_not(
    supporter: Supporter, duty: Duty | None, presence: Presence, zone: ZoneInfo, now: float
) -> tuple[WhyNot, ...]:
    """Every reason for which this supporter may not be rung at `now`; empty means free."""
    if supporter.paused:
        return (WhyNot.PAUSED,)
    if duty is None:
        return (WhyNot.OFF_DUTY,)
    at = datetime.fromtimestamp(now, UTC)
    reasons = list(tired(supporter.limits, presence, duty))
    rested = rested_at(supporter.limits, duty)
    if rested is not None and at < rested:
        reasons.append(WhyNot.BETWEEN_SHIFTS)
    if presence.off_until > now:
        reasons.append(WhyNot.SAID_OFF)
    if not duty.anyway and in_quiet_hours(supporter.limits, zone, at):
        reasons.append(WhyNot.QUIET_HOURS)
    if presence.busy or presence.not_before > now:
        reasons.append(WhyNot.BUSY)
    if presence.practice_until > now:
        reasons.append(WhyNot.PRACTISING)
    if presence.rest_until > now:
        reasons.append(WhyNot.RESTING)
    return tuple(reasons)
