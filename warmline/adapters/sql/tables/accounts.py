"""Who signs in to the console, and what was done there."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.sql.base import SchemaEventTarget

from warmline.adapters.sql.tables.columns import (
    A_YEAR,
    SUPPORTER,
    WHILE_ACCOUNT,
    Type,
    column,
    metadata,
)
from warmline.adapters.sql.types import UtcDateTime


def _signs_in(
    name: str, kind: Type, what: str, *more: SchemaEventTarget, **how: Any
) -> Column[Any]:
    return column(name, kind, what, SUPPORTER, WHILE_ACCOUNT, *more, **how)


def _audit(name: str, kind: Type, what: str, **how: Any) -> Column[Any]:
    return column(name, kind, what, SUPPORTER, A_YEAR, **how)


account = Table(
    "account",
    metadata,
    _signs_in("id", String(32), "random, opaque", primary_key=True),
    _signs_in("name", String(40), "the name they sign in with, chosen by them", unique=True),
    _signs_in("password", String(200), "argon2 hash of their password, or empty"),
    _signs_in("stamp", String(64), "random; a new one signs them out everywhere", unique=True),
    _signs_in("locked", Boolean(), "may not sign in for now"),
    _signs_in("language", String(8), "language of their pages, or empty"),
    _signs_in("second_factor_sealed", Text(), "secret shared with their app, encrypted"),
    _signs_in("recovery_codes_sealed", Text(), "their recovery codes, encrypted"),
    _signs_in("invitation", String(64), "SHA-256 of an open invitation's secret, or empty"),
    _signs_in("invited_until", UtcDateTime(), "until when it can be followed", nullable=True),
)

account_grant = Table(
    "account_grant",
    metadata,
    _signs_in(
        "account_id",
        String(32),
        "whose it is",
        ForeignKey("account.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    _signs_in("role", String(20), "what they do for the line", primary_key=True),
    _signs_in("line_id", String(40), "on which line; empty for every one", primary_key=True),
)

passkey = Table(
    "passkey",
    metadata,
    _signs_in("id", String(64), "SHA-256 of the key's own id", primary_key=True),
    _signs_in(
        "account_id", String(32), "whose it is", ForeignKey("account.id", ondelete="CASCADE")
    ),
    _signs_in("credential", Text(), "the key's own id, made by it for this console alone"),
    _signs_in("public_key", Text(), "the public half of the key"),
    _signs_in("name", String(40), "what they call it"),
    _signs_in("counter", BigInteger(), "how often it was used, by its own count"),
    _signs_in("transports", JSON(), "how it is reached: inside the device, USB, NFC and so on"),
    _signs_in("added_on", Date(), "day on which it was added"),
    _signs_in("used_on", Date(), "day on which it was last used", nullable=True),
    UniqueConstraint("account_id", "name"),
)

audit_entry = Table(
    "audit_entry",
    metadata,
    _audit("id", Integer(), "row number", primary_key=True, autoincrement=True),
    _audit("at", UtcDateTime(), "when", index=True),
    _audit("by", String(60), "who: a sign-in name, or the command line"),
    _audit("what", String(40), "what they did"),
    _audit("about", String(120), "to whom or what; never about a caller"),
    _audit("line_id", String(40), "the line it was done to, or empty"),
    _audit("told", String(400), "what was changed, in a sentence, or empty"),
)
