"""The Flask app: conversations with phones, and the pages beside them."""

from __future__ import annotations

from flask import Flask
from twilio.request_validator import RequestValidator

import call_flows
from call_flows._house import House


def create_app(house: House, auth_token: str) -> Flask:
    """A fresh app. `auth_token` is what the provider signs its requests with."""
    app = Flask(__name__)
    app.extensions["warmline"] = house
    app.extensions["warmline.validator"] = RequestValidator(auth_token)
    call_flows.register(app)
    return app
