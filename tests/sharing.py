"""How several processes share the tests: what takes long begins first, and waits beside what works.

A file is one piece of work, so that what it sets up is set up once. In `SINGLY` each test is a
piece of its own: there a file of many stories would keep one process busy when the others are done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

import pytest
from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    from xdist.remote import Producer

SINGLY = ("tests/faults/", "tests/leaks/", "tests/stories/")
"""Folders whose tests set up nothing together."""


def piece(nodeid: str) -> str:
    """What is run by one process in one go: a file, or a test."""
    file = nodeid.partition("::")[0]
    return nodeid if file.startswith(SINGLY) else file


def in_good_order(tests: Iterable[tuple[str, bool]]) -> list[str]:
    """The pieces in the order in which they are begun; a test is its id and whether it is slow.

    Slow ones mostly wait for a clock on the wall: between two of them is one that computes, the
    largest first.
    """
    slow: dict[str, None] = {}
    size: dict[str, int] = {}
    for nodeid, is_slow in tests:
        name = piece(nodeid)
        size[name] = size.get(name, 0) + 1
        if is_slow:
            slow[name] = None
    others = sorted((name for name in size if name not in slow), key=lambda name: -size[name])
    return [name for name in chain(*zip_longest(slow, others)) if name is not None]


def arranged(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """The tests in the order of their pieces."""
    asked = [(item.nodeid, item.get_closest_marker("slow") is not None) for item in items]
    place = {name: number for number, name in enumerate(in_good_order(asked))}
    yield from sorted(items, key=lambda item: place[piece(item.nodeid)])


class Sharing(LoadScopeScheduling):  # type: ignore[misc]  # xdist ships no types
    """Hands out the pieces in the order in which the tests stand."""

    def __init__(self, config: pytest.Config, log: Producer | None = None) -> None:
        """As xdist makes one."""
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        return piece(nodeid)
