"""What a story adds to its quarter: calls back and how late they came, wishes that nobody met."""

from __future__ import annotations

from pathlib import Path

import pytest
import redis

from tests.databases import new_sqlite
from tests.measures.test_minutes import material
from warmline.demo.setting import open_stage
from warmline.demo.stage import Stage
from warmline.demo.stories import chosen
from warmline.domain.callback import Callback
from warmline.domain.counters import What
from warmline.domain.exact import DELAY, steps
from warmline.ports.quarters import Material

CALLER = "+16505550150"


def played(title: str, live: redis.Redis, tmp_path: Path) -> tuple[Stage, Material]:
    """A story, its rows written, and what it has added."""
    (story,) = chosen(title)
    stage = open_stage(story, live, new_sqlite(tmp_path))
    story.play(stage)
    for call in stage.emulator.handset(CALLER).calls:
        call.hang_up()
    stage.wait(10)
    return stage, material(stage)


def ones(stage: Stage) -> list[float]:
    """When the caller pressed 1."""
    events = stage.emulator.events_since(0)
    return [one.at for one in events if (one.who, one.what, one.detail) == (CALLER, "presses", "1")]


def test_a_call_back_is_as_late_as_the_caller_has_waited_for_it(
    live: redis.Redis, tmp_path: Path
) -> None:
    stage, known = played("a-call-back-that-reaches-the-caller", live, tmp_path)
    wants, promised, reached = ones(stage)[:3]
    assert wants < promised < reached
    assert steps(known.sums, DELAY) == {int(reached - promised) // 60: 1}
    assert known.counts[What.CALLBACK, Callback.REACHED] == 1
    assert known.sums["handled"] == 2, "the call back, and whom River talked with before"


@pytest.mark.parametrize(
    ("title", "unmet"),
    [
        ("nobody-who-speaks-spanish-is-free", {"unmet-language-es": 1}),
        ("the-caller-would-rather-wait-for-spanish", {"unmet-language-es": 1}),
        ("anybody-who-shares-it", {}),
    ],
)
def test_a_wish_that_nobody_met_counts_once_for_its_call(
    title: str, unmet: dict[str, int], live: redis.Redis, tmp_path: Path
) -> None:
    stage, known = played(title, live, tmp_path)
    assert {name: n for name, n in known.sums.items() if name.startswith("unmet")} == unmet
    for key in stage.connection.keys("wl:call:*"):
        left = [str(name) for name in stage.connection.hkeys(key)]
        assert not [name for name in left if "sum:" in name], "the live record forgets it"
