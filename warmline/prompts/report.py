"""How long each prompt takes to say, and how hard it is to follow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from warmline.prompts.catalogue import Catalogue
from warmline.prompts.spoken import Pause, Spoken

WORDS_PER_SECOND: Final = 2.5
"""An unhurried telephone voice: 150 words a minute."""

SAMPLES: Final[dict[str, tuple[str | int, ...]]] = {
    "agency": ("North County",),
    "ahead": (0, 1, 2, 11),
    "alias": ("River",),
    "audience": ("anyone", "parents and the people close to them"),
    "branch": ("2",),
    "calls": (0, 1, 3),
    "code": ("4 1 7 2 0 5",),
    "day": (1, 21),
    "digits": ("+18558457415",),
    "end": ("tomorrow at noon",),
    "hours": ("always", "open", "closed", "unknown", "check"),
    "hour": tuple(range(1, 13)),
    "key": (1, 5),
    "kind": ("peer", "family_peer"),
    "other": ("en", "es", "another"),
    "last": ("5 0",),
    "line": ("County peer line",),
    "minute": (0, 5, 15, 20, 30, 45),
    "minutes": (0, 1, 2, 3, 10, 15),
    "most": (4,),
    "month": tuple(range(1, 13)),
    "name": ("California Peer-Run Warm Line",),
    "number": ("8 5 5, 8 4 5, 7 4 1 5",),
    "part": (
        "midnight",
        "small-hours",
        "morning",
        "noon",
        "afternoon",
        "late-afternoon",
        "evening",
        "night",
    ),
    "phones": (0, 1, 2, 3, 6),
    "police": ("no", "may", "unknown"),
    "tag": ("nights",),
    "tags": ("nights, parents",),
    "then": ("peer", "wait", "talk", "closed", "promised"),
    "time": ("eight thirty",),
    "wanted": ("en", "es", "another"),
    "weekday": tuple(range(7)),
    "within": (12,),
    "word": ("HOME",),
    "whom": ("It's for anyone.",),
    "when": ("tomorrow at eight thirty in the morning",),
}
"""Values for every variable that any message has; each variant of a selector is reached."""


@dataclass(frozen=True, slots=True)
class Row:
    """One prompt in one language, in its longest variant."""

    id: str
    language: str
    seconds: float
    words: int
    level: float | None
    """By the formula of its language, see `FORMULAS`; None where there is none."""
    said: str


def speech_seconds(spoken: Spoken) -> float:
    """Seconds that a prompt takes: a recording's own, or at `WORDS_PER_SECOND` with its pauses."""
    if spoken.seconds:
        return spoken.seconds
    pauses = sum(part.ms for part in spoken.parts if isinstance(part, Pause))
    return len(words(spoken.plain)) / WORDS_PER_SECOND + pauses / 1000


def words(text: str) -> list[str]:
    """The words of a text, digits included."""
    return re.findall(r"\w+(?:['’-]\w+)*", text)


def samples(catalogue: Catalogue, message_id: str) -> Iterator[dict[str, str | int]]:
    """Every combination of sample values that a message may be said with."""
    names = sorted(catalogue.variables(message_id))
    for values in product(*(SAMPLES[name] for name in names)):
        yield dict(zip(names, values, strict=True))


def variants(catalogue: Catalogue, message_id: str, language: str) -> list[Spoken]:
    """A message with every combination of sample values."""
    return [
        catalogue.text(message_id, language, **values) for values in samples(catalogue, message_id)
    ]


def report(catalogue: Catalogue) -> list[Row]:
    """Every prompt in every language, the longest to say first."""
    rows = [
        _row(message_id, max(variants(catalogue, message_id, language), key=speech_seconds))
        for language in catalogue.languages
        for message_id in catalogue.ids()
    ]
    return sorted(rows, key=lambda row: (-row.seconds, row.id, row.language))


def reading_level(text: str) -> float:
    """Flesch-Kincaid grade of an English text: years of school."""
    count = len(words(text)) or 1
    sentences = max(1, len(re.findall(r"[.?](?:\s|$)", text)))
    syllables = sum(_syllables(word) for word in words(text))
    return round(0.39 * count / sentences + 11.8 * syllables / count - 15.59, 1)


def perspicuity(text: str) -> float:
    """Szigriszt Pazos' perspicuity of a Spanish text: the higher, the easier to follow."""
    count = len(words(text)) or 1
    sentences = max(1, len(re.findall(r"[.?](?:\s|$)", text)))
    syllables = sum(_spanish_syllables(word) for word in words(text))
    return round(206.835 - 62.3 * syllables / count - count / sentences, 1)


def _syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent_e = word.lower().endswith("e") and not word.lower().endswith(("le", "ee"))
    return max(1, groups - (1 if silent_e and groups > 1 else 0))


def _spanish_syllables(word: str) -> int:
    """Strong vowels and stressed weak ones are syllables; weak ones beside them are not."""
    said = re.sub(r"(?<=[gq])u(?=[eiéí])|h", "", word.lower())
    return max(1, len(re.findall(r"[aeoáéóíúü]|[iuy]+(?![aeoáéó])(?<![aeoáéó][iuy])", said)))


@dataclass(frozen=True, slots=True)
class Formula:
    """How hard a text is to follow, by a formula made for its language."""

    name: str
    level: Callable[[str], float]


FORMULAS: Final = {
    "en": Formula("grade (Flesch-Kincaid)", reading_level),
    "es": Formula("perspicuity (Szigriszt Pazos)", perspicuity),
}


def _row(message_id: str, longest: Spoken) -> Row:
    formula = FORMULAS.get(longest.language)
    level = formula.level(longest.plain) if formula else None
    count = len(words(longest.plain))
    seconds = round(speech_seconds(longest), 1)
    return Row(message_id, longest.language, seconds, count, level, longest.plain)
