"""What we believe is compared with what the provider has."""

from __future__ import annotations

from workers._house import house


def reconcile() -> None:
    """Compare once."""
    house().reconciler.reconcile()
