"""The one place that judges whether something is wrong, and says so once for each spell.

It sends by itself, in the process that looks, and leaves nothing to a job: the workers may be what
is missing. No page of a phone ever waits for it. Each channel is tried whatever the others do.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Final

import structlog

from warmline.domain.alarms import ALARMS, RETRY, Kind, Say, Spell, spell_of, told, turn
from warmline.domain.directory.concerns import SOON as MONTH_AHEAD
from warmline.domain.directory.concerns import directory_warnings, to_verify
from warmline.domain.errors import NumberRefused, ProviderTrouble, StoreTrouble
from warmline.domain.hours import is_open
from warmline.domain.line import Line, LineBook, Span
from warmline.domain.matching import Wanted, survey
from warmline.domain.presence import WhyNot
from warmline.domain.staffing import gaps
from warmline.ports import Channels, Clock, LiveCalls, Phones, Pulse, Roster, Spells
from warmline.prompts import Catalogue, say_when

log = structlog.get_logger(__name__)

EVERYWHERE: Final = "all"
"""What a spell about the whole installation is kept under; no line is called so in a key."""
BACK_SOON: Final = frozenset({WhyNot.BUSY, WhyNot.PRACTISING, WhyNot.RESTING, WhyNot.LANGUAGE})
"""Reasons not to ring somebody who holds the line all the same."""
TITLE: Final = "Warmline"
"""Above a message about the whole installation, where a channel has titles."""
PLAN_EVERY: Final = 600.0
"""Seconds between two looks at the plan of the next day."""
SOON, AHEAD = timedelta(hours=2), timedelta(hours=24)
GAPS: Final = (Kind.GAP_SOON, Kind.GAP_AHEAD)
DAYTIME: Final = Span(time(9), time(17))
"""When a coordinator is told what can wait for a day."""
FAILURES: Final = 3
LATELY: Final = 300.0
TRIES: Final = 10
"""How often it is tried to tell something that happened; then it is no news any more."""
STUCK: Final = 30.0
KEPT_TOO_LONG: Final = 24 * 3600.0


class Remembered:
    """Spells in memory, for what is to be said while the store is away."""

    def __init__(self) -> None:
        self._spells: dict[str, str] = {}

    def spell(self, name: str) -> str:
        """See the port `Spells`."""
        return self._spells.get(name, "")

    def change(self, name: str, was: str, now_is: str) -> bool:
        """See the port `Spells`."""
        if self.spell(name) != was:
            return False
        self._spells[name] = now_is
        return True


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of one way out. `where` names a kind of channel or a line, never an address."""

    where: str
    taken: bool
    channel: bool = False
    """Not a text, but one of the other channels."""


@dataclass
class Alarms:
    """Looks, and tells. Several processes may look: one of them tells."""

    calls: LiveCalls
    roster: Roster
    pulse: Pulse
    phones: Phones
    channels: Channels
    spells: Spells
    words: Catalogue
    clock: Clock
    database: Callable[[], bool]
    """Whether the database answers now. May raise StoreTrouble."""
    memory: Remembered = field(default_factory=Remembered)
    _plan_at: float = 0.0

    def look(self) -> None:
        """Everything that the clock's process can tell. Never raises StoreTrouble."""
        away = False
        try:
            self.look_at_lines()
            self.look_at_machinery()
        except StoreTrouble:
            away = True
        self._judge(Kind.STORE, on=away, spells=self.memory)

    def look_at_lines(self) -> None:
        """What is about one line: nobody on, gaps of the plan, a flood."""
        now = self.clock.now()
        plan = now - self._plan_at >= PLAN_EVERY
        for book in self.roster.books():
            alone = self._is_alone(book, now)
            self._judge(Kind.NOBODY_ON, on=alone, book=book)
            self._judge(Kind.FLOOD, on=self.calls.in_flood(book.line.id), book=book)
            if plan and not alone:
                self._look_at_plan(book, now)
            if plan:
                self._look_at_directory(book, now)
        if plan:
            self._plan_at = now

    def look_at_machinery(self) -> None:
        """What is about the installation, but for the clock, which cannot miss itself."""
        now = self.clock.now()
        self._judge(Kind.DATABASE, on=not _holds(self.database))
        self._judge(Kind.WORKERS, on=not all(self.pulse.workers().values()))
        self._judge(Kind.QUEUE, on=self.pulse.stuck(STUCK))
        known = self.calls.troubles()
        failing = known.failed >= FAILURES and now - known.failed_at < LATELY
        self._judge(Kind.PROVIDER, on=bool(known.refused) or failing)
        oldest = self.calls.oldest_unforgotten()
        held = any(book.held for book in self.roster.books())  # then they are kept on purpose
        late = bool(oldest) and now - oldest > KEPT_TOO_LONG
        self._judge(Kind.DELETIONS, on=late and not held)

    def look_at_clock(self) -> None:
        """Whether a clock ticks: looked at by the web app."""
        with suppress(StoreTrouble):  # the clock says that
            self._judge(Kind.CLOCK, on=not self.pulse.ticks())

    def happened(self, kind: Kind, line_id: str) -> None:
        """Something that does not last, told at most once in its time.

        What no channel takes is tried again each minute, some times. The deadline is struck off
        only then, so that nobody who dies in between takes the telling with them.
        """
        book = self.roster.book(line_id)
        name, again = f"{line_id}:{kind}", ALARMS[kind].again
        due = line_id if kind is Kind.NOBODY_ANSWERED else f"{line_id}|{kind}"
        tries = self.calls.telling(name, again, RETRY) if book else 0
        if tries is None:
            return
        if book and tries:
            if not self._tell(kind, Say.BEGINS, [book], "") and tries < TRIES:
                self.calls.deadline("alert", due, self.clock.now() + RETRY)
                return
            self.calls.told(name, again)
        self.calls.settled("alert", due)

    def try_out(
        self, lines: Collection[str] | None = None, *, everything: bool = True
    ) -> list[Sent]:
        """Send a test through every way out; what came of each.

        With `lines` only to the coordinators of these; not `everything`: to phones alone.
        """
        books = list(self.roster.books())
        body = self.words.text("text-alarm-test", _language(books)).plain
        sent = [
            Sent(book.line.id, self._text(book.line, "text-alarm-test", ""))
            for book in books
            if book.line.alert_phone and (lines is None or book.line.id in lines)
        ]
        others = self.channels.send(TITLE, body) if everything else []
        return sent + [Sent(name, taken, channel=True) for name, taken in others]

    # -- inside ---------------------------------------------------------------------------------

    def _is_alone(self, book: LineBook, now: float) -> bool:
        """Whether the line is open and nobody could be rung, now or when they have rested."""
        line = book.line
        if not is_open(line.hours, line.zone, datetime.fromtimestamp(now, UTC)):
            return False
        presences = self.calls.presences([one.id for one in book.supporters])
        rows = survey(book, presences, Wanted(line.languages[0]), now)
        return not any(set(row.reasons) <= BACK_SOON for row in rows)

    def _look_at_plan(self, book: LineBook, now: float) -> None:
        at = datetime.fromtimestamp(now, UTC)
        found = [gap.start for gap in gaps(book, at, at + AHEAD)]
        # One that has begun is no news any more, and not over.
        first = next((start for start in found if start > at), None)
        soon = first if first and first <= at + SOON else None
        # A gap that is close already is told once, not as one of today as well; so is its end.
        kept = [spell_of(self.spells.spell(f"{book.line.id}:{one}")) for one in GAPS]
        told_soon = bool(kept[0] and kept[1] and kept[0].detail == kept[1].detail)
        told_soon = bool(soon) if found else told_soon
        for kind, ahead, start in zip(GAPS, (SOON, AHEAD), (soon, first), strict=True):
            self._judge(
                kind,
                on=any(one <= at + ahead for one in found),
                book=book,
                detail=str(start.timestamp()) if start else "",
                covered=told_soon and kind is Kind.GAP_AHEAD,
            )

    def _look_at_directory(self, book: LineBook, now: float) -> None:
        local = datetime.fromtimestamp(now, UTC).astimezone(book.line.zone)
        if not DAYTIME.start <= local.time() < DAYTIME.end:
            return
        concerns = directory_warnings(book, local.date())
        self._judge(Kind.DIRECTORY, on=any(one.alarm for one in concerns), book=book)
        due = any(one.verify_by for one in to_verify(book, local.date() + MONTH_AHEAD))
        self._judge(Kind.DIRECTORY_DUE, on=due, book=book)

    def _judge(
        self,
        kind: Kind,
        *,
        on: bool,
        book: LineBook | None = None,
        detail: str = "",
        spells: Spells | None = None,
        covered: bool = False,
    ) -> None:
        """Turn a spell; of several who look at once, the one who turns it says it.

        `covered`: another alarm says it, so it counts as said.
        """
        kept, now = spells or self.spells, self.clock.now()
        name = f"{book.line.id if book else EVERYWHERE}:{kind}"
        was = kept.spell(name)
        spell, say = turn(spell_of(was), ALARMS[kind], on=on, now=now, detail=detail)
        if covered and spell and say:
            spell, say = told(spell, say, now), None
        text = spell.text() if spell else ""
        if text == was or not kept.change(name, was, text) or say is None or spell is None:
            return
        books = [book] if book else list(self.roster.books())
        if self._tell(kind, say, books, spell.detail):
            after: Spell | None = told(spell, say, now)
            kept.change(name, text, after.text() if after else "")

    def _tell(self, kind: Kind, say: Say, books: Sequence[LineBook], detail: str) -> bool:
        """Say it on every way out. False when there are some and none took it."""
        log.warning("alarm", kind=kind.value, reason=say.value)
        alarm = ALARMS[kind]
        words = alarm.over if say is Say.OVER else alarm.words
        if not words:
            return True
        phones = {book.line.alert_phone: book.line for book in books if book.line.alert_phone}
        taken = [self._text(line, words, detail) for line in phones.values()]
        title = books[0].line.name if alarm.of_line else TITLE
        body = self._body(books[0].line if books else None, words, detail)
        taken += [ok for _, ok in self.channels.send(title, body)]
        return any(taken) or not taken

    def _text(self, line: Line, words: str, detail: str) -> bool:
        """By text from the line's first number to its coordinator."""
        if not line.numbers:
            return False
        body = self._body(line, words, detail)
        try:
            sid = self.phones.text(to=line.alert_phone, number=line.numbers[0], body=body)
        except (NumberRefused, ProviderTrouble):
            return False
        with suppress(StoreTrouble):  # then the hourly look finds what the provider keeps of it
            self.calls.forget_later(sid)
        return True

    def _body(self, line: Line | None, words: str, detail: str) -> str:
        language = line.languages[0] if line else "en"
        if not line or not detail:
            return self.words.text(words, language, when="").plain
        now, then = (
            datetime.fromtimestamp(at, UTC).astimezone(line.zone)
            for at in (self.clock.now(), float(detail))
        )
        when = say_when(now, then, language, self.words)
        return self.words.text(words, language, when=when).plain


def _language(books: Iterable[LineBook]) -> str:
    return next((book.line.languages[0] for book in books), "en")


def _holds(condition: Callable[[], bool]) -> bool:
    try:
        return condition()
    except StoreTrouble:
        return False
