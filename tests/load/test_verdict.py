"""The judge of `make chaos` is itself judged: it must see what it is there to see."""

from __future__ import annotations

import os
import random
from pathlib import Path

from tests.load import verdict
from tests.load.mischief import children, holder
from tests.load.people import Plan, plan
from warmline.emulator import Event, WebRequest

RIVER, FIRST, SECOND = "+16505550101", "+14155550100", "+14155550101"


def evening(*told: tuple[str, str]) -> list[Event]:
    """What River did, or what was done to River."""
    return [Event(n, float(n), RIVER, what, detail) for n, (what, detail) in enumerate(told)]


def asked(at: float, status: int, seconds: float = 1.0) -> WebRequest:
    """A request of the provider, with the moment at which it was over."""
    return WebRequest(at, "POST", "http://line.test/call", {}, status, seconds, "voice", "CA1")


def test_a_supporter_who_takes_one_call_after_the_other_is_no_double_bridge() -> None:
    one = (("rings", ""), ("presses", "1"), ("talks with", FIRST), ("parts", FIRST))
    other = (("rings", ""), ("presses", "1"), ("talks with", SECOND))
    assert verdict.bridges(evening(*one, *other), [RIVER]) == (2, [])


def test_a_supporter_with_two_callers_at_once_is_seen() -> None:
    both = (("rings", ""), ("presses", "1"), ("talks with", FIRST), ("talks with", SECOND))
    assert len(verdict.bridges(evening(*both), [RIVER])[1]) == 1


def test_a_key_of_an_earlier_ring_does_not_count_for_a_later_one() -> None:
    first = (("rings", ""), ("presses", "1"), ("talks with", FIRST), ("parts", FIRST))
    later = (("rings", ""), ("talks with", SECOND))
    assert verdict.bridges(evening(*first, *later), [RIVER])[1] == [
        f"{RIVER} was connected without pressing 1"
    ]


def test_times_without_an_answer_are_joined_where_they_touch() -> None:
    requests = [asked(10, 0), asked(11.5, 0), asked(30, 0), asked(50, 200)]
    assert verdict.unanswered(requests) == [(8.0, 12.5), (28.0, 31.0)]
    assert verdict.overlap((12.0, 29.0), verdict.unanswered(requests)) == 1.5


def test_a_late_answer_excuses_only_while_nobody_else_got_one() -> None:
    late = asked(20, 200, seconds=9)
    assert verdict.unanswered([asked(10, 200), late, asked(20.1, 200)]) == [(10.0, 21.0)]
    assert verdict.unanswered([late, asked(15, 200)]) == []


def test_a_call_counts_as_known_once_a_page_of_its_own_was_given_to_it() -> None:
    answered = asked(10, 200)
    assert verdict.surely_known([answered], 0) == set()
    answered.body = b'<Gather action="http://line.test/call/en/0a/menu/key">'
    assert verdict.surely_known([answered], 0) == {"CA1"}
    # The store was emptied while the page was made.
    assert verdict.surely_known([answered], 9.5) == set()


def test_only_whom_a_process_has_started_is_its_child() -> None:
    assert os.getpid() in children(os.getppid())
    assert os.getpid() not in children(os.getpid())


def test_a_lock_that_nobody_has_signed_names_nobody(tmp_path: Path) -> None:
    lock = tmp_path / "clock.lock"
    assert holder(lock) is None
    lock.write_text("")
    assert holder(lock) is None
    lock.write_text("4711")
    assert holder(lock) == 4711


def test_most_callers_mean_to_talk_with_a_peer() -> None:
    plans = [plan(random.Random(n)) for n in range(50)]
    assert {type(one) for one in plans} == {Plan}
    assert sum(one.talks is not None for one in plans) > 25
