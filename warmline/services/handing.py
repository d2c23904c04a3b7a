"""A caller is handed on to a place of the directory: connected, or given its number as a text."""

from __future__ import annotations

from typing import Final

from warmline.afterwards import afterwards
from warmline.domain.call import Event
from warmline.domain.callback import number_of
from warmline.domain.directory.facts import is_crisis
from warmline.domain.errors import AnswerLost, NumberRefused, ProviderTrouble
from warmline.domain.line import LineBook, Place
from warmline.domain.live import BEEN_ELSEWHERE, LiveCall, Note, Texted
from warmline.ports import Clock, Jobs, LiveCalls, Phones, Roster
from warmline.prompts import Catalogue
from warmline.services.desk import UnknownCall
from warmline.services.follow import follow

MOST_TEXTS: Final = 3
"""In one call: a list of numbers on a phone would tell more than one."""
MOST_AN_HOUR: Final = 30
"""From one line: whoever shows somebody else's number can have no more than these sent there."""
MOST_TRIES: Final = 3
TRY_AGAIN: Final = 10.0


class Handing:
    """The caller's side. Each step raises `UnknownCall` for a call that nobody knows of."""

    def __init__(self, calls: LiveCalls, roster: Roster, jobs: Jobs) -> None:
        """Nothing is kept between steps."""
        self._calls = calls
        self._roster = roster
        self._jobs = jobs

    def connect(self, call_id: str, place: Place) -> LiveCall:
        """They pressed 1 after hearing what will happen: no peer is rung while they are there.

        Whoever was waiting keeps their place; whoever was talking has said goodbye to their peer.
        """
        note = Note(bound=place.key, crisis_bridge=True if is_crisis(place) else None)
        moved = self._calls.move(call_id, Event.TO_CRISIS, note)
        if moved is None:
            raise UnknownCall
        follow(self._jobs, moved)
        return moved.call

    def been(self, call_id: str) -> LiveCall:
        """They are back from there, or nobody answered."""
        waiting = self._calls.look(call_id, Note(bound=BEEN_ELSEWHERE))
        if waiting is None:
            raise UnknownCall
        return waiting.call

    def can_text(self, call: LiveCall, caller: str) -> bool:
        """Whether we see a number; whether its phone takes texts nobody can tell."""
        return bool(self._number(call, caller))

    def text(self, call: LiveCall, place: Place, caller: str) -> Texted | None:
        """They want the number as a text; None when we see no number to send it to.

        `caller` stays in memory but for the sealed copy that a worker needs to send it.
        """
        phone = self._number(call, caller)
        if not phone:
            return None
        said, text_id = self._calls.want_text(call.id, place.key, phone, MOST_TEXTS, MOST_AN_HOUR)
        if said is Texted.COMING:
            afterwards(lambda: self._jobs.send_number(text_id))
        return said

    def _number(self, call: LiveCall, caller: str) -> str:
        book = self._roster.book(call.line)
        return number_of(caller, book.line.numbers) if book else ""


class PlaceTexting:
    """The worker's side: one discreet message, of which nothing is kept."""

    def __init__(
        self, calls: LiveCalls, roster: Roster, phones: Phones, clock: Clock, words: Catalogue
    ) -> None:
        """`words` has the message; it holds the number and no name."""
        self._calls = calls
        self._roster = roster
        self._phones = phones
        self._clock = clock
        self._words = words

    def send(self, text_id: str) -> None:
        """Send it, once. What cannot be sent is dropped; what surely did not leave comes again."""
        text = self._calls.take_text(text_id)
        if text is None or not text.phone:
            return
        place = _place(self._roster.book(text.line), text.place)
        if place is None:
            return
        body = self._words.text("text-place", text.language, digits=written_number(place)).plain
        try:
            sid = self._phones.text(to=text.phone, number=text.number, body=body)
        except (NumberRefused, AnswerLost):
            return  # perhaps it has left: rather no text than two
        except ProviderTrouble:
            if text.tries + 1 < MOST_TRIES:
                self._calls.put_text(text, self._clock.now() + TRY_AGAIN)
            return
        self._calls.forget_later(sid)


def written_number(place: Place) -> str:
    """What is called or texted, as it is typed: `+18009506264`, `HOME to 741741`."""
    return place.dial or place.short_code or place.text


def _place(book: LineBook | None, key: str) -> Place | None:
    return next((one for one in book.places if one.key == key), None) if book else None
