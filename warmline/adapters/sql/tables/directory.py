"""Other places to call, and who changed what of them."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
)

from warmline.adapters.sql.tables.columns import (
    A_YEAR,
    SETTING,
    WHILE_LINE,
    column,
    line_id,
    metadata,
    setting,
)
from warmline.adapters.sql.types import UtcDateTime

place = Table(
    "place",
    metadata,
    Column(
        "line_id",
        String(40),
        ForeignKey("line.id", ondelete="CASCADE"),
        primary_key=True,
        info={"what": "the line it belongs to", "class": SETTING, "kept": WHILE_LINE},
    ),
    setting("key", String(40), "short name", primary_key=True),
    setting("position", Integer(), "order within the directory"),
    setting("kind", String(20), "crisis, peer, family, ..."),
    setting("name", String(120), "name as it is spoken"),
    setting("dial", String(16), "number, E.164, or empty"),
    setting("short_code", String(20), "short code as it is read, or empty"),
    setting("text", String(60), "what to text where, or empty"),
    setting("audience", String(200), "whom it is for"),
    setting("hours", String(120), "its hours, in words"),
    setting("languages", JSON(), "language codes"),
    setting("police", String(60), "whether it may send police, by its own account"),
    setting("bridgeable", Boolean(), "may be connected from here"),
    setting("enabled", Boolean(), "is named to callers"),
    setting("local", Boolean(), "named before national places"),
    setting("spoken", JSON(), "its name as it is said, by language"),
    setting("serves", JSON(), "whom it is for as it is said, by language"),
    setting("owner", String(60), "who looks after the row, a name or initials"),
    setting("method", String(120), "how somebody made sure of it"),
    setting("verified_on", Date(), "day on which somebody made sure of it", nullable=True),
    setting("verified_by", String(60), "who did, a name or initials"),
    setting("verify_by", Date(), "last day on which it is taken at its word", nullable=True),
    setting("waived_by", String(60), "who waives a required slot, or empty"),
    setting("waived_why", String(200), "why the slot stays empty"),
    setting("remark", String(300), "a note for whoever looks after it"),
    setting("kept_in", String(12), "the program, the line's file, or the directory"),
)

place_proposal = Table(
    "place_proposal",
    metadata,
    setting("id", String(32), "random, opaque", primary_key=True),
    line_id(),
    setting("key", String(40), "the crisis row that is to change"),
    setting("wanted", JSON(), "the row as it is to be, or nothing to remove it"),
    setting("base", JSON(), "the row as it was when the change was proposed, or nothing"),
    setting("by", String(60), "who proposed it, a name or initials"),
    setting("on", Date(), "the day on which they did"),
)

directory_change = Table(
    "directory_change",
    metadata,
    column("id", Integer(), "row number", SETTING, A_YEAR, primary_key=True, autoincrement=True),
    column(
        "line_id",
        String(40),
        "the line it belongs to",
        SETTING,
        A_YEAR,
        ForeignKey("line.id", ondelete="CASCADE"),
        index=True,
    ),
    column("at", UtcDateTime(), "when the directory was changed", SETTING, A_YEAR),
    column("by", String(60), "who changed it, a name or initials", SETTING, A_YEAR),
    column("what", String(400), "the change, in a sentence", SETTING, A_YEAR),
)
