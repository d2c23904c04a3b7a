"""What supporters have carried on each day of this week. Implements `ports.rota.CarriedDays`.

The judge writes it (`judge/20_supporters.lua`); here it is read, to be kept for pay, and put back
once when the store was emptied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

import redis
from redis.exceptions import WatchError

from warmline.adapters.redis_web import in_our_words
from warmline.ports.rota import Carried

DAYS_KEPT: Final = 8


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

    def put_back(self, supporter_id: str, day: date, seen: Carried, lost: Carried) -> bool:
        """See the port."""
        key, names = f"wl:days:{supporter_id}", (f"minutes:{day}", f"wrap:{day}")
        with in_our_words(), self._connection.pipeline() as all_at_once:
            try:
                all_at_once.watch(key)  # type: ignore[no-untyped-call]  # redis-py leaves it so
                talk, wrap = all_at_once.hmget(key, *names)
                if Carried(int(talk or 0), int(wrap or 0)) != seen:
                    return False
                all_at_once.multi()
                for name, minutes in zip(names, (lost.talk, lost.wrap_up), strict=True):
                    all_at_once.hincrby(key, name, minutes)
                # Ends at a midnight, as where the judge writes it: no second tells anything.
                midnight = datetime.combine(day + timedelta(days=DAYS_KEPT), time(), UTC)
                all_at_once.expireat(key, midnight)
                all_at_once.execute()
            except WatchError:
                return False
        return True
