"""`[agency]` and `[tags]`: how a code or a tag is said to callers, in each language."""

from __future__ import annotations

from collections.abc import Collection

from warmline.adapters.toml.table import Table
from warmline.adapters.toml.values import Unfit, text
from warmline.domain.wording import did_you_mean, listed

MOST_CHARACTERS = 60

Names = dict[str, dict[str, str]]


def read_names(
    file: Table, key: str, languages: Collection[str], known: Collection[str] | None = None
) -> Names:
    """The words of a table like `north = { en = "North County", es = "Condado Norte" }`.

    `known` are the codes that supporters of the file have: others would never be said. None: any
    will do, as supporters may choose a tag later, or give it up. A language may be left out.
    """
    table = file.table(key, f"[{key}]")
    found: Names = {}
    for name in table.names():
        # A tag that nobody has worded yet can be chosen; an agency is here for its words alone.
        fits = _table if known is None else _written_inside
        if not table.take(name, fits, otherwise=False):
            continue
        words = table.table(name, f'[{key}] "{name}"')
        if known is not None and name not in known:
            near = did_you_mean(name, known)
            named = listed([f'"{one}"' for one in sorted(known)])
            have = f" They have {named}." if known else ""
            words.problem(f"No supporter in this file has it.{near or have}")
        said = {one: words.take(one, text(MOST_CHARACTERS), "") for one in languages}
        words.done()
        found[name] = {code: one for code, one in said.items() if one}
    table.done()
    return found


def _written_inside(value: object) -> bool:
    """That there are languages in it, whatever they say."""
    return _table(value or None)


def _table(value: object) -> bool:
    if not isinstance(value, dict):
        raise Unfit('Write its words for each language, like { en = "…", es = "…" }.')
    return True
