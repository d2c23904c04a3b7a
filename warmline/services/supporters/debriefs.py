"""A debrief with a peer supervisor: after a talk, at the supporters' door, or by a text.

What is said in it is kept nowhere, and neither is who had one: see `domain.debriefs`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from warmline.domain.debriefs import LASTS_HOURS, debriefs_id, is_debriefs, rest_minutes
from warmline.domain.line import Supporter
from warmline.domain.live import Leg, LiveCall
from warmline.domain.roster import duties
from warmline.ports import Clock, Jobs, LiveCalls, Roster
from warmline.services.desk import UnknownCall
from warmline.services.supporters.answers import Answer, Asker, say


class Debriefs:
    """What a supporter may ask for when a talk is over."""

    def __init__(self, calls: LiveCalls, roster: Roster, jobs: Jobs, clock: Clock) -> None:
        """Nothing is kept between steps."""
        self._calls = calls
        self._roster = roster
        self._jobs = jobs
        self._clock = clock

    def rest_longer(self, leg: Leg) -> Leg:
        """A longer break than the rest after a hard call; what is longer already stays."""
        person = self._person(leg)
        if person is None:
            return leg
        seconds = rest_minutes(person.limits) * 60
        self._calls.rest_longer(leg.id, seconds)
        return replace(leg, rests_until=max(leg.rests_until, self._clock.now() + seconds))

    def after_talk(self, leg: Leg, call: LiveCall, sid: str, language: str) -> LiveCall:
        """The same phone waits for a supervisor from now on. Asked for twice, it is one debrief."""
        debrief, _ = self._calls.open(
            sid=sid,
            line=debriefs_id(leg.line),
            language=language,
            number=call.number,
            is_open=True,
            avoid=[leg.supporter],
            through=True,
        )
        self._calls.in_debrief(leg.id)
        return debrief

    def at_the_door(self, call_id: str, line_id: str, supporter_id: str, language: str) -> LiveCall:
        """A supporter who has shown who they are waits for a supervisor, on whatever phone.

        Raises `UnknownCall`, and `TooLate` when the call is in no menu any more.
        """
        line = debriefs_id(line_id)
        call = self._calls.to_debrief(call_id, line, language, supporter_id)
        if call is None:
            raise UnknownCall
        book = self._roster.book(line_id)
        if person := book.supporter(supporter_id) if book else None:
            self._calls.rest_meanwhile(supporter_id, rest_minutes(person.limits) * 60)
        return call

    def call_me(self, asker: Asker) -> Answer:
        """By text: a supervisor is asked first, and then the supporter's own phone is rung."""
        line = asker.book.line
        debriefs = debriefs_id(line.id)
        self._calls.debrief_back(
            debriefs,
            line.numbers[0],
            self._language(asker.person, line.languages),
            asker.person.phone,
            asker.person.id,
            LASTS_HOURS * 3600,
        )
        rests = rest_minutes(asker.person.limits)
        self._calls.rest_meanwhile(asker.person.id, rests * 60)
        self._jobs.ring(debriefs)
        on = self.somebody_on(line.id, asker.person.id)
        answer = say("text-debrief" if on else "text-debrief-nobody")
        return (answer, say("text-debrief-rest", minutes=rests))

    def somebody_on(self, line_id: str, but: str) -> bool:
        """Whether a supervisor is on by the debrief rota now."""
        book = self._roster.book(debriefs_id(line_id))
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        return book is not None and any(one != but for one in duties(book, now))

    # -- inside ---------------------------------------------------------------------------------

    def _person(self, leg: Leg) -> Supporter | None:
        book = self._roster.book(leg.line)
        return book.supporter(leg.supporter) if book is not None else None

    @staticmethod
    def _language(person: Supporter, spoken: tuple[str, ...]) -> str:
        return next((one for one in person.languages if one in spoken), spoken[0])


def rests_in_debrief(call: LiveCall, calls: LiveCalls, roster: Roster) -> None:
    """Whoever has a debrief rests as long as it lasts, on whatever phone, and a little longer.

    Asked for every minute or two of a debrief; of any other call it does nothing.
    """
    book = roster.book(call.line) if is_debriefs(call.line) else None
    for supporter in call.wish.avoid if book is not None else ():
        if person := book.supporter(supporter) if book else None:
            calls.rest_meanwhile(person.id, person.limits.wrap_up_minutes * 60)


def may_flag(line_id: str) -> bool:
    """Whether whoever was in a talk on this line was a caller, and not one of us."""
    return not is_debriefs(line_id)
