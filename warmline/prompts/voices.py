"""The voices that a line may speak with: those of the provider that keep our pauses and speed.

Taken from the list of voices in the provider's published schema of its documents. Left out are
the ones whose makers do not honour `<break>` and `<prosody rate>` in full ("Generative", "Chirp"):
a pause that is swallowed joins two keys into one sentence.
"""

from __future__ import annotations

import re
from typing import Final

OURS: Final = {
    "en": "Polly.Joanna-Neural",
    "es": "Polly.Lupe-Neural",
    "tl": "Google.fil-PH-Wavenet-A",
}
"""The voice of each language where a line has no other."""

POLLY: Final[dict[str, tuple[str, ...]]] = {
    "en-US": (
        "Danielle-Neural",
        "Gregory-Neural",
        "Ivy-Neural",
        "Joanna-Neural",
        "Joey-Neural",
        "Justin-Neural",
        "Kendra-Neural",
        "Kevin-Neural",
        "Kimberly-Neural",
        "Matthew-Neural",
        "Ruth-Neural",
        "Salli-Neural",
        "Stephen-Neural",
        "Joanna",
        "Joey",
        "Kendra",
        "Kimberly",
        "Matthew",
        "Salli",
    ),
    "es-US": ("Lupe-Neural", "Pedro-Neural", "Lupe", "Miguel", "Penelope"),
    "fil-PH": (),
}
GOOGLE: Final[dict[str, dict[str, str]]] = {
    "en-US": {"Neural2": "ACDEFGHIJ", "Standard": "ABCDEFGHIJ", "Wavenet": "ABCDEFGHIJ"},
    "es-US": {"Neural2": "ABC", "Standard": "ABC", "Wavenet": "ABC"},
    "fil-PH": {"Standard": "ABCD", "Wavenet": "ABCD"},
}
"""By locale and kind: the letters of its voices."""

SLOWEST: Final = 70
FASTEST: Final = 130
"""Per cent of the voice's own speed. Both makers take 20 to 200; nobody follows those."""


def voice_of(language: str) -> str:
    """The voice of a language where the line has none of its own."""
    return OURS.get(language, OURS["en"])


def voices(locale: str) -> tuple[str, ...]:
    """Every voice that may speak a locale."""
    polly = [f"Polly.{name}" for name in POLLY.get(locale, ())]
    google = [
        f"Google.{locale}-{kind}-{letter}"
        for kind, letters in GOOGLE.get(locale, {}).items()
        for letter in letters
    ]
    return (*polly, *google)


def rate_fits(rate: str) -> bool:
    """Whether it is a speed such as `95%`, within what can be followed."""
    return bool(re.fullmatch(r"\d{2,3}%", rate)) and SLOWEST <= int(rate[:-1]) <= FASTEST
