"""The keys that seal what lies at rest: the newest seals, older ones still open.

They are in the settings, or in files of the data folder: never in the database or the store, so no
backup of those holds them. A key that was replaced stays for a while, because live state was sealed
with it; then it is destroyed.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path
from typing import Protocol

from warmline.settings.data_folder import KEY_FILE, load_secret_key
from warmline.settings.data_folder import Kept as WithKey
from warmline.settings.declared import SettingsError

OLDER_FILE = "secret_key_older"
"""One replaced key on each line, after the second (UTC) in which it was replaced."""


class Kept(WithKey, Protocol):
    """What is needed of the settings."""

    @property
    def secret_key_older(self) -> tuple[str, ...]:
        """Keys that are set beside the one that seals."""
        ...


def load_keys(settings: Kept) -> tuple[str, ...]:
    """The key that seals, and then those that only open. Raises SettingsError."""
    newest = load_secret_key(settings)
    older = [*settings.secret_key_older, *(key for _, key in replaced(settings))]
    return (newest, *(key for key in dict.fromkeys(older) if key != newest))


def replaced(settings: Kept) -> list[tuple[float, str]]:
    """Keys of the data folder that were replaced, and when. Raises SettingsError."""
    path = settings.data / OLDER_FILE
    try:
        lines = path.read_text(encoding="ascii").split("\n")
        return [(float(at), key) for at, _, key in (one.partition(" ") for one in lines if one)]
    except FileNotFoundError:
        return []
    except (OSError, ValueError):
        raise SettingsError([f"{path} cannot be read. Restore it from a backup."]) from None


def replace_key(settings: Kept, now: float) -> None:
    """Make a new key in the data folder; the one before only opens from now on.

    Whenever this is interrupted, every key that has ever sealed can still be found.
    """
    before = load_secret_key(settings)
    known = [one for one in replaced(settings) if one[1] != before]
    _write_older(settings, [*known, (now, before)])
    _write(settings.data / KEY_FILE, secrets.token_urlsafe(48) + "\n")


def destroy_keys(settings: Kept, before: float) -> int:
    """Destroy those that were replaced before a time; how many. Never the one that seals."""
    known = replaced(settings)
    kept = [one for one in known if one[0] >= before]
    if len(kept) < len(known):
        _write_older(settings, kept)
    return len(known) - len(kept)


def _write_older(settings: Kept, keys: list[tuple[float, str]]) -> None:
    path = settings.data / OLDER_FILE
    if keys:
        _write(path, "".join(f"{at:.0f} {key}\n" for at, key in keys))
    else:
        path.unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    """Replace a file for us alone, whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)
