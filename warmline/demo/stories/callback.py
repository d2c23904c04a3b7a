"""Being called back: a supporter is asked first, and nobody else learns that it was asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from warmline.demo.stage import LINE
from warmline.demo.stories._story import line_toml, story
from warmline.emulator import behaviours

if TYPE_CHECKING:
    from warmline.demo.phones import CallerPhone, SupporterPhone
    from warmline.demo.stage import Stage

MINUTE = 60.0
HOUR = 3600.0
EIGHT_TO_EIGHT = "08:00-20:00"
FIVE_IN_THE_MORNING = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
"""In California."""


def asks(caller: CallerPhone) -> None:
    """While waiting: 2, the last two digits, 1, and the whole truth about what will happen."""
    caller.presses("2")
    caller.hears("callback-ask", last=" ".join(caller.handset.number[-2:]), then="wait")
    agrees(caller)


def agrees(caller: CallerPhone, then: str = "wait") -> None:
    """1: they hear what will happen, and hang up."""
    caller.presses("1")
    caller.hears("callback-promised")
    caller.hears("callback-how")
    caller.hears("callback-forgotten")
    caller.hears_all_of("callback-goodbye", then=then)
    caller.hangs_up()


def asks_while_busy(stage: Stage, river: SupporterPhone) -> CallerPhone:
    """River talks with somebody; another caller asks to be called back; River's talk ends."""
    first = stage.caller("+16505550151", "Another caller").reaches_waiting()
    river.takes_the_call()
    first.is_connected_to(river)
    caller = stage.caller().reaches_waiting()
    caller.hears("waiting-all-busy", ahead=0)
    asks(caller)
    stage.wait(30 * MINUTE)
    first.hangs_up()
    river.call_ends()
    return caller


def takes_it(river: SupporterPhone, within: float = 11 * MINUTE) -> None:
    """A supporter's phone rings, tells nothing but that there is a call to make, and 1."""
    river.rings(within)
    river.answers()
    river.hears("offer-back", alias=river.alias)
    river.presses("1")
    river.hears("offer-calling-back")


def picks_up(caller: CallerPhone, within: float = 10) -> None:
    """The caller's phone rings, and they hear what anybody might hear."""
    stage = caller.stage
    ringing = stage.emulator.ringing
    stage.until(
        lambda: ringing(caller.handset.number) is not None, within, f"{caller.name}'s phone rings"
    )
    call = ringing(caller.handset.number)
    if call is not None:
        call.answer()
    caller.starts_anew()
    caller.hears("callback-opening", within=3)


def is_not_rung(stage: Stage, caller: CallerPhone, seconds: float) -> None:
    """The caller's phone does not ring for so long."""
    number = caller.handset.number
    rang = stage.emulator.run_until(lambda: stage.emulator.ringing(number) is not None, seconds)
    stage.check(not rang, f"{caller.name}'s phone stays silent for {seconds / 60:g} minutes")


def nothing_is_kept(stage: Stage) -> None:
    """No number lies in the store any more, sealed or not, and nobody is to be called."""
    left = [
        *stage.connection.scan_iter("wl:callback:*"),
        *stage.connection.scan_iter("wl:promised:*"),
    ]
    stage.check(not left, "nothing is kept of a call back")


@story("22", "A call back that reaches the caller", line_toml("River"))
def reached(stage: Stage) -> None:
    """Asked for at a busy time; when River has rested, River is asked first; then both talk."""
    river = stage.supporter("River")
    caller = asks_while_busy(stage, river)
    river.stays_silent(9 * MINUTE)
    takes_it(river)
    picks_up(caller)
    caller.presses("1")
    caller.hears("callback-line", within=3)
    caller.hears("meet-peer", within=10, alias="River")
    caller.is_connected_to(river)
    nothing_is_kept(stage)
    stage.wait(5 * MINUTE)
    caller.hangs_up()
    river.hears("after-talk", minutes=10)


@story("22", "A call back that reaches nobody is tried twice and forgotten", line_toml("River"))
def not_reached(stage: Stage) -> None:
    """First a machine picks up, 20 minutes later nobody does: not a word is left, and no number."""
    river = stage.supporter("River")
    caller = asks_while_busy(stage, river)
    caller.handset.behaviour = behaviours.Voicemail(after=8)
    takes_it(river)
    hears_that_they_were_not_reached(stage, river)
    told_nothing(stage, caller)
    caller.handset.behaviour = behaviours.Ignores()
    river.stays_silent(19 * MINUTE)
    takes_it(river, within=2 * MINUTE)
    hears_that_they_were_not_reached(stage, river)
    nothing_is_kept(stage)
    is_not_rung(stage, caller, 21 * MINUTE)


def hears_that_they_were_not_reached(stage: Stage, river: SupporterPhone) -> None:
    """Kindly; they are free at once, and it was no miss."""
    river.hears("offer-not-reached", within=60)
    river.call_ends()
    stage.check(not stage.resting(river.alias), f"{river.alias} is free at once")
    stage.check(not stage.busy(river.alias), f"{river.alias}'s phone is not taken up")
    stage.check(stage.misses(river.alias) == 0, f"{river.alias} has missed nothing")


def told_nothing(stage: Stage, caller: CallerPhone) -> None:
    """Whoever picked up that phone has heard what anybody may hear, and nothing else."""
    words, languages = stage.words, stage.words.languages
    anybody = {
        words.text(message, language).plain
        for message in ("callback-opening", "callback-opening-again")
        for language in languages
    }
    heard = {one.text for one in caller.call.heard if one.kind == "say"}
    stage.check(bool(heard) and heard <= anybody, f"{caller.name}'s phone was told nothing")


@story("22", "A call back on which 1 is pressed too late", line_toml("River"))
def too_late(stage: Stage) -> None:
    """The phone is put down without a word; 20 minutes later they press 1 in time."""
    river = stage.supporter("River")
    caller = asks_while_busy(stage, river)
    takes_it(river)
    picks_up(caller)
    caller.hears("callback-opening-again", within=12)
    caller.call_ends(within=10)
    caller.presses("1")
    told_nothing(stage, caller)
    hears_that_they_were_not_reached(stage, river)
    takes_it(river, within=21 * MINUTE)
    picks_up(caller)
    caller.presses("1")
    caller.is_connected_to(river)
    caller.hangs_up()


@story("22", "A call back with a withheld number", line_toml("River"))
def withheld(stage: Stage) -> None:
    """We see no number: they hear so, and what there is instead; their place is kept."""
    river = stage.supporter("River")
    first = stage.caller("+16505550151", "Another caller").reaches_waiting()
    river.takes_the_call()
    first.is_connected_to(river)
    caller = stage.caller().dials(withheld=True)
    caller.hears("greeting")
    caller.presses("1")
    caller.hears("waiting-all-busy", ahead=0)
    caller.presses("2")
    caller.hears("callback-no-number")
    caller.hears("waiting-back", within=40)
    caller.hears("waiting-still-busy", within=10, ahead=0)
    caller.presses("*")
    caller.hears("waiting-help")
    stage.check(not caller.has_heard("callback-offer"), "what cannot be is not offered")
    first.hangs_up()
    river.takes_the_call(within=11 * MINUTE)
    caller.is_connected_to(river)
    caller.hangs_up()


@story(
    "22",
    "A call back asked for before the line opens",
    line_toml("River", hours=EIGHT_TO_EIGHT, shift=EIGHT_TO_EIGHT),
    began=FIVE_IN_THE_MORNING,
)
def asked_when_closed(stage: Stage) -> None:
    """Closed until eight: asked for at five, and made when River is on."""
    caller, river = stage.caller().dials(), stage.supporter("River")
    caller.hears("closed-callback", within=40)
    caller.presses("1")
    caller.hears("callback-ask", last="5 0", then="closed")
    agrees(caller, then="closed")
    river.stays_silent(2 * HOUR + 45 * MINUTE)
    # The answer to the reminder of the shift that begins at eight.
    river.handset.send_sms(LINE, "ON")
    takes_it(river, within=17 * MINUTE)
    picks_up(caller)
    caller.presses("1")
    caller.is_connected_to(river)
    caller.hangs_up()


@story(
    "22",
    "A call back for which the line opens too late",
    line_toml("River", hours="14:00-14:20", shift=EIGHT_TO_EIGHT),
    began=FIVE_IN_THE_MORNING,
)
def not_in_time(stage: Stage) -> None:
    """Twenty minutes in twelve hours are no promise: it is not offered, and said if asked for."""
    caller = stage.caller().dials()
    caller.hears("closed-menu", within=40)
    stage.check(not caller.has_heard("closed-callback"), "what cannot be is not offered")
    caller.presses("1")
    caller.hears("callback-not-in-time")
    caller.presses("4")
    caller.hears("places-intro")
    caller.hangs_up()


@story("22", "The supporter hangs up while the phone of a call back rings", line_toml("River"))
def supporter_leaves(stage: Stage) -> None:
    """The phone rings on; whoever picks it up and presses 1 waits for the next peer, first."""
    river = stage.supporter("River")
    caller = asks_while_busy(stage, river)
    takes_it(river)
    stage.wait(2)
    river.hangs_up()
    picks_up(caller)
    caller.presses("1")
    caller.hears("callback-line", within=3)
    caller.hears("callback-peer-left")
    river.rings()
    river.answers()
    river.hears("offer-again", alias="River")
    river.presses("1")
    caller.is_connected_to(river)
    nothing_is_kept(stage)
    caller.hangs_up()


@story("22", "Nine on a phone that is called back", line_toml("River"))
def crisis_key(stage: Stage) -> None:
    """It is the crisis door there, too; the supporter hears that the caller chose otherwise."""
    river = stage.supporter("River")
    caller = asks_while_busy(stage, river)
    takes_it(river)
    picks_up(caller)
    caller.presses("9")
    caller.hears("crisis-door", within=3)
    river.hears("offer-caller-elsewhere")
    caller.presses("1")
    caller.is_connected_to(stage_crisis(stage))
    caller.hangs_up()


def stage_crisis(stage: Stage) -> CallerPhone:
    """The crisis line picks up."""
    stage.crisis_line.behaviour = behaviours.Answers(after=2)
    return stage.caller(stage.crisis_line.number, "988")


@story(
    "22",
    "Twelve hours pass and nobody could call back",
    line_toml("River", shift="09:00-09:30"),
)
def twelve_hours(stage: Stage) -> None:
    """Nobody is on until the next day: the number is forgotten, and nobody is rung for it."""
    river = stage.supporter("River")
    caller = stage.caller().reaches_waiting()
    caller.hears("waiting-nobody-on")
    caller.hears("waiting-choices-first")
    caller.hears("callback-offer", within=20)
    asks(caller)
    stage.check(any(stage.connection.scan_iter("wl:callback:*")), "the number waits, sealed")
    stage.wait(12 * HOUR)
    nothing_is_kept(stage)
    river.stays_silent(10 * MINUTE)


@story("22", "Who waits on the line comes before every call back", line_toml("River"))
def live_callers_first(stage: Stage) -> None:
    """River's phone rings for a call back; somebody calls, and it rings for them instead."""
    river = stage.supporter("River")
    caller = asks_while_busy(stage, river)
    river.rings(within=11 * MINUTE)
    other = stage.caller("+16505550152", "A third caller").reaches_waiting()
    river.takes_the_call()
    other.is_connected_to(river)
    other.hangs_up()
    river.call_ends()
    takes_it(river)
    picks_up(caller)
    caller.presses("1")
    caller.is_connected_to(river)
    caller.hangs_up()


@story("22", "Who asked for a call back and stays on talks at once", line_toml("River", "Sage"))
def stays_on(stage: Stage) -> None:
    """Promised, then 0: a peer comes free while they wait, and there is nothing left to promise."""
    river, sage = stage.supporters("River", "Sage")
    sage.handset.behaviour = behaviours.Ignores()
    caller = stage.caller().reaches_waiting()
    caller.presses("2")
    caller.hears("callback-ask", last="5 0", then="wait")
    caller.presses("1")
    caller.hears("callback-promised")
    river.stops_ringing()
    caller.hears("callback-goodbye", within=60, then="wait")
    caller.presses("0")
    stage.check(not river.is_ringing, "nobody is rung while their phone is engaged")
    river.takes_the_call()
    caller.is_connected_to(river)
    nothing_is_kept(stage)
    caller.hangs_up()
    is_not_rung(stage, caller, 30 * MINUTE)
