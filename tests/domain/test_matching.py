"""Who is rung, in which order, and who is left in peace (P5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from warmline.domain.line import (
    WEEK,
    Hours,
    Kind,
    Limits,
    Line,
    LineBook,
    Ringing,
    Span,
    Supporter,
)
from warmline.domain.matching import Asked, Wanted, phones_at_once, survey, to_ring
from warmline.domain.presence import Presence, WhyNot
from warmline.domain.roster import duty
from warmline.domain.shifts import weekly_shift

ALL_DAY = Span(time(0), time(0))
NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC).timestamp()
ENGLISH = Wanted(language="en")


def supporter(name: str, **changes: object) -> Supporter:
    values: dict[str, object] = {
        "id": name,
        "alias": name.title(),
        "phone": "+16505550111",
        "languages": ("en",),
    }
    return Supporter(**(values | changes))  # type: ignore[arg-type]  # the test names fields


def book(*supporters: Supporter, backups: tuple[str, ...] = ()) -> LineBook:
    line = Line(
        id="county",
        name="County",
        numbers=("+16505550100",),
        zone=ZoneInfo("America/Los_Angeles"),
        languages=("en", "es"),
        hours=Hours(weekly=dict.fromkeys(WEEK, (ALL_DAY,))),
    )
    shifts = tuple(
        weekly_shift(s.id, frozenset(WEEK), ALL_DAY, backup=s.id in backups, first=date(2026, 1, 1))
        for s in supporters
    )
    return LineBook(line=line, supporters=supporters, shifts=shifts)


def order(lines: LineBook, wanted: Wanted = ENGLISH, **live: Presence) -> list[str]:
    rows = survey(lines, live, wanted, NOW)
    return to_ring(rows, wanted, backups=False, second_round=False)


def reasons(lines: LineBook, name: str, wanted: Wanted = ENGLISH, **live: Presence) -> set[WhyNot]:
    rows = survey(lines, live, wanted, NOW)
    return set(next(row.reasons for row in rows if row.supporter.id == name))


def test_who_has_rested_longest_is_rung_first() -> None:
    lines = book(supporter("river"), supporter("sage"))
    helped = Presence("river", last_help=NOW - 60)
    long_ago = Presence("sage", last_help=NOW - 9000)
    assert order(lines, river=helped, sage=long_ago) == ["sage", "river"]


def test_who_carries_most_in_this_shift_is_rung_later() -> None:
    lines = book(supporter("river"), supporter("sage"))
    on = duty(lines, "river", datetime.fromtimestamp(NOW, UTC))
    assert on is not None
    carried = Presence("river", last_help=NOW - 3600, shift=on.start.timestamp(), calls=3)
    fresh = Presence("sage", last_help=NOW - 3000)
    assert order(lines, river=carried, sage=fresh) == ["sage", "river"]


def test_among_equals_whose_phone_was_silent_longest_is_rung_first() -> None:
    lines = book(supporter("river"), supporter("sage"))
    rung = Presence("river", last_rung=NOW - 5)
    assert order(lines, river=rung) == ["sage", "river"]


def test_an_order_that_a_coordinator_has_set_comes_before_rest() -> None:
    plain = book(supporter("river"), supporter("sage"), supporter("juniper"))
    orders = {"river": None, "sage": 2, "juniper": 1}
    shifts = tuple(replace(one, order=orders[one.supporter]) for one in plain.shifts)
    tired = Presence("juniper", last_help=NOW - 60)
    rested = Presence("river", last_help=NOW - 90000)
    lines = replace(plain, shifts=shifts)
    assert order(lines, juniper=tired, river=rested) == ["juniper", "sage", "river"]


def test_backups_are_left_in_peace_at_first() -> None:
    lines = book(supporter("river"), supporter("sage"), backups=("river",))
    assert order(lines) == ["sage"]
    rows = survey(lines, {}, ENGLISH, NOW)
    assert to_ring(rows, ENGLISH, backups=True, second_round=False) == ["sage", "river"]


def test_who_passed_is_never_rung_again_for_this_caller() -> None:
    lines = book(supporter("river"))
    wanted = Wanted("en", asked={"river": Asked.PASSED})
    rows = survey(lines, {}, wanted, NOW)
    assert to_ring(rows, wanted, backups=True, second_round=True) == []


def test_whom_the_caller_asked_to_be_spared_is_not_rung_again_and_whom_they_left_is() -> None:
    lines = book(supporter("river"))
    declined = Wanted("en", asked={"river": Asked.TALKED})
    rows = survey(lines, {}, declined, NOW)
    assert to_ring(rows, declined, backups=True, second_round=True) == []
    left = Wanted("en", asked={"river": Asked.DROPPED})
    rows = survey(lines, {}, left, NOW)
    assert to_ring(rows, left, backups=False, second_round=False) == ["river"]


def test_who_missed_is_rung_again_in_the_second_round_only() -> None:
    lines = book(supporter("river"))
    wanted = Wanted("en", asked={"river": Asked.MISSED})
    rows = survey(lines, {}, wanted, NOW)
    assert to_ring(rows, wanted, backups=True, second_round=False) == []
    assert to_ring(rows, wanted, backups=True, second_round=True) == ["river"]


def test_every_reason_not_to_ring() -> None:
    tired = Limits(calls_per_shift=2, talk_minutes_per_shift=60)
    lines = book(supporter("river", limits=tired))
    on = duty(lines, "river", datetime.fromtimestamp(NOW, UTC))
    assert on is not None
    shift = on.start.timestamp()
    assert reasons(lines, "river") == set()
    assert reasons(lines, "river", river=Presence("river", busy="leg")) == {WhyNot.BUSY}
    assert reasons(lines, "river", river=Presence("river", rest_until=NOW + 1)) == {WhyNot.RESTING}
    assert reasons(lines, "river", river=Presence("river", off_until=NOW + 1)) == {WhyNot.SAID_OFF}
    assert reasons(lines, "river", river=Presence("river", shift=shift, calls=2)) == {
        WhyNot.CALLS_LIMIT
    }
    assert reasons(lines, "river", river=Presence("river", shift=shift, talk_seconds=3600)) == {
        WhyNot.TALK_LIMIT
    }
    assert reasons(lines, "river", Wanted("es")) == {WhyNot.LANGUAGE}
    assert reasons(lines, "river", Wanted("en", kind=Kind.FAMILY_PEER)) == {WhyNot.KIND}
    assert reasons(lines, "river", Wanted("en", avoid=frozenset({"river"}))) == {WhyNot.AVOIDED}


def test_what_was_carried_in_an_earlier_shift_counts_as_nothing() -> None:
    lines = book(supporter("river", limits=Limits(calls_per_shift=2)))
    assert reasons(lines, "river", river=Presence("river", shift=NOW - 90000, calls=9)) == set()


def test_quiet_hours_and_pauses_are_kept() -> None:
    lines = book(
        supporter("river", limits=Limits(quiet=Span(time(9), time(11)))),
        supporter("sage", paused=True),
    )
    assert reasons(lines, "river") == {WhyNot.QUIET_HOURS}
    assert reasons(lines, "sage") == {WhyNot.PAUSED}


def test_a_lost_peer_is_rung_first_and_through_their_rest() -> None:
    lines = book(supporter("river"), supporter("sage"))
    wanted = Wanted("en", again="river")
    resting = {"river": Presence("river", rest_until=NOW + 600, last_help=NOW)}
    rows = survey(lines, resting, wanted, NOW)
    assert to_ring(rows, wanted, backups=False, second_round=False) == ["river", "sage"]


def test_waves_ring_two_and_one_more_every_five_seconds_up_to_the_ceiling() -> None:
    ringing = Ringing()
    at = [phones_at_once(ringing, 100.0, 100.0 + seconds) for seconds in (0, 4.9, 5, 10, 60)]
    assert at == [2, 2, 3, 4, 6]
    assert phones_at_once(ringing, 100.0, 99.9) == 0, "they may still hang up"
