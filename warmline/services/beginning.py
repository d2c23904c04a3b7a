"""What a line needs before it can open, step by step: the same facts as `warmline check`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from warmline.domain.line import LineBook
from warmline.services import checking
from warmline.services.checking import Finding, Grade
from warmline.services.speech import statements


class Step(StrEnum):
    """What is to be done on a new line, in the order in which it is easiest."""

    HOURS = "hours"
    STATEMENTS = "statements"
    TOLD = "told"
    """Whose phone is told when callers find nobody."""
    SUPPORTER = "supporter"
    CONFIRMED = "confirmed"
    SHIFT = "shift"
    PLACES = "places"


@dataclass(frozen=True, slots=True)
class State:
    """How far a step has come: what `check` finds wrong about it, in English sentences."""

    step: Step
    missing: tuple[str, ...]

    @property
    def done(self) -> bool:
        """Whether nothing about it keeps the line from opening."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Provider:
    """How the telephone company is reached."""

    settings: Mapping[str, bool]
    """Whether each of its settings is there, by the name in the environment; never what it says."""
    emulated: bool


def states(book: LineBook, at: datetime) -> list[State]:
    """Every step of a line at an instant (UTC)."""
    found = {step: tuple(_missing(step, book, at)) for step in Step}
    if not book.supporters:
        found[Step.CONFIRMED] = ()  # the step before says it
    return [State(step, missing) for step, missing in found.items()]


def _missing(step: Step, book: LineBook, at: datetime) -> Iterator[str]:
    match step:
        case Step.HOURS:
            yield from _wrong(checking.hours(book))
        case Step.STATEMENTS:
            yield from (one.said for one in statements(book.line) if one.grade is not Grade.FINE)
        case Step.TOLD:
            yield from _wrong([checking.alerts(book)])
        case Step.SUPPORTER:
            if not book.supporters:
                yield from _wrong(checking.people(book))
        case Step.CONFIRMED:
            yield from _wrong(checking.people(book))
        case Step.SHIFT:
            yield from _wrong(checking.coverage_ahead(book, at))
        case Step.PLACES:
            yield from _wrong([*checking.directory(book, at), checking.crisis(book)])


def _wrong(findings: Iterable[Finding]) -> Iterator[str]:
    return (one.said for one in findings if one.grade is Grade.WRONG)


def may_open(book: LineBook, at: datetime) -> bool:
    """Whether nothing of the line itself keeps it from opening."""
    return all(one.done for one in states(book, at))
