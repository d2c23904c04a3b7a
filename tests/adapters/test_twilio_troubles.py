"""What Twilio refuses, fails to do or leaves open, in our own words and without its own."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
import requests
from twilio.http import HttpClient
from twilio.http.response import Response
from twilio.rest import Client
from urllib3.exceptions import MaxRetryError, NewConnectionError

from warmline.adapters.twilio_client import PatientTwilio, TooMany, not_too_many
from warmline.adapters.twilio_phones import TwilioPhones
from warmline.domain.errors import (
    AnswerLost,
    NumberRefused,
    ProviderBusy,
    ProviderRefuses,
    ProviderTrouble,
)
from warmline.domain.links import Links

ACCOUNT = "AC" + "0" * 32
PEER, LINE = "+16505550111", "+16505550100"
NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC).timestamp()


@dataclass
class Says(HttpClient):  # type: ignore[misc]  # twilio ships no types
    """A provider with one answer, or one failure."""

    status: int = 200
    body: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    fails: Exception | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)

    def request(self, method: str, url: str, *rest: Any, **more: Any) -> Response:
        """One REST request."""
        self.asked.append(more.get("params") or (rest[0] if rest else None) or {})
        if self.fails is not None:
            raise self.fails
        return not_too_many(Response(self.status, json.dumps(self.body), self.headers))


def phones(says: Says) -> TwilioPhones:
    return TwilioPhones(Client(ACCOUNT, "token", http_client=says), Links("https://line.test"))


def error_of(says: Says) -> Exception:
    with pytest.raises((NumberRefused, ProviderTrouble)) as caught:
        phones(says).ring(to=PEER, number=LINE, leg="leg", seconds=20)
    assert "555" not in str(caught.value), "no number leaves the adapter"
    assert caught.value.__cause__ is None
    return caught.value


def refused(code: int, status: int = 400) -> Says:
    return Says(status, {"code": code, "message": f"{PEER} may not be called", "status": status})


@pytest.mark.parametrize("code", [13224, 21211, 21214, 21217, 21219, 21610])
def test_a_number_that_cannot_be_rung_is_that_number_s_fault(code: int) -> None:
    error = error_of(refused(code))
    assert type(error) is NumberRefused
    assert str(error) == str(code)


@pytest.mark.parametrize(
    ("code", "status"),
    [
        *((20003, 401), (20005, 403), (20403, 403), (10001, 400)),
        *((13227, 400), (21215, 400), (21216, 400)),
        *((21210, 400), (21212, 400), (21213, 400)),
    ],
)
def test_what_our_account_may_not_is_no_number_s_fault(code: int, status: int) -> None:
    error = error_of(refused(code, status))
    assert type(error) is ProviderRefuses
    assert str(error) == str(code)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_after_a_failure_of_theirs_the_phone_may_be_ringing(status: int) -> None:
    assert type(error_of(refused(20500, status))) is AnswerLost


@pytest.mark.parametrize(
    "fails",
    [
        requests.ReadTimeout(f"to {PEER}"),
        requests.ConnectionError(f"cut while {PEER} was asked for"),
        requests.exceptions.ChunkedEncodingError(),
    ],
)
def test_without_an_answer_the_phone_may_be_ringing(fails: Exception) -> None:
    assert type(error_of(Says(fails=fails))) is AnswerLost


def refuses_connection() -> requests.ConnectionError:
    reason = NewConnectionError(None, "refused")  # type: ignore[arg-type]  # it only keeps it
    return requests.ConnectionError(MaxRetryError(None, "/", reason))  # type: ignore[arg-type]  # the same


@pytest.mark.parametrize("fails", [requests.ConnectTimeout(), refuses_connection()])
def test_what_never_reached_them_rings_nowhere(fails: Exception) -> None:
    assert type(error_of(Says(fails=fails))) is ProviderTrouble


def test_too_many_requests_were_not_served_and_may_say_when_to_come_back() -> None:
    error = error_of(Says(429, {"code": 20429}, {"retry-after": "7"}))
    assert isinstance(error, ProviderBusy)
    assert error.seconds == 7


@pytest.mark.parametrize("said", [{}, {"Retry-After": "Tue, 24 Nov 2026 18:00:00 GMT"}])
def test_too_many_requests_without_a_number_of_seconds(said: dict[str, str]) -> None:
    error = error_of(Says(429, {"code": 20429}, said))
    assert isinstance(error, ProviderBusy)
    assert error.seconds is None


def test_the_client_in_earnest_hears_for_how_long_to_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def busy(*_: Any, **__: Any) -> requests.Response:
        answer = requests.Response()
        answer.status_code, answer.headers["Retry-After"] = 429, "3"
        return answer

    monkeypatch.setattr(requests.Session, "send", busy)
    with pytest.raises(TooMany) as caught:
        PatientTwilio(timeout=1).request("GET", "https://api.twilio.com/")
    assert caught.value.seconds == 3


def listed(*calls: tuple[str, str, str]) -> Says:
    rows = [
        {"sid": sid, "status": status, "date_created": made, "direction": "outbound-api"}
        for sid, status, made in calls
    ]
    return Says(body={"calls": rows, "page": 0})


OLD, NEW = "Tue, 24 Nov 2026 17:58:00 +0000", "Tue, 24 Nov 2026 18:00:00 +0000"


def test_a_phone_that_was_just_rung_is_found() -> None:
    says = listed(("CA2", "queued", NEW), ("CA1", "in-progress", OLD))
    assert phones(says).rung(to=PEER, number=LINE, since=NOW + 0.4) == "CA2"


def test_another_call_of_theirs_is_not_taken_for_it() -> None:
    says = listed(("CA2", "completed", NEW), ("CA1", "in-progress", OLD))
    assert phones(says).rung(to=PEER, number=LINE, since=NOW + 0.4) is None


def test_of_an_account_s_calls_only_those_of_our_numbers_are_ours() -> None:
    rows = [
        {"sid": "CA1", "direction": "inbound", "from": PEER, "to": LINE},
        {"sid": "CA2", "direction": "outbound-api", "from": LINE, "to": PEER},
        {"sid": "CA3", "direction": "outbound-api", "from": "+16505550199", "to": LINE},
    ]
    says = Says(body={"calls": rows, "page": 0})
    assert phones(says).live({LINE}) == {"CA1": False, "CA2": True}
    assert "555" not in json.dumps(says.asked), "no number stands in these addresses"
