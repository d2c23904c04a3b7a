"""Other places from a caller's phone: what is rung and when, and what is left of a text."""

from __future__ import annotations

import html
from dataclasses import replace
from typing import Any

import pytest

from call_flows._listing import number_of
from tests.call_flows.provider import Provider
from tests.call_flows.test_menus import in_state, parse
from tests.stories.conftest import SetStage
from warmline.demo.stage import Stage
from warmline.demo.stories._story import line_toml
from warmline.demo.stories.places import EAP, SLOTS
from warmline.domain.call import State
from warmline.emulator import Faults, behaviours
from warmline.services.handing import MOST_AN_HOUR

CALLER = b"6505550150"


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    return set_stage(line_toml("River", extra=SLOTS))


def asks_for_a_text(stage: Stage) -> Any:
    """A caller who pressed 6 after the first place, while no worker comes."""
    caller = stage.caller().dials()
    caller.hears("greeting")
    caller.presses("1")
    caller.hears("waiting-ringing", phones=0)
    caller.presses("4")
    caller.hears("places-intro")
    stage.working = False
    caller.presses("6")
    caller.hears("place-text-coming")
    return caller


def kept_texts(stage: Stage) -> list[bytes]:
    return list(stage.connection.scan_iter("wl:text:*"))


def test_the_phone_lies_sealed_for_minutes_and_is_gone_when_the_text_is_sent(stage: Stage) -> None:
    caller = asks_for_a_text(stage)
    (key,) = kept_texts(stage)
    assert 0 < stage.connection.ttl(key) <= 180
    assert not any(
        CALLER in part for pair in stage.connection.hgetall(key).items() for part in pair
    )
    stage.working = True
    stage.wait(10)
    assert [CALLER.decode() in one.body for one in caller.handset.messages] == [False]
    assert kept_texts(stage) == []
    caller.hangs_up()
    stage.wait(120)
    assert not [one for one in stage.emulator.provider_holds() if "Message" in str(one)]


def test_a_lost_job_costs_seconds_and_a_busy_provider_is_asked_again(
    stage: Stage,
) -> None:
    caller = asks_for_a_text(stage)
    for job in stage.connection.scan_iter("rq:*"):
        stage.connection.delete(job)
    stage.emulator.faults = Faults(rest_failure=1.0, rest_statuses=(429,))
    stage.working = True
    stage.wait(8)
    assert len(kept_texts(stage)) == 1
    stage.emulator.faults = Faults()
    stage.wait(15)
    assert len(caller.handset.messages) == 1
    assert kept_texts(stage) == []
    caller.hangs_up()


def test_a_phone_that_is_not_theirs_cannot_be_filled_with_texts(stage: Stage) -> None:
    """Each call shows the same number, and asks for one text."""
    provider = Provider.of(stage)
    said = []
    for serial in range(MOST_AN_HOUR + 2):
        sid = f"CA{serial:032}"
        provider.posts("/call", CallSid=sid)
        call_id = stage.calls.known(sid)
        page = f"/call/en/{call_id}/places/place/key?at=1"
        said.append(provider.posts(page, CallSid=sid, Digits="6").get_data(as_text=True))
        stage.wait(20)
    coming = stage.words.text("place-text-coming", "en").parts[0]
    assert [str(coming) in one for one in said] == [True] * MOST_AN_HOUR + [False] * 2
    later = stage.words.text("place-text-later", "en").parts[0]
    assert all(str(later).split(",")[0] in html.unescape(one) for one in said[-2:])


def test_nothing_tells_what_was_texted_once_the_call_is_over(stage: Stage) -> None:
    caller = asks_for_a_text(stage)
    stage.working = True
    caller.hangs_up()
    stage.wait(5)
    for key in stage.connection.scan_iter("wl:call:*"):
        assert not {b"texted", b"bound"} & set(stage.connection.hgetall(key))


def test_in_a_talk_the_caller_hears_that_it_ends_before_anything_is_rung(stage: Stage) -> None:
    office = stage.emulator.handset(EAP)
    office.behaviour = behaviours.Speaks(after=3, text="Employee assistance, simulated.")
    river = stage.supporter("River")
    caller = stage.caller().reaches_waiting()
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.presses("*")
    caller.hears("talk-menu", within=5)
    caller.presses("4")
    caller.hears("places-intro")
    caller.presses("3")
    caller.hears("connect-ends-talk", within=30)
    assert not office.calls
    caller.presses("1")
    stage.until(lambda: EAP in caller.call.talking_with, 20, "the office is on the line")
    river.hears("after-talk", within=20, minutes=10)
    caller.hangs_up()


@pytest.mark.parametrize("key", ["3", "5", "6"])
@pytest.mark.parametrize("page", ["places/place", "crisis/lines"])
def test_every_place_of_a_list_can_be_asked_for(stage: Stage, page: str, key: str) -> None:
    """The number of a place leads to that place, whatever the list is like by now."""
    provider = Provider.of(stage)
    sid = "CA" + "5" * 32
    call_id = in_state(stage, provider, State.MENUS, sid)
    (book,) = stage.roster.books()
    for place in book.places:
        at = number_of(place)
        if not place.enabled or place.kind == "emergency":
            continue
        path = f"/call/en/{call_id}/{page}/key?at={at}"
        answer = provider.posts(path, Digits=key, CallSid=sid)
        leads = "".join(parse(answer.text).xpath("//Redirect/text()")) or answer.text
        assert f"at={at}" in leads, (place.key, answer.text)


def test_the_place_that_was_heard_is_meant_though_rows_have_gone_since(stage: Stage) -> None:
    provider = Provider.of(stage)
    sid = "CA" + "7" * 32
    call_id = in_state(stage, provider, State.MENUS, sid)
    (book,) = stage.roster.books()
    where = [place.dial for place in book.places].index(EAP)
    page = f"/call/en/{call_id}/places/connect?at={number_of(book.places[where])}"
    assert "County employee assistance" in provider.posts(page, CallSid=sid).text
    with stage.roster._inner.editing() as edit:  # type: ignore[attr-defined]  # what commands write to
        edit.save(replace(book, places=(book.places[where], *book.places[3:where])))
    stage.roster.refresh()
    assert "County employee assistance" in provider.posts(page, CallSid=sid).text


def test_911_is_never_rung_whatever_stands_in_an_address(stage: Stage) -> None:
    provider = Provider.of(stage)
    sid = "CA" + "6" * 32
    call_id = in_state(stage, provider, State.WAITING, sid)
    (book,) = stage.roster.books()
    at = next(number_of(place) for place in book.places if place.key == "emergency")
    path = f"/call/en/{call_id}/places/connect/key?at={at}"
    answer = provider.posts(path, Digits="1", CallSid=sid)
    assert not parse(answer.text).xpath("//Dial")
    assert "places/dial" not in answer.text
