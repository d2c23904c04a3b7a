"""Fixtures of the emulator's tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from twilio.rest import Client

from tests.emulator.client import client_for
from tests.emulator.lab import BASE, LINE, SID, START, TOKEN, App
from warmline.emulator import Emulator, ManualClock, WsgiTransport


@pytest.fixture
def app() -> App:
    return App()


@pytest.fixture
def emu(app: App) -> Iterator[Emulator]:
    transport = WsgiTransport({BASE: app})
    with Emulator(SID, TOKEN, ManualClock(START), transport, seed=1) as emulator:
        emulator.add_number(LINE, voice_url=f"{BASE}/voice", status_callback=f"{BASE}/status")
        app.now = lambda: emulator.now
        yield emulator


@pytest.fixture
def api(emu: Emulator) -> Client:
    return client_for(emu)
