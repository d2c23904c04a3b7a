"""Errands to supporters in Redis, for minutes; and how many there were. Implements `ports.Errands`.

No number and no code stands here, only ids.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

import redis

from warmline.adapters.redis_web import counted, in_our_words
from warmline.domain.errands import MINUTES, Errand, Kind

ERRAND, COUNT, USED = "wl:errand:", "wl:errands:", "wl:errand:used:"
HELP = "wl:surge:"
KEPT: Final = MINUTES * 60


class RedisErrands:
    """Errands on a Redis connection."""

    def __init__(self, connection: redis.Redis) -> None:
        self._connection = connection

    def begin(self, errand: Errand) -> None:
        """See the port."""
        fields: dict[Any, Any] = {
            "kind": errand.kind.value,
            "line": errand.line,
            "sup": errand.supporter,
        }
        with in_our_words(), self._connection.pipeline() as both:
            both.hset(ERRAND + errand.id, mapping=fields)
            both.expire(ERRAND + errand.id, KEPT)
            both.execute()

    def errand(self, errand_id: str) -> Errand | None:
        """See the port."""
        with in_our_words():
            raw = self._connection.hgetall(ERRAND + errand_id)
        found = {_text(name): _text(value) for name, value in raw.items()}
        if "sup" not in found:
            return None
        return Errand(errand_id, Kind(found["kind"]), found["line"], found["sup"])

    def over(self, errand_id: str) -> None:
        """See the port."""
        with in_our_words():
            self._connection.delete(ERRAND + errand_id)

    def count(self, what: str, seconds: int) -> int:
        """See the port."""
        with in_our_words():
            return counted(self._connection, COUNT + what, seconds)

    def ask_for_help(
        self, line_id: str, supporters: Collection[str], at: float, seconds: float
    ) -> float | None:
        """See the port. Of two who ask in the same moment one is first."""
        said = f"{at!r} {' '.join(sorted(supporters))}"
        with in_our_words():
            new = self._connection.set(HELP + line_id, said, ex=int(seconds), nx=True)
        known = None if new else self.asked_for_help(line_id)
        return known[1] if known else None

    def asked_for_help(self, line_id: str) -> tuple[frozenset[str], float] | None:
        """See the port."""
        with in_our_words():
            raw = self._connection.get(HELP + line_id)
        if not isinstance(raw, bytes):
            return None
        began, *ids = raw.decode().split()
        return frozenset(ids), float(began)

    def first(self, what: str) -> bool:
        """See the port."""
        with in_our_words():
            return bool(self._connection.set(USED + what, 1, ex=KEPT, nx=True))


def _text(found: bytes | str) -> str:
    return found.decode() if isinstance(found, bytes) else found
