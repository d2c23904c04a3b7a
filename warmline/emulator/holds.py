"""What the provider still keeps: for tests that look for numbers that should be gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .resources import call_json, conference_json, message_json, participant_json, queue_json

if TYPE_CHECKING:
    from .emulator import Emulator

GET_LOG_SECONDS = 7 * 86400.0
"""The query strings of GET webhooks stay in the provider's logs for up to seven days."""


def everything_held(emu: Emulator) -> dict[str, Any]:
    """Return the account's resources and logs as JSON-able data.

    `request_inspector` goes with the call or message it belongs to; `alerts` cannot be deleted by
    the API at all; `opt_outs` hold a number for as long as it is blocked.
    """
    kept = emu.calls.by_sid.keys() | emu.messages.by_sid.keys()
    return {
        "calls": [call_json(leg) for leg in emu.calls.by_sid.values()],
        "conferences": [
            conference_json(one)
            | {"participants": [participant_json(who) for who in one.everybody()]}
            for one in emu.conferences.by_sid.values()
        ],
        "queues": [queue_json(emu, one) for one in emu.queues.by_sid.values()],
        "messages": [message_json(emu, one) for one in emu.messages.by_sid.values()],
        "request_inspector": [
            {"sid": one.call_sid, "url": one.url, "parameters": dict(one.params)}
            for one in emu.requests
            if one.call_sid in kept
        ],
        "get_requests": [
            {"url": one.url, "query": dict(one.params)}
            for one in emu.requests
            if one.method == "GET" and emu.now - one.at < GET_LOG_SECONDS
        ],
        "alerts": [one.as_dict() for one in emu.alerts],
        "opt_outs": sorted(other for _own, other in emu.messages.opted_out),
    }
