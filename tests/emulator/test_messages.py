"""Text messages: REST, delivery, inbound webhooks and their replies, STOP."""

from __future__ import annotations

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client
from werkzeug.wrappers import Response

from tests.emulator.lab import BASE, CALLER, LINE, VOLUNTEER, App, Hit, second
from warmline.emulator import Emulator, Handset, behaviours
from warmline.emulator.texting import HELP_REPLY, START_REPLY, STOP_REPLY, segments


@pytest.fixture
def phone(emu: Emulator) -> Handset:
    number = emu.owned(LINE)
    assert number is not None
    number.settings["sms_url"] = f"{BASE}/sms"
    number.settings["sms_fallback_url"] = f"{BASE}/sms-fallback"
    return emu.handset(CALLER)


def bodies(handset: Handset) -> list[str]:
    return [one.body for one in handset.messages]


def test_a_message_is_queued_sent_delivered(emu: Emulator, app: App, api: Client) -> None:
    """Statuses queued, sent, delivered; callbacks with MessageSid, SmsSid, MessageStatus."""
    made = api.messages.create(
        to=CALLER, from_=LINE, body="hello", status_callback=f"{BASE}/events"
    )
    assert (made.status, made.direction, made.num_segments) == ("queued", "outbound-api", "1")
    emu.run(3)
    assert bodies(emu.handset(CALLER)) == ["hello"]
    sent = [hit.params for hit in app.at("/events")]
    assert [one["MessageStatus"] for one in sent] == ["sent", "delivered"]
    assert sent[0]["MessageSid"] == sent[0]["SmsSid"] == made.sid
    assert (sent[0]["From"], sent[0]["To"]) == (LINE, CALLER)
    assert "Body" not in sent[0]
    assert all(hit.signed for hit in app.hits)
    assert api.messages(made.sid).fetch().status == "delivered"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"to": "12"}, 21211),
        ({"to": "988"}, 21614),
        ({"to": ""}, 21604),
        ({"from_": "x"}, 21212),
        ({"from_": "+16505550177"}, 21606),
        ({"from_": ""}, 21603),
        ({"body": ""}, 21602),
        ({"body": "x" * 1601}, 21617),
    ],
)
def test_what_is_refused(api: Client, options: dict[str, str], code: int) -> None:
    arguments = {"to": CALLER, "from_": LINE, "body": "hello"} | options
    with pytest.raises(TwilioRestException) as caught:
        api.messages.create(**arguments)
    assert (caught.value.status, caught.value.code) == (400, code)


def test_undelivered_messages(emu: Emulator, app: App, api: Client) -> None:
    """30003 unreachable handset, 30006 landline: undelivered, with ErrorCode in the callback."""
    emu.handset(CALLER).behaviour = behaviours.Unreachable()
    emu.handset(VOLUNTEER).takes_texts = False
    for to in (CALLER, VOLUNTEER):
        api.messages.create(to=to, from_=LINE, body="x", status_callback=f"{BASE}/events")
    emu.run(3)
    failed = [hit.params for hit in app.at("/events") if "ErrorCode" in hit.params]
    assert [one["ErrorCode"] for one in failed] == ["30003", "30006"]
    assert {one["MessageStatus"] for one in failed} == {"undelivered"}


def test_the_inbound_webhook(emu: Emulator, app: App, phone: Handset) -> None:
    """MessageSid = SmsSid = SmsMessageSid, From, To, Body, NumMedia, NumSegments, SmsStatus
    received, geo fields empty."""
    sid = phone.send_sms(LINE, "are you open?")
    emu.run(1)
    sent = app.only("/sms")
    assert sent.signed
    assert sent.params["MessageSid"] == sent.params["SmsSid"] == sid
    assert sent.params["SmsMessageSid"] == sid
    assert sent.params["Body"] == "are you open?"
    assert (sent.params["NumMedia"], sent.params["NumSegments"]) == ("0", "1")
    assert (sent.params["SmsStatus"], sent.params["FromZip"]) == ("received", "")
    assert "CallSid" not in sent.params


def test_media(emu: Emulator, app: App, phone: Handset, api: Client) -> None:
    phone.send_sms(LINE, "", media=("https://media.test/1",))
    emu.run(1)
    assert app.only("/sms").params["MediaUrl0"] == "https://media.test/1"
    api.messages.create(to=CALLER, from_=LINE, media_url=["https://media.test/2"])
    emu.run(3)
    assert phone.messages[0].media == ("https://media.test/2",)


def test_replies_in_twiml(emu: Emulator, app: App, phone: Handset, api: Client) -> None:
    """<Message> replies; an empty <Response/> is no reply."""
    app.docs["/sms"] = (
        "<Message>one</Message>"
        f'<Message to="{VOLUNTEER}" statusCallback="/events"><Body>two</Body></Message>'
    )
    phone.send_sms(LINE, "hello")
    emu.run(3)
    assert bodies(phone) == ["one"]
    assert bodies(emu.handset(VOLUNTEER)) == ["two"]
    assert len(app.at("/events")) == 2
    directions = [one.direction for one in api.messages.list()]
    assert directions == ["outbound-reply", "outbound-reply", "inbound"]
    app.docs["/sms"] = ""
    phone.send_sms(LINE, "again")
    emu.run(3)
    assert len(phone.messages) == 1


def test_plain_text_is_sent_as_the_reply(emu: Emulator, app: App, phone: Handset) -> None:
    app.docs["/sms"] = Response("just text", mimetype="text/plain")
    phone.send_sms(LINE, "hello")
    emu.run(3)
    assert bodies(phone) == ["just text"]


def test_redirect_and_its_limit(emu: Emulator, app: App, phone: Handset) -> None:
    """Redirect asks another URL; endless ones are 14106."""
    app.docs["/sms"] = "<Redirect>/more</Redirect>"
    app.docs["/more"] = "<Message>redirected</Message>"
    phone.send_sms(LINE, "hello")
    emu.run(3)
    assert bodies(phone) == ["redirected"]
    app.docs["/more"] = "<Redirect/>"
    phone.send_sms(LINE, "hello")
    emu.run(3)
    assert [alert.code for alert in emu.alerts] == [14106]


def test_the_fallback(emu: Emulator, app: App, phone: Handset) -> None:
    app.docs["/sms"] = Response(status=500)
    app.docs["/sms-fallback"] = "<Message>fallback</Message>"
    phone.send_sms(LINE, "hello")
    emu.run(3)
    assert bodies(phone) == ["fallback"]
    assert app.only("/sms-fallback").params["ErrorCode"] == "11217"
    app.docs["/sms-fallback"] = Response(status=500)
    phone.send_sms(LINE, "hello")
    emu.run(3)
    assert len(phone.messages) == 1


def test_voice_verbs_are_skipped(emu: Emulator, app: App, phone: Handset) -> None:
    app.docs["/sms"] = "<Say>hello</Say><Message>text</Message>"
    phone.send_sms(LINE, "hello")
    emu.run(3)
    assert bodies(phone) == ["text"]
    assert [one.code for one in emu.warnings] == [12200]


def test_cookies_live_for_a_conversation(emu: Emulator, app: App, phone: Handset) -> None:
    """A cookie jar per pair of numbers, forgotten after four idle hours."""

    def sms(hit: Hit) -> Response:
        response = Response("<Response/>", mimetype="text/xml")
        response.set_cookie("step", "one")
        return response

    app.docs["/sms"] = sms
    for seconds in (60, 5 * 3600, 1):
        phone.send_sms(LINE, "hello")
        emu.run(seconds)
    assert ["Cookie" in hit.headers for hit in app.at("/sms")] == [False, True, False]


@pytest.mark.parametrize("word", ["STOP", "stop", " Unsubscribe ", "END", "REVOKE", "OptOut"])
def test_stop_blocks(emu: Emulator, app: App, phone: Handset, api: Client, word: str) -> None:
    """STOP and its like: Twilio answers by itself, still calls the webhook, and blocks: 21610."""
    phone.send_sms(LINE, word)
    emu.run(3)
    assert bodies(phone) == [STOP_REPLY]
    assert app.only("/sms").params["Body"] == word
    with pytest.raises(TwilioRestException) as caught:
        api.messages.create(to=CALLER, from_=LINE, body="hello")
    assert (caught.value.status, caught.value.code) == (400, 21610)
    assert emu.provider_holds()["opt_outs"] == [CALLER]


def test_start_unblocks(emu: Emulator, app: App, phone: Handset, api: Client) -> None:
    phone.send_sms(LINE, "STOP")
    emu.run(3)
    phone.send_sms(LINE, "START")
    emu.run(3)
    assert bodies(phone) == [STOP_REPLY, START_REPLY]
    api.messages.create(to=CALLER, from_=LINE, body="hello")
    emu.run(3)
    assert bodies(phone)[-1] == "hello"
    assert len(app.at("/sms")) == 2


def test_help_is_answered_and_only_single_words_count(
    emu: Emulator, app: App, phone: Handset
) -> None:
    phone.send_sms(LINE, "help")
    phone.send_sms(LINE, "please stop")
    emu.run(3)
    assert bodies(phone) == [HELP_REPLY]
    assert emu.messages.opted_out == set()


def test_a_reply_to_somebody_who_stopped_fails(
    emu: Emulator, app: App, phone: Handset, api: Client
) -> None:
    """A webhook that answers STOP itself: its reply fails with 21610."""
    app.docs["/sms"] = "<Message>sorry to see you go</Message>"
    phone.send_sms(LINE, "STOP")
    emu.run(3)
    assert bodies(phone) == [STOP_REPLY]
    assert [one.error_code for one in api.messages.list() if one.status == "failed"] == [21610]


def test_redacting_and_deleting(emu: Emulator, api: Client) -> None:
    """Body='' redacts; DELETE removes; neither while the message is on its way."""
    made = api.messages.create(to=CALLER, from_=LINE, body="a secret")
    for act in (lambda: made.update(body=""), made.delete):
        with pytest.raises(TwilioRestException) as caught:
            act()  # type: ignore[no-untyped-call, unused-ignore]
        assert caught.value.code == 20009
    emu.run(3)
    assert api.messages(made.sid).update(body="").body == ""
    assert api.messages(made.sid).delete()
    with pytest.raises(TwilioRestException) as caught:
        api.messages(made.sid).fetch()
    assert caught.value.code == 20404
    other = api.messages.create(to=CALLER, from_=LINE, body="b")
    with pytest.raises(TwilioRestException) as caught:
        other.update(body="changed")
    assert caught.value.code == 20001


def test_canceling(emu: Emulator, api: Client) -> None:
    """Status=canceled stops a message that is still queued."""
    made = api.messages.create(to=CALLER, from_=LINE, body="never mind")
    assert made.update(status="canceled").status == "canceled"
    emu.run(3)
    assert emu.handset(CALLER).messages == []
    with pytest.raises(TwilioRestException) as caught:
        made.update(status="canceled")
    assert caught.value.code == 30409


def test_lists(emu: Emulator, api: Client) -> None:
    for to in (CALLER, VOLUNTEER):
        api.messages.create(to=to, from_=LINE, body="x")
    emu.run(3)
    assert [one.to for one in api.messages.list()] == [VOLUNTEER, CALLER]
    assert [one.to for one in api.messages.list(to=CALLER)] == [CALLER]
    assert api.messages.list(from_=CALLER) == []
    assert len(api.messages.list(date_sent="2026-11-24")) == 2
    assert api.messages.list(date_sent="2026-11-23") == []


def test_only_own_numbers_can_be_texted(emu: Emulator) -> None:
    with pytest.raises(ValueError, match="not a number of this account"):
        emu.handset(CALLER).send_sms(VOLUNTEER, "hello")


def test_a_number_without_sms_url_asks_nobody(emu: Emulator, app: App, api: Client) -> None:
    emu.handset(CALLER).send_sms(LINE, "hello")
    emu.run(1)
    assert app.hits == []
    assert [one.status for one in api.messages.list()] == ["received"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("x" * 160, 1),
        ("x" * 161, 2),
        ("x" * 306, 2),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("ñ" * 160, 1),
        ("á" + "x" * 69, 1),
        ("á" + "x" * 70, 2),
        ("🙂" * 35, 1),
        ("🙂" * 36, 2),
    ],
)
def test_segments(text: str, count: int) -> None:
    """GSM-7: 160 alone, 153 in parts; UCS-2: 70 and 67. One foreign character flips it all."""
    assert segments(text) == count


def test_the_time_of_delivery(emu: Emulator, app: App, api: Client) -> None:
    api.messages.create(to=CALLER, from_=LINE, body="x", status_callback=f"{BASE}/events")
    emu.run(3)
    assert [second(emu, hit.at) for hit in app.at("/events")] == [0.5, 1.5]
