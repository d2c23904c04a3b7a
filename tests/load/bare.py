"""The bare floor: a Flask route that does nothing, under the same gunicorn."""

from __future__ import annotations

from flask import Flask

app = Flask(__name__)


@app.post("/")
def nothing() -> str:
    """As little as a route can do."""
    return "<Response/>"
