"""Lines, supporters and their shifts, places, and ended calls."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("password", sa.String(length=200), nullable=False),
        sa.Column("stamp", sa.String(length=64), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("second_factor_sealed", sa.Text(), nullable=False),
        sa.Column("recovery_codes_sealed", sa.Text(), nullable=False),
        sa.Column("invitation", sa.String(length=64), nullable=False),
        sa.Column("invited_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("name", name=op.f("uq_account_name")),
        sa.UniqueConstraint("stamp", name=op.f("uq_account_stamp")),
    )
    op.create_table(
        "account_grant",
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("line_id", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_account_grant_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "role", "line_id", name=op.f("pk_account_grant")),
    )
    op.create_table(
        "passkey",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.Column("credential", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("counter", sa.BigInteger(), nullable=False),
        sa.Column("transports", sa.JSON(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_passkey_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey")),
        sa.UniqueConstraint("account_id", "name", name=op.f("uq_passkey_account_id_name")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=60), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("about", sa.String(length=120), nullable=False),
        sa.Column("line_id", sa.String(length=40), nullable=False),
        sa.Column("told", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    op.create_index(op.f("ix_audit_entry_at"), "audit_entry", ["at"])
    op.create_table(
        "call_row",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("line", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("wait", sa.String(length=20), nullable=False),
        sa.Column("talk", sa.String(length=20), nullable=False),
        sa.Column("offers", sa.Integer(), nullable=False),
        sa.Column("crisis_key", sa.Boolean(), nullable=False),
        sa.Column("places_heard", sa.JSON(), nullable=False),
        sa.Column("callback", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_row")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_call_row_line_day"), "call_row", ["line", "day"])
    op.create_table(
        "counter",
        sa.Column("line", sa.String(length=40), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("what", sa.String(length=12), nullable=False),
        sa.Column("value", sa.String(length=20), nullable=False),
        sa.Column("tally", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("line", "since", "what", "value", name=op.f("pk_counter")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quarter_sums",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("line", sa.String(length=40), nullable=False),
        sa.Column("quarter", sa.Date(), nullable=False),
        sa.Column("part", sa.String(length=8), nullable=False),
        sa.Column("sums_sealed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarter_sums")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quarter_report",
        sa.Column("line", sa.String(length=40), nullable=False),
        sa.Column("quarter", sa.Date(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("line", "quarter", name=op.f("pk_quarter_report")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "survey_answer",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("line", sa.String(length=40), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("answer_1", sa.Integer(), nullable=True),
        sa.Column("answer_2", sa.Integer(), nullable=True),
        sa.Column("answer_3", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_answer")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "study_answer",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("line", sa.String(length=40), nullable=False),
        sa.Column("box", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study_answer")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "legal_hold",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("why", sa.String(length=200), nullable=False),
        sa.Column("proposed_by", sa.String(length=60), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_by", sa.String(length=60), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_by", sa.String(length=60), nullable=True),
        sa.Column("ended_by", sa.String(length=60), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_hold")),
    )
    op.create_table(
        "line",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("hours", sa.JSON(), nullable=False),
        sa.Column("ringing", sa.JSON(), nullable=False),
        sa.Column("flood", sa.JSON(), nullable=False),
        sa.Column("ask_peer_question", sa.Boolean(), nullable=False),
        sa.Column("crisis_number", sa.String(length=16), nullable=False),
        sa.Column("agency_names", sa.JSON(), nullable=False),
        sa.Column("tag_words", sa.JSON(), nullable=False),
        sa.Column("alert_phone_sealed", sa.String(length=400), nullable=False),
        sa.Column("backup_phone_sealed", sa.String(length=400), nullable=False),
        sa.Column("shared_numbers_sealed", sa.Text(), nullable=False),
        sa.Column("voices", sa.JSON(), nullable=False),
        sa.Column("run_by", sa.JSON(), nullable=False),
        sa.Column("mandated_reporting", sa.JSON(), nullable=False),
        sa.Column("survey", sa.Boolean(), nullable=False),
        sa.Column("study_key", sa.String(length=64), nullable=False),
        sa.Column("kept_in", sa.String(length=12), nullable=False),
        sa.Column("reminders", sa.JSON(), nullable=False),
        sa.Column("onboarding", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line")),
    )
    op.create_table(
        "line_number",
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("line_id", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["line_id"], ["line.id"], name=op.f("fk_line_number_line_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_line_number")),
    )
    op.create_table(
        "own_recording",
        sa.Column("line_id", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("message", sa.String(length=60), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("sound", sa.String(length=32), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("wav", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["line_id"], ["line.id"], name=op.f("fk_own_recording_line_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("line_id", "language", "message", name=op.f("pk_own_recording")),
    )
    op.create_index(op.f("ix_own_recording_sound"), "own_recording", ["sound"])
    op.create_table(
        "own_sentence",
        sa.Column("line_id", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("message", sa.String(length=60), nullable=False),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["line_id"], ["line.id"], name=op.f("fk_own_sentence_line_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("line_id", "language", "message", name=op.f("pk_own_sentence")),
    )
    op.create_table(
        "place",
        sa.Column("line_id", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("dial", sa.String(length=16), nullable=False),
        sa.Column("short_code", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(length=60), nullable=False),
        sa.Column("audience", sa.String(length=200), nullable=False),
        sa.Column("hours", sa.String(length=120), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("police", sa.String(length=60), nullable=False),
        sa.Column("bridgeable", sa.Boolean(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("local", sa.Boolean(), nullable=False),
        sa.Column("spoken", sa.JSON(), nullable=False),
        sa.Column("serves", sa.JSON(), nullable=False),
        sa.Column("owner", sa.String(length=60), nullable=False),
        sa.Column("method", sa.String(length=120), nullable=False),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("verified_by", sa.String(length=60), nullable=False),
        sa.Column("verify_by", sa.Date(), nullable=True),
        sa.Column("waived_by", sa.String(length=60), nullable=False),
        sa.Column("waived_why", sa.String(length=200), nullable=False),
        sa.Column("remark", sa.String(length=300), nullable=False),
        sa.Column("kept_in", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["line_id"], ["line.id"], name=op.f("fk_place_line_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("line_id", "key", name=op.f("pk_place")),
    )
    op.create_table(
        "place_proposal",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("line_id", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column("base", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(length=60), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["line_id"], ["line.id"], name=op.f("fk_place_proposal_line_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_proposal")),
    )
    op.create_table(
        "directory_change",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("line_id", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=60), nullable=False),
        sa.Column("what", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(
            ["line_id"], ["line.id"], name=op.f("fk_directory_change_line_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_change")),
    )
    op.create_index(op.f("ix_directory_change_line_id"), "directory_change", ["line_id"])
    op.create_table(
        "supporter",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("line_id", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("alias", sa.String(length=40), nullable=False),
        sa.Column("phone_sealed", sa.String(length=400), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("tags", sa.JSON(), nullable=False),
        sa.Column("agency", sa.String(length=64), nullable=True),
        sa.Column("limits", sa.JSON(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("texts_off", sa.Boolean(), nullable=False),
        sa.Column("pin", sa.String(length=200), nullable=False),
        sa.Column("short_number", sa.String(length=8), nullable=True),
        sa.ForeignKeyConstraint(
            ["line_id"], ["line.id"], name=op.f("fk_supporter_line_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supporter")),
        sa.UniqueConstraint("line_id", "alias", name=op.f("uq_supporter_line_id_alias")),
        sa.UniqueConstraint(
            "line_id", "short_number", name=op.f("uq_supporter_line_id_short_number")
        ),
    )
    op.create_table(
        "day_off",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("supporter_id", sa.String(length=32), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporter.id"],
            name=op.f("fk_day_off_supporter_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_off")),
    )
    op.create_index(op.f("ix_day_off_supporter_id"), "day_off", ["supporter_id"])
    op.create_table(
        "emergency_switch",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("line_id", sa.String(length=40), nullable=False),
        sa.Column("means", sa.String(length=12), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=60), nullable=False),
        sa.Column("alias", sa.String(length=40), nullable=False),
        sa.Column("phone_sealed", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(
            ["line_id"], ["line.id"], name=op.f("fk_emergency_switch_line_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_emergency_switch")),
    )
    op.create_index(op.f("ix_emergency_switch_line_id"), "emergency_switch", ["line_id"])
    op.create_table(
        "duty_wish",
        sa.Column("supporter_id", sa.String(length=32), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("on_duty", sa.Boolean(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("anyway", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporter.id"],
            name=op.f("fk_duty_wish_supporter_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("supporter_id", "since", name=op.f("pk_duty_wish")),
    )
    op.create_table(
        "refused_number",
        sa.Column("supporter_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporter.id"],
            name=op.f("fk_refused_number_supporter_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("supporter_id", name=op.f("pk_refused_number")),
    )
    op.create_table(
        "confirmed_number",
        sa.Column("supporter_id", sa.String(length=32), nullable=False),
        sa.Column("how", sa.String(length=8), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporter.id"],
            name=op.f("fk_confirmed_number_supporter_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("supporter_id", name=op.f("pk_confirmed_number")),
    )
    op.create_table(
        "onboarding_step",
        sa.Column("supporter_id", sa.String(length=32), nullable=False),
        sa.Column("step", sa.String(length=80), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporter.id"],
            name=op.f("fk_onboarding_step_supporter_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("supporter_id", "step", name=op.f("pk_onboarding_step")),
    )
    op.create_table(
        "shift",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("supporter_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(length=200), nullable=False),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("without", sa.JSON(), nullable=False),
        sa.Column("span", sa.String(length=11), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("ring_order", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporter.id"],
            name=op.f("fk_shift_supporter_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
    )
    op.create_index(op.f("ix_shift_supporter_id"), "shift", ["supporter_id"])
    op.create_table(
        "swap",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("supporter_id", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("start", sa.String(length=5), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("taker_id", sa.String(length=32), nullable=True),
        sa.Column("giver_id", sa.String(length=32), nullable=True),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporter.id"],
            name=op.f("fk_swap_supporter_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["taker_id"], ["supporter.id"], name=op.f("fk_swap_taker_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["giver_id"], ["supporter.id"], name=op.f("fk_swap_giver_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_swap")),
        sa.UniqueConstraint(
            "supporter_id", "day", "start", "role", name=op.f("uq_swap_supporter_id_day_start_role")
        ),
    )
    op.create_index(op.f("ix_swap_supporter_id"), "swap", ["supporter_id"])
    op.create_index(op.f("ix_swap_taker_id"), "swap", ["taker_id"])
    op.create_index(op.f("ix_swap_giver_id"), "swap", ["giver_id"])
    op.create_table(
        "calendar_address",
        sa.Column("supporter_id", sa.String(length=32), nullable=False),
        sa.Column("secret", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporter.id"],
            name=op.f("fk_calendar_address_supporter_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("supporter_id", name=op.f("pk_calendar_address")),
        sa.UniqueConstraint("secret", name=op.f("uq_calendar_address_secret")),
    )
    op.create_table(
        "reminder",
        sa.Column("supporter_id", sa.String(length=32), nullable=False),
        sa.Column("start", sa.DateTime(timezone=True), nullable=False),
        sa.Column("step", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporter.id"],
            name=op.f("fk_reminder_supporter_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("supporter_id", "start", "step", name=op.f("pk_reminder")),
    )
    op.create_table(
        "supporter_day",
        sa.Column("line_id", sa.String(length=40), nullable=False),
        sa.Column("supporter_id", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("alias", sa.String(length=40), nullable=False),
        sa.Column("duty", sa.Integer(), nullable=True),
        sa.Column("talk", sa.Integer(), nullable=False),
        sa.Column("wrap_up", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("line_id", "supporter_id", "day", name=op.f("pk_supporter_day")),
    )


def downgrade() -> None:
    for name in ("supporter_day", "reminder", "calendar_address", "swap"):
        op.drop_table(name)
    op.drop_index(op.f("ix_shift_supporter_id"), table_name="shift")
    op.drop_table("shift")
    op.drop_table("onboarding_step")
    op.drop_table("confirmed_number")
    op.drop_table("refused_number")
    op.drop_table("duty_wish")
    op.drop_index(op.f("ix_emergency_switch_line_id"), table_name="emergency_switch")
    op.drop_table("emergency_switch")
    op.drop_index(op.f("ix_day_off_supporter_id"), table_name="day_off")
    op.drop_table("day_off")
    op.drop_table("supporter")
    op.drop_index(op.f("ix_directory_change_line_id"), table_name="directory_change")
    op.drop_table("directory_change")
    op.drop_table("place_proposal")
    op.drop_table("place")
    op.drop_table("own_sentence")
    op.drop_index(op.f("ix_own_recording_sound"), table_name="own_recording")
    op.drop_table("own_recording")
    op.drop_table("line_number")
    op.drop_table("line")
    op.drop_index(op.f("ix_call_row_line_day"), table_name="call_row")
    op.drop_table("call_row")
    op.drop_table("counter")
    op.drop_table("quarter_sums")
    op.drop_table("quarter_report")
    op.drop_table("survey_answer")
    op.drop_table("study_answer")
    op.drop_table("legal_hold")
    op.drop_index(op.f("ix_audit_entry_at"), table_name="audit_entry")
    op.drop_table("audit_entry")
    op.drop_table("passkey")
    op.drop_table("account_grant")
    op.drop_table("account")
