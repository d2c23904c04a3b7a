"""A Flask that tells its log little."""

from __future__ import annotations

from types import TracebackType

import structlog
from flask import Flask, request

log = structlog.get_logger(__name__)

Raised = tuple[type, BaseException, TracebackType] | tuple[None, None, None]


class DiscreetFlask(Flask):
    """Flask, less what it logs of a page that failed: address, error text and traceback."""

    def log_exception(self, exc_info: Raised) -> None:
        """Tell the kind of the error and the page's name."""
        kind = exc_info[0].__name__ if exc_info[0] else "Error"
        log.error("page_failed", error=kind, page=request.endpoint or "")
