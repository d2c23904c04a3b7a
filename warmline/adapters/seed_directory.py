"""The directory of other places to call that comes with the program."""

from __future__ import annotations

from importlib.resources import files

from warmline.domain.places import SeedPlace, read_directory


def seed_directory() -> tuple[SeedPlace, ...]:
    """Every row of `warmline/data/directory.csv`."""
    path = files("warmline").joinpath("data", "directory.csv")
    return read_directory(path.read_text(encoding="utf-8"))
