"""How long what lies in the database is kept. While a legal hold is on, until that ends."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

ROWS_KEPT: Final = timedelta(days=30)
"""The row of an ended call, before it is counted and deleted."""
WISHES_KEPT: Final = timedelta(days=3)
"""A supporter's own word, after it is over: it still tells when a duty began."""
CHANGES_KEPT: Final = timedelta(days=365)
"""Who changed what of the directory."""
HOLDS_KEPT: Final = timedelta(days=365)
"""That there was a legal hold, after it has ended."""
