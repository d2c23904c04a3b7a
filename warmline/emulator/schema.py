"""Which TwiML this emulator runs: the verbs, their attributes, and what may stand in what.

Recording, transcription and streams are left out on purpose: the line that this emulator was
written for promises that nothing is recorded, so a document that asks for it gets warning 12200.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

BOOLEAN = ("true", "false")
METHOD = ("GET", "POST")
NUMBER = "number"
TEXT = "text"
CALL_EVENTS = ("initiated", "ringing", "answered", "completed")
CONFERENCE_EVENTS = (
    "start",
    "end",
    "join",
    "leave",
    "mute",
    "hold",
    "modify",
    "speaker",
    "announcement",
)


@dataclass(frozen=True, slots=True)
class ManyOf:
    """A blank-separated list of the given words."""

    words: tuple[str, ...]


Rule = str | tuple[str, ...] | ManyOf


@dataclass(frozen=True, slots=True)
class Element:
    """What one element may carry."""

    attributes: Mapping[str, Rule] = field(default_factory=dict)
    children: frozenset[str] = frozenset()


SSML = frozenset(
    {"break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"}
)

ELEMENTS: dict[str, Element] = {
    "Response": Element(
        {},
        frozenset(
            {
                "Dial",
                "Enqueue",
                "Gather",
                "Hangup",
                "Leave",
                "Pause",
                "Play",
                "Redirect",
                "Reject",
                "Say",
            }
        ),
    ),
    "Say": Element({"voice": TEXT, "language": TEXT, "loop": NUMBER}, SSML),
    "Play": Element({"loop": NUMBER, "digits": TEXT}),
    "Pause": Element({"length": NUMBER}),
    "Gather": Element(
        {
            "input": ManyOf(("dtmf", "speech")),
            "action": TEXT,
            "method": METHOD,
            "timeout": NUMBER,
            "finishOnKey": TEXT,
            "numDigits": NUMBER,
            "actionOnEmptyResult": BOOLEAN,
            "language": TEXT,
            "bargeIn": BOOLEAN,
            "hints": TEXT,
            "profanityFilter": BOOLEAN,
            "speechModel": TEXT,
            "speechTimeout": TEXT,
            "enhanced": BOOLEAN,
            "maxSpeechTime": NUMBER,
            "debug": BOOLEAN,
        },
        frozenset({"Say", "Play", "Pause"}),
    ),
    "Dial": Element(
        {
            "action": TEXT,
            "method": METHOD,
            "timeout": NUMBER,
            "timeLimit": NUMBER,
            "hangupOnStar": BOOLEAN,
            "callerId": TEXT,
            "answerOnBridge": BOOLEAN,
            "ringTone": TEXT,
            "sequential": BOOLEAN,
        },
        frozenset({"Number", "Conference", "Queue"}),
    ),
    "Number": Element(
        {
            "url": TEXT,
            "method": METHOD,
            "sendDigits": TEXT,
            "statusCallback": TEXT,
            "statusCallbackMethod": METHOD,
            "statusCallbackEvent": ManyOf(CALL_EVENTS),
        }
    ),
    "Conference": Element(
        {
            "muted": BOOLEAN,
            "beep": ("true", "false", "onEnter", "onExit"),
            "startConferenceOnEnter": BOOLEAN,
            "endConferenceOnExit": BOOLEAN,
            "participantLabel": TEXT,
            "jitterBufferSize": ("large", "medium", "small", "off"),
            "waitUrl": TEXT,
            "waitMethod": METHOD,
            "maxParticipants": NUMBER,
            "region": ("us1", "us2", "ie1", "sg1", "br1", "au1", "jp1", "de1"),
            "coach": TEXT,
            "statusCallback": TEXT,
            "statusCallbackMethod": METHOD,
            "statusCallbackEvent": ManyOf(CONFERENCE_EVENTS),
        }
    ),
    "Queue": Element({"url": TEXT, "method": METHOD}),
    "Enqueue": Element(
        {
            "action": TEXT,
            "method": METHOD,
            "waitUrl": TEXT,
            "waitUrlMethod": METHOD,
            "maxQueueSize": NUMBER,
        }
    ),
    "Leave": Element(),
    "Redirect": Element({"method": METHOD}),
    "Reject": Element({"reason": ("rejected", "busy")}),
    "Hangup": Element(),
}

MESSAGING: dict[str, Element] = {
    "Response": Element({}, frozenset({"Message", "Redirect"})),
    "Message": Element(
        {"to": TEXT, "from": TEXT, "action": TEXT, "method": METHOD, "statusCallback": TEXT},
        frozenset({"Body", "Media"}),
    ),
    "Body": Element(),
    "Media": Element(),
    "Redirect": Element({"method": METHOD}),
}


def acceptable(rule: Rule, value: str) -> bool:
    """Say whether an attribute value follows its rule."""
    if isinstance(rule, ManyOf):
        return all(word in rule.words for word in value.split())
    if isinstance(rule, tuple):
        return value in rule
    return rule == TEXT or value.isdigit()
