"""A provider's request made by hand: signed as the real one signs, or not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from lxml import etree
from twilio.request_validator import RequestValidator
from werkzeug.test import TestResponse

from warmline.demo.stage import ACCOUNT, LINE, PUBLIC_URL, TOKEN, Stage


def schema(name: str) -> etree.XMLSchema | None:
    """The schema of the provider's documents, where its contract lies beside the checkout."""
    path = Path(__file__).parents[3] / "shared" / "twilio" / name
    return etree.XMLSchema(etree.parse(path)) if path.is_file() else None


VOICE = schema("twiml_voice_generated.xsd")
MESSAGES = schema("twiml_messaging_generated.xsd")


def hold_to_the_schema(answer: TestResponse) -> None:
    """Every document of ours is one that the provider's own libraries could have made."""
    if answer.mimetype == "text/xml" and VOICE is not None and MESSAGES is not None:
        document = etree.fromstring(answer.data)
        if not MESSAGES.validate(document):
            VOICE.assertValid(document)


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
        answer = self.raw(path, data=form, headers={"X-Twilio-Signature": signature})
        hold_to_the_schema(answer)
        return answer

    def raw(self, path: str, method: str = "POST", **request: Any) -> TestResponse:
        """Any request at all, its answer read to the end, as a server does."""
        return self.client.open(path, method=method, base_url=PUBLIC_URL, buffered=True, **request)
