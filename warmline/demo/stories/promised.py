"""A call back was promised, and the caller is still on the phone: what they hear stays true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warmline.demo.stories._story import line_toml, story
from warmline.demo.stories.callback import EIGHT_TO_EIGHT, FIVE_IN_THE_MORNING

if TYPE_CHECKING:
    from warmline.demo.phones import CallerPhone
    from warmline.demo.stage import Stage


def is_promised(stage: Stage) -> CallerPhone:
    """River is in a talk; another caller is promised a call back, and stays on the phone."""
    river = stage.supporter("River")
    first = stage.caller("+16505550151", "Another caller").reaches_waiting()
    river.takes_the_call()
    first.is_connected_to(river)
    caller = stage.caller().reaches_waiting()
    caller.hears("waiting-all-busy", ahead=0)
    caller.presses("2")
    caller.hears("callback-ask", last="5 0", then="wait")
    caller.presses("1")
    caller.hears("callback-promised")
    return caller


def still_stands(stage: Stage, number: int = 1) -> None:
    """Somebody is to be called back, once."""
    kept = list(stage.connection.scan_iter("wl:callback:*"))
    stage.check(len(kept) == number, "the call back still stands, and there is one")


@story("22", "Back from the crisis door to a call back that was promised", line_toml("River"))
def from_the_crisis_door(stage: Stage) -> None:
    """Star leads back to where they were: they may hang up, and silence is the goodbye."""
    caller = is_promised(stage)
    caller.presses("9")
    caller.hears("crisis-door")
    caller.presses("*")
    caller.hears("callback-goodbye", within=5, then="wait")
    caller.hears("callback-last", within=40)
    caller.call_ends()
    stage.check(not caller.has_heard("main-silence"), "nobody is looked for whom they don't expect")
    still_stands(stage)


@story("22", "Other places after a call back was promised", line_toml("River"))
def other_places(stage: Stage) -> None:
    """No text says that their number is not kept, and the end of the list leads back."""
    caller = is_promised(stage)
    caller.presses("4")
    caller.hears("places-intro")
    caller.presses("6")
    caller.hears("place-text-while-promised")
    caller.hears("places-end", within=180, then="promised")
    caller.hears("callback-goodbye", within=40, then="wait")
    caller.hears("callback-last", within=40)
    caller.call_ends()
    still_stands(stage)


@story("22", "Waiting on after a call back was promised", line_toml("River"))
def waits_on(stage: Stage) -> None:
    """What stands is not offered again; whoever asks for it again hears that it stands."""
    caller = is_promised(stage)
    caller.presses("0")
    caller.hears("waiting-choices", within=70, minutes=1)
    caller.hears_all_of("callback-standing", within=20)
    caller.presses("2")
    caller.hears("callback-standing")
    caller.hears("waiting-back", within=30)
    stage.check(not caller.has_heard("callback-offer"), "what stands is not offered again")
    caller.hangs_up()
    still_stands(stage)


@story(
    "22",
    "A call back promised before the line opens, and 0",
    line_toml("River", hours=EIGHT_TO_EIGHT, shift=EIGHT_TO_EIGHT),
    began=FIVE_IN_THE_MORNING,
)
def zero_when_closed(stage: Stage) -> None:
    """Nobody is there yet: that is said, and that the call back stands; keys that mean nothing do
    not end the call."""
    caller = stage.caller().dials()
    caller.hears("closed-callback", within=40)
    caller.presses("1")
    caller.hears("callback-ask", last="5 0", then="closed")
    caller.presses("1")
    caller.hears("callback-promised")
    caller.presses("0")
    caller.hears("closed-menu", within=30)
    stage.check(caller.has_heard("callback-standing"), "that it stands is said")
    caller.presses("1")
    caller.hears("callback-standing")
    caller.presses("*")
    caller.hears("callback-standing")
    caller.hangs_up()
    still_stands(stage)


@story("22", "Keys that mean nothing after a call back was promised", line_toml("River"))
def wrong_keys(stage: Stage) -> None:
    """They never end the call; silence does, and its last sentence names nine eight eight."""
    caller = is_promised(stage)
    for _ in range(3):
        caller.presses("5")
        caller.hears("callback-goodbye", within=15, then="wait")
    caller.hears("callback-last", within=40)
    caller.call_ends()
    still_stands(stage)
