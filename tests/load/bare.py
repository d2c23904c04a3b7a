"""The floors: a Flask route that does nothing, and one that is slow."""

from __future__ import annotations

import time

from flask import Flask

SLOW = 0.3
"""Seconds that the slow route takes, as a page does whose store does not answer."""


def add_floors(app: Flask) -> Flask:
    """Give an app the two routes."""

    @app.post("/bare")
    def nothing() -> str:
        return "<Response/>"

    @app.post("/slow")
    def slow() -> str:
        time.sleep(SLOW)
        return "<Response/>"

    return app


def bare() -> Flask:
    """An app with nothing but the floors."""
    return add_floors(Flask(__name__))
