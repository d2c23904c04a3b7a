"""A call that goes well, and the ways in which two people press a key at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warmline.demo.stories._story import line_toml, story
from warmline.emulator import behaviours

if TYPE_CHECKING:
    from warmline.demo.stage import Stage


@story("1", "Plain good call", line_toml("River"))
def plain_good_call(stage: Stage) -> None:
    """The caller presses 1, River's phone rings, River presses 1, and they talk."""
    caller, river = stage.caller(), stage.supporter("River")
    caller.dials()
    caller.hears("greeting", within=2)
    caller.hears("greeting-crisis")
    caller.presses("1")
    caller.hears("waiting-ringing", phones=0)
    river.rings(within=2)
    river.answers()
    river.hears("offer", alias="River")
    river.presses("1")
    river.hears("offer-connecting")
    caller.hears("meet-peer", within=3, alias="River")
    caller.is_connected_to(river)
    stage.wait(12 * 60)
    caller.hangs_up()
    river.hears("after-talk", within=3, minutes=10)
    river.call_ends()
    stage.wait(90)
    stage.check(stage.resting("River"), "River rests after the call")
    stage.check(not stage.provider_calls(), "the provider keeps no trace of the calls")
    stage.check(
        [row.outcome for row in stage.rows()] == ["talked"], "one row is kept: a call that talked"
    )
    stage.wait(10 * 60)
    stage.check(not stage.resting("River"), "ten minutes later River's rest is over")


@story("1", "A caller who presses nothing is connected too", line_toml("River"))
def silent_good_call(stage: Stage) -> None:
    """Doing nothing reaches a person."""
    caller, river = stage.caller(), stage.supporter("River")
    caller.dials()
    caller.hears("main-menu")
    caller.hears("main-silence", within=40)
    river.rings(within=2)
    stage.check(stage.second <= 47, "35 seconds of speech and a short silence before River rings")
    river.takes_the_call()
    caller.is_connected_to(river)
    river.hangs_up()
    caller.hears("peer-lost", within=3, alias="River")
    caller.hangs_up()


@story("2", "Two accept together", line_toml("River", "Sage"))
def two_accept_together(stage: Stage) -> None:
    """River and Sage press 1 within a tenth of a second. One gets the caller, one gets thanks."""
    caller = stage.caller().reaches_waiting()
    river, sage = stage.supporters("River", "Sage")
    river.rings()
    sage.rings()
    river.answers()
    sage.answers()
    stage.wait(4)
    river.call.press("1")
    stage.wait(0.1)
    sage.call.press("1")
    stage.wait(0.1)
    sage.hears("offer-taken")
    caller.is_connected_to(river)
    sage.call_ends()
    stage.check(not stage.resting("Sage"), "Sage has no wrap-up")
    stage.check(stage.misses("Sage") == 0, "and is not counted as having missed the call")
    stage.check(not stage.busy("Sage"), "and is free at once")
    caller.hangs_up()


@story("3", "The caller leaves as River accepts", line_toml("River", "Sage"))
def caller_leaves_as_river_accepts(stage: Stage) -> None:
    """River hears that the caller has left, and is free; no other phone rings on."""
    caller = stage.caller().reaches_waiting()
    river, sage = stage.supporters("River", "Sage")
    river.rings()
    sage.rings()
    river.answers()
    river.hears("offer", alias="River")
    caller.call.hang_up()
    river.call.press("1")
    stage.wait(0.2)
    river.hears("offer-caller-left")
    sage.stops_ringing(within=1)
    river.call_ends()
    stage.check(not stage.busy("River"), "River is free at once")
    stage.check(not stage.resting("River"), "River needs no rest from a call that was none")
    sage.stays_silent(30)


@story("3", "The caller leaves after River has accepted", line_toml("River"))
def caller_leaves_after_accept(stage: Stage) -> None:
    """River is in the room already when the caller's phone is gone."""
    caller = stage.caller().reaches_waiting()
    river = stage.supporter("River")
    river.takes_the_call()
    caller.hangs_up()
    river.hears("offer-caller-left", within=5)
    river.call_ends()
    stage.check(not stage.busy("River"), "River is free at once")


@story("4", "River's phone is lost in the middle of a talk", line_toml("River", "Sage"))
def supporters_leg_lost(stage: Stage) -> None:
    """The caller hears so within three seconds, and is first in line; while they still listen,
    River is rung once more.
    """
    caller = stage.caller().reaches_waiting()
    river, sage = stage.supporters("River", "Sage")
    sage.handset.behaviour = behaviours.Ignores()
    river.takes_the_call()
    caller.is_connected_to(river)
    stage.wait(6 * 60)
    river.hangs_up()
    caller.hears("peer-lost", within=3, alias="River")
    river.stays_silent(2)
    river.rings(within=8)
    stage.check(not caller.has_heard("peer-lost-ringing"), "they still hear what may come next")
    river.answers()
    river.hears("offer-again", alias="River")
    river.presses("1")
    caller.is_connected_to(river)
    caller.hangs_up()
    river.call_ends()


@story("4", "After a talk that is over the caller stays on for other places", line_toml("River"))
def turns_to_other_places(stage: Stage) -> None:
    """Nobody is rung for who hangs up at once, and nobody any more for who turns to places."""
    river = stage.supporter("River")
    for stays in (False, True):
        caller = stage.caller().reaches_waiting()
        river.takes_the_call(within=12 * 60)
        caller.is_connected_to(river)
        stage.wait(2 * 60)
        river.hangs_up()
        caller.hears("peer-lost", within=3, alias="River")
        if stays:
            river.rings(within=9)
            caller.presses("4")
            river.stops_ringing(within=2)
            river.stays_silent(20)
        caller.hangs_up()
        river.stays_silent(20)


@story("4", "Lost after a long talk, and nobody answers at once", line_toml("River", "Sage"))
def waits_anew_after_a_talk(stage: Stage) -> None:
    """Whoever comes back from a talk has not waited for as long as they have talked."""
    caller = stage.caller().reaches_waiting()
    river, sage = stage.supporters("River", "Sage")
    sage.handset.behaviour = behaviours.Ignores()
    river.takes_the_call()
    caller.is_connected_to(river)
    stage.wait(6 * 60)
    river.handset.behaviour = behaviours.Ignores()
    river.hangs_up()
    caller.hears("peer-lost", within=3, alias="River")
    caller.presses("1")
    caller.hears("peer-lost-ringing")
    caller.hears("waiting-ringing", within=30, phones=2)
    caller.hangs_up()


@story("5", "A voicemail answers", line_toml("River", "Sage"))
def voicemail_answers(stage: Stage) -> None:
    """A machine never gets a caller and learns nothing; two in a row set River off duty."""
    river, sage = stage.supporters("River", "Sage")
    river.has_voicemail(after=3)
    caller = stage.caller().reaches_waiting()
    river.rings()
    stage.wait(20)
    stage.check(river.call.state == "ended", "the machine's call is over")
    stage.check(not river.has_heard("offer-connecting"), "the machine was not connected to anybody")
    sage.takes_the_call()
    caller.is_connected_to(sage)
    caller.hangs_up()
    sage.call_ends()
    again = stage.caller("+16505550151", "Second caller").reaches_waiting()
    river.rings()
    stage.wait(40)
    stage.check(len(river.texts) == 1, "after the second time River gets one kind text")
    stage.check(stage.off_duty("River"), "and is off duty for this shift")
    again.hangs_up()
    third = stage.caller("+16505550152", "Third caller").reaches_waiting()
    river.stays_silent(30)
    third.hangs_up()


@story("6", "A child answers", line_toml("River", "Sage"))
def child_answers(stage: Stage) -> None:
    """A child picks up and hears only that there is a call for River."""
    river, sage = stage.supporters("River", "Sage")
    sage.handset.behaviour = behaviours.Ignores()
    caller = stage.caller().reaches_waiting()
    river.rings()
    river.answers()
    river.hears("offer", alias="River")
    stage.wait(25)
    stage.check(river.handset.calls[0].state == "ended", "that call is over")
    said = " ".join(one.text for one in river.handset.calls[0].heard if one.kind == "say").lower()
    stage.check("peer" not in said, "the child has heard nothing of what this line is")
    stage.check(not caller.call.talking_with, "the child was not connected")
    sage.rings()
    caller.hangs_up()
    sage.stops_ringing(within=1)


@story("6", "Somebody at home picks up as another peer takes the call", line_toml("River", "Sage"))
def stranger_hears_nothing(stage: Stage) -> None:
    """Star says the offer again, a stray key what can be pressed; no word tells what this is."""
    river, sage = stage.supporters("River", "Sage")
    caller = stage.caller().reaches_waiting()
    river.rings()
    sage.rings()
    sage.answers()
    sage.hears("offer", alias="Sage")
    sage.presses("*")
    sage.hears("offer", alias="Sage")
    sage.presses("5")
    stage.check(not sage.has_heard("offer-connecting"), "nobody is connected by it")
    river.takes_the_call()
    caller.is_connected_to(river)
    sage.call_ends()
    said = " ".join(one.text for one in sage.call.heard if one.kind == "say").lower()
    stage.check("peer" not in said and "caller" not in said, "nothing is learned of this line")
    caller.hangs_up()


@story("19", "A minute of choosing in the star menu", line_toml("River"))
def star_for_long(stage: Stage) -> None:
    """River waits while the caller hears of other places, and is spoken to, not always alike."""
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.presses("*")
    caller.hears("talk-menu", within=4)
    river.hears("talk-caller-star", within=4)
    caller.presses("4")
    caller.hears("place-again", within=60, then="talk")
    river.hears("offer-waiting", within=30)
    caller.presses("0")
    caller.is_connected_to(river)
    caller.hangs_up()
    river.hears("after-talk", minutes=10)


@story("15", "The shift ends during a talk", line_toml("River", shift="08:00-10:20"))
def shift_ends_during_talk(stage: Stage) -> None:
    """River's shift ends at twenty past ten; the talk goes on, a new caller is told honestly."""
    caller = stage.caller().reaches_waiting()
    river = stage.supporter("River")
    river.takes_the_call()
    caller.is_connected_to(river)
    stage.wait(30 * 60)
    caller.is_connected_to(river)
    late = stage.caller("+16505550151", "Late caller").reaches_waiting()
    late.hears("waiting-nobody-on")
    late.hangs_up()
    caller.hangs_up()
    river.hears("after-talk", minutes=10)


@story("18", "The supporter is the caller", line_toml("River", "Sage"))
def supporter_calls(stage: Stage) -> None:
    """River calls while on duty: River's own phone is not rung, nothing is asked or noted."""
    river, sage = stage.supporters("River", "Sage")
    caller = stage.caller(river.handset.number, "River")
    caller.reaches_waiting()
    sage.takes_the_call()
    caller.is_connected_to(sage)
    stage.check(len(river.handset.calls) == 1, "River's own phone was never rung")
    caller.hangs_up()


@story("20", "A withheld number", line_toml("River"))
def withheld_number(stage: Stage) -> None:
    """Same service for a caller whose number is withheld."""
    caller, river = stage.caller(), stage.supporter("River")
    caller.dials(withheld=True)
    caller.hears("greeting")
    caller.presses("1")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.hangs_up()


@story("1", "The whole call in Spanish", line_toml("River"))
def spanish_call(stage: Stage) -> None:
    """The caller presses 2 and hears Spanish from there to the goodbye."""
    caller, river = stage.caller(), stage.supporter("River")
    caller.dials()
    caller.hears("language-offer")
    caller.presses("2")
    caller.hears("language-changed")
    caller.presses("1")
    river.takes_the_call()
    caller.is_connected_to(river)
    river.hangs_up()
    caller.hears("peer-lost", within=3, alias="River")
    caller.presses("9")
    caller.hears("crisis-door")
    caller.hangs_up()
    after = [one for one in caller.call.heard if one.kind == "say"]
    changed = next(i for i, one in enumerate(after) if "seguimos" in one.text)
    stage.check(
        {one.language for one in after[changed:]} == {"es-US"}, "every sentence was in Spanish"
    )
