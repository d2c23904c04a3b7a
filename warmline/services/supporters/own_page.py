"""What a supporter changes about themselves: what callers hear of them, and what they carry.

The first such change makes the console the keeper of the line (see decision 0030).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from typing import Final, Protocol

from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import Kind, Limits, LineBook, PlanKeeper, Span, Supporter
from warmline.domain.naming import ALIAS, LONGEST_ALIAS
from warmline.services.shifts import NoGood

LONGEST_REST: Final = 120
"""Minutes of rest after a talk that somebody may choose."""


class PersonEdit(Protocol):
    """The books as they are, and the means to keep one supporter otherwise."""

    books: tuple[LineBook, ...]

    def keep_person(self, book: LineBook, person: Supporter) -> None:
        """Make alias, languages, tags, limits and the line's keeper be these; nothing else."""
        ...


class PersonStore(Protocol):
    """Where supporters are kept. May raise StoreTrouble."""

    def editing(self) -> AbstractContextManager[PersonEdit]:
        """One transaction in which nobody else edits."""
        ...


@dataclass(frozen=True, slots=True)
class AboutMe:
    """What a supporter says about themselves. Minutes."""

    alias: str
    kind: Kind
    languages: tuple[str, ...]
    tags: frozenset[str]
    quiet: Span | None
    calls_per_shift: int
    talk_minutes_per_shift: int
    wrap_up_minutes: int

    @classmethod
    def of(cls, person: Supporter) -> AboutMe:
        """What is said now."""
        limits = person.limits
        return cls(
            person.alias,
            person.kind,
            person.languages,
            person.tags,
            limits.quiet,
            limits.calls_per_shift,
            limits.talk_minutes_per_shift,
            limits.wrap_up_minutes,
        )

    @property
    def fingerprint(self) -> str:
        """The same for the same words, in whichever order."""
        said = {**asdict(self), "tags": sorted(self.tags)}
        return hashlib.sha256(repr(sorted(said.items())).encode()).hexdigest()[:16]


def most(person: Supporter) -> Limits:
    """The most that somebody may choose to carry: what a coordinator gave them, or the line's."""
    usual, theirs = Limits(), person.limits
    return replace(
        theirs,
        calls_per_shift=max(usual.calls_per_shift, theirs.calls_per_shift),
        talk_minutes_per_shift=max(usual.talk_minutes_per_shift, theirs.talk_minutes_per_shift),
    )


def tags_of(book: LineBook, person: Supporter) -> list[str]:
    """Tags that somebody can choose from: those that the line knows how to say, and their own."""
    return sorted({*book.line.tag_words, *person.tags})


class OwnPage:
    """Each verb may raise NoGood, ChangedMeanwhile and StoreTrouble."""

    def __init__(self, store: PersonStore, known: Callable[[], None] = lambda: None) -> None:
        """`known` is called after a change, for who remembers books."""
        self._store = store
        self._known = known

    def change(self, line_id: str, supporter_id: str, seen: str, wanted: AboutMe) -> None:
        """Say this about oneself from now on. `seen` is the fingerprint of what was shown."""
        with self._store.editing() as edit:
            book = next((one for one in edit.books if one.line.id == line_id), None)
            person = book.supporter(supporter_id) if book else None
            if book is None or person is None:
                raise NoGood("You are not on this line any more.")
            if AboutMe.of(person).fingerprint != seen:
                raise ChangedMeanwhile
            _look_at(wanted, book, person)
            if AboutMe.of(person) == wanted:
                return
            line = replace(book.line, kept_in=PlanKeeper.CONSOLE)
            edit.keep_person(replace(book, line=line), _with(person, wanted))
        self._known()


def _with(person: Supporter, wanted: AboutMe) -> Supporter:
    limits = replace(
        person.limits,
        quiet=wanted.quiet,
        calls_per_shift=wanted.calls_per_shift,
        talk_minutes_per_shift=wanted.talk_minutes_per_shift,
        wrap_up_minutes=wanted.wrap_up_minutes,
        long_wrap_up_minutes=max(person.limits.long_wrap_up_minutes, wanted.wrap_up_minutes),
    )
    return replace(
        person,
        alias=wanted.alias,
        kind=wanted.kind,
        languages=wanted.languages,
        tags=wanted.tags,
        limits=limits,
    )


def _look_at(wanted: AboutMe, book: LineBook, person: Supporter) -> None:
    """Raises NoGood with what can be mended."""
    if not re.fullmatch(ALIAS, wanted.alias) or len(wanted.alias) > LONGEST_ALIAS:
        raise NoGood("A name is spoken to callers: up to 20 letters, with spaces or hyphens.")
    others = [one for one in book.supporters if one.id != person.id]
    if wanted.alias.casefold() in {one.alias.casefold() for one in others}:
        raise NoGood("Somebody on this line has that name already. Choose another.")
    if not wanted.languages or not set(wanted.languages) <= {*book.line.languages}:
        raise NoGood("Choose at least one language.")
    if not wanted.tags <= {*tags_of(book, person)}:
        raise NoGood("This line does not know how to say one of these.")
    top = most(person)
    if not 1 <= wanted.calls_per_shift <= top.calls_per_shift:
        raise NoGood("Choose fewer calls in a shift.")
    if not 15 <= wanted.talk_minutes_per_shift <= top.talk_minutes_per_shift:
        raise NoGood("Choose fewer minutes of talk in a shift, and at least 15.")
    if not 0 <= wanted.wrap_up_minutes <= LONGEST_REST:
        raise NoGood("Choose a rest of up to 120 minutes.")
