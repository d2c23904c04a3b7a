"""Gather: which keys count, when it ends, and what comes next."""

from __future__ import annotations

import pytest

from tests.emulator.lab import App, dial, finish, said, second
from warmline.emulator import Emulator

PROMPT = "<Say>press one for a peer or two for the crisis line</Say>"  # ten words: 4.4 s


def test_num_digits_ends_it_and_leads_to_the_action(emu: Emulator, app: App) -> None:
    """numDigits keys: the action is requested with Digits at once; the rest of the document is
    unreachable."""
    app.docs = {
        "/voice": '<Gather numDigits="2" action="/choice"/><Say>unreachable</Say>',
        "/choice": "<Say>thanks</Say>",
    }
    call = dial(emu)
    call.press("42")
    finish(emu, call)
    sent = app.only("/choice")
    assert sent.params["Digits"] == "42"
    assert sent.params["msg"] == "Gather End"
    assert sent.params["FinishedOnKey"] == ""
    assert sent.params["CallStatus"] == "in-progress"
    assert said(call) == ["thanks"]


def test_without_action_the_current_document_is_requested_again(emu: Emulator, app: App) -> None:
    """The default action is the URL of the current document, method POST."""
    app.docs["/voice"] = lambda hit: (
        f"<Say>{hit.params['Digits']}</Say>" if "Digits" in hit.params else "<Gather/>"
    )
    call = dial(emu)
    call.press("7#")
    finish(emu, call)
    assert said(call) == ["7"]
    assert [hit.method for hit in app.at("/voice")] == ["POST", "POST"]


def test_the_action_is_relative_to_the_current_document(emu: Emulator, app: App) -> None:
    app.docs = {
        "/voice": "<Redirect>/menu/main</Redirect>",
        "/menu/main": '<Gather numDigits="1" action="choice?x=1" method="GET"/>',
    }
    call = dial(emu)
    call.press("3")
    finish(emu, call)
    sent = app.only("/menu/choice")
    assert (sent.method, sent.params["Digits"], sent.params["x"]) == ("GET", "3", "1")


def test_the_finishing_key_is_not_part_of_digits(emu: Emulator, app: App) -> None:
    """finishOnKey (#) ends the input; it is reported as FinishedOnKey and not in Digits."""
    app.docs["/voice"] = '<Gather action="/choice"/>'
    call = dial(emu)
    call.press("12#")
    finish(emu, call)
    assert app.only("/choice").params["Digits"] == "12"
    assert app.only("/choice").params["FinishedOnKey"] == "#"


def test_finish_on_key_may_be_another_key_or_none(emu: Emulator, app: App) -> None:
    """finishOnKey may be set to another key; empty, every key is a digit."""
    app.docs["/voice"] = '<Gather action="/star" finishOnKey="*"/>'
    call = dial(emu)
    call.press("1#*")
    finish(emu, call)
    assert app.only("/star").params["Digits"] == "1#"
    app.docs["/voice"] = '<Gather action="/none" finishOnKey="" numDigits="3"/>'
    call = dial(emu)
    call.press("##9")
    finish(emu, call)
    assert app.only("/none").params["Digits"] == "##9"


def test_the_timeout_starts_after_the_prompt(emu: Emulator, app: App) -> None:
    """The timeout (5 s) starts when the nested verbs are over."""
    app.docs["/voice"] = f'<Gather action="/choice">{PROMPT}</Gather><Say>bye</Say>'
    call = dial(emu)
    finish(emu, call)
    bye = call.heard[-1]
    assert bye.text == "bye"
    assert second(emu, bye.at) == pytest.approx(1.0 + 4.4 + 5.0)


def test_the_timeout_starts_again_with_every_key(emu: Emulator, app: App) -> None:
    """After at least one key, `timeout` seconds without another end the input."""
    app.docs["/voice"] = '<Gather action="/choice" timeout="4"/>'
    call = dial(emu)
    emu.run(3)
    call.press("1")
    emu.run(3.5)
    call.press("2")
    finish(emu, call)
    sent = app.only("/choice")
    assert sent.params["Digits"] == "12"
    assert second(emu, sent.at) == pytest.approx(1 + 3 + 3.5 + 4)


def test_no_input_falls_through(emu: Emulator, app: App) -> None:
    """No input: no request, the next verb; with none left the call ends."""
    app.docs["/voice"] = '<Gather action="/choice" timeout="2"/><Say>nobody there</Say>'
    call = dial(emu)
    finish(emu, call)
    assert app.at("/choice") == []
    assert said(call) == ["nobody there"]


def test_the_finishing_key_alone_is_no_input(emu: Emulator, app: App) -> None:
    """finishOnKey pressed first counts as no input: it falls through at once."""
    app.docs["/voice"] = '<Gather action="/choice"/><Say>next</Say>'
    call = dial(emu)
    call.press("#")
    finish(emu, call)
    assert app.at("/choice") == []
    assert second(emu, call.heard[-1].at) == pytest.approx(1.0)


def test_action_on_empty_result_always_requests(emu: Emulator, app: App) -> None:
    """actionOnEmptyResult=true requests the action with empty Digits."""
    app.docs["/voice"] = '<Gather action="/choice" actionOnEmptyResult="true" timeout="3"/>'
    finish(emu, dial(emu))
    assert app.only("/choice").params["Digits"] == ""


def test_a_key_stops_the_prompt(emu: Emulator, app: App) -> None:
    """Any key stops the nested audio at once, and what is nested after it is not played."""
    app.docs["/voice"] = f'<Gather numDigits="2" action="/c">{PROMPT}<Say>more</Say></Gather>'
    call = dial(emu, seconds=2.0)
    call.press("1")
    emu.run(0.5)
    prompt = call.heard[-1]
    assert (prompt.kind, prompt.complete) == ("say", False)
    assert prompt.seconds == pytest.approx(1.0)
    assert call.gather_open
    call.press("2")
    finish(emu, call)
    assert app.only("/c").params["Digits"] == "12"
    assert "more" not in said(call)


def test_keys_outside_a_gather_are_lost(emu: Emulator, app: App) -> None:
    """Keys are not typed ahead: those pressed while no Gather is open are discarded, and so are
    those that come after a Gather has all it wants."""
    app.docs = {
        "/voice": f'{PROMPT}<Gather numDigits="1" action="/a" timeout="2"/><Say>none</Say>',
        "/a": '<Say>got it</Say><Gather numDigits="1" action="/b" timeout="2"/>',
    }
    call = dial(emu, seconds=2)
    assert not call.gather_open
    call.press("5")
    finish(emu, call)
    assert app.at("/a") == []
    call = dial(emu, seconds=6)
    assert call.gather_open
    call.press("67")
    finish(emu, call)
    assert app.only("/a").params["Digits"] == "6"
    assert app.at("/b") == []


def test_a_hang_up_during_gather_requests_no_action(emu: Emulator, app: App) -> None:
    """The caller hangs up: no action, only the call's status callback."""
    app.docs["/voice"] = '<Gather action="/choice"/>'
    call = dial(emu)
    call.press("1")
    emu.run(0.5)
    call.hang_up()
    emu.run(20)
    assert app.at("/choice") == []
    assert app.only("/status").params["CallStatus"] == "completed"


def test_hangup_inside_gather_is_skipped_with_a_warning(emu: Emulator, app: App) -> None:
    """Only Say, Play and Pause may be nested; anything else is warning 12200 and skipped."""
    app.docs["/voice"] = '<Gather timeout="1"><Hangup/><Say>still here</Say></Gather>'
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["still here"]
    assert [one.code for one in emu.warnings] == [12200]


def test_pause_inside_gather_may_be_cut_by_a_key(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = '<Gather numDigits="1" action="/c"><Pause length="9"/></Gather>'
    call = dial(emu, seconds=3)
    call.press("1")
    emu.run(0.5)
    assert second(emu, app.only("/c").at) == pytest.approx(3.0)
    assert call.heard[-1].kind == "pause"
    assert not call.heard[-1].complete


def test_only_telephone_keys_can_be_pressed(emu: Emulator, app: App) -> None:
    call = dial(emu)
    with pytest.raises(ValueError, match="not telephone keys"):
        call.press("1x")
