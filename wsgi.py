"""The WSGI door: `gunicorn -c python:warmline.gunicorn_conf wsgi:app`."""

from __future__ import annotations

from warmline import wiring
from warmline.app import create_app
from warmline.logs import configure

_settings = wiring.from_environment()
configure(_settings.log_level)
_world = wiring.world(_settings)
app = create_app(
    wiring.phone_house(_world),
    str(_settings.twilio_auth_token),
    wiring.watch(_world),
    _settings.metrics_token,
    wiring.pages(_world, _settings),
)
app.extensions["warmline.vigil"] = lambda: wiring.vigil_of_the_web(_world).start()
