"""The folder in which everything is kept, and the secret key in it. Nobody else may look in."""

from __future__ import annotations

import os
import secrets
import stat
import tempfile
from pathlib import Path
from typing import Protocol

from warmline.settings.declared import SettingsError

KEY_FILE = "secret_key"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Kept(Protocol):
    """What is needed of the settings."""

    @property
    def data(self) -> Path:
        """The data folder."""
        ...

    @property
    def secret_key(self) -> str | None:
        """The key that is set, if any."""
        ...


def ensure_data_folder(settings: Kept) -> Path:
    """Make the data folder if it is not there, for us alone. Raises SettingsError."""
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        if settings.data.stat().st_mode & _OTHERS:
            settings.data.chmod(0o700)
    except OSError as error:
        problem = (
            f"WARMLINE_DATA: the folder {settings.data} cannot be used ({error.strerror}). "
            "Make it yourself and let the warmline own it, or name another."
        )
        raise SettingsError([problem]) from None
    return settings.data


def load_secret_key(settings: Kept) -> str:
    """The key that is set, or else the one kept in the data folder, made at first use.

    Processes that start together agree on one. Raises SettingsError.
    """
    if settings.secret_key:
        return settings.secret_key
    path = ensure_data_folder(settings) / KEY_FILE
    if not path.exists():
        _write_once(path)
    if path.stat().st_mode & _OTHERS:
        raise SettingsError(
            [f"SECRET_KEY: others may read {path}. Run: chmod 600 {path}, and think about who did."]
        )
    key = path.read_text(encoding="ascii").strip()
    if not key:
        raise SettingsError(
            [f"SECRET_KEY: {path} is empty. Restore it from a backup, or remove it for a new one."]
        )
    return key


def _write_once(path: Path) -> None:
    """Write a new key. Whoever is first wins; nobody ever sees half a file."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48) + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(name, path)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()
