"""What the provider keeps of a call is deleted there as soon as it lets us."""

from __future__ import annotations

from warmline.domain.errors import ProviderTrouble
from warmline.ports import LiveCalls, Phones


class Forgetting:
    """Deletes call and message resources. The backlog is in the store, not in the job."""

    def __init__(self, calls: LiveCalls, phones: Phones) -> None:
        """Nothing is kept here."""
        self._calls = calls
        self._phones = phones

    def forget(self, sid: str) -> None:
        """Delete one resource; while the provider refuses, it stays in the backlog."""
        try:
            self._phones.forget(sid)
        except ProviderTrouble:
            return
        self._calls.forgotten(sid)
