"""Redis found through Sentinel: `redis+sentinel://user:password@host:26379,host2/service/0`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from warmline.settings.declared import BadValue

SENTINEL = "redis+sentinel"
PORT = 26379

_URL = re.compile(
    r"redis\+sentinel://(?:(?P<user>[^:@/]*)(?::(?P<password>[^@/]*))?@)?"
    r"(?P<hosts>[^/@]+)/(?P<service>[^/?#]+)(?:/(?P<db>\d{1,2}))?/?"
)
_HOST = re.compile(r"(?P<host>\[[0-9a-fA-F:]+\]|[\w.-]+)(?::(?P<port>\d{1,5}))?")


@dataclass(frozen=True, slots=True)
class SentinelAddress:
    """Where sentinels listen, and the name under which they know the master."""

    hosts: tuple[tuple[str, int], ...]
    service: str
    db: int = 0
    username: str | None = None
    password: str | None = field(default=None, repr=False)


def sentinel_address(url: str) -> SentinelAddress:
    """The parts of the address. Raises BadValue, which does not quote it."""
    found = _URL.fullmatch(url)
    hosts = [_HOST.fullmatch(host.strip()) for host in found["hosts"].split(",")] if found else []
    if not found or not all(hosts):
        raise BadValue("Write it like redis+sentinel://host:26379,host2:26379/service/0.")
    return SentinelAddress(
        hosts=tuple((one["host"].strip("[]"), int(one["port"] or PORT)) for one in hosts if one),
        service=unquote(found["service"]),
        db=int(found["db"] or 0),
        username=unquote(found["user"]) if found["user"] else None,
        password=unquote(found["password"]) if found["password"] else None,
    )
