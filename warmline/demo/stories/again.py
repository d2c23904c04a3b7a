"""Meeting the same peer again in one call: yes, unless the caller asked for someone else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warmline.demo.stories._story import line_toml, story
from warmline.demo.stories.callback import agrees, nothing_is_kept
from warmline.emulator import behaviours

if TYPE_CHECKING:
    from warmline.demo.phones import CallerPhone, SupporterPhone
    from warmline.demo.stage import Stage

MINUTE = 60.0


def talks(stage: Stage, river: SupporterPhone, seconds: float) -> CallerPhone:
    """A caller who is in a talk with River for so long."""
    caller = stage.caller().reaches_waiting()
    river.takes_the_call()
    caller.is_connected_to(river)
    stage.wait(seconds)
    return caller


def to_988_and_back(stage: Stage, caller: CallerPhone) -> None:
    """Out of the talk, to 988 and back from it to a peer."""
    stage.crisis_line.behaviour = behaviours.Speaks(after=2, text="988, simulated.")
    caller.presses("*")
    caller.hears("talk-menu", within=4)
    caller.presses("9")
    caller.hears("crisis-door")
    caller.presses("1")
    number = stage.crisis_line.number
    stage.until(lambda: number in caller.call.talking_with, 20, "988 is on the line")
    stage.wait(MINUTE)
    stage.crisis_line.calls[-1].hang_up()
    caller.hears("crisis-over", within=10)
    caller.presses("1")


@story("8", "Back from 988 to the only peer, who rests after the talk", line_toml("River"))
def back_to_the_only_peer(stage: Stage) -> None:
    """That every peer rests is true, and that there is nobody else is not; then River is rung.

    A talk that led to 988 was hard: the rest is the longer one.
    """
    river = stage.supporter("River")
    caller = talks(stage, river, 2 * MINUTE)
    to_988_and_back(stage, caller)
    caller.hears("waiting-all-busy", within=20, ahead=0)
    stage.check(not caller.has_heard("waiting-nobody-else"), "nobody says that there is nobody")
    river.takes_the_call(within=16 * MINUTE)
    caller.is_connected_to(river)
    caller.hangs_up()


@story("4", "Staying on after the talk, and the peer does not pick up", line_toml("River"))
def stays_on_after_the_talk(stage: Stage) -> None:
    """River is rung at once, and once more after the rest: the only peer is not lost to them."""
    river = stage.supporter("River")
    caller = talks(stage, river, 2 * MINUTE)
    river.handset.behaviour = behaviours.Ignores()
    river.hangs_up()
    caller.hears("peer-lost", within=3, alias="River")
    river.rings(within=60)
    river.stops_ringing(within=60)
    caller.hears("waiting-nobody-answered", within=20)
    stage.check(not caller.has_heard("waiting-nobody-else"), "nobody says that there is nobody")
    river.handset.behaviour = behaviours.Manual()
    river.takes_the_call(within=12 * MINUTE)
    caller.is_connected_to(river)
    caller.hangs_up()


@story("22", "Asked to be called back, dialled again, and met a peer", line_toml("River"))
def dialled_again(stage: Stage) -> None:
    """They have had their talk: River is not asked to call them, and no number is kept."""
    river = stage.supporter("River")
    first = stage.caller().reaches_waiting()
    river.rings()
    first.presses("2")
    first.hears("callback-ask", last="5 0", then="wait")
    agrees(first)
    again = stage.caller().reaches_waiting()
    river.takes_the_call(within=15 * MINUTE)
    again.is_connected_to(river)
    stage.wait(2)
    nothing_is_kept(stage)
    again.hangs_up()
    river.stays_silent(30 * MINUTE)


@story("19", "Someone else in a talk, then 988 and back", line_toml("River"))
def declined_is_declined(stage: Stage) -> None:
    """Whom the caller asked to be spared is not rung again for them, whatever comes between."""
    river = stage.supporter("River")
    caller = talks(stage, river, 2 * MINUTE)
    caller.presses("*")
    caller.hears("talk-menu", within=4)
    caller.presses("2")
    caller.hears("talk-someone-else")
    caller.hears("waiting-nobody-else")
    caller.presses("9")
    caller.hears("crisis-door")
    caller.presses("*")
    river.stays_silent(12 * MINUTE)
    caller.hangs_up()
