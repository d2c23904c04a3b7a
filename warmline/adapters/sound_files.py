"""Sound files as people record them, made into what the telephone company plays best.

It plays WAV without a delay (MP3 is transcoded first); a telephone carries 8000 samples a second
of one channel, so that is what we keep: 16 bits each, uncompressed.
"""

from __future__ import annotations

import io
import wave
from array import array
from typing import Final

import miniaudio

from warmline.domain.loudness import LONGEST_SECONDS, RATE
from warmline.domain.loudness import NoSound as NoSound
from warmline.domain.wording import Sentence

MOST_BYTES: Final = 10 * 1024 * 1024
"""A minute of studio quality."""
DECODED_MOST: Final = int(LONGEST_SECONDS * 3) * RATE
"""Samples that are looked at: whoever sends an hour is told so without waiting for it."""

NONE_THAT_WE_KNOW: Final = Sentence("This is no sound file that we know: WAV, MP3, FLAC or Ogg.")


def read_sound(contents: bytes) -> array[int]:
    """The samples of a WAV, MP3, FLAC or Ogg Vorbis file, as a telephone carries them.

    Raises NoSound.
    """
    if len(contents) > MOST_BYTES:
        raise NoSound("The file is too large; %(n)s MB are the most.", n=MOST_BYTES // 2**20)
    try:
        # Piece by piece: a small file of silence may be hours, and would fill the memory.
        pieces = miniaudio.stream_memory(
            contents,
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=RATE,
            frames_to_read=RATE,
        )
        samples = array("h")
        while len(samples) < DECODED_MOST and (piece := next(pieces, None)):
            samples.extend(piece)
    except miniaudio.MiniaudioError:
        raise NoSound(NONE_THAT_WE_KNOW) from None
    if not samples:
        raise NoSound(NONE_THAT_WE_KNOW)
    return samples[:DECODED_MOST]


def wav_file(samples: array[int]) -> bytes:
    """The samples as a WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return out.getvalue()
