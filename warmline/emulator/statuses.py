"""Status callbacks of call legs: which events were asked for, and what each one says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING

from .exchange import Webhook

if TYPE_CHECKING:
    from .leg import Leg

FINAL = frozenset({"completed", "busy", "failed", "no-answer", "canceled"})


def rfc2822(moment: float) -> str:
    """Return a moment (POSIX seconds) as Twilio writes it: `Tue, 24 Nov 2026 18:00:00 +0000`."""
    return format_datetime(datetime.fromtimestamp(int(moment), UTC))


@dataclass(slots=True)
class Subscription:
    """A status callback URL and the events it wants; `sequence` counts what was sent to it."""

    url: str
    method: str = "POST"
    events: frozenset[str] = frozenset({"completed"})
    sequence: int = field(default=0)


def wanted_events(words: Iterable[str], default: str = "completed") -> frozenset[str]:
    """Return the events named in StatusCallbackEvent, given once or several times."""
    events = frozenset(event for word in words for event in word.split())
    return events or frozenset(default.split())


def call_event(leg: Leg, event: str) -> None:
    """Tell the subscribers of a leg that it is "initiated", "ringing", "answered" or over."""
    name = "completed" if event in FINAL else event
    for subscription in leg.subscriptions:
        if name not in subscription.events:
            continue
        params = leg.params() | {
            "Timestamp": rfc2822(leg.emu.now),
            "CallbackSource": "call-progress-events",
            "SequenceNumber": str(subscription.sequence),
        }
        params["CallStatus"] = "initiated" if event == "initiated" else leg.status
        if name == "completed":
            seconds = leg.duration
            params["CallDuration"] = str(seconds)
            # Duration is what is billed: minutes begun.
            params["Duration"] = str(-(-seconds // 60))
            if leg.sip_code is not None:
                params["SipResponseCode"] = str(leg.sip_code)
        subscription.sequence += 1
        leg.emu.send_callback(
            Webhook("status", subscription.url, subscription.method, params, sid=leg.sid)
        )
