"""`[[place]]`: rows that change the seed directory or add to it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from warmline.adapters.toml.table import Table
from warmline.adapters.toml.values import (
    flag,
    language,
    one_of,
    optional_text,
    phone,
    several,
    text,
)
from warmline.domain.line import Place
from warmline.domain.numbers import is_short_code

KINDS = (
    "crisis",
    "peer",
    "family",
    "substance",
    "local",
    "eap",
    "therapy",
    "psychiatry",
    "cultural",
    "rights",
    "tools",
    "access",
)
POLICE = ("no", "may", "unknown")


def read_places(
    file: Table, seed: Sequence[Place], languages: Collection[str]
) -> tuple[Place, ...]:
    """The seed directory with this file's changes, then its additions.

    A place named in the file is one that its writer stands for: it is enabled unless they say
    `enabled = false`.
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
    name, kind = text(120), one_of(KINDS)
    place = replace(
        base,
        kind=table.take("kind", kind, base.kind) if seed else table.need("kind", kind, "peer"),
        name=table.take("name", name, base.name) if seed else table.need("name", name, "a place"),
        dial=table.take("dial", phone(toll_free=True), base.dial),
        short_code=table.take("short_code", optional_text(20), base.short_code),
        text=table.take("text", optional_text(60), base.text),
        audience=table.take("audience", optional_text(200), base.audience),
        hours=table.take("hours", optional_text(120), base.hours),
        languages=table.take(
            "languages", several(language(languages), "language codes"), base.languages
        ),
        police=table.take("police", one_of(POLICE), base.police),
        bridgeable=table.take("bridgeable", flag, base.bridgeable),
        enabled=table.take("enabled", flag, otherwise=True),
        local=table.take("local", flag, base.local),
    )
    table.done()
    _refuse_nonsense(table, place)
    return place


def _refuse_nonsense(table: Table, place: Place) -> None:
    if "short_code" in table and place.short_code and not is_short_code(place.short_code):
        table.problem('A short code is three to six digits, like "211".', "short_code")
    if place.enabled and not (place.dial or place.short_code or place.text):
        table.problem(
            'There is nothing to call or text. Give "dial", "short_code" or "text", '
            "or write enabled = false."
        )
    if place.enabled and place.name.startswith("("):
        table.problem('Give it a "name", or write enabled = false.')
