"""Everything is replaced while callers wait, are offered, and talk: nobody is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.real_evening import LIMITS, Evening
from tests.load.house import line_toml, running
from warmline.commands.serve import RESTART


def restarted(evening: Evening, times: int) -> None:
    """`warmline restart`, for the n-th time, to its end."""
    os.kill(evening.house.pid, RESTART)
    log = evening.house.folder / "serve.log"
    evening.until(
        lambda: log.read_text().count("Everything is replaced.") == times, "all is replaced"
    )


@pytest.mark.slow
def test_two_restarts_with_calls_in_every_stage_lose_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toml = line_toml(2, first_wave=1, wave_every=5, limits=LIMITS)
    monkeypatch.setenv("WARMLINE_RING_WORKERS", "1")
    monkeypatch.setenv("WARMLINE_WEB_WORKERS", "1")
    with running(tmp_path, toml) as house:
        evening = Evening(house)
        talking = evening.caller(0)
        evening.until(lambda: evening.rings(0) or evening.rings(1), "somebody's phone rings")
        first = 0 if evening.rings(0) else 1
        other = 1 - first
        evening.takes(first)
        evening.until(lambda: evening.talks(talking, first), "they talk")

        offered = evening.caller(1)
        evening.until(lambda: evening.rings(other), "the other's phone rings")
        waiting = evening.caller(2)
        restarted(evening, 1)
        assert evening.talks(talking, first)
        evening.takes(other)
        evening.until(lambda: evening.talks(offered, other), "the offer is taken after it")

        talking.hang_up()
        evening.until(lambda: evening.rings(first), "who waited is offered to who is free")
        restarted(evening, 2)
        assert evening.talks(offered, other)
        evening.takes(first)
        evening.until(lambda: evening.talks(waiting, first), "who waited talks")

        evening.everybody_hangs_up_and_nothing_is_left()
        evening.nobody_was_left(talking, offered, waiting)
