"""The line's numbers at Twilio: which of our pages they ask, and setting that right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from requests.exceptions import RequestException
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.rest import Client

from warmline.domain.errors import ProviderTrouble
from warmline.domain.links import Links


@dataclass(frozen=True, slots=True)
class Change:
    """One property of one number that is not as it should be."""

    number: str
    name: str
    now: str
    wanted: str

    def __str__(self) -> str:
        """For the operator, before anything is changed."""
        return f"{self.number}  {self.name}: {self.now or '(empty)'} -> {self.wanted or '(empty)'}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What provisioning would do. `unknown` are numbers that this account does not own."""

    changes: tuple[Change, ...]
    unknown: tuple[str, ...]


def wanted(links: Links, fallback_url: str = "") -> dict[str, str]:
    """How a number of ours must be set up. An application or trunk would override the addresses.

    `fallback_url`: a page on another host that speaks even when this one is down; without it the
    fallback is a page of our own, which helps when another page fails.
    """
    return {
        "voice_url": links.arrival,
        "voice_method": "POST",
        "voice_fallback_url": fallback_url or links.fallback,
        "voice_fallback_method": "POST",
        "status_callback": links.ended,
        "status_callback_method": "POST",
        "sms_url": links.message,
        "sms_method": "POST",
        "voice_application_sid": "",
        "sms_application_sid": "",
        "trunk_sid": "",
    }


def wanted_for_tests(links: Links) -> dict[str, str]:
    """How the number for test calls must be set up: it plays a supporter, and takes no texts."""
    return wanted(links) | {
        "voice_url": links.selftest_phone,
        "voice_fallback_url": "",
        "status_callback": "",
        "sms_url": "",
    }


class TwilioNumbers:
    """Reads and sets the addresses that Twilio asks for our numbers."""

    def __init__(
        self,
        twilio: Client,
        links: Links,
        fallback_url: str = "",
        *,
        fallbacks: Mapping[str, str] = MappingProxyType({}),
        test_number: str = "",
    ) -> None:
        """`fallbacks`: the fallback of a number, where it has one of its own."""
        self._twilio = twilio
        self._links = links
        self._fallback = fallback_url
        self._fallbacks = fallbacks
        self._test_number = test_number

    def _wanted(self, number: str) -> dict[str, str]:
        if number == self._test_number:
            return wanted_for_tests(self._links)
        return wanted(self._links, self._fallbacks.get(number, self._fallback))

    def plan(self, numbers: Iterable[str]) -> Plan:
        """What differs. Changes nothing. Raises `ProviderTrouble`."""
        changes: list[Change] = []
        unknown: list[str] = []
        for number in numbers:
            owned = self._find(number)
            if owned is None:
                unknown.append(number)
                continue
            changes += [
                Change(number, name, str(getattr(owned, name, None) or ""), value)
                for name, value in self._wanted(number).items()
                if str(getattr(owned, name, None) or "") != value
            ]
        return Plan(tuple(changes), tuple(unknown))

    def carry_out(self, plan: Plan) -> None:
        """Make the changes of a plan. Doing it twice changes nothing more."""
        for number in dict.fromkeys(change.number for change in plan.changes):
            values = {c.name: c.wanted for c in plan.changes if c.number == number}
            owned = self._find(number)
            if owned is not None:
                try:
                    owned.update(**values)
                except (TwilioException, RequestException) as error:
                    raise _trouble(error) from None

    def _find(self, number: str) -> Any:
        try:
            found = self._twilio.incoming_phone_numbers.list(phone_number=number, limit=1)
        except (TwilioException, RequestException) as error:
            raise _trouble(error) from None
        return found[0] if found else None


def _trouble(error: Exception) -> ProviderTrouble:
    """Ours for theirs, with what the operator can do."""
    if _status(error) == 401:
        return ProviderTrouble(
            "Twilio does not accept the account SID with this token: "
            "check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN."
        )
    what = f"{type(error).__name__} {_status(error) or ''}".strip()
    return ProviderTrouble(f"Twilio could not be asked ({what}). Try again.")


def _status(error: Exception) -> int | None:
    """The HTTP status, also of a list that could not be fetched: its error has no field for it."""
    if isinstance(error, TwilioRestException):
        return int(error.status)
    page = error.args[1] if len(error.args) > 1 else None
    status = getattr(page, "status_code", None)
    return status if isinstance(status, int) else None
