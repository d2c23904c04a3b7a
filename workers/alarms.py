"""What coordinators are told because of something that happened, and does not last."""

from __future__ import annotations

from warmline.domain.alarms import Kind
from workers._house import house


def nobody_answered(line_id: str) -> None:
    """Everybody on duty was rung in vain."""
    house().alarms.happened(Kind.NOBODY_ANSWERED, line_id)
