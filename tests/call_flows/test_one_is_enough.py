"""1 in the main menu: the request that carries the key asks for a phone and begins the wait."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.call_flows.provider import Provider
from tests.stories.conftest import SetStage, set_stage
from warmline.demo.stage import PUBLIC_URL, Stage
from warmline.domain.call import State

__all__ = ["set_stage"]

SID = "CA" + "7" * 32


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    stage = set_stage()
    stage.working = False
    return stage


def arrives(provider: Provider) -> str:
    """Somebody dials; where their key goes."""
    heard = etree.fromstring(provider.posts("/call", CallSid=SID).data)
    (action,) = heard.xpath("//Gather/@action")
    return str(action).removeprefix(PUBLIC_URL)


def test_whoever_presses_1_waits_with_no_page_between(stage: Stage) -> None:
    provider = Provider.of(stage)
    menu = arrives(provider)
    answer = etree.fromstring(provider.posts(menu, CallSid=SID, Digits="1").data)
    assert answer.xpath("//Enqueue")
    assert not answer.xpath("//Redirect")
    (waiting,) = stage.calls.waiting("county")
    assert waiting.call.keyed, "in a flood it counts that somebody pressed a key"


def test_a_1_that_the_provider_sends_twice_is_one_wait(stage: Stage) -> None:
    provider = Provider.of(stage)
    menu = arrives(provider)
    first, second = (provider.posts(menu, CallSid=SID, Digits="1") for _ in range(2))
    assert len(stage.calls.waiting("county")) == 1
    assert first.data == second.data


def test_who_has_gone_on_to_a_talk_is_not_taken_out_of_it_by_a_late_1(stage: Stage) -> None:
    stage.working = True
    caller = stage.caller().reaches_waiting()
    menu = next(
        request.url for request in stage.emulator.requests if "/menu/key" in request.url
    ).removeprefix(PUBLIC_URL)
    river = stage.supporter("River")

    river.takes_the_call()
    caller.is_connected_to(river)
    Provider.of(stage).posts(menu, CallSid=caller.call.sid, Digits="1")
    call = stage.calls.peek(menu.split("/")[3])
    assert call is not None
    assert call.state is State.TALKING
