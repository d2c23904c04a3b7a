"""A new supporter: their number is theirs, and a call without anybody in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from warmline import wiring
from warmline.demo.stage import LINE
from warmline.demo.stories._story import line_toml, story
from warmline.domain.errands import Kind
from warmline.services.supporters.surge import TooSoon

if TYPE_CHECKING:
    from warmline.demo.phones import SupporterPhone
    from warmline.demo.stage import Stage


def asks_for(stage: Stage, kind: Kind, who: SupporterPhone) -> None:
    """Somebody asks for it: on a page, or with a command."""
    (book,) = stage.roster.books()
    wiring.errands(stage.world).ask(kind, book, who.supporter)
    stage.wait(3)


@story(
    "",
    "A new supporter's phone rings only once they have said by text that it is theirs",
    line_toml("River", unconfirmed=("River",)),
)
def confirmed_by_text(stage: Stage) -> None:
    """A wrong code does nothing; the right one, and the caller who waits is for them."""
    river = stage.supporter("River")
    asks_for(stage, Kind.CONFIRM_TEXT, river)
    code = re.sub(r".*CONFIRM (\d{6}).*", r"\1", river.texts[-1])
    caller = stage.caller()
    caller.dials()
    caller.presses("1")
    river.stays_silent(20)
    wrong = f"{(int(code) + 1) % 10**6:06}"
    river.handset.send_sms(LINE, f"CONFIRM {wrong}")
    river.stays_silent(8)
    river.handset.send_sms(LINE, f"confirm {code}")
    river.takes_the_call()
    caller.is_connected_to(river)


@story(
    "",
    "A new supporter says yes by phone, and whoever else picks up hears no more than a name",
    line_toml("River", "Sage", unconfirmed=("River",)),
)
def confirmed_by_call(stage: Stage) -> None:
    """The first time a child picks up. Then two keys: it is they, and they would like to."""
    river = stage.supporter("River")
    asks_for(stage, Kind.CONFIRM_CALL, river)
    river.rings()
    river.answers()
    river.hears("errand-hello", alias="River")
    river.hears("offer-missed")
    river.call_ends()
    said = " ".join(one.text for one in river.call.heard)
    stage.check("County" not in said, "nobody has heard which line it is")
    stage.check("River" not in confirmed(stage), "and River's phone is not rung yet")
    asks_for(stage, Kind.CONFIRM_CALL, river)
    river.rings()
    river.answers()
    river.hears("errand-hello", alias="River")
    river.presses("1")
    river.hears("confirm-question", alias="River", line="County peer line")
    river.presses("1")
    river.hears("confirm-thanks")
    river.call_ends()
    stage.wait(6)
    stage.check("River" in confirmed(stage), "from now on River's phone can ring")


def confirmed(stage: Stage) -> list[str]:
    """Who may be rung as far as their number is concerned."""
    (book,) = stage.roster.books()
    return [one.alias for one in book.supporters if one.id not in book.unconfirmed]


@story("", "A practice call goes through every key, and nothing comes of it", line_toml("River"))
def practice(stage: Stage) -> None:
    """Each key says what it would do. A caller who comes at the end rings as soon as it is over."""
    river = stage.supporter("River")
    asks_for(stage, Kind.PRACTICE, river)
    river.rings()
    river.answers()
    river.hears("practice-offer", alias="River")
    river.presses("2")
    river.hears("practice-passed")
    river.presses("1")
    river.hears("practice-caller")
    river.presses("*")
    for key, said in (("2", "practice-hand"), ("9", "practice-bring"), ("3", "practice-ask")):
        river.hears("practice-star-menu", within=60)
        river.presses(key)
        river.hears(said)
    stage.check(not river.handset.messages, "nobody was rung or texted for it")
    river.presses("1")
    river.hears("practice-over", within=60)
    for key, said in (("2", "longer"), ("3", "debrief"), ("4", "flag"), ("1", "fine")):
        river.presses(key)
        river.hears(f"practice-{said}", within=60)
    caller = stage.caller().reaches_waiting()
    river.hears("practice-goodbye", alias="River", within=60)
    stage.check(not stage.resting("River"), "River does not rest from it")
    stage.check(not river.is_ringing, "no other call has come to River meanwhile")
    river.hangs_up()
    river.takes_the_call(within=10)
    caller.is_connected_to(river)


@story("", "A caller comes in the middle of a practice call", line_toml("River"))
def practice_gives_way(stage: Stage) -> None:
    """Nobody else could be rung, so practice ends at the next step, and River's phone is free."""
    river = stage.supporter("River")
    asks_for(stage, Kind.PRACTICE, river)
    river.rings()
    river.answers()
    river.presses("1")
    river.hears("practice-caller")
    caller = stage.caller().reaches_waiting()
    river.presses("*")
    river.hears("practice-stops", within=5)
    river.call_ends()
    river.takes_the_call(within=10)
    caller.is_connected_to(river)


@story(
    "",
    "Several peers are calling, and one of those who are off comes on",
    line_toml("River", "Sage", shift="02:00-04:00"),
)
def surge(stage: Stage) -> None:
    """Both are asked, once; nobody asks a second time, and whoever does not come hears no more."""
    river, sage = stage.supporters("River", "Sage")
    asking = wiring.surge(stage.world)
    stage.check(asking.ask("county") == 2, "two are asked")
    stage.wait(3)
    for one in (river, sage):
        stage.check("reply ON" in one.texts[-1], f"{one.name} is asked")
    stage.check(not asked_again(stage), "they are not asked again so soon")
    river.handset.send_sms(LINE, "on")
    stage.wait(8)
    caller = stage.caller().reaches_waiting()
    river.takes_the_call()
    caller.is_connected_to(river)
    now = asking.now("county")
    stage.check(
        now is not None and (now.asked, now.came) == (2, 1), "the coordinator sees that one came"
    )


def asked_again(stage: Stage) -> bool:
    """Whether they can be asked once more."""
    try:
        wiring.surge(stage.world).ask("county")
    except TooSoon:
        return False
    return True
