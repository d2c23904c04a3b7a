"""Supporters say when they are there: by text from wherever they are, or behind # with a PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warmline.demo.stage import LINE
from warmline.demo.stories._story import line_toml, story
from warmline.services.supporters.pins import hand_out

if TYPE_CHECKING:
    from warmline.demo.phones import SupporterPhone
    from warmline.demo.stage import Stage


def texts(who: SupporterPhone, body: str, answer: str) -> None:
    """They text the line, and are answered with a sentence that begins like this."""
    known = len(who.texts)
    who.handset.send_sms(LINE, body)
    who.stage.until(
        lambda: any(one.startswith(answer) for one in who.texts[known:]),
        10,
        f"{who.name} texts {body} and reads: {answer}",
    )


@story(
    "",
    "A supporter texts ON from a shop and is rung, and is left in peace when they text OFF",
    line_toml("River", shift="18:00-22:00"),
)
def on_from_a_shop(stage: Stage) -> None:
    """It is ten in the morning; their shift begins at six in the evening."""
    river = stage.supporter("River")
    caller = stage.caller().reaches_waiting()
    river.stays_silent(5)
    texts(river, "on", "You're on, and calls can reach you. That ends this afternoon at two")
    river.takes_the_call()
    caller.is_connected_to(river)
    caller.hangs_up()
    stage.wait(11 * 60)
    stage.caller("+16505550151", "Second caller").reaches_waiting()
    river.takes_the_call()
    stage.wait(5)
    river.hangs_up()
    texts(river, "OFF 2H", "You're off, and that's fine. It ends this afternoon at twelve")
    stranger = stage.emulator.handset("+16505550153")
    stranger.send_sms(LINE, "ON")
    river.stays_silent(30)
    stage.check(len(stranger.messages) == 1, "a stranger reads where to turn, and changes nothing")


@story(
    "",
    "BREAK while the phone rings: it falls silent, and the next peer is rung at once",
    line_toml("River", backups=("Sage",)),
)
def break_while_it_rings(stage: Stage) -> None:
    """A pass, and not a miss. Half an hour later calls reach River again."""
    river, sage = stage.supporters("River", "Sage")
    caller = stage.caller().reaches_waiting()
    river.rings()
    texts(river, "BREAK", "You're on a break that ends this morning at ten thirty")
    texts(river, "NEXT", "Your shift is running now")
    river.stops_ringing(2.0)
    sage.rings(15)
    sage.answers()
    sage.hears("offer-backup", alias="Sage")
    sage.presses("1")
    caller.is_connected_to(sage)
    stage.check(stage.misses("River") == 0, "River has missed nothing")
    stage.wait(31 * 60)
    texts(river, "STATUS", "You're on, and calls can reach you.")


@story(
    "",
    "The # door from a borrowed phone, after three PINs that were not right",
    line_toml("River", "Sage"),
)
def from_a_borrowed_phone(stage: Stage) -> None:
    """River's own battery is empty. A guess more, and the door stays closed for a minute."""
    river = stage.supporter("River")
    number, pin = hand_out(stage.pins, river.supporter)
    borrowed = stage.caller("+16505550152", "A borrowed phone").dials()
    borrowed.hears("greeting")
    borrowed.presses("#")
    borrowed.hears("duty-number")
    for guess in ("407183", "580264"):
        borrowed.presses(number)
        borrowed.hears("duty-now-pin")
        borrowed.presses(guess)
        borrowed.hears("duty-not-matched")
    borrowed.presses(number)
    borrowed.hears("duty-now-pin")
    borrowed.presses("631705")
    borrowed.hears("duty-back")
    borrowed.hears("main-menu-choosing")
    borrowed.presses("#")
    borrowed.hears("duty-number")
    borrowed.presses(number)
    borrowed.presses(pin)
    borrowed.hears("duty-later", minutes=1)
    borrowed.hangs_up()
    stage.wait(60)
    borrowed.dials()
    borrowed.hears("greeting")
    borrowed.presses("#")
    borrowed.hears("duty-number")
    borrowed.presses(number)
    borrowed.hears("duty-now-pin")
    borrowed.presses(pin)
    borrowed.hears("duty-hello", alias="River")
    borrowed.presses("2")
    borrowed.presses("2")
    stage.check(stage.off_duty("River"), "River is off for two hours")
    borrowed.presses("6")
    borrowed.hears("duty-new-pin")
    borrowed.presses("580264")
    borrowed.hears("duty-new-pin-again")
    borrowed.presses("580264")
    borrowed.hears("duty-pin-kept")
    borrowed.hangs_up()
