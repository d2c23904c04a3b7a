"""For how long what is kept is kept: said twice, because it was promised."""

from __future__ import annotations

from warmline.domain.retention import KEPT, ROWS_KEPT


def test_what_is_kept_goes_after_so_many_days() -> None:
    assert {what: time.total_seconds() / 86400 for what, time in KEPT.items()} == {
        "wishes": 3,
        "reminders": 3,
        "swaps": 3,
        "minutes": 400,
        "switches": 1,
        "changes": 365,
        "deeds": 365,
        "holds": 365,
    }
    assert ROWS_KEPT.days == 30
