"""Finding the spans in which somebody held a telephone and heard nothing at all."""

from __future__ import annotations

from collections.abc import Collection

from .ear import audible_spans
from .phones import PhoneCall
from .record import DeadAir

_EPSILON = 1e-6
Span = tuple[float, float]


def find_dead_air(
    call: PhoneCall, threshold: float, kinds: Collection[str], now: float
) -> list[DeadAir]:
    """Return the silences of one call side that last longer than `threshold` seconds.

    "dead" is every silence, a Pause included, except the listening window of an open Gather, which
    is "gather", and the wait of one for the next of several keys, which is "keying": from one of
    their own keys to the next. Neighbouring spans of the kinds asked for count as one silence.
    """
    start = call.began if call.outgoing else call.answered_at
    if start is None:
        return []
    end = now if call.ended_at is None else call.ended_at
    windows = [
        (begin, end if over is None else over, kind)
        for kind, spans in (("gather", call.windows), ("keying", call.keying))
        for begin, over in spans
    ]
    silent = _outside(audible_spans(call.heard, now), start, end)
    found = []
    for span in silent:
        for piece, kind in _pieces(span, windows, kinds):
            if piece[1] - piece[0] > threshold + _EPSILON:
                found.append(DeadAir(call.sid, call.handset.number, piece[0], piece[1], kind))
    return found


def _outside(spans: list[Span], start: float, end: float) -> list[Span]:
    """Return what of start..end lies outside the (sorted, separate) spans."""
    gaps, position = [], start
    for begin, over in spans:
        if begin > position + _EPSILON:
            gaps.append((position, min(begin, end)))
        position = max(position, over)
    if end > position + _EPSILON:
        gaps.append((position, end))
    return gaps


def _pieces(
    span: Span, windows: list[tuple[float, float, str]], kinds: Collection[str]
) -> list[tuple[Span, str]]:
    """Cut one silence into the pieces of each kind, and join those that are asked for."""
    pieces = [
        ((max(begin, span[0]), min(over, span[1])), kind)
        for begin, over, kind in sorted(windows)
        if min(over, span[1]) - max(begin, span[0]) > _EPSILON
    ]
    inside = [piece for piece, _ in pieces]
    pieces += [(piece, "dead") for piece in _outside(inside, span[0], span[1])]
    joined: list[tuple[Span, str]] = []
    for piece, kind in sorted(one for one in pieces if one[1] in kinds):
        if joined and piece[0] - joined[-1][0][1] <= _EPSILON:
            (begin, _over), before = joined[-1]
            joined[-1] = ((begin, piece[1]), kind if kind == before else "dead")
        else:
            joined.append((piece, kind))
    return joined
