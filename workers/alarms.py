"""What coordinators are told because of something that happened, and does not last."""

from __future__ import annotations

from warmline.domain.alarms import Kind
from workers._house import house


def nobody_answered(what: str) -> None:
    """Everybody on duty was rung in vain; or what is named after a bar, and was not told yet."""
    line_id, _, kind = what.partition("|")
    house().alarms.happened(Kind(kind) if kind else Kind.NOBODY_ANSWERED, line_id)
