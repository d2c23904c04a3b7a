"""During a talk the supporter brings in 988, or hands the caller over: asked first, never alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warmline.demo.stories._story import line_toml, story
from warmline.emulator import behaviours

if TYPE_CHECKING:
    from warmline.demo.phones import CallerPhone, SupporterPhone
    from warmline.demo.stage import Stage


def in_a_talk(stage: Stage) -> tuple[CallerPhone, SupporterPhone]:
    """A caller who has talked with River for half a minute."""
    river = stage.supporter("River")
    caller = stage.caller().reaches_waiting()
    river.takes_the_call()
    caller.is_connected_to(river)
    stage.wait(30)
    return caller, river


def agrees_to_988(caller: CallerPhone, river: SupporterPhone) -> None:
    """River presses star and 9; the caller is asked, and presses 1."""
    river.presses("*")
    caller.hears("talk-peer-star", within=3)
    river.hears("star-menu", within=3)
    river.presses("9")
    river.hears("star-asking", within=3)
    caller.hears("talk-asks-988", within=3)
    caller.presses("1")


def with_988(stage: Stage, phone: CallerPhone | SupporterPhone) -> bool:
    """Whether 988 and this phone hear each other."""
    return stage.crisis_line.number in phone.call.talking_with


@story("7", "988 comes into the talk, and the supporter leaves the two", line_toml("River"))
def crisis_in_the_middle(stage: Stage) -> None:
    """Nobody is rung before the caller's own 1; 988 sees the line's number; nobody is alone."""
    stage.crisis_line.behaviour = behaviours.Speaks(after=8, text="988, simulated.")
    caller, river = in_a_talk(stage)
    river.presses("*")
    caller.hears("talk-peer-star", within=3)
    river.presses("9")
    caller.hears("talk-asks-988", within=3)
    stage.check(not stage.crisis_line.calls, "988 is not rung before the caller agrees")
    caller.presses("1")
    caller.is_connected_to(river, within=8)
    stage.until(lambda: with_988(stage, caller) and with_988(stage, river), 20, "988 is there")
    stage.check(stage.crisis_line.calls[-1].other == "+16505550100", "it sees the line's number")
    stage.wait(60)
    river.presses("*")
    river.hears("star-988-menu", within=3)
    stage.check(with_988(stage, caller), "they go on talking meanwhile")
    river.presses("2")
    river.hears("after-988", minutes=15)
    river.call_ends()
    stage.wait(60)
    stage.check(with_988(stage, caller), "988 and the caller talk on")
    stage.crisis_line.calls[-1].hang_up()
    caller.hears("crisis-ended", within=3)
    caller.hangs_up()


@story("7", "988 comes into the talk, and leaves before the supporter", line_toml("River"))
def crisis_line_leaves_first(stage: Stage) -> None:
    """Caller and supporter are still together; the supporter's rest is the longer one."""
    stage.crisis_line.behaviour = behaviours.Speaks(after=4, text="988, simulated.")
    caller, river = in_a_talk(stage)
    agrees_to_988(caller, river)
    river.hears("star-988-agreed", within=5)
    stage.until(lambda: with_988(stage, caller), 20, "988 is there")
    stage.wait(30)
    stage.crisis_line.calls[-1].hang_up()
    stage.wait(5)
    caller.is_connected_to(river)
    caller.hangs_up()
    river.hears("after-talk", minutes=15)


@story("7", "988 does not answer in a talk", line_toml("River"))
def crisis_line_silent_in_a_talk(stage: Stage) -> None:
    """After 45 seconds both hear so, and the number; they were together all the while."""
    stage.crisis_line.behaviour = behaviours.Ignores()
    caller, river = in_a_talk(stage)
    agrees_to_988(caller, river)
    caller.is_connected_to(river, within=8)
    caller.hears("talk-988-absent", within=60)
    river.hears("talk-988-absent", within=2)
    caller.is_connected_to(river)
    river.presses("*")
    river.hears("star-menu", within=3)
    caller.hears("talk-peer-star", within=3)
    stage.wait(8)
    river.presses("1")
    caller.is_connected_to(river)
    caller.hangs_up()
    river.hears("after-talk", minutes=15)


@story(
    "7", "The caller would rather not have 988, and 988 is busy when they would", line_toml("River")
)
def rather_not_988(stage: Stage) -> None:
    """2 is no, and so is silence; nobody is rung for either. Later they agree, and it is busy."""
    stage.crisis_line.behaviour = behaviours.Busy()
    caller, river = in_a_talk(stage)
    for answer in ("2", ""):
        river.presses("*")
        river.hears("star-menu", within=3)
        river.presses("9")
        caller.hears("talk-asks-988", within=3)
        if answer:
            caller.presses(answer)
        river.hears("star-declined", within=40)
        caller.is_connected_to(river)
        stage.check(not stage.crisis_line.calls, "988 is not rung")
        stage.wait(5)
    agrees_to_988(caller, river)
    caller.is_connected_to(river, within=8)
    caller.hears("talk-988-absent", within=10)
    caller.is_connected_to(river)
    river.presses("*")
    river.hears("star-menu", within=3)
    river.presses("2")
    caller.hears("talk-asks-hand", within=3)
    caller.presses("1")
    caller.hears("talk-stays", within=2)  # nobody else is on: they are told so at once
    river.hears("star-nobody", within=3)
    caller.is_connected_to(river, within=8)
    caller.hangs_up()


@story("7", "988 picks up and nobody speaks", line_toml("River"))
def silence_at_988(stage: Stage) -> None:
    """The supporter lets it go with a key; caller and supporter talk on."""
    stage.crisis_line.behaviour = behaviours.Speaks(after=4, text="")
    caller, river = in_a_talk(stage)
    agrees_to_988(caller, river)
    stage.until(lambda: with_988(stage, caller), 20, "988 is there")
    stage.wait(45)
    river.presses("*")
    river.hears("star-988-menu", within=3)
    river.presses("3")
    river.hears("star-988-gone", within=2)
    stage.until(lambda: stage.crisis_line.calls[-1].state == "ended", 10, "988 has left")
    caller.is_connected_to(river)
    river.presses("*")
    river.hears("star-menu", within=3)
    river.presses("1")
    caller.is_connected_to(river, within=8)
    caller.hangs_up()
    river.hears("after-talk", minutes=15)


@story("7", "The caller leaves while 988 rings in a talk", line_toml("River"))
def leaves_while_988_rings(stage: Stage) -> None:
    """Nobody at 988 is rung for a caller who has left."""
    stage.crisis_line.behaviour = behaviours.Ignores()
    caller, river = in_a_talk(stage)
    agrees_to_988(caller, river)
    stage.until(lambda: bool(stage.crisis_line.calls), 10, "988 rings")
    caller.hangs_up()
    stage.until(lambda: stage.crisis_line.calls[-1].state == "ended", 2, "988 rings no more")
    river.hears("after-talk", minutes=15)


@story("7", "The supporter's phone is lost while 988 is in the talk", line_toml("River"))
def supporter_lost_with_988(stage: Stage) -> None:
    """Caller and 988 do not notice; when 988 leaves, the caller is told where they are."""
    stage.crisis_line.behaviour = behaviours.Speaks(after=4, text="988, simulated.")
    caller, river = in_a_talk(stage)
    agrees_to_988(caller, river)
    stage.until(lambda: with_988(stage, caller), 20, "988 is there")
    river.hangs_up()
    stage.wait(20)
    stage.check(with_988(stage, caller), "988 and the caller talk on")
    stage.crisis_line.calls[-1].hang_up()
    caller.hears("crisis-ended", within=3)
    caller.hears("crisis-over", within=10)
    caller.hangs_up()
    offer = stage.words.text("text-after-hard", "en").plain
    stage.check(offer in river.texts, "River is offered a debrief and a break")


@story("7", "The supporter's phone is lost while 988 rings", line_toml("River", "Sage"))
def supporter_lost_while_988_rings(stage: Stage) -> None:
    """The caller is not left alone in the room: told within three seconds, 9 leads to 988."""
    stage.crisis_line.behaviour = behaviours.Ignores()
    caller, river = in_a_talk(stage)
    agrees_to_988(caller, river)
    caller.is_connected_to(river, within=8)
    stage.until(lambda: bool(stage.crisis_line.calls), 10, "988 rings")
    river.hangs_up()
    caller.hears("peer-lost", within=4, alias="River")
    stage.check(stage.crisis_line.calls[-1].state == "ended", "988 rings no more")
    caller.presses("9")
    caller.hears("crisis-door", within=3)
    caller.hangs_up()


@story("7", "The worker dies while 988 is to be rung into a talk", line_toml("River"))
def worker_dies_before_988(stage: Stage) -> None:
    """The deadline does what the job would have done; the two are together meanwhile."""
    stage.crisis_line.behaviour = behaviours.Speaks(after=4, text="988, simulated.")
    caller, river = in_a_talk(stage)
    river.presses("*")
    river.hears("star-menu", within=3)
    river.presses("9")
    caller.hears("talk-asks-988", within=3)
    stage.working = False
    caller.presses("1")
    stage.wait(10)
    stage.check(not stage.crisis_line.calls, "no worker came")
    stage.connection.delete("rq:queue:ring", "rq:queue:other")
    stage.working = True
    stage.until(lambda: with_988(stage, caller) and with_988(stage, river), 20, "988 is there")
    caller.hangs_up()


@story("7", "988 by a text from the supporter", line_toml("River"))
def crisis_by_text(stage: Stage) -> None:
    """Whoever cannot take the phone from the ear texts CRISIS; out of a talk it does nothing."""
    stage.crisis_line.behaviour = behaviours.Speaks(after=4, text="988, simulated.")
    caller, river = in_a_talk(stage)
    river.handset.send_sms("+16505550100", "Crisis")
    caller.hears("talk-asks-988", within=3)
    river.hears("star-asking", within=3)
    caller.presses("1")
    stage.until(lambda: with_988(stage, caller) and with_988(stage, river), 20, "988 is there")
    caller.hangs_up()
    stage.wait(120)
    rung = len(stage.crisis_line.calls)
    river.handset.send_sms("+16505550100", "CRISIS")
    stage.wait(10)
    stage.check(stage.words.text("text-crisis-no-talk", "en").plain in river.texts, "told so")
    stage.check(len(stage.crisis_line.calls) == rung, "988 is not rung")


@story("4", "The supporter hands the caller over", line_toml("River", "Sage"))
def hands_over(stage: Stage) -> None:
    """Asked first; together until Sage has said yes; then River hears so and rests."""
    caller, river = in_a_talk(stage)
    sage = stage.supporter("Sage")
    river.presses("*")
    river.hears("star-menu", within=3)
    river.presses("2")
    caller.hears("talk-asks-hand", within=3)
    sage.stays_silent(2)
    caller.presses("1")
    caller.hears("talk-handing", within=2)
    caller.is_connected_to(river, within=8)
    sage.rings()
    sage.answers()
    sage.hears("offer", alias="Sage")
    stage.check(river.handset.number in caller.call.talking_with, "together while Sage is asked")
    sage.presses("1")
    sage.hears("offer-handed", within=2)
    caller.hears("meet-peer", within=5, alias="Sage")
    river.hears("after-handing", within=5, minutes=10)
    caller.is_connected_to(sage)
    caller.hangs_up()


@story("4", "Nobody can take over", line_toml("River", "Sage"))
def nobody_takes_over(stage: Stage) -> None:
    """Both hear so in their talk, which goes on; and who would rather stay is asked no more."""
    caller, river = in_a_talk(stage)
    sage = stage.supporter("Sage")
    sage.handset.behaviour = behaviours.Ignores()
    river.presses("*")
    river.presses("2")
    caller.hears("talk-asks-hand", within=3)
    caller.presses("2")
    river.hears("star-declined", within=5)
    caller.is_connected_to(river)
    river.presses("*")
    river.hears("star-menu", within=3)
    river.presses("2")
    caller.hears("talk-asks-hand", within=3)
    caller.presses("1")
    caller.hears("talk-stays", within=70)  # Sage was rung twice in vain: no longer is waited
    river.hears("talk-stays", within=2)
    caller.is_connected_to(river)
    sage.stays_silent(20)
    caller.hangs_up()


@story("4", "The supporter hangs up while another peer is rung", line_toml("River", "Sage"))
def hangs_up_while_handing(stage: Stage) -> None:
    """The caller waits with the first place, and Sage's phone goes on ringing."""
    caller, river = in_a_talk(stage)
    sage = stage.supporter("Sage")
    river.presses("*")
    river.hears("star-menu", within=3)
    river.presses("2")
    caller.hears("talk-asks-hand", within=3)
    caller.presses("1")
    caller.is_connected_to(river, within=8)
    sage.rings()
    river.hangs_up()
    caller.hears("waiting-ringing", within=5, phones=1)
    sage.takes_the_call()
    caller.is_connected_to(sage)
    river.stays_silent(20)
    caller.hangs_up()
