"""`[[supporter]]` and what they carry at most."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from warmline.adapters.toml.table import Table
from warmline.adapters.toml.values import (
    flag,
    language,
    one_of,
    phone,
    several,
    span,
    text,
    whole,
)
from warmline.domain.line import Kind, Limits, Supporter
from warmline.domain.naming import ALIAS, LONGEST_ALIAS
from warmline.domain.numbers import mask

_NO_TAGS: tuple[str, ...] = ()
ALIAS_RULE = "An alias is spoken to callers: letters, with spaces or hyphens between words."


def read_limits(table: Table, base: Limits) -> Limits:
    """The limits of a table; those that it does not name are as in `base`."""
    limits = Limits(
        calls_per_shift=table.take("calls_per_shift", whole(1, 30), base.calls_per_shift),
        talk_minutes_per_shift=table.take(
            "talk_minutes_per_shift", whole(15, 720, "minutes"), base.talk_minutes_per_shift
        ),
        calls_per_day=table.take("calls_per_day", whole(1, 60), base.calls_per_day),
        talk_minutes_per_day=table.take(
            "talk_minutes_per_day", whole(15, 1440, "minutes"), base.talk_minutes_per_day
        ),
        calls_per_week=table.take("calls_per_week", whole(1, 300), base.calls_per_week),
        talk_minutes_per_week=table.take(
            "talk_minutes_per_week", whole(15, 6000, "minutes"), base.talk_minutes_per_week
        ),
        wrap_up_minutes=table.take("wrap_up_minutes", whole(0, 120), base.wrap_up_minutes),
        long_wrap_up_minutes=table.take(
            "long_wrap_up_minutes", whole(0, 120), base.long_wrap_up_minutes
        ),
        long_talk_minutes=table.take("long_talk_minutes", whole(1, 240), base.long_talk_minutes),
        rest_hours_between_shifts=table.take(
            "rest_hours_between_shifts", whole(0, 48, "hours"), base.rest_hours_between_shifts
        ),
        extra_shift_hours=table.take(
            "extra_shift_hours", whole(1, 12, "hours"), base.extra_shift_hours
        ),
        quiet=table.take("quiet", span, base.quiet),
    )
    table.done()
    return limits


def read_supporters(
    file: Table, languages: Collection[str], base: Limits, taken: Mapping[str, str]
) -> tuple[Supporter, ...]:
    """Every supporter, with the alias as a stand-in for the id.

    `taken` are numbers that somebody has already, and in words who that is.
    """
    found: list[Supporter] = []
    phones = dict(taken)
    for table in file.tables("supporter"):
        person = _read_supporter(table, languages, base)
        if person.alias.casefold() in {other.alias.casefold() for other in found}:
            table.problem(
                f'There is another supporter "{person.alias}". Callers must be able to tell '
                "them apart: choose another alias.",
                "alias",
            )
        elif person.phone in phones:
            table.problem(
                f"{phones[person.phone]} has this number already ({mask(person.phone)}). "
                "Every supporter needs a phone of their own.",
                "phone",
            )
        if person.phone:
            phones[person.phone] = person.alias
        if person.alias:
            found.append(person)
    return tuple(found)


def read_vouched(file: Table) -> frozenset[str]:
    """Aliases of those for whose numbers the file vouches: they have said yes to a person."""
    return frozenset(
        str(table.raw("alias"))
        for table in file.tables("supporter")
        if table.raw("confirmed") is True
    )


def _read_supporter(table: Table, languages: Collection[str], base: Limits) -> Supporter:
    alias = table.need("alias", text(LONGEST_ALIAS, ALIAS, ALIAS_RULE), "")
    if alias:
        table.title = f'[[supporter]] "{alias}"'
    limits = read_limits(table.table("limits", f"{table.title}, limits"), base)
    person = Supporter(
        id=alias,
        alias=alias,
        phone=table.need("phone", phone(), ""),
        languages=table.take(
            "languages", several(language(languages), "language codes"), tuple(languages)[:1]
        ),
        kind=Kind(table.take("kind", one_of([kind.value for kind in Kind]), Kind.PEER.value)),
        tags=frozenset(table.take("tags", several(text(30), "tags", least=0), _NO_TAGS)),
        agency=table.take("agency", text(60), "") or None,
        limits=replace(limits, quiet=table.take("quiet", span, limits.quiet)),
        paused=table.take("paused", flag, otherwise=False),
    )
    table.take("confirmed", flag, otherwise=False)  # see `read_vouched`
    table.done()
    return person
