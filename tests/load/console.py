"""What a page of the console costs the server, on a line with 200 supporters and 2,000 shifts."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import redis

from tests.databases import new_sqlite
from tests.load.table import Broken, Row, median_of, ms
from tests.web.console import Member, console_of
from tests.web.every_page import whole_pages
from warmline.demo.setting import open_stage
from warmline.demo.stories import Story
from warmline.demo.stories._story import line_toml
from warmline.domain.accounts import Grant, Role
from warmline.embedded import EmbeddedStore

SUPPORTERS, SHIFTS = 200, 2_000
EACH = 5
MOST = 0.1
"""Seconds until the first byte, by half of the time."""


def alias(n: int) -> str:
    """A name of letters, as callers would hear it."""
    return "Peer " + "".join(chr(ord("a") + digit) for digit in divmod(n, 26))


def large_line() -> str:
    """The file of a line as large as they come."""
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    parts = [line_toml()]
    for n in range(SUPPORTERS):
        number = f"+1{(415, 510)[n // 100]}5550{100 + n % 100}"
        parts.append(
            f'[[supporter]]\nalias = "{alias(n)}"\nphone = "{number}"\nconfirmed = true\n'
            'languages = ["en", "es"]\n'
        )
    for n in range(SHIFTS):
        who, turn = n % SUPPORTERS, n // SUPPORTERS
        begins = (who + 3 * turn) % 20
        parts.append(
            f'[[shift]]\nsupporter = "{alias(who)}"\ndays = ["{days[(who + turn) % 7]}"]\n'
            f'hours = "{begins:02}:00-{begins + 3:02}:00"\n'
        )
    return "\n".join(parts)


def measure(rounds: int) -> list[Row]:
    """Every page that somebody with every role can open."""
    with (
        tempfile.TemporaryDirectory(prefix="warmline-bench-") as name,
        EmbeddedStore(Path(name) / "store") as store,
    ):
        url = new_sqlite(Path(name))
        story = Story("", "a bench", large_line(), lambda stage: None)
        stage = open_stage(story, redis.Redis.from_url(store.url), url)
        member = console_of(stage, url).member("robin", *(Grant(role) for role in Role))
        return _rows(member, rounds)


def _rows(member: Member, rounds: int) -> list[Row]:
    pages = dict(whole_pages(member))
    took: dict[str, list[list[float]]] = {name: [] for name in pages}
    for _ in range(rounds + 1):
        for name, address in pages.items():
            took[name].append([_opened(member, address) for _ in range(EACH)])
    # The first round warms up.
    half = {name: median_of(found[1:], 0.5) for name, found in took.items()}
    slowest = sorted(half, key=lambda name: half[name], reverse=True)
    return [
        Row(
            f"console, {SUPPORTERS} supporters, {SHIFTS} shifts: {name}, p50",
            ms(half[name]),
            target=f"≤ {MOST * 1000:.0f} ms",
            met=half[name] <= MOST,
        )
        for name in slowest
    ]


def _opened(member: Member, address: str) -> float:
    began = time.perf_counter()
    answer = member.browser.opens(address)
    took = time.perf_counter() - began
    if answer.status_code not in {200, 404}:
        raise Broken(f"{address} answered {answer.status_code}")
    return took
