"""After a talk: a longer break, or a debrief with a peer supervisor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warmline.demo.stories._story import PHONES, line_toml, story
from warmline.demo.stories.callback import takes_it
from warmline.services.supporters.pins import hand_out

if TYPE_CHECKING:
    from warmline.demo.phones import SupporterPhone
    from warmline.demo.stage import Stage


def supervisor(alias: str, role: str = "debriefs") -> str:
    """Somebody who takes debriefs all day, and no calls."""
    return f"""
[[supporter]]
alias = "{alias}"
phone = "{PHONES[alias]}"
languages = ["en", "es"]
confirmed = true

[[shift]]
supporter = "{alias}"
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
hours = "00:00-00:00"
role = "{role}"
"""


BOTH = supervisor("Juniper") + supervisor("Willow", "debriefs_backup")


def has_talked(stage: Stage) -> SupporterPhone:
    """River after a talk, still on the phone."""
    river = stage.supporter("River")
    caller = stage.caller().reaches_waiting()
    river.takes_the_call()
    caller.is_connected_to(river)
    stage.wait(30)
    caller.hangs_up()
    river.hears("after-talk", minutes=10)
    return river


@story("7", "A debrief with the peer supervisor", line_toml("River", extra=BOTH))
def debrief(stage: Stage) -> None:
    """Key 3 after a talk; the supervisor presses 1 and hears what it is; nothing is counted."""
    juniper, willow = stage.supporters("Juniper", "Willow")
    river = has_talked(stage)
    rows = len(stage.rows())
    river.presses("3")
    river.hears("after-debrief", within=3)
    juniper.rings()
    willow.stays_silent(1)
    juniper.answers()
    juniper.hears("offer", alias="Juniper")
    juniper.presses("1")
    juniper.hears("offer-debrief", within=3)
    river.hears("meet-peer", within=8, alias="Juniper")
    river.is_connected_to(juniper)
    stage.check(stage.busy("River"), "River's phone is not rung meanwhile")
    stage.wait(120)
    river.hangs_up()
    juniper.hears("after-talk", minutes=10)
    stage.wait(5)
    stage.check(not stage.busy("River"), "River's phone is free again")
    stage.check(len(stage.rows()) == max(1, rows), "no row tells of a debrief")


@story(
    "7",
    "The supervisor's voicemail answers, and the backup takes the debrief",
    line_toml("River", extra=BOTH),
)
def backup_takes_it(stage: Stage) -> None:
    """Nothing revealing is said to a machine; the backup supervisor is rung after it."""
    juniper, willow = stage.supporters("Juniper", "Willow")
    juniper.has_voicemail(after=2)
    river = has_talked(stage)
    river.presses("3")
    juniper.rings()
    willow.rings(within=60)
    willow.answers()
    willow.hears("offer-backup", alias="Willow")
    willow.presses("1")
    stage.check(not juniper.has_heard("offer-debrief"), "the machine learns nothing")
    river.is_connected_to(willow)
    river.hangs_up()


@story("7", "No supervisor is on", line_toml("River"))
def nobody_on(stage: Stage) -> None:
    """Said kindly, with what there is: other places, 988, a call later."""
    river = has_talked(stage)
    river.presses("3")
    river.hears("debrief-nobody-on", within=20)
    river.presses("9")
    river.hears("crisis-door", within=3)
    river.hangs_up()


@story("7", "A debrief by text", line_toml("River", extra=BOTH))
def by_text(stage: Stage) -> None:
    """The supervisor is asked first; then River's own phone rings, and names nothing before a 1.

    However long it lasts, nobody rings River for a caller meanwhile.
    """
    juniper = stage.supporter("Juniper")
    river = stage.supporter("River")
    river.handset.send_sms("+16505550100", "debrief")
    stage.wait(2)
    answer = stage.words.text("text-debrief", "en").plain
    stage.check(any(answer in one for one in river.texts), "River is answered")
    takes_it(juniper, within=30)
    river.rings(within=20)
    river.handset.calls[-1].answer()
    river.hears("callback-opening", within=5)
    river.presses("1")
    river.is_connected_to(juniper)
    rung = len(river.handset.calls)
    stage.wait(40 * 60)
    stage.check(stage.resting("River"), "however long it lasts, River rests meanwhile")
    other = stage.caller("+16505550151").reaches_waiting()
    stage.wait(20)
    stage.check(len(river.handset.calls) == rung, "nobody rings River for a caller meanwhile")
    other.hangs_up()
    river.hangs_up()


@story("7", "A debrief behind #, from a borrowed phone", line_toml("River", extra=BOTH))
def at_the_door(stage: Stage) -> None:
    """River says who they are and presses 5; their own phone is not rung for it."""
    river, juniper = stage.supporters("River", "Juniper")
    number, pin = hand_out(stage.pins, river.supporter)
    borrowed = stage.caller().dials()
    borrowed.hears("greeting")
    borrowed.presses("#")
    borrowed.hears("duty-number")
    borrowed.presses(number)
    borrowed.hears("duty-now-pin")
    borrowed.presses(pin)
    borrowed.hears("duty-hello", alias="River")
    borrowed.presses("5")
    borrowed.hears("after-debrief", within=3)
    juniper.takes_the_call()
    borrowed.is_connected_to(juniper)
    borrowed.hangs_up()


@story("7", "A longer break after a talk", line_toml("River"))
def longer_break(stage: Stage) -> None:
    """Key 2: half an hour; a second caller waits for it to be over, or for somebody else."""
    river = has_talked(stage)
    river.presses("2")
    river.hears("after-longer", minutes=30)
    river.call_ends()
    other = stage.caller("+16505550151").reaches_waiting()
    river.stays_silent(600)
    other.hangs_up()
