"""Asking a web address as the provider would, to see what it answers."""

from __future__ import annotations

import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from typing import IO
from urllib.parse import urlencode, urlsplit

SECONDS = 10.0
MOST_BYTES = 64 * 1024
HERE = frozenset({"127.0.0.1", "localhost", "::1"})


class NoAnswer(Exception):
    """The address does not answer; the text says why, as half a sentence."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered. `kind` is the content type without its parameters."""

    status: int
    kind: str
    body: str


class _AsItIs(urllib.request.HTTPRedirectHandler):
    """Tells that an address sends on elsewhere, instead of going there."""

    def redirect_request(
        self,
        req: urllib.request.Request,  # noqa: ARG002  # urllib hands it over
        fp: IO[bytes],  # noqa: ARG002  # the same
        code: int,  # noqa: ARG002  # the same
        msg: str,  # noqa: ARG002  # the same
        headers: Message,  # noqa: ARG002  # the same
        newurl: str,  # noqa: ARG002  # the same
    ) -> None:
        """Go nowhere."""
        return


def post(url: str, fields: Mapping[str, str], headers: Mapping[str, str] | None = None) -> Answer:
    """Post a form. Whatever is answered is an answer. Raises NoAnswer."""
    handlers: list[urllib.request.BaseHandler] = [_AsItIs()]
    if urlsplit(url).hostname in HERE:
        # Nothing stands between this machine and itself.
        handlers.append(urllib.request.ProxyHandler({}))
    asked = urllib.request.Request(  # noqa: S310  # the settings take http(s) only
        url, urlencode(fields).encode(), dict(headers or {}), method="POST"
    )
    try:
        with urllib.request.build_opener(*handlers).open(asked, timeout=SECONDS) as answer:
            return _read(answer.status, answer.headers, answer)
    except urllib.error.HTTPError as error:
        with error:
            return _read(error.code, error.headers, error)
    except urllib.error.URLError as error:
        raise NoAnswer(_why(error.reason)) from None
    except (OSError, HTTPException, ValueError) as error:
        raise NoAnswer(_why(error)) from None


def _read(status: int, headers: Message, body: IO[bytes]) -> Answer:
    return Answer(
        status, headers.get_content_type(), body.read(MOST_BYTES).decode("utf-8", "replace")
    )


def _why(reason: object) -> str:
    if isinstance(reason, ssl.SSLError):
        return "its certificate is not accepted"
    if isinstance(reason, TimeoutError):
        return f"no answer within {SECONDS:g} s"
    if isinstance(reason, ConnectionRefusedError):
        return "nobody listens there"
    if isinstance(reason, OSError) and reason.strerror:
        return reason.strerror
    return type(reason).__name__
