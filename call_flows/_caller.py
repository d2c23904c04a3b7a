"""What all of the caller's pages share: the request, the words, and where one goes next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from flask import Response, request

from call_flows import _kit
from call_flows._house import house
from call_flows._sound import address
from warmline.domain.call import WITH_PEER, State
from warmline.domain.debriefs import is_debriefs
from warmline.domain.errors import TooLate
from warmline.domain.links import BACK
from warmline.domain.live import BEEN_ELSEWHERE, NOTHING, LiveCall, Note
from warmline.prompts import Catalogue, Spoken
from warmline.services.desk import Request

IN_DEBRIEFS: Final = {
    "waiting-ringing": "debrief-ringing",
    "waiting-nobody-on": "debrief-nobody-on",
    "waiting-nobody-else": "debrief-nobody-on",
}
"""What is said differently to a supporter who waits for a supervisor."""

OUT_OF_THE_QUEUE: Final = frozenset({*WITH_PEER, State.ALONE, State.PARTED})
"""States whose pages are not heard in a queue."""

FALLBACK_LANGUAGE: Final = "en"
TROUBLE_TRIES: Final = 3
MORE_TIME: Final = 2.0
MOST_DIGITS: Final = 10
BETWEEN_KEYS: Final = 3.0
"""Seconds of silence after which no further key is waited for."""

PAGE_OF: Final = {
    State.MENUS: "start",
    State.WAITING: "wait",
    State.AWAY: "crisis",
    State.JOINING: "meet",
    State.TALKING: "talk",
    State.ASIDE: "aside",
    State.BESIDE: "beside",
    State.ASKED: "asked",
    State.HANDING: "talk",
    State.ALONE: "parted",
    State.PARTED: "parted",
    State.CRISIS: "crisis/over",
    State.PROMISED: BACK,
    State.CALLING: BACK,
}
"""Where a caller belongs whose request no longer fits what has happened."""


def language() -> str:
    """The language in the address of this page, if we speak it."""
    named = str((request.view_args or {}).get("language", ""))
    return named if named in house().words.languages else FALLBACK_LANGUAGE


def request_of() -> Request:
    """What the provider says about the caller. The number stays in memory.

    When it is we who call, their number is the one that was dialed.
    """
    ours, theirs = _kit.form("To"), _kit.form("From")
    if _kit.form("Direction").startswith("outbound"):
        ours, theirs = theirs, ours
    return Request(sid=_kit.form("CallSid"), dialed=ours, caller=theirs, language=language())


class Visit:
    """One request of a caller: their call, the language, the keys.

    Behind a key nobody has looked yet: many keys are a step by themselves, and what that tells of
    the call is true. Whoever asks for `call` all the same looks.
    """

    def __init__(self, call: LiveCall | str, language: str, note: Note = NOTHING) -> None:
        """`call`: or its id, where nobody has looked; `note` is kept by the look."""
        self.id = call if isinstance(call, str) else call.id
        self.language = language
        self.note = note
        self._call = None if isinstance(call, str) else call

    @property
    def call(self) -> LiveCall:
        """The call as it stands. Raises `UnknownCall`."""
        if self._call is None:
            self._call = house().desk.look(self.id, self.note)
        return self._call

    def leave_note(self) -> None:
        """If no look has kept the note, it is kept once the answer has left."""
        if self._call is None:
            house().desk.note_later(self.id, self.note)

    def page(self, name: str, **query: str | int) -> str:
        """The address of another page of this call."""
        address = house().links.caller(self.language, self.id, name)
        return address + _query(query)

    def say(self, message: str, **values: str | int | float) -> Spoken:
        """A sentence in the caller's language; a supporter who waits for a debrief hears theirs."""
        if is_debriefs(self.call.line):
            message = IN_DEBRIEFS.get(message, message)
        return self.words.text(message, self.language, **values)

    @cached_property
    def words(self) -> Catalogue:
        """What this line says: our sentences, and its own ones over them."""
        return house().speaking.of(self.call.line)

    def tell(self, lines: Sequence[Spoken], then: str) -> Response:
        """Say something, then go on to another page of this call. Keys work meanwhile, too."""
        if not lines:
            return _kit.go(self.page(then))
        return _kit.ask(lines, self.page(f"told/{then}"), seconds=1)

    def ask(
        self, lines: Sequence[Spoken], answer: str, keys: int = 1, pause: float = 1
    ) -> Response:
        """Say something and listen for a key. A faint pulse says that the line still listens.

        Or for several `keys`, with at most so many seconds between two.
        """
        pulse = f"{house().links.public_url}/{address('quiet', self.seconds)}"
        return _kit.ask(lines, answer, seconds=pause, sound=pulse, keys=keys)

    def ask_digits(self, lines: Sequence[Spoken], answer: str, digits: int) -> Response:
        """Say something and listen for so many keys, with some time between two of them."""
        pulse = f"{house().links.public_url}/{address('quiet', self.seconds)}"
        between = BETWEEN_KEYS * (MORE_TIME if self.call.slow else 1.0)
        return _kit.ask(lines, answer, seconds=between, sound=pulse, keys=digits)

    @property
    def seconds(self) -> float:
        """How long silence lasts before it is an answer; more for who asked for more time."""
        return house().key_timeout * (MORE_TIME if self.call.slow else 1.0)

    @property
    def may_be_called_back(self) -> bool:
        """Whether there is a number to call, and time enough to do it."""
        callbacks = house().callbacks
        return bool(callbacks.number(self.call, request_of().caller)) and callbacks.in_time(
            self.call
        )

    def on_calling_back(self, offer: str) -> list[Spoken]:
        """That they can be called back, if they can be; that they will be, once it is promised."""
        if self.call.promised:
            return [self.say("callback-standing")]
        return [self.say(offer)] if self.may_be_called_back else []

    @property
    def others(self) -> list[str]:
        """The other languages of this line."""
        # Behind a key: the number that was dialed tells the line without a look.
        book = None if self._call else house().desk.line_of_number(request_of().dialed)
        book = book or house().desk.line(self.call)
        if book is None:
            return []
        spoken = house().words.languages
        return [lang for lang in book.line.languages if lang != self.language and lang in spoken]


def _query(query: dict[str, str | int]) -> str:
    pairs = [f"{name}={value}" for name, value in query.items() if value not in ("", 0)]
    return "?" + "&".join(pairs) if pairs else ""


def number_in_query(name: str) -> int:
    """A small count that we put into an address ourselves; nonsense counts as nothing."""
    value = request.args.get(name, "")
    plain = value.isascii() and value.isdigit() and len(value) <= MOST_DIGITS
    return int(value) if plain else 0


def take_up_again() -> Response:
    """The call's record is gone, the caller is not: they wait for a peer from here on."""
    if _kit.form("CallStatus") == "completed":
        house().desk.left(request_of().sid)
        return _kit.goodbye()
    call = house().desk.take_up_again(request_of())
    if call is None:
        return unknown_line()
    if in_a_queue():
        call = house().desk.look(call.id, Note(queued=True))
    visit = Visit(call, language())
    if call.state is State.CRISIS and _kit.form("QueueResult"):
        # On their way to the crisis line, out of a queue that bears the lost record's name.
        return _kit.go(visit.page("crisis/connect"))
    if call.state in {State.MENUS, State.CRISIS}:
        return go_on(visit)
    return visit.tell([visit.say("waiting-line-moved")], PAGE_OF.get(call.state, "wait"))


def in_a_queue() -> bool:
    """Whether this page is heard while waiting in a queue, and not after leaving one."""
    return _kit.given("QueueSid") and not _kit.given("QueueResult")


def where_they_are(error: TooLate) -> Response:
    """The key or report came too late: the caller goes on from what is true now."""
    call_id = str((request.view_args or {}).get("call_id", ""))
    told = error.call
    call = told if told is not None and told.id == call_id else house().desk.look(call_id)
    return go_on(Visit(call, language()))


def go_on(visit: Visit) -> Response:
    """To the page where the call is.

    A room, and the queue of another wait, cannot be entered from within a queue: whoever is still
    in one, because no worker has come to fetch them, leaves it by themselves first.
    """
    if visit.call.state is State.ENDED:
        return _kit.goodbye([visit.say("goodbye")])
    if visit.call.state in OUT_OF_THE_QUEUE and in_a_queue():
        return _kit.leave_queue()
    return _kit.go(visit.page(page_of(visit.call)))


def page_of(call: LiveCall) -> str:
    """Where the call is: at, or back from, a crisis line or another place outside."""
    if call.state is State.CRISIS and call.bound:
        return "places/over" if call.bound == BEEN_ELSEWHERE else "places/dial"
    return PAGE_OF[call.state]


def unknown_line() -> Response:
    """A number that nobody has set up: an apology that names the crisis line."""
    words = house().words
    return _kit.goodbye([words.text("line-unknown", FALLBACK_LANGUAGE)])


def apology(asked: Request) -> Response:
    """Our side is broken: try again at once, then say so, and go on trying.

    The crisis key works meanwhile, without any store.
    """
    words, links = house().words, house().links
    said = asked.language or FALLBACK_LANGUAGE
    # Who has left a queue has heard of it, and perhaps pressed 9: now it is asked for at once.
    tries = max(number_in_query("trouble"), int(_kit.form("QueueResult") == "leave")) + 1
    if tries > TROUBLE_TRIES + 1:
        return _kit.goodbye([words.text("trouble-goodbye", said)])
    back = f"{links.fallback}/{said}?trouble={tries}"
    if tries == 1:
        # A store that starts anew is there in a second: nobody need wait for a speech.
        return _kit.ask([words.text("trouble-moment", said)], back, seconds=1)
    return _kit.ask([words.text("trouble", said)], back, seconds=2)
