"""Wishes: by language, by what peers share, by agency; and what happens when nobody meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warmline.demo.stories._story import line_toml, story
from warmline.demo.stories.choosing import FAMILY, THREE, chooses
from warmline.emulator import behaviours

if TYPE_CHECKING:
    from warmline.demo.phones import CallerPhone
    from warmline.demo.stage import Stage

ENGLISH = 'languages = ["en"]'
SPANISH = 'languages = ["es"]'
ONLY_ENGLISH = line_toml("River", about={"River": ENGLISH})
ONLY_SPANISH = line_toml("River", about={"River": SPANISH})
ONE_EACH = line_toml("River", "Sage", about={"River": ENGLISH, "Sage": SPANISH})
SHARED = line_toml(
    "River",
    "Sage",
    "Juniper",
    about={"River": 'tags = ["nights"]', "Sage": 'tags = ["parents"]', "Juniper": "tags = []"},
    extra='\n[tags]\nnights = { es = "noches" }\n',
)
NAMED_AGENCY = line_toml(
    "River",
    "Sage",
    about={"River": 'agency = "nc"', "Sage": 'agency = "sc"'},
    extra="""
[agency]
nc = { en = "North County Services", es = "Servicios del Norte" }
""",
)


def waits_in_spanish(stage: Stage) -> CallerPhone:
    """A caller who presses 2 for Spanish and then 1 for a peer."""
    caller = stage.caller().dials()
    caller.hears("greeting")
    caller.presses("2")
    caller.hears("language-changed")
    caller.presses("1")
    return caller


def said(phone: CallerPhone) -> list[str]:
    """All that was said on a phone."""
    return [one.text for one in phone.call.heard if one.kind == "say"]


@story("19", "Declining everybody and hearing them again", THREE)
def all_again(stage: Stage) -> None:
    """Who has heard all names is not left alone for it: 2 reads them again, and one is rung."""
    caller = chooses(stage)
    for alias in ("River", "Sage", "Juniper"):
        caller.hears("choose-name", alias=alias)
        caller.presses("2")
    caller.hears_all_of("choose-no-more")
    caller.presses("2")
    caller.hears("choose-name", alias="River")
    caller.presses("2")
    caller.hears("choose-name", alias="Sage")
    caller.presses("1")
    sage = stage.supporter("Sage")
    sage.takes_the_call()
    caller.is_connected_to(sage)
    stage.check(not stage.supporter("River").handset.calls, "River's phone has not rung at all")
    caller.hangs_up()


@story("19", "Nobody who speaks Spanish is free", ONLY_ENGLISH)
def agrees_to_english(stage: Stage) -> None:
    """That is said, and asked; River's phone is silent meanwhile, until the caller says yes."""
    caller, river = waits_in_spanish(stage), stage.supporter("River")
    caller.hears("choose-unmet-language", wanted="es", other="en")
    caller.hears_all_of("choose-unmet-language-keys")
    stage.check(not river.handset.calls, "River's phone has not rung at all")
    caller.presses("1")
    caller.hears("choose-widened")
    river.rings()
    river.answers()
    river.hears("offer", alias="River")
    river.presses("1")
    river.hears("offer-agreed-language", wanted="es")
    caller.is_connected_to(river)
    caller.hangs_up()


@story("19", "A voicemail does not learn in which language somebody calls", ONLY_ENGLISH)
def voicemail_learns_nothing(stage: Stage) -> None:
    """What the caller chose is said only after 1."""
    caller, river = waits_in_spanish(stage), stage.supporter("River")
    river.handset.behaviour = behaviours.Voicemail(after=4.0)
    caller.hears("choose-unmet-language-keys")
    caller.presses("1")
    river.rings()
    stage.wait(30)
    stage.check(not river.has_heard("offer-agreed-language", wanted="es"), "nothing was revealed")
    caller.hangs_up()


@story("19", "The caller would rather wait for Spanish", ONLY_ENGLISH)
def waits_for_spanish(stage: Stage) -> None:
    """River stays in peace; after two minutes the question comes once more, then no more."""
    caller, river = waits_in_spanish(stage), stage.supporter("River")
    caller.hears("choose-unmet-language-keys")
    caller.presses("2")
    caller.hears("choose-waiting")
    caller.hears("waiting-nobody-else")
    caller.hears("waiting-choices", within=150, minutes=2)
    stage.check(not river.handset.calls, "River's phone has not rung at all")
    caller.hears("choose-unmet-language", within=45, wanted="es", other="en")
    caller.presses("1")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.hangs_up()


@story("19", "Silence is no yes to another language", ONLY_SPANISH)
def silence_keeps_the_language(stage: Stage) -> None:
    """Nobody ends by silence with a peer whom they cannot understand: they wait, and 1 is a yes."""
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    caller.hears("choose-unmet-language", wanted="en", other="es")
    caller.hears_all_of("choose-unmet-language-keys")
    caller.hears("choose-waiting", within=20)
    caller.hears("choose-unmet-language", within=180, wanted="en", other="es")
    caller.hears("choose-waiting", within=45)
    stage.check(not river.handset.calls, "River's phone has not rung at all")
    caller.hears("waiting-alternatives", within=90)
    caller.hears("places-intro")
    caller.hangs_up()


@story("19", "Waiting for Spanish, the caller hears of other places", ONLY_ENGLISH)
def other_places_instead(stage: Stage) -> None:
    """4 leads there from the question, and 9 is the crisis door."""
    caller = waits_in_spanish(stage)
    caller.hears("choose-unmet-language-keys")
    caller.presses("9")
    caller.hears("crisis-door")
    caller.presses("*")
    caller.hears("choose-unmet-language-keys", within=60)
    caller.presses("4")
    caller.hears("places-intro")
    caller.hangs_up()


@story("19", "A peer who speaks Spanish is wished by key", ONE_EACH)
def language_by_key(stage: Stage) -> None:
    """Each language offers itself in its own words; only who speaks it is named."""
    river, sage = stage.supporters("River", "Sage")
    caller = chooses(stage)
    caller.hears("choose-language", key=1)
    caller.presses("2")
    caller.hears("choose-peer", alias="Sage")
    caller.presses("1")
    sage.takes_the_call()
    caller.is_connected_to(sage)
    stage.check(not river.handset.calls, "River's phone has not rung at all")
    caller.hangs_up()


@story("19", "Anybody who shares it", SHARED)
def by_what_they_share(stage: Stage) -> None:
    """By one key whoever shares it is rung, and nobody else; then the alias is said as always."""
    river, sage, juniper = stage.supporters("River", "Sage", "Juniper")
    caller = chooses(stage)
    caller.hears("choose-other-way")
    caller.presses("3")
    caller.hears("choose-way-tags")
    caller.presses("3")
    caller.hears("choose-tag", tag="nights", key=1)
    caller.hears("choose-tag", tag="parents", key=2)
    caller.presses("2")
    caller.hears("choose-sharing")
    sage.takes_the_call()
    caller.hears("meet-peer", alias="Sage")
    caller.is_connected_to(sage)
    stage.check(not river.handset.calls, "River's phone has not rung at all")
    stage.check(not juniper.handset.calls, "and Juniper's neither")
    caller.hangs_up()


@story("19", "Nobody who shares it is free any more", SHARED)
def nobody_shares_it(stage: Stage) -> None:
    """Sage passes: the wish for what Sage shares is let go of only when the caller says so."""
    river, sage, juniper = stage.supporters("River", "Sage", "Juniper")
    caller = chooses(stage)
    caller.hears("choose-name", alias="River")
    caller.presses("3")
    caller.hears("choose-way-tags")
    caller.presses("3")
    caller.hears("choose-tag", tag="parents", key=2)
    caller.presses("2")
    sage.rings()
    sage.answers()
    sage.hears("offer", alias="Sage")
    sage.presses("2")
    caller.hears("choose-unmet-tags", within=60)
    river.stays_silent(2)
    juniper.stays_silent(1)
    caller.presses("1")
    caller.hears("choose-widened")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.hangs_up()


@story("19", "What peers share is said in the caller's language or not at all", SHARED)
def tags_in_spanish(stage: Stage) -> None:
    """River's nights are "noches"; Sage's tag has no words in Spanish and is left out."""
    caller = stage.caller().dials()
    caller.hears("greeting")
    caller.presses("2")
    caller.hears("language-changed")
    caller.presses("3")
    caller.hears("choose-tags", tags="noches")
    caller.presses("2")
    caller.hears("choose-peer", alias="Sage")
    caller.hears("choose-name", alias="Sage")
    stage.check(not any("parents" in one for one in said(caller)), "no English word was said")
    caller.hangs_up()


@story("19", "An agency by its name", NAMED_AGENCY)
def agency_by_name(stage: Stage) -> None:
    """It is said in the caller's language; one without a name is said by its code."""
    caller, sage = chooses(stage), stage.supporter("Sage")
    caller.hears("choose-agency", agency="North County Services", key=1)
    caller.hears("choose-agency", agency="sc", key=2)
    caller.presses("1")
    caller.hears("choose-peer", alias="Sage")
    caller.presses("1")
    sage.takes_the_call()
    caller.is_connected_to(sage)
    caller.hangs_up()


@story("19", "Zero while River is about to be rung", THREE)
def anybody_after_all(stage: Stage) -> None:
    """At the very sentence that River is rung, 0 is any peer at once."""
    river, sage = stage.supporters("River", "Sage")
    caller = chooses(stage)
    caller.hears("choose-name", alias="River")
    caller.presses("1")
    caller.hears("choose-ringing", alias="River")
    caller.presses("0")
    caller.hears("choose-any")
    river.rings()
    sage.takes_the_call(within=5)
    caller.is_connected_to(sage)
    caller.hangs_up()


@story("19", "No family peer is there", FAMILY)
def no_family_peer(stage: Stage) -> None:
    """Sage is in a talk: that no family peer is free is said, and a peer is rung on a yes."""
    river, sage = stage.supporters("River", "Sage")
    other = stage.caller("+16505550151", "Second caller").dials()
    other.hears("main-menu-choosing", within=60)
    other.presses("3")
    other.hears("choose-kind")
    other.presses("2")
    other.hears("choose-family-peer", alias="Sage")
    other.presses("1")
    sage.takes_the_call()
    other.is_connected_to(sage)
    caller = chooses(stage)
    caller.hears("choose-kind")
    caller.presses("2")
    caller.hears("choose-unmet-kind", kind="family_peer")
    caller.presses("1")
    caller.hears("choose-widened")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.hangs_up()
    other.hangs_up()
