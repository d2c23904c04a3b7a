"""A line itself, as a coordinator makes it and changes it: its name, numbers, hours and statements.

Whoever changes something says what they were shown, by its fingerprint, as everywhere in the
console. A line that is made here is kept in the console from its first day (see decision 0030).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import Hours, Line, LineBook, Place, PlanKeeper, Supporter
from warmline.domain.numbers import BadNumber, parse_phone
from warmline.ports import Clock
from warmline.prompts.forbidden import FORBIDDEN, clinical_words
from warmline.services.differences import differences
from warmline.services.setup import Edit, Signed, apply
from warmline.services.shifts import NoGood
from warmline.services.supporters.team import Amiss, WrongPhone

LONGEST_NAME: Final = 80
LONGEST_STATEMENT: Final = 300
"""Characters: about twenty seconds of speech."""
LONGEST_ID: Final = 40


class LinesEdit(Edit, Protocol):
    """The books as they are, and the means to keep another line."""

    def keep_about(self, book: LineBook) -> None:
        """Make what a line says of itself, its hours, numbers and keeper be these."""
        ...

    def keep_supporter(self, book: LineBook, person: Supporter) -> None:
        """Make all of one supporter, and the line's keeper, be these."""
        ...


class LinesStore(Protocol):
    """Where lines are kept. May raise StoreTrouble."""

    def editing(self) -> AbstractContextManager[LinesEdit]:
        """One transaction in which nobody else edits."""
        ...


@dataclass(frozen=True, slots=True)
class About:
    """What a line is and says of itself. Phones as somebody writes them; statements by language."""

    name: str
    number: str
    zone: ZoneInfo
    languages: tuple[str, ...]
    alert_phone: str = ""
    """Another number to be told when callers find nobody; empty: the one that is known."""
    run_by: Mapping[str, str] = field(default_factory=dict)
    mandated_reporting: Mapping[str, str] = field(default_factory=dict)


def about_of(line: Line) -> About:
    """What is kept, without the number of whom is told, which is not shown."""
    return About(
        line.name,
        line.numbers[0] if line.numbers else "",
        line.zone,
        line.languages,
        "",
        line.run_by,
        line.mandated_reporting,
    )


def fingerprint_about(line: Line) -> str:
    """What a form carries of the line that it shows."""
    return _hash({**asdict(about_of(line)), "zone": line.zone.key, "told": line.alert_phone[-2:]})


def fingerprint_hours(hours: Hours) -> str:
    """What a form carries of the hours that it shows."""
    return _hash({"weekly": sorted(hours.weekly.items()), "holidays": hours.holidays})


def _hash(said: Mapping[str, object]) -> str:
    return hashlib.sha256(repr(sorted(said.items())).encode()).hexdigest()[:16]


class Lines:
    """Each verb gives the changes in English sentences, none when nothing changed.

    It may raise NoGood (Amiss, when it is one field), WrongPhone, ChangedMeanwhile, StoreTrouble.
    """

    def __init__(
        self,
        store: LinesStore,
        seed: Callable[[], Sequence[Place]],
        clock: Clock,
        new_id: Callable[[], str],
        known: Callable[[], None] = lambda: None,
    ) -> None:
        """`seed` gives the directory that comes with the program, for a new line."""
        self._store = store
        self._seed = seed
        self._clock = clock
        self._new_id = new_id
        self._known = known

    def begin(self, about: About, hours: Hours, by: str) -> tuple[str, list[str]]:
        """A new line, kept in the console, with the directory that comes with the program.

        Its id, and what was made in sentences.
        """
        made: list[Line] = []

        def read(books: Sequence[LineBook]) -> LineBook:
            taken = {book.line.id for book in books}
            line = _with(_blank(_new_name(about.name, taken), hours), about, books)
            made.append(line)
            return LineBook(line, places=tuple(seed))

        seed = list(self._seed())
        at = datetime.fromtimestamp(self._clock.now(), UTC)
        told = apply(self._store, read, self._new_id, signed=Signed(by, at, seed))
        self._known()
        return made[-1].id, told

    def keep_about(self, line_id: str, seen: str, about: About) -> list[str]:
        """Another name, number, zone, or statement; and who is told, unless that is empty."""
        with self.changing(line_id) as change:
            if fingerprint_about(change.book.line) != seen:
                raise ChangedMeanwhile
            if not all(_speaks(one, about) for one in change.book.supporters):
                raise Amiss("languages", "Somebody takes calls only in one that you took away.")
            change.line = _with(change.book.line, about, change.edit.books)
        return change.told

    def keep_hours(self, line_id: str, seen: str, hours: Hours) -> list[str]:
        """Other hours, with all the holidays that there are from now on."""
        with self.changing(line_id) as change:
            if fingerprint_hours(change.book.line.hours) != seen:
                raise ChangedMeanwhile
            change.line = replace(change.book.line, hours=hours)
        return change.told

    @contextmanager
    def changing(self, line_id: str) -> Iterator[Change]:
        """A line while it is changed: nobody else changes it, and all of it is kept, or nothing."""
        with self._store.editing() as edit:
            book = next((one for one in edit.books if one.line.id == line_id), None)
            if book is None:
                raise NoGood("There is no such line any more.")
            change = Change(edit, book, book.line)
            yield change
            change.keep()
        if change.told:
            self._known()


@dataclass
class Change:
    """A line while it is changed: what it is to be, and who of its people is to be another."""

    edit: LinesEdit
    book: LineBook
    line: Line
    people: Sequence[Supporter] = ()
    told: list[str] = field(default_factory=list)

    def keep(self) -> None:
        """Keep it; `told` is what has changed, in sentences."""
        if self.line == self.book.line and not self.people:
            return
        changed = {one.id: one for one in self.people}
        wanted = replace(
            self.book,
            line=replace(self.line, kept_in=PlanKeeper.CONSOLE),
            supporters=tuple(changed.get(one.id, one) for one in self.book.supporters),
        )
        self.told = differences(self.book, wanted)
        self.edit.keep_about(wanted)
        for one in self.people:
            self.edit.keep_supporter(wanted, one)


def _speaks(person: Supporter, about: About) -> bool:
    return bool({*person.languages} & {*about.languages})


def _blank(line_id: str, hours: Hours) -> Line:
    return Line(line_id, "", (), ZoneInfo("UTC"), (), hours, kept_in=PlanKeeper.CONSOLE)


def _new_name(name: str, taken: set[str]) -> str:
    """An id for a line of that name: what its addresses in the console are made of."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    base = plain if re.match(r"[a-z]", plain) else f"line-{plain}".rstrip("-")
    base, number = base[: LONGEST_ID - 4], 1
    found = base
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    return found


def _with(line: Line, about: About, books: Sequence[LineBook]) -> Line:
    """The line with what was written of it. Raises Amiss and WrongPhone."""
    if not 0 < len(about.name) <= LONGEST_NAME:
        raise Amiss("name", "Give the line a name of at most 80 letters.")
    if not about.languages:
        raise Amiss("languages", "Choose at least one language.")
    others = [book for book in books if book.line.id != line.id]
    own = [person for book in books for person in book.supporters]
    number = _number(about.number)
    if any(number in book.line.numbers for book in others):
        raise Amiss("number", "Another line has this number already. A number reaches one line.")
    if any(number == person.phone for person in own):
        raise Amiss("number", "This is a supporter's phone. The line needs a number of its own.")
    told = line.alert_phone
    if about.alert_phone.strip():
        told = _usable(about.alert_phone)
        if told == number:
            raise WrongPhone("ours")
    return replace(
        line,
        name=about.name,
        numbers=(number, *line.numbers[1:]),
        zone=about.zone,
        languages=about.languages,
        alert_phone=told,
        run_by=_statements("run_by", about.run_by),
        mandated_reporting=_statements("mandated_reporting", about.mandated_reporting),
    )


def _number(typed: str) -> str:
    try:
        return parse_phone(typed, toll_free=True)
    except BadNumber as bad:
        raise WrongNumber(bad.why) from None


class WrongNumber(WrongPhone):
    """The line's own number cannot be used; a `WrongPhone` by itself is about who is told."""


def _usable(typed: str) -> str:
    try:
        return parse_phone(typed)
    except BadNumber as bad:
        raise WrongPhone(bad.why) from None


def _statements(name: str, said: Mapping[str, str]) -> dict[str, str]:
    """What the line says of itself, as it is kept. Raises Amiss for what cannot be said."""
    found = {language: " ".join(words.split()) for language, words in said.items()}
    for language, words in found.items():
        box = f"{name}_{language}"
        if len(words) > LONGEST_STATEMENT:
            raise Amiss(box, "That is too long to listen to: 300 letters at most.")
        if words and not words.endswith((".", "?")):
            raise Amiss(box, "It is said by itself: end it like a sentence, with a full stop.")
        if language in FORBIDDEN and clinical_words(words, language):
            raise Amiss(box, "There is a word in it that the line never says. Find a plainer one.")
    return {language: words for language, words in found.items() if words}
