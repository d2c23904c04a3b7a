"""The WSGI door: `gunicorn -c python:warmline.gunicorn_conf wsgi:app`."""

from __future__ import annotations

from warmline import wiring
from warmline.app import create_app
from warmline.logs import configure

_settings = wiring.from_environment()
configure(_settings.log_level)
_world = wiring.world(_settings)
_house = wiring.phone_house(_world)
app = create_app(
    _house,
    str(_settings.twilio_auth_token),
    wiring.watch(_world),
    _settings.metrics_token,
    wiring.pages(_world, _settings),
)


def _begin() -> None:
    for vigil in wiring.vigils_of_the_web(_world, _house):
        vigil.start()


app.extensions["warmline.vigil"] = _begin
