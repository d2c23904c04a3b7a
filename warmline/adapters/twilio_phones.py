"""Twilio's REST API. Its errors quote numbers: none of them leaves this module as it came."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urlsplit, urlunsplit

from requests.exceptions import (
    ConnectionError,  # noqa: A004  # requests calls its own like that
    ConnectTimeout,
    InvalidURL,
    ProxyError,
    RequestException,
    SSLError,
)
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client
from twilio.rest.api.v2010.account.call import CallContext
from twilio.rest.api.v2010.account.message import MessageContext
from twilio.rest.api.v2010.account.queue import QueueContext
from urllib3.exceptions import NewConnectionError

from warmline.domain.errors import (
    AnswerLost,
    CallGone,
    NumberRefused,
    ProviderBusy,
    ProviderRefuses,
    ProviderTrouble,
)
from warmline.domain.links import BACK, TROUBLE, Links
from warmline.domain.live import LiveCall

# It logs every request's address with its query, and list filters carry numbers.
logging.getLogger("twilio.http_client").setLevel(logging.WARNING)

LIVE = frozenset({"queued", "initiated", "ringing", "in-progress"})
NEWEST = 20
"""How many of a phone's last calls are looked at to find one that was just made."""
GUEST = "guest"
"""The label in a room of 988. The provider lets nobody else in under it."""
LABEL_TAKEN = 16025
MOST = 500
"""How many live calls, or rooms, are looked through at once."""
NOT_LIVE = 21220
NOT_FOUND = 20404
NUMBER_REFUSED = frozenset({13223, 13224, 13225, 21201, 21211, 21214, 21217, 21219, 21610, 21614})
"""Error codes after which this number is refused again, and another is not."""
ACCOUNT_REFUSED = frozenset(
    {
        *(10001, 20003, 20005, 20006, 20008),  # not who we say, suspended, closed, a test account
        *(13227, 21215, 21216),  # not allowed to ring in that country, or in any of its numbers
        *(21203, 21210, 21212, 21213, 21606),  # the line's number is not this account's to show
    }
)
"""Error codes that say nothing about the number that was to be rung: each would be refused."""
NOT_ALLOWED = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
NEVER_SENT = (ConnectTimeout, SSLError, ProxyError, InvalidURL)
"""The way to the provider is out of order: it never heard the request."""


class TooMany(TwilioException):  # type: ignore[misc]  # twilio ships no types
    """HTTP 429. The exception that Twilio's library makes of it has no headers."""

    def __init__(self, wait: object) -> None:
        """`wait`: the header Retry-After; Twilio does not promise one."""
        super().__init__("429")
        found = re.fullmatch(r"\d{1,4}(\.\d+)?", str(wait or "").strip())
        self.seconds = float(found[0]) if found else None


def not_too_many(response: Response) -> Response:
    """The response, unless it says that we ask too often. Raises TooMany."""
    if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        headers = {str(name).lower(): value for name, value in dict(response.headers or {}).items()}
        raise TooMany(headers.get("retry-after"))
    return response


class PatientTwilio(TwilioHttpClient):  # type: ignore[misc]  # twilio ships no types
    """Twilio's HTTP client, which hears for how long to wait."""

    def request(self, method: str, url: str, *args: object, **kwargs: object) -> Response:
        """The same request. Raises TooMany."""
        return not_too_many(super().request(method, url, *args, **kwargs))


class ElsewhereTwilio(PatientTwilio):
    """The same, pointed at another server, e.g. the emulator."""

    def __init__(self, base_url: str, timeout: float) -> None:
        """`timeout` in seconds for each request."""
        super().__init__(timeout=timeout)
        self._base = urlsplit(base_url)

    def request(self, method: str, url: str, *args: object, **kwargs: object) -> Response:
        """The same request at the other server."""
        asked = urlsplit(url)
        there = (self._base.scheme, self._base.netloc, asked.path, asked.query, "")
        return super().request(method, urlunsplit(there), *args, **kwargs)


def client(
    account_sid: str,
    auth_token: str,
    *,
    api_key: tuple[str, str] | None = None,
    base_url: str = "",
    timeout: float = 3.0,
) -> Client:
    """A client with a time limit. `api_key` is (sid, secret) and replaces the auth token."""
    http = ElsewhereTwilio(base_url, timeout) if base_url else PatientTwilio(timeout=timeout)
    user, password = api_key or (account_sid, auth_token)
    return Client(user, password, account_sid=account_sid, http_client=http)


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
        try:
            for call in self._twilio.calls.list(to=to, from_=number, limit=NEWEST):
                if call.status in LIVE and call.date_created >= began:
                    return str(call.sid)
        except (TwilioException, RequestException) as error:
            raise _translated(error) from None
        return None

    def live(self, numbers: Collection[str]) -> dict[str, bool]:
        """See the port. The account may have other numbers: they are no business of ours."""
        found: dict[str, bool] = {}
        try:
            for status in ("in-progress", "ringing", "queued"):
                for call in self._twilio.calls.list(status=status, limit=MOST, page_size=MOST):
                    outbound = str(call.direction).startswith("outbound")
                    if (call._from if outbound else call.to) in numbers:
                        found[str(call.sid)] = outbound
        except (TwilioException, RequestException) as error:
            raise _translated(error) from None
        return found

    def rooms(self) -> dict[str, list[str]]:
        """See the port."""
        try:
            rooms = self._twilio.conferences.list(status="in-progress", limit=MOST, page_size=MOST)
            return {
                str(room.friendly_name): [
                    str(one.call_sid) for one in room.participants.list(limit=3)
                ]
                for room in rooms
            }
        except (TwilioException, RequestException) as error:
            raise _translated(error) from None

    def call_ourselves(self, *, to: str, number: str, run: str, seconds: int) -> str:
        """See the port."""
        try:
            call = self._twilio.calls.create(
                to=to,
                from_=number,
                url=self._links.selftest(run),
                method="POST",
                timeout=20,
                time_limit=seconds,
            )
        except (TwilioException, RequestException) as error:
            raise _translated(error) from None
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
            raise _translated(error) from None
        return str(guest.call_sid)

    def guest(self, room: str) -> str | None:
        """See the port."""
        try:
            sid = self._room(room)
            return str(self._twilio.conferences(sid).participants(GUEST).fetch().call_sid)
        except CallGone:
            return None
        except (TwilioException, RequestException) as error:
            mended = _translated(error)
            if isinstance(mended, CallGone):
                return None
            raise mended from None

    def ends_with_guest(self, room: str) -> None:
        """See the port."""
        try:
            guest = self._twilio.conferences(self._room(room)).participants(GUEST)
            guest.update(end_conference_on_exit=True)
        except (TwilioException, RequestException) as error:
            raise _translated(error) from None

    def announce(self, room: str, call: LiveCall, page: str) -> None:
        """See the port."""
        words = self._links.caller(call.language, call.id, page)
        try:
            there = self._twilio.conferences(self._room(room, together=True))
            there.update(announce_url=words, announce_method="POST")
        except (TwilioException, RequestException) as error:
            raise _translated(error) from None

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
        try:
            self._twilio.calls(sid).update(status="completed")
        except (TwilioException, RequestException) as error:
            mended = _translated(error)
            if not isinstance(mended, CallGone):
                raise mended from None

    def is_live(self, sid: str) -> bool:
        """See the port."""
        try:
            return self._twilio.calls(sid).fetch().status in LIVE
        except (TwilioException, RequestException) as error:
            mended = _translated(error)
            if isinstance(mended, CallGone):
                return False
            raise mended from None

    def text(self, *, to: str, number: str, body: str) -> str:
        """See the port."""
        try:
            message = self._twilio.messages.create(to=to, from_=number, body=body)
        except (TwilioException, RequestException) as error:
            raise _translated(error) from None
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
        try:
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
        except (TwilioException, RequestException) as error:
            raise _translated(error) from None
        return found

    def _ring(
        self, to: str, number: str, page: str, fallback: str, report: str, seconds: int
    ) -> str:
        try:
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
        except (TwilioException, RequestException) as error:
            raise _translated(error) from None
        return str(call.sid)

    def _move(self, sid: str, url: str) -> None:
        try:
            self._twilio.calls(sid).update(url=url, method="POST")
        except (TwilioException, RequestException) as error:
            raise _translated(error) from None


def _delete(resource: CallContext | MessageContext | QueueContext) -> None:
    """Delete it. Only what the provider does not know counts as deleted already."""
    try:
        resource.delete()
    except (TwilioException, RequestException) as error:
        if getattr(error, "status", None) != HTTPStatus.NOT_FOUND:
            raise ProviderTrouble("not deleted yet") from None


def _translated(error: Exception) -> Exception:
    """Our own error for theirs: a class and a code, never their text."""
    if isinstance(error, TooMany):
        return ProviderBusy("429", error.seconds)
    if not isinstance(error, TwilioRestException):
        return (ProviderTrouble if _never_sent(error) else AnswerLost)(type(error).__name__)
    if error.code in (NOT_LIVE, NOT_FOUND) or error.status == HTTPStatus.NOT_FOUND:
        return CallGone(str(error.code))
    if error.code in NUMBER_REFUSED:
        return NumberRefused(str(error.code))
    if error.code in ACCOUNT_REFUSED or error.status in NOT_ALLOWED:
        return ProviderRefuses(str(error.code))
    if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return AnswerLost(f"{error.status} {error.code}")  # it may have been done all the same
    return ProviderTrouble(f"{error.status} {error.code}")


def _never_sent(error: Exception) -> bool:
    if isinstance(error, NEVER_SENT):
        return True
    # "Connection refused" and a name that nobody knows have no class of their own.
    cause = error.args[0] if isinstance(error, ConnectionError) and error.args else None
    return isinstance(getattr(cause, "reason", None), NewConnectionError)
