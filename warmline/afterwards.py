"""What need not be done before a phone has its answer: hints to workers, notes of what was said.

A page's caller waits for one look at the store, not for what only others need. Outside a page
everything is done at once. What is lost with a process that dies between the answer and this was
a hint or a note, never a duty: duties are deadlines in the store.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import Final

import structlog

log = structlog.get_logger(__name__)

Action = Callable[[], object]

_kept: Final[ContextVar[list[Action] | None]] = ContextVar("afterwards", default=None)


def afterwards(action: Action) -> None:
    """Do it once the answer has left; at once where nobody waits for one."""
    kept = _kept.get()
    if kept is None:
        action()
    else:
        kept.append(action)


def keep() -> None:
    """From here on, in this thread, a phone waits for an answer."""
    _kept.set([])


def release() -> None:
    """The answer has left: do everything that was put off, in order, whatever fails of it."""
    kept = _kept.get() or []
    _kept.set(None)
    for action in kept:
        try:
            action()
        except Exception as error:  # noqa: BLE001  # a hint or a note: the next one may succeed
            log.warning("afterwards_failed", error=type(error).__name__)
