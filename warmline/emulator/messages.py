"""Text messages: sending, delivery, inbound webhooks with replies, and STOP/START/HELP."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from .document import Document, TwimlFailure, Verb, read_answer
from .exchange import COOKIE_LIFETIME, Cookies, WebAnswer, Webhook
from .numbers import OwnedNumber, normalise
from .phones import TextMessage
from .schema import MESSAGING
from .tasks import Fetch, Script
from .texting import (
    HELP_REPLY,
    HELP_WORDS,
    START_REPLY,
    START_WORDS,
    STOP_REPLY,
    STOP_WORDS,
    segments,
)

if TYPE_CHECKING:
    from .emulator import Emulator

SENDING_SECONDS = 0.5
DELIVERY_SECONDS = 1.5
MAX_REDIRECTS = 10
"""TwiML redirects of one message; then error 14106."""

_GEO = ("City", "State", "Zip", "Country")


@dataclass(slots=True)
class Message:
    """A Message resource."""

    sid: str
    serial: int
    direction: str
    sender: str
    to: str
    body: str
    status: str
    created: float
    updated: float
    sent: float | None = None
    media: tuple[str, ...] = ()
    error_code: int | None = None
    error_message: str | None = None
    callback: str = ""
    service_sid: str = ""

    @property
    def final(self) -> bool:
        """Say whether nothing more happens to it by itself."""
        return self.status in {"delivered", "undelivered", "failed", "received", "canceled"}


@dataclass(slots=True)
class Messages:
    """The account's messages, its opt-out list, and the conversations' cookies."""

    emu: Emulator
    by_sid: dict[str, Message] = field(default_factory=dict)
    opted_out: set[tuple[str, str]] = field(default_factory=set)
    """(own number, other number): the other one has texted STOP."""
    _cookies: dict[tuple[str, str], Cookies] = field(default_factory=dict)

    def _add(self, direction: str, sender: str, to: str, body: str, status: str) -> Message:
        now = self.emu.now
        sid, serial = self.emu.new_sid("SM"), self.emu.next_serial()
        message = Message(sid, serial, direction, sender, to, body, status, now, now)
        self.by_sid[message.sid] = message
        return message

    def send(
        self,
        direction: str,
        sender: str,
        to: str,
        body: str,
        media: tuple[str, ...] = (),
        callback: str = "",
        service_sid: str = "",
    ) -> Message:
        """Send a message on its way; blocked when `to` has opted out (failed, 21610)."""
        message = self._add(direction, sender, to, body, "queued")
        message.media, message.callback, message.service_sid = media, callback, service_sid
        if (sender, to) in self.opted_out:
            message.error_code = 21610
            message.error_message = "Attempt to send to unsubscribed recipient"
            self.emu.alert(21610, message.error_message, message.sid, "", {"To": to}, "")
            self._progress(message, "failed")
            return message
        after = self.emu.engine.after
        after(SENDING_SECONDS, lambda: self._progress(message, "sent"))
        after(DELIVERY_SECONDS, lambda: self._deliver(message))
        return message

    def _deliver(self, message: Message) -> None:
        if message.status != "sent":
            return
        handset = self.emu.handset(message.to)
        if handset.behaviour.refusal == ("failed", 404):
            message.error_code = 30003
            message.error_message = "Unreachable destination handset"
        elif not handset.takes_texts:
            message.error_code = 30006
            message.error_message = "Landline or unreachable carrier"
        if message.error_code is not None:
            self._progress(message, "undelivered")
            return
        handset.messages.append(
            TextMessage(self.emu.now, message.sender, message.body, message.sid, message.media)
        )
        self.emu.note(handset.number, "is texted", message.body)
        self._progress(message, "delivered")

    def _progress(self, message: Message, status: str) -> None:
        if message.final or message.sid not in self.by_sid:
            return
        message.status = status
        message.updated = self.emu.now
        if status == "sent":
            message.sent = self.emu.now
        if not message.callback:
            return
        params = {
            "MessageSid": message.sid,
            "SmsSid": message.sid,
            "MessageStatus": status,
            "SmsStatus": status,
            "To": message.to,
            "From": message.sender,
            "AccountSid": self.emu.account_sid,
            "ApiVersion": "2010-04-01",
        }
        if message.error_code is not None:
            params["ErrorCode"] = str(message.error_code)
        if message.service_sid:
            params["MessagingServiceSid"] = message.service_sid
        self.emu.send_callback(
            Webhook("status", message.callback, "POST", params, "sms", sid=message.sid)
        )

    def receive(self, sender: str, to: str, body: str, media: tuple[str, ...] = ()) -> str:
        """A handset texts one of the account's numbers; return the message's SID.

        Raise ValueError when the number is not the account's.
        """
        number = self.emu.owned(normalise(to) or to)
        if number is None:
            raise ValueError(f"{to} is not a number of this account")
        message = self._add("inbound", sender, number.number, body, "received")
        message.media = media
        self._keyword(number.number, sender, body.strip().upper())
        if number.sms_url:
            self.emu.engine.spawn(self._ask(number, message), "sms")
        return message.sid

    def _keyword(self, own: str, other: str, word: str) -> None:
        """Answer STOP, START and HELP as the provider does by itself: one exact word only."""
        if word in STOP_WORDS:
            reply = STOP_REPLY
        elif word in START_WORDS and (own, other) in self.opted_out:
            self.opted_out.discard((own, other))
            reply = START_REPLY
        elif word in HELP_WORDS:
            reply = HELP_REPLY
        else:
            return
        self.send("outbound-reply", own, other, reply)
        if word in STOP_WORDS:
            self.opted_out.add((own, other))

    def _jar(self, own: str, other: str) -> Cookies:
        jar = self._cookies.setdefault((own, other), Cookies())
        if jar.used and self.emu.now - jar.used > COOKIE_LIFETIME:
            jar.forget()
        return jar

    def _params(self, message: Message) -> dict[str, str]:
        params = {
            "MessageSid": message.sid,
            "SmsSid": message.sid,
            "SmsMessageSid": message.sid,
            "AccountSid": self.emu.account_sid,
            "From": message.sender,
            "To": message.to,
            "Body": message.body,
            "NumMedia": str(len(message.media)),
            "NumSegments": str(segments(message.body)),
            "ApiVersion": "2010-04-01",
            "SmsStatus": "received",
        }
        params |= {side + part: "" for side in ("From", "To") for part in _GEO}
        for index, url in enumerate(message.media):
            params[f"MediaUrl{index}"] = url
            params[f"MediaContentType{index}"] = "image/jpeg"
        return params

    def _ask(self, number: OwnedNumber, message: Message) -> Script[None]:
        """Call the number's SMS webhook, then its fallback if that fails; send the replies."""
        params = self._params(message)
        hook = Webhook("sms", number.sms_url, number.method("sms"), params, "sms")
        hook.cookies, hook.sid = self._jar(number.number, message.sender), message.sid
        try:
            yield from self._reply(hook, number.number, message.sender)
        except TwimlFailure as failure:
            fallback = number.get("sms_fallback_url")
            if not fallback:
                return
            extra = {"ErrorCode": str(failure.code), "ErrorUrl": failure.url or hook.url}
            hook = replace(hook, kind="fallback", url=fallback, params=params | extra)
            hook.method = number.method("sms_fallback")
            try:
                yield from self._reply(hook, number.number, message.sender)
            except TwimlFailure:
                return

    def _reply(self, hook: Webhook, own: str, other: str) -> Script[None]:
        """Request a messaging document and send what it says. Raise TwimlFailure."""
        for _round in range(MAX_REDIRECTS):
            answer: WebAnswer = yield Fetch(hook)
            try:
                document = read_answer(answer, hook.method, MESSAGING)
            except TwimlFailure as failure:
                url, body = failure.url or hook.url, answer.text()[:2000]
                self.emu.alert(failure.code, failure.message, hook.sid, url, hook.params, body)
                raise
            for warning in document.warnings:
                self.emu.warn(12200, warning, hook.sid, document.url)
            redirect = self._send_replies(document, own, other)
            if redirect is None:
                return
            url = urljoin(document.url, redirect.text)
            hook = replace(hook, url=url, method=redirect.attrs.get("method", "POST"))
        self.emu.alert(14106, "too many redirects", hook.sid, hook.url, hook.params, "")

    def _send_replies(self, document: Document, own: str, other: str) -> Verb | None:
        for verb in document.verbs:
            if verb.name == "Redirect":
                return verb
            # Plain text comes as a Say; here it is the text of a reply.
            parts = [one.text for one in verb.children if one.name == "Body"]
            body = "".join(parts) or verb.text
            media = tuple(one.text for one in verb.children if one.name == "Media")
            callback = verb.attrs.get("statusCallback") or verb.attrs.get("action") or ""
            self.send(
                "outbound-reply",
                normalise(verb.attrs.get("from", "")) or own,
                normalise(verb.attrs.get("to", "")) or other,
                body,
                media,
                urljoin(document.url, callback) if callback else "",
            )
        return None
