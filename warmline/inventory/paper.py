"""The inventory as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warmline import inventory
from warmline.domain.kept import Class, Field, Kept, Reader

HEAD = """# What is kept, where, and for how long

Made from the code by `make docs`; do not edit it by hand. A test plays every story and fails when
something is stored that is not in here. What it means for somebody who calls stands in
[threat-model.md](threat-model.md).

No caller's number, name, agency or place is in any of the tables below but those of the provider.
`/metrics` is there only where `WARMLINE_METRICS_TOKEN` is set. It tells counts of the moment and
keeps none; whoever collects them holds what they have collected.
"""

CLASSES = {
    Class.OPERATION: "how the installation runs; not about a person",
    Class.SETTING: "what a coordinator sets about the line; not about a person",
    Class.COUNT: "coarse facts of one ended call, which by themselves identify nobody",
    Class.SUPPORTER: "personal data of a supporter or coordinator",
    Class.LIVE: "exact times of one call under a random id; points at somebody only for those "
    "who also know who was on the phone at that minute",
    Class.PAIRING: "which supporter was rung for one call, or talked in it",
    Class.CALLER: "leads to a caller, alone or with what the provider still has",
    Class.SECRET: "opens other things",
}
READERS = {
    Reader.OPERATOR: "whoever runs the server, or has its data folder, its store, its database or "
    "a backup of them",
    Reader.KEY: "the same, and only together with the secret key",
    Reader.LOGS: "the same, and whoever reads where the server's output is collected",
    Reader.PROVIDER: "the telephone provider or company, and everybody who can sign in there",
}


def paper() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield HEAD
    yield from _legend("class", {str(one): words for one, words in CLASSES.items()})
    yield from _legend("who can read it", {str(one): words for one, words in READERS.items()})
    yield "Aliases, shifts and the live board are shown by commands on the server; no command shows"
    yield "a telephone number of a person, or a call."
    yield ""
    yield from _section(
        "Database",
        "No caller is in it: an ended call is one row of buckets, and after thirty days counts."
        " SQLite overwrites what is deleted. In PostgreSQL deleted calls go within the hour, and"
        " until then rows stand in the order in which they came; it has logs and backups that are"
        " the operator's.",
        (*inventory.database(), *inventory.of_the_tools()),
    )
    yield from _section(
        "Store: Redis or Valkey",
        "Times to live are held by a test.",
        inventory.STORE,
    )
    yield from _section(
        "Log",
        "A line has these fields and no others.",
        (*inventory.LOG_FIELDS, *inventory.LIBRARIES),
    )
    yield from _section(
        "Files",
        "In the folder `WARMLINE_DATA`, which only the account that runs the warmline may enter."
        " A backup of it holds the secret key beside what the key seals, unless SECRET_KEY is set.",
        inventory.FILES,
    )
    yield from _section(
        "At the provider",
        "Twilio, as its documents describe it; the rest is the rule of every telephone company.",
        (*inventory.PROVIDER, *inventory.BEYOND),
    )


def _legend(title: str, words: dict[str, str]) -> Iterator[str]:
    yield f"| {title} | meaning |"
    yield "|---|---|"
    yield from (f"| {name} | {meaning} |" for name, meaning in words.items())
    yield ""


def _section(title: str, about: str, rows: Iterable[Kept]) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield about
    yield ""
    yield "| what it is called | what it holds | class | who can read it | kept |"
    yield "|---|---|---|---|---|"
    for row in rows:
        until = f"{row.until}; without an end {row.open_end}" if row.open_end else row.until
        yield _row(f"`{row.name}`", row.what, row.cls, row.reader, until)
        yield from (_row(f"· `{one.name}`", *_of(one, row)) for one in row.fields)
    yield ""


def _of(one: Field, row: Kept) -> tuple[str, str, str, str]:
    return one.what, one.cls, one.reader or row.reader, "the same"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
