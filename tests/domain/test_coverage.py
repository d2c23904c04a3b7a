"""Coverage: at every minute it says what duty, opening hours and quiet hours say one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from warmline.domain.coverage import Audience, audiences, coverage, day_of, gaps, less
from warmline.domain.hours import Stretch, is_open
from warmline.domain.line import (
    WEEK,
    DayOff,
    DutyWish,
    Hours,
    Kind,
    Limits,
    Line,
    LineBook,
    Span,
    Supporter,
    Swap,
)
from warmline.domain.roster import duties, in_quiet_hours
from warmline.domain.shifts import weekly_shift
from warmline.domain.staffing import gaps as gaps_one_by_one

ZONE = ZoneInfo("America/Los_Angeles")
AUTUMN = date(2026, 11, 1)
"""The clocks go back on this Sunday."""
HOUR = st.integers(0, 23).map(time)
SPAN = st.builds(Span, HOUR, HOUR)
DAYS = st.sets(st.sampled_from(WEEK), min_size=1).map(frozenset)
DAY = st.integers(-3, 9).map(lambda n: AUTUMN + timedelta(days=n))
MOMENT = st.integers(-80, 240).map(
    lambda n: datetime(2026, 11, 1, 7, tzinfo=UTC) + timedelta(hours=n)
)
NAMES = ("ash", "birch", "cedar")


def person(name: str, language: str, kind: Kind, quiet: Span | None, paused: bool) -> Supporter:
    phone = f"+1650555011{NAMES.index(name)}"
    limits = Limits(quiet=quiet)
    return Supporter(name, name.title(), phone, (language,), kind, limits=limits, paused=paused)


@st.composite
def books(draw: st.DrawFn) -> LineBook:
    people = tuple(
        person(
            name,
            draw(st.sampled_from(["en", "es"])),
            draw(st.sampled_from(list(Kind))),
            draw(st.none() | SPAN.filter(lambda span: span.start != span.end)),
            draw(st.integers(0, 5)) == 0,
        )
        for name in NAMES
    )
    who = st.sampled_from(NAMES)
    shifts = draw(st.lists(st.builds(weekly_shift, who, DAYS, SPAN, st.booleans()), max_size=4))
    off = draw(st.lists(st.builds(lambda w, d: DayOff(w, d, d), who, DAY), max_size=2))
    wishes = draw(
        st.lists(
            st.builds(
                lambda w, on, at, n, anyway: DutyWish(w, on, at, at + timedelta(hours=n), anyway),
                who,
                st.booleans(),
                MOMENT,
                st.integers(1, 9),
                st.booleans(),
            ),
            max_size=3,
            unique_by=lambda wish: (wish.supporter, wish.since),
        )
    )
    swaps = [
        Swap(one.supporter, AUTUMN, one.span.start, one.role, draw(who))
        for one in shifts[:1]
        if draw(st.booleans())
    ]
    spans = draw(st.lists(SPAN, max_size=2))
    line = Line("county", "County", ("+16505550100",), ZONE, ("en", "es"), Hours({}))
    hours = Hours({day: tuple(spans) for day in WEEK})
    line = Line(line.id, line.name, line.numbers, ZONE, line.languages, hours)
    return LineBook(
        line,
        people,
        tuple(shifts),
        tuple(off),
        tuple(swaps),
        tuple(wishes),
        unconfirmed=frozenset(draw(st.sets(who, max_size=1))),
    )


def can_be_rung(book: LineBook, one: Supporter, at: datetime) -> bool:
    duty = duties(book, at).get(one.id)
    return (
        duty is not None
        and not one.paused
        and one.id not in book.unconfirmed
        and (duty.anyway or not in_quiet_hours(one.limits, ZONE, at))
    )


@settings(max_examples=150, deadline=None)
@given(books(), st.sampled_from(["", "es"]), st.sampled_from([None, *Kind]))
def test_each_level_counts_those_who_could_be_rung(
    book: LineBook, language: str, kind: Kind | None
) -> None:
    wanted = Audience(language, kind)
    first, last = AUTUMN - timedelta(days=1), AUTUMN + timedelta(days=1)
    levels = coverage(book, first, last, [wanted])[wanted]
    assert levels[0].start == day_of(book, first).start
    assert levels[-1].end == day_of(book, last).end
    assert all(one.end == then.start for one, then in pairwise(levels))
    for level in levels:
        for at in (level.start, level.start + (level.end - level.start) / 2):
            able = [one for one in book.supporters if can_be_rung(book, one, at)]
            assert level.on == sum(wanted.suits(one) for one in able), at.astimezone(ZONE)
            assert level.open is is_open(book.line.hours, ZONE, at)


def test_its_gaps_are_those_of_the_alarm() -> None:
    sage = person("ash", "es", Kind.PEER, Span(time(22), time(23)), paused=False)
    days = frozenset(WEEK)
    hours = Hours({day: (Span(time(8), time(23)),) for day in WEEK})
    line = Line("county", "County", ("+16505550100",), ZONE, ("en", "es"), hours)
    book = LineBook(line, (sage,), (weekly_shift("ash", days, Span(time(10), time(0))),))
    found = gaps(coverage(book, AUTUMN, AUTUMN, [Audience()])[Audience()])
    day = day_of(book, AUTUMN)
    assert found == gaps_one_by_one(book, day.start, day.end)
    assert [one.minutes for one in found] == [120, 60]


def test_the_nights_when_the_clocks_change_have_their_own_length() -> None:
    line = Line("county", "County", ("+16505550100",), ZONE, ("en",), Hours({}))
    book = LineBook(line)
    assert day_of(book, AUTUMN).minutes == 25 * 60
    assert day_of(book, date(2026, 3, 8)).minutes == 23 * 60


def at_hours(*hours: int) -> list[datetime]:
    """These hours on the wall of a Tuesday."""
    return [datetime(2026, 11, 3, hour, tzinfo=ZONE) for hour in hours]


def word(on: bool, since: int, until: int, *, anyway: bool = False) -> DutyWish:
    begins, ends = at_hours(since, until)
    return DutyWish("ash", on, begins, ends, anyway)


def whole_day(*wishes: DutyWish, quiet: Span | None = None) -> list[tuple[int, int]]:
    """From when until when somebody who has a shift from 8 to 20 could be rung on that Tuesday."""
    ash = person("ash", "en", Kind.PEER, quiet, paused=False)
    line = Line("county", "County", ("+16505550100",), ZONE, ("en",), Hours({}))
    shift = weekly_shift("ash", frozenset(WEEK), Span(time(8), time(20)))
    book = LineBook(line, (ash,), (shift,), wishes=wishes)
    tuesday = date(2026, 11, 3)
    levels = coverage(book, tuesday, tuesday, [Audience()])[Audience()]
    return [
        (one.start.astimezone(ZONE).hour, one.end.astimezone(ZONE).hour) for one in levels if one.on
    ]


def test_what_somebody_says_of_their_duty_is_counted_the_newest_word_first() -> None:
    assert whole_day() == [(8, 20)]
    assert whole_day(word(False, 10, 12)) == [(8, 10), (12, 20)]
    assert whole_day(word(False, 10, 14), word(True, 11, 13)) == [(8, 10), (11, 13), (14, 20)]
    assert whole_day(word(True, 9, 14), word(False, 10, 12)) == [(8, 10), (12, 20)]
    assert whole_day(word(False, 10, 12), word(True, 10, 11)) == [(8, 10), (12, 20)], "off wins"
    assert whole_day(word(True, 20, 22)) == [(8, 22)]


def test_quiet_hours_are_kept_unless_somebody_says_anyway() -> None:
    quiet = Span(time(18), time(9))
    assert whole_day(quiet=quiet) == [(9, 18)]
    assert whole_day(word(True, 19, 22), quiet=quiet) == [(9, 18)]
    assert whole_day(word(True, 19, 22, anyway=True), quiet=quiet) == [(9, 18), (19, 22)]


def test_there_is_a_level_for_each_language_and_kind_of_which_a_line_has_several() -> None:
    line = Line("county", "County", ("+16505550100",), ZONE, ("en",), Hours({}))
    peers = tuple(person(name, "en", Kind.PEER, None, paused=False) for name in NAMES[:2])
    family = person("cedar", "es", Kind.FAMILY_PEER, None, paused=False)
    assert audiences(LineBook(line, peers)) == [Audience()]
    assert audiences(LineBook(line)) == [Audience()]
    both = LineBook(replace(line, languages=("en", "es")), (*peers, family))
    assert audiences(both) == [
        Audience(),
        *(Audience(language=one) for one in ("en", "es")),
        *(Audience(kind=one) for one in Kind),
    ]
    suits = [[one.suits(who) for who in (peers[0], family)] for one in audiences(both)]
    assert suits == [[True, True], [True, False], [False, True], [True, False], [False, True]]


def test_what_is_cut_out_leaves_no_empty_stretch() -> None:
    eight, ten, noon = at_hours(8, 10, 12)
    whole = Stretch(eight, noon)
    assert list(less([whole], [whole])) == []
    assert list(less([whole], [Stretch(eight, ten)])) == [Stretch(ten, noon)]
    assert list(less([whole], [Stretch(ten, noon)])) == [Stretch(eight, ten)]
    assert list(less([Stretch(eight, ten)], [Stretch(ten, noon)])) == [Stretch(eight, ten)]
