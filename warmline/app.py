"""The Flask app: conversations with phones, and the pages beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Flask
from twilio.request_validator import RequestValidator

import call_flows
from call_flows._house import House
from warmline.services.watch import Watch
from warmline.web import health
from warmline.web.beside import Beside
from warmline.web.discreet import DiscreetFlask

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


def create_app(
    house: House,
    auth_token: str,
    watch: Watch,
    metrics_token: str | None = None,
    pages: Callable[[], WSGIApplication] | None = None,
) -> Flask:
    """A fresh app. `auth_token` is what the provider signs its requests with.

    `metrics_token` is what Prometheus shows; without it there are no metrics. `pages` makes the
    console and the public page when somebody first asks for them; without it there are none.
    """
    app = DiscreetFlask(__name__)
    app.extensions["warmline"] = house
    app.extensions["warmline.validator"] = RequestValidator(auth_token)
    call_flows.register(app)
    health.register(app, watch, metrics_token)
    if pages:
        app.wsgi_app = Beside(app.wsgi_app, pages)  # type: ignore[method-assign]  # Flask's own way
    return app
