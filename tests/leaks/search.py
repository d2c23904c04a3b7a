"""Searching everything that is left for every form in which a number could be left behind."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import redis

KNOWN_KEYS = (b"", b"emulated-auth-token", b"a demo secret that protects nothing real")
"""Keys that an insider has; a hash made with one of them hides nothing."""

DIGITS = {
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    "es": ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
}

RANDOM_ID = re.compile(
    rb"(?<![0-9a-f-])[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-f-])"
)
"""A job's id. One in eleven thousand has four digits in its middle that look like a number's."""
SEALED = re.compile(rb"gAAAAA[\w-]{92,}={0,2}")
"""What is sealed reads like letters drawn by lot: a thousand of them hold any four digits."""

WORKED = re.compile(rb"(?<=\ntotal_working_time\n)\d+\.\d+(?=\n|\Z)")
"""How many seconds a worker of RQ has worked: one in a hundred has four digits after its point."""


@cache
def forms(number: str) -> frozenset[bytes]:
    """A number as people and programs write it, and every plain or keyed hash of those."""
    digits = number.removeprefix("+")
    national = digits[1:]
    area, middle, last = national[:3], national[3:6], national[6:]
    written = {
        number,
        digits,
        national,
        f"{area} {middle} {last}",
        f"{area}-{middle}-{last}",
        f"({area}) {middle}-{last}",
        f"{area}.{middle}.{last}",
        " ".join(national),
        f"%2B{digits}",
    }
    written |= {spoken(national, language) for language in DIGITS}
    found = {text.encode() for text in written}
    for text in list(found):
        for algorithm in ("md5", "sha1", "sha256"):
            for key in KNOWN_KEYS:
                made = (
                    hmac.new(key, text, algorithm) if key else hashlib.new(algorithm, text)
                ).digest()
                found |= {made, made.hex().encode(), base64.b64encode(made)}
                found |= {made.hex()[:16].encode()}
    return frozenset(found)


def spoken(digits: str, language: str) -> str:
    """Digits one by one, as a voice says them: "six five zero"."""
    return " ".join(DIGITS[language][int(digit)] for digit in digits)


def last_four(number: str) -> re.Pattern[bytes]:
    """The last four digits standing alone."""
    return re.compile(rb"(?<![0-9a-f])" + number[-4:].encode() + rb"(?![0-9a-f])")


def meant(content: bytes) -> bytes:
    """What is left to read without what was drawn by lot."""
    return WORKED.sub(b"", SEALED.sub(b"", RANDOM_ID.sub(b"", content)))


def finds(numbers: Iterable[str], places: Mapping[str, bytes]) -> list[str]:
    """Where a number, or something derived from it, is left. Says the place, not the number."""
    found = []
    for number in numbers:
        wanted = forms(number)
        alone = last_four(number)
        for place, content in places.items():
            if any(form in content for form in wanted):
                found.append(place)
            elif not place.endswith(".db") and alone.search(meant(content)):
                found.append(f"{place} (last four)")
    return found


def everything_in(connection: redis.Redis) -> bytes:
    """Every key and value of a Redis."""
    parts: list[Any] = []
    for key in connection.scan_iter(count=1000):
        parts.append(key)
        match connection.type(key):
            case b"string":
                parts.append(connection.get(key) or b"")
            case b"hash":
                parts += [part for pair in connection.hgetall(key).items() for part in pair]
            case b"set":
                parts += list(connection.smembers(key))
            case b"zset":
                parts += list(connection.zrange(key, 0, -1))
            case b"list":
                parts += list(connection.lrange(key, 0, -1))
            case _:
                parts.append(connection.dump(key) or b"")
    return b"\n".join(parts)


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def files_of(connection: redis.Redis) -> dict[str, bytes]:
    """Every file of the store, with a dump made now. As it is after the hourly tidying up."""
    connection.config_set("rdbcompression", "no")
    connection.save()
    # The warmline's own hourly tidying may be at it.
    while connection.info("persistence")["aof_rewrite_in_progress"]:
        connection.ping()
    connection.bgrewriteaof()
    while connection.info("persistence")["aof_rewrite_in_progress"]:
        connection.ping()
    folder = Path(str(connection.config_get("dir")["dir"]))
    return {f"store/{name}": content for name, content in files_in(folder).items()}


def backup_of(database: Path) -> bytes:
    """A backup of a SQLite database, made as docs/operating.md says."""
    copy = database.with_suffix(".backup")
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    return copy.read_bytes()


def text(value: object) -> bytes:
    """Anything, as it would be read."""
    return json.dumps(value, default=str).encode()
