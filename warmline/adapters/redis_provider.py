"""The judge's steps about the provider: its calls per second, its troubles, what is live there."""

from __future__ import annotations

from warmline.adapters.redis_reading import listed_rows, troubles_of
from warmline.adapters.redis_steps import Steps
from warmline.domain.live import LiveCall
from warmline.domain.provider import Outbound, Trouble, Troubles


class ProviderSteps(Steps):
    """Implements a part of `warmline.ports.LiveCalls`."""

    def believed(self) -> list[LiveCall]:
        """See the port."""
        return [self._read.call(row) for row in listed_rows(self._run("believed")["calls"])]

    def awake(self) -> None:
        """See the port."""
        self._run("awake")

    def slot(self, who: str, kind: Outbound) -> float | None:
        """See the port."""
        at = self._run("slot", who=who, kind=kind, rate=self._rate).get("wait_until")
        return None if at is None else float(at)

    def trouble(self, kind: Trouble, code: str = "", pause: float | None = None) -> None:
        """See the port."""
        until = None if pause is None else self._clock.now() + pause
        self._run("trouble", kind=kind, code=code, until_=until)

    def troubles(self) -> Troubles:
        """See the port."""
        return troubles_of(self._run("troubles")["provider"])
