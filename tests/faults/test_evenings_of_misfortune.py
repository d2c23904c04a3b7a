"""Whatever goes wrong, the promises are kept: 50 evenings, or as many as one goes hunting for.

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
@given(plot=plots(misfortune=True))
def test_an_evening_of_misfortunes(plot: Plot, connection: redis.Redis, folder: Path) -> None:
    """Workers die, Redis is emptied, callbacks are lost, late and repeated, requests fail."""
    play(*plot, connection, folder)
