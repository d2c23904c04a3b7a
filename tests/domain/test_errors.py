"""What is said no to carries its words along, and the call or the seconds that it is about."""

from __future__ import annotations

from warmline.domain.call import State
from warmline.domain.errors import NoRoom, ProviderBusy, TooLate
from warmline.domain.live import LiveCall


def test_who_is_too_late_is_told_what_is_true_now() -> None:
    assert (str(TooLate("the call is over")), TooLate("the call is over").call) == (
        "the call is over",
        None,
    )


def test_of_the_call_nothing_stands_in_words_that_a_log_would_keep() -> None:
    call = LiveCall("c", State.MENUS, "county", "en")
    assert (str(NoRoom(call)), repr(NoRoom(call)), NoRoom(call).call) == ("", "NoRoom()", call)
    assert str(TooLate("late", call)) == "late"


def test_a_busy_provider_says_for_how_long_if_it_does() -> None:
    busy = ProviderBusy("429 20429", 3.0)
    assert (str(busy), busy.seconds, ProviderBusy("429").seconds) == ("429 20429", 3.0, None)
