"""The account calls a number of its own: one call goes out, another one comes in."""

from __future__ import annotations

import pytest
from twilio.rest import Client

from tests.emulator.client import client_for
from tests.emulator.lab import BASE, LINE, App
from warmline.emulator import Emulator

OTHER = "+16505550109"
"""Another number of the account."""


@pytest.fixture
def api(emu: Emulator) -> Client:
    """A client of the account, which has a second number with a page of its own."""
    emu.add_number(OTHER, voice_url=f"{BASE}/other")
    return client_for(emu)


def test_it_goes_out_and_comes_in_and_digits_are_carried_both_ways(
    emu: Emulator, app: App, api: Client
) -> None:
    """Both are calls of the account with ids of their own; what one plays, the other gathers."""
    app.docs["/out"] = '<Play digits="ww7"/><Gather numDigits="1" action="/out-heard"/>'
    app.docs["/other"] = '<Gather numDigits="1" action="/in-heard"/>'
    app.docs["/in-heard"] = '<Play digits="w8"/><Pause length="30"/>'
    app.docs["/out-heard"] = "<Hangup/>"
    sid = api.calls.create(to=OTHER, from_=LINE, url=f"{BASE}/out").sid
    emu.run(20)
    came_in = app.only("/other").params
    assert (came_in["Direction"], came_in["From"], came_in["To"]) == ("inbound", LINE, OTHER)
    assert came_in["CallSid"] != sid
    assert app.only("/out").params["CallSid"] == sid
    assert app.only("/in-heard").params["Digits"] == "7"
    assert app.only("/out-heard").params["Digits"] == "8"
    assert {call.status for call in api.calls.list()} == {"completed"}


def test_it_is_answered_when_the_pages_of_the_number_answer(
    emu: Emulator, app: App, api: Client
) -> None:
    """A Pause first leaves a call unanswered; until then the outbound one rings."""
    app.docs["/other"] = '<Pause length="5"/><Say>Hello.</Say><Pause length="30"/>'
    app.docs["/out"] = "<Hangup/>"
    sid = api.calls.create(to=OTHER, from_=LINE, url=f"{BASE}/out").sid
    emu.run(5)
    assert api.calls(sid).fetch().status == "ringing"
    emu.run(10)
    assert api.calls(sid).fetch().status == "completed"
    assert len(app.at("/out")) == 1


def test_who_is_rejected_hears_of_it_as_busy(emu: Emulator, app: App, api: Client) -> None:
    """Reject at the far number ends the call that went out unanswered."""
    app.docs["/other"] = '<Reject reason="busy"/>'
    sid = api.calls.create(to=OTHER, from_=LINE, url=f"{BASE}/out").sid
    emu.run(10)
    assert api.calls(sid).fetch().status == "busy"
    assert app.at("/out") == []


def test_several_may_be_on_their_way_at_once(emu: Emulator, app: App, api: Client) -> None:
    """A number of the account is no telephone: it is never engaged."""
    app.docs["/other"] = '<Say>Hello.</Say><Pause length="30"/>'
    app.docs["/out"] = '<Pause length="30"/>'
    for _ in range(2):
        api.calls.create(to=OTHER, from_=LINE, url=f"{BASE}/out")
    emu.run(10)
    assert [call.status for call in api.calls.list()] == ["in-progress"] * 4
