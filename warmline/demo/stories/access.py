"""Calls by people for whom a telephone is slow: through a relay operator, or without any keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warmline.demo.stories._story import line_toml, story

if TYPE_CHECKING:
    from warmline.demo.stage import Stage

TYPING = 14.0
"""Seconds in which an operator types what they heard, and reads out what is typed back."""


@story("20", "A relay operator takes their time", line_toml("River"))
def relay_with_more_time(stage: Stage) -> None:
    """8 once, and every later silence of this call may last twice as long before it means yes."""
    operator, river = stage.caller(label="Relay operator"), stage.supporter("River")
    operator.dials(withheld=True)
    operator.hears_all_of("greeting-crisis")
    operator.presses("8")
    operator.hears("more-time")
    operator.hears_all_of("main-menu")
    stage.wait(TYPING)
    stage.check(not operator.has_heard("main-silence"), "the pause is not taken for an answer")
    operator.presses("1")
    operator.hears("waiting-ringing", phones=0)
    river.takes_the_call()
    operator.is_connected_to(river)
    stage.wait(60)
    river.hangs_up()
    operator.hears("peer-lost", within=3, alias="River")
    operator.hangs_up()


@story("20", "A relay operator who knows no keys", line_toml("River"))
def relay_without_keys(stage: Stage) -> None:
    """Silence, however long it is, reaches a person: the operator's typing costs nothing."""
    operator, river = stage.caller(label="Relay operator"), stage.supporter("River")
    operator.dials()
    operator.hears("main-silence", within=60)
    river.takes_the_call()
    operator.hears("meet-peer", alias="River")
    operator.is_connected_to(river)
    operator.hangs_up()


@story(
    "20",
    "A telephone without keys, at night",
    line_toml("River", hours="08:00-09:00"),
)
def no_keys_when_closed(stage: Stage) -> None:
    """A rotary or voice-only telephone: closed, and still told whom to call, down to 988."""
    caller = stage.caller(label="Old telephone")
    caller.dials()
    caller.hears("closed-menu", within=60)
    caller.hears("places-intro", within=60)
    caller.hears("places-end", within=900, then="closed")
    caller.hangs_up()


SIGNED = """
[[place]]
key = "988es"

[[place]]
key = "988asl"
short_code = "988"
verified_on = 2026-11-01
verified_by = "AB"
"""


@story(
    "20",
    "Crisis lines for who would rather not speak",
    line_toml("River", extra=SIGNED),
)
def without_a_voice(stage: Stage) -> None:
    """After the last crisis line: the Spanish word to text, relay, and the videophone."""
    caller = stage.caller().dials()
    caller.hears("greeting")
    caller.presses("2")
    caller.hears("greeting-crisis", within=10)
    caller.presses("9")
    caller.hears("crisis-door")
    caller.presses("2")
    caller.hears("crisis-lines-intro")
    caller.hears("crisis-by-text-word", within=240, word="AYUDA")
    caller.hears("crisis-by-relay", within=20)
    caller.hears("crisis-by-videophone", within=20)
    caller.hears("crisis-lines-end", within=20)
    caller.presses("*")
    caller.hears("main-menu", within=60)
    caller.hangs_up()
