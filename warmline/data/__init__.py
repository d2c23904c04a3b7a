"""What comes with the program: the directory of other places to call."""

from __future__ import annotations

from importlib.resources import files


def directory_text() -> str:
    """The seed directory as CSV; `domain.places.read_directory` reads it."""
    return files(__name__).joinpath("directory.csv").read_text(encoding="utf-8")
