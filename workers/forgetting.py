"""What has had its time is deleted, at the provider and in the database."""

from __future__ import annotations

from workers._house import house


def forget(sid: str) -> None:
    """Delete one call or text at the provider."""
    house().forgetting.forget(sid)


def look_for_leftovers(line_id: str) -> None:
    """What is kept of a line's numbers though nobody noted it is deleted, too."""
    house().forgetting.look_for_leftovers(line_id)


def tidy() -> None:
    """A quarter that is over gets its report, old rows become counts, what else is over goes, and
    keys that were replaced a day ago."""
    house().reports.freeze_due()
    house().folding.tidy()
    house().retire_keys()
