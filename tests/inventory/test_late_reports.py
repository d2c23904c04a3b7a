"""What is heard of a call when it is forgotten begins no new memory of it."""

from __future__ import annotations

import redis

from tests.inventory.ledger import Ledger
from tests.stories.conftest import SetStage, set_stage, sqlite_url
from warmline.demo.stage import Stage
from warmline.domain.matching import Asked

__all__ = ["set_stage", "sqlite_url"]


def test_a_phone_of_a_forgotten_call_leaves_nothing_without_an_end(
    set_stage: SetStage, live: redis.Redis
) -> None:
    stage: Stage = set_stage()
    stage.caller().reaches_waiting()
    stage.supporter("River").rings()
    (leg,) = (name.decode().removeprefix("wl:leg:") for name in live.scan_iter("wl:leg:*"))
    for pattern in ("wl:call:*", "wl:asked:*", "wl:sids:*", "wl:sid:*", "wl:offers:*"):
        live.delete(*live.scan_iter(pattern))  # as time does
    stage.calls.leg_ended(leg, Asked.MISSED)
    found = Ledger(live)
    found.look()
    assert found.objections == set()
    assert list(live.scan_iter("wl:asked:*")) == []
