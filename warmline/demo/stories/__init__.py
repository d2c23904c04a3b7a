"""Stories: whole phone calls that can be read aloud, and that must come out as told.

They are played by `warmline demo --story`, which prints what everybody heard, and by the tests,
once for each kind of database. The numbers are those of the product's acceptance stories.
"""

from __future__ import annotations

from warmline.demo.stories import (  # noqa: F401  # importing registers them
    access,
    after_talk,
    again,
    beginning,
    beside,
    callback,
    choosing,
    crisis,
    debriefs,
    duty,
    flags,
    flood,
    honest,
    places,
    plain,
    promised,
    provider,
    shifts,
    waiting,
    wishes,
)
from warmline.demo.stories._story import STORIES, Story, chosen

__all__ = ["STORIES", "Story", "chosen"]
