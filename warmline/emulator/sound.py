"""How long a played file lasts."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping

FALLBACK_SECONDS = 10.0
"""The assumed length of audio that is not a readable WAV file."""

SoundLengths = Mapping[str, float] | Callable[[str], float | None]
"""Seconds by URL; a URL that it does not know is fetched."""


def wav_seconds(data: bytes) -> float | None:
    """Return the length of a WAV file from its header (any codec), None when it is no WAV."""
    if len(data) < 12 or data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        return None
    byte_rate, position = 0, 12
    while position + 8 <= len(data):
        name, size = data[position : position + 4], struct.unpack_from("<I", data, position + 4)[0]
        if name == b"fmt " and position + 20 <= len(data):
            byte_rate = struct.unpack_from("<I", data, position + 16)[0]
        elif name == b"data" and byte_rate:
            # A streamed file declares a size that it does not know: what is there counts.
            return float(min(size, max(len(data) - position - 8, 0)) / byte_rate)
        position += 8 + size + (size & 1)
    return None


def known_seconds(lengths: SoundLengths | None, url: str) -> float | None:
    """Return the length that the test or the demo declared for a URL, if it did."""
    if lengths is None:
        return None
    return lengths(url) if callable(lengths) else lengths.get(url)
