"""Watching a stage: what must be so whatever people do and whatever goes wrong.

Nothing here has a model of a call. Phones are watched from outside, as the emulator shows them;
Redis is asked only who waits, and for whom a phone rings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.faults.actions import (
    CALLERS,
    Action,
    RedisIsEmptied,
    Weather,
    WorkersDie,
)
from tests.faults.scenes import Scene
from tests.faults.watching import FAREWELL, WATCHERS, nobody_is_lost
from tests.leaks.search import everything_in, finds, text
from warmline.demo.stage import CRISIS, PUBLIC_URL, TEST_NUMBER, Stage
from warmline.demo.stories._story import PHONES
from warmline.domain.call import State
from warmline.domain.callback import OWN_ROW, Callback
from warmline.domain.choosing import as_wished, wanted
from warmline.domain.matching import survey, to_ring
from warmline.emulator import Faults
from warmline.emulator.phones import PhoneCall

SUPPORTERS = frozenset(PHONES.values())
LISTENED_TO = (*CALLERS, *sorted(SUPPORTERS))
LOOK_EVERY = 0.5
CALM = Weather()

RING_WITHIN = 6.0
SILENT_WITHIN = 1.0
CARRIER_DELAY = 0.5
"""P7 under callbacks that are repeated: 1.5 s."""
SHUFFLE = 2.0
QUIET = 3.0
KEYING = 6.0
"""Seconds from one of several keys to the next, for who has asked for more time."""
BETWEEN_CHOICES = 95.0
AFTER_ALTERNATIVES = 275.0
WRAP_UP = 600.0
TEXT_TRAVELS = 2.0
"""Seconds in which a phone may begin to ring that was asked for before a text arrived."""
SETTLED_AFTER = 300.0
FORGOTTEN_WITHIN = 90.0
LONG_PAST = 5.0
"""Seconds after which somebody should have looked at a deadline."""
LATER = ("rest", "alert", "refused")
"""Deadlines that outlive a call: the end of a supporter's rest, a coordinator to be told."""
NAMES_988 = ("nine eight eight", "nueve ocho ocho", "nine, eight, eight", "nueve, ocho, ocho")


class Broken(AssertionError):
    """A promise that was not kept."""


@dataclass
class Evening:
    """One stage, watched."""

    stage: Stage
    weather: Weather = CALM
    weathers: list[tuple[float, Weather]] = field(default_factory=list)
    emptied: list[float] = field(default_factory=list)
    dead: list[tuple[float, float]] = field(default_factory=list)
    """When no worker worked."""
    scene: Scene = field(default_factory=Scene)

    def __post_init__(self) -> None:
        self.emulator = self.stage.emulator
        self.weathers.append((self.now, CALM))
        self._seen = 0
        self._pressed: dict[tuple[str, float], set[str]] = {}
        self._call_of: dict[str, str] = {}
        """Leg id -> call id, as it was when the phone began to ring."""
        self.said_on: dict[str, float] = {}
        self._said_off: dict[str, float] = {}
        self._talk_ended: dict[str, tuple[float, str, bool]] = {}
        """Supporter's number -> when, with whom, and whether the supporter's phone left."""
        self._over_since: dict[str, float] = {}
        self._waiting_since: dict[str, float] = {}
        self._unserved_since: dict[str, float] = {}
        self._watchers = [watcher(self) for watcher in WATCHERS]
        self.emulator.after_event(self._event)
        self.emulator.every(LOOK_EVERY, self._look)

    @property
    def now(self) -> float:
        return self.emulator.clock.now()

    def broken(self, promise: str, what: str) -> Broken:
        return Broken(f"{promise} at {self.stage.second:.2f} s: {what}\n{self.told()}")

    def told(self, last: int = 60) -> str:
        """The end of the evening, as it was heard."""
        lines = [
            f"{e.at - self.stage._started:8.2f} {e.who[-3:]} {e.what} {e.detail[:90]}"
            for e in self.emulator.transcript[-last:]
        ]
        return "\n".join(lines)

    # -- the evening ----------------------------------------------------------------------------

    def goes(self, plot: Iterable[Action]) -> None:
        """Let it all happen, then the dust settle; every promise is looked at meanwhile."""
        for action in plot:
            began = self.now
            if isinstance(action, WorkersDie):
                self.dead.append((began, began + action.seconds))
            if isinstance(action, Weather):
                self.weather = action
                self.weathers.append((began, action))
            if isinstance(action, RedisIsEmptied):
                self.emptied.append(began)
            action.happen(self.stage)
            self.stage.wait(0.05)
        self.settles()

    def settles(self) -> None:
        """Good weather, everybody hangs up, five minutes pass, and nothing is left."""
        self.stage.wait(0.1)
        self.weathers.append((self.now, CALM))
        self.weather = CALM
        self.emulator.faults = Faults()
        self.emulator.refused.clear()
        self.stage.wait(FAREWELL)
        nobody_is_lost(self)
        for handset in self.emulator.handsets():
            for call in handset.calls[-1:]:
                call.hang_up()
        self._twelve_hours_are_over()
        self.stage.wait(SETTLED_AFTER)
        self.emulator.run(60)
        if self.stage.calls.backlog():
            self.stage.wait(FORGOTTEN_WITHIN)  # of an alarm that was told a moment ago
        self._nothing_failed()
        self._nobody_heard_silence()
        self._no_bare_end()
        self._no_stranger_learned_anything()
        self._nothing_is_left()

    def _twelve_hours_are_over(self) -> None:
        """Whoever is still to be called back is not, any more: as if so much time had passed."""
        for key in self.stage.connection.scan_iter("wl:callback:*"):
            member = f"callback|{plain(key).rpartition(':')[2]}"
            held = self.stage.connection.zscore("wl:due", member)
            if held is None:
                raise self.broken("P11", "nothing is due of a call back that was promised")
            self.stage.connection.zadd("wl:due", {member: self.now})

    # -- what the world was like ----------------------------------------------------------------

    def _was(self, since: float, until: float) -> list[Weather]:
        """Every weather that there was at some time between."""
        found = []
        ends = [at for at, _ in self.weathers[1:]] + [float("inf")]
        for (began, weather), ended in zip(self.weathers, ends, strict=True):
            if began <= until and ended >= since:
                found.append(weather)
        return found

    def _working_since(self) -> float:
        """For how long workers have worked without a gap."""
        ends = [end for began, end in self.dead if began <= self.now]
        if not self.stage.working:
            return 0.0
        return self.now - max(ends, default=0.0)

    def forgotten(self, at: float) -> bool:
        """Whether Redis was emptied since then."""
        return any(moment >= at for moment in self.emptied)

    def troubled(self, seconds: float) -> bool:
        """Whether in the last so many seconds something was wrong that a caller cannot know of."""
        since = self.now - seconds
        dead = any(end > since for _, end in self.dead) or not self.stage.working
        weather = any(w != CALM for w in self._was(since, self.now))
        return dead or weather or self.forgotten(since)

    def callers_on_the_phone(self) -> list[PhoneCall]:
        """Callers' calls to the line that go on now."""
        last = [self.emulator.handset(number).calls[-1:] for number in CALLERS]
        return [c for calls in last for c in calls if c.outgoing and c.state == "in-progress"]

    def _news_late(self, since: float) -> float:
        """Seconds by which a callback may be late; endless when it may be lost."""
        late = 0.0
        for weather in self._was(since, self.now):
            if weather.lose:
                return float("inf")
            bad = weather.delay + SHUFFLE * weather.shuffle
            late = max(late, bad + CARRIER_DELAY * bool(bad or weather.repeat))
        return late

    # -- at each event --------------------------------------------------------------------------

    def _event(self) -> None:
        for event in self.emulator.transcript[self._seen :]:
            for watcher in self._watchers:
                watcher.event(event)
            if event.what == "texts" and event.who in SUPPORTERS:
                self._texts(event.who, event.detail.rpartition(": ")[2], event.at)
            if event.what == "presses":
                for call in self.emulator.handset(event.who).calls[-1:]:
                    self._pressed.setdefault((event.who, call.began), set()).add(event.detail)
            elif event.what == "rings" and event.who in SUPPORTERS:
                self._rings(event.who)
            elif event.what == "parts" and event.who in SUPPORTERS:
                self._parts(event.who, event.detail)
        self._seen = len(self.emulator.transcript)
        for handset in self.emulator.handsets():
            for call in handset.calls[-1:]:
                if call.state == "in-progress":
                    self._talks(call)

    def _texts(self, number: str, word: str, at: float) -> None:
        """ON takes back whatever they said about being off."""
        if word == "ON":
            self.said_on[number] = at
            self._said_off.pop(number, None)
        elif word in {"OFF", "BREAK 30"}:
            self._said_off.setdefault(number, at + TEXT_TRAVELS)

    def _agreed_to_988(self, call: PhoneCall) -> bool:
        """They were asked in a talk whether 988 may come in, and have pressed 1 since."""
        asked = {
            self.stage.words.text("talk-asks-988", language).plain
            for language in self.stage.words.languages
        }
        heard = [h.at for h in call.heard if h.text in asked]
        presses = (
            e.at
            for e in self.emulator.transcript
            if e.who == call.handset.number and e.what == "presses" and "1" in e.detail
        )
        return bool(heard) and any(at >= heard[0] for at in presses)

    def _talks(self, call: PhoneCall) -> None:
        others, number = set(call.talking_with), call.handset.number
        # 988 comes into a talk of two as the third, and its own phone talks with both.
        if number == CRISIS:
            return
        if len(others - {CRISIS}) > 1:
            raise self.broken("P5", f"{number} talks with {sorted(others)}")
        offered = number in SUPPORTERS and not call.outgoing
        if offered and others and "1" not in self._pressed.get((number, call.began), ()):
            raise self.broken("P4", f"{number} was connected without pressing 1")
        called_back = number in CALLERS and not call.outgoing
        if (
            called_back
            and others
            and not {"1", "9"} & self._pressed.get((number, call.began), set())
        ):
            raise self.broken("P4", f"{number} was called back, connected without pressing 1")
        if number not in SUPPORTERS and CRISIS in others:
            keys = self._pressed.get((number, call.began), set())
            if not {"9", "1"} <= keys and not self._agreed_to_988(call):
                raise self.broken("P12", f"{number} was connected to 988 without asking")

    def _parts(self, number: str, other: str) -> None:
        call = self.emulator.handset(number).calls[-1]
        self._talk_ended[number] = (self.now, other, call.state == "ended")

    def _rings(self, number: str) -> None:
        call = next(c for c in self.emulator.handset(number).calls[::-1] if c.state == "ringing")
        assert call.leg is not None
        leg = leg_of(call)
        found, again = self.stage.connection.hmget(f"wl:leg:{leg}", "call", "again")
        self._call_of[leg] = plain(found)
        if len([c for c in self.emulator.handset(number).calls if c.state != "ended"]) > 1:
            raise self.broken("P5", f"{number} rings while on the phone")
        since, other, left = self._talk_ended.get(number, (-WRAP_UP, "", False))
        # Rung once more through the rest, for the very caller whom their phone lost. Whoever hung
        # up out of the menu of their star was parted from them earlier: there the leg itself says
        # that it is the second for a lost one.
        hung_up = self.emulator.handset(number).calls[-2:-1]
        lost = left or (plain(again) == "1" and all(c.state == "ended" for c in hung_up))
        once_more = lost and self._is_caller(other, self._call_of[leg])
        if self.now - since < WRAP_UP - 15 and not self.forgotten(since) and not once_more:
            raise self.broken("P5", f"{number} rings {self.now - since:.1f} s after a talk")
        if once_more:
            self._talk_ended[number] = (since, other, False)
        off = self._said_off.get(number)
        if off is not None and not self.forgotten(off):
            raise self.broken("P5", f"{number} rings after going off duty")

    def _is_caller(self, number: str, call_id: str) -> bool:
        calls = self.emulator.handset(number).calls
        sid = plain(self.stage.connection.hget(f"wl:call:{call_id}", "sid"))
        return bool(calls and sid and calls[-1].sid == sid)

    # -- twice a second -------------------------------------------------------------------------

    def _look(self) -> None:
        self._who_went_off()
        self._phones_that_must_be_silent()
        self._callers_who_wait()
        for watcher in self._watchers:
            watcher.look()

    def _who_went_off(self) -> None:
        for event in self.emulator.requests[-20:]:
            if event.url.endswith("/answered") and event.params.get("Digits") == "0":
                self._said_off.setdefault(event.params["To"], event.at + 0.5)

    def _phones_that_must_be_silent(self) -> None:
        """P7."""
        for number in SUPPORTERS:
            call = self.emulator.ringing(number)
            if call is None or call.leg is None:
                continue
            caller = self._caller_of(self._call_of.get(leg_of(call), ""))
            if caller is None or self._is_handed_over(self._call_of[leg_of(call)]):
                continue
            key = f"{leg_of(call)}"
            if caller.state == "ended" or caller.talking_with:
                since = self._over_since.setdefault(key, self.now - LOOK_EVERY)
            else:
                self._over_since.pop(key, None)
                continue
            late = self._news_late(since) if caller.state == "ended" else 0.0
            # A refused request is asked again: P7 then takes as long as the provider refuses.
            # Without workers nobody can be silenced, and what Redis has forgotten rings out.
            excused = (
                any(w.rest_failure for w in self._was(since - 5, self.now))
                or self._working_since() < SILENT_WITHIN + LOOK_EVERY
                or self.forgotten(call.began - 1)
            )
            if not excused and self.now - since > SILENT_WITHIN + late + LOOK_EVERY:
                raise self.broken("P7", f"{number} rings on for {self.now - since:.1f} s")

    def _is_handed_over(self, call_id: str) -> bool:
        """Phones ring for a caller who talks meanwhile."""
        state = self.stage.connection.hget(f"wl:call:{call_id}", "state")
        return plain(state) == State.HANDING

    def _caller_of(self, call_id: str) -> PhoneCall | None:
        sid = plain(self.stage.connection.hget(f"wl:call:{call_id}", "sid"))
        if not sid:
            return None
        for handset in self.emulator.handsets():
            for call in handset.calls:
                if call.sid == sid:
                    return call
        return None

    def _callers_who_wait(self) -> None:
        # Nobody on a phone: nobody waits whom anything could be done for, and it need not be asked.
        if not any(self.emulator.handset(number).engaged for number in LISTENED_TO):
            self._waiting_since.clear()
            self._unserved_since.clear()
            return
        waiting = {w.call.id: w for w in self.stage.calls.waiting("county")}
        for gone in set(self._waiting_since) - set(waiting):
            del self._waiting_since[gone]
        for gone in set(self._unserved_since) - set(waiting):
            del self._unserved_since[gone]
        book = self.stage.roster.book("county")
        assert book is not None
        if not waiting:
            return
        presences = self.stage.calls.presences([s.id for s in book.supporters])
        for one in waiting.values():
            caller = self._caller_of(one.call.id)
            if caller is None or caller.state != "in-progress":
                continue
            if one.call.state is State.HANDING:
                continue
            self._choices(one.call.id, caller)
            need = wanted(one.call.wish, one.call.language, one.asked, one.call.again)
            rows = survey(book, presences, need, self.now)
            free = [
                row.supporter
                for row in rows
                if as_wished(
                    to_ring([row], need, backups=True, second_round=not one.call.wish.chosen),
                    one.call.wish,
                )
                and not self.emulator.handset(row.supporter.phone).engaged
            ]
            if not free or self._rings_for(one.call.id) or one.call.state is not State.WAITING:
                self._unserved_since.pop(one.call.id, None)
                continue
            since = self._unserved_since.setdefault(one.call.id, self.now)
            # P6 needs workers and a provider that takes requests: one call a second, four callers.
            excused = (
                any(w.rest_failure for w in self._was(since - 3, self.now))
                or self._working_since() < RING_WITHIN
            )
            if not excused and self.now - since > RING_WITHIN:
                names = [s.alias for s in free]
                raise self.broken(
                    "P6",
                    f"{names} free, no phone rings for {caller.handset.number}: "
                    f"{dict(one.asked)} round {one.call.round}",
                )

    def _rings_for(self, call_id: str) -> bool:
        """A phone has been asked of the provider for this call, or is about to be."""
        for leg in self.stage.connection.smembers(f"wl:offers:{call_id}"):
            state = self.stage.connection.hget(f"wl:leg:{plain(leg)}", "state")
            if plain(state) in {"ringing", "asked"}:
                return True
        return False

    def _choices(self, call_id: str, caller: PhoneCall) -> None:
        """P8: a waiting caller hears of choices at bounded times."""
        since = self._waiting_since.setdefault(call_id, self.now)
        offered = [h.at for h in caller.heard if h.kind == "say" and names_988(h.text)]
        last = max([since, *offered])
        limit = BETWEEN_CHOICES if self.now - since < 260 else AFTER_ALTERNATIVES
        if self.now - last > limit:
            raise self.broken("P8", f"{caller.handset.number} heard no choice for {limit:g} s")

    # -- at the end -----------------------------------------------------------------------------

    def _nothing_failed(self) -> None:
        if failed := self.stage.failed_jobs():
            raise self.broken("jobs", failed[0][-600:])
        if self.emulator.alerts:
            raise self.broken("provider", str(self.emulator.alerts[0]))
        if self.emulator.warnings:
            raise self.broken("provider", str(self.emulator.warnings[0]))
        words = self.stage.words
        trouble = {
            words.text(message, language).plain
            for message in ("trouble-moment", "trouble")
            for language in words.languages
        }
        for handset in self.emulator.handsets():
            for heard in (h for call in handset.calls for h in call.heard):
                if heard.text in trouble:
                    raise self.broken("page", f"{handset.number} heard that something broke")
        strange = [r for r in self.emulator.requests if r.status not in {200, 204}]
        if strange:
            raise self.broken("webhook", f"{strange[0].url} {strange[0].status}")

    def _nobody_heard_silence(self) -> None:
        """P1. Only callers; a supporter's silence is theirs to end.

        Between two of several keys nobody can be played anything: there they hear their own, and
        for twice as long who has asked for more time.

        Exempt: a caller whose peer's phone has left the room is fetched by a request to the
        provider; while the provider refuses requests (or no worker is there to make them), they
        hear an empty room. Nothing in the room's own document can speak after a talk has begun.
        """
        spans = self.emulator.dead_air(QUIET, kinds=("dead", "gather"))
        spans += self.emulator.dead_air(KEYING, kinds=("keying",))
        for span in spans:
            if span.number in SUPPORTERS and not self._outgoing(span.number, span.call_sid):
                continue
            if span.number not in LISTENED_TO:
                continue
            fetching = any(w.rest_failure for w in self._was(span.start - 1, span.end)) or any(
                began < span.end and end > span.start for began, end in self.dead
            )
            if not fetching:
                raise self.broken(
                    "P1",
                    f"{span.number} heard nothing ({span.kind}) for {span.seconds:.1f} s"
                    f" from {span.start - self.stage._started:.2f} s",
                )

    def _outgoing(self, number: str, sid: str) -> bool:
        return any(c.sid == sid and c.outgoing for c in self.emulator.handset(number).calls)

    def _no_bare_end(self) -> None:
        """P1: whatever we end, ends with a sentence that names 988."""
        for handset in self.emulator.handsets():
            for call in handset.calls:
                if call.ended_because in {"hung up", ""} or not self._is_callers(call):
                    continue
                said = [h for h in call.heard if h.kind == "say"]
                if not said or not said[-1].complete or not names_988(said[-1].text):
                    last = said[-1].text if said else ""
                    raise self.broken(
                        "P1", f"{handset.number} was left ({call.ended_because}) after: {last!r}"
                    )

    def _is_callers(self, call: PhoneCall) -> bool:
        """They rang us, or have pressed 1 on a phone that we called back."""
        if call.outgoing:
            return True
        keys = self._pressed.get((call.handset.number, call.began), set())
        return call.handset.number in CALLERS and bool({"1", "9"} & keys)

    def _no_stranger_learned_anything(self) -> None:
        """P4: on a phone that is called back nothing is said before 1 that tells who calls."""
        book = self.stage.words
        anybody = {
            book.text(message, language).plain
            for message in ("callback-opening", "callback-opening-again")
            for language in book.languages
        }
        for number in CALLERS:
            for call in self.emulator.handset(number).calls:
                if call.outgoing or self._is_callers(call):
                    continue
                if told := [
                    h.text for h in call.heard if h.kind == "say" and h.text not in anybody
                ]:
                    raise self.broken("P4", f"whoever picked up {number} heard: {told[0]}")

    def _nothing_is_left(self) -> None:
        redis = self.stage.connection
        book = self.stage.roster.book("county")
        assert book is not None
        for supporter in book.supporters:
            if self.stage.busy(supporter.alias):
                raise self.broken("end", f"{supporter.alias} is busy for ever")
        for key in redis.scan_iter("wl:call:*"):
            if redis.hget(key, "state") != b"ended":
                raise self.broken("end", f"a call lives on: {redis.hgetall(key)}")
        # When somebody should have been tried again the line is looked at, even if that is over.
        later = (*LATER, "step") if any(row.callback for row in self.stage.rows()) else LATER
        due: Any = redis.zrange("wl:due", 0, -1, withscores=True)
        strays = [
            plain(member)
            for member, at in due
            if plain(member).partition("|")[0] not in later or at < self.now - LONG_PAST
        ]
        if strays:
            raise self.broken("end", f"due for ever: {strays}")
        self._every_call_is_counted()
        self._nothing_is_kept()

    def _every_call_is_counted(self) -> None:
        arrived = {r.params["CallSid"]: r.at for r in self.emulator.requests if arrives(r)}
        calls_back = [row for row in self.stage.rows() if row.callback in OWN_ROW]
        rows = [row for row in self.stage.rows() if row.callback not in OWN_ROW]
        asked_for = [row for row in rows if row.callback == Callback.PROMISED]
        if not self.emptied and len(calls_back) + self._met_again() < len(asked_for):
            raise self.broken("rows", f"{len(calls_back)} of {len(asked_for)} calls back counted")
        # What Redis forgets it cannot count, and whoever is taken up again may have been counted:
        # only calls that arrived after the last flush are counted exactly once for certain.
        surely = [at for at in arrived.values() if not self.forgotten(at)]
        most = len(arrived) if not self.emptied else len(arrived) * (len(self.emptied) + 1)
        if not len(surely) <= len(rows) <= most:
            raise self.broken("rows", f"{len(rows)} rows of {len(arrived)} calls")

    def _met_again(self) -> int:
        """Callers who rang again and met a peer: what they may have been promised is taken back."""
        talks = [
            (event.who, event.at)
            for event in self.emulator.transcript
            if event.what == "talks with" and event.detail in SUPPORTERS
        ]

        def met(call: PhoneCall) -> bool:
            until = call.ended_at or self.now
            number = call.handset.number
            return any(who == number and call.began <= at <= until for who, at in talks)

        calls = [[c for c in self.emulator.handset(n).calls if c.outgoing] for n in CALLERS]
        return sum(any(met(call) for call in theirs[1:]) for theirs in calls)

    def _nothing_is_kept(self) -> None:
        """P9. What is to be deleted is noted in Redis; whatever a flush makes us forget is found
        again by the hourly search, which is not part of these five minutes. A request that took
        effect and was not answered is learned from callbacks only, so they must not be lost.
        """
        if self.stage.calls.backlog():
            raise self.broken("P9", f"{self.stage.calls.backlog()} wait to be forgotten")
        left = {
            "redis": everything_in(self.stage.connection),
            "addresses of our pages": text([r.url for r in self.emulator.requests]),
            "addresses at the provider": text([r.path for r in self.emulator.rest_log]),
            "failed jobs": text(self.stage.failed_jobs()),
            "rows": text([tuple(row) for row in self.stage.rows()]),
        }
        untold = any(w.lose for _, w in self.weathers)
        unanswered = any(w.rest_failure for _, w in self.weathers)
        learned = not self.emptied and not (untold and unanswered)
        if learned:
            left["what the provider still keeps"] = text(self.emulator.provider_holds())
        if found := finds((*CALLERS, *SUPPORTERS), left):
            raise self.broken("P9", f"a number is left: {sorted(set(found))}")


def plain(found: object) -> str:
    """What Redis says, as text."""
    return found.decode() if isinstance(found, bytes) else ""


def leg_of(call: PhoneCall) -> str:
    """The id of the leg that a supporter's phone rings for."""
    assert call.leg is not None
    return call.leg.subscriptions[0].url.rpartition("/")[2]


def arrives(request: Any) -> bool:
    """A call of somebody's: test calls are counted nowhere."""
    ours = request.params.get("From") == TEST_NUMBER
    return bool(request.url == f"{PUBLIC_URL}/call") and not ours


def names_988(sentence: str) -> bool:
    plain = " ".join(sentence.lower().split())
    return any(name in plain for name in NAMES_988)
