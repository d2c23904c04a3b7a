"""Twilio's REST API. Its errors quote numbers: none of them leaves this module as it came."""

from __future__ import annotations

import logging
from datetime import datetime
from http import HTTPStatus
from urllib.parse import urlsplit, urlunsplit

from requests.exceptions import RequestException
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client
from twilio.rest.api.v2010.account.call import CallContext
from twilio.rest.api.v2010.account.message import MessageContext

from warmline.domain.errors import CallGone, NumberRefused, ProviderTrouble
from warmline.domain.links import Links
from warmline.domain.live import LiveCall

# It logs every request's address with its query, and list filters carry numbers.
logging.getLogger("twilio.http_client").setLevel(logging.WARNING)

LIVE = frozenset({"queued", "initiated", "ringing", "in-progress"})
NOT_LIVE = 21220
NOT_FOUND = 20404
REFUSED = frozenset({13224, 13225, 13227, 21211, 21214, 21215, 21216, 21217, 21219, 21610, 21614})
"""Error codes after which the same number is refused again."""


class ElsewhereTwilio(TwilioHttpClient):  # type: ignore[misc]  # twilio ships no types
    """Twilio's HTTP client, pointed at another server, e.g. the emulator."""

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
    http = ElsewhereTwilio(base_url, timeout) if base_url else TwilioHttpClient(timeout=timeout)
    user, password = api_key or (account_sid, auth_token)
    return Client(user, password, account_sid=account_sid, http_client=http)


class TwilioPhones:
    """Implements `warmline.ports.Phones`."""

    def __init__(self, twilio: Client, links: Links) -> None:
        """`links` says where Twilio asks for what comes next."""
        self._twilio = twilio
        self._links = links

    def ring(self, *, to: str, number: str, leg: str, seconds: int) -> str:
        """See the port."""
        try:
            call = self._twilio.calls.create(
                to=to,
                from_=number,
                url=self._links.supporter(leg),
                method="POST",
                status_callback=self._links.progress(leg),
                status_callback_method="POST",
                status_callback_event=["initiated", "completed"],
                timeout=seconds,
            )
        except (TwilioException, RequestException) as error:
            raise _translated(error) from None
        return str(call.sid)

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
        except (TwilioException, RequestException) as error:
            raise _translated(error) from None
        return found

    def _move(self, sid: str, url: str) -> None:
        try:
            self._twilio.calls(sid).update(url=url, method="POST")
        except (TwilioException, RequestException) as error:
            raise _translated(error) from None


def _delete(resource: CallContext | MessageContext) -> None:
    """Delete it. Only what the provider does not know counts as deleted already."""
    try:
        resource.delete()
    except (TwilioException, RequestException) as error:
        if getattr(error, "status", None) != HTTPStatus.NOT_FOUND:
            raise ProviderTrouble("not deleted yet") from None


def _translated(error: Exception) -> Exception:
    """Our own error for theirs: a class and a code, never their text."""
    if not isinstance(error, TwilioRestException):
        return ProviderTrouble(type(error).__name__)
    if error.code in (NOT_LIVE, NOT_FOUND) or error.status == 404:
        return CallGone(str(error.code))
    if error.code in REFUSED:
        return NumberRefused(str(error.code))
    return ProviderTrouble(f"{error.status} {error.code}")
