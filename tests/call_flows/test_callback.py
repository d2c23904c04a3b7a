"""The phone that is called back: whoever picks it up, whatever is broken on our side."""

from __future__ import annotations

import pytest
import redis
from lxml import etree

from tests.call_flows.provider import Provider
from tests.stories.conftest import SetStage
from warmline.adapters import redis_callbacks
from warmline.demo.stage import LINE, Stage
from warmline.domain.errors import StoreTrouble

CALLER = "+16505550150"
SID = "CA" + "5" * 32


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    stage = set_stage()
    stage.working = False
    return stage


def picks_up(stage: Stage, page: str = "back", call_id: str = "nobody", **form: str) -> str:
    """What is answered to a page of a phone that we have called."""
    answer = Provider.of(stage).posts(
        f"/call/en/{call_id}/{page}",
        CallSid=SID,
        From=LINE,
        To=CALLER,
        Direction="outbound-api",
        **form,
    )
    assert answer.status_code == 200
    return answer.text


def said(document: str) -> str:
    """What is spoken, as the catalogue has it."""
    says = etree.fromstring(document.encode()).iter("Say")
    return " ".join(" ".join(part for say in says for part in say.itertext()).split())


def test_the_opening_is_the_same_whether_we_know_of_the_call_or_not(stage: Stage) -> None:
    """A promise that was lost, given up or kept already: a stranger cannot tell."""
    opening = stage.words.text("callback-opening", "en").plain
    assert said(picks_up(stage)) == opening


def test_the_opening_is_said_while_the_store_is_away(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    away(stage, monkeypatch)
    opening = stage.words.text("callback-opening", "en").plain
    assert said(picks_up(stage)) == opening


def away(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StoreTrouble("ConnectionError")

    monkeypatch.setattr(stage.calls, "_run", refuse)


@pytest.mark.parametrize("key", ["", "2", "3", "5", "0", "#"])
@pytest.mark.parametrize("store", ["there", "away"])
def test_without_1_the_phone_is_put_down_without_a_word(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, key: str, store: str
) -> None:
    if store == "away":
        away(stage, monkeypatch)
    document = picks_up(stage, "back/key?tries=1", Digits=key)
    assert said(document) == ""
    assert "<Hangup" in document


@pytest.mark.parametrize("key", ["", "*", "8"])
def test_the_opening_is_repeated_once(stage: Stage, key: str) -> None:
    document = picks_up(stage, "back/key", Digits=key)
    again = stage.words.text("callback-opening-again", "en").plain
    assert said(document) == again


def test_1_on_a_phone_of_which_nothing_is_known_any_more_waits_for_a_peer(stage: Stage) -> None:
    """Redis was emptied while it rang: whoever pressed 1 is a caller like any other (P11)."""
    document = picks_up(stage, "back/key", Digits="1")
    call_id = stage.calls.known(SID)
    assert call_id is not None
    assert f"/{call_id}/" in document
    assert [one.call.id for one in stage.calls.waiting("county")] == [call_id]
    call = stage.calls.peek(call_id)
    assert call is not None
    assert call.number == LINE, "it is we who called: their number is not the line's"


def test_9_on_a_phone_of_which_nothing_is_known_any_more_is_the_crisis_door(stage: Stage) -> None:
    assert "/crisis" in picks_up(stage, "back/key", Digits="9")


def test_1_while_the_store_is_away_is_told_of_the_trouble(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    away(stage, monkeypatch)
    heard = said(picks_up(stage, "back/key", Digits="1"))
    assert stage.words.text("trouble-moment", "en").plain in heard


@pytest.mark.parametrize("caller", ["anonymous", "+266696687", "sip:a@example.org", LINE, "988"])
def test_who_shows_no_number_cannot_be_promised_a_call(
    stage: Stage, live: redis.Redis, caller: str
) -> None:
    provider = Provider.of(stage)
    provider.posts("/call", CallSid=SID, From=caller)
    call_id = stage.calls.known(SID)
    for page in ("callback", "callback/key"):
        answer = provider.posts(f"/call/en/{call_id}/{page}", CallSid=SID, From=caller, Digits="1")
        assert stage.words.text("callback-no-number", "en").plain in said(answer.text)
    assert not list(live.scan_iter("wl:callback:*"))


def test_supporters_cannot_be_rung_without_end_for_calls_back(
    stage: Stage, live: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each call shows another number. Who comes after very many hears so, and waits on."""
    monkeypatch.setattr(redis_callbacks, "MOST_PROMISED", 2)
    provider, answers = Provider.of(stage), []
    for n in range(3):
        sid, caller = f"CA{n:032}", f"+1650555015{n}"
        provider.posts("/call", CallSid=sid, From=caller)
        page = f"/call/en/{stage.calls.known(sid)}/callback/key"
        answers.append(said(provider.posts(page, CallSid=sid, From=caller, Digits="1").text))
    too_many = stage.words.text("callback-too-many", "en").plain
    assert [too_many in one for one in answers] == [False, False, True]
    assert len(list(live.scan_iter("wl:callback:*"))) == 2


def test_a_report_of_a_phone_that_nobody_knows_is_noted_to_be_deleted(stage: Stage) -> None:
    answer = Provider.of(stage).posts(
        "/progress/back/nobody", CallSid=SID, CallStatus="completed", From=LINE, To=CALLER
    )
    assert answer.status_code == 204
    assert stage.calls.backlog() == 1
