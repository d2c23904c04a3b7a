"""Placing an outbound leg, and the opening of an inbound one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .leg import Leg
from .stage import Goto
from .statuses import call_event
from .tasks import Script

if TYPE_CHECKING:
    from .numbers import OwnedNumber

SETUP_SECONDS = 1.0
"""From dialling until the far end rings, or until the provider asks what to do."""


def place(leg: Leg, timeout: float | None) -> Script[bool]:
    """Dial out; return True once answered, False when the leg has ended instead.

    `timeout` counts from dialling, in seconds; None leaves it to whoever dials.
    """
    leg.started = began = leg.emu.now
    call_event(leg, "initiated")
    yield from leg.sleep(SETUP_SECONDS)
    handset = leg.emu.telephone(leg.to)
    refusal = handset.behaviour.refusal
    if refusal is None and handset.engaged:
        refusal = ("busy", 486)
    if refusal is not None:
        leg.end(refusal[0], refusal[0], refusal[1])
        return False
    leg.ringing(handset)
    phone = leg.phone
    deadline = None if timeout is None else began + timeout
    yield from leg.wait(deadline, lambda: phone is not None and phone.answered)
    if phone is None or not phone.answered:
        leg.end("no-answer", "no answer", 487)
        return False
    leg.answer()
    return True


def arrive(leg: Leg, number: OwnedNumber) -> Script[Goto | None]:
    """An inbound call reaches its number: the first document is that of the voice URL."""
    yield from leg.sleep(SETUP_SECONDS)
    leg.started = leg.emu.now
    # A caller who gives up before this leaves no trace with the provider.
    leg.emu.calls.register(leg)
    callback = number.get("status_callback")
    leg.subscribe(callback, number.method("status_callback"), frozenset({"completed"}))
    method = number.method("voice")
    # The token that lets a call be passed on under its caller's number is only sent by POST.
    params = {"CallToken": leg.call_token} if method == "POST" else {}
    return Goto(number.voice_url, method, params)


def out_of_service(leg: Leg) -> Script[None]:
    """A number without a voice URL: the network says so, and the provider logs no call."""
    yield from leg.sleep(SETUP_SECONDS)
    if leg.phone is not None:
        for ear in leg.ears():
            for sound in ear.sounding:
                ear.end(sound, complete=True)
        yield from leg.sound("say", "The number you have dialed is not in service.", 3.2, "en-US")
        leg.phone.finish("not in service")
