"""Waiting: silence, wrong keys, nobody free, nobody on, closed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from warmline.demo.stories._story import COORDINATOR, line_toml, story
from warmline.emulator import behaviours

if TYPE_CHECKING:
    from warmline.demo.stage import Stage

TODAY_IS_A_HOLIDAY = """
[[holiday]]
date = 2026-11-24
name = "Day off"
hours = "closed"
"""
TUESDAY_NIGHT = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)
"""Eleven at night in California."""


@story("9", "The caller presses nothing and says nothing", line_toml("River"))
def presses_nothing(stage: Stage) -> None:
    """Told, then offered to a peer. Hearing only silence, River ends; the caller hears 988."""
    caller, river = stage.caller(), stage.supporter("River")
    caller.dials()
    caller.hears("main-silence", within=60)
    river.takes_the_call()
    caller.is_connected_to(river)
    stage.wait(40)
    river.hangs_up()
    caller.hears("peer-lost", within=3, alias="River")
    river.rings(within=8)
    river.answers()
    river.presses("2")
    caller.hears("waiting-nobody-answered", within=60)
    caller.hangs_up()


@story("10", "Wrong keys, then a person", line_toml("River"))
def wrong_keys(stage: Stage) -> None:
    """One gentle repeat, then a person."""
    caller, river = stage.caller(), stage.supporter("River")
    caller.dials()
    caller.hears("greeting")
    caller.presses("6")
    caller.hears("main-wrong-key")
    caller.presses("6")
    caller.hears("main-silence")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.hangs_up()


@story("10", "Mashed keys with a 9 in them", line_toml("River"))
def mashed_keys(stage: Stage) -> None:
    """##9 counts as 9."""
    caller = stage.caller().dials()
    caller.hears("greeting")
    caller.presses("##9")
    caller.hears("crisis-door", within=5)
    caller.hangs_up()


@story("11", "Two callers, one supporter", line_toml("River"))
def two_callers_one_supporter(stage: Stage) -> None:
    """The second caller is told honestly; when River's rest is over, River is offered them."""
    first = stage.caller().reaches_waiting()
    river = stage.supporter("River")
    river.takes_the_call()
    first.is_connected_to(river)
    second = stage.caller("+16505550151", "Second caller").reaches_waiting()
    second.hears("waiting-all-busy", ahead=0)
    first.hangs_up()
    river.call_ends()
    second.hears("waiting-still-here", within=30)
    second.hears("waiting-still-busy", within=30, ahead=0)
    second.hears("waiting-choices", within=90, minutes=1)
    second.presses("1")
    second.hears("waiting-alternatives", within=300)
    second.presses("1")
    river.stays_silent(200)
    river.takes_the_call(within=400)
    second.is_connected_to(river)
    second.hangs_up()


@story("11", "The longest waiting caller is served first", line_toml("River"))
def longest_waiting_first(stage: Stage) -> None:
    """Two wait while River talks; the one who has waited longer gets River's next call."""
    first = stage.caller().reaches_waiting()
    river = stage.supporter("River")
    river.takes_the_call()
    first.is_connected_to(river)
    second = stage.caller("+16505550151", "Second caller").reaches_waiting()
    stage.wait(20)
    third = stage.caller("+16505550152", "Third caller").reaches_waiting()
    third.hears("waiting-all-busy", ahead=1)
    first.hangs_up()
    river.takes_the_call(within=700)
    second.is_connected_to(river)
    third.is_alone()
    second.hangs_up()
    third.hangs_up()


@story("12", "Everyone passes or misses", line_toml("River", "Sage", backups=("Juniper",)))
def everyone_passes(stage: Stage) -> None:
    """River passes, Sage does not pick up, Juniper the backup neither. A second round, then
    alternatives; the first are named within 90 seconds."""
    river, sage, juniper = stage.supporters("River", "Sage", "Juniper")
    sage.handset.behaviour = behaviours.Ignores()
    juniper.handset.behaviour = behaviours.Ignores()
    caller = stage.caller().reaches_waiting()
    began = stage.second
    river.rings()
    river.answers()
    river.presses("2")
    river.hears("offer-passed")
    juniper.rings(within=20)
    caller.hears("waiting-nobody-answered", within=90)
    caller.hears("waiting-choices-first")
    stage.check(stage.second - began <= 90, "other places are named within 90 seconds")
    caller.hears("waiting-choices", within=100, minutes=2)
    caller.hears("waiting-nobody-yet", within=60)
    stage.check(len(river.handset.calls) == 1, "River, who passed, is not asked twice")
    stage.check(
        len(sage.handset.calls) == 2 and len(juniper.handset.calls) == 2,
        "Sage and Juniper were rung in two rounds, not more",
    )
    caller.hears("waiting-alternatives", within=240)
    caller.hears("places-intro", within=40)
    caller.hangs_up()
    stage.wait(15 * 60)
    told = stage.emulator.handset(COORDINATOR).messages
    stage.check(
        [one.at % 900 < 5 for one in told] == [True],
        "the coordinator is told once, at the next quarter of an hour, not a word about a caller",
    )


@story("16", "The workers are gone for a while", line_toml("River"))
def workers_gone(stage: Stage) -> None:
    """No job is done for half a minute; the caller hears a voice, and then River's phone rings."""
    caller = stage.caller().dials()
    caller.hears("greeting")
    stage.working = False
    caller.presses("1")
    caller.hears("waiting-ringing", phones=0)
    stage.wait(30)
    stage.check(
        not caller.has_heard("waiting-all-busy", ahead=0), "River, who is free, is not busy"
    )
    stage.working = True
    stage.supporter("River").takes_the_call(within=6)
    caller.is_connected_to(stage.supporter("River"))
    caller.hangs_up()


@story("17", "Redis is emptied while a caller waits", line_toml("River"))
def redis_emptied(stage: Stage) -> None:
    """The waiting caller's next poll takes them up again, and River's phone rings."""
    river = stage.supporter("River")
    stage.working = False
    caller = stage.caller().reaches_waiting()
    stage.wait(1)
    stage.connection.flushdb()
    stage.working = True
    caller.hears("waiting-line-moved", within=25)
    river.takes_the_call(within=30)
    caller.is_connected_to(river)
    caller.hangs_up()


@story(
    "17",
    "Redis is emptied while the line is closed",
    line_toml("River", hours="08:00-22:00"),
    began=TUESDAY_NIGHT,
)
def redis_emptied_when_closed(stage: Stage) -> None:
    """Nobody is looked for who is not there: the caller hears again what there is at night."""
    caller = stage.caller().dials()
    caller.hears("closed", within=30, when="tomorrow at eight in the morning")
    stage.connection.flushdb()
    caller.presses("4")
    caller.hears("closed", when="tomorrow at eight in the morning")
    caller.presses("4")
    caller.hears("places-intro")
    stage.check(not caller.has_heard("waiting-line-moved"), "no peer is promised at night")
    caller.hangs_up()


@story(
    "23",
    "Closed for the night",
    line_toml("River", hours="08:00-22:00"),
    began=TUESDAY_NIGHT,
)
def closed_for_the_night(stage: Stage) -> None:
    """Crisis first, then when the line opens, in words; silence reads what is open now."""
    caller = stage.caller().dials()
    caller.hears("greeting-crisis")
    stage.until(
        lambda: any("español" in one.text for one in caller.call.heard),
        15,
        "the line offers its other language",
    )
    caller.hears("closed", when="tomorrow at eight in the morning")
    stage.supporter("River").stays_silent(20)
    caller.hears("places-intro", within=60)
    caller.hears("closed-goodbye", within=600)
    caller.call_ends()


@story("10", "Other places, read with stray keys", line_toml("River"))
def other_places(stage: Stage) -> None:
    """A stray key or 8 among the places loses nothing; 0 leads to a peer."""
    caller = stage.caller().dials()
    caller.hears("main-menu", within=60)
    caller.presses("4")
    caller.hears("places-public-intro")
    caller.hears("place-again", within=60, then="peer")
    caller.presses("7")
    caller.hears("main-wrong-key")
    caller.hears("place-again", then="peer")
    caller.presses("1")
    caller.hears("place-next", within=40)
    caller.presses("8")
    caller.hears("more-time")
    caller.hears("place-next")
    caller.presses("1")
    caller.presses("1")
    caller.hears("places-end", within=60, then="peer")
    caller.presses("0")
    stage.supporter("River").takes_the_call()
    caller.is_connected_to(stage.supporter("River"))
    caller.hangs_up()


@story(
    "23",
    "A holiday overrides the week",
    line_toml("River", extra=TODAY_IS_A_HOLIDAY),
)
def holiday(stage: Stage) -> None:
    """On a weekday morning that is a holiday the line says when it opens again."""
    caller = stage.caller().dials()
    caller.hears("greeting-crisis")
    caller.hears("closed", when="tonight at midnight")
    caller.presses("9")
    caller.hears("crisis-door")
    caller.hangs_up()


@story("13", "Nobody is on duty", line_toml("River", shift="18:00-22:00"))
def nobody_on_duty(stage: Stage) -> None:
    """Open, but nobody is on: said at once, with choices, and the caller may wait on."""
    caller = stage.caller().reaches_waiting()
    caller.hears("waiting-nobody-on", within=10)
    caller.hears("waiting-choices-first")
    stage.supporter("River").stays_silent(60)
    told = stage.emulator.handset(COORDINATOR).messages
    stage.check(len(told) == 1, "the coordinator is told once, by the plan, whoever calls or not")
    caller.hangs_up()


@story("12", "The backup takes the call", line_toml("River", backups=("Juniper",)))
def backup_takes_the_call(stage: Stage) -> None:
    """River passes; Juniper, on as a backup, hears so and takes the call."""
    river, juniper = stage.supporters("River", "Juniper")
    caller = stage.caller().reaches_waiting()
    river.rings()
    juniper.stays_silent(2)
    river.answers()
    river.presses("2")
    juniper.rings(within=5)
    juniper.answers()
    juniper.hears("offer-backup", alias="Juniper")
    juniper.presses("1")
    caller.is_connected_to(juniper)
    caller.hangs_up()


@story("11", "Three callers, three supporters", line_toml("River", "Sage", "Juniper"))
def a_phone_for_everybody(stage: Stage) -> None:
    """Three call while no worker works; then a phone rings for each, and nobody has two."""
    stage.working = False
    callers = [
        stage.caller(f"+1650555015{n}", name).reaches_waiting()
        for n, name in enumerate(("First caller", "Second caller", "Third caller"))
    ]
    stage.working = True
    peers = stage.supporters("River", "Sage", "Juniper")
    for peer in peers:
        peer.takes_the_call(within=12)
    stage.wait(10)
    stage.check(all(one.call.talking_with for one in callers), "every caller has a peer")
    stage.check(all(len(one.handset.calls) == 1 for one in peers), "and no phone has rung in vain")
    for caller in callers:
        caller.hangs_up()
