"""How each language says what must be recognised again: pressing a key, 988, 911, the star."""

from __future__ import annotations

import re
from typing import Final

PRESS: Final = {
    "en": r"press (\w+)",
    "es": r"oprima (\w+)",
    "tl": r"pindutin ang (\w+)",
}
"""Naming a key. The group is the key: a digit, "star", or the word for two in `language-offer`."""
PURPOSE: Final = {
    "en": r"\b(?:to|for|if)\b",
    "es": r"\b(?:para|si)\b",
    "tl": r"\b(?:para|kung)\b",
}
"""What a key is for is said before the key; one of these words begins it."""
NINE_EIGHT_EIGHT: Final = {
    "en": "nine eight eight",
    "es": "nueve ocho ocho",
    "tl": "nine eight eight",
}
NINE_ONE_ONE: Final = {
    "en": "nine one one",
    "es": "nueve uno uno",
    "tl": "nine one one",
}
STAR: Final = {"en": "star", "es": "asterisco", "tl": "star"}
TELLING: Final = (
    r"\b(?:peers?|callers?|support\w*|crisis|lines?|famil\w*|warm\w*"
    r"|pares|apoyo|líneas?|usted"
    r"|linya|kasama|tumawag|suporta|krisis|pamilya)\b"
)
"""What would tell a child, a voicemail or a locked screen what kind of call this is."""

LAST_WORDS: Final = (
    "goodbye",
    "closed-goodbye",
    "line-unknown",
    "trouble",
    "trouble-goodbye",
    "fallback-trouble",
    "fallback-again",
    "callback-last",
    "flood-goodbye",
)
"""A call may end after these: their last sentence names nine eight eight."""

STRANGER_MAY_HEAR: Final = (
    "offer",
    "offer-again",
    "offer-backup",
    "offer-gone",
    "offer-missed",
    "offer-wrong-key",
    "offer-back",
    "offer-can-wait",
    "callback-opening",
    "callback-opening-again",
)
"""Heard by whoever picks up a supporter's phone, or one that is called back, or by a voicemail."""

TEXTS: Final = "text-"
"""How the ids of texts begin; they may show on a locked screen."""
NOT_SENTENCES: Final = ("language-name", "when-", "text-alarm-title")
"""Beginnings of ids whose words are parts of sentences, or names and titles."""


NOT_OF_A_LINE: Final = (*NOT_SENTENCES, TEXTS, "line-unknown", "trouble")
"""Beginnings of ids that stay ours: said where no line is known or nothing works, or texted."""


def may_change(message_id: str) -> bool:
    """Whether a line may have words of its own for a message."""
    return not message_id.startswith(NOT_OF_A_LINE)


def is_sentence(message_id: str) -> bool:
    """Whether a message is said by itself, and not a part of another one."""
    return not message_id.startswith(NOT_SENTENCES)


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return re.split(r"(?<=[.?]) (?=[\w¿])", text)


def keys_named(text: str, language: str) -> list[str]:
    """The keys that a text names, in order: digits, and the language's word for star."""
    found = re.findall(PRESS[language], text, re.IGNORECASE)
    return [key for key in found if key.isdigit() or key.casefold() == STAR[language]]


def names(text: str, number: dict[str, str], language: str) -> bool:
    """Whether a text names 988 or 911 in words."""
    return number[language] in text.casefold()
