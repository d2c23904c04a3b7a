"""What is said is true, and a key that is named does what was said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warmline.demo.stories._story import line_toml, story
from warmline.demo.stories.wishes import ONLY_SPANISH
from warmline.emulator import behaviours

if TYPE_CHECKING:
    from warmline.demo.stage import Stage


@story("12", "Declining the only peer who is on", line_toml("River"))
def declines_the_only_one(stage: Stage) -> None:
    """River is not rung again for them, so nobody says that they are next."""
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.takes_the_call()
    caller.hears("meet-peer-choice")
    caller.presses("2")
    caller.hears("talk-someone-else")
    caller.hears("waiting-nobody-else")
    caller.hears("waiting-choices-first")
    stage.wait(30)
    stage.check(not caller.has_heard("waiting-all-busy", ahead=0), "nobody promises a next one")
    caller.hangs_up()


@story("12", "Declining one peer, and the other does not pick up", line_toml("River", "Sage"))
def the_other_is_not_there(stage: Stage) -> None:
    """Everybody whom they might meet has been rung: that is said, and what there is instead."""
    caller, (river, sage) = stage.caller().reaches_waiting(), stage.supporters("River", "Sage")
    sage.handset.behaviour = behaviours.Ignores()
    river.takes_the_call()
    caller.hears("meet-peer-choice")
    caller.presses("2")
    caller.hears("waiting-ringing", phones=1)
    caller.hears("waiting-nobody-answered", within=60)
    caller.hears("waiting-choices-first")
    caller.hangs_up()


@story("10", "Zero among other places leads back to the peer who waits", line_toml("River"))
def zero_is_the_peer(stage: Stage) -> None:
    """ "To go back to your peer, press 0": it does, without another question."""
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.presses("*")
    caller.hears("talk-menu")
    caller.presses("4")
    caller.hears("place-again", then="talk")
    caller.presses("0")
    caller.hears("talk-back", within=3)
    caller.is_connected_to(river)
    caller.hangs_up()


@story("19", "Zero after the question was asked twice", ONLY_SPANISH)
def zero_asks_again(stage: Stage) -> None:
    """Who said nothing twice is asked no more by itself; 0 asks for anybody, and 1 is a yes."""
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    caller.hears("choose-waiting", within=60)
    caller.presses("0")
    caller.hears("choose-unmet-language", within=10, wanted="en", other="es")
    caller.hears("choose-waiting", within=60)
    caller.hears("choose-unmet-language", within=180, wanted="en", other="es")
    caller.hears("choose-waiting", within=60)
    caller.hears("waiting-still-here", within=60)
    caller.presses("0")
    caller.hears("choose-unmet-language", within=3, wanted="en", other="es")
    caller.hears_all_of("choose-unmet-language-keys")
    stage.check(not river.handset.calls, "River's phone has not rung at all")
    caller.presses("1")
    caller.hears("choose-widened")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.hangs_up()
