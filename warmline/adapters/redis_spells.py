"""Spells of alarms in Redis: short texts that one of several who look at once may change."""

from __future__ import annotations

import redis

from warmline.domain.errors import StoreTrouble

KEPT = 2 * 24 * 3600
"""Seconds. A spell that lasts is written anew at every look."""
CHANGE = """
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
if ARGV[2] == '' then redis.call('DEL', KEYS[1])
else redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3]) end
return 1
"""


class RedisSpells:
    """Implements `warmline.ports.Spells`."""

    def __init__(self, connection: redis.Redis) -> None:
        self._connection = connection
        self._change = connection.register_script(CHANGE)

    def spell(self, name: str) -> str:
        """See the port."""
        try:
            found = self._connection.get(_key(name))
        except redis.RedisError as error:
            raise StoreTrouble(type(error).__name__) from None
        return found.decode() if isinstance(found, bytes) else ""

    def change(self, name: str, was: str, now_is: str) -> bool:
        """See the port."""
        try:
            return bool(self._change(keys=[_key(name)], args=[was, now_is, KEPT]))
        except redis.RedisError as error:
            raise StoreTrouble(type(error).__name__) from None


def _key(name: str) -> str:
    return f"wl:alarm:{name}"
