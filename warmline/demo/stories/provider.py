"""The telephone company: one call a second, requests that fail, numbers that it does not ring."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from warmline.demo.stories._story import COORDINATOR, line_toml, story
from warmline.emulator import behaviours
from warmline.emulator.faults import EVERYBODY

if TYPE_CHECKING:
    from warmline.demo.phones import CallerPhone
    from warmline.demo.stage import Stage

PEERS = ("River", "Sage", "Juniper", "Willow")
NOT_A_NUMBER = 21211
SUSPENDED = 20005


def five_wait(stage: Stage) -> list[CallerPhone]:
    """Five people call, one after the other, and wait for a peer."""
    callers = []
    for n in range(5):
        caller = stage.caller(f"+1650555015{n}", f"Caller {n + 1}").dials()
        caller.hears("greeting")
        caller.presses("1")
        callers.append(caller)
    return callers


def everybody_talks(stage: Stage, callers: list[CallerPhone]) -> None:
    """Four peers take the first four; the fifth is told honestly, and loses nothing."""
    peers = stage.supporters(*PEERS)
    for peer in peers:
        peer.handset.behaviour = behaviours.Answers(after=2, keys=[(6.0, "1")])
    numbers = {peer.handset.number for peer in peers}
    for caller in callers[:4]:
        stage.until(
            lambda caller=caller: bool(numbers & caller.call.talking_with),  # type: ignore[misc]  # bound at once
            40,
            f"{caller.name} and a peer hear each other",
        )
    fifth = callers[4]
    fifth.hears("waiting-still-busy", within=45, ahead=0)
    fifth.is_alone()
    for caller in callers:
        caller.hangs_up()


@story("26", "Five callers, one call a second", line_toml(*PEERS))
def one_call_a_second(stage: Stage) -> None:
    """Each gets a phone in turn, and nobody a second one before the others have one."""
    for peer in stage.supporters(*PEERS):
        peer.handset.behaviour = behaviours.Ignores()
    callers = five_wait(stage)
    stage.wait(6)
    began = sorted(
        call.began for peer in stage.supporters(*PEERS) for call in peer.handset.calls[:1]
    )
    stage.check(len(began) == len(PEERS), "every peer's phone rings")
    gaps = [later - earlier for earlier, later in pairwise(began)]
    stage.check(all(gap > 0.7 for gap in gaps), "one after the other, as fast as we may")
    for caller in callers:
        caller.hangs_up()


@story("26", "The telephone company says too many, and fails", line_toml(*PEERS))
def too_many_and_failing(stage: Stage) -> None:
    """It asks to be left in peace for three seconds, and is; then it fails. Nobody is lost."""
    stage.emulator.retry_after = 3.0
    stage.emulator.fail_next_rest(429, times=2, method="POST", path_contains="Calls.json")
    first = stage.caller("+16505550150", "Caller 1").reaches_waiting()
    river = stage.supporter("River")
    asked = [r for r in stage.emulator.rest_log if r.method == "POST"]
    stage.check([r.status for r in asked] == [429], "it was asked once")
    river.stays_silent(2.5)
    stage.emulator.fail_next_rest(500, times=2, method="POST", path_contains="Calls.json")
    stage.until(
        lambda: any(peer.is_ringing for peer in stage.supporters(*PEERS)), 20, "a phone rings"
    )
    first.hangs_up()
    stage.wait(3)
    everybody_talks(stage, five_wait(stage))


@story(
    "26", "No answer from the telephone company, and the phone rings", line_toml("River", "Sage")
)
def rings_without_an_answer(stage: Stage) -> None:
    """The request took effect. River's phone rings, rings once, and River takes the call."""
    stage.emulator.fail_next_rest(0, method="POST", path_contains="Calls.json", executed=True)
    caller = stage.caller().reaches_waiting()
    river, sage = stage.supporters("River", "Sage")
    sage.rings(within=3)
    river.takes_the_call()
    caller.is_connected_to(river)
    sage.stops_ringing()
    stage.check(len(river.handset.calls) == 1, "River was rung once")
    caller.hangs_up()


@story("26", "A number that cannot be rung", line_toml("River", "Sage"))
def a_number_that_cannot_be_rung(stage: Stage) -> None:
    """Sage is rung at once; the coordinator hears of River's number once; it is not tried again."""
    river, sage = stage.supporters("River", "Sage")
    coordinator = stage.emulator.handset(COORDINATOR)
    stage.emulator.refused[river.handset.number] = NOT_A_NUMBER
    caller = stage.caller().reaches_waiting()
    sage.takes_the_call(within=4)
    caller.is_connected_to(sage)
    caller.hangs_up()
    stage.wait(5)
    stage.check(not coordinator.messages, "no text has told that somebody called just now")
    stage.wait(900)
    told = [message.body for message in coordinator.messages]
    wanted = stage.words.text("text-number-refused", "en", alias="River").plain
    stage.check(told == [wanted], "the coordinator is told once whose number it is")
    stage.emulator.rest_log.clear()
    again = stage.caller("+16505550151", "Second caller").reaches_waiting()
    sage.takes_the_call(within=6)
    again.is_connected_to(sage)
    tried = [r for r in stage.emulator.rest_log if r.params.get("To") == river.handset.number]
    stage.check(not tried, "River's number is not asked for again")
    stage.check(len(coordinator.messages) == 1, "and the coordinator not told again")
    again.hangs_up()


@story("26", "The account may not call anybody", line_toml("River", "Sage"))
def the_account_may_not(stage: Stage) -> None:
    """Nobody is set aside for it. The caller hears of other places; later River is rung again."""
    stage.emulator.refused[EVERYBODY] = SUSPENDED
    caller = stage.caller().reaches_waiting()
    stage.wait(30)
    book = stage.roster.book("county")
    stage.check(book is not None and not book.refused, "no supporter is set aside")
    stage.check(stage.calls.troubles().refused > 0, "it is known that the account may not call")
    caller.hears("waiting-choices", within=60, minutes=1)
    stage.emulator.refused.clear()
    stage.until(
        lambda: any(peer.is_ringing for peer in stage.supporters("River", "Sage")),
        10,
        "a phone rings as soon as it may",
    )
    stage.check(not stage.calls.troubles().refused, "and the refusal is forgotten")
    caller.hangs_up()


@story("26", "Busy, switched off, and then somebody", line_toml("River", "Sage", "Juniper"))
def unreachable_phones(stage: Stage) -> None:
    """River is engaged, Sage's phone is switched off: Juniper is rung within seconds."""
    river, sage, juniper = stage.supporters("River", "Sage", "Juniper")
    river.handset.behaviour = behaviours.Busy()
    sage.handset.behaviour = behaviours.Unreachable()
    caller = stage.caller().reaches_waiting()
    juniper.takes_the_call(within=5)
    caller.is_connected_to(juniper)
    stage.check(not stage.off_duty("River"), "nobody is blamed")
    caller.hangs_up()
