"""Choosing whom to talk with: what a caller wishes, and who is named to them next.

A wish lives as long as its call and is used to route, nothing else. Whoever is declined is avoided
for the rest of the call, exactly like a supporter who is the caller: no step can tell why.
How a wish that nobody meets is let go of stands in `widening`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from warmline.domain.line import Kind, LineBook, Supporter
from warmline.domain.matching import ASK_FREELY, Asked, Candidate, Wanted

MOST: Final = 5
"""No list is longer than a person can hold."""
NAMED_FROM: Final = 2
"""Supporters that a line has before its menu speaks of choosing."""
MOST_QUESTIONS: Final = 2
"""Before the first name."""

KIND: Final = "kind"
LANGUAGE: Final = "language"
AGENCY: Final = "agency"
TAGS: Final = "tags"


@dataclass(frozen=True, slots=True)
class Wish:
    """What one caller wishes. Everything that names a supporter is an opaque id."""

    avoid: frozenset[str] = frozenset()
    """Never rung for this call: their own phone, whom they declined, whom they left out."""
    passed: frozenset[str] = frozenset()
    """Those of `avoid` whose name they declined: that they may take back, by hearing all again."""
    kind: Kind | None = None
    offered: str = ""
    """Whose name was read out last."""
    chosen: str = ""
    """The one who is rung, and nobody else, until the caller was asked again."""
    asking: bool = False
    """The caller is being asked whether anybody else may be rung: nobody is, meanwhile."""
    heard: int = 0
    """How many names were declined."""
    language: str = ""
    """The language they would like to talk in; empty: the one they listen in."""
    also: frozenset[str] = frozenset()
    """Other languages that they said are fine."""
    tags: frozenset[str] = frozenset()
    """Whoever shares one of these is welcome; empty: anybody is."""
    ahead: tuple[str, ...] = ()
    """The questions that are still to be asked before the first name."""
    listed: tuple[str, ...] = ()
    """The tags that were read out last, in the order of their keys."""
    wider: tuple[str, ...] = ()
    """What they are asked to let go of: see `widening`."""
    widenings: int = 0
    """How often they were asked to let go of something."""
    patient: bool = False
    """Asked so, they said that they would rather wait."""

    @property
    def narrow(self) -> bool:
        """Whether fewer peers may be rung than for who just wants a peer in their language."""
        return bool(self.kind or self.tags or self.chosen or self.asking)

    def declined(self) -> Wish:
        """Someone else than the one whose name was read out."""
        if not self.offered:
            return self
        named = {self.offered}
        return replace(
            self,
            avoid=self.avoid | named,
            passed=self.passed | named,
            offered="",
            heard=self.heard + 1,
        )

    def from_the_first(self) -> Wish:
        """All names may be read out again, those that were declined among them."""
        avoid = self.avoid - self.passed
        return replace(self, avoid=avoid, passed=frozenset(), offered="", heard=0)

    def taken(self) -> Wish:
        """Yes to the one whose name was read out."""
        return replace(self, chosen=self.offered, offered="", asking=False)

    def sharing(self, tags: Iterable[str]) -> Wish:
        """Whoever shares one of these."""
        return replace(self, tags=frozenset(tags), chosen="", offered="", asking=False)

    def in_languages(self, first: str, *others: str) -> Wish:
        """To be talked in: the first, or one of the others just as well."""
        return replace(self, language=first, also=frozenset(others))

    def unmet(self) -> Wish:
        """Whoever was chosen is not the one, or cannot come: who else may be rung is asked."""
        return replace(self, asking=True)

    def met_another(self) -> Wish:
        """They met the one whom they had chosen, and would like someone else."""
        return replace(self, chosen="", asking=True)

    def handed_on(self) -> Wish:
        """They said yes to another peer than the one whom they may have chosen."""
        return replace(self, chosen="", offered="", asking=False)

    def widened(self) -> Wish:
        """Any peer, but for those who are avoided, and in a language that the caller wishes."""
        return Wish(
            avoid=self.avoid,
            passed=self.passed,
            language=self.language,
            also=self.also,
            widenings=self.widenings,
        )


def wanted(
    wish: Wish, language: str, asked: Mapping[str, Asked] | None = None, again: str = ""
) -> Wanted:
    """What matching needs to know of a caller who listens in `language`."""
    return Wanted(
        language=wish.language or language,
        also=wish.also,
        kind=wish.kind,
        tags=wish.tags,
        avoid=wish.avoid,
        asked=asked or {},
        again=again,
    )


def both_kinds(book: LineBook) -> bool:
    """Whether the line has peers and family peers, so that it makes sense to ask."""
    return len({supporter.kind for supporter in book.supporters}) > 1


def agencies(book: LineBook) -> list[str]:
    """The codes of the agencies that a caller may leave out, in one order."""
    return sorted({s.agency for s in book.supporters if s.agency})


def left_out(wish: Wish, book: LineBook, agency: str) -> Wish:
    """The wish without any supporter of an agency."""
    theirs = {s.id for s in book.supporters if s.agency == agency}
    return replace(wish, avoid=wish.avoid | theirs, passed=wish.passed - theirs)


def ways(book: LineBook, there: Collection[Supporter], language: str) -> tuple[str, ...]:
    """The questions that make a difference on this line now, in the order of asking.

    `there`: who is on duty; `language`: the one that the caller listens in.
    """
    several = len(book.line.languages) > 1
    sensible = {
        KIND: both_kinds(book),
        LANGUAGE: several and any(language not in one.languages for one in there),
        AGENCY: bool(agencies(book)),
    }
    return tuple(name for name, makes_sense in sensible.items() if makes_sense)


def questions(sensible: tuple[str, ...]) -> tuple[str, ...]:
    """Of the questions that make sense, those that are asked before the first name.

    Were there three, the kind is not asked: it is said with every name.
    """
    if len(sensible) <= MOST_QUESTIONS:
        return sensible
    return tuple(name for name in sensible if name != KIND)[:MOST_QUESTIONS]


def language_to_tell(wish: Wish, language: str, person: Supporter) -> tuple[str, bool]:
    """The language that a supporter is told before they meet a caller who listens in `language`.

    It is empty when it is their own first one. True: they do not speak it, and the caller agreed.
    """
    best = wish.language or language
    if best in person.languages:
        return ("" if best == person.languages[0] else best), False
    return best, True


def next_name(rows: Iterable[Candidate], asked: Mapping[str, Asked]) -> Supporter | None:
    """Whose name is read out next: the first who could be rung now and has not been in vain."""
    for row in rows:
        said = asked.get(row.supporter.id)
        if not row.reasons and (said is None or said in ASK_FREELY):
            return row.supporter
    return None


def as_wished(ids: Iterable[str], wish: Wish) -> list[str]:
    """Of those who may be rung, those who are rung while this wish holds."""
    if wish.asking:
        return []
    return [one for one in ids if not wish.chosen or one == wish.chosen]


def pause_after(wish: Wish) -> bool:
    """Whether so many names were read in a row that the caller is asked if they want more."""
    return wish.heard > 0 and wish.heard % MOST == 0
