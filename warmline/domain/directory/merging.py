"""The directory of a line when its own file is applied: each row has one place where it is kept.

The file speaks for the rows that it names, the program for those that came with it, and the
directory for the rest. Applying never undoes what is known of a verification, and changes no
crisis row by itself: what the file says of one is a proposal of whoever applies it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from warmline.domain.directory.changes import Plan, Planning, Told, carried, facts
from warmline.domain.directory.facts import is_crisis
from warmline.domain.line import Keeper, Place
from warmline.domain.wording import Sentence

NEW_RELEASE: Final = "the program"
"""Who proposes what a new release of the program says of a crisis row."""


def merged(planning: Planning, wanted: Sequence[Place], seed: Sequence[Place]) -> Plan:
    """The rows that a file and the program ask for, and those that they do not speak of.

    Without a signature (`planning.by`) what the file says of crisis rows is left out, and told.
    """
    current, told = planning.places, []
    as_it_came = {one.key: one for one in seed}
    planning.places = {}
    for new in wanted:
        row, more = _merge(planning, current.get(new.key), new, as_it_came.get(new.key))
        told += more
        if row is not None:
            planning.places[new.key] = row
    named = {one.key for one in wanted}
    for key, old in current.items():
        if key not in named and (old.kept_in is Keeper.DIRECTORY or is_crisis(old)):
            planning.places[key] = old
    return planning.plan(told)


def _merge(
    planning: Planning, old: Place | None, new: Place, came: Place | None
) -> tuple[Place | None, list[Told]]:
    """What a row becomes, and what of it waits."""
    by_file = new.kept_in is Keeper.FILE
    if not is_crisis(old, new, came):
        if old is not None and old.kept_in is Keeper.DIRECTORY and not by_file:
            return old, []
        return carried(old, new, planning.today), []
    base = old
    if base is None and came is not None:
        base = carried(None, came, planning.today)
    if base is not None and facts(base) == facts(new):
        return carried(base, replace(new, kept_in=base.kept_in), planning.today), []
    if base is not None and base.kept_in is Keeper.DIRECTORY and not by_file:
        return base, []
    return base, [_proposed(planning, base, new, by_file=by_file)]


def _proposed(planning: Planning, base: Place | None, new: Place, *, by_file: bool) -> Told:
    by = planning.by if by_file else NEW_RELEASE
    if not by:
        return Told(new.key, "left", Sentence("two people change a crisis row"))
    if base is not None:
        planning.places[new.key] = base
    signed = _signed(planning, by)
    wanted = replace(carried(base, new, planning.today), kept_in=Keeper.DIRECTORY)
    return signed.propose(new.key, wanted)


def _signed(planning: Planning, by: str) -> Planning:
    """The same directory, changed by somebody else."""
    return Planning(planning.places, planning.proposals, by, planning.today, planning.new_id)
