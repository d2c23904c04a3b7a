"""Jobs of the ring queue. A caller waits for each of them, so none does more than it must."""

from __future__ import annotations

from workers._house import house


def ring(line_id: str) -> None:
    """Look who waits on a line and reserve phones for them."""
    look = house().ringing.look(line_id)
    if look.mine:
        house().dialing.dial(look.mine)
    if not look.waiting:
        house().callbacks.ask(line_id)


def dial(leg_id: str) -> None:
    """Ring one reserved phone."""
    house().dialing.dial(leg_id)


def settle(leg_id: str) -> None:
    """Find out whether a phone was rung."""
    house().dialing.settle(leg_id)


def join(call_id: str) -> None:
    """Take the caller to the supporter who accepted."""
    house().ringing.join(call_id)


def call_back(call_id: str) -> None:
    """Ring the phone of whoever asked to be called back."""
    house().callbacks.ring(call_id)


def fetch(call_id: str) -> None:
    """Take a caller whose peer is gone to the page that says so."""
    house().ringing.fetch(call_id)


def bring_in(call_id: str) -> None:
    """Ring 988 into a talk, or see what became of it."""
    house().guests.bring(call_id)


def stays(call_id: str) -> None:
    """Tell two who talk that nobody can take over."""
    house().guests.stays(call_id)


def hush(leg_id: str) -> None:
    """Silence a phone that nobody wants any more."""
    house().ringing.hush(leg_id)


def ask_after(call_id: str) -> None:
    """Ask the provider whether the phones of a call are still there."""
    house().ringing.ask_after(call_id)


def send_supporter(sid: str, leg_id: str, page: str) -> None:
    """Take a supporter's phone to another page."""
    house().ringing.send_supporter(sid, leg_id, page)
