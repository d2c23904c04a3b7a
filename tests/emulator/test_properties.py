"""Whatever callers, volunteers and the application do, some things are always so."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from twilio.base.exceptions import TwilioRestException

from tests.emulator.client import client_for
from tests.emulator.lab import BASE, LINE, SID, START, TOKEN, App
from warmline.emulator import Emulator, Faults, Handset, ManualClock, WsgiTransport, behaviours

CALLERS = [f"+1212555011{digit}" for digit in range(3)]
VOLUNTEERS = [f"+1415555012{digit}" for digit in range(3)]
EVERYBODY = CALLERS + VOLUNTEERS

NUMBERS = "".join(
    f'<Number url="/whisper" statusCallback="/events">{one}</Number>' for one in VOLUNTEERS[:2]
)
ROOM = (
    '<Conference statusCallback="/room" statusCallbackEvent="start end join leave" '
    'endConferenceOnExit="{end}" startConferenceOnEnter="{start}" waitUrl="/music">room'
    "</Conference>"
)
DOCUMENTS = [
    "",
    "<Say>one two three</Say>",
    '<Pause length="7"/>',
    "<Hangup/>",
    "<Reject/>",
    "<Redirect>/voice</Redirect>",
    '<Gather numDigits="1" action="/next" timeout="4"><Say>press a key</Say></Gather>',
    f'<Dial action="/next" callerId="{LINE}" timeout="10">{NUMBERS}</Dial>',
    f'<Dial action="/next" sequential="true" hangupOnStar="true">{NUMBERS}</Dial>',
    f'<Dial answerOnBridge="true">{VOLUNTEERS[2]}</Dial><Say>after the dial</Say>',
    '<Enqueue action="/next" waitUrl="/music">peers</Enqueue>',
    '<Dial action="/next" timeout="8"><Queue url="/music">peers</Queue></Dial>',
    f"<Dial action='/next'>{ROOM.format(end='false', start='true')}</Dial>",
    f"<Dial>{ROOM.format(end='true', start='false')}</Dial><Say>after the room</Say>",
    "<Record/><Say>nothing is recorded</Say>",
    "not closed <Say>",
]
BEHAVIOURS: list[behaviours.Behaviour] = [
    behaviours.Manual(),
    behaviours.Ignores(),
    behaviours.Busy(),
    behaviours.Unreachable(),
    behaviours.Voicemail(after=6, records=5),
    behaviours.Speaks(2, "hello"),
    behaviours.Answers(3, keys=[(1.0, "1"), (5.0, "*")]),
    behaviours.Answers(2, hang_up_after=6),
]
FAULTS = [Faults(), Faults(lose=0.3, repeat=0.3, shuffle=True), Faults(rest_failure=0.3)]

steps = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "dial",
                "dial",
                "call",
                "press",
                "hang up",
                "answer",
                "decline",
                "run",
                "redirect",
                "end",
                "mute",
                "kick",
                "text",
                "delete",
                "leave queue",
                "speak",
                "announce",
            ]
        ),
        st.integers(0, 5),
        st.sampled_from([0.0, 0.3, 1.0, 5.0, 12.0]),
    ),
    min_size=5,
    max_size=40,
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
@given(
    documents=st.lists(st.sampled_from(DOCUMENTS), min_size=2, max_size=6),
    phones=st.lists(st.sampled_from(BEHAVIOURS), min_size=3, max_size=3),
    faults=st.sampled_from(FAULTS),
    script=steps,
)
def test_any_story_comes_to_a_clean_end(
    documents: list[str],
    phones: list[behaviours.Behaviour],
    faults: Faults,
    script: list[tuple[str, int, float]],
) -> None:
    """No story breaks the emulator; talking is mutual; every webhook is signed; each callback is
    numbered once; and when everybody has hung up, nothing is left of it but records."""
    app = App()
    turn = iter(range(10**6))
    app.docs = {"/whisper": "<Say>a call for you</Say>", "/music": "<Say>please wait</Say>"}
    for path in ("/voice", "/next", "/hello"):
        app.docs[path] = lambda hit: documents[next(turn) % len(documents)]
    with Emulator(SID, TOKEN, ManualClock(START), WsgiTransport({BASE: app}), seed=7) as emu:
        emu.add_number(LINE, voice_url=f"{BASE}/voice", status_callback=f"{BASE}/ended")
        for number, behaviour in zip(VOLUNTEERS, phones, strict=True):
            emu.handset(number).behaviour = behaviour
        emu.faults = faults
        for what, which, seconds in script:
            act(emu, what, which)
            emu.run(seconds)
            check(emu)
        emu.faults = Faults()
        for number in EVERYBODY:
            for call in emu.handset(number).calls:
                call.hang_up()
        for leg in emu.calls.live():
            leg.end("canceled", "the test is over")
        emu.run(30)
        check_end(emu, app, faults)


def act(emu: Emulator, what: str, which: int) -> None:
    """Do one thing; what Twilio refuses is no failure."""
    handset = emu.handset(EVERYBODY[which])
    try:
        if what in {"dial", "press", "hang up", "answer", "decline", "text", "speak"}:
            by_hand(handset, what)
        elif what != "run":
            by_rest(emu, what, which)
    except (TwilioRestException, TimeoutError, OSError):
        return


def by_hand(handset: Handset, what: str) -> None:
    call = handset.calls[-1] if handset.calls else None
    if what == "dial" and not handset.engaged:
        handset.dial(LINE)
    elif what == "text":
        handset.send_sms(LINE, "STOP")
    elif call is not None and what == "press":
        call.press("1*")
    elif call is not None and what == "hang up":
        call.hang_up()
    elif call is not None and what == "answer":
        call.answer()
    elif call is not None and what == "decline":
        call.decline()
    elif call is not None and what == "speak":
        call.speak("can you hear me")


def by_rest(emu: Emulator, what: str, which: int) -> None:
    api = client_for(emu)
    if what == "call":
        to = EVERYBODY[which]
        api.calls.create(to=to, from_=LINE, url=f"{BASE}/hello", status_callback=f"{BASE}/events")
        return
    calls = list(emu.calls.by_sid)
    sid = calls[which % len(calls)] if calls else "CA" + "0" * 32
    if what == "redirect":
        api.calls(sid).update(url=f"{BASE}/next")
    elif what == "end":
        api.calls(sid).update(status="completed")
    elif what == "delete":
        api.calls(sid).delete()
    elif what == "leave queue":
        for queue in emu.queues.by_sid:
            api.queues(queue).members("Front").update(url=f"{BASE}/next")
    for conference in list(emu.conferences.by_sid):
        participant = api.conferences(conference).participants(sid)
        if what == "mute":
            participant.update(muted=True, hold=which % 2 == 0)
        elif what == "kick":
            participant.delete()
        elif what == "announce":
            api.conferences(conference).update(announce_url=f"{BASE}/music")


def check(emu: Emulator) -> None:
    """Talking is mutual, and only live calls talk."""
    for number in EVERYBODY:
        for call in emu.handset(number).calls:
            for other in call.talking_with:
                assert call.state == "in-progress"
                assert any(number in theirs.talking_with for theirs in emu.handset(other).calls), (
                    f"{number} talks with {other}, but not the other way round"
                )
            live = [one for one in call.heard if not one.over]
            assert call.state != "ended" or not live


def check_end(emu: Emulator, app: App, faults: Faults) -> None:
    assert emu.calls.live() == []
    assert not any(emu.handset(number).engaged for number in EVERYBODY)
    assert all(queue.members == [] for queue in emu.queues.by_sid.values())
    assert all(one.over and not one.everybody() for one in emu.conferences.by_sid.values())
    assert all(hit.signed for hit in app.hits)
    assert not emu.transport.errors  # type: ignore[attr-defined]
    if not faults.repeat:
        sent = Counter(
            (hit.path, hit.params.get("CallSid"), hit.params["SequenceNumber"])
            for hit in app.hits
            if hit.path in {"/events", "/ended"}
        )
        assert set(sent.values()) <= {1}
    talks = Counter(event.who for event in emu.transcript if event.what == "talks with")
    parts = Counter(event.who for event in emu.transcript if event.what == "parts")
    assert talks == parts
    for number in EVERYBODY:
        for call in emu.handset(number).calls:
            assert call.ended_at is not None
            for one in call.heard:
                assert call.began <= one.at <= one.at + one.seconds <= call.ended_at + 1e-6
