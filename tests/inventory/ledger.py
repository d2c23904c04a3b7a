"""What is really stored, held against the inventory. Every finding is a sentence."""

from __future__ import annotations

import ast
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import redis

from warmline.domain.kept import Field, Kept
from warmline.inventory import FILES, LOG_FIELDS, STORE, database, of_the_tools

NO_END: Final = -1
LOOK: Final = """
local out = {}
for _, k in ipairs(redis.call('KEYS', '*')) do
  local t = redis.call('TYPE', k).ok
  out[#out + 1] = { k, t, redis.call('TTL', k), t == 'hash' and redis.call('HKEYS', k) or {} }
end
return cjson.encode(out)
"""
"""Every key with its type, its time to live and its fields, as of one instant."""


@dataclass
class Ledger:
    """Looks at a store, as often as wanted, and remembers what it saw and what it objects to."""

    connection: redis.Redis
    seen: set[tuple[str, str]] = field(default_factory=set)
    objections: set[str] = field(default_factory=set)

    def look(self, *, ended: bool = False) -> None:
        """Look at everything. `ended`: no call lives any more, so shorter lives hold.

        A call back that is still promised goes on living.
        """
        rows: list[Any] = json.loads(str(self.connection.eval(LOOK, 0), "utf-8"))
        names = {row[0] for row in rows}
        for name, kind, ttl, fields in rows:
            kept = declared(name)
            if kept is None:
                self.objections.add(f"{name} ({kind}) is not in the inventory")
                continue
            self.seen.add((kept.name, ""))
            promised = name.replace("wl:call:", "wl:callback:")
            over = ended and (promised == name or promised not in names)
            self.objections |= set(against(kept, kind, ttl, ended=over))
            for one in fields:
                self._field(kept, one)

    def _field(self, kept: Kept, name: str) -> None:
        found = field_of(kept, name)
        if found is None:
            self.objections.add(f"{kept.name} has a field {name} that is not in the inventory")
        else:
            self.seen.add((kept.name, found.name))

    def dead(self, declarations: Iterable[Kept] = STORE) -> Iterator[str]:
        """Declarations of what was never seen, and reasons for what was."""
        yield from self.unseen(declarations)
        yield from self.seen_though_unseen(declarations)

    def unseen(self, declarations: Iterable[Kept] = STORE) -> list[str]:
        """What is declared and was never seen."""
        return [
            f"{kept.name} {name} is never seen"
            for kept, name, reason in _declarations(declarations)
            if not reason and (kept.name, name) not in self.seen
        ]

    def seen_though_unseen(self, declarations: Iterable[Kept] = STORE) -> list[str]:
        """What was seen though its declaration says why it cannot be."""
        return [
            f"{kept.name} {name} is seen, though it says: {reason}"
            for kept, name, reason in _declarations(declarations)
            if reason and (kept.name, name) in self.seen
        ]


def _declarations(declarations: Iterable[Kept]) -> Iterator[tuple[Kept, str, str]]:
    """Each key and each field, with the reason why no story shows it."""
    for kept in declarations:
        yield kept, "", kept.unseen
        yield from ((kept, one.name, one.unseen) for one in kept.fields)


@cache
def declared(name: str) -> Kept | None:
    """The declaration of a key. Two would be one too many."""
    found = [one for one in STORE if one.covers(name)]
    assert len(found) < 2, f"{name} is declared twice"
    return found[0] if found else None


@cache
def field_of(kept: Kept, name: str) -> Field | None:
    """The declaration of a field."""
    return kept.field(name)


def against(kept: Kept, kind: str, ttl: int, *, ended: bool = False) -> Iterator[str]:
    """What is to be said against a key of that type and time to live."""
    if kind != kept.kind:
        yield f"{kept.name} is a {kind}, not a {kept.kind}"
    most = (kept.ended if ended else None) or kept.seconds
    if most is not None and ttl == NO_END and not kept.open_end:
        yield f"{kept.name} has no end"
    if most is not None and ttl > most:
        yield f"{kept.name} lives longer than {most} s"
    if most is None and ttl != NO_END:
        yield f"{kept.name} has an end of which the inventory says nothing"


def unknown_columns(file: Path) -> list[str]:
    """Tables and columns of a SQLite file that the inventory does not name."""
    known = {one.name for one in database()}
    known |= {f"{one.name}.{column.name}" for one in of_the_tools() for column in one.fields}
    with sqlite3.connect(file) as connection:
        tables = [
            row[0]
            for row in connection.execute("select name from sqlite_master where type='table'")
        ]
        found = {
            f"{table}.{row[1]}"
            for table in tables
            for row in connection.execute(f'pragma table_info("{table}")')
        }
    connection.close()
    return sorted(found - known)


def unknown_log_fields(lines: Iterable[Iterable[str]]) -> list[str]:
    """Fields of log lines that the inventory does not name."""
    return sorted({name for line in lines for name in line} - {one.name for one in LOG_FIELDS})


def logged_in(code: str) -> Iterator[set[str]]:
    """The fields of every line that a module's source can log through structlog."""
    if "structlog" not in code:
        return
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if isinstance(node.func.value, ast.Name) and node.func.value.id == "log":
            yield {word.arg or "**" for word in node.keywords}


def unknown_files(folder: Path) -> list[str]:
    """Files in a data folder that the inventory does not name."""
    names = (str(p.relative_to(folder)) for p in folder.rglob("*") if not p.is_dir())
    return sorted(name for name in names if not any(one.covers(name) for one in FILES))
