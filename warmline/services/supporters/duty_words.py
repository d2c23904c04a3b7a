"""ON, OFF, BREAK, STATUS and NEXT, as they are texted."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from warmline.domain.said_time import Unclear, Unit, said_time
from warmline.services.supporters.answers import Answer, Asker, say
from warmline.services.supporters.duty import OwnDuty
from warmline.services.supporters.texts import Verb, Word

LONGEST_ON: Final = timedelta(hours=12)
LONGEST_OFF: Final = timedelta(hours=24)
LONGEST_BREAK: Final = timedelta(hours=4)
BREAK: Final = timedelta(minutes=30)
"""A break of which nobody says how long."""

_ANYWAY: Final = re.compile(r"^(ANYWAY|IGUAL|PA RIN) ?")


def duty_words(own: OwnDuty) -> list[Word]:
    """The words about one's own duty."""

    def on(asker: Asker, rest: str) -> Answer:
        anyway = bool(_ANYWAY.match(rest))
        rest = _ANYWAY.sub("", rest)
        until = _time(asker, rest, Unit.HOURS, LONGEST_ON) if rest else None
        if own.is_quiet(asker) and not anyway:
            return (*own.on(asker), say("text-on-anyway"))
        return own.on(asker, until, anyway=anyway)

    def off(asker: Asker, rest: str) -> Answer:
        until = _time(asker, rest, Unit.HOURS, LONGEST_OFF) if rest else None
        return own.off(asker, until)

    def pause(asker: Asker, rest: str) -> Answer:
        until = _time(asker, rest, Unit.MINUTES, LONGEST_BREAK) if rest else asker.now + BREAK
        return own.pause(asker, until)

    def status(asker: Asker, _rest: str) -> Answer:
        return own.status(asker)

    def next_shift(asker: Asker, _rest: str) -> Answer:
        return own.next_shift(asker)

    return [
        Word(("ON", "ENTRO", "PASOK"), _or_unclear(on), "text-help-on"),
        Word(("OFF", "SALGO", "LABAS"), _or_unclear(off), "text-help-off"),
        Word(("BREAK", "PAUSA", "PAHINGA"), _or_unclear(pause), "text-help-break"),
        Word(("STATUS", "ESTADO"), status, "text-help-status"),
        Word(("NEXT", "TURNO", "SUSUNOD"), next_shift, "text-help-next"),
    ]


def _time(asker: Asker, rest: str, unit: Unit, most: timedelta) -> datetime:
    return said_time(rest, asker.now, asker.zone, unit, most)


def _or_unclear(verb: Verb) -> Verb:
    """The verb, and a kind answer to a time that nobody understands: then nothing is changed."""

    def answer(asker: Asker, rest: str) -> Answer:
        try:
            return verb(asker, rest)
        except Unclear:
            return (say("text-time-unclear"),)

    return answer
