"""Everything that is kept anywhere, collected from the declarations next to where it is kept.

`python -m warmline.inventory` prints it (`docs/data-inventory.md`). A test plays every story and
fails when something is stored that is not declared.
"""

from __future__ import annotations

from typing import Final

from warmline.adapters.redis_keys import REDIS_KEYS
from warmline.adapters.rq_keys import RQ_KEYS
from warmline.domain.kept import Kept
from warmline.inventory.database import database, of_the_tools
from warmline.inventory.files import FILES
from warmline.inventory.logs import LIBRARIES, LOG_FIELDS
from warmline.inventory.provider import BEYOND, PROVIDER

STORE: Final = (*REDIS_KEYS, *RQ_KEYS)
"""Every key in Redis."""

__all__ = [
    "BEYOND",
    "FILES",
    "LIBRARIES",
    "LOG_FIELDS",
    "PROVIDER",
    "STORE",
    "Kept",
    "database",
    "of_the_tools",
]
