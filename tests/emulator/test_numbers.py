"""IncomingPhoneNumbers, and what counts as a telephone number."""

from __future__ import annotations

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.emulator.lab import BASE, LINE, App, dial
from warmline.emulator import Emulator
from warmline.emulator.numbers import formatted, normalise


def test_a_number_is_found_and_its_urls_set(emu: Emulator, app: App, api: Client) -> None:
    """list(phone_number=...) then update(voice_url=..., ...): what provisioning does."""
    emu.add_number("+16505550102", friendly_name="Second line")
    (number,) = api.incoming_phone_numbers.list(phone_number=LINE)
    changed = number.update(
        voice_url=f"{BASE}/new-voice",
        voice_method="GET",
        voice_fallback_url=f"{BASE}/fallback",
        status_callback="",
        sms_url=f"{BASE}/sms",
        friendly_name="The line",
    )
    assert changed.voice_url == f"{BASE}/new-voice"
    assert (changed.voice_method, changed.sms_method) == ("GET", "POST")
    assert (changed.status_callback, changed.friendly_name) == ("", "The line")
    dial(emu)
    assert app.only("/new-voice").method == "GET"
    (other,) = api.incoming_phone_numbers.list(friendly_name="Second line")
    assert api.incoming_phone_numbers(other.sid).fetch().phone_number == "+16505550102"
    assert other.capabilities == {"voice": True, "sms": True, "mms": True, "fax": False}


def test_a_url_must_be_absolute(api: Client) -> None:
    (number,) = api.incoming_phone_numbers.list()
    with pytest.raises(TwilioRestException) as caught:
        number.update(voice_url="/voice")
    assert caught.value.code == 21205
    with pytest.raises(TwilioRestException) as caught:
        api.incoming_phone_numbers("PN" + "0" * 32).fetch()
    assert caught.value.status == 404


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ("+16505550100", "+16505550100"),
        ("(650) 555-0100", "+16505550100"),
        ("650.555.0100", "+16505550100"),
        ("16505550100", "+16505550100"),
        ("988", "988"),
        ("911", "911"),
        ("12", None),
        ("anonymous", None),
        ("+0123456789", None),
        ("", None),
    ],
)
def test_what_can_be_dialled(given: str, number: str | None) -> None:
    """E.164; unformatted US numbers are taken too, and three-digit service codes."""
    assert normalise(given) == number


def test_national_format() -> None:
    assert formatted("+16505550100") == "(650) 555-0100"
    assert formatted("anonymous") == "anonymous"
