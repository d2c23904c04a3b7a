"""What somebody has to look at in the directory: for `check`, `status` and alarms alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from warmline.domain.directory.facts import CRISIS, SLOTS, doubles, is_crisis
from warmline.domain.line import LineBook, Place
from warmline.domain.wording import AnyOf, Sentence

SOON: Final = timedelta(days=31)
"""A month before, so that a monthly look finds every row before it is overdue."""


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing to look at. `wrong`: callers are worse off for it; `alarm`: tell somebody now."""

    sentence: Sentence
    remedy: Sentence
    wrong: bool = False
    alarm: bool = False

    @property
    def said(self) -> str:
        """In English."""
        return str(self.sentence)

    @property
    def mend(self) -> str:
        """What to do, in English."""
        return str(self.remedy)


def directory_warnings(book: LineBook, today: date) -> list[Concern]:
    """Everything about a line's directory that somebody should know on a day in its own zone."""
    return [
        *_crisis(book, today),
        *_overdue(book, today),
        *_slots(book),
        *_twice(book),
        *_waiting(book),
    ]


def to_verify(book: LineBook, by_day: date) -> list[Place]:
    """The rows that are named to callers and to be looked at again until a day, most overdue first.

    A row of which nobody has said until when it holds is always among them.
    """
    found = [
        place
        for place in book.places
        if (place.enabled and (place.verify_by is None or place.verify_by <= by_day))
    ]
    return sorted(found, key=lambda one: (one.verify_by or date.min, one.key))


def unfilled(book: LineBook) -> list[str]:
    """The kinds of required slots that are neither filled nor waived, in words."""
    filled = {one.kind for one in book.places if one.enabled and one.local}
    waived = {one.kind for one in book.places if one.waived_by and one.waived_why}
    return [words for kind, words in SLOTS.items() if kind not in filled | waived]


def _crisis(book: LineBook, today: date) -> Iterator[Concern]:
    name = book.line.name
    lines = [one for one in book.places if one.kind == CRISIS and one.enabled]
    late = [one.name for one in lines if one.verify_by is not None and one.verify_by < today]
    if late:
        yield Concern(
            Sentence(
                "%(line)s: nobody has made sure of %(places)s for too long. "
                "What is too old is read last, and callers are asked to check.",
                line=name,
                places=tuple(late),
            ),
            Sentence(
                "Look at the operator's page, never call it for this, then: "
                "warmline directory verify"
            ),
            wrong=True,
            alarm=True,
        )
    if book.places and not lines:
        yield Concern(
            Sentence("%(line)s: no crisis line is named besides 988.", line=name),
            Sentence("Turn one on; two people do: warmline directory enable"),
            wrong=True,
            alarm=True,
        )


def _overdue(book: LineBook, today: date) -> Iterator[Concern]:
    late = [
        one.name
        for one in to_verify(book, today - timedelta(days=1))
        if not is_crisis(one) and one.verify_by is not None
    ]
    if late:
        yield Concern(
            Sentence(
                "%(line)s: %(places)s should be looked at again; "
                "callers hear them last, and are asked to check.",
                line=book.line.name,
                places=tuple(late),
            ),
            Sentence("warmline directory due"),
        )


def _slots(book: LineBook) -> Iterator[Concern]:
    if missing := unfilled(book):
        yield Concern(
            Sentence(
                "%(line)s: its own peer workers hear of nothing for %(kinds)s.",
                line=book.line.name,
                kinds=AnyOf(Sentence(one) for one in missing),
            ),
            Sentence("Fill each with a local [[place]], or write waived_by and waived_why there."),
            wrong=True,
        )


def _twice(book: LineBook) -> Iterator[Concern]:
    found = doubles(book.places)
    for keys in sorted({tuple(sorted((key, *others))) for key, others in found.items()}):
        yield Concern(
            Sentence(
                "%(line)s: %(places)s lead to the same telephone; callers may hear it more than "
                "once.",
                line=book.line.name,
                places=keys,
            ),
            Sentence("Turn off all but one: warmline directory disable %(key)s", key=keys[-1]),
        )


def _waiting(book: LineBook) -> Iterator[Concern]:
    for one in book.proposals:
        yield Concern(
            Sentence(
                "%(line)s: a change to %(place)s waits since %(day)s for somebody other than "
                "%(name)s.",
                line=book.line.name,
                place=one.key,
                day=one.on,
                name=one.by,
            ),
            Sentence("warmline directory approve %(id)s, or reject", id=one.id),
            alarm=True,
        )
