"""Whatever people do, the promises are kept: 50 evenings, or as many as one goes hunting for.

`make nightly` plays thousands. What fails is told as the shortest story that still does; it is
kept in test_found.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import redis
from hypothesis import given

from tests.faults.evenings import Plot, evenings, plots
from tests.faults.scenes import play


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("evenings")


@pytest.mark.slow
@evenings
@given(plot=plots(misfortune=False))
def test_an_evening_of_people(plot: Plot, connection: redis.Redis, folder: Path) -> None:
    """Nothing fails; people do as they please."""
    play(*plot, connection, folder)
