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


@story("23", "Places for a peer worker, and for somebody who does other work", line_toml("River"))
def for_their_own_work(stage: Stage) -> None:
    """Who waits for a peer is not read lines for doctors and police; who does other work is."""
    doctors = "Physician Support Line"
    stage.supporter("River").handset.behaviour = behaviours.Ignores()
    caller = stage.caller().reaches_waiting()
    caller.presses("4")
    caller.hears("places-end", within=300, then="wait")
    caller.hangs_up()
    said = " ".join(one.text for one in caller.call.heard)
    stage.check("NAMI" in said, "they hear of lines that may be for them")
    stage.check(doctors not in said and "CopLine" not in said, "and not of those for other work")
    other = stage.caller("+16505550151", "A doctor").dials()
    other.hears("main-menu", within=60)
    other.presses("4")
    other.hears("places-end", within=300, then="peer")
    other.hangs_up()
    stage.check(any(doctors in one.text for one in other.call.heard), "who does other work does")
