"""The spoken words of the line: one catalogue for each language.

`load()` reads them once and checks that they are complete; `Catalogue.text` gives a `Spoken`.
"""

from __future__ import annotations

from warmline.prompts.catalogue import Catalogue, CatalogueError, load
from warmline.prompts.report import report, speech_seconds
from warmline.prompts.spoken import Pause, Spoken
from warmline.prompts.when import say_when
from warmline.prompts.whom import named, whom

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Pause",
    "Spoken",
    "load",
    "named",
    "report",
    "say_when",
    "speech_seconds",
    "whom",
]
