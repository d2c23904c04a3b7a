"""A provider's request made by hand: signed as the real one signs, or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient
from twilio.request_validator import RequestValidator
from werkzeug.test import TestResponse

from warmline.demo.stage import ACCOUNT, LINE, PUBLIC_URL, TOKEN, Stage


@dataclass
class Provider:
    """Sends requests to the app as the provider would."""

    client: FlaskClient

    @classmethod
    def of(cls, stage: Stage) -> Provider:
        """The provider of a stage's line."""
        return cls(stage.app.test_client())

    def posts(self, path: str, **fields: str) -> TestResponse:
        """A signed request about a call, with the usual fields."""
        form = {
            "AccountSid": ACCOUNT,
            "CallSid": "CA" + "1" * 32,
            "From": "+16505550150",
            "To": LINE,
            "CallStatus": "in-progress",
            "Direction": "inbound",
            **fields,
        }
        signature = RequestValidator(TOKEN).compute_signature(f"{PUBLIC_URL}{path}", form)
        return self.raw(path, data=form, headers={"X-Twilio-Signature": signature})

    def raw(self, path: str, method: str = "POST", **request: Any) -> TestResponse:
        """Any request at all."""
        return self.client.open(path, method=method, base_url=PUBLIC_URL, **request)
