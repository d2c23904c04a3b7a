"""What must happen to other phones after a step: they are silenced or told."""

from __future__ import annotations

from collections.abc import Iterable

from warmline.domain.live import Leg, Moved
from warmline.ports import Jobs


def silence(jobs: Jobs, legs: Iterable[Leg]) -> None:
    """Stop phones that still ring; whoever has picked up already hears a sentence instead.

    The judge has noted each as due, so that a lost hint costs half a second.
    """
    for leg in legs:
        if leg.sid:
            jobs.hush(leg.id)


def follow(jobs: Jobs, moved: Moved) -> None:
    """After a step of a call: other phones stop, and a supporter who was let go is told."""
    silence(jobs, moved.dropped)
    if moved.peer is not None:
        silence(jobs, [moved.peer])
