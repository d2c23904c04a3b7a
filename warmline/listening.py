"""The socket at which callers' requests arrive, held by who outlives those that answer.

While a web server is replaced, or has been killed, connections wait in the kernel's queue. Nobody
is refused, and the provider, which waits 15 s for an answer, does not notice.
"""

from __future__ import annotations

import contextlib
import os
import re
import socket
import stat
from pathlib import Path

WAITING = 512
"""Connections that may wait while nobody answers; more than calls begin in any ten seconds."""


class Door:
    """One listening socket. `bind` is `host:port`, `unix:/path`, or `fd://3`: one opened for us."""

    def __init__(self, bind: str) -> None:
        self.bind = bind
        self._socket: socket.socket | None = None

    def open(self) -> int:
        """Listen, if we do not yet, and return the descriptor. Raises `OSError`."""
        if self._socket is None:
            self._socket = _listening(self.bind)
        return self._socket.fileno()

    def close(self) -> None:
        """Nobody is heard any more."""
        if self._socket is None:
            return
        self._socket.close()
        self._socket = None
        if self.bind.startswith("unix:"):
            _path(self.bind).unlink(missing_ok=True)


def _listening(bind: str) -> socket.socket:
    if given := re.fullmatch(r"fd://(\d+)", bind):
        # Ours is a copy: the one that was opened for us serves for a second opening, too.
        return socket.socket(fileno=os.dup(int(given[1])))
    made = _unix(_path(bind)) if bind.startswith("unix:") else _tcp(bind)
    made.listen(WAITING)
    return made


def _tcp(bind: str) -> socket.socket:
    host, _, port = bind.rpartition(":")
    host = host.strip("[]")
    kind = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(kind, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, int(port)))
    except BaseException:
        made.close()
        raise
    return made


def _unix(path: Path) -> socket.socket:
    # What a killed owner left behind. Whatever else lies there is not ours to remove.
    with contextlib.suppress(FileNotFoundError):
        if stat.S_ISSOCK(path.lstat().st_mode):
            path.unlink()
    made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    # As gunicorn makes it: the proxy in front has a user of its own. Its folder says who may come.
    before = os.umask(0)
    try:
        made.bind(str(path))
    except BaseException:
        made.close()
        raise
    finally:
        os.umask(before)
    return made


def _path(bind: str) -> Path:
    return Path(bind.removeprefix("unix:"))
