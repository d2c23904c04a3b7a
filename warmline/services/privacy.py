"""What is true of a caller's privacy, for whoever tells it: key 7 now, and the public page.

Derived from what the program does, so that no sentence promises more; `tests/inventory` holds the
parts that are kept anywhere against what is found there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from warmline.domain import flags
from warmline.domain.callback import LASTS
from warmline.domain.kept import HOUR
from warmline.domain.line import LineBook
from warmline.domain.retention import ROWS_KEPT
from warmline.prompts import Catalogue, Spoken

RECORDED: Final = False
"""No call is recorded, transcribed or listened in to: tests/rules/test_never_recorded.py."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a caller may know. Hours."""

    recorded: bool
    number_kept: float
    """By us, after a call without a talk that asked for nothing: not at all."""
    flag_number_kept: float
    """Encrypted, after a talk, in which time the peer can report harassment."""
    block_kept: float
    """A keyed sign of a number that was reported, at most."""
    callback_number_kept: float
    """Encrypted, and erased when the caller is reached or this is over."""
    rows_kept: float
    """The row of an ended call, which names nobody; then only counts stay."""
    held: bool
    """A legal hold is on: rows, and what the phone company keeps, are not deleted until it ends."""
    run_by: dict[str, str]
    mandated_reporting: dict[str, str]


def facts(book: LineBook) -> Facts:
    """What is true on a line."""
    line = book.line
    return Facts(
        recorded=RECORDED,
        number_kept=0.0,
        flag_number_kept=flags.WINDOW / HOUR,
        block_kept=flags.LONGEST / HOUR,
        callback_number_kept=LASTS / timedelta(hours=1),
        rows_kept=ROWS_KEPT / timedelta(hours=1),
        held=book.held,
        run_by=line.run_by,
        mandated_reporting=line.mandated_reporting,
    )


def further(known: Facts, words: Catalogue, language: str) -> Iterator[Spoken]:
    """The second part of key 7: who runs the line, what the law asks, what is kept for a while."""
    for said in (known.run_by, known.mandated_reporting):
        if said.get(language):
            yield words.in_words(said[language], language)
    told = "privacy-held" if known.held else "privacy-deleted"
    yield words.text(told, language)
    yield words.text("privacy-kept", language, within=known.callback_number_kept)
    yield words.text("privacy-flag", language, within=known.flag_number_kept)
