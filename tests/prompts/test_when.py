"""When the line opens, in words that people use."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from warmline.prompts import Catalogue, load, say_when

ZONE = ZoneInfo("America/Los_Angeles")
SUNDAY_TEN = datetime(2026, 11, 22, 10, 0, tzinfo=ZONE)


def on(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("then", "english", "spanish"),
    [
        (on(22, 11), "this morning at eleven", "hoy a las once de la mañana"),
        (on(22, 12), "today at noon", "hoy al mediodía"),
        (on(22, 13), "this afternoon at one", "hoy a la una de la tarde"),
        (on(22, 17), "this evening at five", "hoy a las cinco de la tarde"),
        (on(22, 19), "this evening at seven", "hoy a las siete de la noche"),
        (on(22, 22, 15), "tonight at ten fifteen", "hoy a las diez y cuarto de la noche"),
        (on(23, 0), "tonight at midnight", "esta noche a medianoche"),
        (
            on(23, 5),
            "tomorrow at five in the morning",
            "mañana a las cinco de la madrugada",
        ),
        (on(23, 8), "tomorrow at eight in the morning", "mañana a las ocho de la mañana"),
        (on(24, 0), "tomorrow night at midnight", "mañana por la noche, a medianoche"),
        (
            on(28, 8, 30),
            "on Saturday at eight thirty in the morning",
            "el sábado a las ocho y media de la mañana",
        ),
        (on(25, 12), "on Wednesday at noon", "el miércoles al mediodía"),
        (
            on(24, 21, 7),
            "on Tuesday at nine oh seven at night",
            "el martes a las nueve y siete de la noche",
        ),
        (
            on(29, 9),
            "on Sunday, November 29, at nine in the morning",
            "el domingo 29 de noviembre, a las nueve de la mañana",
        ),
        (
            datetime(2026, 12, 1, 9, 0, tzinfo=ZONE),
            "on Tuesday, December 1, at nine in the morning",
            "el martes primero de diciembre, a las nueve de la mañana",
        ),
    ],
)
def test_times_are_said_as_people_say_them(then: datetime, english: str, spanish: str) -> None:
    assert say_when(SUNDAY_TEN, then, "en") == english
    assert say_when(SUNDAY_TEN, then, "es") == spanish


def test_it_goes_into_the_closed_sentence() -> None:
    when = say_when(SUNDAY_TEN, on(23, 8, 30), "en")
    assert load().text("closed", "en", when=when).plain == (
        "The peer line is closed right now. It opens tomorrow at eight thirty in the morning."
    )


def test_days_are_those_of_the_line_and_not_of_the_server() -> None:
    late_on_sunday = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
    assert say_when(late_on_sunday, on(23, 8), "en") == "tomorrow at eight in the morning"
    assert say_when(late_on_sunday, on(22, 23), "en") == "tonight at eleven"


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (datetime(2027, 3, 13, 23, 30, tzinfo=ZONE), datetime(2027, 3, 14, 8, tzinfo=ZONE)),
        (datetime(2027, 11, 6, 23, 30, tzinfo=ZONE), datetime(2027, 11, 7, 8, tzinfo=ZONE)),
    ],
)
def test_the_nights_when_the_clocks_change(now: datetime, then: datetime) -> None:
    assert say_when(now, then, "en") == "tomorrow at eight in the morning"


def test_times_without_a_zone_are_refused() -> None:
    naive = datetime(2026, 11, 22, 10, 0)  # noqa: DTZ001 — this is what is refused
    with pytest.raises(ValueError, match="zone"):
        say_when(naive, SUNDAY_TEN, "en")
    with pytest.raises(ValueError, match="zone"):
        say_when(SUNDAY_TEN, naive, "en")


@pytest.mark.parametrize(
    ("then", "tagalog"),
    [
        (on(22, 11), "ngayong alas-onse ng umaga"),
        (on(22, 12), "ngayong tanghali"),
        (on(22, 13), "ngayong ala-una ng hapon"),
        (on(22, 22, 15), "ngayong alas-diyes y kinse ng gabi"),
        (on(23, 0), "mamayang hatinggabi"),
        (on(23, 5), "bukas ng alas-singko ng madaling-araw"),
        (on(28, 8, 30), "sa Sabado ng alas-otso y medya ng umaga"),
        (on(24, 21, 7), "sa Martes ng alas-nuwebe at 7 minuto ng gabi"),
        (on(29, 9), "sa Linggo, ika-29 ng Nobyembre, alas-nuwebe ng umaga"),
    ],
)
def test_times_in_a_language_that_waits_for_its_review(then: datetime, tagalog: str) -> None:
    assert say_when(SUNDAY_TEN, then, "tl", load().draft("tl")) == tagalog


def spoken_by(language: str) -> Catalogue:
    return load() if language in load().languages else load().draft(language)


@pytest.mark.parametrize("language", [*load().languages, *load().drafts])
def test_every_quarter_of_an_hour_of_ten_days_has_words_of_its_own(language: str) -> None:
    quarters = product(range(10), range(24), (0, 15, 30, 45))
    start = SUNDAY_TEN.replace(hour=0)
    said = {
        say_when(
            start,
            start + timedelta(days=days, hours=hours, minutes=minutes),
            language,
            spoken_by(language),
        )
        for days, hours, minutes in quarters
    }
    # Midnight at the start of the first day has passed; it is said like the one at its end.
    assert len(said) == 10 * 24 * 4 - 1
