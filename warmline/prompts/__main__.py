"""`python -m warmline.prompts`: every prompt with its length, longest first.

`--paper` writes docs/prompts.md; `--missing tl` lists what a language that waits for its review
lacks.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from warmline.prompts.catalogue import Catalogue, load
from warmline.prompts.paper import paper
from warmline.prompts.report import report


def main(asked: Sequence[str]) -> str:
    """What is to be written. An unknown wish raises SystemExit with a sentence."""
    words = load()
    match list(asked):
        case []:
            return "\n".join(_table(words)) + "\n"
        case ["--paper"]:
            return paper(words)
        case ["--missing", language] if language in (*words.languages, *words.drafts):
            return "".join(f"{name}\n" for name in words.missing(language))
        case _:
            known = ", ".join((*words.languages, *words.drafts))
            raise SystemExit(f"Write --paper, or --missing and one of {known}, or nothing.")


def _table(words: Catalogue) -> Iterator[str]:
    yield "seconds words grade  id"
    for row in report(words):
        grade = "" if row.level is None else f"{row.level:.1f}"
        name = f"{row.language}: {row.id}"
        yield f"{row.seconds:>7.1f} {row.words:>5} {grade:>5}  {name:27} {row.said}"


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1:]))
