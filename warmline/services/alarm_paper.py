"""The table of alarms in `docs/operating.md`, made from the alarms themselves: `make docs`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from warmline.domain.alarms import ALARMS
from warmline.prompts import load

BEGIN: Final = "<!-- alarms -->\n"
END: Final = "<!-- /alarms -->"
EXAMPLE: Final = "this evening at eight"


def table() -> str:
    """What each alarm says, when it is told, and what to do."""
    words = load()
    rows = ["| it says | when | what to do |", "| --- | --- | --- |"]
    for one in ALARMS.values():
        said = words.text(one.words, "en", when=EXAMPLE).plain
        rows.append(f"| {said} | {one.when} | {one.do} |")
    return "\n".join(rows) + "\n"


def with_table(page: str) -> str:
    """A page with today's table between its marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{table()}{END}{after}"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(with_table(path.read_text("utf-8")), "utf-8")
