"""Live calls in Redis: every step is one run of the judge (`judge/*.lua`), under random ids.

What could point at the caller (which supporter is the caller, whom they wish to talk with and whom
not) is one sealed blob whose key is not in Redis, and it goes when the call ends.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple, replace
from typing import Any

import redis

from warmline.adapters.redis_deadlines import DeadlineSteps
from warmline.adapters.redis_debriefs import DebriefSteps
from warmline.adapters.redis_door import DoorSteps
from warmline.adapters.redis_flags import FlagSteps
from warmline.adapters.redis_guests import GuestSteps
from warmline.adapters.redis_judge import Judge
from warmline.adapters.redis_offers import OfferSteps
from warmline.adapters.redis_provider import ProviderSteps
from warmline.adapters.redis_reading import (
    Json,
    Reading,
    Seals,
    changes_of,
    fields,
    listed_rows,
    presence_of,
)
from warmline.adapters.redis_steps import new_id
from warmline.adapters.redis_texts import TextSteps
from warmline.domain.call import Event, State
from warmline.domain.choosing import Wish
from warmline.domain.errors import NoRoom, StoreTrouble, TooLate
from warmline.domain.flood import Caps
from warmline.domain.live import (
    NOTHING,
    From,
    LiveCall,
    Moved,
    Note,
    Waiting,
)
from warmline.domain.presence import Changes, Presence
from warmline.ports import Clock

UNREACHABLE = (
    redis.ConnectionError,
    redis.TimeoutError,
    redis.exceptions.ReadOnlyError,
    redis.exceptions.OutOfMemoryError,
)
"""Redis cannot be asked now, or cannot write: the same step may succeed later."""
PATIENCE = 90.0
"""Seconds without a sign of a caller after which the provider is asked whether they are there."""
CHANGES_AT_ONCE = 500
"""Supporters of whom one run of the judge tells, so that it keeps nobody waiting for long."""
READING = frozenset(
    {
        "look",
        "peek",
        "known",
        "waiting",
        "promised",
        "standing",
        "find",
        "flag_keys",
        "flaggable_talk",
        "flags_of",
        "presences",
        "changes",
        "backlog",
        "troubles",
        "believed",
        "in_flood",
        "oldest_unforgotten",
    }
)
"""Steps that change nothing, or the same thing when they are run twice."""


def _asked_since(since: Changes) -> Json:
    return {"mark": since.mark, "after": since.upto, "most": CHANGES_AT_ONCE}


class RedisCalls(
    OfferSteps,
    DebriefSteps,
    FlagSteps,
    GuestSteps,
    TextSteps,
    ProviderSteps,
    DeadlineSteps,
    DoorSteps,
):
    """Implements `warmline.ports.LiveCalls`."""

    def __init__(
        self,
        connection: redis.Redis,
        clock: Clock,
        seals: Seals,
        keep_ended: float = 7200,
        *,
        per_second: float = 0.0,
    ) -> None:
        """`keep_ended`: seconds for which an ended call's live record is kept to be counted.

        `per_second`: how many calls the provider takes from all of us; 0 is no limit.
        """
        self._connection = connection
        self._judge = Judge(connection)
        self._clock = clock
        self._read = Reading(seals)
        self._keep = int(keep_ended)
        self._rate = per_second

    # -- calls ----------------------------------------------------------------------------------

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
        tokens: Iterable[str] = (),
    ) -> tuple[LiveCall, bool]:
        """See the port."""
        wish = Wish(avoid=frozenset(avoid))
        sealed = self._read.sealed(wish)
        out = self._run(
            "open",
            id=new_id(),
            row=new_id(),
            patience=PATIENCE,
            sid=sid,
            line=line,
            lang=language,
            number=number,
            open="1" if is_open else "0",
            sealed=sealed,
            caps=" ".join(str(cap) for cap in astuple(caps)) if caps else "",
            through="1" if through else "0",
            tokens=list(tokens),
        )
        return self._read.call(out["call"], (sealed, wish)), bool(out["new"])

    def look(
        self, call_id: str, note: Note = NOTHING, since: Changes | None = None
    ) -> Waiting | None:
        """See the port."""
        out = self._run(
            "look",
            id=call_id,
            set=[*fields(note), *self._read.said_fields(note)],
            sealed=self._read.sealed(note.wish),
            told=note.told,
            heard=note.heard,
            met=note.met,
            # The round is counted by a job: no sign that the caller is there.
            there=note.round is None,
            patience=PATIENCE,
            changes=_asked_since(since) if since else None,
            door=note.door or None,
        )
        if out.get("gone"):
            return None
        one = self._read.waiting(out)
        if note.door:
            one = replace(one, call=replace(one.call, at_door=self._door_of(out["door"])))
        if one.changes is not None and out["changes"]["more"]:
            return replace(one, changes=one.changes.and_then(self.changes(one.changes)))
        return one

    def peek(self, call_id: str) -> LiveCall | None:
        """See the port."""
        out = self._run("peek", id=call_id)
        return None if out.get("gone") else self._read.call(out["call"])

    def known(self, sid: str) -> str | None:
        """See the port."""
        found: str = self._run("known", sid=sid)["id"]
        return found or None

    def move(
        self,
        call_id: str,
        event: Event,
        note: Note = NOTHING,
        only: Mapping[State, From] | None = None,
        *,
        lead: bool = False,
        leg: str | None = None,
    ) -> Moved | None:
        """See the port."""
        out = self._run(
            "move",
            lead=lead,
            leg=leg,
            only=only or False,
            patience=PATIENCE,
            id=call_id,
            event=event,
            set=fields(note),
            sealed=self._read.sealed(note.wish),
            keep=self._keep,
        )
        if out.get("gone"):
            return None
        if out.get("late"):
            raise TooLate(f"{event} in {out['call']['state']}", self._read.call(out["call"]))
        if out.get("full"):
            raise NoRoom(self._read.call(out["call"]))
        return self._read.moved(out)

    def waiting(self, line_id: str) -> list[Waiting]:
        """See the port."""
        return [
            self._read.waiting(row)
            for row in listed_rows(self._run("waiting", line=line_id)["waiting"])
        ]

    # -- supporters -----------------------------------------------------------------------------

    def presences(self, supporter_ids: Iterable[str]) -> dict[str, Presence]:
        """See the port."""
        ids = list(supporter_ids)
        if not ids:
            return {}
        rows = listed_rows(self._run("presences", sups=ids)["rows"])
        return {row["sup"]: presence_of(row) for row in rows}

    def changes(self, since: Changes) -> Changes:
        """See the port."""
        known = replace(since, whole=False, presences=())
        more = True
        while more:
            out = self._run("changes", **_asked_since(known))
            known = known.and_then(changes_of(out))
            more = bool(out["more"])
        return known

    def set_off(self, supporter_id: str, until: float) -> None:
        """See the port."""
        self._run("off", sup=supporter_id, until_=until)

    def practise(self, supporter_id: str, until: float) -> bool:
        """See the port."""
        return bool(self._run("practise", sup=supporter_id, until_=until)["free"])

    def practised(self, supporter_id: str, line_id: str) -> None:
        """See the port."""
        self._run("practised", sup=supporter_id, line=line_id)

    def in_flood(self, line_id: str) -> bool:
        """See the port."""
        return bool(self._run("in_flood", line=line_id)["on"])

    # -- the store's own file -------------------------------------------------------------------

    def compact(self) -> None:
        """See the port."""
        try:
            self._judge.clear_away()
            file = self._connection.info("persistence")
            if file.get("aof_enabled") and not file.get("aof_rewrite_in_progress"):
                self._connection.bgrewriteaof()
        except UNREACHABLE as error:
            raise StoreTrouble(type(error).__name__) from None
        except redis.ResponseError:
            return  # a hosted store looks after its file itself and lets nobody else

    # -- inside ---------------------------------------------------------------------------------

    def _run(self, step: str, **arguments: Any) -> Json:
        arguments.setdefault("now", self._clock.now())
        try:
            once = "" if step in READING else new_id()
            # What is None is left out: to the judge it is nil, and not JSON's null.
            given = {name: value for name, value in arguments.items() if value is not None}
            raw = self._judge(step, json.dumps(given), once)
        except UNREACHABLE as error:
            raise StoreTrouble(type(error).__name__) from None
        answer: Json = json.loads(raw)
        return answer
