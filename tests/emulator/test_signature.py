"""X-Twilio-Signature."""

from __future__ import annotations

import re

import pytest
from twilio.request_validator import RequestValidator

from tests.emulator.lab import CALLER, LINE, TOKEN, shared
from warmline.emulator.signature import sign, signing_url


def test_the_check_value_of_twilios_documentation() -> None:
    """base64(HMAC-SHA1(token, url + sorted name+value)), as worked out in Twilio's security
    page; its numbers are somebody's, so the example is read from where it is quoted."""
    text = (shared() / "reference.md").read_text()
    found = re.search(
        r"token `(?P<token>\w+)`, URL `(?P<url>[^`]+)`, CallSid=(?P<CallSid>\w+) "
        r"Caller=From=(?P<From>\S+) Digits=(?P<Digits>\d+) To=(?P<To>\S+) → `(?P<value>[^`]+)`",
        text,
    )
    assert found is not None
    params = {name: found[name] for name in ("CallSid", "From", "Digits", "To")}
    params["Caller"] = found["From"]
    assert sign(found["token"], found["url"], params) == found["value"]


def test_the_signature_is_what_twilio_python_expects() -> None:
    """The SDK's own validator takes it."""
    params = {"CallSid": "CA" + "1" * 32, "From": CALLER, "To": LINE, "Digits": "1234"}
    url = "https://line.test/voice?foo=1&bar=2"
    assert RequestValidator(TOKEN).validate(url, params, sign(TOKEN, url, params))


@pytest.mark.parametrize(
    ("url", "channel", "signed"),
    [
        ("https://line.test:8443/voice", "voice", "https://line.test/voice"),
        ("https://line.test:8443/sms", "sms", "https://line.test:8443/sms"),
        ("http://line.test:8080/voice", "voice", "http://line.test:8080/voice"),
        ("http://line.test:8080/sms", "sms", "http://line.test:8080/sms"),
        ("https://user:secret@line.test/voice", "voice", "https://line.test/voice"),
        ("https://line.test/voice?a=1#rc=2", "voice", "https://line.test/voice?a=1"),
    ],
)
def test_the_port_rule(url: str, channel: str, signed: str) -> None:
    """Userinfo and fragment are never signed. The port is dropped from voice over HTTPS, and kept
    for SMS over HTTPS and for everything over HTTP."""
    assert signing_url(url, channel) == signed


def test_empty_values_and_blanks_count() -> None:
    """Values are signed as they are: empty ones as name alone, blanks not trimmed."""
    params = {"B": "", "A": " two  words "}
    signature = sign("token", "https://line.test/x", params)
    assert RequestValidator("token").validate("https://line.test/x", params, signature)
    assert signature != sign("token", "https://line.test/x", {"A": "two words"})
