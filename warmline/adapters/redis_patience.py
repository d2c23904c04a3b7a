"""How often, and for how long, a command is tried again when the store does not answer.

A store that was killed is back in less than a second: a command that waits for it spares a caller
an apology. A store that is frozen takes its time for every try, so it is asked only once more.
Every step that changes something may be repeated (see the judge).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final, TypeVar

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

T = TypeVar("T")

RESTART: Final = 1.0
"""Seconds for which a store that refuses connections is asked again."""
PAUSE: Final = 0.05
ONCE_MORE: Final = 1


class StorePatience(Retry):
    """Asks again for a while if nobody is there, and once if somebody is there and says nothing."""

    def __init__(self, seconds: float = RESTART, clock: Callable[[], float] = time.monotonic):
        """`seconds`: how long a refused connection is tried again."""
        super().__init__(NoBackoff(), -1)
        self._seconds = seconds
        self._clock = clock

    def call_with_retry(
        self,
        do: Callable[[], T],
        fail: Callable[..., Any],
        is_retryable: Callable[[Exception], bool] | None = None,
        with_failure_count: bool = False,
    ) -> T:
        """See redis-py: `do` is tried, `fail` is told of each failure, the last one is raised."""
        until = self._clock() + self._seconds
        failures = silences = 0
        while True:
            try:
                return do()
            except (redis.ConnectionError, redis.TimeoutError, TimeoutError) as error:
                if is_retryable is not None and not is_retryable(error):
                    raise
                failures += 1
                # Told of the last one as well: it is what closes a connection half way through.
                fail(error, failures) if with_failure_count else fail(error)
                if isinstance(error, redis.ConnectionError):
                    if self._clock() >= until:
                        raise
                else:
                    silences += 1
                    if silences > ONCE_MORE:
                        raise
                time.sleep(PAUSE)
