"""/Queues and their Members."""

from __future__ import annotations

from ..queues import DEFAULT_MAX_SIZE, LARGEST_MAX_SIZE, Member, Queue
from ..resources import Json, member_json, queue_json
from ..stage import Goto
from .common import RestCall, RestError, not_found, page


def _queue(call: RestCall, sid: str) -> Queue:
    found = call.emu.queues.by_sid.get(sid)
    if found is None:
        raise not_found(call)
    return found


def _max_size(call: RestCall, default: int) -> int:
    size = call.number("MaxSize", default)
    if not 0 <= size <= LARGEST_MAX_SIZE:
        raise RestError(400, 20001, f"MaxSize must be between 0 and {LARGEST_MAX_SIZE}")
    return size


def create(call: RestCall) -> tuple[int, Json]:
    """POST /Queues."""
    name = call.one("FriendlyName")
    if not name or len(name) > 64:
        raise RestError(400, 22000, "FriendlyName must have 1 to 64 characters")
    if call.emu.queues.named(name) is not None:
        raise RestError(400, 22003, f"A queue named {name} exists already")
    queue = call.emu.queues.create(name, _max_size(call, DEFAULT_MAX_SIZE))
    return 201, queue_json(call.emu, queue)


def search(call: RestCall) -> tuple[int, Json]:
    """GET /Queues."""
    queues = call.emu.queues.by_sid.values()
    found = [(one.serial, queue_json(call.emu, one)) for one in queues]
    return 200, page(call, "queues", found)


def fetch(call: RestCall, sid: str) -> tuple[int, Json]:
    """GET one queue."""
    return 200, queue_json(call.emu, _queue(call, sid))


def update(call: RestCall, sid: str) -> tuple[int, Json]:
    """POST one queue: rename it or change its size."""
    queue = _queue(call, sid)
    queue.name = call.one("FriendlyName") or queue.name
    queue.max_size = _max_size(call, queue.max_size)
    queue.updated = call.emu.now
    return 200, queue_json(call.emu, queue)


def delete(call: RestCall, sid: str) -> tuple[int, None]:
    """DELETE one queue: only an empty one."""
    queue = _queue(call, sid)
    if queue.members:
        raise RestError(400, 22001, "The queue is not empty")
    del call.emu.queues.by_sid[sid]
    return 204, None


def _member(call: RestCall, sid: str, who: str) -> Member:
    members = _queue(call, sid).members
    if who == "Front" and members:
        return members[0]
    for member in members:
        if member.leg.sid == who:
            return member
    raise not_found(call)


def members(call: RestCall, sid: str) -> tuple[int, Json]:
    """GET the members of a queue, front first."""
    emu = call.emu
    found = [(-one.position, member_json(emu, one)) for one in _queue(call, sid).members]
    return 200, page(call, "queue_members", found)


def member(call: RestCall, sid: str, who: str) -> tuple[int, Json]:
    """GET one member, by CallSid or `Front`."""
    return 200, member_json(call.emu, _member(call, sid, who))


def dequeue(call: RestCall, sid: str, who: str) -> tuple[int, Json]:
    """POST one member: take it out of the queue and send it to Url. A second time is 400."""
    url = call.url("Url")
    if not url:
        raise RestError(400, 21205, "Url is required")
    leg = call.emu.calls.by_sid.get(who)
    waiting = call.emu.queues.member_of(leg) if leg is not None else None
    if leg is not None and leg.live and waiting is None:
        _queue(call, sid)
        raise RestError(400, 21220, "The call is not in the queue any more")
    found = _member(call, sid, who)
    shown = member_json(call.emu, found)
    found.leave()
    found.leg.redirect(Goto(url, call.verb("Method")))
    return 200, shown
