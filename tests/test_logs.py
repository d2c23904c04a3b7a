"""Logs: an allow-list of fields, and libraries that quote numbers kept quiet."""

from __future__ import annotations

import logging
import socketserver
import threading
from collections.abc import Iterator

import pytest
import requests
import structlog

from warmline.logs import QUIET, SILENT, configure


class BrokenHeader(socketserver.StreamRequestHandler):
    """Answers as no server should."""

    def handle(self) -> None:
        self.rfile.readline()
        self.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nno header\r\n\r\n{}")


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    levels = {name: logging.getLogger(name).level for name in (*QUIET, *SILENT)}
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


def test_a_library_does_not_warn_of_an_address_that_tells_whose_phone_it_was(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """An answer with a broken header: urllib3 quotes the address that it asked for."""
    configure("debug")
    with socketserver.TCPServer(("127.0.0.1", 0), BrokenHeader) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        port = server.server_address[1]
        requests.get(f"http://127.0.0.1:{port}/Calls.json?To=%2B16505550150", timeout=5)
    assert "0150" not in capfd.readouterr().err
