"""A Flask that tells its log little, and reads no more than what people type."""

from __future__ import annotations

from types import TracebackType

import structlog
from flask import Flask, request

from warmline.web.typed import TypedRequest

log = structlog.get_logger(__name__)

Raised = tuple[type, BaseException, TracebackType] | tuple[None, None, None]


class DiscreetFlask(Flask):
    """Flask, less what it logs of a page that failed: address, error text and traceback."""

    request_class = TypedRequest

    def log_exception(self, exc_info: Raised) -> None:
        """Tell the kind of the error and the page's name."""
        kind = exc_info[0].__name__ if exc_info[0] else "Error"
        log.error("page_failed", error=kind, page=request.endpoint or "")
