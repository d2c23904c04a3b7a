"""Talks that were flagged, and who reaches no peer for a while."""

from __future__ import annotations

from typing import Final

from warmline.adapters.redis_keys.times import ENDED, LIVE
from warmline.domain.kept import DAY, Class, Field, Kept, Reader

FLAGS: Final = (
    Kept(
        "wl:flag:<leg>",
        "a talk that can be flagged by the supporter who was in it",
        Class.CALLER,
        Reader.OPERATOR,
        "2 hours after the talk; 5 hours after it began if nobody tells us of its end",
        LIVE,
        kind="hash",
        fields=(
            Field(
                "phone",
                "the number of whoever called, encrypted; of one length, also when there is none",
                Class.CALLER,
                Reader.KEY,
            ),
            Field("line", "the line", Class.SETTING),
            Field("sup", "the supporter", Class.PAIRING),
            Field("ended", "when the talk ended", Class.LIVE),
            Field("flagged", "that it was flagged", Class.CALLER),
            Field("token", "the token of the block that followed", Class.CALLER),
            Field("mark", "the mark of the flag in it", Class.PAIRING),
            Field("was", "until when it was blocked by an earlier flag of theirs", Class.CALLER),
        ),
    ),
    Kept(
        "wl:last:<supporter>",
        "the phone on which a supporter last talked",
        Class.PAIRING,
        Reader.OPERATOR,
        "2 hours after the talk",
        ENDED,
        kind="string",
    ),
    Kept(
        "wl:block:<line>:<token>",
        "a number that does not reach the peers of a line, as a short keyed hash",
        Class.CALLER,
        Reader.OPERATOR,
        "until the key of its period is destroyed; 30 days at most",
        30 * DAY,
        kind="hash",
        fields=(
            Field("until", "until when it is blocked", Class.CALLER),
            Field(
                "by",
                "keyed hashes of who has flagged it, each with until when it is blocked by that",
                Class.PAIRING,
            ),
        ),
    ),
    Kept(
        "wl:blocks:<line>",
        "the tokens of a line, so that a coordinator can lift all blocks without seeing whose",
        Class.CALLER,
        Reader.OPERATOR,
        "30 days after the last flag",
        30 * DAY,
        kind="zset",
    ),
    Kept(
        "wl:flagkey:<period>",
        "the key of a period with which tokens are made, encrypted",
        Class.CALLER,
        Reader.OPERATOR,
        "30 days after its period began: with it end all tokens that it made",
        30 * DAY,
        kind="hash",
        fields=(Field("secret", "the key, encrypted", Class.CALLER, Reader.KEY),),
    ),
    Kept(
        "wl:flags:<line>:<week>",
        "how many talks of a line were flagged in a week",
        Class.OPERATION,
        Reader.OPERATOR,
        "5 weeks after the last",
        35 * DAY,
        kind="string",
    ),
)
