"""The sums of a quarter, sealed and of one length: see `domain.exact`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from warmline.adapters.sealing import CannotUnseal, Sealer
from warmline.adapters.sql import tables as t
from warmline.domain.exact import Sums

CALLS: Final = "calls"
MINUTES: Final = "minutes"
LENGTHS: Final = {CALLS: 8192, MINUTES: 256}
"""Characters to a multiple of which each part is filled up: its length tells of no single call."""


def read(connection: Connection, seals: Sealer, line: str, quarter: date, part: str) -> Sums:
    """What is in one part of a quarter's sums; nothing when there is none, or no key opens it."""
    column = t.quarter_sums.c.sums_sealed
    where = t.quarter_sums.c.id == _id(line, quarter, part)
    sealed = connection.scalar(select(column).where(where).with_for_update())
    try:
        return Counter(json.loads(seals.open(sealed))) if sealed else Counter()
    except CannotUnseal:
        return Counter()  # the secret key is lost, and these sums with it


def write(
    connection: Connection, seals: Sealer, line: str, quarter: date, part: str, sums: Sums
) -> None:
    """Keep these as one part of a quarter's sums."""
    text = json.dumps(sums, sort_keys=True, separators=(",", ":"))
    length = -(-len(text) // LENGTHS[part]) * LENGTHS[part]
    key, sealed = _id(line, quarter, part), seals.seal(text.ljust(length))
    change = update(t.quarter_sums).where(t.quarter_sums.c.id == key)
    if not connection.execute(change.values(sums_sealed=sealed)).rowcount:
        connection.execute(
            insert(t.quarter_sums).values(
                id=key, line=line, quarter=quarter, part=part, sums_sealed=sealed
            )
        )


def add(
    connection: Connection, seals: Sealer, line: str, quarter: date, more: Mapping[str, int]
) -> None:
    """Add what a call adds. A quarter that has its report takes nothing more: that never changes.

    To be called while nobody else writes (`writing(..., alone=True)`).
    """
    if not more or is_frozen(connection, line, quarter):
        return
    sums = read(connection, seals, line, quarter, CALLS)
    write(connection, seals, line, quarter, CALLS, sums + Counter(more))


def drop(connection: Connection, line: str, quarter: date) -> None:
    """Delete the sums of a quarter."""
    c = t.quarter_sums.c
    connection.execute(delete(t.quarter_sums).where(c.line == line, c.quarter == quarter))


def is_frozen(connection: Connection, line: str, quarter: date) -> bool:
    """Whether a quarter has its report."""
    c = t.quarter_report.c
    found = select(c.line).where(c.line == line, c.quarter == quarter)
    return connection.scalar(found) is not None


def _id(line: str, quarter: date, part: str) -> str:
    return f"{line}/{quarter}/{part}"
