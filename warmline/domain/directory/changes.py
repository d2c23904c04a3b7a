"""What becomes of the directory when it is changed, and what has to wait for a second person.

A change to a crisis row (added, changed, turned on or off, removed) is a proposal until somebody
else approves it. Nothing here removes or turns off a crisis row by itself. That somebody has made
sure of a row is kept while its numbers stay the same, and is never replaced by something older.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from warmline.domain.directory.facts import (
    doubles,
    is_crisis,
    reach,
    same_person,
    why_unconfirmed,
)
from warmline.domain.directory.rows import Row
from warmline.domain.line import Keeper, Place, Proposal
from warmline.domain.wording import Refusal, Sentence

HOLDS: Final = timedelta(days=182)
"""How long a row is taken at its word after somebody made sure of it, unless they say otherwise."""
HOLDS_IN_CRISIS: Final = timedelta(days=91)

NewId = Callable[[], str]


class Refused(Refusal):
    """It is not done; the sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one row, and why.

    It is taken, unchanged, disabled, proposed, left, removed, or refused and as it was.
    """

    key: str
    outcome: str
    why: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The directory as it will be."""

    places: tuple[Place, ...]
    proposals: tuple[Proposal, ...]
    told: tuple[Told, ...] = ()


@dataclass
class Planning:
    """A directory while it is changed, by somebody, on a day."""

    places: dict[str, Place]
    proposals: list[Proposal]
    by: str
    today: date
    new_id: NewId
    file_speaks: bool = True
    """Whether the line is kept in its file: then rows that stand there are changed there alone."""

    @classmethod
    def of(
        cls,
        places: Iterable[Place],
        proposals: Iterable[Proposal],
        by: str,
        today: date,
        new_id: NewId,
        *,
        file_speaks: bool = True,
    ) -> Planning:
        """The directory as it is."""
        known = {one.key: one for one in places}
        return cls(known, list(proposals), by, today, new_id, file_speaks=file_speaks)

    def is_of_file(self, row: Place | None) -> bool:
        """Whether the row is the file's to change."""
        return self.file_speaks and row is not None and row.kept_in is Keeper.FILE

    def propose(self, key: str, wanted: Place | None) -> Told:
        """Let a change of a crisis row wait for a second person; once, if it waits already."""
        for one in self.proposals:
            if one.key == key and one.wanted == wanted:
                waits = Sentence("it waits for somebody other than %(name)s already", name=one.by)
                return Told(key, "proposed", waits)
        base = self.places.get(key)
        self.proposals.append(Proposal(self.new_id(), key, wanted, base, self.by, self.today))
        other = Sentence("somebody other than %(name)s has to approve it", name=self.by)
        return Told(key, "proposed", other)

    def plan(self, told: Iterable[Told] = ()) -> Plan:
        """The directory as it has become."""
        return Plan(tuple(self.places.values()), tuple(self.proposals), tuple(told))


def facts(place: Place) -> Place:
    """The place without who made sure of it and where it is kept: what a change is a change of."""
    return replace(
        place,
        kept_in=Keeper.DIRECTORY,
        owner="",
        method="",
        verified_on=None,
        verified_by="",
        verify_by=None,
    )


def carried(old: Place | None, new: Place, today: date | None) -> Place:
    """The new row with what is known of its verification; a row always has a day to look again."""
    if old is not None and reach(old) == reach(new) and _newer(old, new):
        new = replace(
            new,
            method=old.method,
            verified_on=old.verified_on,
            verified_by=old.verified_by,
            verify_by=old.verify_by,
        )
    elif old is not None and reach(old) != reach(new) and old.verified_on == new.verified_on:
        new = replace(new, verified_on=None, verified_by="", verify_by=None)
    if new.verify_by is None and today is not None:
        new = replace(new, verify_by=(new.verified_on or today) + holds(new))
    return replace(new, owner=new.owner or (old.owner if old else ""))


def _newer(old: Place, new: Place) -> bool:
    if old.verified_on != new.verified_on:
        return new.verified_on is None or (
            old.verified_on is not None and old.verified_on > new.verified_on
        )
    return new.verify_by is None


def holds(place: Place) -> timedelta:
    """For how long a verification of this row is good."""
    return HOLDS_IN_CRISIS if is_crisis(place) else HOLDS


# -- a table ------------------------------------------------------------------------------------


def imported(planning: Planning, rows: Sequence[Row], *, drop_missing: bool = False) -> Plan:
    """The directory with a table's rows. Rows that are not in it stay, unless they are dropped."""
    told = [_import_row(planning, row) for row in rows]
    told = _with_doubles(told, planning.places.values())
    named = {row.place.key for row in rows}
    missing = [one for key, one in planning.places.items() if key not in named]
    told += [_missing(planning, one, drop=drop_missing) for one in missing]
    return planning.plan(told)


def _with_doubles(told: Iterable[Told], places: Iterable[Place]) -> list[Told]:
    found = doubles(places)
    return [
        replace(one, why=_both(one.why, same_as(found[one.key]))) if one.key in found else one
        for one in told
    ]


def same_as(keys: Sequence[str]) -> Sentence:
    """That a row leads to the telephone of others that are on."""
    return Sentence("the same telephone as %(places)s", places=tuple(keys))


def _both(one: Sentence | None, other: Sentence | None) -> Sentence | None:
    if one and other:
        return Sentence("%(one)s; %(other)s", one=one, other=other)
    return one or other


def _import_row(planning: Planning, row: Row) -> Told:
    key = row.place.key
    old = planning.places.get(key)
    if old is not None and planning.is_of_file(old) and facts(old) != facts(row.place):
        return Told(key, "refused", Sentence("it is kept in the line's own file: change it there"))
    if old is not None and row.unsayable and facts(old) != facts(row.place):
        return Told(key, "refused", row.unsayable)
    new = carried(old, row.place, planning.today)
    why = why_unconfirmed(new) or row.unsayable
    turned_on = new.enabled and (old is None or not old.enabled or reach(old) != reach(new))
    if turned_on and why:
        new = replace(new, enabled=False)
    if old is not None:
        new = replace(new, kept_in=old.kept_in if facts(old) == facts(new) else Keeper.DIRECTORY)
    if old == new:
        return Told(key, "unchanged", why if turned_on else None)
    if is_crisis(old, new) and (old is None or facts(old) != facts(new)):
        told = planning.propose(key, new)
        return Told(key, told.outcome, _both(told.why, why))
    planning.places[key] = new
    return Told(key, "disabled" if turned_on and why else "taken", why if turned_on else None)


def _missing(planning: Planning, old: Place, *, drop: bool) -> Told:
    if drop and is_crisis(old):
        told = planning.propose(old.key, None)
        stays = Sentence("it is a crisis row and stays: %(why)s", why=told.why)
        return Told(old.key, "proposed", stays)
    if drop and old.kept_in is Keeper.PROGRAM:
        planning.places[old.key] = replace(old, enabled=False, kept_in=Keeper.DIRECTORY)
        ours = Sentence("it is not in the table; it came with the program")
        return Told(old.key, "disabled", ours)
    if drop and not planning.is_of_file(old):
        del planning.places[old.key]
        return Told(old.key, "removed", Sentence("it is not in the table"))
    return Told(old.key, "left", Sentence("it is not in the table, and stays as it is"))


# -- one row ------------------------------------------------------------------------------------


def verified(
    planning: Planning, key: str, method: str, until: date | None, owner: str = ""
) -> Plan:
    """Somebody has made sure of a row: it is taken at its word until a day."""
    old = _known(planning, key)
    day = until or planning.today + holds(old)
    if day < planning.today:
        raise Refused("%(day)s is over already. Name a day to come.", day=day.isoformat())
    planning.places[key] = replace(
        old,
        method=method,
        verified_on=planning.today,
        verified_by=planning.by,
        verify_by=day,
        owner=owner or old.owner,
    )
    return planning.plan()


def turned(planning: Planning, key: str, *, on: bool) -> Plan:
    """A row is named to callers, or no longer. Raises Refused while nobody has confirmed it."""
    old = _known(planning, key)
    if old.enabled is on:
        raise (
            Refused("%(name)s (%(key)s) is on already.", name=old.name, key=key)
            if on
            else Refused("%(name)s (%(key)s) is off already.", name=old.name, key=key)
        )
    why = why_unconfirmed(old)
    if on and why:
        raise Refused(
            "%(name)s (%(key)s) stays off: %(why)s. "
            "Call it, then: warmline directory verify %(key)s",
            name=old.name,
            key=key,
            why=why,
        )
    return changed(planning, key, replace(old, enabled=on))


def changed(planning: Planning, key: str, wanted: Place | None) -> Plan:
    """A row becomes another, is new, or goes; a crisis row only once somebody else approves."""
    old = planning.places.get(key)
    if old is not None and planning.is_of_file(old):
        raise Refused(
            "%(name)s (%(key)s) is kept in the line's own file. Change it there.",
            name=old.name,
            key=key,
        )
    new = (
        replace(carried(old, wanted, planning.today), kept_in=Keeper.DIRECTORY) if wanted else None
    )
    if is_crisis(old, new):
        return planning.plan([planning.propose(key, new)])
    if new is None:
        planning.places.pop(key, None)
        return planning.plan([Told(key, "removed")])
    planning.places[key] = new
    return planning.plan([Told(key, "taken")])


def _known(planning: Planning, key: str) -> Place:
    if key not in planning.places:
        raise Refused('There is no row "%(key)s".', key=key)
    return planning.places[key]


# -- two people ---------------------------------------------------------------------------------


def approved(planning: Planning, proposal_id: str) -> Plan:
    """Somebody other than the proposer approves. Raises Refused when it is the same person."""
    proposal = waiting(planning, proposal_id)
    if same_person(proposal.by, planning.by):
        raise Refused(
            "%(name)s proposed this: somebody else approves it. Two people look at a number "
            "that somebody in crisis will call.",
            name=proposal.by,
        )
    now = planning.places.get(proposal.key)
    if (facts(now) if now else None) != (facts(proposal.base) if proposal.base else None):
        raise Refused(
            "%(key)s has changed since it was proposed. Propose it again.", key=proposal.key
        )
    planning.proposals.remove(proposal)
    if proposal.wanted is None:
        planning.places.pop(proposal.key, None)
        return planning.plan([Told(proposal.key, "removed")])
    new = replace(carried(now, proposal.wanted, planning.today), kept_in=Keeper.DIRECTORY)
    planning.places[proposal.key] = new
    return planning.plan([Told(proposal.key, "taken")])


def rejected(planning: Planning, proposal_id: str) -> Plan:
    """The proposal goes; the row stays as it is. Whoever proposed it may take it back."""
    planning.proposals.remove(waiting(planning, proposal_id))
    return planning.plan()


def waiting(planning: Planning, proposal_id: str) -> Proposal:
    """The proposal of that id, or the only one for the row of that key. Raises Refused."""
    found = [one for one in planning.proposals if one.id == proposal_id] or [
        one for one in planning.proposals if one.key == proposal_id
    ]
    if len(found) > 1:
        raise Refused(
            'Several proposals wait for "%(wanted)s". See them with: warmline directory due',
            wanted=proposal_id,
        )
    if not found:
        raise Refused(
            'No proposal waits for "%(wanted)s". See them with: warmline directory due',
            wanted=proposal_id,
        )
    return found[0]
