"""The judge of `make load` is itself judged: it must see what it is there to see."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import redis

from tests.load.promises import RINGS_AFTER, Ringing, numbers_left, rings_on
from warmline.emulator import Event

RIVER, SAGE, CALLER = "+16505550101", "+16505550102", "+14155550100"


def phone(number: str, began: float, ended: float, answered: float | None = None) -> Any:
    return SimpleNamespace(
        handset=SimpleNamespace(number=number), began=began, ended_at=ended, answered_at=answered
    )


def two_phones(sage: Any) -> list[float]:
    """River accepts at second 5; for how long others rang on."""
    legs = {
        "one": {"call": "c", "sid": "CA1", "bridged": "1"},
        "two": {"call": "c", "sid": "CA2"},
    }
    phones = {"CA1": phone(RIVER, 0, 60, answered=3), "CA2": sage}
    return rings_on(legs, phones, [Event(0, 5.0, RIVER, "presses", "1")])


def test_a_phone_that_rings_on_after_somebody_accepted_is_seen() -> None:
    assert two_phones(phone(SAGE, 1, 7.5)) == [2.5]


def test_who_has_picked_up_or_was_silent_before_is_not_counted() -> None:
    assert two_phones(phone(SAGE, 1, 9, answered=4)) == []
    assert two_phones(phone(SAGE, 1, 4)) == []


def test_a_number_that_is_left_in_the_store_or_in_a_file_is_found(
    live: redis.Redis, tmp_path: Path
) -> None:
    assert numbers_left([CALLER], live, tmp_path) == []
    live.set("wl:told:county:words", f"for {RIVER}")
    assert numbers_left([CALLER], live, tmp_path) == []
    live.set("wl:told:county:words", f"for {CALLER}")
    (tmp_path / "serve.log").write_text("from (415)4155550100\nand 14155550100")
    assert numbers_left([CALLER], live, tmp_path) == [
        "a caller's number is written in serve.log",
        "a caller's number is written in the store",
    ]


def test_a_caller_for_whom_nothing_rings_is_seen_while_somebody_is_free(live: redis.Redis) -> None:
    handset = SimpleNamespace(engaged=False)
    emulator: Any = SimpleNamespace(now=100.0, handset=lambda number: handset)
    ringing = Ringing(emulator, [RIVER])
    live.zadd("wl:waiting:county", {"c": 90.0})
    ringing.look(live, "county")
    emulator.now += RINGS_AFTER + 1
    ringing.look(live, "county")
    assert len(ringing.wrong) == 1
    # Nobody is free: that nothing rings is as it must be.
    handset.engaged = True
    emulator.now += RINGS_AFTER + 1
    ringing.look(live, "county")
    assert len(ringing.wrong) == 1
