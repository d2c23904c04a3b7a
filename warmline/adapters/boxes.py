"""Boxes that anybody can close and only the evaluator can open: libsodium's sealed boxes."""

from __future__ import annotations

from base64 import b64decode, b64encode

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox


class CannotOpen(Exception):
    """It was closed with another key, or is no box."""


def boxed(public_key: str, text: str) -> str:
    """A text that only the other key opens. Boxing it twice gives two different results."""
    box = SealedBox(PublicKey(b64decode(public_key)))
    return b64encode(box.encrypt(text.encode())).decode()


def unboxed(private_key: str, box: str) -> str:
    """The text again. Raises CannotOpen."""
    try:
        opened: bytes = SealedBox(PrivateKey(b64decode(private_key))).decrypt(b64decode(box))
        return opened.decode()
    except (CryptoError, ValueError, TypeError):
        raise CannotOpen from None


def new_keys() -> tuple[str, str]:
    """A public and a private key."""
    private = PrivateKey.generate()
    return b64encode(bytes(private.public_key)).decode(), b64encode(bytes(private)).decode()
