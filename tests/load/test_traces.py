"""The search after `make chaos` finds what is planted, wherever it looks."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import redis

from tests.leaks.search import finds
from tests.load.house import House, number
from tests.load.traces import CUT_OFF, everything, kept_at_the_provider, rewritten

CALLER = number(150)


def test_a_trace_planted_in_any_place_is_found_there(live: redis.Redis, tmp_path: Path) -> None:
    (tmp_path / "line.toml").write_text(CALLER)
    (tmp_path / "serve.log").write_text(f"failed for {CALLER}")
    live.set("wl:call:x", CALLER)
    rewritten(live)
    emulator = SimpleNamespace(
        requests=[SimpleNamespace(url=f"/call?From={CALLER}")],
        rest_log=[SimpleNamespace(path=f"/Calls?To={CALLER}")],
        provider_holds=lambda: {"calls": [{"from": CALLER}], "alerts": []},
    )
    house = cast("House", SimpleNamespace(folder=tmp_path, emulator=emulator))
    found = finds([CALLER], everything(house, live))
    assert sorted(found) == [
        "addresses at the provider",
        "addresses of our pages",
        "redis",
        "serve.log",
        "what the provider still keeps: calls",
    ], "and not in the file that was given"


def test_the_provider_s_note_of_a_request_is_excused_only_where_a_kill_has_cut_it_off() -> None:
    alerts = [
        {"at": 101.0, "code": CUT_OFF, "of": "the kill"},
        {"at": 101.0, "code": 11200, "of": "a page that failed"},
        {"at": 99.0, "code": CUT_OFF, "of": "something before it"},
        {"at": 200.0, "code": CUT_OFF, "of": "something long after it"},
    ]
    emulator = SimpleNamespace(provider_holds=lambda: {"calls": [], "alerts": alerts})
    house = cast("House", SimpleNamespace(emulator=emulator))
    assert kept_at_the_provider(house, [100.0]) == {"calls": [], "alerts": alerts[1:]}
