"""One deadline that goes wrong keeps none of the others waiting."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from warmline.domain.errors import StoreTrouble
from warmline.domain.live import Due
from warmline.services.sweeping import Sweeper
from warmline.services.tools import Tools

DUE = [Due("fetch", "first", 0.0), Due("join", "bad", 0.0), Due("fetch", "last", 0.0)]


def sweeper(error: Exception, fetched: list[str]) -> Sweeper:
    """A sweeper with three deadlines, of which the middle one goes wrong."""

    def join(_: str) -> None:
        raise error

    jobs = SimpleNamespace(join=join, fetch=fetched.append)
    calls = SimpleNamespace(due=lambda: DUE)
    none = cast("Any", None)
    return Sweeper(Tools(cast("Any", calls), none, none, cast("Any", jobs), none, none, none))


def test_a_deadline_that_fails_is_told_and_the_others_are_dealt_with() -> None:
    fetched: list[str] = []
    with pytest.raises(KeyError):
        sweeper(KeyError("bug"), fetched).sweep()
    assert fetched == ["first", "last"]


def test_without_the_store_nothing_more_is_tried() -> None:
    fetched: list[str] = []
    with pytest.raises(StoreTrouble):
        sweeper(StoreTrouble("away"), fetched).sweep()
    assert fetched == ["first"]
