"""The search after `make chaos` finds what is planted, wherever it looks."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import redis

from tests.leaks.search import finds
from tests.load.house import House, number
from tests.load.traces import everything, rewritten

CALLER = number(150)


def test_a_trace_planted_in_any_place_is_found_there(live: redis.Redis, tmp_path: Path) -> None:
    (tmp_path / "line.toml").write_text(CALLER)
    (tmp_path / "serve.log").write_text(f"failed for {CALLER}")
    live.set("wl:call:x", CALLER)
    rewritten(live)
    emulator = SimpleNamespace(
        requests=[SimpleNamespace(url=f"/call?From={CALLER}")],
        rest_log=[SimpleNamespace(path=f"/Calls?To={CALLER}")],
        provider_holds=lambda: [{"from": CALLER}],
    )
    house = cast("House", SimpleNamespace(folder=tmp_path, emulator=emulator))
    found = finds([CALLER], everything(house, live))
    assert sorted(found) == [
        "addresses at the provider",
        "addresses of our pages",
        "redis",
        "serve.log",
        "what the provider still keeps",
    ], "and not in the file that was given"
