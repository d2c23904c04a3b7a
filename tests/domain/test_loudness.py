"""A recording is heard as well as every other one, or refused with a reason."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sounds import RATE, spoken
from warmline.domain.loudness import FULL, PEAK, TARGET, Heard, heard, levelled, trimmed

SILENCE = array("h", [0] * RATE)


def test_somebody_who_speaks_is_taken() -> None:
    assert heard(spoken(3)).objections == ()
    assert heard(spoken(3)).seconds == 3


@pytest.mark.parametrize(
    ("samples", "why"),
    [
        (array("h"), "nothing to hear"),
        (SILENCE * 3, "too quiet"),
        (spoken(3, loud=0.001), "too quiet"),
        (spoken(21), "20 s are the most"),
        (array("h", (max(-FULL, min(FULL, 4 * one)) for one in spoken(2, 0.9))), "torn"),
    ],
)
def test_what_nobody_could_follow_is_refused(samples: array[int], why: str) -> None:
    assert any(why in one for one in heard(samples).objections)


@pytest.mark.parametrize("loud", [0.02, 0.1, 0.5, 0.9])
def test_however_loud_it_was_spoken_it_is_heard_like_the_others(loud: float) -> None:
    assert heard(levelled(spoken(2, loud))).speech == pytest.approx(TARGET, abs=0.5)


def test_the_pauses_of_a_slow_speaker_do_not_make_it_louder() -> None:
    slow = spoken(1) + SILENCE * 4 + spoken(1)
    assert heard(levelled(slow)).speech == pytest.approx(TARGET, abs=0.5)


def test_callers_do_not_wait_for_the_silence_around_the_words() -> None:
    words = trimmed(SILENCE * 2 + spoken(2) + SILENCE * 3)
    assert heard(words).seconds == pytest.approx(2.3, abs=0.15)
    assert trimmed(SILENCE) == SILENCE
    assert trimmed(array("h")) == array("h")


def square(height: int, samples: int) -> array[int]:
    """A tone of one loudness throughout."""
    return array("h", [height, -height] * (samples // 2))


def test_how_loud_it_is_is_told_below_full_scale_and_of_the_words_alone() -> None:
    tenth = FULL // 10
    assert heard(square(tenth, RATE)).speech == pytest.approx(-20, abs=0.01)
    assert heard(square(FULL, RATE)).speech == pytest.approx(0, abs=0.01)
    twentieth = RATE // 20
    halting = (square(tenth, twentieth) + array("h", [0] * twentieth)) * 10
    assert heard(halting).speech == pytest.approx(-20, abs=0.01)
    murmur = (square(tenth, twentieth) + square(tenth // 10, twentieth)) * 10
    assert heard(murmur).speech == pytest.approx(-22.97, abs=0.01), "20 dB quieter is speech"
    breath = (square(tenth, twentieth) + square(tenth // 20, twentieth)) * 10
    assert heard(breath).speech == pytest.approx(-20, abs=0.01), "26 dB quieter is a pause"
    assert heard(SILENCE).speech == -120


def test_a_recording_is_from_half_a_second_to_twenty_seconds_long() -> None:
    tone = square(FULL // 10, 21 * RATE)
    assert heard(tone[: RATE // 2]).objections == ()
    assert len(heard(tone[: RATE // 2 - 2]).objections) == 1
    assert heard(tone[: 20 * RATE]).objections == ()
    (why,) = heard(tone).objections
    assert why == "It is 21 s long; 20 s are the most."
    assert Heard(2.0, speech=-45.0, clipped=0.0).objections == ()
    (why,) = heard(tone[: RATE // 4]).objections
    assert why == "It is 0.2 s long: there is nothing to hear."


def test_it_is_torn_when_more_than_one_sample_in_five_hundred_is_at_full_scale() -> None:
    quiet = [3000, -3000] * 2500
    for loudest, counts in ((FULL, 1), (-FULL - 1, 1), (FULL - 1, 1), (FULL - 2, 0)):
        assert heard(array("h", [loudest, *quiet[1:]])).clipped == counts / 5000
    assert heard(array("h", [FULL] * 10 + quiet[10:])).objections == ()
    (why,) = heard(array("h", [FULL] * 11 + quiet[11:])).objections
    assert why.startswith("It is torn")


def test_of_the_silence_a_seventh_of_a_second_stays() -> None:
    tone, margin = square(FULL // 10, RATE), array("h", [0] * (RATE * 15 // 100))
    assert trimmed(SILENCE + tone + SILENCE) == margin + tone + margin
    assert trimmed(tone + SILENCE) == tone + margin
    assert trimmed(SILENCE + tone) == margin + tone


def test_it_is_made_as_loud_as_all_others_but_never_torn() -> None:
    assert max(levelled(square(FULL // 100, RATE))) == pytest.approx(FULL / 10, abs=15)
    assert max(levelled(square(FULL, RATE))) == pytest.approx(FULL / 10, abs=15)
    peaks = square(FULL // 10, RATE - 2) + square(FULL, 2)
    assert max(levelled(peaks)) == round(PEAK * FULL)
    assert levelled(SILENCE) == SILENCE


@given(st.lists(st.integers(-32768, 32767), max_size=2000))
def test_nothing_is_ever_too_loud_for_a_telephone(numbers: list[int]) -> None:
    made = levelled(trimmed(array("h", numbers)))
    assert max((abs(one) for one in made), default=0) <= PEAK * FULL + 1
