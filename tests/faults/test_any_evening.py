"""Whatever people do and whatever goes wrong, the promises are kept.

25 evenings in the usual run; as many as WARMLINE_FAULT_EXAMPLES says when one goes hunting.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
import redis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.databases import new_sqlite
from tests.faults.actions import ALIASES, HABITS, Action, Becomes, actions
from tests.faults.evening import Evening
from warmline.demo.setting import open_stage
from warmline.demo.stories import Story
from warmline.demo.stories._story import line_toml

WISHED = os.environ.get("WARMLINE_FAULT_EXAMPLES", "")
EXAMPLES = int(WISHED or 25)

ABOUT = {
    "River": 'languages = ["en"]\ntags = ["nights"]',
    "Sage": 'kind = "family_peer"\ntags = ["parents"]',
    "Juniper": 'languages = ["es"]\nagency = "north"',
}
"""People who differ, so that there is something to wish and something to let go of."""

evenings = settings(
    max_examples=max(1, EXAMPLES // 2),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    print_blob=True,
    # The usual run is the same each time; a hunt is not.
    derandomize=not WISHED,
)


@st.composite
def plots(draw: st.DrawFn, *, misfortune: bool) -> tuple[int, list[Action]]:
    """So many supporters, the last of four a backup; and what happens."""
    callers, supporters = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    habits: list[Action] = [
        Becomes(alias, draw(st.sampled_from(sorted(HABITS)))) for alias in ALIASES[:supporters]
    ]
    happens = st.lists(actions(callers, supporters, misfortune=misfortune), min_size=6, max_size=20)
    return supporters, habits + draw(happens)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("evenings")


def play(plot: tuple[int, list[Action]], connection: redis.Redis, folder: Path) -> None:
    supporters, happens = plot
    on, backups = ALIASES[: min(supporters, 3)], ALIASES[3:supporters]
    story = Story(
        "", "an evening", line_toml(*on, backups=backups, about=ABOUT), lambda stage: None
    )
    # A file of its own each time: an engine that is still open keeps a log beside it.
    with tempfile.TemporaryDirectory(dir=folder) as own:
        stage = open_stage(story, connection, new_sqlite(Path(own)), seed=False)
        Evening(stage).goes(happens)


@evenings
@given(plot=plots(misfortune=False))
def test_an_evening_of_people(
    plot: tuple[int, list[Action]], connection: redis.Redis, folder: Path
) -> None:
    """Nothing fails; people do as they please."""
    play(plot, connection, folder)


@evenings
@given(plot=plots(misfortune=True))
def test_an_evening_of_misfortunes(
    plot: tuple[int, list[Action]], connection: redis.Redis, folder: Path
) -> None:
    """Workers die, Redis is emptied, callbacks are lost, late and repeated, requests fail."""
    play(plot, connection, folder)
