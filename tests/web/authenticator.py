"""A security key made of a few lines: it answers what a browser would hand to it."""

from __future__ import annotations

import hashlib
import html
import json
import re
import secrets
import struct
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn.helpers import bytes_to_base64url as b64

from tests.web.console import HOST

PRESENT, ATTESTED = 0x01, 0x40


def asked(page: str) -> tuple[str, dict[str, Any]]:
    """Where the answer goes, and what the page asks of a key."""
    found = re.search(r'action="([^"]+)" data-passkey="\w+" data-options="([^"]+)"', page)
    assert found, page
    return html.unescape(found[1]), json.loads(html.unescape(found[2]))


@dataclass
class SecurityKey:
    """One key, for one account of one console."""

    origin: str = HOST
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    private: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def registers(self, options: dict[str, Any]) -> str:
        """What a browser says when the key was made."""
        numbers = self.private.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
        attested = bytes(16) + struct.pack(">H", len(self.id)) + self.id + cbor2.dumps(public)
        data = self._data(options["rp"]["id"], PRESENT | ATTESTED) + attested
        statement = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        said = self._said("webauthn.create", options)
        return self._told({"clientDataJSON": b64(said), "attestationObject": b64(statement)})

    def shows(self, options: dict[str, Any]) -> str:
        """What a browser says when the key was touched."""
        data = self._data(options["rpId"], PRESENT)
        said = self._said("webauthn.get", options)
        signed = self.private.sign(data + hashlib.sha256(said).digest(), ec.ECDSA(SHA256()))
        return self._told(
            {"clientDataJSON": b64(said), "authenticatorData": b64(data), "signature": b64(signed)}
        )

    def _data(self, house: str, flags: int) -> bytes:
        return hashlib.sha256(house.encode()).digest() + struct.pack(">BI", flags, 0)

    def _said(self, what: str, options: dict[str, Any]) -> bytes:
        told = {"type": what, "challenge": options["challenge"], "origin": self.origin}
        return json.dumps(told).encode()

    def _told(self, response: dict[str, str]) -> str:
        own = b64(self.id)
        return json.dumps({"id": own, "rawId": own, "type": "public-key", "response": response})
