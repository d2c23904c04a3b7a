"""What supporters have carried on each day of this week. Implements `ports.rota.CarriedDays`.

The judge writes it (`judge/20_supporters.lua`); here it is only read, to be kept for pay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import redis

from warmline.adapters.redis_web import in_our_words
from warmline.ports.rota import Carried


class RedisCarried:
    """Reads on a Redis connection."""

    def __init__(self, connection: redis.Redis) -> None:
        self._connection = connection

    def carried_on(self, supporter_ids: Iterable[str], day: date) -> Mapping[str, Carried]:
        """See the port."""
        ids = list(supporter_ids)
        with in_our_words(), self._connection.pipeline(transaction=False) as asked:
            for one in ids:
                asked.hmget(f"wl:days:{one}", f"minutes:{day}", f"wrap:{day}")
            answers = asked.execute()
        return {
            one: Carried(int(talk or 0), int(wrap or 0))
            for one, (talk, wrap) in zip(ids, answers, strict=True)
            if talk or wrap
        }
