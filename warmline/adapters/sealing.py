"""Text that is unreadable at rest: authenticated encryption under keys made from SECRET_KEY.

A sealed text is `<key id>:<token>`. The key id tells which secret opens it, so that a secret can
be replaced: new texts are sealed with the newest, old ones still open with the one before.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_PURPOSE = b"warmline sealing v1"


class CannotUnseal(Exception):
    """The text was sealed with another secret, or was changed. It carries no part of it."""


class Sealer:
    """Seals with `secret`; opens what was sealed with it or with one of the `older` secrets.

    `again` gives the secrets anew, the one that seals first: it is asked when something was sealed
    with a key that is not known, because the key may have been replaced since. From then on the
    new one seals here, too.
    """

    def __init__(
        self, secret: str, *older: str, again: Callable[[], Sequence[str]] | None = None
    ) -> None:
        self._again = again
        self._ring = _Ring.of((secret, *older))

    def __repr__(self) -> str:
        return f"Sealer(key {self._ring.newest})"

    def seal(self, text: str) -> str:
        """The text, unreadable. Sealing it twice gives two different results.

        A token bears the second in which it was made, for all to read: each of ours says 1970.
        """
        ring = self._ring
        token = ring.keys[ring.newest].encrypt_at_time(text.encode(), 0)
        return f"{ring.newest}:{token.decode()}"

    def mark(self, purpose: str, text: str, bits: int) -> str:
        """A mark of so many bits (a multiple of 4) by which the same text is known again.

        Without the secret it tells nothing; with few bits, many texts share it.
        """
        message = f"{purpose}:{text}".encode()
        return hmac.new(self._ring.marking, message, hashlib.sha256).hexdigest()[: bits // 4]

    def is_newest(self, sealed: str) -> bool:
        """Whether the key that seals now has sealed this."""
        return sealed.partition(":")[0] == self._ring.newest

    def open(self, sealed: str) -> str:
        """The text that was sealed. Raises CannotUnseal."""
        key_id, _, token = sealed.partition(":")
        if key_id not in self._ring.keys and self._again is not None:
            self._ring = _Ring.of(self._again())
        key = self._ring.keys.get(key_id)
        if key is None:
            raise CannotUnseal("It was sealed with a SECRET_KEY that is not known here.")
        try:
            return key.decrypt(token.encode()).decode()
        except (InvalidToken, UnicodeError):
            raise CannotUnseal("It has been changed since it was sealed.") from None


@dataclass(frozen=True, slots=True)
class _Ring:
    """Keys by their id; replaced as a whole, so that threads may share it."""

    newest: str
    keys: Mapping[str, Fernet]
    marking: bytes

    @classmethod
    def of(cls, secrets: Sequence[str]) -> _Ring:
        keys = {_key_id(key): Fernet(key) for key in map(_key, secrets)}
        return cls(next(iter(keys)), keys, bytes.fromhex(derived(secrets[0], "marks")))


def derived(secret: str, purpose: str) -> str:
    """Another secret made of this one, for one purpose: neither tells the other."""
    info = f"warmline {purpose} v1".encode()
    return HKDF(SHA256(), length=32, salt=None, info=info).derive(secret.encode()).hex()


def _key(secret: str) -> bytes:
    derived = HKDF(SHA256(), length=32, salt=None, info=_PURPOSE).derive(secret.encode())
    return base64.urlsafe_b64encode(derived)


def _key_id(key: bytes) -> str:
    """Tells keys apart and says nothing about them: a hash of 256 random-looking bits."""
    return hashlib.sha256(b"key id " + key).hexdigest()[:8]
