"""Reading single values. A reader takes what TOML holds and gives the value, or raises Unfit."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Final, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from warmline.domain.line import WEEK, Span, Weekday
from warmline.domain.numbers import BadNumber, parse_phone
from warmline.domain.spans import BadSpan, apart, parse_span
from warmline.domain.wording import did_you_mean, listed

T = TypeVar("T")
Reader = Callable[[object], T]

KEY_BYTES: Final = 32

_LANGUAGE_NAMES = {"english": "en", "spanish": "es", "español": "es", "espanol": "es"}


class Unfit(ValueError):
    """The value cannot be used; the message is a sentence that says how to mend it."""


def text(most: int, pattern: str = r".+", rule: str = "") -> Reader[str]:
    """Text of at most so many characters, on one line, that fits a pattern."""

    def read(value: object) -> str:
        if not isinstance(value, str):
            raise Unfit(f"{_shown(value)} is not text. Put it in quotation marks.")
        if not value.strip():
            raise Unfit("It is empty.")
        if len(value) > most:
            raise Unfit(f"It is {len(value)} characters long; {most} are the most.")
        if "\n" in value or not re.fullmatch(pattern, value):
            raise Unfit(f'"{value}" does not fit. {rule or "Write it on one line."}')
        return value.strip()

    return read


def optional_text(most: int) -> Reader[str]:
    """Text that may be empty."""
    plain = text(most)
    return lambda value: "" if value == "" else plain(value)


def flag(value: object) -> bool:
    """True or false, without quotation marks."""
    if not isinstance(value, bool):
        raise Unfit(f"{_shown(value)} is neither true nor false. Write true or false, unquoted.")
    return value


def number(least: float, most: float, unit: str = "") -> Reader[float]:
    """A number within bounds."""

    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Unfit(f"{_shown(value)} is not a number. Write it without quotation marks.")
        if not least <= value <= most:
            raise Unfit(f"{value:g} is not between {least:g} and {most:g}{unit and ' ' + unit}.")
        return float(value)

    return read


def whole(least: int, most: int, unit: str = "") -> Reader[int]:
    """A whole number within bounds."""
    within = number(least, most, unit)

    def read(value: object) -> int:
        if isinstance(value, float):
            raise Unfit(f"{value:g} is not a whole number.")
        return int(within(value))

    return read


def one_of(words: Collection[str]) -> Reader[str]:
    """One of some words."""

    def read(value: object) -> str:
        if value not in words:
            known = listed([f'"{word}"' for word in words], "or")
            raise Unfit(f"{_shown(value)} is not known here. Write {known}.")
        return str(value)

    return read


def day(value: object) -> date:
    """A date: `2027-12-25`."""
    if isinstance(value, datetime) or not isinstance(value, date):
        raise Unfit(f"{_shown(value)} is not a date. Write it like 2027-12-25, unquoted.")
    return value


def span(value: object) -> Span:
    """`"22:00-06:00"`."""
    if not isinstance(value, str):
        raise Unfit(f'{_shown(value)} is not a time span. Write it like "08:00-22:00".')
    try:
        return parse_span(value)
    except BadSpan as bad:
        raise Unfit(bad.reason) from None


def spans(value: object) -> tuple[Span, ...]:
    """`["08:00-12:00", "14:00-22:00"]`, a single span, or `"closed"`; they may not overlap."""
    if value == "closed":
        return ()
    if isinstance(value, str) and not any(sign.isdigit() for sign in value):
        raise Unfit(
            f'{_shown(value)} is not a time span. Write it like "08:00-22:00", or "closed".'
        )
    read = several(span, 'time spans, or "closed"')
    try:
        return apart(read([value] if isinstance(value, str) else value))
    except BadSpan as bad:
        raise Unfit(bad.reason) from None


def several(read: Reader[T], what: str, *, least: int = 1) -> Reader[tuple[T, ...]]:
    """A list without repetitions, each member read by `read`."""

    def read_all(value: object) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise Unfit(f"{_shown(value)} is not a list of {what}. Put it in [ ].")
        if len(value) < least:
            raise Unfit(f"The list of {what} is empty.")
        found = tuple(read(member) for member in value)
        if len(set(found)) < len(found):
            raise Unfit(f"The list of {what} names something twice.")
        return found

    return read_all


def weekdays(value: object) -> frozenset[Weekday]:
    """`["mon", "tue"]`, or `"daily"`."""
    if value == "daily":
        return frozenset(WEEK)
    read = several(one_of([weekday.value for weekday in WEEK]), 'days, like ["mon", "tue"]')
    return frozenset(map(Weekday, read(value)))


def zone(value: object) -> ZoneInfo:
    """A time zone by its IANA name."""
    if not isinstance(value, str) or value not in available_timezones():
        guess = did_you_mean(value, available_timezones()) if isinstance(value, str) else ""
        raise Unfit(
            f"{_shown(value)} is no time zone."
            + (guess or ' Write a name like "America/Los_Angeles".')
        )
    return ZoneInfo(value)


def language(known: Collection[str], drafts: Collection[str] = ()) -> Reader[str]:
    """A language code, one of those that the line can speak and not of those it cannot yet."""

    def read(value: object) -> str:
        if value in drafts and value not in known:
            raise Unfit(
                f'"{value}" cannot be offered yet: nobody who speaks it has reviewed its '
                "sentences. docs/adding-a-language.md tells how that is done."
            )
        if isinstance(value, str) and value not in known:
            code = _LANGUAGE_NAMES.get(value.casefold(), value.casefold())
            if code in known:
                raise Unfit(f'"{value}" is no language code. Write "{code}".')
        return one_of(known)(value)

    return read


def phone(*, toll_free: bool = False) -> Reader[str]:
    """A telephone number in any usual way of writing."""

    def read(value: object) -> str:
        if not isinstance(value, str):
            raise Unfit('A phone number is text. Put it in quotation marks: "+1 650 555 0111".')
        try:
            return parse_phone(value, toll_free=toll_free)
        except BadNumber as bad:
            raise Unfit(bad.reason) from None

    return read


def public_key(value: object) -> str:
    """A public key as `warmline study keygen` prints it: 32 bytes in base64."""
    try:
        size = len(base64.b64decode(value, validate=True)) if isinstance(value, str) else 0
    except ValueError:
        size = 0
    if not isinstance(value, str) or size != KEY_BYTES:
        raise Unfit("This is no public key. Copy the line that `warmline study keygen` printed.")
    return value


def _shown(value: object) -> str:
    """The value in a sentence, cut short. Phone numbers are never shown: see `phone`."""
    if isinstance(value, bool):
        return str(value).lower()
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    return shown if len(shown) <= 40 else f"{shown[:37]}..."
