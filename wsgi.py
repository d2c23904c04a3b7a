"""The WSGI door: `gunicorn -c python:warmline.gunicorn_conf wsgi:app`."""

from __future__ import annotations

from warmline import wiring
from warmline.app import create_app

_settings = wiring.from_environment()
app = create_app(wiring.phone_house(wiring.world(_settings)), str(_settings.twilio_auth_token))
