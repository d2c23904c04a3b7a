"""Every table and column there is. What is not listed here is not kept in the database.

Each column says what it holds, of which class the data is, and how long it is kept; the data
inventory is generated from `Column.info`. Nothing in here is about a caller: an ended call is
one row of buckets (`call_row`, see `domain.outcome`), without number, name, time or supporter.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.sql.base import SchemaEventTarget
from sqlalchemy.types import TypeEngine

from warmline.adapters.sql.types import UtcDateTime

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

SETTING = "setting"
"""What a coordinator sets about the line. Not about a person."""
SUPPORTER = "about a supporter"
"""Personal data of a supporter, theirs to see; gone when they leave."""
COUNT = "about an ended call"
"""Coarse facts of one ended call that identify nobody."""

WHILE_LINE = "while the line is set up"
WHILE_SERVING = "while they serve"
WHILE_ACCOUNT = "while they may sign in"
THIRTY_DAYS = "30 days, then counted and deleted; while a legal hold is on, until it ends"
FOR_GOOD = "for good"

Type = TypeEngine[Any] | type[TypeEngine[Any]]


def _column(
    name: str, kind: Type, what: str, cls: str, kept: str, *more: SchemaEventTarget, **how: Any
) -> Column[Any]:
    """A column that is never null, unless `nullable=True`, and says what it is."""
    how.setdefault("nullable", False)
    return Column(name, kind, *more, info={"what": what, "class": cls, "kept": kept}, **how)


def _setting(name: str, kind: Type, what: str, *more: SchemaEventTarget, **how: Any) -> Column[Any]:
    return _column(name, kind, what, SETTING, WHILE_LINE, *more, **how)


def _theirs(name: str, kind: Type, what: str, *more: SchemaEventTarget, **how: Any) -> Column[Any]:
    return _column(name, kind, what, SUPPORTER, WHILE_SERVING, *more, **how)


def _counted(name: str, kind: Type, what: str, **how: Any) -> Column[Any]:
    return _column(name, kind, what, COUNT, THIRTY_DAYS, **how)


def _tallied(name: str, kind: Type, what: str, **how: Any) -> Column[Any]:
    return _column(name, kind, what, COUNT, FOR_GOOD, **how)


AS_PAYROLL_NEEDS = (
    "WARMLINE_MINUTES_KEPT days (400), as payroll needs; while a legal hold is on, until it ends"
)


def _pay(name: str, kind: Type, what: str, **how: Any) -> Column[Any]:
    return _column(name, kind, what, SUPPORTER, AS_PAYROLL_NEEDS, **how)


def _line() -> Column[Any]:
    belongs = ForeignKey("line.id", ondelete="CASCADE")
    return _setting("line_id", String(40), "the line it belongs to", belongs)


def _line_key() -> Column[Any]:
    belongs = ForeignKey("line.id", ondelete="CASCADE")
    return _setting("line_id", String(40), "the line it belongs to", belongs, primary_key=True)


def _supporter(**how: Any) -> Column[Any]:
    belongs = ForeignKey("supporter.id", ondelete="CASCADE")
    return _theirs("supporter_id", String(32), "whose it is", belongs, **how)


def _row_id() -> Column[Any]:
    return _setting("id", Integer(), "row number", primary_key=True, autoincrement=True)


line = Table(
    "line",
    metadata,
    _setting("id", String(40), "short name in commands and addresses", primary_key=True),
    _setting("name", String(120), "name as people know it"),
    _setting("zone", String(64), "time zone of all its hours"),
    _setting("languages", JSON(), "language codes, the first is greeted in"),
    _setting("hours", JSON(), "weekly hours and holidays"),
    _setting("ringing", JSON(), "how phones are rung"),
    _setting("flood", JSON(), "what the line takes in when very many call"),
    _setting("ask_peer_question", Boolean(), "one spoken question before ringing"),
    _setting("crisis_number", String(16), "the crisis line that key 9 reaches"),
    _setting("agency_names", JSON(), "how an agency's code is said, by language"),
    _setting("tag_words", JSON(), "how a tag is said, by language"),
    _theirs("alert_phone_sealed", String(400), "a coordinator's phone, encrypted, or nothing"),
    _theirs("backup_phone_sealed", String(400), "who is rung when all is down, encrypted"),
    _theirs("shared_numbers_sealed", Text(), "numbers of many, never blocked, encrypted"),
    _setting("voices", JSON(), "the voice of each language, where it has one of its own"),
    _setting("run_by", JSON(), "who runs the line, by language"),
    _setting("mandated_reporting", JSON(), "what the law makes a peer report, by language"),
    _setting("survey", Boolean(), "three optional questions after a talk"),
    _setting("study_key", String(64), "the evaluator's public key for study codes, or empty"),
    _setting("kept_in", String(12), "its people, shifts and hours: in the file or the console"),
    _setting("reminders", JSON(), "how supporters are reminded of their shifts"),
    _setting("onboarding", JSON(), "what a new supporter does before their first shift"),
)

line_number = Table(
    "line_number",
    metadata,
    _setting("number", String(16), "a public number of the line, E.164", primary_key=True),
    _line(),
    _setting("position", Integer(), "the first is shown to supporters"),
)

supporter = Table(
    "supporter",
    metadata,
    _theirs("id", String(32), "random, opaque", primary_key=True),
    _line(),
    _setting("position", Integer(), "order in which they were written down"),
    _theirs("alias", String(40), "the name callers hear, chosen by them"),
    _theirs("phone_sealed", String(400), "their own phone number, encrypted"),
    _theirs("languages", JSON(), "language codes"),
    _theirs("kind", String(16), "peer or family peer"),
    _theirs("tags", JSON(), "what they wish callers to know"),
    _theirs(
        "agency", String(64), "code of their employer, so that callers can avoid it", nullable=True
    ),
    _theirs("limits", JSON(), "what they carry at most"),
    _theirs("paused", Boolean(), "not rung for now"),
    _theirs("texts_off", Boolean(), "they have told the provider to send no texts", default=False),
    _theirs("pin", String(200), "argon2 hash of their PIN, or empty", default=""),
    _theirs("short_number", String(8), "what they say who they are by, on a phone", nullable=True),
    UniqueConstraint("line_id", "alias"),
    UniqueConstraint("line_id", "short_number"),
)

shift = Table(
    "shift",
    metadata,
    _theirs("id", String(32), "random, opaque", primary_key=True),
    _supporter(index=True),
    _theirs("position", Integer(), "order in which they were written down"),
    _theirs("rule", String(200), "on which days it begins again; empty for a single shift"),
    _theirs("first", Date(), "first day on which it begins, or its only one", nullable=True),
    _theirs("last", Date(), "last day on which it begins", nullable=True),
    _theirs("without", JSON(), "days on which it does not begin"),
    _theirs("span", String(11), "wall-clock times in the line's zone"),
    _theirs("role", String(16), "for callers or for debriefs, first or as a backup"),
    _theirs("ring_order", Integer(), "a smaller one rings first", nullable=True),
)

day_off = Table(
    "day_off",
    metadata,
    _row_id(),
    _supporter(index=True),
    _theirs("first", Date(), "first day on which no shift begins"),
    _theirs("last", Date(), "last such day"),
)

calendar_address = Table(
    "calendar_address",
    metadata,
    _supporter(primary_key=True),
    _theirs("secret", String(64), "SHA-256 of the secret in their calendar's address", unique=True),
)

THREE_DAYS = "3 days after it is over; while a legal hold is on, until it ends"


def _swap(name: str, kind: Type, what: str, *more: SchemaEventTarget, **how: Any) -> Column[Any]:
    return _column(name, kind, what, SUPPORTER, THREE_DAYS, *more, **how)


swap = Table(
    "swap",
    metadata,
    _swap("id", String(32), "random, opaque", primary_key=True),
    _supporter(index=True),
    _swap("day", Date(), "day on which the shift begins"),
    _swap("start", String(5), "when, on the wall clock in the line's zone"),
    _swap("role", String(16), "what the shift is for"),
    _swap("code", String(8), "what is texted to take it"),
    _swap(
        "taker_id",
        String(32),
        "who has taken it, if somebody has",
        ForeignKey("supporter.id", ondelete="CASCADE"),
        nullable=True,
        index=True,
    ),
    _swap(
        "giver_id",
        String(32),
        "who offers it, or did before it was taken; empty when they keep it after all",
        ForeignKey("supporter.id", ondelete="SET NULL"),
        nullable=True,
        index=True,
    ),
    _swap("ends", UtcDateTime(), "when it is over"),
    UniqueConstraint("supporter_id", "day", "start", "role"),
)

refused_number = Table(
    "refused_number",
    metadata,
    _theirs(
        "supporter_id",
        String(32),
        "whose number the provider does not ring; gone with the number",
        ForeignKey("supporter.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    _theirs("code", String(16), "the provider's code for why"),
)

confirmed_number = Table(
    "confirmed_number",
    metadata,
    _theirs(
        "supporter_id",
        String(32),
        "who has said that their number may be rung; gone with the number",
        ForeignKey("supporter.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    _theirs("how", String(8), "by text, by call, on their page, by hand, or in the file"),
    _theirs("on", Date(), "the day on which they did"),
)

onboarding_step = Table(
    "onboarding_step",
    metadata,
    _supporter(primary_key=True),
    _theirs(
        "step", String(80), "what is done: the agreement, or one of the line's", primary_key=True
    ),
    _theirs("on", Date(), "the day on which it was"),
)

duty_wish = Table(
    "duty_wish",
    metadata,
    _supporter(primary_key=True),
    _column(
        "since",
        UtcDateTime(),
        "when they said it",
        SUPPORTER,
        THREE_DAYS,
        primary_key=True,
    ),
    _column("on_duty", Boolean(), "on or off", SUPPORTER, THREE_DAYS),
    _column("until", UtcDateTime(), "until when it holds", SUPPORTER, THREE_DAYS),
    _column("anyway", Boolean(), "on also in their quiet hours", SUPPORTER, THREE_DAYS),
)

reminder = Table(
    "reminder",
    metadata,
    _supporter(primary_key=True),
    _column(
        "start", UtcDateTime(), "beginning of the shift", SUPPORTER, THREE_DAYS, primary_key=True
    ),
    _column(
        "step",
        String(16),
        "what was said of it: a reminder, a yes",
        SUPPORTER,
        THREE_DAYS,
        primary_key=True,
    ),
    _column("at", UtcDateTime(), "when", SUPPORTER, THREE_DAYS),
)

supporter_day = Table(
    "supporter_day",
    metadata,
    _pay("line_id", String(40), "the line", primary_key=True),
    _pay("supporter_id", String(32), "whose minutes", primary_key=True),
    _pay("day", Date(), "date in the line's zone on which it began", primary_key=True),
    _pay("alias", String(40), "their name then"),
    _pay("duty", Integer(), "minutes on duty, known once they are over", nullable=True),
    _pay("talk", Integer(), "minutes talked, each talk in whole minutes"),
    _pay("wrap_up", Integer(), "minutes of rest after talks"),
)

A_DAY_AFTER = "a day after it is over; while a legal hold is on, until it ends"


def _thrown(
    name: str, kind: Type, what: str, cls: str = SETTING, *more: SchemaEventTarget, **how: Any
) -> Column[Any]:
    return _column(name, kind, what, cls, A_DAY_AFTER, *more, **how)


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
    _setting("key", String(40), "short name", primary_key=True),
    _setting("position", Integer(), "order within the directory"),
    _setting("kind", String(20), "crisis, peer, family, ..."),
    _setting("name", String(120), "name as it is spoken"),
    _setting("dial", String(16), "number, E.164, or empty"),
    _setting("short_code", String(20), "short code as it is read, or empty"),
    _setting("text", String(60), "what to text where, or empty"),
    _setting("audience", String(200), "whom it is for"),
    _setting("hours", String(120), "its hours, in words"),
    _setting("languages", JSON(), "language codes"),
    _setting("police", String(60), "whether it may send police, by its own account"),
    _setting("bridgeable", Boolean(), "may be connected from here"),
    _setting("enabled", Boolean(), "is named to callers"),
    _setting("local", Boolean(), "named before national places"),
    _setting("spoken", JSON(), "its name as it is said, by language"),
    _setting("serves", JSON(), "whom it is for as it is said, by language"),
    _setting("owner", String(60), "who looks after the row, a name or initials"),
    _setting("method", String(120), "how somebody made sure of it"),
    _setting("verified_on", Date(), "day on which somebody made sure of it", nullable=True),
    _setting("verified_by", String(60), "who did, a name or initials"),
    _setting("verify_by", Date(), "last day on which it is taken at its word", nullable=True),
    _setting("waived_by", String(60), "who waives a required slot, or empty"),
    _setting("waived_why", String(200), "why the slot stays empty"),
    _setting("remark", String(300), "a note for whoever looks after it"),
    _setting("kept_in", String(12), "the program, the line's file, or the directory"),
)

place_proposal = Table(
    "place_proposal",
    metadata,
    _setting("id", String(32), "random, opaque", primary_key=True),
    _line(),
    _setting("key", String(40), "the crisis row that is to change"),
    _setting("wanted", JSON(), "the row as it is to be, or nothing to remove it"),
    _setting("base", JSON(), "the row as it was when the change was proposed, or nothing"),
    _setting("by", String(60), "who proposed it, a name or initials"),
    _setting("on", Date(), "the day on which they did"),
)

A_YEAR = "a year; while a legal hold is on, until it ends"

directory_change = Table(
    "directory_change",
    metadata,
    _column("id", Integer(), "row number", SETTING, A_YEAR, primary_key=True, autoincrement=True),
    _column(
        "line_id",
        String(40),
        "the line it belongs to",
        SETTING,
        A_YEAR,
        ForeignKey("line.id", ondelete="CASCADE"),
        index=True,
    ),
    _column("at", UtcDateTime(), "when the directory was changed", SETTING, A_YEAR),
    _column("by", String(60), "who changed it, a name or initials", SETTING, A_YEAR),
    _column("what", String(400), "the change, in a sentence", SETTING, A_YEAR),
)

own_sentence = Table(
    "own_sentence",
    metadata,
    _line_key(),
    _setting("language", String(8), "language code", primary_key=True),
    _setting("message", String(60), "which sentence", primary_key=True),
    _setting("pattern", Text(), "what the line says instead of our sentence"),
)

own_recording = Table(
    "own_recording",
    metadata,
    _line_key(),
    _setting("language", String(8), "language code", primary_key=True),
    _setting("message", String(60), "which sentence", primary_key=True),
    _setting("said", Text(), "its text when it was spoken; it is heard only while that holds"),
    _setting("sound", String(32), "hash of the file, under which it is served", index=True),
    _setting("seconds", Float(), "how long it is"),
    _setting("wav", LargeBinary(), "a coordinator's own sound file; nobody's call"),
)


def _signs_in(
    name: str, kind: Type, what: str, *more: SchemaEventTarget, **how: Any
) -> Column[Any]:
    return _column(name, kind, what, SUPPORTER, WHILE_ACCOUNT, *more, **how)


def _audit(name: str, kind: Type, what: str, **how: Any) -> Column[Any]:
    return _column(name, kind, what, SUPPORTER, A_YEAR, **how)


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

call_row = Table(
    "call_row",
    metadata,
    _counted("id", String(40), "random; in no other table", primary_key=True),
    _counted("line", String(40), "the line"),
    _counted("day", Date(), "date in the line's zone"),
    _counted("hour", Integer(), "hour in the line's zone, 0 to 23"),
    _counted("language", String(8), "language code"),
    _counted("open", Boolean(), "whether the line was open"),
    _counted("outcome", String(20), "how it ended, seen from the caller"),
    _counted("wait", String(20), "how long a peer was waited for, as a bucket"),
    _counted("talk", String(20), "how long was talked, as a bucket"),
    _counted("offers", Integer(), "phones rung"),
    _counted("crisis_key", Boolean(), "whether key 9 was pressed"),
    _counted("places_heard", JSON(), "kinds of places that were read out"),
    _counted("callback", String(20), "what came of a callback, or empty"),
    Index(None, "line", "day"),
    # SQLite would number the rows as they come, and that order is a time finer than the hour.
    sqlite_with_rowid=False,
)

counter = Table(
    "counter",
    metadata,
    _tallied("line", String(40), "the line", primary_key=True),
    _tallied("since", Date(), "the day, or a quarter's first day: see `what`", primary_key=True),
    _tallied("what", String(12), "what is counted: see domain/counters.py", primary_key=True),
    _tallied("value", String(20), "which of its values, one dimension at a time", primary_key=True),
    _tallied("tally", Integer(), "how many ended calls, or phones rung"),
    sqlite_with_rowid=False,
)

UNTIL_FROZEN = (
    "until the quarter's report is made, some days after its end; while a legal hold is on, until "
    "that ends"
)


def _summed(name: str, kind: Type, what: str, **how: Any) -> Column[Any]:
    return _column(name, kind, what, COUNT, UNTIL_FROZEN, **how)


quarter_sums = Table(
    "quarter_sums",
    metadata,
    _summed("id", String(80), "line, quarter and part", primary_key=True),
    _summed("line", String(40), "the line"),
    _summed("quarter", Date(), "the quarter's first day"),
    _summed("part", String(8), "calls, or minutes in which the line was open"),
    _summed("sums_sealed", Text(), "sums and histograms of seconds: see domain/exact.py"),
    sqlite_with_rowid=False,
)

quarter_report = Table(
    "quarter_report",
    metadata,
    _tallied("line", String(40), "the line", primary_key=True),
    _tallied("quarter", Date(), "the quarter's first day", primary_key=True),
    _tallied("document", JSON(), "the report as it was released: nothing about fewer than eleven"),
    sqlite_with_rowid=False,
)

END_OF_EVALUATION = "until the evaluation ends: warmline study end"


def _answered(name: str, kind: Type, what: str, **how: Any) -> Column[Any]:
    return _column(name, kind, what, COUNT, END_OF_EVALUATION, **how)


survey_answer = Table(
    "survey_answer",
    metadata,
    _answered("id", String(32), "random; in no other table", primary_key=True),
    _answered("line", String(40), "the line"),
    _answered("month", Date(), "the month's first day"),
    _answered("language", String(8), "language code"),
    *(
        _answered(f"answer_{n}", Integer(), f"answer to question {n}, 1 to 5", nullable=True)
        for n in (1, 2, 3)
    ),
    sqlite_with_rowid=False,
)

study_answer = Table(
    "study_answer",
    metadata,
    _answered("id", String(32), "random; in no other table", primary_key=True),
    _answered("line", String(40), "the line"),
    _answered(
        "box",
        Text(),
        "a study code, the month and the answers; only the evaluator's key opens it",
    ),
    sqlite_with_rowid=False,
)

A_YEAR_AFTER = "a year after it has ended"


def _held(name: str, kind: Type, what: str, **how: Any) -> Column[Any]:
    return _column(name, kind, what, SETTING, A_YEAR_AFTER, **how)


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
