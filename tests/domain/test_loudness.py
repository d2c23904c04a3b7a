"""A recording is heard as well as every other one, or refused with a reason."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sounds import RATE, spoken
from warmline.domain.loudness import FULL, PEAK, TARGET, heard, levelled, trimmed

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


@given(st.lists(st.integers(-32768, 32767), max_size=2000))
def test_nothing_is_ever_too_loud_for_a_telephone(numbers: list[int]) -> None:
    made = levelled(trimmed(array("h", numbers)))
    assert max((abs(one) for one in made), default=0) <= PEAK * FULL + 1
