"""What a process knows of supporters is what the store told last, however the answers come in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from warmline.domain.call import State
from warmline.domain.live import NOTHING, LiveCall, Note, Waiting
from warmline.domain.presence import Changes, Presence
from warmline.ports import LiveCalls
from warmline.services.known import Known

Answer = Callable[[Changes], Changes | None]


class Store:
    """A store whose answers are set. An answer may first let another look take place."""

    def __init__(self) -> None:
        self.answer: Answer = lambda _: None

    def look(self, call_id: str, note: Note = NOTHING, since: Changes | None = None) -> Waiting:
        call = LiveCall(call_id, State.WAITING, "county", "en")
        return Waiting(call, 0, changes=self.answer(since or Changes()))


def busy(upto: int, leg: str, *, mark: str = "m", whole: bool = False) -> Changes:
    return Changes(mark, upto, whole, (Presence("river", busy=leg),))


def looking(store: Store) -> Known:
    return Known(cast("LiveCalls", cast("Any", store)))


def test_each_look_asks_for_what_has_changed_since_the_last() -> None:
    store, asked = Store(), list[tuple[str, int]]()
    known = looking(store)

    def answer(since: Changes) -> Changes:
        asked.append((since.mark, since.upto))
        return busy(len(asked), f"leg-{len(asked)}", whole=not since.mark)

    store.answer = answer
    for _ in range(3):
        known.look("c1")
    assert asked == [("", 0), ("m", 1), ("m", 2)]
    assert known.presences["river"].busy == "leg-3"


def test_an_answer_that_was_overtaken_takes_nothing_back() -> None:
    for first_time in (True, False):
        store = Store()
        known = looking(store)
        if not first_time:
            store.answer = lambda _: busy(1, "leg-1", whole=True)
            known.look("c1")

        def slow(since: Changes, store: Store = store, known: Known = known) -> Changes:
            store.answer = lambda _: busy(9, "leg-9", whole=not since.mark)
            known.look("c2")
            return busy(5, "leg-5", whole=not since.mark)

        store.answer = slow
        known.look("c1")
        assert known.presences["river"].busy == "leg-9"


def test_a_store_that_was_put_back_is_believed_and_one_that_is_gone_is_not() -> None:
    store = Store()
    known = looking(store)
    store.answer = lambda _: busy(9, "leg-9", whole=True)
    known.look("c1")
    store.answer = lambda _: busy(4, "leg-4", whole=True)
    known.look("c1")
    assert known.presences["river"].busy == "leg-4"
    store.answer = lambda _: Changes("another", 0, whole=True)
    known.look("c1")
    assert known.presences == {}
    store.answer = lambda _: busy(20, "leg-20")
    known.look("c1")
    assert known.presences == {}, "of another count than ours, and not all of it"
