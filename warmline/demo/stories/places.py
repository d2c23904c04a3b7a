"""4: other places to call, read, rung from here, or sent as a text."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from warmline.demo.stories._story import COORDINATOR, line_toml, story
from warmline.domain.directory.concerns import directory_warnings
from warmline.emulator import behaviours

if TYPE_CHECKING:
    from warmline.demo.stage import Stage

EAP = "+16505550160"
EAP_DIGITS = "6 5 0, 5 5 5, 0 1 6 0"
TUESDAY_NIGHT = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)

SLOTS = f"""
[[place]]
key = "LOCAL_EAP"
name = "County employee assistance"
name_es = "Ayuda para quienes trabajan en el condado"
dial = "{EAP}"
audience = "county employees"
audience_es = "quienes trabajan en el condado"
hours = "Mon-Fri 08:00-17:00 America/Los_Angeles"
languages = ["en", "es"]
bridgeable = true
verify_by = 2027-01-31

[[place]]
key = "LOCAL_THERAPY"
name = "Bayside Counseling"
dial = "+16505550161"
audience = "peer workers"
verify_by = 2027-01-31

[[place]]
key = "LOCAL_PSYCHIATRY"
waived_by = "AB"
waived_why = "the county has none for its workers"

[[place]]
key = "LOCAL_CULTURAL"
name = "Native Healing Circle"
dial = "+16505550162"
audience = "Native people"
verify_by = 2027-01-31

[[place]]
key = "LOCAL_RIGHTS"
name = "Local 521"
dial = "+16505550163"
audience = "union members"
verify_by = 2026-11-01
"""


def waits(stage: Stage) -> None:
    """Nobody picks up for now."""
    for supporter in stage.supporters("River"):
        supporter.handset.behaviour = behaviours.Ignores()


@story("23", "A county that fills its own places", line_toml("River", extra=SLOTS))
def county_slots(stage: Stage) -> None:
    """Who waits for a peer hears first what their county has; what is overdue comes last."""
    (book,) = stage.roster.books()
    said = [one.said for one in directory_warnings(book, date(2026, 11, 24))]
    stage.check(
        not any("own peer workers" in one for one in said), "every slot is filled or waived"
    )
    stage.check(any("Local 521" in one for one in said), "what is overdue is told")
    waits(stage)
    caller = stage.caller().reaches_waiting()
    caller.presses("4")
    caller.hears("places-intro")
    caller.hears(
        "place-line",
        name="County employee assistance",
        whom="It's for county employees.",
        number=EAP_DIGITS,
        hours="open",
        when="",
    )
    caller.hears("place-connect", within=60)
    caller.hears("place-text-me")
    caller.hears("place-again", within=60, then="wait")
    caller.presses("1")
    caller.hears(
        "place-line",
        name="Bayside Counseling",
        whom="It's for peer workers.",
        number="6 5 0, 5 5 5, 0 1 6 1",
        hours="unknown",
        when="",
    )
    caller.presses("1")
    stage.wait(2)
    for _ in range(3):
        caller.presses("1")
        stage.wait(1)
    caller.hears(
        "place-line",
        within=60,
        name="Local 521",
        whom="It's for union members.",
        number="6 5 0, 5 5 5, 0 1 6 3",
        hours="check",
        when="",
    )
    caller.hears("places-end", within=60, then="wait")
    caller.presses("0")
    stage.wait(2)
    caller.hangs_up()


@story("23", "Connected to a place from here, and back", line_toml("River", extra=SLOTS))
def connected_and_back(stage: Stage) -> None:
    """The caller hears which number is seen, presses 1, talks there, and keeps their place."""
    river = stage.supporter("River")
    office = stage.emulator.handset(EAP)
    office.behaviour = behaviours.Speaks(after=3, text="Employee assistance, simulated.")
    caller = stage.caller().reaches_waiting()
    river.rings()
    caller.presses("4")
    caller.hears("places-intro")
    caller.presses("3")
    caller.hears("connect-place", name="County employee assistance")
    caller.presses("5")
    caller.hears("connect-keys", within=20)
    stage.check(not office.calls, "nothing is rung before the caller's own key")
    caller.presses("1")
    caller.hears("connecting-place", within=3)
    stage.until(lambda: EAP in caller.call.talking_with, 20, "the office is on the line")
    stage.check(office.calls[-1].other == "+16505550100", "the office sees the line's number")
    river.stays_silent(60)
    office.calls[-1].hang_up()
    caller.hears("place-ended", within=3)
    caller.hears("place-over", within=20, then="wait")
    caller.presses("1")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.hangs_up()


@story("23", "A place that does not answer", line_toml("River", extra=SLOTS))
def place_silent(stage: Stage) -> None:
    """That is said; silence then leads to a peer."""
    stage.emulator.handset(EAP).behaviour = behaviours.Ignores()
    river = stage.supporter("River")
    caller = stage.caller().reaches_waiting()
    caller.presses("4")
    caller.hears("places-intro")
    caller.presses("3")
    caller.hears("connect-place", name="County employee assistance")
    caller.presses("*")
    stage.wait(2)
    caller.presses("3")
    caller.hears("connect-place", name="County employee assistance")
    caller.presses("1")
    caller.hears("place-no-answer", within=70)
    river.takes_the_call(within=60)
    caller.is_connected_to(river)
    caller.hangs_up()


@story("23", "The number as a text", line_toml("River", extra=SLOTS))
def number_as_a_text(stage: Stage) -> None:
    """One text with the number alone, once for each place, three in a call."""
    waits(stage)
    caller = stage.caller().reaches_waiting()
    caller.presses("4")
    caller.hears("place-text-me", within=60)
    caller.presses("6")
    caller.hears("place-text-coming")
    caller.presses("6")
    caller.hears("place-text-already")
    for outcome in ("place-text-coming", "place-text-coming", "place-text-enough"):
        caller.presses("1")
        caller.presses("6")
        caller.hears(outcome)
    stage.wait(5)
    texts = [message.body for message in caller.handset.messages]
    stage.check(texts[0] == f"Here's the number you asked for: {EAP}.", "the number and no name")
    stage.check(len(texts) == 3, "three texts and no more")
    caller.presses("5")
    stage.until(
        lambda: any("Slowly:" in one.text for one in caller.call.heard), 10, "it is said slowly"
    )
    caller.hangs_up()


@story("20", "No text without a number", line_toml("River", extra=SLOTS))
def no_text_without_a_number(stage: Stage) -> None:
    """Who withholds their number is not offered a text, and hears why when they ask for one."""
    waits(stage)
    caller = stage.caller().dials(withheld=True)
    caller.hears("greeting")
    caller.presses("1")
    caller.hears("waiting-ringing", phones=0)
    caller.presses("4")
    caller.hears("place-again", within=90, then="wait")
    stage.check(not caller.has_heard("place-text-me"), "no text is offered")
    caller.presses("6")
    caller.hears("place-text-no-number")
    caller.presses("0")
    stage.wait(2)
    caller.hangs_up()


@story(
    "23",
    "Other places in the night, in Spanish",
    line_toml("River", hours="08:00-22:00", extra=SLOTS),
    TUESDAY_NIGHT,
)
def night_in_spanish(stage: Stage) -> None:
    """What is closed is said to be closed, and when it opens, in the caller's words."""
    caller = stage.caller().dials()
    caller.hears("greeting")
    caller.presses("2")
    caller.hears("closed", within=60, when="mañana a las ocho de la mañana")
    caller.presses("4")
    caller.hears(
        "place-line",
        within=60,
        name="Ayuda para quienes trabajan en el condado",
        whom="Es para quienes trabajan en el condado.",
        number=EAP_DIGITS,
        hours="closed",
        when="mañana a las ocho de la mañana",
    )
    caller.hears("place-again", within=90, then="closed")
    caller.presses("9")
    caller.hears("crisis-door", within=3)
    caller.presses("*")
    stage.wait(3)
    caller.hangs_up()
    stage.check(
        not stage.emulator.handset(COORDINATOR).messages, "the coordinator is not woken for it"
    )


@story("23", "Phones ring on while the caller hears of places", line_toml("River", "Sage"))
def rung_while_listening(stage: Stage) -> None:
    """Two rings of one call that go unheard are one miss; who picks up has the caller at once."""
    river, sage = stage.supporters("River", "Sage")
    caller = stage.caller().reaches_waiting()
    river.rings()
    caller.presses("4")
    caller.hears("places-intro")
    for supporter in (river, sage):
        supporter.rings(within=60)
        supporter.stops_ringing(within=60)
    river.rings(within=3)
    river.stops_ringing(within=60)
    stage.check(stage.misses("River") == 1, "River has missed one caller, not two")
    stage.check(not stage.off_duty("River"), "nobody is set off duty by a caller who listens")
    sage.takes_the_call(within=0.1)
    caller.hears("meet-peer", within=3, alias="Sage")
    caller.is_connected_to(sage)
    caller.hangs_up()
