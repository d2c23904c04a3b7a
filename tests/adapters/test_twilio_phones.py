"""Deleting at the provider: what is not known to be gone is asked for again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from twilio.http import HttpClient
from twilio.http.response import Response
from twilio.rest import Client

from warmline.adapters.twilio_phones import TwilioPhones
from warmline.domain.errors import ProviderTrouble
from warmline.domain.links import Links

ACCOUNT = "AC" + "0" * 32
CALL, CHILD, TEXT = "CA" + "1" * 32, "CA" + "2" * 32, "SM" + "3" * 32
QUEUE = "QU" + "4" * 32
GONE = (404, '{"code": 20404, "message": "not found", "status": 404}')
NOT_NOW = (400, '{"code": 21220, "message": "not in a state for that", "status": 400}')


@dataclass
class Provider(HttpClient):  # type: ignore[misc]  # twilio ships no types
    """Answers each deletion as it is told; the call has one child."""

    answers: dict[str, tuple[int, str]] = field(default_factory=dict)
    deleted: list[str] = field(default_factory=list)

    def request(self, method: str, url: str, *_: Any, **__: Any) -> Response:
        """One REST request."""
        sid = url.rpartition("/")[2].removesuffix(".json")
        if method == "GET":
            return Response(200, f'{{"calls": [{{"sid": "{CHILD}"}}], "page": 0}}')
        self.deleted.append(sid)
        return Response(*self.answers.get(sid, (204, "")))


def forget(sid: str, **answers: tuple[int, str]) -> list[str]:
    provider = Provider(answers)
    phones = TwilioPhones(Client(ACCOUNT, "token", http_client=provider), Links("https://l.test"))
    phones.forget(sid)
    return provider.deleted


def test_a_call_is_deleted_with_its_children() -> None:
    assert forget(CALL) == [CHILD, CALL]
    assert forget(TEXT) == [TEXT]
    assert forget(QUEUE) == [QUEUE]


def test_a_child_that_is_gone_already_does_not_keep_its_parent() -> None:
    assert forget(CALL, **{CHILD: GONE}) == [CHILD, CALL]


def test_what_is_gone_already_counts_as_deleted() -> None:
    assert forget(CALL, **{CHILD: GONE, CALL: GONE}) == [CHILD, CALL]
    assert forget(TEXT, **{TEXT: GONE}) == [TEXT]


@pytest.mark.parametrize("refused", [CALL, CHILD, TEXT])
def test_what_the_provider_refuses_is_not_taken_for_deleted(refused: str) -> None:
    """Whatever the reason: a call may still be live, or the account may have lost a right."""
    with pytest.raises(ProviderTrouble):
        forget(TEXT if refused == TEXT else CALL, **{refused: NOT_NOW})
