"""Two soft sounds, made rather than shipped: 8 kHz mono WAV, as the telephone carries it."""

from __future__ import annotations

import array
import io
import math
import wave
from collections.abc import Callable
from functools import cache
from typing import Final

RATE: Final = 8000
LOUD: Final = 32767
SOFT: Final = 0.12


def _chord(t: float) -> float:
    """A low fifth that swells and fades every ten seconds, twice in a round."""
    swell = 0.55 - 0.45 * math.cos(2 * math.pi * t / 10)
    tones = ((196.0, 0.5), (293.66, 0.3), (392.0, 0.2))
    return SOFT * swell * sum(loud * math.sin(2 * math.pi * hertz * t) for hertz, loud in tones)


def _pulse(t: float) -> float:
    """A faint, short, low pulse every two seconds."""
    since = t % 2.0
    if since > 0.12:
        return 0.0
    return SOFT * 0.35 * math.sin(math.pi * since / 0.12) * math.sin(2 * math.pi * 220.0 * t)


SOUNDS: Final[dict[str, Callable[[float], float]]] = {"waiting": _chord, "quiet": _pulse}
"""Name: the wave at t seconds, between -1 and 1."""

LONGEST: Final = 40
"""Seconds. Nobody needs a longer one, and anyone may ask."""
BETWEEN_SENTENCES: Final = 18
"""Seconds of sound between two sentences while one waits."""


def address(name: str, seconds: float) -> str:
    """Where a sound of some length is served, below the public address."""
    return f"sound/{name}-{min(LONGEST, max(1, round(seconds)))}.wav"


@cache
def wav(name: str, seconds: int) -> bytes:
    """The sound as a WAV file, made once in each process. `seconds` at most `LONGEST`."""
    shape = SOUNDS[name]
    samples = array.array("h", (int(LOUD * shape(i / RATE)) for i in range(RATE * seconds)))
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return out.getvalue()
