"""From the text in the environment to a typed value. A reader raises BadValue with a sentence.

Readers of what may hold a secret never quote it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from warmline.settings.declared import BadValue
from warmline.settings.sentinel import SENTINEL, sentinel_address

LEAST_SECRET = 32
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})

_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off"})


def flag(text: str) -> bool:
    """`true` or `false`, also as 1/0, yes/no, on/off, however written."""
    if text.casefold() in _TRUE:
        return True
    if text.casefold() in _FALSE:
        return False
    raise BadValue(f'"{text}" is neither true nor false. Write true or false.')


def number(least: float, most: float) -> Callable[[str], float]:
    """A number within bounds."""

    def read(text: str) -> float:
        if not re.fullmatch(r"\d+(\.\d+)?", text):
            raise BadValue(f'"{text}" is not a number. Write it like {least:g}.')
        if not least <= float(text) <= most:
            raise BadValue(f"{text} is not between {least:g} and {most:g}.")
        return float(text)

    return read


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number within bounds."""
    within = number(least, most)

    def read(text: str) -> int:
        if not text.isdecimal():
            raise BadValue(f'"{text}" is not a whole number. Write it like {least}.')
        return int(within(text))

    return read


def ascending(least: float, most: float) -> Callable[[str], tuple[float, ...]]:
    """Numbers with commas between them, each larger than the one before."""
    one = number(least, most)

    def read(text: str) -> tuple[float, ...]:
        found = tuple(one(part.strip()) for part in text.split(","))
        if list(found) != sorted(set(found)):
            raise BadValue(f'"{text}" must rise from one to the next, like 60,120,180.')
        return found

    return read


def one_of(*words: str) -> Callable[[str], str]:
    """One of some words, in small letters."""

    def read(text: str) -> str:
        if text.casefold() not in words:
            raise BadValue(f'"{text}" is not known. Write one of {", ".join(words)}.')
        return text.casefold()

    return read


def folder(text: str) -> Path:
    """A folder, made absolute. It need not be there."""
    return Path(text).expanduser().absolute()


def secret(text: str) -> str:
    """Anything without white space."""
    if re.search(r"\s", text):
        raise BadValue("It has white space in it: look for a line end that was copied with it.")
    return text


def secret_key(text: str) -> str:
    """A secret that is long enough."""
    if len(secret(text)) < LEAST_SECRET:
        raise BadValue(
            f"It is too short: {len(text)} characters, and at least {LEAST_SECRET} are needed. "
            'Make one with python -c "import secrets; print(secrets.token_urlsafe(48))".'
        )
    return text


def secret_keys(text: str) -> tuple[str, ...]:
    """Secrets that are long enough, with white space between."""
    return tuple(secret_key(one) for one in text.split())


def sid(prefix: str) -> Callable[[str], str]:
    """A Twilio identifier."""

    def read(text: str) -> str:
        if not re.fullmatch(rf"{prefix}[0-9a-fA-F]{{32}}", text):
            raise BadValue(
                f"It is no identifier: {prefix} and 32 digits or letters a to f. "
                "Copy it from Twilio's console."
            )
        return text

    return read


def database_url(text: str) -> str:
    """SQLite or PostgreSQL."""
    parts = _split(text)
    kind = parts.scheme.partition("+")[0]
    if kind == "sqlite":
        if not re.match(r"sqlite:///.", text):
            raise BadValue("SQLite needs a file: write sqlite:////folder/file.")
        return text
    if kind in {"postgres", "postgresql"} and parts.path.strip("/"):
        return text
    raise BadValue("It is neither sqlite:////folder/file nor postgresql://user:password@host/name.")


def redis_url(text: str) -> str:
    """Redis by its address, its socket, or through Sentinel."""
    parts = _split(text)
    if parts.scheme == SENTINEL:
        sentinel_address(text)
    elif parts.scheme == "unix":
        if not parts.path.startswith("/"):
            raise BadValue("A socket needs a whole path: unix:///run/redis.sock.")
    elif parts.scheme not in {"redis", "rediss"} or not parts.hostname:
        raise BadValue(
            "It is no address of Redis. Write redis://host:6379/0, rediss://host:6379/0, "
            "unix:///run/redis.sock or redis+sentinel://host:26379,host2:26379/service/0."
        )
    return text


def public_url(text: str) -> str:
    """Where others reach us: https, or plain http on this machine; nothing after the path."""
    parts = _web_address(text)
    if parts.path.endswith("/"):
        raise BadValue("Leave out the slash at its end.")
    return text


def base_url(text: str) -> str:
    """An address of an API, without a slash at its end."""
    _web_address(text)
    return text.rstrip("/")


def addresses(text: str) -> tuple[str, ...]:
    """Addresses of services that take messages, with white space between. None is ever quoted."""
    found = tuple(text.split())
    for place, one in enumerate(found, 1):
        if not re.match(r"[a-z][a-z0-9]*://.", one):
            raise BadValue(
                f"The address number {place} does not begin like mailtos:// or slack://. "
                "Put spaces between addresses, and none inside."
            )
    if len(set(found)) < len(found):
        raise BadValue("It names an address twice.")
    return found


def bind(text: str) -> str:
    """Where to listen."""
    if re.fullmatch(r"unix:/.+|fd://\d+", text):
        return text
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise BadValue(f'"{text}" is no address. Write it like 127.0.0.1:8000 or unix:/run/w.sock.')
    return text


def own_number(text: str) -> str:
    """A telephone number of ours, as the provider writes it."""
    if not re.fullmatch(r"\+[1-9]\d{7,14}", text):
        raise BadValue("It is no number. Write it with + and the country, like +16505550109.")
    return text


def hour(text: str) -> int | None:
    """An hour of the day, or off."""
    return None if text.casefold() == "off" else whole(0, 23)(text)


def _web_address(text: str) -> SplitResult:
    parts = _split(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BadValue("It is no web address. Write it like https://line.example.org.")
    if parts.username is not None or parts.password is not None:
        raise BadValue("Leave out the user name and the password: addresses end up in logs.")
    if parts.query or parts.fragment:
        raise BadValue("Leave out everything from ? or # on.")
    if parts.scheme == "http" and parts.hostname not in LOCAL_HOSTS:
        raise BadValue("Use https: telephone numbers travel over it. Plain http is for localhost.")
    return parts


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        if not parts.scheme.endswith("+sentinel"):
            _ = parts.port
    except ValueError:
        raise BadValue("It is no address: look at the port and the brackets.") from None
    return parts
