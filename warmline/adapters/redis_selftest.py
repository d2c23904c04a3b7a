"""Test calls in Redis: which one is expected, and how far it has come. Gone in ten minutes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import redis

from warmline.domain.errors import StoreTrouble
from warmline.domain.selftest import SECONDS, Run, Step
from warmline.ports import Clock

RUN = "wl:selftest:"
EXPECTED = "wl:selftest:of:"
KEPT = 600
"""Seconds for which a run is known after anything was written of it."""
EXPECTS = SECONDS + 30
"""Seconds for which a call is expected: it may have to wait until the provider takes it."""
PUT = """
if redis.call('EXISTS', KEYS[1]) == 0 then return end
redis.call(ARGV[1], KEYS[1], ARGV[2], ARGV[3])
redis.call('EXPIRE', KEYS[1], ARGV[4])
return redis.call('HGET', KEYS[1], ARGV[2])
"""
"""Writes one field of a run. What has run out is not begun anew, or it would stay for ever."""
STEP, OTHER = "step:", "other:"


class RedisTestCalls:
    """Implements `warmline.ports.TestCalls`."""

    def __init__(self, connection: redis.Redis, clock: Clock) -> None:
        self._connection = connection
        self._put_script = connection.register_script(PUT)
        self._clock = clock

    def begin(self, run: Run) -> bool:
        """See the port."""
        with _in_our_words():
            if not self._connection.set(EXPECTED + run.line, run.id, ex=EXPECTS, nx=True):
                return False
            own: dict[Any, Any] = {"line": run.line, "began": run.began, "phone": int(run.phone)}
            with self._connection.pipeline() as both:
                both.hset(RUN + run.id, mapping=own)
                both.expire(RUN + run.id, KEPT)
                both.execute()
        return True

    def expected(self, line_id: str) -> str:
        """See the port."""
        with _in_our_words():
            return _text(self._connection.get(EXPECTED + line_id))

    def claim(self, line_id: str, sid: str) -> bool:
        """See the port. Only the first is looked at; a second is no caller either."""
        run = self.expected(line_id)
        with _in_our_words():
            if not run or not self._connection.hexists(RUN + run, "outgoing"):
                return False
        return bool(self._put(run, "incoming", sid, once=True))

    def placed(self, run_id: str, sid: str) -> None:
        """See the port."""
        self._put(run_id, "outgoing", sid)

    def passed(self, run_id: str, step: Step) -> None:
        """See the port."""
        self._put(run_id, STEP + step, self._clock.now())

    def also(self, run_id: str, sid: str) -> None:
        """See the port."""
        self._put(run_id, OTHER + sid, 1)

    def run(self, run_id: str) -> Run | None:
        """See the port."""
        with _in_our_words():
            raw = {
                _text(name): _text(value)
                for name, value in self._connection.hgetall(RUN + run_id).items()
            }
        if "line" not in raw:
            return None
        return Run(
            id=run_id,
            line=raw["line"],
            began=float(raw["began"]),
            phone=raw["phone"] == "1",
            passed=frozenset(one for one in Step if STEP + one in raw),
            asked="outgoing" in raw,
            outgoing=raw.get("outgoing", ""),
            incoming=raw.get("incoming", ""),
            others=frozenset(name.removeprefix(OTHER) for name in raw if name.startswith(OTHER)),
        )

    def over(self, run: Run) -> None:
        """See the port."""
        with _in_our_words():
            if self.expected(run.line) == run.id:
                self._connection.delete(EXPECTED + run.line)

    def _put(self, run_id: str, name: str, value: str | float, *, once: bool = False) -> str:
        """What stands there now; with `once` what stood there first."""
        how = "HSETNX" if once else "HSET"
        with _in_our_words():
            return _text(self._put_script(keys=[RUN + run_id], args=[how, name, value, KEPT]))


def _text(found: object) -> str:
    return found.decode() if isinstance(found, bytes) else str(found or "")


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except redis.RedisError as error:
        raise StoreTrouble(type(error).__name__) from None
