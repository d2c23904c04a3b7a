"""The measures are what the telephone company's own record says, to the unit."""

from __future__ import annotations

import os
import random
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import redis

from tests.databases import new_sqlite
from tests.measures import crowd
from warmline.demo.setting import open_stage
from warmline.demo.stories import Story
from warmline.domain.exact import Rung, spread, steps
from warmline.domain.measures import measures
from warmline.ports.quarters import Document, Material, Quarter

EVENINGS = int(os.environ.get("WARMLINE_MEASURED_EVENINGS", "1"))
"""Of forty calls each; `make nightly` has twenty-five."""
CALLS = 40


@pytest.mark.parametrize("evening", range(EVENINGS))
def test_the_measures_of_an_evening_are_what_the_company_has_seen(
    evening: int, live: redis.Redis, tmp_path: Path
) -> None:
    story = Story("", "x", crowd.LINE_TOML, lambda _: None)
    stage = open_stage(story, live, new_sqlite(tmp_path), seed=False)
    crowd.play(stage, CALLS, random.Random(evening))
    assert stage.failed_jobs() == []
    material: list[Material] = []

    def keep(all_of_it: Material) -> Document:
        material.append(all_of_it)
        return {}

    stage.quarters.freeze(Quarter("county", date(2026, 10, 1)), keep)
    ours = measures(material[0].counts, material[0].sums)
    seen, rung = crowd.counted(crowd.seen(stage)), crowd.rings(stage)
    whole = ("offered", "answered", "within", "short_abandons", "to_crisis", "just_left")
    assert {one: getattr(ours, one) for one in whole} == {one: seen[one] for one in whole}
    assert (ours.answer, ours.human) == (_spread(seen, "answer"), _spread(seen, "human"))
    assert (ours.talk_seconds, ours.wrap_seconds) == (seen["talk"], seen["wrap"])
    assert (ours.handled, ours.too_short) == (seen["answered"], seen["short"])
    assert ours.lost == seen["lost"]
    # Some phones are stopped before they ring, of which the company knows nothing.
    answerable = set(Rung) - {Rung.WITHDRAWN}
    assert {one: ours.rung[one] for one in answerable} == {one: rung[one] for one in answerable}


def _spread(seen: Counter[str], name: str) -> object:
    return spread(steps(seen, name))
