"""Shifts: who is reminded, who is asked instead, and what callers hear meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warmline.demo.stage import LINE, TUESDAY_MORNING
from warmline.demo.stories._story import COORDINATOR, line_toml, story

if TYPE_CHECKING:
    from warmline.demo.stage import Stage

SOON = "10:30-14:00"
"""Half an hour after the stage is set."""
MINUTE = 60


@story("13", "Nobody came on shift", line_toml("River", backups=("Sage",), shift=SOON))
def nobody_came(stage: Stage) -> None:
    """A text, a call, the backup, the coordinator; whoever calls then meets the backup."""
    river, sage = stage.supporters("River", "Sage")
    coordinator = stage.emulator.handset(COORDINATOR)
    river.has_voicemail()
    stage.wait(16 * MINUTE)
    stage.check(len(river.texts) == 1, "15 minutes before, River is texted, once")
    stage.check("ON" in river.texts[0], "and told what to reply")
    river.rings(within=9 * MINUTE)
    stage.wait(5 * MINUTE)
    stage.check(any("No one may be there" in text for text in sage.texts), "then Sage is asked")
    stage.wait(4 * MINUTE)
    alarms = [text.body for text in coordinator.messages if "no one has said yes" in text.body]
    stage.check(len(alarms) == 1, "then the coordinator is told, once")
    sage.handset.send_sms(LINE, "on")
    stage.wait(2)
    stage.check("Thank you" in sage.texts[-1], "Sage says yes")
    caller = stage.caller()
    caller.dials()
    caller.hears("greeting")
    caller.presses("1")
    sage.takes_the_call()
    caller.is_connected_to(sage)


@story("13", "ON is a yes to a shift that begins soon", line_toml("River", shift=SOON))
def says_yes(stage: Stage) -> None:
    """Nobody is called then, and they are on from its beginning and not before."""
    river = stage.supporter("River")
    stage.wait(16 * MINUTE)
    river.handset.send_sms(LINE, "ON")
    stage.wait(2)
    stage.check("Thank you" in river.texts[-1], "River is thanked, and told when it begins")
    caller = stage.caller()
    caller.dials()
    caller.hears("greeting")
    caller.presses("1")
    river.stays_silent(30)
    caller.hangs_up()
    river.stays_silent(15 * MINUTE)
    coordinator = stage.emulator.handset(COORDINATOR)
    alarms = [text for text in coordinator.messages if "no one has said yes" in text.body]
    stage.check(not alarms, "and the coordinator is not told")
    again = stage.caller("+16505550151")
    again.dials()
    again.hears("greeting")
    again.presses("1")
    river.takes_the_call()
    again.is_connected_to(river)
    stage.wait(20 * MINUTE)
    again.hangs_up()
    stage.wait(61 * MINUTE)
    today = TUESDAY_MORNING.date()
    (kept,) = stage.rota.minutes("county", today, today)
    stage.check(20 <= kept.talk <= 22, "20 minutes and a bit are kept as talk, for River's pay")
    stage.check(kept.wrap_up == 10, "and ten as rest from it")
    stage.check(kept.duty is None, "how long River was on is known when the day is over")


@story(
    "",
    "A shift is swapped by text",
    line_toml(
        "River",
        shift=SOON,
        extra="""
[[supporter]]
alias = "Willow"
phone = "+16505550114"
confirmed = true
languages = ["en", "es"]

[[supporter]]
alias = "Juniper"
phone = "+16505550113"
confirmed = true
languages = ["en", "es"]
""",
    ),
)
def swapped(stage: Stage) -> None:
    """River asks, two are texted, the first has it; callers meet who has taken it."""
    river, willow, juniper = stage.supporters("River", "Willow", "Juniper")
    river.handset.send_sms(LINE, "SWAP")
    stage.wait(2)
    stage.check("asked the others" in river.texts[-1], "River is told that the others are asked")
    stage.wait(MINUTE)
    code = willow.texts[-1].rpartition(" ")[2].strip(".")
    stage.check(f"TAKE {code}" in juniper.texts[-1], "Willow and Juniper are asked")
    willow.handset.send_sms(LINE, f"take {code}")
    stage.wait(2)
    stage.check("is yours" in willow.texts[-1], "Willow has it")
    juniper.handset.send_sms(LINE, f"TAKE {code}")
    stage.wait(2)
    stage.check("taken already" in juniper.texts[-1], "Juniper came second")
    stage.wait(MINUTE)
    stage.check("Willow has taken" in river.texts[-1], "River is told who has it")
    stage.wait(30 * MINUTE)
    caller = stage.caller()
    caller.dials()
    caller.hears("greeting")
    caller.presses("1")
    willow.takes_the_call()
    caller.is_connected_to(willow)
