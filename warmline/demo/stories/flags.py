"""Harassment: a supporter flags a call, and nobody learns whose it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warmline import wiring
from warmline.demo.stage import LINE
from warmline.demo.stories._story import line_toml, story
from warmline.emulator import behaviours

if TYPE_CHECKING:
    from warmline.demo.phones import CallerPhone, SupporterPhone
    from warmline.demo.stage import Stage
    from warmline.services.supporters.flags import Flags

BLOCKED_AFTER = 15.0
"""Seconds after which every process knows that somebody was flagged."""


def flags_of(stage: Stage) -> Flags:
    """What a coordinator may know of flags, and do about blocks."""
    return wiring.flags(stage.world)


def talks(stage: Stage, supporter: SupporterPhone, caller: CallerPhone) -> None:
    """A short talk, after which the caller hangs up."""
    caller.reaches_waiting()
    supporter.takes_the_call(within=60)
    caller.is_connected_to(supporter)
    stage.wait(20)
    caller.hangs_up()
    supporter.hears("after-talk", minutes=10)


def is_kept_from_peers(stage: Stage, caller: CallerPhone) -> None:
    """They hear it warmly, with when it ends; 9 and other places are as open as ever."""
    caller.dials()
    caller.hears("greeting-crisis")
    stage.until(
        lambda: any("Peers are here for you again" in one.text for one in caller.call.heard),
        30,
        "told warmly, and when peers are there again",
    )
    caller.presses("0")
    caller.hears("closed-menu", within=15)
    caller.presses("9")
    caller.hears("crisis-door", within=3)
    caller.presses("*")
    caller.hears("closed-menu", within=20)
    caller.presses("4")
    caller.hears("places-intro", within=5)
    caller.hangs_up()


def flags_by_text(stage: Stage, supporter: SupporterPhone, answer: str, word: str = "FLAG") -> None:
    """A supporter texts a word and is answered."""
    before = len(supporter.texts)
    supporter.handset.send_sms(LINE, word)
    wanted = stage.words.text(answer, "en").plain
    stage.until(
        lambda: any(wanted in one for one in supporter.texts[before:]), 5, f"answered {answer}"
    )


@story("21", "A flag by key", line_toml("River", "Sage"))
def flag_by_key(stage: Stage) -> None:
    """4 and 4 again: a day without peers for that number; whoever else calls notices nothing."""
    river, sage = stage.supporters("River", "Sage")
    caller = stage.caller()
    talks(stage, river, caller)
    river.presses("4")
    river.hears("after-flag", within=3)
    river.presses("4")
    river.hears("flag-noted", within=3)
    river.hangs_up()
    stage.wait(BLOCKED_AFTER)
    is_kept_from_peers(stage, caller)
    sage.stays_silent(5)
    other = stage.caller("+16505550151").reaches_waiting()
    sage.rings()
    other.hangs_up()
    weeks, blocked = flags_of(stage).weeks(next(iter(stage.roster.books())).line)
    stage.check(weeks[0][1] == 1 and blocked, "the coordinator sees one flag this week")


@story("21", "Two supporters flag the same number by text", line_toml("River", "Sage"))
def second_flag(stage: Stage) -> None:
    """The second one is for a week; each can take theirs back; a coordinator lifts all at once."""
    river, sage = stage.supporters("River", "Sage")
    caller = stage.caller()
    sage.handset.behaviour = behaviours.Busy()
    talks(stage, river, caller)
    sage.handset.behaviour = behaviours.Manual()
    talks(stage, sage, caller)
    flags_by_text(stage, river, "flag-noted")
    flags_by_text(stage, river, "flag-already")
    flags_by_text(stage, sage, "flag-longer")
    flags_by_text(stage, sage, "text-unflagged", "UNFLAG")
    flags_by_text(stage, sage, "flag-longer")
    stage.wait(BLOCKED_AFTER)
    is_kept_from_peers(stage, caller)
    line = next(iter(stage.roster.books())).line
    stage.check(flags_of(stage).lift(line), "somebody was blocked")
    caller.dials()
    caller.hears("main-menu-choosing", within=30)
    caller.hangs_up()


SHARED = line_toml("River", "Sage").replace(
    "time_zone =", 'shared_numbers = ["+16505550152"]\ntime_zone ='
)


@story("21", "Numbers that are never blocked, and a flag without a talk", SHARED)
def never_blocked(stage: Stage) -> None:
    """A switchboard, a withheld number: the flag is counted, and they reach a peer all the same."""
    river, sage = stage.supporters("River", "Sage")
    flags_by_text(stage, river, "flag-late")
    switchboard = stage.caller("+16505550152")
    sage.handset.behaviour = behaviours.Busy()
    talks(stage, river, switchboard)
    flags_by_text(stage, river, "flag-open")
    sage.handset.behaviour = behaviours.Manual()
    withheld = stage.caller("+16505550153").dials(withheld=True)
    withheld.hears("greeting")
    withheld.presses("1")
    sage.takes_the_call(within=60)
    withheld.is_connected_to(sage)
    stage.wait(20)
    withheld.hangs_up()
    sage.hears("after-talk", minutes=10)
    flags_by_text(stage, sage, "flag-open")
    stage.wait(BLOCKED_AFTER)
    switchboard.dials()
    switchboard.hears("main-menu-choosing", within=30)
    switchboard.hangs_up()
