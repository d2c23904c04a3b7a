"""Whether a recording can be heard on a telephone: how long, how loud, how clean it is.

Samples are 16-bit, 8000 a second, one channel. Loudness is that of the speech in it and not of
its pauses, in decibels below full scale (dBFS): the mean power of the blocks that are not quiet.
"""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass
from typing import Final

from warmline.domain.wording import Refusal, Sentence

RATE: Final = 8000
FULL: Final = 32767
BLOCK: Final = RATE // 20
"""A twentieth of a second, within which speech is either there or not."""
GATE: Final = 25.0
"""Blocks so many dB below the loudest one are pauses."""
TARGET: Final = -20.0
"""Where telephone speech is at ease beside a synthetic voice."""
QUIETEST: Final = -45.0
"""Quieter than this, making it louder brings up mostly the noise of the room."""
PEAK: Final = 0.89
"""No sample is louder afterwards (-1 dBFS): telephone codecs distort above."""
CLIPPED: Final = 0.002
"""More than this part of the samples at full scale sounds torn."""
SHORTEST_SECONDS: Final = 0.5
LONGEST_SECONDS: Final = 20.0
SILENT: Final = -120.0
MARGIN: Final = int(0.15 * RATE)
"""What stays of the silence before and after the words."""


class NoSound(Refusal):
    """A file cannot be used as a recording; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was found of a recording. `speech` in dBFS; `clipped` is a part of all samples."""

    seconds: float
    speech: float
    clipped: float

    @property
    def objections(self) -> tuple[Sentence, ...]:
        """Why it cannot be used, in sentences; none if it can."""
        found = []
        if self.seconds < SHORTEST_SECONDS:
            found.append(
                Sentence("It is %(n)s s long: there is nothing to hear.", n=f"{self.seconds:.1f}")
            )
        if self.seconds > LONGEST_SECONDS:
            found.append(
                Sentence(
                    "It is %(n)s s long; %(most)s s are the most.",
                    n=f"{self.seconds:.0f}",
                    most=f"{LONGEST_SECONDS:.0f}",
                )
            )
        if self.speech < QUIETEST:
            found.append(
                Sentence(
                    "It is too quiet (%(n)s dBFS). Speak closer to the microphone.",
                    n=f"{self.speech:.0f}",
                )
            )
        if self.clipped > CLIPPED:
            found.append(
                Sentence("It is torn: too loud for the microphone. Speak a little farther away.")
            )
        return tuple(found)


def heard(samples: array[int]) -> Heard:
    """Measure a recording."""
    clipped = sum(1 for one in samples if abs(one) >= FULL - 1) / max(1, len(samples))
    return Heard(len(samples) / RATE, _speech(samples), clipped)


def trimmed(samples: array[int]) -> array[int]:
    """The recording without the silence around it: callers never wait for it."""
    powers = [_decibels(samples[i : i + BLOCK]) for i in range(0, len(samples), BLOCK)]
    if not powers or max(powers) <= SILENT:
        return samples
    spoken = [n for n, power in enumerate(powers) if power > max(powers) - GATE]
    begin, end = spoken[0] * BLOCK - MARGIN, (spoken[-1] + 1) * BLOCK + MARGIN
    return samples[max(0, begin) : end]


def levelled(samples: array[int]) -> array[int]:
    """The recording as loud as all others, and nowhere so loud that it is torn."""
    loudest = max((abs(one) for one in samples), default=0)
    if not loudest:
        return samples
    gain = min(10 ** ((TARGET - _speech(samples)) / 20), PEAK * FULL / loudest)
    return array("h", (round(one * gain) for one in samples))


def _speech(samples: array[int]) -> float:
    powers = [_decibels(samples[i : i + BLOCK]) for i in range(0, len(samples), BLOCK)]
    top = max(powers, default=SILENT)
    spoken = [10 ** (power / 10) for power in powers if power > max(top - GATE, SILENT)]
    return 10 * math.log10(sum(spoken) / len(spoken)) if spoken else SILENT


def _decibels(block: array[int]) -> float:
    power = sum(one * one for one in block) / max(1, len(block)) / FULL**2
    return 10 * math.log10(power) if power > 0 else SILENT
