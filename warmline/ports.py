"""What the services need from the world, in their own words. Adapters provide it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Protocol

from warmline.domain.call import Event, State
from warmline.domain.choosing import Wish
from warmline.domain.counters import Tally
from warmline.domain.flood import Caps
from warmline.domain.legal_hold import LegalHold
from warmline.domain.line import LineBook
from warmline.domain.live import (
    NOTHING,
    Acceptance,
    BackTurn,
    Closed,
    Due,
    From,
    Leg,
    LiveCall,
    Moved,
    Note,
    PlaceText,
    Texted,
    Waiting,
)
from warmline.domain.matching import Asked, Candidate
from warmline.domain.outcome import CallRow
from warmline.domain.own_words import OwnSentence, OwnWords, Recording
from warmline.domain.presence import Presence
from warmline.domain.provider import Outbound, Trouble, Troubles
from warmline.domain.selftest import Run, Step


class Clock(Protocol):
    """Tells the time. Tests and the demo may run it fast."""

    def now(self) -> float:
        """Seconds since the epoch."""
        ...


class Roster(Protocol):
    """What coordinators set. Reading may be served from a snapshot a few seconds old."""

    def book_for_number(self, number: str) -> LineBook | None:
        """The line that is reached by an E.164 number, or None when it is not ours."""
        ...

    def book(self, line_id: str) -> LineBook | None:
        """The line of that id, or None when there is none."""
        ...

    def books(self) -> Iterable[LineBook]:
        """Every line of this installation."""
        ...

    def set_aside(self, supporter_id: str, phone: str, code: str) -> bool:
        """The provider does not ring this number: it is not rung again until it is another.

        Whether that is news. A supporter who has got another number in the meantime is not set
        aside. `code` is the provider's. Raises StoreTrouble.
        """
        ...

    def wish_duty(self, supporter_id: str, *, on: bool, since: datetime, until: datetime) -> None:
        """Keep a supporter's own word: on or off duty until an instant (UTC)."""
        ...


class WordStore(Protocol):
    """Where lines keep their own sentences and recordings. May raise StoreTrouble."""

    def own_words(self) -> dict[str, OwnWords]:
        """What each line has of its own, by its id."""
        ...

    def sound(self, name: str) -> bytes | None:
        """The WAV file of a recording, by its hash; None when there is none."""
        ...

    def say(self, line_id: str, sentence: OwnSentence) -> None:
        """Keep an own sentence."""
        ...

    def play(self, line_id: str, recording: Recording, wav: bytes) -> None:
        """Keep a recording."""
        ...

    def reset(self, line_id: str, message: str, language: str) -> bool:
        """Forget what the line has of its own for a sentence. Whether there was anything."""
        ...


class Outcomes(Protocol):
    """Where ended calls are counted."""

    def record(self, row: CallRow) -> None:
        """Keep the row. Recording the same id twice keeps one."""
        ...


class Past(Protocol):
    """What is over: ended calls become counts, and what has had its time is deleted.

    Each method may raise `StoreTrouble`. While a legal hold is on, nothing is deleted.
    """

    def lines(self) -> list[str]:
        """The ids of all lines of which there are rows, also of lines that are no more."""
        ...

    def rows_until(self, line_id: str, until: date) -> int:
        """How many rows of a line there are up to a day, in the line's zone."""
        ...

    def fold(self, line_id: str, until: date) -> int:
        """Count some of those rows and delete them, in one; how many. 0: none is left."""
        ...

    def counts(self) -> dict[Tally, int]:
        """Every count that is kept."""
        ...

    def old(self, wishes: datetime, changes: datetime, holds: datetime) -> dict[str, int]:
        """How many `wishes`, `changes` and `holds` were over before these times."""
        ...

    def delete_old(self, wishes: datetime, changes: datetime, holds: datetime) -> dict[str, int]:
        """Delete those; of each kind, how many."""
        ...

    def stir(self, *, deleted: bool) -> None:
        """Leave no order in the files from which one could tell what was written when.

        `deleted`: something was, and its bytes are to leave the files, too.
        """
        ...


class Holds(Protocol):
    """Legal holds, of which at most one is not over. Each method may raise `StoreTrouble`."""

    def current(self) -> LegalHold | None:
        """The one that is proposed or on."""
        ...

    def log(self) -> list[LegalHold]:
        """Every one that is remembered, the oldest first."""
        ...

    def change(self, step: Callable[[LegalHold | None], LegalHold]) -> LegalHold:
        """Keep what a step makes of the current one, while nobody else changes it."""
        ...


class Callbacks(Protocol):
    """The judge's steps of calls back. Each is one atomic step and may be repeated.

    Those that give a `Moved` raise `TooLate` when the call has gone on, and give None when it is
    unknown.
    """

    def promise(self, call_id: str, phone: str, wish: Wish, lasts: float) -> Moved | None:
        """The caller of this call is to be called back; for so many seconds that is remembered.

        The wish goes with it. Promising it twice, in a call or to a number, promises it once.
        """
        ...

    def promised(self, line_id: str) -> list[Waiting]:
        """The calls back of a line for which a supporter may be asked now."""
        ...

    def postpone(self, call_id: str, until: float) -> None:
        """Nobody is asked before then; whoever missed it may be asked again from then on."""
        ...

    def claim_back(self, call_id: str) -> BackTurn:
        """The right to ring the caller's phone, given once, with a slot of the provider's."""
        ...

    def not_rung(self, call_id: str, again_in: float) -> None:
        """The provider has surely not rung their phone; it may be asked again in so many seconds."""
        ...

    def rung_back(self, call_id: str, sid: str, seconds: float, *, picked_up: bool = False) -> bool:
        """Their phone rings, or was picked up; they have so many seconds. False: it should not."""
        ...

    def reached(self, call_id: str, sid: str, patience: float) -> Moved | None:
        """Somebody pressed 1 there. The number is erased."""
        ...

    def unreached(
        self, call_id: str, sid: str, most: int, again_in: float, *, tried: bool = True
    ) -> Moved | None:
        """Nobody pressed 1 on this phone (any, when `sid` is empty): once more in so many seconds.

        After the last of `most` tries the number is erased. `tried`: it has rung.
        """
        ...

    def expire(self, call_id: str) -> Moved | None:
        """It is too late to call them back; the number is erased. None while their phone rings."""
        ...


class PlaceTexts(Protocol):
    """Numbers of the directory that callers want as a text. Steps of the same one judge."""

    def want_text(self, call_id: str, place: str, phone: str, most: int) -> tuple[Texted, str]:
        """Keep for minutes that a phone is to get a place's number: once a place, so many a call.

        The id is that of what is to be sent, where something is.
        """
        ...

    def take_text(self, text_id: str) -> PlaceText | None:
        """What is to be sent, given once and gone from here on; its phone may be unreadable."""
        ...

    def put_text(self, text: PlaceText, at: float) -> None:
        """The provider could not do it now: to be sent at that time."""
        ...


class LiveCalls(Callbacks, PlaceTexts, Protocol):
    """The one judge of live calls. Each method is one atomic step and may be repeated."""

    def open(
        self,
        *,
        sid: str,
        line: str,
        language: str,
        number: str,
        is_open: bool,
        avoid: Iterable[str],
        caps: Caps | None = None,
        through: bool = False,
    ) -> tuple[LiveCall, bool]:
        """The call of this provider id, made when it is new (the second value says so).

        `caps`: above these it is `flooded`; without them nothing is counted. `through`: it was
        here before, so that no cap holds for it.
        """
        ...

    def look(self, call_id: str, note: Note = NOTHING) -> Waiting | None:
        """What is true of the call, and a mark that its caller is there; None when unknown."""
        ...

    def peek(self, call_id: str) -> LiveCall | None:
        """The call as it stands, without a mark that its caller is there."""
        ...

    def known(self, sid: str) -> str | None:
        """Our id of the call with this provider id."""
        ...

    def move(
        self,
        call_id: str,
        event: Event,
        note: Note = NOTHING,
        only: Mapping[State, From] | None = None,
    ) -> Moved | None:
        """Let an event happen to a call; None when the call is unknown.

        With `only` the caller is there, and in a state that it does not name nothing else happens:
        the call is the same as `before`. Raises `TooLate` when the event means nothing in the
        call's state, and `NoRoom` when they cannot wait for a peer yet, because very many call.
        """
        ...

    def waiting(self, line_id: str) -> list[Waiting]:
        """The callers of a line who wait for a peer, longest first.

        While a flood is on, whoever has pressed no key comes after those who did.
        """
        ...

    def reserve(self, call_id: str, want: int, candidates: Iterable[Candidate]) -> list[Leg]:
        """Reserve phones, best first, until `want` ring for the call; the new legs.

        No more than the provider has slots for now; its line is due again when there is one.
        """
        ...

    def claim(self, leg_id: str) -> tuple[Leg, LiveCall] | None:
        """The right to dial a reserved leg, given once."""
        ...

    def dialed(self, leg_id: str, sid: str, ring_seconds: float) -> bool:
        """The provider rings the leg; False when it should be silenced at once."""
        ...

    def asked(self, leg_id: str, seconds: float) -> tuple[Leg, LiveCall] | None:
        """Somebody picked up; they have this long to press a key. None when unknown."""
        ...

    def close(self, leg_id: str, said: Asked, pause: float | None = None) -> Closed | None:
        """End an offer without a talk; None when it had ended before.

        For `pause` seconds the supporter is not rung for anybody (two, after a trouble).
        """
        ...

    def lost(self, leg_id: str, seconds: float) -> bool:
        """Nobody knows whether this phone was rung: the next one is, and theirs is due to be found.

        Not if it has been heard of since; then False.
        """
        ...

    def believed(self) -> list[LiveCall]:
        """Every call that has not ended, as far as we know."""
        ...

    def awake(self) -> None:
        """Somebody looks after this store. If it is new, or was emptied, a comparison is due."""
        ...

    def slot(self, who: str, kind: Outbound) -> float | None:
        """Take one of the provider's calls per second; None: make the call now.

        Otherwise it is when to ask again, by the same opaque id. Phones for live callers do not
        ask for it: they have it when they are reserved.
        """
        ...

    def trouble(self, kind: Trouble, code: str = "", pause: float | None = None) -> None:
        """Note that the provider could not; for `pause` seconds nobody asks it for a call."""
        ...

    def troubles(self) -> Troubles:
        """The troubles of the last hour."""
        ...

    def accept(self, leg_id: str) -> Acceptance:
        """A supporter pressed 1."""
        ...

    def leg_ended(self, leg_id: str, said: Asked) -> Closed | Moved | None:
        """A supporter's phone has ended: an offer, a talk, or nothing that still matters."""
        ...

    def find(self, leg_id: str) -> tuple[Leg, LiveCall | None] | None:
        """The leg and its call, as they stand."""
        ...

    def presences(self, supporter_ids: Iterable[str]) -> dict[str, Presence]:
        """What is true of these supporters now."""
        ...

    def first_in(self, what: str, seconds: float) -> bool:
        """Whether this is the first time in so many seconds that anybody asks about `what`."""
        ...

    def set_off(self, supporter_id: str, until: float) -> None:
        """They do not want to be rung before then."""
        ...

    def deadline(self, kind: str, of: str, at: float, *, if_sooner: bool = False) -> None:
        """Somebody must look at this again at that time."""
        ...

    def due(self, most: int = 50) -> list[Due]:
        """Deadlines that have passed, lent to whoever asks."""
        ...

    def struck(self, due: Due) -> None:
        """The deadline has been dealt with."""
        ...

    def settled(self, kind: str, of: str) -> None:
        """Nobody needs to look at this again. A line stays due while somebody waits on it."""
        ...

    def to_forget(self, most: int = 20) -> list[str]:
        """Provider ids of ended calls that the provider still keeps, lent to whoever asks."""
        ...

    def forget_later(self, sid: str) -> None:
        """The provider keeps this one; it is to be deleted there."""
        ...

    def forgotten(self, sid: str) -> None:
        """The provider has deleted this one."""
        ...

    def in_flood(self, line_id: str) -> bool:
        """Whether callers of a line were turned away in the last ten minutes."""
        ...

    def oldest_unforgotten(self) -> float:
        """Since when the provider has kept what it was first asked to delete; 0 for nothing."""
        ...

    def backlog(self) -> int:
        """How many resources wait to be deleted at the provider."""
        ...

    def compact(self) -> None:
        """Take out of the store's file whatever it was told and has forgotten since."""
        ...


class TestCalls(Protocol):
    """Test calls on their way (see `domain.selftest`). Each method may raise `StoreTrouble`."""

    def begin(self, run: Run) -> bool:
        """Expect this one on its line; False while another one is expected there."""
        ...

    def expected(self, line_id: str) -> str:
        """The id of the run that is on its way to a line; empty for none."""
        ...

    def claim(self, line_id: str, sid: str) -> bool:
        """Whether this call, which shows our number, comes while a test is on its way: the first
        is taken for it, and whatever else comes then is kept off the line, too.
        """
        ...

    def placed(self, run_id: str, sid: str) -> None:
        """The call is about to be made (no id yet), or has been, under this provider's id."""
        ...

    def passed(self, run_id: str, step: Step) -> None:
        """This step has come."""
        ...

    def also(self, run_id: str, sid: str) -> None:
        """The provider keeps this one, too, because of the run."""
        ...

    def run(self, run_id: str) -> Run | None:
        """The run as it stands, for ten minutes."""
        ...

    def over(self, run: Run) -> None:
        """It is not expected any more."""
        ...


class Phones(Protocol):
    """The provider of telephony. Numbers go in; they never come out in an error."""

    def ring(self, *, to: str, number: str, leg: str, seconds: int) -> str:
        """Ring a phone from the line's number; the provider's id.

        Raises `NumberRefused`, `ProviderBusy`, `ProviderRefuses`, `AnswerLost` or another
        `ProviderTrouble`: then nothing was rung, but for `AnswerLost`.
        """
        ...

    def ring_back(self, *, to: str, call: LiveCall, seconds: int) -> str:
        """Ring whoever asked to be called back, from the line's number; the provider's id.

        Raises as `ring` does.
        """
        ...

    def rung(self, *, to: str, number: str, since: float) -> str | None:
        """The provider's id of a live call from the line's number to this phone, made since then.

        Raises `ProviderTrouble`.
        """
        ...

    def live(self, numbers: Collection[str]) -> dict[str, bool]:
        """Calls to or from these numbers of ours that ring or talk: id, and whether we made it.

        The list may lag some seconds behind. Raises `ProviderTrouble`.
        """
        ...

    def rooms(self) -> dict[str, list[str]]:
        """Who sits in which room: the leg that it is named after, and the calls in it.

        Raises `ProviderTrouble`.
        """
        ...

    def call_ourselves(self, *, to: str, number: str, run: str, seconds: int) -> str:
        """Call the line from a number of ours, for a test of at most so many seconds.

        The provider's id. Raises as `ring` does.
        """
        ...

    def move_caller(self, call: LiveCall, page: str) -> None:
        """Take the caller to a page of ours at once. Raises `CallGone`, `ProviderTrouble`."""
        ...

    def move_supporter(self, sid: str, leg: str, page: str) -> None:
        """Take a supporter's phone to a page of ours. Raises `CallGone`, `ProviderTrouble`."""
        ...

    def hang_up(self, sid: str) -> None:
        """End a phone that rings or talks; nothing happens when it has ended."""
        ...

    def is_live(self, sid: str) -> bool:
        """Whether this phone rings or talks. Raises `ProviderTrouble`."""
        ...

    def text(self, *, to: str, number: str, body: str) -> str:
        """Send a text to a supporter; the provider's id."""
        ...

    def forget(self, sid: str) -> None:
        """Delete what the provider keeps of an ended call or a text, children too.

        Raises `ProviderTrouble` while that is not possible yet.
        """
        ...

    def kept(self, number: str, since: datetime, before: datetime) -> list[str]:
        """Calls and texts to and from a number of ours that the provider keeps, from these days.

        Raises `ProviderTrouble`.
        """
        ...


class Jobs(Protocol):
    """Hints to act now. A lost hint costs time, never a call: deadlines hold the duty."""

    def ring(self, line_id: str) -> None:
        """Look who waits on this line and ring phones.

        Asked for again before anybody `looks`, it is the same look.
        """
        ...

    def looks(self, line_id: str) -> None:
        """The look at this line begins: what changes from here on is reason for another."""
        ...

    def dial(self, leg_id: str) -> None:
        """Ring one reserved phone."""
        ...

    def join(self, call_id: str) -> None:
        """Take the caller to the supporter who pressed 1."""
        ...

    def call_back(self, call_id: str) -> None:
        """Ring the phone of whoever asked for this call: a supporter is there for them."""
        ...

    def fetch(self, call_id: str) -> None:
        """Take a caller whose peer is gone to the page that says so."""
        ...

    def hush(self, leg_id: str) -> None:
        """Silence a phone that nobody wants any more."""
        ...

    def settle(self, leg_id: str) -> None:
        """Ask the provider whether it has rung a phone."""
        ...

    def reconcile(self) -> None:
        """Compare what we believe with what the provider has."""
        ...

    def number_refused(self, supporter_id: str, line_id: str) -> None:
        """Tell the line's coordinator whose number the provider does not ring."""
        ...

    def ask_after(self, call_id: str) -> None:
        """Ask the provider whether the phones of a call are still there."""
        ...

    def send_supporter(self, sid: str, leg_id: str, page: str) -> None:
        """Take a supporter's phone to another page."""
        ...

    def text(self, supporter_id: str, line_id: str, words: str) -> None:
        """Text a supporter the words of that id."""
        ...

    def send_number(self, text_id: str) -> None:
        """Send a number of the directory to the phone of a caller who wants it."""
        ...

    def nobody_answered(self, line_id: str) -> None:
        """Tell the line's coordinator that everyone was rung in vain; nothing about a caller."""
        ...

    def off_duty(self, supporter_id: str, line_id: str) -> None:
        """Keep for good that a supporter is off until their shift ends."""
        ...

    def write_row(self, call_id: str) -> None:
        """Count an ended call."""
        ...

    def selftest(self, line_id: str) -> None:
        """Have a line call itself."""
        ...

    def go_on_with_selftest(self, run_id: str) -> None:
        """Make a test call that had to wait, or look how it went."""
        ...

    def look_for_leftovers(self, line_id: str) -> None:
        """Ask the provider what it keeps of a line's numbers that it should not."""
        ...

    def forget(self, sid: str) -> None:
        """Delete what the provider keeps of one call."""
        ...

    def tidy(self) -> None:
        """Delete what has had its time in the database."""
        ...


class Pulse(Protocol):
    """How the machinery is: whether a clock ticks, what waits, who works. No call stands in it.

    Each method may raise `StoreTrouble`.
    """

    def beat(self) -> None:
        """A clock says that it lives."""
        ...

    def ticks(self) -> bool:
        """Whether a clock has said so lately."""
        ...

    def overdue(self) -> int:
        """How many deadlines passed more than a second ago and nobody has dealt with them."""
        ...

    def jobs(self) -> dict[str, int]:
        """Jobs that wait, by queue."""
        ...

    def stuck(self, seconds: float) -> bool:
        """Whether the first job of a queue has waited for longer than that."""
        ...

    def workers(self) -> dict[str, int]:
        """Workers that have signed on, by queue. One that was killed counts for some minutes."""
        ...


class Spells(Protocol):
    """What is known of each alarm: a short text. Each method may raise `StoreTrouble`."""

    def spell(self, name: str) -> str:
        """The text kept under a name; empty for none."""
        ...

    def change(self, name: str, was: str, now_is: str) -> bool:
        """Replace a text; False when it is not what it was any more: somebody else looked, too."""
        ...


class Channels(Protocol):
    """Ways to coordinators and operators besides texts: mail, chat, push."""

    def send(self, title: str, body: str) -> list[tuple[str, bool]]:
        """Send to each; of each its kind, never its address, and whether it was taken."""
        ...
