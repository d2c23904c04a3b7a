"""What a phone waits for: one look at Redis, none at the database, before a page's words leave.

Every page that a phone can be given is asked for, in each state of a call and with every key.
Pages that look more often stand in `MORE` with the reason; nothing else may, and what has become
quicker is to be struck off.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
import redis
from redis.connection import AbstractConnection
from sqlalchemy import Engine, event
from werkzeug.routing import Rule

from call_flows._kit import KEYS
from tests.call_flows.provider import Provider
from tests.stories.conftest import SetStage
from warmline.demo.stage import Stage
from warmline.demo.stories._story import line_toml
from warmline.domain.call import WITH_PEER, State
from warmline.domain.waiting import News

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]
STATES = [state for state in State if state is not State.ENDED]

# A key that is a step by itself is one run of the judge, which tells what is true in any case. Some
# need two:
DEPENDS = "what the key does depends on where the call is, or on what has just been read out"
A_PROMISE = "once in a call: their number is compared with those that have a promise"
A_WISH = "a wish is sealed: it is read, changed by us, and written; the judge cannot read it"
TOO_LATE = "who is too late is looked at once more"
A_LEG = "the window for a key is the line's, and the leg tells us which line it is"
WHOSE_CALL = "the leg tells whose call it is; then the step"

MORE: dict[str, tuple[int, str]] = {
    "/call/<language>/<call_id>/asked/key": (
        3,
        "before a hand-over it is seen whether anybody could be rung",
    ),
    "/call/<language>/<call_id>/back/key": (2, DEPENDS),
    "/call/<language>/<call_id>/beside/key": (2, DEPENDS),
    "/call/<language>/<call_id>/callback/key": (3, A_PROMISE),
    "/call/<language>/<call_id>/choose/kind/key": (2, A_WISH),
    "/call/<language>/<call_id>/choose/language/key": (2, A_WISH),
    "/call/<language>/<call_id>/choose/more/key": (2, A_WISH),
    "/call/<language>/<call_id>/choose/name": (2, A_WISH),
    "/call/<language>/<call_id>/choose/name/key": (2, A_WISH),
    "/call/<language>/<call_id>/choose/passed": (2, A_WISH),
    "/call/<language>/<call_id>/choose/passed/key": (2, A_WISH),
    "/call/<language>/<call_id>/choose/tags": (2, A_WISH),
    "/call/<language>/<call_id>/choose/unmet": (2, A_WISH),
    "/call/<language>/<call_id>/choose/unmet/key": (2, A_WISH),
    "/call/<language>/<call_id>/crisis/lines/key": (2, DEPENDS),
    "/call/<language>/<call_id>/places/connect/key": (2, DEPENDS),
    "/call/<language>/<call_id>/places/end/key": (2, DEPENDS),
    "/call/<language>/<call_id>/places/place/key": (2, DEPENDS),
    "/call/<language>/<call_id>/survey/1/key": (2, "an answer is counted: a look, then the step"),
    "/call/<language>/<call_id>/survey/2/key": (2, "an answer is counted: a look, then the step"),
    "/call/<language>/<call_id>/survey/3/key": (2, "an answer is counted: a look, then the step"),
    "/message": (2, "a stranger's text: that it was answered, and how many of them today"),
    "/offer/<leg>": (2, A_LEG),
    "/offer/<leg>/after/key": (2, "what the key does, and how long the rest is then"),
    "/offer/<leg>/answered": (
        2,
        "who they are, for the words; what the key does; whose turn it is",
    ),
    "/offer/<leg>/debrief": (3, "a call of their own is made, and their phone marked as in use"),
    "/offer/<leg>/star": (2, WHOSE_CALL),
    "/offer/<leg>/star/key": (3, "the words, the step, and after it where they are now"),
    "/offer/<leg>/trouble": (3, "after a failure only: what is true now, then the offer again"),
    "/trouble/<language>": (2, "a lost record is made anew, and the caller wants a peer"),
}
"""Pages, the most requests that one of them makes, and why. This list may only become shorter."""


class Counted:
    """The app, with what each answer cost until its last byte was given."""

    def __init__(self, app: Wsgi) -> None:
        self._app = app
        self.now = [0, 0]
        """Requests to Redis, and statements to the database, so far."""
        self.last = (0, 0)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterator[bytes]:
        before = list(self.now)
        result = self._app(environ, start_response)
        try:
            body = b"".join(result)
            self.last = self.now[0] - before[0], self.now[1] - before[1]
        finally:
            getattr(result, "close", lambda: None)()
        yield body


@pytest.fixture
def counted(
    set_stage: SetStage, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Stage, Counted]]:
    stage = set_stage(line_toml("River", "Sage", "Juniper", languages='["en", "es"]'))
    stage.working = False
    counting = Counted(stage.app.wsgi_app)
    stage.app.wsgi_app = counting  # type: ignore[method-assign]  # as Flask says to wrap it
    send = AbstractConnection.send_packed_command

    def sent(connection: AbstractConnection, *args: Any, **named: Any) -> None:
        counting.now[0] += 1
        send(connection, *args, **named)  # type: ignore[no-untyped-call]  # redis-py leaves it so

    def asked(*_: Any) -> None:
        counting.now[1] += 1

    monkeypatch.setattr(AbstractConnection, "send_packed_command", sent)
    event.listen(Engine, "before_cursor_execute", asked)
    yield stage, counting
    event.remove(Engine, "before_cursor_execute", asked)


LEG = "a1" * 12
ASKS_FOR_KEYS = ("/key", "/answered", "/late", "/told/<path:then>", "/trouble/<language>")


def pages(stage: Stage) -> list[Rule]:
    """Every page that a phone can be given, and every report about one."""
    return [rule for rule in stage.app.url_map.iter_rules() if "POST" in (rule.methods or ())]


def in_state(stage: Stage, sid: str, state: State) -> str:
    """The provider's call has come into a state, and one supporter's phone belongs to it."""
    call = str(stage.calls.known(sid))
    supporter = stage.supporter("River").supporter.id
    with_leg = state in {*WITH_PEER, State.ALONE, State.PARTED}
    beside = {"leg": LEG, "sup": supporter} if with_leg else {}
    known: dict[Any, Any] = {"state": str(state), "wanted_at": "1", **beside}
    known["told"] = str(News.LOOKING)  # what is said to who has waited for a while costs most
    leg: dict[Any, Any] = {
        "call": call,
        "line": "county",
        "sup": supporter,
        "state": "joined",
        "sid": "CA9",
    }
    stage.connection.hset(f"wl:call:{call}", mapping=known)
    stage.connection.hset(f"wl:leg:{LEG}", mapping=leg | {"shift": "0", "long_after": "9"})
    stage.connection.hset(f"wl:leg:{LEG}", mapping={"wrap": "0", "long_wrap": "0"})
    return call


def asked_for(stage: Stage, counting: Counted) -> dict[str, tuple[int, int]]:
    """Every page with the most that one request of it cost, in all states and with all keys."""
    provider, serial = Provider.of(stage), itertools.count(1)
    provider.posts("/call")  # the first of all teaches the store the judge's script
    dearest: defaultdict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for rule, state in itertools.product(pages(stage), STATES):
        for key in ("", *KEYS) if rule.rule.endswith(ASKS_FOR_KEYS) else ("",):
            sid = f"CA{next(serial):032}"
            provider.posts("/call", CallSid=sid)
            dearest["/call"] = max(dearest["/call"], counting.last)
            address = rule.rule.replace("<call_id>", in_state(stage, sid, state))
            for name, value in {"language": "en", "leg": LEG, "path:then": "menu"}.items():
                address = address.replace(f"<{name}>", value)
            provider.posts(address, CallSid=sid, Digits=key)
            dearest[rule.rule] = max(dearest[rule.rule], counting.last)
    return dict(dearest)


@pytest.mark.slow
def test_a_phone_waits_for_one_look_at_the_store_and_none_at_the_database(
    counted: tuple[Stage, Counted],
) -> None:
    found = asked_for(*counted)
    assert len(found) > 50, "there are pages to walk"
    assert {page for page, (_, sql) in found.items() if sql} == set()
    more = {page: redis for page, (redis, _) in found.items() if redis > 1}
    listed = {page: redis for page, (redis, _) in MORE.items()}
    changed = {
        f"{page}: {more.get(page, 1)}, listed with {listed.get(page, 1)}"
        for page in more.keys() | listed.keys()
        if more.get(page) != listed.get(page)
    }
    assert not changed, "\n".join(sorted(changed))


def test_a_hint_to_the_workers_is_handed_over_once_the_answer_has_left(
    counted: tuple[Stage, Counted],
) -> None:
    stage, counting = counted
    provider = Provider.of(stage)
    provider.posts("/call", CallSid="CA1")
    call = stage.calls.known("CA1")
    before = counting.now[0]
    provider.posts(f"/call/en/{call}/wait", CallSid="CA1")
    assert counting.last == (1, 0)
    assert counting.now[0] > before + 1
    assert stage.connection.llen("rq:queue:ring") == 1


def test_what_fails_once_the_answer_has_left_is_nobodys_trouble(
    counted: tuple[Stage, Counted], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, _ = counted
    provider = Provider.of(stage)
    provider.posts("/call", CallSid="CA1")
    call = stage.calls.known("CA1")

    def gone(*_: object, **__: object) -> None:
        raise redis.ConnectionError

    monkeypatch.setattr("rq.Queue.enqueue", gone)
    assert "<Enqueue" in provider.posts(f"/call/en/{call}/wait", CallSid="CA1").text
    assert stage.calls.due(), "the duty to ring somebody is in the store all the same"
