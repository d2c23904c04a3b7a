"""What supporters ask for, whichever way: by text, by phone, behind # or on a page."""

from __future__ import annotations

from functools import partial

from warmline.domain.alarms import Kind
from warmline.prompts import load
from warmline.services.beside import Beside
from warmline.services.care import Care
from warmline.services.supporters.after_words import after_words
from warmline.services.supporters.confirming import confirm_word, practice_word
from warmline.services.supporters.debriefs import Debriefs
from warmline.services.supporters.duty import OwnDuty
from warmline.services.supporters.duty_words import duty_words
from warmline.services.supporters.errands import Errands
from warmline.services.supporters.flags import FlagKeys, Flags
from warmline.services.supporters.place_words import place_word
from warmline.services.supporters.reminding import Reminding
from warmline.services.supporters.surge import Surge
from warmline.services.supporters.swapping import Swapping, swap_words
from warmline.services.supporters.texts import Word
from warmline.wiring.process import World
from warmline.wiring.watching import alarms


def errands(world: World) -> Errands:
    """Texts and calls to supporters about themselves."""
    return Errands(
        world.errands, world.roster, world.calls, world.jobs, world.clock, world.code_secret
    )


def reminding(world: World) -> Reminding:
    """What reminds supporters of their shifts, and hears their yes."""
    return Reminding(
        world.roster,
        world.rota,
        world.calls,
        world.phones,
        errands(world),
        world.clock,
        load(),
        tell=partial(alarms(world).happened, Kind.SHIFT_ALONE),
    )


def surge(world: World) -> Surge:
    """Asks supporters who are off duty for help."""
    return Surge(world.roster, world.calls, world.jobs, world.errands, world.clock)


def own_duty(world: World) -> OwnDuty:
    """What supporters say about their own duty, whichever way."""
    care = Care(world.calls, world.roster, world.jobs, world.clock)
    return OwnDuty(world.calls, world.roster, world.jobs, care, reminding(world).confirms)


def swapping(world: World) -> Swapping:
    """Shifts that change hands among supporters."""
    return Swapping(world.roster, world.rota, world.calls, world.phones, world.clock, load())


def flags(world: World) -> Flags:
    """Flags of talks, and who reaches no peer for a while."""
    return Flags(world.calls, world.roster, world.clock, FlagKeys(world.calls, world.clock))


def beside(world: World) -> Beside:
    """Who comes into a talk, or takes it over."""
    return Beside(world.calls, world.roster, world.jobs, world.clock)


def debriefs(world: World) -> Debriefs:
    """What a supporter may ask for when a talk is over."""
    return Debriefs(world.calls, world.roster, world.jobs, world.clock)


def text_words(world: World) -> list[Word]:
    """What supporters can ask for by text, in the order in which HELP names it."""
    return [
        *duty_words(own_duty(world)),
        *after_words(beside(world), debriefs(world), flags(world)),
        *swap_words(swapping(world)),
        place_word(),
        confirm_word(errands(world)),
        practice_word(errands(world)),
    ]
