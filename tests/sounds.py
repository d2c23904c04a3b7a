"""Sounds for tests: somebody who speaks, more or less, made rather than recorded."""

from __future__ import annotations

import array
import io
import math
import wave

RATE = 8000


def spoken(seconds: float = 2.0, loud: float = 0.3, rate: int = RATE) -> array.array[int]:
    """Syllables: a low tone that swells four times a second."""
    return array.array(
        "h",
        (
            round(
                32767
                * loud
                * abs(math.sin(math.pi * 4 * n / rate))
                * math.sin(2 * math.pi * 220 * n / rate)
            )
            for n in range(round(seconds * rate))
        ),
    )


def wav(samples: array.array[int], rate: int = RATE, channels: int = 1) -> bytes:
    """A WAV file of samples, the same in every channel."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        both = array.array("h", (one for sample in samples for one in [sample] * channels))
        file.writeframes(both.tobytes())
    return out.getvalue()


def silent_mp3(seconds: float = 2.0) -> bytes:
    """Frames of MPEG-1 layer III, 128 kbit/s and 44.1 kHz, in which nothing is said."""
    frame = bytes.fromhex("fffb9000") + bytes(413)
    return frame * round(seconds * 44100 / 1152)
