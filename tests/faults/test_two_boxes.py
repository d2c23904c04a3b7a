"""Two machines with one store and one database: one of them dies, and nobody is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.databases import *  # noqa: F403 - fixtures
from tests.faults.boxes import standing
from tests.faults.real_evening import LIMITS, Evening
from tests.load import verdict
from tests.load.house import line_toml
from warmline.embedded import EmbeddedStore


@pytest.mark.slow
@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_one_of_two_machines_dies_with_calls_in_every_stage(
    tmp_path: Path, database_url: str
) -> None:
    toml = line_toml(2, first_wave=1, wave_every=5, limits=LIMITS)
    with EmbeddedStore(tmp_path / "store") as store:
        env = {"REDIS_URL": store.url, "DATABASE_URL": database_url}
        with standing(tmp_path, toml, env, boxes=2) as (house, boxes):
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

            boxes[0].loses_power()
            assert evening.talks(talking, first)
            evening.takes(other)
            evening.until(lambda: evening.talks(offered, other), "the offer is taken after it")
            talking.hang_up()
            evening.takes(first)
            evening.until(lambda: evening.talks(waiting, first), "who waited talks")

            evening.everybody_hangs_up_and_nothing_is_left()
            for call in (talking, offered, waiting):
                # What the dead machine had in hand may have been lost; the fallback took over.
                ended = verdict.how_it_ended(call, house.emulator.requests)
                assert ended == ("hung up themselves", ""), evening.told()
