"""The browser that the other tests drive is there and does as it is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest

from tests import chromium, conftest

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_a_key_on_a_page_can_be_pressed(page: Page) -> None:
    page.set_content("<button onclick=\"this.textContent = 'Connected'\">1</button>")
    page.get_by_role("button", name="1").click()
    assert page.get_by_role("button").inner_text() == "Connected"


def test_any_of_the_usual_names_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chrome = tmp_path / "google-chrome"
    chrome.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium.executable() == str(chrome)


@contextmanager
def no_chromium(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(chromium, "executable", lambda: None)
        yield


def test_without_one_the_run_says_so_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with no_chromium(monkeypatch):
        assert conftest.pytest_report_header() == [conftest.NO_BROWSER]


def test_without_one_what_needs_it_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    needs = Mock(fixturenames=["page"], nodeid="tests/a.py::needs")
    does_not = Mock(fixturenames=["tmp_path"], nodeid="tests/a.py::does_not")
    with no_chromium(monkeypatch):
        conftest.pytest_collection_modifyitems([needs, does_not])
    assert [call.args[0].name for call in needs.add_marker.call_args_list] == ["browser", "skip"]
    assert not does_not.add_marker.called
