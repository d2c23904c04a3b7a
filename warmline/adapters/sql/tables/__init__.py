"""Every table and column there is. What is not listed here is not kept in the database.

Each column says what it holds, of which class the data is, and how long it is kept; the data
inventory is generated from `Column.info`. Nothing in here is about a caller: an ended call is
one row of buckets (`call_row`, see `domain.outcome`), without number, name, time or supporter.
"""

from __future__ import annotations

from warmline.adapters.sql.tables.accounts import account, account_grant, audit_entry, passkey
from warmline.adapters.sql.tables.calls import (
    call_row,
    counter,
    quarter_report,
    quarter_sums,
    study_answer,
    survey_answer,
)
from warmline.adapters.sql.tables.columns import (
    A_YEAR,
    COUNT,
    FOR_GOOD,
    SETTING,
    SUPPORTER,
    THIRTY_DAYS,
    WHILE_ACCOUNT,
    WHILE_LINE,
    WHILE_SERVING,
    metadata,
)
from warmline.adapters.sql.tables.directory import directory_change, place, place_proposal
from warmline.adapters.sql.tables.lines import (
    A_YEAR_AFTER,
    emergency_switch,
    legal_hold,
    line,
    line_number,
    own_recording,
    own_sentence,
)
from warmline.adapters.sql.tables.plan import THREE_DAYS, day_off, shift, swap
from warmline.adapters.sql.tables.supporters import (
    calendar_address,
    confirmed_number,
    duty_wish,
    onboarding_step,
    refused_number,
    reminder,
    supporter,
    supporter_day,
)

__all__ = [
    "A_YEAR",
    "A_YEAR_AFTER",
    "COUNT",
    "FOR_GOOD",
    "SETTING",
    "SUPPORTER",
    "THIRTY_DAYS",
    "THREE_DAYS",
    "WHILE_ACCOUNT",
    "WHILE_LINE",
    "WHILE_SERVING",
    "account",
    "account_grant",
    "audit_entry",
    "calendar_address",
    "call_row",
    "confirmed_number",
    "counter",
    "day_off",
    "directory_change",
    "duty_wish",
    "emergency_switch",
    "legal_hold",
    "line",
    "line_number",
    "metadata",
    "onboarding_step",
    "own_recording",
    "own_sentence",
    "passkey",
    "place",
    "place_proposal",
    "quarter_report",
    "quarter_sums",
    "refused_number",
    "reminder",
    "shift",
    "study_answer",
    "supporter",
    "supporter_day",
    "survey_answer",
    "swap",
]
