"""What supporters text to the line's number, and what the line answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.call_flows.provider import Provider
from tests.stories.conftest import SetStage
from warmline.demo.stage import LINE, Stage
from warmline.demo.stories._story import PHONES, line_toml

Texts = Callable[..., list[str]]

RIVER = PHONES["River"]


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    """River is on from eight to six; it is ten on a Tuesday morning."""
    return set_stage(line_toml("River", shift="08:00-18:00", about={"River": 'quiet = "23:00-07:00"'}))


def texts(stage: Stage, *bodies: str, sender: str = RIVER) -> list[str]:
    """What comes back to a phone that sends these, each after the other."""
    phone = stage.emulator.handset(sender)
    known = len(phone.messages)
    for body in bodies:
        phone.send_sms(LINE, body)
        stage.wait(3)
    return [one.body for one in phone.messages[known:]]


def test_off_for_two_hours_and_on_again(stage: Stage) -> None:
    (off,) = texts(stage, "off 2h")
    assert off.startswith("You're off until today at noon")
    assert stage.off_duty("River")
    (on,) = texts(stage, "On")
    assert on.startswith("You're on until this evening at six. Calls can reach you.")
    assert not stage.off_duty("River")
