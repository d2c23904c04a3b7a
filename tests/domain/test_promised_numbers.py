"""A line that sets nothing: the numbers that the promises (docs/glossary.md) and the README name.

Whoever changes one of these changes what callers and supporters were told, so it is said twice.
"""

from __future__ import annotations

from datetime import timedelta

from tests.books import LA
from warmline.domain import callback, choosing, flags, flood, widening
from warmline.domain.directory import changes, rows
from warmline.domain.line import Hours, Limits, Line, Place, Ringing, Supporter
from warmline.domain.matching import CARRIED_CALL_SECONDS, Wanted, phones_at_once
from warmline.domain.provider import Troubles
from warmline.domain.waiting import Marks

HOUR = 3600
LINE = Line("county", "County", ("+16505550100",), LA, ("en",), Hours({}))
PERSON = Supporter("r1", "River", "+16505550111", ("en",))


def test_what_a_supporter_carries_at_most() -> None:
    assert Limits() == Limits(
        calls_per_shift=4,
        talk_minutes_per_shift=150,
        calls_per_day=6,
        talk_minutes_per_day=240,
        calls_per_week=20,
        talk_minutes_per_week=720,
        wrap_up_minutes=10,
        long_wrap_up_minutes=15,
        long_talk_minutes=40,
        rest_hours_between_shifts=10,
        extra_shift_hours=4,
        quiet=None,
    )
    assert PERSON.limits == Limits()
    assert not PERSON.paused


def test_how_phones_are_rung() -> None:
    assert Ringing() == Ringing(2, 5.0, 6, 20, 8.0)
    assert LINE.ringing == Ringing()


def test_waves_can_be_turned_off_and_be_quicker_than_a_second() -> None:
    assert phones_at_once(Ringing(wave_every=0.0), 0.0, 600.0) == 2
    assert phones_at_once(Ringing(wave_every=0.5), 0.0, 1.0) == 4
    assert phones_at_once(Ringing(wave_every=0.5), 0.0, 0.0) == 2
    assert phones_at_once(Ringing(), 100.0, 90.0) == 0, "their ringing begins later"


def test_a_call_carried_weighs_as_half_an_hour_less_of_rest() -> None:
    assert CARRIED_CALL_SECONDS == 30 * 60


def test_what_is_a_flood() -> None:
    assert flood.Caps() == flood.Caps(40, 20, 6)
    assert LINE.flood == flood.Caps()
    assert (flood.MOST_TIMES, flood.MOST_TIMES_SILENT) == (12, 3)


def test_when_a_waiting_caller_is_offered_a_choice() -> None:
    marks = Marks()
    assert [marks.at(n) for n in range(5)] == [60.0, 120.0, 180.0, 240.0, 480.0]
    assert [marks.passed(at) for at in (0, 59, 60, 180, 239, 240, 480)] == [0, 0, 1, 3, 3, 4, 5]


def test_how_often_a_choosing_caller_is_asked() -> None:
    assert (choosing.MOST, choosing.NAMED_FROM, choosing.MOST_QUESTIONS) == (5, 2, 2)
    assert (widening.MOST_WIDENINGS, widening.PATIENCE) == (2, 2)


def test_what_is_promised_to_whoever_asks_to_be_called_back() -> None:
    assert (callback.TRIES, callback.MOST_PROMISED, callback.RING_SECONDS) == (2, 40, 25)
    assert timedelta(hours=12) == callback.LASTS
    assert timedelta(minutes=30) == callback.LONG_ENOUGH
    assert timedelta(minutes=20) == callback.AGAIN_AFTER
    assert timedelta(minutes=5) == callback.AFTER_TROUBLE


def test_for_how_long_a_flag_keeps_a_number_from_peers() -> None:
    assert flags.WINDOW == 2 * HOUR
    assert (flags.LONGER, flags.LONGEST) == (7 * 24 * HOUR, 30 * 24 * HOUR)


def test_a_line_asks_nothing_and_its_crisis_number_is_988s() -> None:
    assert (LINE.ask_peer_question, LINE.survey) == (False, False)
    assert LINE.crisis_number == "+18002738255"


def test_a_place_is_on_and_neither_local_nor_connected_to_unless_that_is_said() -> None:
    place = Place("a", "peer", "A")
    assert (place.enabled, place.local, place.bridgeable) == (True, False, False)


def test_a_crisis_line_is_looked_at_each_quarter_and_any_other_each_half_year() -> None:
    crisis, peer = Place("a", "crisis", "A"), Place("b", "peer", "B")
    assert (changes.holds(crisis), changes.holds(peer)) == (timedelta(91), timedelta(182))


def test_whoever_wishes_nothing_suits_everybody_of_their_language() -> None:
    assert Wanted("en") == Wanted("en", None, frozenset(), frozenset(), frozenset(), {}, "")


def test_nothing_is_wrong_with_the_provider_until_it_is_told() -> None:
    assert Troubles() == Troubles(0, 0, 0, 0.0, 0.0, 0.0, "")


def test_how_large_a_table_of_places_may_be() -> None:
    assert (rows.MOST_ROWS, rows.MOST_COLUMNS) == (1000, 100)
