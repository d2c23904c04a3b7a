"""Alarms by mail, chat or push, through Apprise. Its addresses hold passwords: none is ever shown.

Apprise is imported when something is sent or an address is looked at: it takes a while to load,
and most processes never do.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apprise import Apprise

# What it logs may quote addresses, and so may the library that it asks with.
for _name in ("apprise", "requests_oauthlib", "oauthlib"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


class AppriseChannels:
    """Implements `warmline.ports.Channels`."""

    def __init__(self, urls: Sequence[str]) -> None:
        """`urls`: addresses as Apprise writes them."""
        self._urls = tuple(urls)

    def send(self, title: str, body: str) -> list[tuple[str, bool]]:
        """See the port."""
        return [(kind(url), _send(url, title, body)) for url in self._urls]


def kind(url: str) -> str:
    """What kind of channel an address leads to: its scheme, which is no secret."""
    scheme, mark, _ = url.partition("://")
    return scheme if mark else ""


def unknown(urls: Sequence[str]) -> list[str]:
    """A sentence for each address that Apprise cannot use. None is quoted."""
    return [
        f"WARMLINE_ALARM_URLS: the address number {place} ({kind(url)}://) is none that Apprise "
        "knows, or something is missing in it. Its documentation has an example for each service."
        for place, url in enumerate(urls, 1)
        if _opened(url) is None
    ]


def _opened(url: str) -> Apprise | None:
    import apprise

    # Nothing is written to a disk, no file is read, and links in an address are not followed.
    asset = apprise.AppriseAsset(
        async_mode=False, secure_logging=True, storage_mode=apprise.PersistentStoreMode.MEMORY
    )
    channel = apprise.Apprise(asset=asset)
    try:
        return channel if channel.add(url) else None
    except Exception:  # noqa: BLE001  # a plug-in of any kind may fail on an address in any way
        return None


def _send(url: str, title: str, body: str) -> bool:
    channel = _opened(url)
    if channel is None:
        return False
    try:
        return bool(channel.notify(title=title, body=body))
    except Exception:  # noqa: BLE001  # one channel that fails must not keep the others from being tried
        return False
