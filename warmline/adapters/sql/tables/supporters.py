"""Those who serve: their numbers, their wishes, and their minutes."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from warmline.adapters.sql.tables.columns import (
    SUPPORTER,
    column,
    line_id,
    metadata,
    paid,
    setting,
    supporter_id,
    theirs,
)
from warmline.adapters.sql.tables.plan import THREE_DAYS
from warmline.adapters.sql.types import UtcDateTime

supporter = Table(
    "supporter",
    metadata,
    theirs("id", String(32), "random, opaque", primary_key=True),
    line_id(),
    setting("position", Integer(), "order in which they were written down"),
    theirs("alias", String(40), "the name callers hear, chosen by them"),
    theirs("phone_sealed", String(400), "their own phone number, encrypted"),
    theirs("languages", JSON(), "language codes"),
    theirs("kind", String(16), "peer or family peer"),
    theirs("tags", JSON(), "what they wish callers to know"),
    theirs(
        "agency", String(64), "code of their employer, so that callers can avoid it", nullable=True
    ),
    theirs("limits", JSON(), "what they carry at most"),
    theirs("paused", Boolean(), "not rung for now"),
    theirs("texts_off", Boolean(), "they have told the provider to send no texts", default=False),
    theirs("pin", String(200), "argon2 hash of their PIN, or empty", default=""),
    theirs("short_number", String(8), "what they say who they are by, on a phone", nullable=True),
    UniqueConstraint("line_id", "alias"),
    UniqueConstraint("line_id", "short_number"),
)

calendar_address = Table(
    "calendar_address",
    metadata,
    supporter_id(primary_key=True),
    theirs("secret", String(64), "SHA-256 of the secret in their calendar's address", unique=True),
)

refused_number = Table(
    "refused_number",
    metadata,
    theirs(
        "supporter_id",
        String(32),
        "whose number the provider does not ring; gone with the number",
        ForeignKey("supporter.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    theirs("code", String(16), "the provider's code for why"),
)

confirmed_number = Table(
    "confirmed_number",
    metadata,
    theirs(
        "supporter_id",
        String(32),
        "who has said that their number may be rung; gone with the number",
        ForeignKey("supporter.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    theirs("how", String(8), "by text, by call, on their page, by hand, or in the file"),
    theirs("on", Date(), "the day on which they did"),
)

onboarding_step = Table(
    "onboarding_step",
    metadata,
    supporter_id(primary_key=True),
    theirs(
        "step", String(80), "what is done: the agreement, or one of the line's", primary_key=True
    ),
    theirs("on", Date(), "the day on which it was"),
)

duty_wish = Table(
    "duty_wish",
    metadata,
    supporter_id(primary_key=True),
    column(
        "since",
        UtcDateTime(),
        "when they said it",
        SUPPORTER,
        THREE_DAYS,
        primary_key=True,
    ),
    column("on_duty", Boolean(), "on or off", SUPPORTER, THREE_DAYS),
    column("until", UtcDateTime(), "until when it holds", SUPPORTER, THREE_DAYS),
    column("anyway", Boolean(), "on also in their quiet hours", SUPPORTER, THREE_DAYS),
)

reminder = Table(
    "reminder",
    metadata,
    supporter_id(primary_key=True),
    column(
        "start", UtcDateTime(), "beginning of the shift", SUPPORTER, THREE_DAYS, primary_key=True
    ),
    column(
        "step",
        String(16),
        "what was said of it: a reminder, a yes",
        SUPPORTER,
        THREE_DAYS,
        primary_key=True,
    ),
    column("at", UtcDateTime(), "when", SUPPORTER, THREE_DAYS),
)

supporter_day = Table(
    "supporter_day",
    metadata,
    paid("line_id", String(40), "the line", primary_key=True),
    paid("supporter_id", String(32), "whose minutes", primary_key=True),
    paid("day", Date(), "date in the line's zone on which it began", primary_key=True),
    paid("alias", String(40), "their name then"),
    paid("duty", Integer(), "minutes on duty, known once they are over", nullable=True),
    paid("talk", Integer(), "minutes talked, each talk in whole minutes"),
    paid("wrap_up", Integer(), "minutes of rest after talks"),
)
