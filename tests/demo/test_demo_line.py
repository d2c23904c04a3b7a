"""The example line as the demo changes it."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, timedelta

import pytest

from warmline.adapters.seed_directory import seed_directory
from warmline.adapters.toml_line import read_line_file
from warmline.demo.web.line import EXAMPLE, as_toml, demo_line
from warmline.domain.hours import is_open
from warmline.domain.line import LineBook
from warmline.domain.roster import duty


@pytest.fixture(scope="module")
def book() -> LineBook:
    text = demo_line(EXAMPLE.read_text(encoding="utf-8"))
    return read_line_file(text, seed=[row.place for row in seed_directory()])


@pytest.mark.parametrize("hours", range(0, 24 * 8, 5))
def test_somebody_is_there_at_every_hour(book: LineBook, hours: int) -> None:
    at = datetime(2026, 12, 20, tzinfo=UTC) + timedelta(hours=hours)
    assert is_open(book.line.hours, book.line.zone, at)
    for supporter in book.supporters:
        assert duty(book, supporter.id, at) is not None, supporter.alias


def test_the_people_are_those_of_the_example(book: LineBook) -> None:
    assert [one.alias for one in book.supporters] == ["River", "Sage", "Juniper"]
    assert {one.limits.wrap_up_minutes for one in book.supporters} == {1}


def test_what_is_written_is_read_the_same() -> None:
    example = EXAMPLE.read_text(encoding="utf-8")
    assert tomllib.loads(as_toml(tomllib.loads(example))) == tomllib.loads(example)
