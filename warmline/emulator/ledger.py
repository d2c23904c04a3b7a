"""What the emulator writes down; the base of `Emulator`, whose attributes these are."""

from __future__ import annotations

from .engine import Engine
from .record import Event, Notice, RestRequest, WebRequest


class Ledger:
    """The transcript, the request logs and the provider's debugger."""

    engine: Engine

    def __init__(self) -> None:
        """Begin with empty pages."""
        self.transcript: list[Event] = []
        self.requests: list[WebRequest] = []
        self.rest_log: list[RestRequest] = []
        self.alerts: list[Notice] = []
        self.warnings: list[Notice] = []

    def note(self, who: str, what: str, detail: str = "") -> None:
        """Write an event into the transcript."""
        self.transcript.append(Event(len(self.transcript), self.engine.now, who, what, detail))

    def alert(
        self, code: int, message: str, sid: str, url: str, variables: dict[str, str], body: str
    ) -> None:
        """Write an error into the provider's debugger, where its parameters are kept."""
        self.alerts.append(
            Notice(self.engine.now, "error", code, message, sid, url, dict(variables), body)
        )

    def warn(self, code: int, message: str, sid: str, url: str) -> None:
        """Write a warning into the provider's debugger."""
        self.warnings.append(Notice(self.engine.now, "warning", code, message, sid, url))

    def events_since(self, index: int) -> list[Event]:
        """Return the transcript from an event's index on."""
        with self.engine.lock:
            return self.transcript[max(index, 0) :]
