"""What lies sealed in the store is sealed again with the newest key.

No step of the judge: the text stays what it is, and one that the judge changes meanwhile is left
to the judge, whose callers seal with the newest key anyway.
"""

from __future__ import annotations

from typing import Final

import redis

from warmline.adapters.redis_keys import REDIS_KEYS
from warmline.adapters.sealing import CannotUnseal, Sealer
from warmline.domain.errors import StoreTrouble
from warmline.domain.kept import Reader

SEALED: Final = tuple(
    (kept.name.partition("<")[0] + "*", field.name)
    for kept in REDIS_KEYS
    for field in kept.fields
    if (field.reader or kept.reader) is Reader.KEY
)
"""Patterns of keys, and the field of each that is sealed, as the inventory declares them."""

IF_THE_SAME: Final = """
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1
"""


def reseal(connection: redis.Redis, sealer: Sealer) -> int:
    """Seal with the newest key what another one sealed; how much. Doing it twice is doing it once.

    Times to live stay. What cannot be opened is left. Raises StoreTrouble.
    """
    replace = connection.register_script(IF_THE_SAME)
    done = 0
    try:
        for pattern, field in SEALED:
            for key in connection.scan_iter(match=pattern, count=500, _type="hash"):
                was = connection.hget(key, field)
                text = was.decode() if isinstance(was, bytes) else ""
                if text and not sealer.is_newest(text):
                    done += _again(replace, key, field, text, sealer)
    except (redis.ConnectionError, redis.TimeoutError) as error:
        raise StoreTrouble(type(error).__name__) from None
    return done


def _again(
    replace: redis.commands.core.Script, key: bytes, field: str, was: str, sealer: Sealer
) -> int:
    try:
        new = sealer.seal(sealer.open(was))
    except CannotUnseal:
        return 0
    return int(replace(keys=[key], args=[field, was, new]))
