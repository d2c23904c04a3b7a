"""What the provider keeps is deleted."""

from __future__ import annotations

from workers._house import house


def forget(sid: str) -> None:
    """Delete one call or text at the provider."""
    house().forgetting.forget(sid)
