"""How long what belongs to a call is kept."""

from __future__ import annotations

from typing import Final

from warmline.domain.kept import HOUR

LIVE: Final = 5 * HOUR
ENDED: Final = 2 * HOUR
THE_SAME: Final = "2 hours after the end; 5 hours after it began if nobody tells us of the end"
