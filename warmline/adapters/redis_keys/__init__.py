"""Every key that the judge keeps, and every field of it. What is not listed here is not stored.

The test of the inventory plays all stories and holds the store against this list, so a field that
is added over there has to be named here, with its class and its end.
"""

from __future__ import annotations

from typing import Final

from warmline.adapters.redis_keys.calls import CALLS
from warmline.adapters.redis_keys.duties import DUTIES
from warmline.adapters.redis_keys.errands import ERRANDS
from warmline.adapters.redis_keys.flags import FLAGS
from warmline.adapters.redis_keys.lines import LINES
from warmline.adapters.redis_keys.supporters import SUPPORTERS
from warmline.adapters.redis_keys.web import WEB

REDIS_KEYS: Final = (*CALLS, *SUPPORTERS, *LINES, *FLAGS, *DUTIES, *WEB, *ERRANDS)
