"""Misfortune on demand: lost, repeated, late and shuffled callbacks, failing REST requests."""

from __future__ import annotations

import random
from dataclasses import dataclass

SHUFFLE_SECONDS = 2.0
"""With `shuffle`, every callback is held back for a random time up to this."""
EVERYBODY = "*"
"""In place of a number: whoever is called, the account may not."""
TIMEOUT = 0
"""In place of an HTTP status: the REST request gets no answer."""


@dataclass
class Faults:
    """What goes wrong, as shares (0 to 1) and as seconds.

    `lose`, `repeat`, `delay` and `shuffle` apply to the asynchronous callbacks of calls,
    conferences and messages; requests for TwiML are never touched. Of REST requests the share
    `rest_failure` fails with one of `rest_statuses` (`TIMEOUT`: no answer at all); in the share
    `rest_executed` of these the request has taken effect all the same.
    """

    lose: float = 0.0
    repeat: float = 0.0
    delay: tuple[float, float] = (0.0, 0.0)
    shuffle: bool = False
    rest_failure: float = 0.0
    rest_statuses: tuple[int, ...] = (500, 429, TIMEOUT)
    rest_executed: float = 0.5

    def deliveries(self, rng: random.Random) -> list[float]:
        """Return after how many seconds a callback is delivered: empty when it is lost."""
        if self.lose and rng.random() < self.lose:
            return []
        copies = 2 if self.repeat and rng.random() < self.repeat else 1
        return [self._seconds(rng) for _copy in range(copies)]

    def _seconds(self, rng: random.Random) -> float:
        low, high = self.delay
        seconds = rng.uniform(low, high) if high > 0 else 0.0
        return seconds + (rng.uniform(0, SHUFFLE_SECONDS) if self.shuffle else 0.0)

    def rest_fault(self, rng: random.Random) -> RestFault | None:
        """Decide about one REST request."""
        if not self.rest_failure or rng.random() >= self.rest_failure:
            return None
        status = rng.choice(self.rest_statuses)
        # 429 is never processed; that is what makes it safe to repeat.
        executed = status != 429 and rng.random() < self.rest_executed
        return RestFault(status, executed=executed)


@dataclass(slots=True)
class RestFault:
    """How a REST request fails: HTTP status (or TIMEOUT), Twilio's code, executed or not.

    `times` and `path_contains` say which of the coming requests fail.
    """

    status: int
    code: int | None = None
    times: int = 1
    path_contains: str = ""
    executed: bool = False
    method: str = ""
    """Only requests of this HTTP method fail; of any, when it is empty."""

    def meets(self, method: str, path: str) -> bool:
        """Say whether a request is one of those that fail."""
        return self.path_contains in path and self.method in {"", method}
