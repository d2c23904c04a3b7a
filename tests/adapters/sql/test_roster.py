"""What coordinators set comes back from both databases as it was, and phones stay sealed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from tests.books import BOOK, COUNTY, RIVER, SAGE, vouched
from warmline.adapters.cached_roster import CachedRoster
from warmline.adapters.sealing import Sealer
from warmline.adapters.sql.engine import open_engine, reading
from warmline.adapters.sql.onboarding import SqlOnboarding
from warmline.adapters.sql.roster import SqlRoster
from warmline.adapters.sql.tables import metadata
from warmline.domain.errors import StoreTrouble
from warmline.domain.line import DutyWish, LineBook, Refused
from warmline.domain.onboarding import How
from warmline.domain.retention import WISHES_KEPT

SEALER = Sealer("a secret of at least thirty-two characters")
NOW = datetime(2027, 5, 3, 12, 0, tzinfo=UTC)


class SetClock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = NOW.timestamp()

    def now(self) -> float:
        return self.time


def roster(url: str, sealer: Sealer = SEALER) -> SqlRoster:
    return SqlRoster(open_engine(url), sealer, SetClock())


def saved(url: str, *books: LineBook) -> SqlRoster:
    made = roster(url)
    with made.editing() as edit:
        for book in books:
            edit.save(vouched(book))
    return made


def test_a_book_comes_back_as_it_was(database_url: str) -> None:
    store = saved(database_url, BOOK)
    assert roster(database_url).books() == [BOOK]
    assert store.book("county") == BOOK
    assert store.book("country") is None
    assert store.book_for_number("+16505550101") == BOOK
    assert store.book_for_number("+16505550111") is None


def test_saving_replaces_everything_and_swaps_aliases(database_url: str) -> None:
    river, sage = replace(RIVER, alias="Sage"), replace(SAGE, alias="River")
    line = replace(COUNTY, name="Valley peer line", numbers=("+16505550102",))
    changed = LineBook(line, supporters=(sage, river), places=BOOK.places[1:])
    store = saved(database_url, BOOK, changed)
    assert store.books() == [changed]


def test_two_lines_are_kept_apart(database_url: str) -> None:
    other = LineBook(
        replace(COUNTY, id="valley", numbers=("+16505550109",)),
        supporters=(replace(RIVER, id="r2", phone="+16505550119"),),
        places=BOOK.places,
    )
    assert saved(database_url, BOOK, other, BOOK).books() == [BOOK, other]


def test_an_edit_that_fails_changes_nothing(database_url: str) -> None:
    store = saved(database_url, BOOK)

    def edit_and_fail() -> None:
        with store.editing() as edit:
            edit.save(LineBook(COUNTY))
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        edit_and_fail()
    assert store.books() == [BOOK]


def test_a_wish_is_kept_until_three_days_after_it_is_over(database_url: str) -> None:
    store = saved(database_url, BOOK)
    today = DutyWish("r1", False, NOW, NOW + timedelta(minutes=15))
    old = replace(today, on=True, since=NOW - WISHES_KEPT - timedelta(hours=2), until=NOW)
    older = replace(old, until=NOW - WISHES_KEPT - timedelta(seconds=1))
    for wish in (older, old, today):
        store.wish_duty(wish.supporter, on=wish.on, since=wish.since, until=wish.until)
    (book,) = store.books()
    assert set(book.wishes) == {old, today}


def test_a_wish_outlives_an_apply_and_leaves_with_its_supporter(database_url: str) -> None:
    store = saved(database_url, BOOK)
    store.wish_duty("r1", on=True, since=NOW, until=NOW + timedelta(hours=1))
    wish = DutyWish("r1", True, NOW, NOW + timedelta(hours=1))
    saved(database_url, BOOK)
    assert store.books() == [replace(BOOK, wishes=(wish,))]
    saved(database_url, LineBook(COUNTY, supporters=(SAGE,)), BOOK)
    assert store.books() == [BOOK]


def test_the_wish_of_somebody_who_has_left_is_nothing(database_url: str) -> None:
    store = saved(database_url, BOOK)
    store.wish_duty("gone", on=True, since=NOW, until=NOW + timedelta(hours=1))
    assert store.books() == [BOOK]


def test_a_number_that_is_refused_is_set_aside_once_and_survives_an_apply(
    database_url: str,
) -> None:
    store = saved(database_url, BOOK)
    assert store.set_aside("r1", RIVER.phone, "21211")
    assert not store.set_aside("r1", RIVER.phone, "21217"), "that is no news"
    saved(database_url, BOOK)
    assert store.books() == [replace(BOOK, refused=(Refused("r1", "21211"),))]


def test_who_gets_another_number_may_be_rung_again(database_url: str) -> None:
    store = saved(database_url, BOOK)
    store.set_aside("r1", RIVER.phone, "21211")
    moved = replace(RIVER, phone="+16505550120")
    people = tuple(moved if one.id == "r1" else one for one in BOOK.supporters)
    saved(database_url, replace(BOOK, supporters=people))
    assert store.books()[0].refused == ()


def test_a_refusal_that_comes_after_the_number_was_changed_is_nothing(database_url: str) -> None:
    store = saved(database_url, BOOK)
    assert not store.set_aside("r1", "+16505550121", "21211")
    assert not store.set_aside("gone", RIVER.phone, "21211")
    assert store.books() == [BOOK]


def test_a_coordinator_may_say_that_a_number_is_to_be_tried_again(database_url: str) -> None:
    store = saved(database_url, BOOK)
    store.set_aside("r1", RIVER.phone, "21211")
    assert store.try_again("r1")
    assert not store.try_again("r1")
    assert store.books() == [BOOK]


def test_no_phone_number_stands_in_the_database(database_url: str) -> None:
    saved(database_url, BOOK)
    with reading(open_engine(database_url)) as connection:
        rows = [
            str(tuple(row))
            for table in metadata.sorted_tables
            for row in connection.execute(text(f"SELECT * FROM {table.name}"))  # noqa: S608 - our own table names
        ]
    assert any("+16505550100" in row for row in rows)  # the line's own number is public
    assert not any(person.phone[-7:] in row for person in BOOK.supporters for row in rows)


def test_who_cannot_be_unsealed_is_paused_and_the_line_goes_on(database_url: str) -> None:
    saved(database_url, BOOK)
    other = Sealer("another secret that is as long as the first")
    (book,) = roster(database_url, other).books()
    assert [(person.phone, person.paused) for person in book.supporters] == [("", True)] * 3
    assert book.line == COUNTY


def test_two_who_edit_at_once_wait_for_each_other(database_url: str) -> None:
    saved(database_url, BOOK)

    def add_one(n: int) -> None:
        with roster(database_url).editing() as edit:
            (book,) = edit.books
            one = replace(RIVER, id=f"n{n}", alias=f"Cedar {n}", phone=f"+1650555012{n}")
            edit.save(vouched(replace(book, supporters=(*book.supporters, one))))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add_one, range(4)))
    (book,) = roster(database_url).books()
    assert len(book.supporters) == 7


def test_a_database_without_tables_is_trouble_that_quotes_nothing(bare_database_url: str) -> None:
    with pytest.raises(StoreTrouble) as trouble:
        roster(bare_database_url).books()
    assert "SELECT" not in str(trouble.value)


class Inner:
    """A roster whose answers are set by hand, and which counts how often it is asked."""

    def __init__(self) -> None:
        self.answer: Callable[[], list[LineBook]] = lambda: [BOOK]
        self.asked = 0
        self.wished: list[str] = []

    def books(self) -> list[LineBook]:
        self.asked += 1
        return self.answer()

    def book(self, line_id: str) -> LineBook | None:
        raise AssertionError("not asked")

    def book_for_number(self, number: str) -> LineBook | None:
        raise AssertionError("not asked")

    def wish_duty(
        self,
        supporter_id: str,
        *,
        on: bool,
        since: datetime,
        until: datetime,
        anyway: bool = False,
    ) -> None:
        self.wished.append(supporter_id)

    def end_off_wishes(self, supporter_id: str, at: datetime) -> None:
        self.wished.append(f"{supporter_id} on")

    def stop_texts(self, supporter_id: str, *, off: bool) -> None:
        self.wished.append(f"{supporter_id} texts")

    def set_aside(self, supporter_id: str, phone: str, code: str) -> bool:
        self.wished.append(f"{supporter_id} {code}")
        return True

    def confirm(self, supporter_id: str, phone: str, how: How) -> bool:
        self.wished.append(f"{supporter_id} {how}")
        return True

    def refresh(self) -> None:
        raise AssertionError("nothing is kept here")


def failing() -> list[LineBook]:
    raise StoreTrouble("The database did not do it (OperationalError).")


def test_the_cache_asks_once_in_five_seconds() -> None:
    inner, clock = Inner(), SetClock()
    cached = CachedRoster(inner, clock)
    for _ in range(3):
        assert cached.book("county") == BOOK
        assert cached.book_for_number("+16505550100") == BOOK
    clock.time += 4.9
    cached.books()
    assert inner.asked == 1
    clock.time += 0.2
    cached.books()
    assert inner.asked == 2


def test_the_last_state_is_served_while_the_database_fails() -> None:
    inner, clock = Inner(), SetClock()
    cached = CachedRoster(inner, clock)
    cached.books()
    inner.answer = failing
    for _ in range(3):
        clock.time += 6
        assert cached.books() == (BOOK,)
    assert inner.asked == 4
    inner.answer = list
    clock.time += 6
    assert cached.books() == ()


def test_a_cache_that_never_knew_anything_says_so_and_tries_again() -> None:
    inner = Inner()
    inner.answer = failing
    cached = CachedRoster(inner, SetClock())
    with pytest.raises(StoreTrouble):
        cached.books()
    inner.answer = lambda: [BOOK]
    assert cached.books() == (BOOK,)


def test_ones_own_wish_is_known_at_once() -> None:
    inner = Inner()
    cached = CachedRoster(inner, SetClock())
    cached.books()
    cached.wish_duty("r1", on=False, since=NOW, until=NOW + timedelta(hours=1))
    assert (inner.wished, inner.asked) == (["r1"], 2)


def test_a_number_that_was_set_aside_is_known_at_once() -> None:
    inner = Inner()
    cached = CachedRoster(inner, SetClock())
    cached.books()
    assert cached.set_aside("r1", RIVER.phone, "21211")
    assert (inner.wished, inner.asked) == (["r1 21211"], 2)


def test_a_clock_that_was_set_back_does_not_freeze_the_cache() -> None:
    inner, clock = Inner(), SetClock()
    cached = CachedRoster(inner, clock)
    cached.books()
    clock.time -= 3600
    cached.books()
    assert inner.asked == 2


def test_a_new_number_is_not_rung_before_somebody_has_said_so(database_url: str) -> None:
    line = roster(database_url)
    with line.editing() as edit:
        edit.save(BOOK)
    (book,) = line.books()
    assert book.unconfirmed == {one.id for one in BOOK.supporters}
    assert not line.confirm(RIVER.id, "+16505550199", How.TEXT)  # an answer from an old number
    assert line.confirm(RIVER.id, RIVER.phone, How.TEXT)
    assert RIVER.id not in line.books()[0].unconfirmed


def test_who_gets_another_number_confirms_that_one_too(database_url: str) -> None:
    line = saved(database_url, BOOK)
    changed = tuple(
        replace(one, phone="+16505550198") if one.id == RIVER.id else one for one in BOOK.supporters
    )
    with line.editing() as edit:
        edit.save(replace(edit.books[0], supporters=changed))
    assert line.books()[0].unconfirmed == {RIVER.id}
    with line.editing() as edit:
        edit.save(replace(edit.books[0], vouched=frozenset({RIVER.id})))
    assert line.books()[0].unconfirmed == frozenset()


def test_what_new_supporters_have_done_is_kept_with_the_day(database_url: str) -> None:
    saved(database_url, BOOK)
    steps = SqlOnboarding(open_engine(database_url))
    assert steps.tick(RIVER.id, "agreement", NOW.date())
    assert not steps.tick(RIVER.id, "agreement", NOW.date() + timedelta(days=1))
    assert not steps.tick("nobody", "agreement", NOW.date())
    found = steps.progress(BOOK.line.id)[RIVER.id]
    assert found.confirmed is How.FILE
    assert found.done == {"agreement": NOW.date()}
    assert found.missing(BOOK) == []
    assert steps.untick(RIVER.id, "agreement")
    assert steps.progress(BOOK.line.id)[RIVER.id].missing(BOOK) == ["agreement"]
