"""How long it takes to say something, and what plain text is left of SSML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from .schema import SSML

WORDS_PER_SECOND = 2.5
MINIMUM_SECONDS = 0.4

# The pauses of <break strength="...">, as the usual voices make them.
_STRENGTHS = {
    "none": 0.0,
    "x-weak": 0.1,
    "weak": 0.25,
    "medium": 0.5,
    "strong": 0.75,
    "x-strong": 1.2,
}


@dataclass(frozen=True, slots=True)
class Speech:
    """What a Say speaks: the plain text and its length in seconds, breaks included."""

    text: str
    seconds: float


def speech_seconds(text: str, rate: float = WORDS_PER_SECOND) -> float:
    """Return how many seconds a voice of `rate` words per second needs for `text`."""
    words = len(text.split())
    return max(MINIMUM_SECONDS, words / rate) if words else 0.0


def break_seconds(attributes: dict[str, str]) -> float:
    """Return the length of an SSML `<break>`; an unreadable time counts as a medium break."""
    if "time" in attributes:
        found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(ms|s)\s*", attributes["time"])
        if found:
            return float(found[1]) / (1000 if found[2] == "ms" else 1)
        return _STRENGTHS["medium"]
    return _STRENGTHS.get(attributes.get("strength", "medium"), _STRENGTHS["medium"])


def render(element: ElementTree.Element) -> Speech:
    """Return what a `<Say>` element speaks. `<sub alias>` is spoken as its alias."""
    parts: list[str] = []
    pause = _collect(element, parts)
    text = " ".join("".join(parts).split())
    return Speech(text, speech_seconds(text) + pause)


def _collect(element: ElementTree.Element, parts: list[str]) -> float:
    pause = 0.0
    if element.tag == "break":
        pause += break_seconds(dict(element.attrib))
        parts.append(" ")
    elif element.tag not in SSML and element.tag != "Say":
        return pause
    elif element.tag == "sub" and "alias" in element.attrib:
        parts.append(element.attrib["alias"])
    else:
        # Paragraphs and sentences part words even when no blank stands between them.
        edge = " " if element.tag in {"p", "s"} else ""
        parts.append(edge + (element.text or ""))
        for child in element:
            pause += _collect(child, parts)
            parts.append(child.tail or "")
        parts.append(edge)
    return pause
