"""How Twilio's REST API is asked, and what its refusals mean to us.

Its errors quote numbers: none of them leaves these modules as it came.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
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
from urllib3.exceptions import NewConnectionError

from warmline.domain.errors import (
    AnswerLost,
    CallGone,
    NumberRefused,
    ProviderBusy,
    ProviderRefuses,
    ProviderTrouble,
)

# It logs every request's address with its query, and list filters carry numbers.
logging.getLogger("twilio.http_client").setLevel(logging.WARNING)

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


@contextmanager
def in_our_words() -> Iterator[None]:
    """What the provider is asked herein fails with our own errors.

    Raises CallGone, NumberRefused, ProviderRefuses, ProviderBusy, AnswerLost, ProviderTrouble.
    """
    try:
        yield
    except (TwilioException, RequestException) as error:
        raise translated(error) from None


def translated(error: Exception) -> Exception:
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
