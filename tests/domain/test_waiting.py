"""What a waiting caller is told, and when choices are offered (P8)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.waiting import Marks, News, Wait, news

MARKS = Marks()
JUST_NOW = Wait(
    waited=5,
    ringing=2,
    ahead=0,
    on_duty=2,
    exhausted=False,
    free=False,
    tried=False,
    choices=0,
    told=(),
)
HEARD_BOTH = (News.LOOKING, News.RINGING)


def test_the_first_words_are_true_before_any_phone_can_ring() -> None:
    assert news(replace(JUST_NOW, ringing=0), MARKS) is News.LOOKING


def test_then_how_many_phones_ring() -> None:
    assert news(replace(JUST_NOW, told=(News.LOOKING,)), MARKS) is News.RINGING


def test_a_second_time_it_is_said_shorter() -> None:
    assert news(replace(JUST_NOW, told=HEARD_BOTH), MARKS) is News.STILL_RINGING


def test_when_somebody_could_not_answer_that_is_said() -> None:
    assert news(replace(JUST_NOW, told=HEARD_BOTH, tried=True), MARKS) is News.TRYING_NEXT


def test_nobody_on_duty_is_said_honestly() -> None:
    told = replace(JUST_NOW, ringing=0, on_duty=0, exhausted=True, told=HEARD_BOTH)
    assert news(told, MARKS) is News.NOBODY_ON


def test_everybody_rung_in_vain_is_said_honestly() -> None:
    told = replace(JUST_NOW, ringing=0, exhausted=True, told=HEARD_BOTH)
    assert news(told, MARKS) is News.NOBODY_ANSWERED


def test_bad_news_comes_before_the_choices_and_is_not_said_in_between() -> None:
    nobody = replace(JUST_NOW, waited=60, ringing=0, on_duty=0, told=HEARD_BOTH)
    assert news(nobody, MARKS) is News.NOBODY_ON
    knows = replace(nobody, told=(*HEARD_BOTH, News.NOBODY_ON))
    assert news(knows, MARKS) is News.CHOICES
    assert news(replace(knows, choices=1), MARKS) is News.NOBODY_ON


def test_that_others_are_tried_is_news_once() -> None:
    told = replace(JUST_NOW, told=(*HEARD_BOTH, News.TRYING_NEXT), tried=True)
    assert news(told, MARKS) is News.STILL_RINGING


def test_nobody_left_after_phones_rang_is_not_nobody_on() -> None:
    told = replace(JUST_NOW, ringing=0, on_duty=0, exhausted=True, tried=True, told=HEARD_BOTH)
    assert news(told, MARKS) is News.NOBODY_ANSWERED


def test_between_two_rounds_nobody_is_given_up() -> None:
    told = replace(JUST_NOW, ringing=0, exhausted=True, tried=True, free=True, told=HEARD_BOTH)
    assert news(told, MARKS) is News.STILL_RINGING


def test_nobody_is_called_busy_whose_phone_is_about_to_ring() -> None:
    told = replace(JUST_NOW, ringing=0, free=True, told=HEARD_BOTH)
    assert news(told, MARKS) is News.STILL_RINGING


def test_everybody_with_someone_else_is_said_honestly() -> None:
    assert news(replace(JUST_NOW, ringing=0, told=HEARD_BOTH), MARKS) is News.ALL_BUSY


@pytest.mark.parametrize(
    ("waited", "choices", "expected"),
    [
        (59, 0, News.STILL_RINGING),
        (60, 0, News.CHOICES),
        (61, 1, News.STILL_RINGING),
        (120, 1, News.CHOICES),
        (180, 2, News.CHOICES),
        (239, 3, News.STILL_RINGING),
        (240, 3, News.ALTERNATIVES),
        (300, 4, News.STILL_RINGING),
        (480, 4, News.ALTERNATIVES),
    ],
)
def test_choices_come_at_their_times_and_each_once(
    waited: float, choices: int, expected: News
) -> None:
    wait = replace(JUST_NOW, waited=waited, choices=choices, told=HEARD_BOTH)
    assert news(wait, MARKS) is expected


def test_a_caller_who_was_away_for_long_is_not_asked_three_times_in_a_row() -> None:
    wait = replace(JUST_NOW, waited=190, choices=0, told=HEARD_BOTH)
    assert news(wait, MARKS) is News.CHOICES
    assert MARKS.passed(190) == 3


@given(st.integers(0, 20_000).map(lambda half: half / 2))
def test_every_offer_whose_time_has_come_counts_and_no_other(waited: float) -> None:
    passed = MARKS.passed(waited)
    assert all(MARKS.at(index) <= waited for index in range(passed))
    assert MARKS.at(passed) > waited


def test_somebody_who_has_waited_since_1970_is_told_at_once() -> None:
    assert MARKS.passed(1.8e9) == 3 + 7_500_000
