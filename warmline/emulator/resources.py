"""The JSON of the REST API's resources, field by field as Twilio's OpenAPI document has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .conference import Conference, Participant
from .leg import API_VERSION, Leg
from .messages import Message
from .numbers import OwnedNumber, formatted
from .queues import Member, Queue
from .statuses import rfc2822
from .texting import segments

if TYPE_CHECKING:
    from .emulator import Emulator

Json = dict[str, Any]


def account_path(emu: Emulator) -> str:
    """Return the path under which all resources of the account stand."""
    return f"/{API_VERSION}/Accounts/{emu.account_sid}"


def _when(moment: float | None) -> str | None:
    return None if moment is None else rfc2822(moment)


def call_json(leg: Leg) -> Json:
    """Return a Call. `duration` is set only once the call is over."""
    emu = leg.emu
    own = emu.owned(leg.to if leg.direction == "inbound" else leg.caller)
    uri = f"{account_path(emu)}/Calls/{leg.sid}"
    parts = ("Events", "Notifications", "Payments", "Siprec", "Streams", "Transcriptions")
    return {
        "sid": leg.sid,
        "account_sid": emu.account_sid,
        "parent_call_sid": leg.parent.sid if leg.parent else None,
        "date_created": _when(leg.created),
        "date_updated": _when(leg.updated),
        "from": leg.caller,
        "from_formatted": formatted(leg.caller),
        "to": leg.to,
        "to_formatted": formatted(leg.to),
        "phone_number_sid": own.sid if own else None,
        "status": leg.status,
        "start_time": _when(leg.started),
        "end_time": _when(leg.ended_at),
        "duration": str(leg.duration) if not leg.live and leg.answered else None,
        "price": None,
        "price_unit": "USD",
        "direction": leg.direction,
        "answered_by": None,
        "api_version": API_VERSION,
        "forwarded_from": None,
        "group_sid": None,
        "caller_name": None,
        "queue_time": str(int(leg.queue_time * 1000)),
        "trunk_sid": None,
        "uri": f"{uri}.json",
        "subresource_uris": {part.lower(): f"{uri}/{part}.json" for part in parts},
    }


def conference_json(conference: Conference) -> Json:
    """Return a Conference."""
    uri = f"{account_path(conference.emu)}/Conferences/{conference.sid}"
    return {
        "sid": conference.sid,
        "account_sid": conference.emu.account_sid,
        "api_version": API_VERSION,
        "friendly_name": conference.name,
        "status": conference.status,
        "region": "us1",
        "date_created": _when(conference.created),
        "date_updated": _when(conference.updated),
        "reason_conference_ended": conference.reason_ended or None,
        "call_sid_ending_conference": conference.ended_by or None,
        "uri": f"{uri}.json",
        "subresource_uris": {
            "participants": f"{uri}/Participants.json",
            "recordings": f"{uri}/Recordings.json",
        },
    }


def participant_json(participant: Participant) -> Json:
    """Return a Participant."""
    emu, leg, conference = participant.leg.emu, participant.leg, participant.conference
    return {
        "account_sid": emu.account_sid,
        "call_sid": leg.sid,
        "label": participant.label or None,
        "conference_sid": conference.sid,
        "date_created": _when(participant.created),
        "date_updated": _when(participant.updated),
        "muted": participant.muted,
        "hold": participant.hold,
        "coaching": bool(participant.coaching),
        "call_sid_to_coach": participant.coaching or None,
        "end_conference_on_exit": participant.end_on_exit,
        "start_conference_on_enter": participant.start_on_enter,
        "status": participant.state,
        "queue_time": str(int(leg.queue_time * 1000)),
        "uri": f"{account_path(emu)}/Conferences/{conference.sid}/Participants/{leg.sid}.json",
    }


def queue_json(emu: Emulator, queue: Queue) -> Json:
    """Return a Queue."""
    return {
        "sid": queue.sid,
        "account_sid": emu.account_sid,
        "friendly_name": queue.name,
        "current_size": len(queue.members),
        "max_size": queue.max_size,
        "average_wait_time": queue.average_wait,
        "date_created": _when(queue.created),
        "date_updated": _when(queue.updated),
        "uri": f"{account_path(emu)}/Queues/{queue.sid}.json",
    }


def member_json(emu: Emulator, member: Member) -> Json:
    """Return a queue's Member."""
    queue = member.queue
    return {
        "queue_sid": queue.sid,
        "call_sid": member.leg.sid,
        "date_enqueued": _when(member.joined),
        "position": member.position,
        "wait_time": member.seconds,
        "uri": f"{account_path(emu)}/Queues/{queue.sid}/Members/{member.leg.sid}.json",
    }


def message_json(emu: Emulator, message: Message) -> Json:
    """Return a Message."""
    uri = f"{account_path(emu)}/Messages/{message.sid}"
    return {
        "sid": message.sid,
        "account_sid": emu.account_sid,
        "api_version": API_VERSION,
        "body": message.body,
        "num_segments": str(segments(message.body)),
        "num_media": str(len(message.media)),
        "direction": message.direction,
        "from": message.sender,
        "to": message.to,
        "status": message.status,
        "date_created": _when(message.created),
        "date_updated": _when(message.updated),
        "date_sent": _when(message.sent),
        "error_code": message.error_code,
        "error_message": message.error_message,
        "price": None,
        "price_unit": "USD",
        "messaging_service_sid": message.service_sid or None,
        "uri": f"{uri}.json",
        "subresource_uris": {"media": f"{uri}/Media.json"},
    }


NUMBER_SETTINGS = (
    "friendly_name",
    "voice_url",
    "voice_method",
    "voice_fallback_url",
    "voice_fallback_method",
    "voice_application_sid",
    "voice_caller_id_lookup",
    "voice_receive_mode",
    "status_callback",
    "status_callback_method",
    "sms_url",
    "sms_method",
    "sms_fallback_url",
    "sms_fallback_method",
    "sms_application_sid",
    "trunk_sid",
)


def number_json(emu: Emulator, number: OwnedNumber) -> Json:
    """Return an IncomingPhoneNumber."""
    result: Json = {
        "sid": number.sid,
        "account_sid": emu.account_sid,
        "api_version": API_VERSION,
        "phone_number": number.number,
        "date_created": _when(number.created),
        "date_updated": _when(number.updated),
        "address_requirements": "none",
        "address_sid": None,
        "beta": False,
        "capabilities": {"voice": True, "sms": True, "mms": True, "fax": False},
        "emergency_status": "Inactive",
        "emergency_address_sid": None,
        "emergency_address_status": "unregistered",
        "identity_sid": None,
        "bundle_sid": None,
        "origin": "twilio",
        "status": "in-use",
        "type": "local",
        "uri": f"{account_path(emu)}/IncomingPhoneNumbers/{number.sid}.json",
    }
    for name in NUMBER_SETTINGS:
        value = number.get(name)
        if name.endswith("_method"):
            result[name] = value or "POST"
        elif name.endswith("_sid"):
            result[name] = value or None
        else:
            result[name] = value
    result["friendly_name"] = number.get("friendly_name") or formatted(number.number)
    result["voice_caller_id_lookup"] = number.get("voice_caller_id_lookup") == "true"
    result["voice_receive_mode"] = number.get("voice_receive_mode") or "voice"
    return result
