"""Choosing: key 3, two questions at most, and names one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warmline.demo.stories._story import line_toml, story
from warmline.emulator import behaviours

if TYPE_CHECKING:
    from warmline.demo.phones import CallerPhone
    from warmline.demo.stage import Stage

THREE = line_toml("River", "Sage", "Juniper", about={"River": 'tags = ["nights", "parents"]'})
FAMILY = line_toml("River", "Sage", "Juniper", about={"Sage": 'kind = "family_peer"'})
TWO_AGENCIES = line_toml(
    "River",
    "Sage",
    "Juniper",
    about={
        "River": 'agency = "North County"',
        "Sage": 'agency = "South County"',
        "Juniper": 'agency = "North County"',
    },
)


def chooses(stage: Stage) -> CallerPhone:
    """A caller who presses 3 as soon as the menu speaks of it."""
    caller = stage.caller().dials()
    caller.hears("main-menu-choosing", within=60)
    caller.presses("3")
    return caller


@story("19", "Choosing River", THREE)
def chooses_river(stage: Stage) -> None:
    """The caller hears who is there and says yes. River is rung, and nobody else."""
    river, sage, juniper = stage.supporters("River", "Sage", "Juniper")
    caller = chooses(stage)
    caller.hears("choose-peer", alias="River")
    caller.hears("choose-tags", tags="nights, parents")
    caller.hears("choose-name", alias="River")
    caller.presses("1")
    caller.hears("choose-ringing", alias="River")
    river.rings()
    sage.stays_silent(8)
    juniper.stays_silent(1)
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.hangs_up()
    river.hears("after-talk", minutes=10)


@story("19", "Staying on is a yes", THREE)
def silence_is_yes(stage: Stage) -> None:
    """Who presses nothing after a name talks with the one who was named."""
    caller, river = chooses(stage), stage.supporter("River")
    caller.hears("choose-name", alias="River")
    caller.hears("choose-ringing", within=30, alias="River")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.hangs_up()


@story("19", "Declining two and taking the third", THREE)
def takes_the_third(stage: Stage) -> None:
    """Neither River nor Sage is rung, and neither learns that they were named."""
    river, sage, juniper = stage.supporters("River", "Sage", "Juniper")
    caller = chooses(stage)
    caller.hears("choose-peer", alias="River")
    caller.presses("2")
    caller.hears("choose-peer", alias="Sage")
    caller.presses("*")
    caller.hears("choose-peer", alias="Sage")
    caller.presses("2")
    caller.hears("choose-peer", alias="Juniper")
    caller.presses("1")
    juniper.takes_the_call()
    caller.is_connected_to(juniper)
    stage.wait(30)
    caller.hangs_up()
    stage.check(not river.handset.calls, "River's phone has not rung at all")
    stage.check(not sage.handset.calls, "and Sage's neither")


@story("19", "River passes, and the caller is asked who else", THREE)
def river_passes(stage: Stage) -> None:
    """Nobody else is rung before the caller has said so; staying on means any peer."""
    river, sage, juniper = stage.supporters("River", "Sage", "Juniper")
    caller = chooses(stage)
    caller.hears("choose-name", alias="River")
    caller.presses("1")
    river.rings()
    river.answers()
    river.hears("offer", alias="River")
    river.presses("2")
    caller.hears("choose-passed", within=12, alias="River")
    caller.hears("choose-wider")
    sage.stays_silent(6)
    juniper.stays_silent(1)
    caller.hears("choose-any", within=30)
    sage.takes_the_call(within=5)
    caller.is_connected_to(sage)
    caller.hangs_up()


@story("19", "River does not pick up, and the caller hears another name", THREE)
def river_misses(stage: Stage) -> None:
    """One ring, then the question; on 2 the next name. Whoever was in vain is not named again."""
    river, sage, juniper = stage.supporters("River", "Sage", "Juniper")
    river.handset.behaviour = behaviours.Ignores()
    caller = chooses(stage)
    caller.hears("choose-name", alias="River")
    caller.presses("1")
    river.rings()
    caller.hears("choose-passed", within=45, alias="River")
    caller.presses("2")
    caller.hears("choose-peer", alias="Sage")
    caller.presses("2")
    caller.hears("choose-peer", alias="Juniper")
    caller.presses("1")
    juniper.takes_the_call()
    caller.is_connected_to(juniper)
    sage.stays_silent(5)
    caller.hangs_up()


@story("19", "River is taken while the caller decides", THREE)
def river_is_taken(stage: Stage) -> None:
    """Another caller gets River meanwhile: that is said, and the caller is asked."""
    river, sage = stage.supporters("River", "Sage")
    caller = chooses(stage)
    caller.hears("choose-name", alias="River")
    other = stage.caller("+16505550151", "Second caller").reaches_waiting()
    river.takes_the_call()
    other.is_connected_to(river)
    caller.hears("choose-passed", within=45, alias="River")
    caller.presses("1")
    sage.takes_the_call()
    caller.is_connected_to(sage)
    caller.hangs_up()
    other.hangs_up()


@story("19", "A family peer is wanted", FAMILY)
def family_peer(stage: Stage) -> None:
    """Only family peers are named; who presses 2 after the last one is told so, and asked."""
    river, sage = stage.supporters("River", "Sage")
    caller = chooses(stage)
    caller.hears("choose-kind")
    caller.presses("2")
    caller.hears("choose-family-peer", alias="Sage")
    caller.presses("2")
    caller.hears("choose-no-more")
    caller.presses("1")
    caller.hears("choose-any")
    river.takes_the_call()
    caller.is_connected_to(river)
    sage.stays_silent(20)
    caller.hangs_up()


@story("19", "Someone outside my agency", TWO_AGENCIES)
def outside_my_agency(stage: Stage) -> None:
    """Nobody from the agency is named, and nobody from there is rung when Sage passes either."""
    river, sage, juniper = stage.supporters("River", "Sage", "Juniper")
    caller = chooses(stage)
    caller.hears("choose-agency-intro")
    caller.hears("choose-agency", agency="North County", key=1)
    caller.presses("1")
    caller.hears("choose-peer", alias="Sage")
    caller.presses("1")
    sage.rings()
    sage.answers()
    sage.hears("offer", alias="Sage")
    sage.presses("2")
    caller.hears("choose-passed", within=12, alias="Sage")
    caller.presses("1")
    caller.hears("choose-any")
    river.stays_silent(60)
    juniper.stays_silent(1)
    caller.hangs_up()


@story("19", "Whoever was declined is not rung when all others pass", line_toml("River", "Sage"))
def declined_stays_in_peace(stage: Stage) -> None:
    """River was declined. Sage passes; the caller takes any peer, and River stays in peace."""
    river, sage = stage.supporters("River", "Sage")
    caller = chooses(stage)
    caller.hears("choose-peer", alias="River")
    caller.presses("2")
    caller.hears("choose-peer", alias="Sage")
    caller.presses("1")
    sage.rings()
    sage.answers()
    sage.hears("offer", alias="Sage")
    sage.presses("2")
    caller.hears("choose-passed", within=12, alias="Sage")
    caller.presses("0")
    caller.hears("waiting-choices", within=120, minutes=1)
    caller.hears("waiting-choices", within=120, minutes=2)
    stage.check(not river.handset.calls, "River's phone has not rung at all")
    caller.hangs_up()


@story("19", "The chosen peer is not the one after all", line_toml("River", "Sage"))
def someone_else_after_choosing(stage: Stage) -> None:
    """2 before the bridge: the caller is asked who else, and River hears nothing of it."""
    river, sage = stage.supporters("River", "Sage")
    caller = chooses(stage)
    caller.hears("choose-name", alias="River")
    caller.presses("1")
    river.takes_the_call()
    caller.hears("meet-peer", alias="River")
    caller.presses("2")
    river.hears("offer-caller-left", within=3)
    caller.hears("talk-someone-else")
    caller.hears("choose-wider")
    caller.presses("2")
    caller.hears("choose-peer", alias="Sage")
    caller.presses("1")
    sage.takes_the_call()
    caller.is_connected_to(sage)
    caller.hangs_up()


@story("19", "Choosing when nobody is on duty", line_toml("River", "Sage", shift="03:00-04:00"))
def nobody_on_duty(stage: Stage) -> None:
    """It is said that there is no name; the caller stays on and waits like everybody."""
    caller = chooses(stage)
    caller.hears("choose-nobody")
    caller.hears("choose-any", within=40)
    caller.hears("waiting-nobody-on", within=20)
    caller.hears("waiting-choices-first")
    caller.hangs_up()


@story("19", "All are declined", line_toml("River", "Sage"))
def all_are_declined(stage: Stage) -> None:
    """Nobody is rung against a wish: the caller hears that nobody else is there, and choices."""
    river, sage = stage.supporters("River", "Sage")
    caller = chooses(stage)
    caller.hears("choose-peer", alias="River")
    caller.presses("2")
    caller.hears("choose-peer", alias="Sage")
    caller.presses("2")
    caller.hears("choose-no-more")
    caller.presses("1")
    caller.hears("waiting-nobody-else")
    caller.hears("waiting-choices-first")
    river.stays_silent(60)
    sage.stays_silent(1)
    caller.hangs_up()


@story("19", "Crisis help while choosing", THREE)
def crisis_while_choosing(stage: Stage) -> None:
    """9 works at every name and at the question, and star leads back."""
    river = stage.supporter("River")
    caller = chooses(stage)
    caller.hears("choose-name", alias="River")
    caller.presses("9")
    caller.hears("crisis-door")
    caller.presses("*")
    caller.hears("main-menu-choosing")
    caller.presses("3")
    caller.hears("choose-name", alias="River")
    caller.presses("1")
    river.rings()
    caller.presses("9")
    river.stops_ringing()
    caller.hears("crisis-door")
    caller.presses("*")
    caller.hears("crisis-place-kept")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.hangs_up()


@story("19", "Choosing in Spanish", FAMILY)
def in_spanish(stage: Stage) -> None:
    """The same keys, the same names, in the caller's language."""
    caller, sage = stage.caller().dials(), stage.supporter("Sage")
    caller.hears("main-menu-choosing", within=60)
    caller.presses("2")
    caller.hears("language-changed")
    caller.presses("3")
    caller.hears("choose-kind")
    caller.presses("2")
    caller.hears("choose-family-peer", alias="Sage")
    said = [one.text for one in caller.call.heard if one.kind == "say"]
    stage.check("Sage, de apoyo entre familias." in said, "the name is said in Spanish")
    caller.presses("1")
    sage.takes_the_call()
    caller.is_connected_to(sage)
    caller.hangs_up()
