"""Whatever the order of texts, calls, shifts and limits: nobody is rung who should rest, and STATUS
says what `warmline who` says.

What should be so is worked out here a second time, minute by minute, from what was said and done.
The days hold the night on which the clocks change.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
import redis
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from tests.adapters.test_redis_calls import HandClock
from tests.books import LA
from tests.databases import new_sqlite
from warmline import wiring
from warmline.adapters.cached_roster import CachedRoster
from warmline.adapters.sealing import Sealer
from warmline.adapters.sql import tables as t
from warmline.adapters.sql.engine import open_engine, writing
from warmline.adapters.sql.roster import SqlRoster
from warmline.adapters.toml_line import read_line_file
from warmline.demo.stories._story import line_toml
from warmline.domain.call import Event
from warmline.domain.line import Supporter
from warmline.domain.matching import Wanted, survey, to_ring
from warmline.prompts import load
from warmline.services.care import Care
from warmline.services.setup import apply
from warmline.services.supporters.answers import Asker
from warmline.services.supporters.duty import OwnDuty
from warmline.services.supporters.duty_words import duty_words
from warmline.services.supporters.texts import Text, Texts
from warmline.services.who import who

BEGAN = datetime(2027, 3, 12, 6, 0, tzinfo=LA)
MINUTE = timedelta(minutes=1)
SEALS = Sealer("s" * 32)
LINE_FILE = (
    line_toml("River", shift="07:30-11:30", about={"River": 'quiet = "22:30-07:00"'})
    + """
[[shift]]
supporter = "River"
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
hours = "18:00-23:00"

[limits]
calls_per_shift = 2
calls_per_day = 2
talk_minutes_per_week = 60
"""
)

TEXTS = ("ON", "OFF", "OFF 2H", "BREAK 30", "ON 3H", "ON ANYWAY", "OFF 12H", "BREAK", "STATUS")
said = st.sampled_from(TEXTS)
passes = st.sampled_from((190, 5, 11, 16, 45, 120, 300, 480, 600)).map(lambda n: ("wait", n))
talks = st.integers(1, 70).map(lambda minutes: ("talk", minutes))
deeds = st.lists(st.one_of(said, passes, passes, talks, st.just("missed")), min_size=3, max_size=18)


@dataclass
class Model:
    """What was said and done, and what follows from it for a minute."""

    wishes: list[tuple[datetime, datetime, bool, bool]] = field(default_factory=list)
    talks: list[tuple[datetime, datetime, int]] = field(default_factory=list)
    """The start of the stretch of duty, when it ended, minutes."""
    rest_until: datetime = BEGAN

    def planned(self, at: datetime) -> bool:
        clock = at.astimezone(LA).strftime("%H:%M")
        return "07:30" <= clock < "11:30" or "18:00" <= clock < "23:00"

    def held(self, at: datetime) -> bool:
        """On duty, breaks left out of account."""
        return self.planned(at) or any(on and s <= at < u for s, u, on, _ in self.wishes)

    def on(self, at: datetime) -> bool:
        now = [(s, not on) for s, u, on, _ in self.wishes if s <= at < u]
        return self.held(at) and not (now and max(now)[1])

    def start(self, at: datetime) -> datetime:
        while self.held(at - MINUTE):
            at -= MINUTE
        return at

    def rested(self, at: datetime) -> datetime:
        """When ten hours are over since the duty of an earlier day."""
        begins = self.start(at)
        day, back = begins.astimezone(LA).date(), begins - MINUTE
        while back > begins - timedelta(hours=12):
            if self.on(back) and self.start(back).astimezone(LA).date() < day:
                return back + MINUTE + timedelta(hours=10)
            back -= MINUTE
        return BEGAN

    def carried(self, first: date, last: date) -> tuple[int, int]:
        days = [(s.astimezone(LA).date(), minutes) for s, _, minutes in self.talks]
        found = [minutes for day, minutes in days if first <= day <= last]
        return len(found), sum(found)

    def may_ring(self, at: datetime) -> bool:
        at = at.replace(second=0)
        clock = at.astimezone(LA).strftime("%H:%M")
        quiet = clock >= "22:30" or clock < "07:00"
        anyway = any(yes and on and s <= at < u for s, u, on, yes in self.wishes)
        if not self.on(at) or (quiet and not anyway) or at < self.rest_until:
            return False
        begins = self.start(at)
        day = begins.astimezone(LA).date()
        if at < self.rested(at) or sum(s == begins for s, _, _ in self.talks) >= 2:
            return False
        monday = day - timedelta(days=day.weekday())
        return self.carried(day, day)[0] < 2 and self.carried(monday, day)[1] < 60


@dataclass
class Line:
    """The real thing: store, database, services, and what River texts."""

    live: redis.Redis
    roster: CachedRoster
    clock: HandClock

    def __post_init__(self) -> None:
        self.calls = wiring.live_calls(self.live, self.clock, SEALS, 7200, 0)
        jobs = wiring.rq_jobs(self.live)
        care = Care(self.calls, self.roster, jobs, self.clock)
        own = OwnDuty(self.calls, self.roster, jobs, care)
        words = duty_words(own)
        self.own, self.care = own, care
        self.texts = Texts(self.roster, self.calls, self.clock, load(), words)
        self.model = Model()
        self.sent = 0

    @property
    def now(self) -> datetime:
        return datetime.fromtimestamp(self.clock.time, UTC)

    @property
    def river(self) -> Supporter:
        return self.roster.books()[0].supporters[0]

    def does(self, deed: object) -> None:
        match deed:
            case str() if deed == "missed":
                self.rings(answers=False)
            case str():
                self.text(deed)
            case ("wait", int(minutes)):
                self.clock.time += 60 * minutes
            case ("talk", int(minutes)):
                self.rings(answers=True, minutes=minutes)

    def text(self, body: str) -> None:
        self.sent += 1
        now, model = self.now.replace(second=0), self.model
        held = self.planned_now()
        self.texts.answer(Text(f"SM{self.sent}", self.river.phone, "+16505550100", body))
        if body.startswith("OFF") and body != "OFF":
            model.wishes.append((now, self.now + timedelta(hours=int(body[4:-1])), False, False))
            self.only_last()
        elif body.startswith("BREAK") and model.on(now):
            model.wishes.append((now, self.now + timedelta(minutes=30), False, False))
            self.only_last()
        elif body == "OFF" and model.on(now):
            end = now
            while model.on(end):
                end += MINUTE
            model.wishes.append((now, end, False, False))
            self.only_last()
        elif body.startswith("ON"):
            self.comes_on(body, now, held)

    def comes_on(self, body: str, now: datetime, held: bool) -> None:
        model = self.model
        clock = now.astimezone(LA).strftime("%H:%M")
        anyway = body == "ON ANYWAY"
        if not anyway and (clock >= "22:30" or clock < "07:00"):
            return
        cut = [(s, u if on else min(u, now), on, yes) for s, u, on, yes in model.wishes]
        model.wishes = [one for one in cut if one[0] < one[1]]
        if body == "ON" and held:
            return
        end = self.now + timedelta(hours=3 if body == "ON 3H" else 4)
        if body == "ON":
            end = quarter(end)
        if anyway:
            end = self.shift_ends(now) if held else quarter(end)
        else:
            night = now.astimezone(LA).replace(hour=22, minute=30).astimezone(UTC)
            end = min(end, night)
        model.wishes.append((now, end, True, anyway))
        self.only_last()

    def only_last(self) -> None:
        """Said twice within a minute, the last word counts."""
        since = self.model.wishes[-1][0]
        earlier = [one for one in self.model.wishes[:-1] if one[0] != since]
        self.model.wishes = [*earlier, self.model.wishes[-1]]

    def planned_now(self) -> bool:
        return self.model.planned(self.now)

    def shift_ends(self, at: datetime) -> datetime:
        while self.model.planned(at):
            at += MINUTE
        return at

    def rings(self, *, answers: bool, minutes: int = 0) -> None:
        """A caller comes; whoever may be rung is, and takes it or lets it ring."""
        self.sent += 1
        call, _ = self.calls.open(
            sid=f"CA{self.sent}",
            line="county",
            language="en",
            number="+16505550100",
            is_open=True,
            avoid=(),
        )
        self.calls.move(call.id, Event.WANTS_PEER)
        may = self.model.may_ring(self.now)
        book = self.roster.books()[0]
        wanted = Wanted("en")
        rows = survey(book, self.calls.presences([self.river.id]), wanted, self.clock.time)
        chosen = set(to_ring(rows, wanted, backups=True, second_round=True))
        legs = self.calls.reserve(call.id, 1, [row for row in rows if row.supporter.id in chosen])
        assert bool(legs) == may, (self.now.astimezone(LA), rows[0].reasons, self.model)
        begins = self.model.start(self.now.replace(second=0)) if legs else BEGAN
        if legs and answers:
            self.calls.accept(legs[0].id)
            self.calls.move(call.id, Event.BRIDGED)
            self.clock.time += 60 * minutes
            self.model.talks.append((begins, self.now, minutes))
            rest = 15 if minutes >= 40 else 10
            self.model.rest_until = self.now + timedelta(minutes=rest)
        self.calls.move(call.id, Event.LEFT)

    def agrees(self) -> None:
        """STATUS and `warmline who` say the same, and both what should be so."""
        book = self.roster.books()[0]
        answer = self.own.status(Asker(book, self.river, self.now))
        (verdict,) = who(book, self.calls.presences([self.river.id]), self.now, "en")
        assert (answer[0].message == "duty-free") == verdict.would_ring, (answer, verdict)
        assert verdict.would_ring == self.model.may_ring(self.now), (
            self.now.astimezone(LA),
            verdict,
            self.model,
        )
        if verdict.would_ring:
            assert verdict.until == answer[0].values["when"]


def quarter(at: datetime) -> datetime:
    past = timedelta(minutes=at.minute % 15, seconds=at.second)
    return at + (timedelta(minutes=15) - past if past else timedelta())


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = new_sqlite(Path(tmp_path_factory.mktemp("rest")))
    roster = SqlRoster(open_engine(url), SEALS, HandClock())
    ids = map("id-{}".format, count())
    apply(roster, lambda books: read_line_file(LINE_FILE, others=books), lambda: next(ids))
    return url


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(deeds=deeds)
@example(deeds=[("wait", 190), ("talk", 5), ("wait", 11), ("talk", 5), ("wait", 600), "STATUS"])
@example(deeds=[("wait", 190), ("talk", 65), ("wait", 1440), "STATUS"])
# Neither a break, nor being off, nor ON ends the rest after a talk; and no rest ends a break.
@example(deeds=[("wait", 190), ("talk", 5), "BREAK", "ON", "missed", ("wait", 5), "ON", "missed"])
@example(deeds=[("wait", 190), ("talk", 5), "OFF", "ON", "missed", ("wait", 11), "missed"])
@example(deeds=[("wait", 190), ("talk", 5), "BREAK 30", ("wait", 11), "missed", ("wait", 20)])
@example(deeds=[("wait", 1540), "missed", ("wait", 90), "missed"])
@example(deeds=["ON ANYWAY", "missed", ("wait", 300), "OFF 2H", "missed", "ON", "missed"])
def test_nobody_is_rung_who_should_rest_and_status_tells_the_truth(
    deeds: list[object], live: redis.Redis, database: str
) -> None:
    live.flushdb()
    engine, clock = open_engine(database), HandClock()
    clock.time = BEGAN.timestamp()
    kept = SqlRoster(engine, SEALS, clock)
    apply(
        kept,
        lambda books: read_line_file(LINE_FILE, others=books),
        map("id-{}".format, count()).__next__,
    )
    with writing(engine) as connection:
        connection.execute(delete(t.duty_wish))
    line = Line(live, CachedRoster(kept, clock), clock)
    for deed in deeds:
        line.does(deed)
        line.agrees()
