"""What changes between two books of a line, in plain sentences. Supporters' phones are masked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import Field, fields, replace
from typing import Any, TypeVar

from warmline.domain import naming
from warmline.domain.line import (
    WEEK,
    DayOff,
    Holiday,
    LineBook,
    Place,
    PlanKeeper,
    Role,
    Shift,
    Span,
    Supporter,
)
from warmline.domain.numbers import mask
from warmline.domain.rules import said
from warmline.domain.spans import span_text
from warmline.domain.wording import listed

Row = TypeVar("Row", Shift, DayOff)
_PHONES = {
    "alert_phone": "Told when callers find nobody",
    "backup_phone": "Rung when all of ours is down (write warmline fallback anew)",
}
_BY_NAME = {"agency_names": "Agency", "tag_words": "Tag", "voices": "Voice for"}
_TOLD_APART = {"hours", "ringing", "flood", "kept_in", "reminders"}
_KEEPERS = {
    PlanKeeper.FILE: "From now on the line is kept in its file, and no longer in the console.",
    PlanKeeper.CONSOLE: "From now on the line is kept in the console, and no longer in its file.",
}


def differences(current: LineBook | None, wanted: LineBook) -> list[str]:
    """One sentence for each change; none when both books say the same.

    What no file says is left out: wishes, swaps, refused and confirmed numbers, switches, a
    legal hold.
    """
    if current is None:
        return list(_new_line(wanted))
    unsaid: dict[str, Any] = {"wishes": (), "swaps": (), "refused": (), "held": False}
    unsaid |= {"unconfirmed": frozenset(), "vouched": frozenset(), "switches": ()}
    vouched = list(_vouched(current, wanted))
    if replace(current, **unsaid) == replace(wanted, **unsaid):
        return vouched
    found = [
        *_line(current, wanted),
        *_supporters(current, wanted),
        *_rows(current, wanted, _repeating, shift_text, "shift"),
        *_rows(current, wanted, _single, shift_text, "single shift"),
        *_rows(current, wanted, lambda book: book.days_off, _day_off_text, "days off"),
        *directory_changes(current, wanted),
    ]
    found += vouched
    return found or ["The order in which things are written down changes."]


def _new_line(book: LineBook) -> Iterator[str]:
    line = book.line
    yield f"New line: {line.name} ({line.id}), reached at {listed(line.numbers)}."
    for day in WEEK:
        yield f"Hours on {day}: {_spans_text(line.hours.weekly.get(day, ()))}."
    yield from (f"New holiday: {_holiday_text(one)}." for one in line.hours.holidays)
    yield from (_new_supporter(one) for one in book.supporters)
    empty = replace(book, shifts=(), days_off=())
    yield from _rows(empty, book, _repeating, shift_text, "shift")
    yield from _rows(empty, book, _single, shift_text, "single shift")
    yield from _rows(empty, book, lambda known: known.days_off, _day_off_text, "days off")
    yield from directory_changes(None, book)


def _line(current: LineBook, wanted: LineBook) -> Iterator[str]:
    for field in fields(wanted.line):
        if field.name not in _TOLD_APART | {*_PHONES, *_BY_NAME}:
            yield from _changed("The line", field, current.line, wanted.line)
    for name, what in _BY_NAME.items():
        yield from naming.changes(what, getattr(current.line, name), getattr(wanted.line, name))
    if current.line.kept_in is not wanted.line.kept_in:
        yield _KEEPERS[wanted.line.kept_in]
    for name, what in _PHONES.items():
        old, new = getattr(current.line, name), getattr(wanted.line, name)
        if old != new:
            yield f"{what}: {_phone_text(old)} becomes {_phone_text(new)}."
    for field in fields(wanted.line.ringing):
        yield from _changed("Ringing", field, current.line.ringing, wanted.line.ringing)
    for field in fields(wanted.line.flood):
        yield from _changed("When very many call", field, current.line.flood, wanted.line.flood)
    for field in fields(wanted.line.reminders):
        yield from _changed("Reminders", field, current.line.reminders, wanted.line.reminders)
    before, after = current.line.hours, wanted.line.hours
    for day in WEEK:
        was, will_be = (_spans_text(hours.weekly.get(day, ())) for hours in (before, after))
        if was != will_be:
            yield f"Hours on {day}: {was} becomes {will_be}."
    yield from _holidays(before.holidays, after.holidays)


def _holidays(before: Sequence[Holiday], after: Sequence[Holiday]) -> Iterator[str]:
    old, new = {one.on: one for one in before}, {one.on: one for one in after}
    for on in sorted({*old, *new}):
        if on not in old:
            yield f"New holiday: {_holiday_text(new[on])}."
        elif on not in new:
            yield f"Removed holiday: {_holiday_text(old[on])}."
        elif old[on].spans != new[on].spans:
            yield f"Changed holiday: {_holiday_text(old[on])} becomes {_spans_text(new[on].spans)}."
        elif old[on] != new[on]:
            yield f"Changed holiday: {on} is called {new[on].name or 'nothing'}."


def _changed(whose: str, field: Field[Any], before: object, after: object) -> Iterator[str]:
    old, new = getattr(before, field.name), getattr(after, field.name)
    if old != new:
        name = field.name.replace("_", " ")
        yield f"{whose}: {name} changes from {_text(old)} to {_text(new)}."


def _supporters(current: LineBook, wanted: LineBook) -> Iterator[str]:
    before = {one.id: one for one in current.supporters}
    after = {one.id: one for one in wanted.supporters}
    for key, one in before.items():
        if key not in after:
            yield f"Supporter {one.alias} leaves, with all their shifts and their phone number."
    for key, one in after.items():
        if key not in before:
            yield _new_supporter(one)
        else:
            yield from _supporter(before[key], one)


def _vouched(current: LineBook, wanted: LineBook) -> Iterator[str]:
    """Numbers that could not be rung so far, and can from now on."""
    before = {one.id: one.phone for one in current.supporters}
    for one in wanted.supporters:
        if one.id in wanted.vouched & current.unconfirmed and before.get(one.id) == one.phone:
            yield f"{one.alias}: the file vouches for their number, which may be rung."


def _phone_text(phone: str) -> str:
    return mask(phone) if phone else "nobody"


def _new_supporter(one: Supporter) -> str:
    kind = one.kind.replace("_", " ")
    return f"New supporter: {one.alias} ({kind}, {listed(one.languages)}), phone {mask(one.phone)}."


def _supporter(before: Supporter, after: Supporter) -> Iterator[str]:
    if not before.phone:
        yield (
            f"{after.alias}: their phone is written anew ({mask(after.phone)}); "
            "the kept one needs another SECRET_KEY."
        )
    elif before.phone != after.phone:
        yield f"{after.alias}: phone changes from {mask(before.phone)} to {mask(after.phone)}."
    for field in fields(after):
        unread = field.name == "paused" and not before.phone
        if field.name not in {"phone", "limits"} and not unread:
            yield from _changed(after.alias, field, before, after)
    for field in fields(after.limits):
        yield from _changed(f"{after.alias}'s limits", field, before.limits, after.limits)


def _rows(
    current: LineBook,
    wanted: LineBook,
    rows: Callable[[LineBook], Sequence[Row]],
    say: Callable[[Row], str],
    what: str,
) -> Iterator[str]:
    """Rows have no name of their own: a changed one is one removed and one new.

    Those of supporters who leave go without a sentence: theirs says it.
    """
    before, after = (Counter(map(_unnamed, rows(book))) for book in (current, wanted))
    old_names = {one.id: one.alias for one in current.supporters}
    names = {one.id: one.alias for one in wanted.supporters}
    for row in (before - after).elements():
        if row.supporter in names:
            yield f"Removed {what}: {old_names[row.supporter]}, {say(row)}."
    for row in (after - before).elements():
        yield f"New {what}: {names[row.supporter]}, {say(row)}."


def _unnamed(row: Any) -> Any:
    """A shift without its id, which tells nothing of it; days off have none."""
    return replace(row, id="") if isinstance(row, Shift) else row


def directory_changes(current: LineBook | None, wanted: LineBook) -> list[str]:
    """The same for the directory alone."""
    if current is None:
        return [*_places_of_a_new_line(wanted), *_proposals(replace(wanted, proposals=()), wanted)]
    return [*place_changes(current.places, wanted.places), *_proposals(current, wanted)]


def _places_of_a_new_line(book: LineBook) -> Iterator[str]:
    if book.places:
        named = [place.name for place in book.places if place.enabled]
        yield f"Of {len(book.places)} other places {len(named)} are named: {listed(named)}."


def _proposals(current: LineBook, wanted: LineBook) -> Iterator[str]:
    known = {one.id for one in current.proposals}
    for one in wanted.proposals:
        if one.id not in known:
            yield (
                f"A change to the crisis row {one.key} is proposed by {one.by} and waits for "
                f"somebody else: warmline directory approve {one.id}"
            )


def place_changes(before: Sequence[Place], after: Sequence[Place]) -> Iterator[str]:
    """One sentence for each fact of the directory that changes."""
    old, new = {one.key: one for one in before}, {one.key: one for one in after}
    for key in old.keys() - new.keys():
        yield f"Place {old[key].name} ({key}) is removed."
    for key, place in new.items():
        if key not in old:
            yield f"New place: {place.name} ({key}), {_named(place)}."
            continue
        for field in fields(place):
            if field.name == "enabled" and place.enabled != old[key].enabled:
                yield f"Place {place.name} ({key}) is from now on {_named(place)}."
            else:
                yield from _changed(f"Place {place.name} ({key})", field, old[key], place)


def _named(place: Place) -> str:
    return "named to callers" if place.enabled else "not named to callers"


def _repeating(book: LineBook) -> Sequence[Shift]:
    return [shift for shift in book.shifts if shift.rule]


def _single(book: LineBook) -> Sequence[Shift]:
    return [shift for shift in book.shifts if not shift.rule]


def shift_text(shift: Shift) -> str:
    """A shift in words, without whose it is: `mon and fri 18:00-22:00 as a backup`."""
    parts = [f"{said(shift.rule) if shift.rule else shift.first} {span_text(shift.span)}"]
    parts.append(_ROLES[shift.role])
    if shift.order is not None:
        parts.append(f", number {shift.order} to ring")
    if shift.rule and shift.first:
        parts.append(f", first on {shift.first}")
    if shift.last:
        parts.append(f", last on {shift.last}")
    if shift.without:
        parts.append(f", but not on {listed([str(day) for day in shift.without])}")
    return "".join(parts)


_ROLES = {
    Role.CALLS: "",
    Role.BACKUP: " as a backup",
    Role.DEBRIEFS: " for debriefs",
    Role.DEBRIEFS_BACKUP: " as a backup for debriefs",
}


def _day_off_text(leave: DayOff) -> str:
    if leave.first == leave.last:
        return str(leave.first)
    return f"{leave.first} to {leave.last}"


def _spans_text(spans: Sequence[Span]) -> str:
    return listed([span_text(span) for span in spans]) or "closed"


def _holiday_text(holiday: Holiday) -> str:
    name = f" {holiday.name}" if holiday.name else ""
    return f"{holiday.on}{name}, {_spans_text(holiday.spans)}"


def _text(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case None | "" | ():
            return "nothing"
        case Span():
            return span_text(value)
        case tuple():
            return listed([str(one) for one in value])
        case dict():
            return listed([f"{name} ({_text(one)})" for name, one in value.items()]) or "nothing"
        case frozenset():
            return listed(sorted(map(str, value))) or "nothing"
        case _:
            return str(value)
