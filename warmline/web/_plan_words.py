"""A plan in words of the page's language: days, hours, and how often a shift comes again."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, get_day_names

from warmline.domain.coverage import Audience, day_of
from warmline.domain.line import Kind, LineBook, Span
from warmline.domain.rules import Every, parsed
from warmline.domain.wording import listed
from warmline.web import words

USUAL_DAY = timedelta(hours=24)


def locale() -> Locale:
    """That of the page."""
    return Locale.parse(words.language())


def day(on: date) -> str:
    """Mon 23 Nov."""
    return format_date(on, "EEE d MMM", locale=locale())


def short_day(on: date) -> str:
    """Mon 23."""
    return format_date(on, "EEE d", locale=locale())


def month(on: date) -> str:
    """November 2026."""
    return format_date(on, "LLLL y", locale=locale())


def span(one: Span) -> str:
    """09:00–13:00."""
    return f"{one.start:%H:%M}–{one.end:%H:%M}"


def stretch(start: datetime, end: datetime, zone: ZoneInfo) -> str:
    """Mon 23 Nov, 10:00–12:00; with the other day when it ends on another."""
    begins, ends = start.astimezone(zone), end.astimezone(zone)
    until = f"{ends:%H:%M}"
    if ends.date() != begins.date() and (ends - timedelta(seconds=1)).date() != begins.date():
        until = f"{day(ends.date())}, {until}"
    return f"{day(begins.date())}, {begins:%H:%M}–{until}"


def hours(minutes: float) -> str:
    """1 h 30 min."""
    whole, rest = divmod(round(minutes), 60)
    return " ".join([*([f"{whole} h"] if whole else []), *([f"{rest} min"] if rest else [])])


def clock_change(book: LineBook, on: date) -> str:
    """A sentence about a day that is shorter or longer than others; empty for a usual one."""
    one = day_of(book, on)
    if one.end - one.start == USUAL_DAY:
        return ""
    if one.end - one.start < USUAL_DAY:
        return words.gettext("The clocks go forward: %(hours)s.", hours=hours(one.minutes))
    return words.gettext("The clocks go back: %(hours)s.", hours=hours(one.minutes))


def audience(one: Audience) -> str:
    """Whom a caller asks for."""
    said = words.language()
    if one.language and one.kind:
        who = _kinds()[one.kind]
        return words.gettext(
            "%(who)s in %(language)s", who=who, language=words.tongue(one.language, said)
        )
    if one.language:
        return words.gettext("In %(language)s", language=words.tongue(one.language, said))
    return _kinds()[one.kind] if one.kind else words.gettext("Anybody")


def _kinds() -> dict[Kind, str]:
    return {
        Kind.PEER: words.gettext("A peer"),
        Kind.FAMILY_PEER: words.gettext("A family peer"),
    }


def weekdays() -> list[str]:
    """Their names, Monday first."""
    names = get_day_names("wide", "stand-alone", locale())
    return [names[n] for n in range(7)]


def again(rule: str) -> str:
    """How often a shift comes: `every 2 weeks: friday`; empty for once."""
    if not rule:
        return ""
    one = parsed(rule)
    names = weekdays()
    days = listed([_nth(nth, names[at]) for nth, at in one.days], words.gettext("and"))
    every = {
        (Every.DAILY, True): words.gettext("every day"),
        (Every.WEEKLY, True): words.gettext("every week"),
        (Every.MONTHLY, True): words.gettext("every month"),
        (Every.DAILY, False): words.gettext("every %(n)s days", n=one.interval),
        (Every.WEEKLY, False): words.gettext("every %(n)s weeks", n=one.interval),
        (Every.MONTHLY, False): words.gettext("every %(n)s months", n=one.interval),
    }[one.every, one.interval == 1]
    return f"{every}: {days}" if days else every


def _nth(nth: int, name: str) -> str:
    if not nth:
        return name
    if nth == -1:
        return words.gettext("the last %(day)s", day=name)
    if nth < 0:
        return words.gettext("%(day)s number %(n)s from the end", day=name, n=-nth)
    return words.gettext("%(day)s number %(n)s of the month", day=name, n=nth)
