"""`warmline alarm test`: what came of each way out, in plain sentences."""

from __future__ import annotations

import pytest

from tests.commands.test_commands import EXAMPLE, installation, ran, run
from tests.services.test_alarms import Mailbox, mailbox
from warmline.adapters.apprise_channels import AppriseChannels
from warmline.commands.alarm import told
from warmline.services.alarms import Sent

__all__ = ["installation", "mailbox"]


@pytest.fixture
def ready(installation: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation whose provider is out of reach: nothing listens at that port."""
    for name, value in {
        "PUBLIC_URL": "https://line.example.org",
        "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
        "TWILIO_AUTH_TOKEN": "made-up-for-this-test",
        "TWILIO_API_BASE_URL": "http://127.0.0.1:9",
    }.items():
        monkeypatch.setenv(name, value)
    ran("db", "upgrade")


def test_without_any_way_out_it_says_how_to_make_one(ready: None) -> None:
    result = run("alarm", "test")
    assert result.exit_code == 1
    assert "There is no way out for alarms." in result.output + result.stderr


def test_mail_arrives_though_the_provider_does_not_answer(
    ready: None, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran("apply", str(EXAMPLE))
    monkeypatch.setenv("WARMLINE_ALARM_URLS", mailbox.url)
    result = run("alarm", "test")
    assert result.output.splitlines() == [
        "The coordinator's phone of county: NOT TAKEN.",
        "json://: taken.",
    ]
    assert result.exit_code == 1
    (got,) = mailbox.got
    assert got["message"] == "This is a test: alarms of the phone line reach you here."


def test_an_address_that_nobody_knows_is_told_and_not_quoted(
    ready: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARMLINE_ALARM_URLS", "nosuch://pass-word@host")
    result = run("alarm", "test")
    assert result.exit_code == 2
    assert "the address number 1 (nosuch://)" in result.stderr
    assert "pass-word" not in result.output + result.stderr


def test_an_address_with_a_bracket_too_many_keeps_no_other_way_from_being_tried(
    mailbox: Mailbox,
) -> None:
    sent = AppriseChannels(("slack://[pass-word", mailbox.url)).send("Warmline", "A test.")
    assert sent == [("slack", False), ("json", True)]


def test_everything_taken_is_said_so() -> None:
    sent = [Sent("county", taken=True), Sent("mailtos", taken=True, channel=True)]
    assert list(told(sent)) == [
        "The coordinator's phone of county: taken.",
        "mailtos://: taken.",
    ]
