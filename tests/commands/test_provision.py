"""`warmline twilio provision`: each line may have a fallback document of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.test_commands import installation, ran, refused, run
from tests.commands.test_fallback import set_up_valley_too
from warmline.emulator import Emulator, RealClock, WsgiTransport
from warmline.emulator.server import Running

__all__ = ["installation"]
ACCOUNT, TOKEN = "AC" + "0" * 32, "made-up-for-this-test"
COUNTY, VALLEY = "+16505550100", "+14155550100"
COUNTYS, VALLEYS = "https://other.example.org/county.xml", "https://other.example.org/valley.xml"
OURS = "https://line.example.org"


@pytest.fixture
def emulator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Emulator]:
    """The provider, with the numbers of two lines."""
    with Emulator(
        account_sid=ACCOUNT, auth_token=TOKEN, clock=RealClock(), transport=WsgiTransport({})
    ) as made:
        for number in (COUNTY, VALLEY):
            made.add_number(number, voice_url="https://old.example.org/call")
        rest = Running("127.0.0.1", 0, made.rest)
        monkeypatch.setenv("PUBLIC_URL", OURS)
        monkeypatch.setenv("TWILIO_ACCOUNT_SID", ACCOUNT)
        monkeypatch.setenv("TWILIO_AUTH_TOKEN", TOKEN)
        monkeypatch.setenv("TWILIO_API_BASE_URL", rest.url)
        ran("db", "upgrade")
        set_up_valley_too(tmp_path)
        yield made
        rest.stop()


def fallbacks(emulator: Emulator) -> dict[str, object]:
    found = {number: emulator.owned(number) for number in (COUNTY, VALLEY)}
    return {n: one.settings.get("voice_fallback_url", "") for n, one in found.items() if one}


def test_each_line_gets_its_own_document(emulator: Emulator) -> None:
    each = ["--fallback-url", f"county={COUNTYS}", "--fallback-url", f"valley={VALLEYS}"]
    shown = ran("twilio", "provision", *each)
    assert "Nothing was changed" in shown
    assert set(fallbacks(emulator).values()) == {""}
    ran("twilio", "provision", *each, "--yes")
    assert fallbacks(emulator) == {COUNTY: COUNTYS, VALLEY: VALLEYS}
    assert "is set up as it should be" in ran("twilio", "provision", *each)


def test_a_line_that_is_not_named_has_the_one_for_all_or_our_own_page(emulator: Emulator) -> None:
    ran("twilio", "provision", "--fallback-url", f"valley={VALLEYS}", "--yes")
    assert fallbacks(emulator) == {COUNTY: f"{OURS}/trouble", VALLEY: VALLEYS}
    both = ["--fallback-url", COUNTYS, "--fallback-url", f"valley={VALLEYS}"]
    ran("twilio", "provision", *both, "--yes")
    assert fallbacks(emulator) == {COUNTY: COUNTYS, VALLEY: VALLEYS}


def test_a_line_that_is_not_there_or_an_open_address_changes_nothing(emulator: Emulator) -> None:
    told = refused("twilio", "provision", "--fallback-url", f"vally={VALLEYS}", "--yes")
    assert 'names the line "vally". There is county and valley.' in told
    told = refused("twilio", "provision", "--fallback-url", "county=http://x.example.org", "--yes")
    assert "must begin with https://" in told
    assert set(fallbacks(emulator).values()) == {""}


def test_a_number_of_somebody_else_is_told_and_the_others_are_set_up(emulator: Emulator) -> None:
    valley = emulator.owned(VALLEY)
    assert valley is not None
    del emulator.numbers[valley.sid]
    result = run("twilio", "provision", "--yes")
    assert result.exit_code != 0
    assert f"{VALLEY} is not a number of this Twilio account" in result.stderr
    owned = emulator.owned(COUNTY)
    assert owned is not None
    assert owned.settings["voice_url"] == f"{OURS}/call"
