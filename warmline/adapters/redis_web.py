"""What the console keeps in Redis for minutes and hours. Implements `ports.WebStore`.

No address of a browser, and no name as it was typed: marks and names come here as hashes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

import redis

from warmline.domain.errors import StoreTrouble

SESSION, TRIES, USED = "wl:web:session:", "wl:web:tries:", "wl:web:used:"
ENDED, OF = "wl:web:ended:", "wl:web:of:"


class RedisWeb:
    """Sessions, tries and used codes on a Redis connection."""

    def __init__(self, connection: redis.Redis) -> None:
        self._connection = connection

    def open_session(self, mark: str, began: float, idle: int) -> None:
        """See the port."""
        with in_our_words():
            self._connection.set(_key(SESSION, mark), repr(began), ex=idle)

    def session(self, mark: str, idle: int | None) -> float | None:
        """See the port."""
        key = _key(SESSION, mark)
        with in_our_words():
            found = self._connection.getex(key, ex=idle) if idle else self._connection.get(key)
        return float(found) if isinstance(found, bytes) else None

    def close_session(self, mark: str) -> None:
        """See the port."""
        with in_our_words():
            self._connection.delete(_key(SESSION, mark))

    def list_session(self, who: str, mark: str, began: float, seconds: int) -> None:
        """See the port."""
        key = _key(OF, who)
        with in_our_words():
            both = self._connection.pipeline()
            both.hset(key, _hash(mark), repr(began))
            both.expire(key, seconds)
            both.execute()

    def sessions_of(self, who: str) -> dict[str, float]:
        """See the port."""
        with in_our_words():
            kept = self._connection.hgetall(_key(OF, who))
            began = {_text(name): float(at) for name, at in kept.items()}
            alive = self._connection.mget([SESSION + one for one in began]) if began else []
        there = [one for one, value in zip(began, alive, strict=True) if value is not None]
        return {one: began[one] for one in there}

    def end_session(self, who: str, name: str) -> bool:
        """See the port."""
        with in_our_words():
            if not self._connection.hdel(_key(OF, who), name):
                return False
            self._connection.delete(SESSION + name)
        return True

    def name_of_session(self, mark: str) -> str:
        """See the port."""
        return _hash(mark)

    def end_sessions(self, who: str, at: float, seconds: int) -> None:
        """See the port."""
        with in_our_words():
            self._connection.set(_key(ENDED, who), repr(at), ex=seconds)

    def ended(self, who: str) -> float:
        """See the port."""
        with in_our_words():
            found = self._connection.get(_key(ENDED, who))
        return float(found) if isinstance(found, bytes) else 0.0

    def count(self, what: str, seconds: int) -> int:
        """See the port."""
        with in_our_words():
            return counted(self._connection, _key(TRIES, what), seconds)

    def forget(self, what: str) -> None:
        """See the port."""
        with in_our_words():
            self._connection.delete(_key(TRIES, what))

    def first_use(self, what: str, seconds: int) -> bool:
        """See the port."""
        with in_our_words():
            return bool(self._connection.set(_key(USED, what), 1, ex=seconds, nx=True))


def _key(kind: str, what: str) -> str:
    return kind + _hash(what)


def _hash(what: str) -> str:
    return hashlib.sha256(what.encode()).hexdigest()


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value


def counted(connection: redis.Redis, key: str, seconds: int) -> int:
    """One more, and how many within `seconds` since the first."""
    both = connection.pipeline()  # a transaction: never a count without an end
    both.set(key, 0, ex=seconds, nx=True)
    both.incr(key)
    return int(both.execute()[1])


@contextmanager
def in_our_words() -> Iterator[None]:
    """Whatever is wrong with the store is told as StoreTrouble."""
    try:
        yield
    except redis.RedisError as error:
        raise StoreTrouble(type(error).__name__) from None
