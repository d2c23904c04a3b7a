"""What must happen to other phones after a step: they are silenced or told."""

from __future__ import annotations

from collections.abc import Iterable

from warmline.domain.live import Leg, Moved
from warmline.ports import Jobs

OVER = "over"
"""The page of a supporter's leg that says truthfully how this call went on without them."""


def silence(jobs: Jobs, legs: Iterable[Leg]) -> None:
    """Stop phones that still ring; whoever has picked up already hears a sentence instead."""
    for leg in legs:
        if leg.picked_up:
            jobs.send_supporter(leg.sid, leg.id, OVER)
        elif leg.sid:
            jobs.hang_up(leg.sid)


def follow(jobs: Jobs, moved: Moved) -> None:
    """After a step of a call: other phones stop, and a supporter who was let go is told."""
    silence(jobs, moved.dropped)
    if moved.peer is not None and moved.peer.sid:
        jobs.send_supporter(moved.peer.sid, moved.peer.id, OVER)
