"""`make bench`: every measure against its floor, in one run; `PART=pages` runs one part.

Seconds mean little on another machine; ratios to a floor that is measured in the same run, in
turns with the thing itself, do. docs/performance.md tells what each floor is. The status is 1 when
something broke; a target that is not met is told, and is no error.
"""

from __future__ import annotations

import argparse
import importlib
import time
import traceback
from typing import Final

from tests.load.table import ROUNDS, Row, printed

PARTS: Final = (
    "pages",
    "console",
    "serving",
    "ways",
    "reserving",
    "deadlines",
    "deaths",
    "store",
    "waves",
)
"""Modules of this folder, each with a `measure(rounds)`."""


def main() -> int:
    """Run the parts one after another and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=PARTS, help=", ".join(PARTS))
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = parser.parse_args()
    unknown = [part for part in chosen.parts if part not in PARTS]
    if unknown:
        parser.error(f"no part is called {unknown[0]}; there are: {', '.join(PARTS)}")
    rows: list[Row] = []
    broken = []
    for part in chosen.parts:
        began = time.monotonic()
        try:
            rows += importlib.import_module(f"tests.load.{part}").measure(chosen.rounds)
        except Exception:  # noqa: BLE001  # one broken part must not hide what the others say
            traceback.print_exc()
            broken.append(part)
        print(f"({part}: {time.monotonic() - began:.0f} s)", flush=True)
    print(printed(rows))
    wanted = [row for row in rows if row.met is not None]
    met = sum(1 for row in wanted if row.met)
    print(f"{met} of {len(wanted)} targets met, {len(wanted) - met} not met.")
    if broken:
        print(f"Broken, and not measured: {', '.join(broken)}.")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
