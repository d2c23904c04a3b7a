"""9: the crisis door, from wherever one is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from warmline.demo.stories._story import COORDINATOR, line_toml, story
from warmline.emulator import behaviours

if TYPE_CHECKING:
    from warmline.demo.stage import Stage

TUESDAY_NIGHT = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)


@story("8", "9 in the menu, and 988 from here", line_toml("River"))
def nine_in_the_menu(stage: Stage) -> None:
    """The caller is told what will happen and connects on their own key."""
    stage.crisis_line.behaviour = behaviours.Speaks(after=4, text="988, simulated.")
    caller = stage.caller().dials()
    caller.hears("greeting")
    caller.presses("9")
    caller.hears("crisis-door", within=3)
    caller.presses("1")
    caller.hears("crisis-connecting")
    stage.until(
        lambda: stage.crisis_line.number in caller.call.talking_with, 20, "988 is on the line"
    )
    stage.check(stage.crisis_line.calls[-1].other == "+16505550100", "988 sees the line's number")
    stage.wait(60)
    stage.crisis_line.calls[-1].hang_up()
    caller.hears("crisis-ended", within=3)
    caller.hears("crisis-over", within=5)
    caller.presses("4")
    caller.hears("places-intro")
    caller.presses("9")
    caller.hears("crisis-door")
    caller.presses("*")
    stage.wait(8)
    stage.check(not caller.has_heard("crisis-place-kept"), "no place is kept that nobody had")
    caller.hangs_up()


@story(
    "8",
    "988 from here when the line is closed",
    line_toml("River", hours="08:00-22:00"),
    TUESDAY_NIGHT,
)
def crisis_line_when_closed(stage: Stage) -> None:
    """After 988 at night nobody is looked for in vain, and nobody is woken; 988 comes last."""
    stage.crisis_line.behaviour = behaviours.Speaks(after=4, text="988, simulated.")
    caller = stage.caller().dials()
    caller.hears("greeting-crisis")
    caller.presses("9")
    caller.hears("crisis-door")
    caller.presses("1")
    stage.wait(60)
    stage.crisis_line.calls[-1].hang_up()
    caller.hears("crisis-ended", within=3)
    caller.hears("crisis-over-closed", within=5)
    stage.wait(15)
    caller.hears("places-intro", within=30)
    caller.presses("0")
    caller.hears("closed", when="tomorrow at eight in the morning")
    caller.hears("places-intro", within=60)
    caller.hears("closed-goodbye", within=600)
    caller.call_ends()
    stage.check(
        not stage.emulator.handset(COORDINATOR).messages, "the coordinator is not woken for it"
    )


@story("8", "9 while waiting keeps the place", line_toml("River"))
def nine_while_waiting(stage: Stage) -> None:
    """Phones stop ringing while the caller decides; star leads back, and River rings again."""
    river = stage.supporter("River")
    caller = stage.caller().reaches_waiting()
    river.rings()
    caller.presses("9")
    caller.hears("crisis-door", within=3)
    river.stops_ringing(within=1)
    river.stays_silent(10)
    caller.presses("*")
    caller.hears("crisis-place-kept")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.hangs_up()


@story("8", "9 while waiting, and 988 does not answer", line_toml("River"))
def crisis_line_silent(stage: Stage) -> None:
    """After 45 seconds that is said, and the number is read; a peer is still one key away."""
    stage.crisis_line.behaviour = behaviours.Ignores()
    river = stage.supporter("River")
    caller = stage.caller().reaches_waiting()
    caller.presses("9")
    caller.hears("crisis-door")
    caller.presses("1")
    caller.hears("crisis-connecting")
    caller.hears("crisis-no-answer", within=60)
    caller.presses("0")
    stage.wait(3)
    stage.check(
        not caller.has_heard("waiting-all-busy", ahead=0), "River, who is free, is not busy"
    )
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.hangs_up()


@story("8", "9 when the line is closed", line_toml("River", hours="08:00-22:00"), TUESDAY_NIGHT)
def nine_when_closed(stage: Stage) -> None:
    """The crisis door is open at every hour."""
    caller = stage.caller().dials()
    caller.hears("greeting-crisis")
    caller.presses("9")
    caller.hears("crisis-door", within=3)
    caller.presses("2")
    caller.hears("crisis-lines-intro")
    caller.presses("*")
    caller.hears("closed", within=20, when="tomorrow at eight in the morning")
    caller.hangs_up()


@story("8", "9 in the star menu during a talk", line_toml("River"))
def nine_during_a_talk(stage: Stage) -> None:
    """Star, 9, star: the caller looks through the crisis door and goes back to River."""
    river = stage.supporter("River")
    caller = stage.caller().reaches_waiting()
    river.takes_the_call()
    caller.is_connected_to(river)
    stage.wait(30)
    caller.presses("*")
    caller.hears("talk-menu", within=4)
    river.hears("talk-caller-star", within=4)
    caller.presses("9")
    caller.hears("crisis-door")
    caller.presses("*")
    caller.hears("talk-menu", within=4)
    caller.presses("1")
    caller.is_connected_to(river)
    caller.hangs_up()
    river.hears("after-talk", minutes=10)


@story("19", "Someone else, before and during the talk", line_toml("River", "Sage"))
def someone_else(stage: Stage) -> None:
    """2 before the bridge and 2 after star: the next peer, and the first never learns why."""
    river, sage = stage.supporters("River", "Sage")
    caller = stage.caller().reaches_waiting()
    river.rings()
    sage.rings()
    river.answers()
    river.hears("offer", alias="River")
    river.presses("1")
    caller.hears("meet-peer", alias="River")
    caller.presses("2")
    caller.hears("talk-someone-else")
    river.hears("offer-caller-left", within=3)
    sage.takes_the_call()
    caller.is_connected_to(sage)
    river.stays_silent(20)
    caller.hangs_up()


NEAR = """
[[place]]
key = "near"
kind = "crisis"
name = "The county's own line"
dial = "+16505550165"
police = "may"
bridgeable = true

[[place]]
key = "calm"
kind = "crisis"
name = "A line near here"
dial = "+16505550166"
police = "no"
bridgeable = true

[[place]]
key = "old"
kind = "crisis"
name = "A line of old"
dial = "+16505550167"
police = "no"
verify_by = 2026-11-01

[[place]]
key = "ctl"
"""
CALM_DIGITS = "6 5 0, 5 5 5, 0 1 6 6"


@story("8", "Crisis lines that don't involve police first", line_toml("River", extra=NEAR))
def police_free_first(stage: Stage) -> None:
    """Near ones first among those that send no police; what is overdue stays, and is read last."""
    caller = stage.caller().dials()
    caller.hears("greeting")
    caller.presses("9")
    caller.hears("crisis-door")
    caller.presses("2")
    caller.hears("crisis-lines-intro")
    caller.hears("crisis-line", name="A line near here", police="no", number=CALM_DIGITS)
    caller.hears("crisis-next-first", within=90)
    caller.presses("2")
    caller.hears(
        "crisis-line",
        name="StrongHearts Native Helpline",
        police="no",
        number="8 4 4, 7 6 2, 8 4 8 3",
    )
    caller.presses("8")
    caller.hears("more-time")
    caller.presses("*")
    caller.hears("main-menu", within=60)
    caller.hangs_up()


@story("8", "Another crisis line from here, while waiting", line_toml("River", extra=NEAR))
def another_crisis_line(stage: Stage) -> None:
    """What it says of police is told before the caller's own key; the place in line is kept."""
    line = stage.emulator.handset("+16505550166")
    line.behaviour = behaviours.Speaks(after=3, text="A crisis line, simulated.")
    river = stage.supporter("River")
    caller = stage.caller().reaches_waiting()
    river.rings()
    caller.presses("9")
    caller.hears("crisis-door")
    caller.presses("2")
    caller.hears("place-connect", within=60)
    caller.presses("3")
    caller.hears("connect-place", name="A line near here")
    caller.hears("connect-police", within=20, police="no")
    caller.hears("connect-keys", within=20)
    stage.check(not line.calls, "nothing is rung before the caller's own key")
    caller.presses("1")
    stage.until(lambda: line.number in caller.call.talking_with, 20, "the line is there")
    stage.check(line.calls[-1].other == "+16505550100", "it sees the line's number")
    stage.wait(30)
    line.calls[-1].hang_up()
    caller.hears("place-ended", within=3)
    caller.hears("place-over", within=20, then="wait")
    caller.presses("0")
    river.takes_the_call(within=60)
    caller.is_connected_to(river)
    caller.hangs_up()


@story(
    "8",
    "A crisis line that nobody has made sure of",
    line_toml("River", extra=NEAR.replace('key = "ctl"', 'key = "nami"')),
)
def overdue_crisis_line(stage: Stage) -> None:
    """It is read last with the request to check, it stays, and the coordinator is told."""
    caller = stage.caller().dials()
    caller.hears("greeting")
    caller.presses("9")
    caller.hears("crisis-door")
    caller.presses("2")
    caller.hears("crisis-lines-intro")
    for _ in range(6):
        caller.presses("2")
        stage.wait(0.5)
    caller.hears("crisis-line", name="A line of old", police="no", number="6 5 0, 5 5 5, 0 1 6 7")
    caller.hears("place-check", within=30)
    caller.hears("crisis-lines-end", within=30)
    caller.hangs_up()
    stage.workshop.alarms.look()
    stage.wait(5)
    texts = [message.body for message in stage.emulator.handset(COORDINATOR).messages]
    wanted = stage.words.text("text-directory", "en").plain
    stage.check(wanted in texts, "the coordinator is told")
    (book,) = stage.roster.books()
    stage.check(any(one.key == "old" for one in book.places), "the row stays")
