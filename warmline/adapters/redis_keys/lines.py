"""Who waits on a line, and how many call."""

from __future__ import annotations

from typing import Final

from warmline.adapters.redis_keys.times import LIVE
from warmline.domain.kept import Class, Field, Kept, Reader

LINES: Final = (
    Kept(
        "wl:waiting:<line>",
        "who waits, by random id, with the time since when",
        Class.LIVE,
        Reader.OPERATOR,
        "struck off when they no longer wait",
        kind="zset",
    ),
    Kept(
        "wl:arrived:<line>:<slot>",
        "how many calls of a line arrived in ten seconds",
        Class.LIVE,
        Reader.OPERATOR,
        "70 seconds",
        70,
        kind="string",
    ),
    Kept(
        "wl:flood:<line>",
        "that a flood is on",
        Class.OPERATION,
        Reader.OPERATOR,
        "10 minutes after the last call that was turned away",
        600,
        kind="hash",
        fields=(
            Field("until", "until when it counts as on", Class.OPERATION),
            Field("offers", "how often a supporter is rung in ten minutes of it", Class.SETTING),
        ),
    ),
    Kept(
        "wl:asking:<line>",
        "who was turned away in a flood and asks for room, by random id, with the time since when",
        Class.LIVE,
        Reader.OPERATOR,
        "struck off when there is room or they leave; 5 hours after the last has asked",
        LIVE,
        kind="zset",
    ),
    Kept(
        "wl:rung:<supporter>",
        "when a supporter's phone rang during a flood",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "10 minutes",
        600,
        kind="list",
    ),
)
