"""What is said: text and the pauses in it, ready to be made into TwiML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

PAUSES: Final = {"[pause]": 400, "[long pause]": 1000}
"""The tokens that a catalogue may contain, and their length in milliseconds."""

ENGLISH: Final = "en-US"
_BEGIN, _END = "\ue000", "\ue001"
"""Around a name that is English amid another language: `in_english`. They are heard by nobody."""
_ENGLISH: Final = re.compile(f"{_BEGIN}([^{_END}]*){_END}")

_TOKEN: Final = re.compile(r"(\[[^\]]*\])")
_PAUSE: Final = re.compile("(" + "|".join(map(re.escape, PAUSES)) + ")")
_UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold, not even escaped: with one of them the provider reads nothing
of the page, ends the call and keeps a note of it with the caller's number."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence between two pieces of text."""

    ms: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """One prompt in one language. `plain` is the same without its pauses.

    A piece of text may hold an English name amid another language: see `tongues`.

    `voice` and `rate` are the line's own ones, empty where it has none. `sound` is the name of a
    recording that is heard instead of a voice, and `seconds` its length; the text stays the same.
    """

    language: str
    locale: str
    parts: tuple[str | Pause, ...]
    plain: str
    voice: str = ""
    rate: str = ""
    sound: str = ""
    seconds: float = 0.0
    made: dict[str, str] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What a maker of documents wrote it down as, by what for: kept as long as the sentence."""


def unknown_tokens(text: str) -> tuple[str, ...]:
    """Bracketed words that are no pause: `[pausa]`, say, which would be read aloud."""
    return tuple(token for token in _TOKEN.findall(text) if token not in PAUSES)


def spoken(language: str, locale: str, text: str) -> Spoken:
    """Split a formatted message at its pause tokens and tidy the white space.

    It holds names and words that somebody else wrote: what cannot be sent is left out.
    """
    parts: list[str | Pause] = []
    for piece in _PAUSE.split(_UNWRITABLE.sub("", text)):
        words = " ".join(piece.split())
        if words in PAUSES:
            parts.append(Pause(PAUSES[words]))
        elif words:
            parts.append(words)
    plain = " ".join(part for part in parts if isinstance(part, str))
    plain = plain.replace(_BEGIN, "").replace(_END, "")
    return Spoken(language, locale, tuple(parts), plain)


def in_english(name: str) -> str:
    """A name that a voice of another language is to pronounce as English."""
    return f"{_BEGIN}{name}{_END}"


def tongues(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text, each with whether it is English amid another language."""
    for number, piece in enumerate(_ENGLISH.split(text)):
        if piece:
            yield piece.replace(_BEGIN, "").replace(_END, ""), number % 2 == 1
