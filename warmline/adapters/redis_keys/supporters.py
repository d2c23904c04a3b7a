"""Supporters: whether they are free, what they have carried, their PIN and their texts."""

from __future__ import annotations

from typing import Final

from warmline.domain.kept import DAY, HOUR, Class, Field, Kept, Reader

_SUPPORTER: Final = (
    Field("busy", "the phone call that takes up their phone now", Class.PAIRING),
    Field("last_rung", "when they were last rung", Class.SUPPORTER),
    Field("misses", "offers missed in a row", Class.SUPPORTER),
    Field("not_before", "a few seconds in which they are not rung", Class.SUPPORTER),
    Field("practice_until", "until when a practice call of theirs lasts", Class.SUPPORTER),
    Field("off_until", "until when they are off duty", Class.SUPPORTER),
    Field(
        "spared_until",
        "until when they are not rung, because in a flood they were rung very often",
        Class.SUPPORTER,
    ),
)

_CARRIED: Final = (
    Field("shift", "when the shift began", Class.SUPPORTER),
    Field("calls", "talks in this shift", Class.SUPPORTER),
    Field("talk_seconds", "seconds talked in this shift", Class.SUPPORTER),
    Field("last_help", "when the last talk ended, to the second", Class.PAIRING),
    Field("rest_until", "until when they rest", Class.SUPPORTER),
)

SUPPORTERS: Final = (
    Kept(
        "wl:sup:<supporter>",
        "whether a supporter's phone may ring now",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "24 hours after they were last rung or went off duty",
        DAY,
        kind="hash",
        fields=_SUPPORTER,
    ),
    Kept(
        "wl:sup:<supporter>:carried",
        "what a supporter has carried in this shift",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "24 hours after their last talk",
        DAY,
        kind="hash",
        fields=_CARRIED,
    ),
    Kept(
        "wl:changed",
        "supporters in the order in which something last changed about them",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "48 hours after the last change",
        2 * DAY,
        kind="zset",
    ),
    Kept(
        "wl:changes",
        "how many such changes there were",
        Class.OPERATION,
        Reader.OPERATOR,
        "48 hours after the last change",
        2 * DAY,
        kind="hash",
        fields=(
            Field("last", "the number of the last change", Class.OPERATION),
            Field("mark", "a random mark of this count", Class.OPERATION),
        ),
    ),
    Kept(
        "wl:door:<call>",
        "who is at the # door of this call",
        Class.SUPPORTER,
        Reader.KEY,
        "15 minutes after they were last there; when the call ends or they want a peer",
        900,
        kind="hash",
        fields=(
            Field("who", "the supporter, sealed", Class.SUPPORTER),
            Field("mark", "by which their tries are counted", Class.SUPPORTER, Reader.OPERATOR),
            Field("own", "it is their own phone", Class.SUPPORTER, Reader.OPERATOR),
            Field("signed", "their PIN was right", Class.OPERATION, Reader.OPERATOR),
            Field(
                "fresh",
                "a hash of the new PIN that they chose, sealed",
                Class.SECRET,
                unseen="gone with the next key; tests/call_flows/test_duty_door.py changes a PIN",
            ),
        ),
    ),
    Kept(
        "wl:pin:<mark>",
        "tries of one supporter's PIN, or of a number that nobody has; a keyed mark",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "with the right one, or a day after the last",
        DAY,
        kind="hash",
        fields=(
            Field("tries", "how many since the last right one", Class.OPERATION),
            Field("until", "when it may be tried again", Class.OPERATION),
        ),
    ),
    Kept(
        "wl:pins:<line>:<slot>",
        "how often PINs were tried from other phones in an hour",
        Class.OPERATION,
        Reader.OPERATOR,
        "an hour",
        3600,
        kind="string",
    ),
    Kept(
        "wl:texted:<text>",
        "that a text was answered, by the provider's id of it",
        Class.OPERATION,
        Reader.OPERATOR,
        "a day; 31 days at most when a supporter sent it, so that nobody can send it again",
        31 * DAY,
        kind="string",
    ),
    Kept(
        "wl:texting:<supporter>:<slot>",
        "how many texts of a supporter's number there were in an hour",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "an hour after the last",
        HOUR,
        kind="string",
    ),
    Kept(
        "wl:strangers:<line>",
        "marks of 12 bits of phones that texted the line today and are no supporter's: one in four "
        "thousand phones has the same, and nobody can make them without the secret",
        Class.CALLER,
        Reader.KEY,
        "at the end of the day",
        DAY,
        kind="set",
    ),
    Kept(
        "wl:days:<supporter>",
        "what a supporter has carried on each day of this week",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "with the first talk of the next week, or 8 days after their last",
        8 * DAY,
        kind="hash",
        fields=(
            Field("calls:<day>", "talks on that day", Class.SUPPORTER),
            Field("minutes:<day>", "whole minutes talked on that day", Class.SUPPORTER),
            Field("wrap:<day>", "whole minutes of rest after those talks", Class.SUPPORTER),
        ),
    ),
)
