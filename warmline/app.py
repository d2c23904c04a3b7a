"""The Flask app: conversations with phones, and the pages beside them."""

from __future__ import annotations

from types import TracebackType

import structlog
from flask import Flask, request
from twilio.request_validator import RequestValidator

import call_flows
from call_flows._house import House
from warmline.services.watch import Watch
from warmline.web import health

log = structlog.get_logger(__name__)

Raised = tuple[type, BaseException, TracebackType] | tuple[None, None, None]


class DiscreetFlask(Flask):
    """Flask, less what it logs of a page that failed: address, error text and traceback."""

    def log_exception(self, exc_info: Raised) -> None:
        """Tell the kind of the error and the page's name."""
        kind = exc_info[0].__name__ if exc_info[0] else "Error"
        log.error("page_failed", error=kind, page=request.endpoint or "")


def create_app(
    house: House, auth_token: str, watch: Watch, metrics_token: str | None = None
) -> Flask:
    """A fresh app. `auth_token` is what the provider signs its requests with.

    `metrics_token` is what Prometheus shows; without it there are no metrics.
    """
    app = DiscreetFlask(__name__)
    app.extensions["warmline"] = house
    app.extensions["warmline.validator"] = RequestValidator(auth_token)
    call_flows.register(app)
    health.register(app, watch, metrics_token)
    return app
