"""Whatever the judge writes has an end: every key, after every step, as it is declared."""

from __future__ import annotations

from typing import Any

import pytest
import redis

from tests.adapters.test_redis_calls import HandClock
from tests.faults.test_every_step_twice import PLAYS
from tests.inventory.ledger import Ledger
from warmline.adapters.redis_calls import RedisCalls
from warmline.adapters.redis_reading import Json
from warmline.adapters.sealing import Sealer


class LookedAt(RedisCalls):
    """The whole store is looked at after each step."""

    ledger: Ledger

    def _run(self, step: str, **arguments: Any) -> Json:
        answer = super()._run(step, **arguments)
        self.ledger.look()
        assert not self.ledger.objections, step
        return answer


@pytest.mark.parametrize("play", sorted({play.__name__ for play in PLAYS.values()}))
def test_after_every_step_all_that_is_kept_has_the_end_that_it_should(
    live: redis.Redis, play: str
) -> None:
    clock = HandClock()
    calls = LookedAt(live, clock, Sealer("a secret of thirty-two characters"), per_second=2)
    calls.ledger = Ledger(live)
    next(one for one in PLAYS.values() if one.__name__ == play)(calls, clock)
