"""The warmline's own app with the bare routes in it: both under one and the same gunicorn."""

from __future__ import annotations

from tests.load.bare import add_floors
from wsgi import app

__all__ = ["app"]

add_floors(app)
