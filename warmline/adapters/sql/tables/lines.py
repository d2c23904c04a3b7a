"""Lines: what they say, when they are open, and what is done in an emergency."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)
from sqlalchemy.sql.base import SchemaEventTarget

from warmline.adapters.sql.tables.columns import (
    SETTING,
    SUPPORTER,
    Type,
    column,
    line_id,
    line_key,
    metadata,
    setting,
    theirs,
)
from warmline.adapters.sql.types import UtcDateTime

line = Table(
    "line",
    metadata,
    setting("id", String(40), "short name in commands and addresses", primary_key=True),
    setting("name", String(120), "name as people know it"),
    setting("zone", String(64), "time zone of all its hours"),
    setting("languages", JSON(), "language codes, the first is greeted in"),
    setting("hours", JSON(), "weekly hours and holidays"),
    setting("ringing", JSON(), "how phones are rung"),
    setting("flood", JSON(), "what the line takes in when very many call"),
    setting("ask_peer_question", Boolean(), "one spoken question before ringing"),
    setting("crisis_number", String(16), "the crisis line that key 9 reaches"),
    setting("agency_names", JSON(), "how an agency's code is said, by language"),
    setting("tag_words", JSON(), "how a tag is said, by language"),
    theirs("alert_phone_sealed", String(400), "a coordinator's phone, encrypted, or nothing"),
    theirs("backup_phone_sealed", String(400), "who is rung when all is down, encrypted"),
    theirs("shared_numbers_sealed", Text(), "numbers of many, never blocked, encrypted"),
    setting("voices", JSON(), "the voice of each language, where it has one of its own"),
    setting("run_by", JSON(), "who runs the line, by language"),
    setting("mandated_reporting", JSON(), "what the law makes a peer report, by language"),
    setting("survey", Boolean(), "three optional questions after a talk"),
    setting("study_key", String(64), "the evaluator's public key for study codes, or empty"),
    setting("kept_in", String(12), "its people, shifts and hours: in the file or the console"),
    setting("reminders", JSON(), "how supporters are reminded of their shifts"),
    setting("onboarding", JSON(), "what a new supporter does before their first shift"),
)

line_number = Table(
    "line_number",
    metadata,
    setting("number", String(16), "a public number of the line, E.164", primary_key=True),
    line_id(),
    setting("position", Integer(), "the first is shown to supporters"),
)

own_sentence = Table(
    "own_sentence",
    metadata,
    line_key(),
    setting("language", String(8), "language code", primary_key=True),
    setting("message", String(60), "which sentence", primary_key=True),
    setting("pattern", Text(), "what the line says instead of our sentence"),
)

own_recording = Table(
    "own_recording",
    metadata,
    line_key(),
    setting("language", String(8), "language code", primary_key=True),
    setting("message", String(60), "which sentence", primary_key=True),
    setting("said", Text(), "its text when it was spoken; it is heard only while that holds"),
    setting("sound", String(32), "hash of the file, under which it is served", index=True),
    setting("seconds", Float(), "how long it is"),
    setting("wav", LargeBinary(), "a coordinator's own sound file; nobody's call"),
)

A_DAY_AFTER = "a day after it is over; while a legal hold is on, until it ends"


def _thrown(
    name: str, kind: Type, what: str, cls: str = SETTING, *more: SchemaEventTarget, **how: Any
) -> Column[Any]:
    return column(name, kind, what, cls, A_DAY_AFTER, *more, **how)


emergency_switch = Table(
    "emergency_switch",
    metadata,
    _thrown("id", String(32), "random, opaque", primary_key=True),
    _thrown(
        "line_id",
        String(40),
        "the line it belongs to",
        SETTING,
        ForeignKey("line.id", ondelete="CASCADE"),
        index=True,
    ),
    _thrown("means", String(12), "the line is closed, or one number is rung"),
    _thrown("since", UtcDateTime(), "when it was thrown"),
    _thrown("until", UtcDateTime(), "until when it holds"),
    _thrown("by", String(60), "who threw it, a sign-in name"),
    _thrown("alias", String(40), "the name callers hear, or empty", SUPPORTER),
    _thrown("phone_sealed", String(400), "the one number, encrypted, or nothing", SUPPORTER),
)

A_YEAR_AFTER = "a year after it has ended"


def _held(name: str, kind: Type, what: str, **how: Any) -> Column[Any]:
    return column(name, kind, what, SETTING, A_YEAR_AFTER, **how)


legal_hold = Table(
    "legal_hold",
    metadata,
    _held("id", String(32), "random, opaque", primary_key=True),
    _held("why", String(200), "which order, in the words of whoever proposed it; never a person"),
    _held("proposed_by", String(60), "who proposed it, a name or initials"),
    _held("proposed_at", UtcDateTime(), "when they did"),
    _held("approved_by", String(60), "the second person, from whom on it is on", nullable=True),
    _held("approved_at", UtcDateTime(), "since when nothing is deleted", nullable=True),
    _held("end_by", String(60), "who proposed to end it", nullable=True),
    _held("ended_by", String(60), "the second person, who ended it", nullable=True),
    _held("ended_at", UtcDateTime(), "since when things are deleted again", nullable=True),
)
