"""X-Twilio-Signature: base64(HMAC-SHA1(auth token, url + sorted form parameters))."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit


def signing_url(url: str, channel: str) -> str:
    """Return the URL that is signed when `url` is requested for "voice" or "sms".

    Userinfo and fragment are always dropped; the port only from voice over HTTPS.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if ":" in host:
        host = f"[{host}]"
    keep_port = parts.port is not None and not (parts.scheme == "https" and channel == "voice")
    netloc = f"{host}:{parts.port}" if keep_port else host
    return urlunsplit((parts.scheme, netloc, parts.path, parts.query, ""))


def sign(token: str, url: str, params: Mapping[str, str]) -> str:
    """Return the signature over `url` (as `signing_url` gives it) and the form parameters.

    The parameters of a GET are part of the URL already: pass an empty mapping.
    """
    text = url + "".join(name + params[name] for name in sorted(params))
    digest = hmac.new(token.encode(), text.encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode()
