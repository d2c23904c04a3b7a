"""Twilio's REST API, as `warmline.ports.Phones` wants it."""

from __future__ import annotations

import re
from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, datetime
from http import HTTPStatus

from requests.exceptions import RequestException
from twilio.base.exceptions import TwilioException
from twilio.rest import Client
from twilio.rest.api.v2010.account.call import CallContext
from twilio.rest.api.v2010.account.message import MessageContext
from twilio.rest.api.v2010.account.queue import QueueContext

from warmline.adapters.twilio_client import in_our_words, translated
from warmline.domain.errors import CallGone, ProviderTrouble
from warmline.domain.links import BACK, TROUBLE, Links
from warmline.domain.live import LiveCall

LIVE = frozenset({"queued", "initiated", "ringing", "in-progress"})
NEWEST = 20
"""How many of a phone's last calls are looked at to find one that was just made."""
GUEST = "guest"
"""The label in a room of 988. The provider lets nobody else in under it."""
LABEL_TAKEN = 16025
MOST = 500
"""How many live calls, or rooms, are looked through at once."""
OUR_QUEUE = re.compile(r"[0-9a-f]{24}")
"""The name of a queue is the random id of its one call."""


class TwilioPhones:
    """Implements `warmline.ports.Phones`."""

    def __init__(self, twilio: Client, links: Links) -> None:
        """`links` says where Twilio asks for what comes next."""
        self._twilio = twilio
        self._links = links

    def ring(self, *, to: str, number: str, leg: str, seconds: int) -> str:
        """See the port."""
        return self._ring(
            to,
            number,
            self._links.supporter(leg),
            self._links.supporter(leg, TROUBLE),
            self._links.progress(leg),
            seconds,
        )

    def ring_back(self, *, to: str, call: LiveCall, seconds: int) -> str:
        """See the port."""
        return self._ring(
            to,
            call.number,
            self._links.caller(call.language, call.id, BACK),
            self._links.caller(call.language, call.id, f"{BACK}/{TROUBLE}"),
            self._links.progress_back(call.id),
            seconds,
        )

    def ring_about(self, *, to: str, number: str, errand: str, seconds: int) -> str:
        """See the port."""
        return self._ring(
            to,
            number,
            self._links.errand(errand),
            self._links.errand(errand),
            self._links.progress_errand(errand),
            seconds,
        )

    def rung(self, *, to: str, number: str, since: float) -> str | None:
        """See the port."""
        began = datetime.fromtimestamp(int(since), UTC)  # the provider counts whole seconds
        with in_our_words():
            for call in self._twilio.calls.list(to=to, from_=number, limit=NEWEST):
                if call.status in LIVE and call.date_created >= began:
                    return str(call.sid)
        return None

    def live(self, numbers: Collection[str]) -> dict[str, bool]:
        """See the port. The account may have other numbers: they are no business of ours."""
        found: dict[str, bool] = {}
        with in_our_words():
            for status in ("in-progress", "ringing", "queued"):
                for call in self._twilio.calls.list(status=status, limit=MOST, page_size=MOST):
                    outbound = str(call.direction).startswith("outbound")
                    if (call._from if outbound else call.to) in numbers:
                        found[str(call.sid)] = outbound
        return found

    def rooms(self) -> dict[str, list[str]]:
        """See the port."""
        with in_our_words():
            rooms = self._twilio.conferences.list(status="in-progress", limit=MOST, page_size=MOST)
            return {
                str(room.friendly_name): [
                    str(one.call_sid) for one in room.participants.list(limit=3)
                ]
                for room in rooms
            }

    def call_ourselves(self, *, to: str, number: str, run: str, seconds: int) -> str:
        """See the port."""
        with in_our_words():
            call = self._twilio.calls.create(
                to=to,
                from_=number,
                url=self._links.selftest(run),
                method="POST",
                timeout=20,
                time_limit=seconds,
            )
        return str(call.sid)

    def ring_into(self, *, to: str, call: LiveCall, seconds: int) -> str:
        """See the port."""
        try:
            guest = self._twilio.conferences(call.guest_room).participants.create(
                to=to,
                from_=call.number,
                label=GUEST,
                timeout=seconds,
                beep="false",
                end_conference_on_exit=False,
                status_callback=self._links.progress_guest(call.id),
                status_callback_method="POST",
                status_callback_event=["initiated", "answered", "completed"],
            )
        except (TwilioException, RequestException) as error:
            if getattr(error, "code", None) == LABEL_TAKEN:
                return self.guest(call.guest_room) or ""
            raise translated(error) from None
        return str(guest.call_sid)

    def guest(self, room: str) -> str | None:
        """See the port."""
        with suppress(CallGone), in_our_words():
            sid = self._room(room)
            return str(self._twilio.conferences(sid).participants(GUEST).fetch().call_sid)
        return None

    def ends_with_guest(self, room: str) -> None:
        """See the port."""
        with in_our_words():
            guest = self._twilio.conferences(self._room(room)).participants(GUEST)
            guest.update(end_conference_on_exit=True)

    def announce(self, room: str, call: LiveCall, page: str) -> None:
        """See the port."""
        words = self._links.caller(call.language, call.id, page)
        with in_our_words():
            there = self._twilio.conferences(self._room(room, together=True))
            there.update(announce_url=words, announce_method="POST")

    def _room(self, name: str, *, together: bool = False) -> str:
        """The provider's id of a room that is in use. Raises CallGone, and what the client does.

        `together`: two or more have met in it.
        """
        for room in self._twilio.conferences.list(friendly_name=name, limit=NEWEST):
            if room.status == "in-progress" or (room.status == "init" and not together):
                return str(room.sid)
        raise CallGone("no such room")

    def move_caller(self, call: LiveCall, page: str) -> None:
        """See the port."""
        self._move(call.sid, self._links.caller(call.language, call.id, page))

    def move_supporter(self, sid: str, leg: str, page: str) -> None:
        """See the port."""
        self._move(sid, self._links.supporter(leg, page))

    def hang_up(self, sid: str) -> None:
        """See the port."""
        with suppress(CallGone), in_our_words():
            self._twilio.calls(sid).update(status="completed")

    def is_live(self, sid: str) -> bool:
        """See the port."""
        with suppress(CallGone), in_our_words():
            return self._twilio.calls(sid).fetch().status in LIVE
        return False

    def text(self, *, to: str, number: str, body: str) -> str:
        """See the port."""
        with in_our_words():
            message = self._twilio.messages.create(to=to, from_=number, body=body)
        return str(message.sid)

    def forget(self, sid: str) -> None:
        """See the port."""
        if sid.startswith(("SM", "MM")):
            _delete(self._twilio.messages(sid))
            return
        if sid.startswith("QU"):
            _delete(self._twilio.queues(sid))
            return
        try:
            children = self._twilio.calls.list(parent_call_sid=sid)
        except (TwilioException, RequestException):
            raise ProviderTrouble("not deleted yet") from None
        for child in children:
            _delete(self._twilio.calls(str(child.sid)))
        _delete(self._twilio.calls(sid))

    def kept(self, number: str, since: datetime, before: datetime) -> list[str]:
        """See the port."""
        calls = {"start_time_after": since, "start_time_before": before}
        texts = {"date_sent_after": since, "date_sent_before": before}
        found: list[str] = []
        with in_our_words():
            for end in ("to", "from_"):
                found += [call.sid for call in self._twilio.calls.list(**{end: number}, **calls)]
                found += [text.sid for text in self._twilio.messages.list(**{end: number}, **texts)]
            # A queue of one call stays there for ever, with the second in which it was made.
            found += [
                one.sid
                for one in self._twilio.queues.list()
                if OUR_QUEUE.fullmatch(str(one.friendly_name))
                and not one.current_size
                and one.date_updated < before
            ]
        return found

    def _ring(
        self, to: str, number: str, page: str, fallback: str, report: str, seconds: int
    ) -> str:
        with in_our_words():
            call = self._twilio.calls.create(
                to=to,
                from_=number,
                url=page,
                method="POST",
                # Without it one lost answer ends the call with the provider's own error.
                fallback_url=fallback,
                fallback_method="POST",
                status_callback=report,
                status_callback_method="POST",
                status_callback_event=["initiated", "completed"],
                timeout=seconds,
            )
        return str(call.sid)

    def _move(self, sid: str, url: str) -> None:
        with in_our_words():
            self._twilio.calls(sid).update(url=url, method="POST")


def _delete(resource: CallContext | MessageContext | QueueContext) -> None:
    """Delete it. Only what the provider does not know counts as deleted already."""
    try:
        resource.delete()
    except (TwilioException, RequestException) as error:
        if getattr(error, "status", None) != HTTPStatus.NOT_FOUND:
            raise ProviderTrouble("not deleted yet") from None
