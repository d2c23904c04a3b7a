"""`python -m warmline.prompts`: every prompt with its length, longest first."""

from __future__ import annotations

import sys

from warmline.prompts.catalogue import load
from warmline.prompts.report import report


def main() -> None:
    """Write the table."""
    lines = ["seconds words grade  id"]
    for row in report(load()):
        grade = "" if row.level is None else f"{row.level:.1f}"
        name = f"{row.language}: {row.id}"
        lines.append(f"{row.seconds:>7.1f} {row.words:>5} {grade:>5}  {name:27} {row.said}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
