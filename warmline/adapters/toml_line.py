"""`line.toml`: one line as its coordinator writes it down.

Everything wrong with a file is found at once; nothing of a file with a problem is used.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from warmline.adapters.toml.names import read_names
from warmline.adapters.toml.people import read_limits, read_supporters, read_vouched
from warmline.adapters.toml.places import read_places
from warmline.adapters.toml.shifts import read_days_off, read_one_off, read_shifts
from warmline.adapters.toml.table import Table, read_toml
from warmline.adapters.toml.values import (
    day,
    flag,
    language,
    number,
    phone,
    public_key,
    several,
    spans,
    text,
    whole,
    zone,
)
from warmline.adapters.toml.voices import read_statement, read_voices
from warmline.domain.flood import Caps
from warmline.domain.line import (
    WEEK,
    Holiday,
    Hours,
    Limits,
    Line,
    LineBook,
    Place,
    Ringing,
    Span,
)
from warmline.domain.numbers import mask
from warmline.domain.onboarding import AGREEMENT
from warmline.domain.places import LIFELINE_NUMBER
from warmline.domain.problems import BadFile
from warmline.domain.reminders import Reminders
from warmline.domain.spans import running_into

_CLOSED: tuple[Span, ...] = ()
_NOTHING_MORE: tuple[str, ...] = ()


def read_line_file(
    contents: str,
    *,
    seed: Sequence[Place] = (),
    languages: Collection[str] = ("en", "es"),
    drafts: Collection[str] = (),
    others: Sequence[LineBook] = (),
) -> LineBook:
    """The line that is written down, with aliases standing in for supporter ids.

    `seed` is the directory that the file's places change, `languages` are those that can be
    spoken, `drafts` those that nobody has reviewed yet, and `others` the books that the
    installation has: no number may be used twice.
    Raises BadFile with every problem.
    """
    file = read_toml(contents)
    hours = _read_hours(file)
    ringing = _read_ringing(file.table("ringing", "[ringing]"))
    flood = _read_flood(file.table("flood", "[flood]"))
    limits = read_limits(file.table("limits", "[limits]"), Limits())
    table = file.table("line", "[line]")
    line, others = _read_line(table, hours, ringing, languages, drafts, others)
    supporters = read_supporters(file, line.languages, limits, _taken(line, others))
    aliases = [str(table.raw("alias")) for table in file.tables("supporter")]
    agencies = {one.agency for one in supporters if one.agency}
    line = replace(
        line,
        flood=flood,
        voices=read_voices(file, languages),
        agency_names=read_names(file, "agency", languages, agencies),
        tag_words=read_names(file, "tags", languages),
        reminders=_read_reminders(file.table("reminders", "[reminders]")),
        onboarding=_read_onboarding(file.table("onboarding", "[onboarding]")),
    )
    book = LineBook(
        line=line,
        supporters=supporters,
        shifts=(*read_shifts(file, aliases), *read_one_off(file, aliases)),
        days_off=read_days_off(file, aliases),
        places=read_places(file, seed, languages),
        vouched=read_vouched(file),
    )
    file.done()
    if file.problems:
        raise BadFile(file.problems)
    return book


def _read_reminders(table: Table) -> Reminders:
    base = Reminders()
    ways = Reminders(
        day_before=table.take("day_before", flag, base.day_before),
        minutes_before=table.take("minutes_before", whole(0, 60, "minutes"), base.minutes_before),
        call=table.take("call", flag, base.call),
    )
    table.done()
    return ways


def _read_onboarding(table: Table) -> tuple[str, ...]:
    """What a new supporter does before their first shift, besides agreeing."""
    items = table.take("items", several(text(80), "items", least=0), _NOTHING_MORE)
    if AGREEMENT in items:
        table.problem("Everybody agrees in any event: leave it out.", "items")
    table.done()
    return items


def _read_line(
    table: Table,
    hours: Hours,
    ringing: Ringing,
    languages: Collection[str],
    drafts: Collection[str],
    books: Sequence[LineBook],
) -> tuple[Line, list[LineBook]]:
    """The line itself, and the books of the other lines."""
    spoken = several(language(languages, drafts), "language codes")
    line = Line(
        id=table.need(
            "id", text(40, r"[a-z][a-z0-9-]*", "Use small letters, digits and hyphens."), ""
        ),
        name=table.need("name", text(80), ""),
        numbers=table.need("numbers", several(phone(toll_free=True), "phone numbers"), ()),
        zone=table.need("time_zone", zone, ZoneInfo("UTC")),
        languages=table.need("languages", spoken, tuple(languages)),
        hours=hours,
        ringing=ringing,
        ask_peer_question=table.take("ask_peer_question", flag, otherwise=False),
        alert_phone=table.take("alert_phone", phone(), ""),
        backup_phone=table.take("backup_phone", phone(toll_free=True), ""),
        shared_numbers=table.take(
            "shared_numbers", several(phone(toll_free=True), "phone numbers"), ()
        ),
        crisis_number=table.take("crisis_number", phone(toll_free=True), LIFELINE_NUMBER),
        run_by=read_statement(table, "run_by", languages),
        mandated_reporting=read_statement(table, "mandated_reporting", languages),
        survey=table.take("survey", flag, otherwise=False),
        study_key=table.take("study_key", public_key, ""),
    )
    table.done()
    others = [book for book in books if book.line.id != line.id]
    for book in others:
        if set(book.line.numbers) & set(line.numbers):
            table.problem(
                f'The line "{book.line.id}" has one of these numbers already. '
                "A number reaches one line.",
                "numbers",
            )
    _check_backup(table, line, others)
    return line, others


def _check_backup(table: Table, line: Line, others: Sequence[LineBook]) -> None:
    """Whoever stands in for all of ours is none of ours. Supporters are checked with theirs."""
    taken = _taken(replace(line, backup_phone=""), others)
    if line.backup_phone == LIFELINE_NUMBER:
        table.problem(
            "This is 988, which callers are told anyway. Name somebody who can help them "
            "find their way, or leave it out.",
            "backup_phone",
        )
    elif line.backup_phone in taken:
        table.problem(
            f"{taken[line.backup_phone]} has this number ({mask(line.backup_phone)}), and would "
            "be rung by every caller while all is down. Name somebody else, or leave it out.",
            "backup_phone",
        )


def _taken(line: Line, others: Sequence[LineBook]) -> dict[str, str]:
    """Numbers that no supporter may have, and in words who has them."""
    taken = {
        person.phone: f'A supporter of the line "{book.line.id}"'
        for book in others
        for person in book.supporters
        if person.phone
    }
    for known in (line, *(book.line for book in others)):
        taken.update(dict.fromkeys(known.numbers, f'The line "{known.id}" itself'))
        if known.backup_phone:
            taken.setdefault(known.backup_phone, f'The backup of the line "{known.id}"')
    return taken


def _read_hours(file: Table) -> Hours:
    table = file.table("hours", "[hours]")
    weekly = {weekday: table.need(weekday.value, spans, _CLOSED) for weekday in WEEK}
    table.done()
    for today, tomorrow in running_into(weekly):
        table.problem(
            f"The last span of {today} passes midnight and runs into the first of {tomorrow}. "
            "End the one or begin the other so that they part.",
            today.value,
        )
    return Hours(weekly, _read_holidays(file))


def _read_holidays(file: Table) -> tuple[Holiday, ...]:
    found: list[Holiday] = []
    for table in file.tables("holiday"):
        holiday = Holiday(
            on=table.need("date", day, date.min),
            name=table.take("name", text(60), ""),
            spans=table.take("hours", spans, _CLOSED),
        )
        table.done()
        if holiday.on in {other.on for other in found}:
            table.problem("This date stands in the file twice. Keep one of them.", "date")
        if holiday.on != date.min:
            found.append(holiday)
    return tuple(sorted(found, key=lambda holiday: holiday.on))


def _read_flood(table: Table) -> Caps:
    base = Caps()
    caps = Caps(
        calls_a_minute=table.take("calls_a_minute", whole(10, 6000, "calls"), base.calls_a_minute),
        callers_waiting=table.take(
            "callers_waiting", whole(4, 1000, "callers"), base.callers_waiting
        ),
        offers_in_ten_minutes=table.take(
            "offers_in_ten_minutes", whole(2, 30, "offers"), base.offers_in_ten_minutes
        ),
    )
    table.done()
    return caps


def _read_ringing(table: Table) -> Ringing:
    base = Ringing()
    ringing = Ringing(
        first_wave=table.take("first_wave", whole(1, 20, "phones"), base.first_wave),
        wave_every=table.take("wave_every", number(1, 60, "seconds"), base.wave_every),
        at_once=table.take("at_once", whole(1, 20, "phones"), base.at_once),
        ring_seconds=table.take("ring_seconds", whole(10, 60, "seconds"), base.ring_seconds),
        key_window=table.take("key_window", number(4, 20, "seconds"), base.key_window),
    )
    if ringing.at_once < ringing.first_wave:
        table.problem(
            f"At most {ringing.at_once} phones may ring at once, but the first wave is "
            f"{ringing.first_wave}. Raise at_once or lower first_wave.",
            "at_once",
        )
    table.done()
    return ringing
