"""`[[place]]`: rows that change the seed directory or add to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any

from warmline.adapters.toml.table import Table
from warmline.adapters.toml.values import (
    Unfit,
    day,
    flag,
    language,
    one_of,
    optional_text,
    phone,
    several,
    text,
)
from warmline.domain.directory.facts import (
    KINDS,
    SLOTS,
    BadFact,
    can_be_reached,
    read_short_code,
    read_text_to,
)
from warmline.domain.line import Keeper, Place

POLICE = ("no", "may", "unknown")


def read_places(
    file: Table, seed: Sequence[Place], languages: Collection[str]
) -> tuple[Place, ...]:
    """The seed directory with this file's changes, then its additions.

    A place named in the file is one that its writer stands for: it is enabled unless they say
    `enabled = false`, or waive it.
    """
    known = {place.key: place for place in seed}
    named: set[str] = set()
    for table in file.tables("place"):
        key = table.need("key", text(40, r"[A-Za-z0-9_]+", "Letters, digits and _ only."), "")
        if key:
            table.title = f'[[place]] "{key}"'
        if key in named:
            table.problem("It stands here twice. Keep one of them.", "key")
        named.add(key)
        known[key] = _read_place(table, known.get(key), key, languages)
    known.pop("", None)
    return tuple(known.values())


def _read_place(table: Table, seed: Place | None, key: str, languages: Collection[str]) -> Place:
    base = seed or Place(key, "", "", local=True)
    name, kind = text(120), one_of([one for one in KINDS if one != "emergency"])
    place = replace(
        base,
        kind=table.take("kind", kind, base.kind) if seed else table.need("kind", kind, "peer"),
        name=table.take("name", name, base.name) if seed else table.need("name", name, "a place"),
        dial=table.take("dial", phone(toll_free=True), base.dial),
        short_code=table.take("short_code", _written(20, read_short_code), base.short_code),
        text=table.take("text", _written(60, read_text_to), base.text),
        audience=table.take("audience", optional_text(200), base.audience),
        hours=table.take("hours", optional_text(120), base.hours),
        languages=table.take(
            "languages", several(language(languages), "language codes"), base.languages
        ),
        police=table.take("police", one_of(POLICE), base.police),
        bridgeable=table.take("bridgeable", flag, base.bridgeable),
        local=table.take("local", flag, base.local),
        spoken={**base.spoken, **_by_language(table, "name", 120, languages)},
        serves={**base.serves, **_by_language(table, "audience", 200, languages)},
        **_care(table, base),
        kept_in=Keeper.FILE,
    )
    place = replace(place, enabled=table.take("enabled", flag, otherwise=not place.waived_by))
    table.done()
    _refuse_nonsense(table, place)
    return place


def _written(most: int, check: Callable[[str], object]) -> Callable[[object], str]:
    """Text that may be empty, or has to make sense as a number."""
    plain = optional_text(most)

    def read(value: object) -> str:
        written = plain(value)
        try:
            if written:
                check(written)
        except BadFact as bad:
            raise Unfit(str(bad)) from None
        return written

    return read


def _by_language(table: Table, what: str, most: int, languages: Collection[str]) -> dict[str, str]:
    """`name_es` and the like: how it is said in each of the line's languages."""
    said = {code: table.take(f"{what}_{code}", optional_text(most), "") for code in languages}
    return {code: words for code, words in said.items() if words}


def _care(table: Table, base: Place) -> dict[str, Any]:
    """Who looks after the row, who made sure of it and when, or who waives it and why."""
    plain = {"owner": 60, "method": 120, "verified_by": 60, "waived_by": 60, "waived_why": 200}
    found: dict[str, Any] = {
        name: table.take(name, optional_text(most), getattr(base, name))
        for name, most in plain.items()
    }
    for name in ("verified_on", "verify_by"):
        if name in table:
            found[name] = table.take(name, day, None)
    return found


def _refuse_nonsense(table: Table, place: Place) -> None:
    if place.enabled and not can_be_reached(place):
        table.problem(
            'There is nothing to call or text. Give "dial", "short_code" or "text", '
            "or write enabled = false."
        )
    if place.enabled and place.name.startswith("("):
        table.problem('Give it a "name", or write enabled = false.')
    if place.bridgeable and not place.dial:
        table.problem('There is no number to connect to: give "dial".', "bridgeable")
    if place.waived_by and (not place.waived_why or place.kind not in SLOTS):
        table.problem(
            f"Only a required slot is waived, and waived_why says why: {', '.join(SLOTS)}.",
            "waived_by",
        )
    if place.verified_on and not place.verified_by:
        table.problem("It says when and not who. Write the name or initials.", "verified_by")
