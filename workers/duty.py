"""What supporters said about their duty is kept."""

from __future__ import annotations

from workers._house import house


def off_duty(supporter_id: str, line_id: str) -> None:
    """Off until the present shift ends."""
    house().duty.off_for_this_shift(supporter_id, line_id)
