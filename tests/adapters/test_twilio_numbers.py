"""Provisioning: shown first, then applied, then nothing left to do."""

from __future__ import annotations

import pytest
from twilio.rest import Client

from tests.stories.conftest import database_url, sqlite_url
from warmline.adapters.twilio_numbers import TwilioNumbers
from warmline.demo.in_process import InProcess
from warmline.demo.setting import open_stage
from warmline.demo.stage import ACCOUNT, LINE, Stage
from warmline.demo.stories import STORIES
from warmline.domain.errors import ProviderTrouble
from warmline.domain.links import Links

__all__ = ["database_url", "sqlite_url"]
LINKS = Links("https://line.example.org")


@pytest.fixture
def stage(live: object, sqlite_url: str) -> Stage:
    return open_stage(STORIES[0], live, sqlite_url)  # type: ignore[arg-type]  # a Redis


def test_the_plan_names_every_address_and_changes_nothing(stage: Stage) -> None:
    numbers = TwilioNumbers(stage.twilio, LINKS)
    plan = numbers.plan([LINE])
    assert {c.name for c in plan.changes} >= {
        "voice_url",
        "voice_fallback_url",
        "status_callback",
        "sms_url",
    }
    assert "https://line.test/call -> https://line.example.org/call" in str(plan.changes[0])
    assert numbers.plan([LINE]) == plan


def test_applied_once_there_is_nothing_left_to_do(stage: Stage) -> None:
    numbers = TwilioNumbers(stage.twilio, LINKS)
    numbers.carry_out(numbers.plan([LINE]))
    assert numbers.plan([LINE]).changes == ()
    (owned,) = stage.twilio.incoming_phone_numbers.list(phone_number=LINE)
    assert owned.voice_url == LINKS.arrival
    assert owned.voice_method == "POST"


def test_a_number_of_somebody_else_is_named(stage: Stage) -> None:
    plan = TwilioNumbers(stage.twilio, LINKS).plan(["+16505550197"])
    assert plan.unknown == ("+16505550197",)


def test_a_wrong_token_is_explained(stage: Stage) -> None:
    stranger = Client(ACCOUNT, "wrong", http_client=InProcess(stage.emulator))
    with pytest.raises(ProviderTrouble, match="TWILIO_AUTH_TOKEN"):
        TwilioNumbers(stranger, LINKS).plan([LINE])
