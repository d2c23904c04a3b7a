"""For load balancers and watchmen: `/healthz`, `/readyz` and, with a token, `/metrics`.

Nobody signs these requests, so they tell nothing that a stranger could not guess.
"""

from __future__ import annotations

import hmac
from dataclasses import asdict
from typing import Any, cast

from flask import Blueprint, Flask, Response, abort, current_app, jsonify, request

from warmline.services.watch import Watch
from warmline.web.metrics import CONTENT_TYPE, written

pages = Blueprint("health", __name__)


def register(app: Flask, watch: Watch, metrics_token: str | None) -> None:
    """Open these pages. Without a token there are no metrics."""
    app.extensions["warmline.watch"] = watch
    app.extensions["warmline.metrics_token"] = metrics_token
    app.register_blueprint(pages)


@pages.after_request
def not_kept(response: Response) -> Response:
    """What is true now is not to be answered out of anybody's cache."""
    response.headers["Cache-Control"] = "no-store"
    return response


@pages.get("/healthz")
def lives() -> Response:
    """This process lives. Nothing else is asked, so a store that is away restarts nobody."""
    return Response("ok", content_type="text/plain; charset=utf-8")


@pages.get("/readyz")
def is_ready() -> tuple[Response, int]:
    """Whether callers can be sent here: 200 or 503, and which part is missing."""
    parts = asdict(_watch().readiness())
    return jsonify(parts), 200 if all(parts.values()) else 503


@pages.get("/metrics")
def metrics() -> Response:
    """How busy the line is, for Prometheus. Who does not have the token finds no such page."""
    token: Any = current_app.extensions["warmline.metrics_token"]
    given = request.headers.get("Authorization", "").encode("utf-8", "replace")
    if not token or not hmac.compare_digest(given, f"Bearer {token}".encode()):
        abort(404)
    return Response(written(_watch()), content_type=CONTENT_TYPE)


def _watch() -> Watch:
    return cast("Watch", current_app.extensions["warmline.watch"])
