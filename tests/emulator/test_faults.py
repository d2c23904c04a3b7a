"""Lost, repeated, late and shuffled callbacks."""

from __future__ import annotations

from twilio.rest import Client
from werkzeug.wrappers import Response

from tests.emulator.lab import BASE, CALLER, LINE, VOLUNTEER, App, dial, finish, second
from warmline.emulator import Emulator, Faults, behaviours

ALL = ["initiated", "ringing", "answered", "completed"]


def calls(emu: Emulator, app: App, api: Client, number: int = 10) -> list[list[int]]:
    """Make some calls; return the sequence numbers of each one's callbacks, as they came."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=1, hang_up_after=1)
    emu.calls_per_second = None
    app.docs["/hello"] = '<Pause length="60"/>'
    got = []
    for _call in range(number):
        app.hits.clear()
        api.calls.create(
            to=VOLUNTEER,
            from_=LINE,
            url=f"{BASE}/hello",
            status_callback=f"{BASE}/events",
            status_callback_event=ALL,
        )
        emu.run(10)
        got.append([int(hit.params["SequenceNumber"]) for hit in app.at("/events")])
    return got


def test_in_order_and_once_without_faults(emu: Emulator, app: App, api: Client) -> None:
    assert calls(emu, app, api) == [[0, 1, 2, 3]] * 10


def test_lost_callbacks(emu: Emulator, app: App, api: Client) -> None:
    emu.faults = Faults(lose=1.0)
    assert calls(emu, app, api) == [[]] * 10
    emu.faults = Faults(lose=0.3)
    got = calls(emu, app, api)
    assert all(sorted(set(one)) == one for one in got)
    assert 10 < sum(len(one) for one in got) < 40


def test_repeated_callbacks(emu: Emulator, app: App, api: Client) -> None:
    emu.faults = Faults(repeat=1.0)
    assert calls(emu, app, api, 1) == [[0, 0, 1, 1, 2, 2, 3, 3]]


def test_shuffled_callbacks_carry_their_order(emu: Emulator, app: App, api: Client) -> None:
    """No order of delivery is guaranteed; SequenceNumber and Timestamp tell the true one."""
    emu.faults = Faults(shuffle=True)
    got = calls(emu, app, api)
    assert any(one != sorted(one) for one in got)
    assert all(sorted(one) == [0, 1, 2, 3] for one in got)


def test_late_callbacks(emu: Emulator, app: App, api: Client) -> None:
    emu.faults = Faults(delay=(30.0, 30.0))
    finish(emu, dial(emu))
    ended = second(emu)
    emu.run(60)
    sent = app.only("/status")
    assert second(emu, sent.at) >= 30
    assert sent.params["Timestamp"] == "Tue, 24 Nov 2026 18:00:01 +0000"
    assert ended < 2


def test_requests_for_twiml_are_never_touched(emu: Emulator, app: App) -> None:
    emu.faults = Faults(lose=1.0, shuffle=True, delay=(9, 9))
    app.docs = {"/voice": "<Redirect>/next</Redirect>", "/next": "<Say>hello</Say>"}
    finish(emu, dial(emu))
    assert len(app.hits) == 2


def test_a_callback_that_fails_is_kept_with_its_parameters(emu: Emulator, app: App) -> None:
    """The debugger keeps the parameters of failing webhooks; the API cannot delete them."""
    app.docs["/status"] = Response(status=500)
    finish(emu, dial(emu))
    (alert,) = emu.provider_holds()["alerts"]
    assert alert["variables"]["From"] == CALLER


def test_what_the_provider_holds_shrinks_with_deletions(
    emu: Emulator, app: App, api: Client
) -> None:
    """Deleting a call takes its record and its events; nothing else of it is left."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=1, hang_up_after=3)
    app.docs["/voice"] = f'<Dial callerId="{LINE}">{VOLUNTEER}</Dial>'
    finish(emu, dial(emu))
    assert CALLER in str(emu.provider_holds())
    for call in api.calls.list():
        api.calls(call.sid).delete()
    assert CALLER not in str(emu.provider_holds())
    assert VOLUNTEER not in str(emu.provider_holds())


def test_get_webhooks_stay_in_logs_for_a_week(emu: Emulator, app: App, api: Client) -> None:
    """The query of a GET webhook is logged for up to seven days, whatever is deleted."""
    number = emu.owned(LINE)
    assert number is not None
    number.settings["voice_method"] = "GET"
    call = dial(emu)
    finish(emu, call)
    api.calls(call.sid).delete()
    assert CALLER in str(emu.provider_holds())
    emu.run(8 * 86400)
    assert CALLER not in str(emu.provider_holds())
