"""Who serves on a line, as a coordinator changes it: new people, what is known of them, farewell.

Whoever changes somebody says what they were shown, by its fingerprint: when it has changed
meanwhile they are told, and nothing is lost. The first change makes the console the keeper of the
line (see decision 0030).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass, replace
from typing import Final, Protocol

from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import Kind, Limits, LineBook, PlanKeeper, Supporter
from warmline.domain.naming import ALIAS, LONGEST_ALIAS
from warmline.domain.numbers import BadNumber, mask, parse_phone
from warmline.services.differences import differences
from warmline.services.shifts import NoGood

MOST_TAGS: Final = 12
LONGEST_TAG: Final = 30
LONGEST_AGENCY: Final = 60
RANGES: Final = {
    "calls_per_shift": (1, 30),
    "talk_minutes_per_shift": (15, 720),
    "calls_per_day": (1, 60),
    "talk_minutes_per_day": (15, 1440),
    "calls_per_week": (1, 300),
    "talk_minutes_per_week": (15, 6000),
    "wrap_up_minutes": (0, 120),
    "long_wrap_up_minutes": (0, 120),
    "long_talk_minutes": (1, 240),
    "rest_hours_between_shifts": (0, 48),
    "extra_shift_hours": (1, 12),
}
"""Each limit with the least and the most that it may be: the same as in a line's file."""


class TeamEdit(Protocol):
    """The books as they are, and the means to keep one supporter otherwise."""

    books: tuple[LineBook, ...]

    def keep_supporter(self, book: LineBook, person: Supporter) -> None:
        """Make all of one supporter, who may be new, and the line's keeper be these."""
        ...

    def drop_supporter(self, book: LineBook, supporter_id: str) -> None:
        """They serve no more: whatever is about them goes. The line's keeper is the book's."""
        ...


class TeamStore(Protocol):
    """Where supporters are kept. May raise StoreTrouble."""

    def editing(self) -> AbstractContextManager[TeamEdit]:
        """One transaction in which nobody else edits."""
        ...


class Amiss(NoGood):
    """One field cannot be as it was written; `field` says which, `reason` how to mend it."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


class WrongPhone(Exception):
    """The number cannot be used. `why` is BadNumber's, or "taken" or "ours"."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Profile:
    """What a coordinator writes of a supporter, without their number."""

    alias: str
    kind: Kind
    languages: tuple[str, ...]
    tags: frozenset[str]
    agency: str
    limits: Limits

    @classmethod
    def of(cls, person: Supporter) -> Profile:
        """What is written now."""
        return cls(
            person.alias,
            person.kind,
            person.languages,
            person.tags,
            person.agency or "",
            person.limits,
        )


def fingerprint(person: Supporter) -> str:
    """What a form carries of the supporter that it shows. Of the number only what is shown."""
    said = {**asdict(Profile.of(person)), "tags": sorted(person.tags), "to": mask(person.phone)}
    return hashlib.sha256(repr(sorted(said.items())).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Leaving:
    """What goes with a supporter, besides their number, PIN, calendar and own words."""

    shifts: int
    days_off: int
    taken: int
    """Shifts of others that they have taken, and that are the others' again."""


def leaving(book: LineBook, person: Supporter) -> Leaving:
    """What would go."""
    return Leaving(
        sum(one.supporter == person.id for one in book.shifts),
        sum(one.supporter == person.id for one in book.days_off),
        sum(one.taker == person.id for one in book.swaps),
    )


class Team:
    """Each verb gives the changes in English sentences, none when nothing changed.

    It may raise NoGood (Amiss, when it is one field), WrongPhone, ChangedMeanwhile, StoreTrouble.
    """

    def __init__(
        self, store: TeamStore, new_id: Callable[[], str], known: Callable[[], None] = lambda: None
    ) -> None:
        """`known` is called after a change, for who remembers books."""
        self._store = store
        self._new_id = new_id
        self._known = known

    def add(self, line_id: str, profile: Profile, phone: str) -> list[str]:
        """Somebody new. Their phone is not rung before they have confirmed that it is theirs."""
        with self._editing(line_id) as desk:
            fresh = _look_at(profile, desk.book, None)
            number = _usable(phone, desk.edit.books, "")
            desk.keep(_with(Supporter(self._new_id(), "", number, ()), fresh))
        return desk.told

    def change(
        self, line_id: str, supporter_id: str, seen: str, profile: Profile, phone: str = ""
    ) -> list[str]:
        """Another profile; and another number, unless that is empty."""
        with self._editing(line_id) as desk:
            person = desk.person(supporter_id)
            if fingerprint(person) != seen:
                raise ChangedMeanwhile
            checked = _look_at(profile, desk.book, person)
            if phone.strip():
                person = replace(person, phone=_usable(phone, desk.edit.books, person.id))
            desk.keep(_with(person, checked))
        return desk.told

    def pause(self, line_id: str, supporter_id: str, *, paused: bool) -> list[str]:
        """They are not rung for now, or may be again. Their shifts stay."""
        with self._editing(line_id) as desk:
            desk.keep(replace(desk.person(supporter_id), paused=paused))
        return desk.told

    def farewell(self, line_id: str, supporter_id: str, typed: str) -> list[str]:
        """They serve no more. `typed` is their alias, as whoever means it has typed it."""
        with self._editing(line_id) as desk:
            person = desk.person(supporter_id)
            if " ".join(typed.split()).casefold() != person.alias.casefold():
                raise Amiss("typed", "Type their name as it stands above: this cannot be undone.")
            desk.drop(person)
        return desk.told

    @contextmanager
    def _editing(self, line_id: str) -> Iterator[_Desk]:
        with self._store.editing() as edit:
            book = next((one for one in edit.books if one.line.id == line_id), None)
            if book is None:
                raise NoGood("There is no such line any more.")
            desk = _Desk(edit, book)
            yield desk
        if desk.told:
            self._known()


class _Desk:
    """A line's people while one of them is changed."""

    def __init__(self, edit: TeamEdit, book: LineBook) -> None:
        self.edit = edit
        self.book = book
        self.told: list[str] = []

    def person(self, supporter_id: str) -> Supporter:
        found = self.book.supporter(supporter_id)
        if found is None:
            raise NoGood("There is no such supporter any more.")
        return found

    def keep(self, person: Supporter) -> None:
        rest = self.book.supporters
        if self.book.supporter(person.id) is None:
            people = (*rest, person)
        else:
            people = tuple(person if one.id == person.id else one for one in rest)
        if wanted := self._wanted(replace(self.book, supporters=people)):
            self.edit.keep_supporter(wanted, person)

    def drop(self, person: Supporter) -> None:
        book = replace(
            self.book,
            supporters=tuple(one for one in self.book.supporters if one.id != person.id),
            shifts=tuple(one for one in self.book.shifts if one.supporter != person.id),
            days_off=tuple(one for one in self.book.days_off if one.supporter != person.id),
        )
        if wanted := self._wanted(book):
            self.edit.drop_supporter(wanted, person.id)

    def _wanted(self, book: LineBook) -> LineBook | None:
        """The book that is to be, kept in the console; None when nothing changes."""
        if book == self.book:
            return None
        kept = replace(book, line=replace(book.line, kept_in=PlanKeeper.CONSOLE))
        self.told = differences(self.book, kept)
        return kept


def _with(person: Supporter, profile: Profile) -> Supporter:
    return replace(
        person,
        alias=profile.alias,
        kind=profile.kind,
        languages=profile.languages,
        tags=profile.tags,
        agency=profile.agency or None,
        limits=profile.limits,
    )


def _look_at(wanted: Profile, book: LineBook, person: Supporter | None) -> Profile:
    """The profile, if it can be. Raises Amiss with what can be mended."""
    if not re.fullmatch(ALIAS, wanted.alias) or len(wanted.alias) > LONGEST_ALIAS:
        raise Amiss(
            "alias", "A name is spoken to callers: up to 20 letters, with spaces or hyphens."
        )
    others = [one for one in book.supporters if person is None or one.id != person.id]
    if wanted.alias.casefold() in {one.alias.casefold() for one in others}:
        raise Amiss("alias", "Somebody on this line has that name already. Choose another.")
    if not wanted.languages or not set(wanted.languages) <= {*book.line.languages}:
        raise Amiss("languages", "Choose at least one language.")
    if len(wanted.tags) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in wanted.tags):
        raise Amiss("tags", "Write up to twelve words, each of at most 30 letters.")
    if len(wanted.agency) > LONGEST_AGENCY:
        raise Amiss("agency", "That is too long: 60 letters at most.")
    for name, (least, most) in RANGES.items():
        if not least <= getattr(wanted.limits, name) <= most:
            raise Amiss(name, "That is too little or too much for this.")
    return wanted


def _usable(typed: str, books: tuple[LineBook, ...], mine: str) -> str:
    """The number in E.164 form. Raises WrongPhone: wrong, or somebody's already."""
    try:
        number = parse_phone(typed)
    except BadNumber as bad:
        raise WrongPhone(bad.why) from None
    if any(one.phone == number and one.id != mine for book in books for one in book.supporters):
        raise WrongPhone("taken")
    if any(number in (*book.line.numbers, book.line.backup_phone) for book in books):
        raise WrongPhone("ours")
    return number
