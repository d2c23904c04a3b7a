"""Logs: an allow-list of fields, and libraries that quote numbers kept quiet."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
import structlog

from warmline.logs import QUIET, configure


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    levels = {name: logging.getLogger(name).level for name in QUIET}
    yield
    structlog.reset_defaults()
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def test_a_field_that_is_not_on_the_list_never_reaches_a_log(
    capfd: pytest.CaptureFixture[str],
) -> None:
    configure("info")
    structlog.get_logger().warning("page_failed", page="offer", caller="+16505550150")
    line = capfd.readouterr().err
    assert "page_failed" in line
    assert "0150" not in line
    assert "left out: caller" in line


def test_below_the_level_nothing_is_logged(capfd: pytest.CaptureFixture[str]) -> None:
    configure("warning")
    structlog.get_logger().info("page_failed")
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("name", QUIET)
def test_libraries_that_log_addresses_and_arguments_are_quiet(name: str) -> None:
    configure("debug")
    assert not logging.getLogger(name).isEnabledFor(logging.INFO)
