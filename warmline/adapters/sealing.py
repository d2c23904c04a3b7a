"""Text that is unreadable at rest: authenticated encryption under keys made from SECRET_KEY.

A sealed text is `<key id>:<token>`. The key id tells which secret opens it, so that a secret can
be replaced: new texts are sealed with the newest, old ones still open with the one before.
"""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_PURPOSE = b"warmline sealing v1"


class CannotUnseal(Exception):
    """The text was sealed with another secret, or was changed. It carries no part of it."""


class Sealer:
    """Seals with `secret`; opens what was sealed with it or with one of the `older` secrets."""

    def __init__(self, secret: str, *older: str) -> None:
        self._newest = _key_id(_key(secret))
        self._keys = {_key_id(key): Fernet(key) for key in map(_key, (secret, *older))}

    def __repr__(self) -> str:
        return f"Sealer(key {self._newest})"

    def seal(self, text: str) -> str:
        """The text, unreadable. Sealing it twice gives two different results."""
        return f"{self._newest}:{self._keys[self._newest].encrypt(text.encode()).decode()}"

    def open(self, sealed: str) -> str:
        """The text that was sealed. Raises CannotUnseal."""
        key_id, _, token = sealed.partition(":")
        if key_id not in self._keys:
            raise CannotUnseal("It was sealed with a SECRET_KEY that is not known here.")
        try:
            return self._keys[key_id].decrypt(token.encode()).decode()
        except (InvalidToken, UnicodeError):
            raise CannotUnseal("It has been changed since it was sealed.") from None


def _key(secret: str) -> bytes:
    derived = HKDF(SHA256(), length=32, salt=None, info=_PURPOSE).derive(secret.encode())
    return base64.urlsafe_b64encode(derived)


def _key_id(key: bytes) -> str:
    """Tells keys apart and says nothing about them: a hash of 256 random-looking bits."""
    return hashlib.sha256(b"key id " + key).hexdigest()[:8]
