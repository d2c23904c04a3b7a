"""What several tests of the judge ask for: a talk, and when something is due."""

from __future__ import annotations

import redis

from tests.adapters.test_redis_calls import HandClock, rung, waits
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event
from warmline.domain.live import LiveCall


def talks(calls: RedisCalls, name: str = "river", sid: str = "CA1") -> tuple[LiveCall, str]:
    """A caller and a supporter, who has picked up and pressed 1, hear each other: call and leg."""
    call = waits(calls, sid)
    (leg,) = rung(calls, call, name)
    calls.asked(leg, 20)
    calls.accept(leg)
    moved = calls.move(call.id, Event.BRIDGED)
    assert moved is not None
    return moved.call, leg


def due_in(live: redis.Redis, clock: HandClock, kind: str, of: str) -> float | None:
    """In how many seconds something is due; None when it is not to be."""
    at = live.zscore("wl:due", f"{kind}|{of}")
    return None if at is None else round(float(at) - clock.time, 2)


def seen(calls: RedisCalls, call: str) -> LiveCall:
    """The call as it stands; it is there."""
    found = calls.peek(call)
    assert found is not None
    return found
