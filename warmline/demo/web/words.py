"""What happens on phones, in words."""

from __future__ import annotations

from collections.abc import Callable

from warmline.emulator import Event

NameOf = Callable[[str], str]
"""A name for the middle of a sentence, from a number."""

ENDS = {
    "hung up": "{who} hangs up.",
    "declined": "{who} declines the call.",
    "busy": "{who}’s phone is busy.",
    "failed": "{who}’s phone cannot be reached.",
    "not in service": "{who} hears that this number is not in service.",
}
REFUSALS = {"busy", "failed", "not in service"}
TALKS = {
    "talks with": "{who} and {other} hear each other.",
    "parts": "{who} and {other} no longer hear each other.",
}


def readable(number: str) -> str:
    """A number as people write it: +1 650 555 0100."""
    if len(number) == 12 and number.startswith("+1"):
        return f"+1 {number[2:5]} {number[5:8]} {number[8:]}"
    return "a withheld number" if number == "anonymous" else number


def unbroken(number: str) -> str:
    """The same, but it stays on one line."""
    return readable(number).replace(" ", "\N{NO-BREAK SPACE}")


def capital(sentence: str) -> str:
    """The same with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def sentence(event: Event, name: NameOf, line: str, *, rang_only: bool = False) -> str:
    """What happened, as one sentence; nothing for what only the engine cares about.

    `rang_only`: a phone whose call ends has only rung until now.
    """
    who, detail = name(event.who), event.detail
    match event.what:
        case "dials":
            told = "{who} dials the line." if detail == line else "{who} dials {detail}."
        case "rings":
            told = "{who}’s phone rings and shows {detail}."
            detail = unbroken(detail)
        case "answers":
            told = "{who} picks up."
        case "presses":
            told = "{who} presses {detail}."
        case "hears" if not detail.startswith("("):
            told = "{who} hears: “{detail}”"
        case "is texted":
            told = "{who} gets a text: “{detail}”"
        case "hangs up":
            told = ENDS.get(detail, "{who} hangs up.")
        case "ends" if rang_only and detail not in REFUSALS:
            told = "{who}’s phone stops ringing."
        case "ends":
            told = ENDS.get(detail, "The line ends {who}’s call.")
        case "talks with" | "parts":
            told = TALKS[event.what]
        case _:
            return ""
    other = name(detail) if event.what in TALKS else ""
    return capital(told.format(who=who, detail=detail, other=other))
