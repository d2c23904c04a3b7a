"""The pool shows a caller the same supporters, in the same order, as a look at everybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_matching import NOW, book, supporter
from warmline.domain.line import Kind, LineBook
from warmline.domain.matching import Asked, Wanted, survey
from warmline.domain.pool import Pool
from warmline.domain.presence import Presence
from warmline.domain.roster import duties, duty

NAMES = [f"peer-{n}" for n in range(8)]
SHIFT = 1.0
"""Stands for the shift that is on; anything else is another one."""

moments = st.sampled_from([0.0, NOW - 9000, NOW - 60, NOW - 1, NOW + 1, NOW + 600])


@st.composite
def presences(draw: st.DrawFn) -> Presence:
    return Presence(
        draw(st.sampled_from(NAMES)),
        busy=draw(st.sampled_from(["", "", "a leg"])),
        rest_until=draw(moments),
        off_until=draw(moments),
        last_help=draw(moments),
        last_rung=draw(moments),
        not_before=draw(moments),
        shift=draw(st.sampled_from([0.0, SHIFT])),
        calls=draw(st.integers(0, 5)),
    )


@st.composite
def lines(draw: st.DrawFn) -> LineBook:
    people = [
        supporter(
            name,
            languages=draw(st.sampled_from([("en",), ("es",), ("en", "es")])),
            kind=draw(st.sampled_from(list(Kind))),
            tags=draw(st.sampled_from([frozenset(), frozenset({"night work"})])),
            paused=draw(st.booleans()) and draw(st.booleans()),
        )
        for name in NAMES
    ]
    backups = draw(st.sets(st.sampled_from(NAMES), max_size=3))
    return book(*people, backups=tuple(backups))


wishes = st.builds(
    Wanted,
    language=st.sampled_from(["en", "es"]),
    kind=st.sampled_from([None, *Kind]),
    avoid=st.frozensets(st.sampled_from(NAMES), max_size=2),
    also=st.sampled_from([frozenset(), frozenset({"en"}), frozenset({"es"})]),
    tags=st.sampled_from([frozenset(), frozenset({"night work"})]),
    asked=st.just(dict[str, Asked]()),
    again=st.sampled_from(["", *NAMES]),
)


def in_this_shift(lines: LineBook, live: Presence) -> Presence:
    """With the moment at which their shift began, where `SHIFT` stands for it."""
    on = duty(lines, live.supporter, datetime.fromtimestamp(NOW, UTC))
    began: Callable[[], float] = lambda: on.start.timestamp() if on else 0.0  # noqa: E731  # once
    return Presence(
        **{name: getattr(live, name) for name in live.__slots__}
        | {"shift": began() if live.shift else 0.0}
    )


@given(lines(), st.lists(presences(), max_size=12), wishes, st.frozensets(st.sampled_from(NAMES)))
def test_whatever_changes_a_caller_is_shown_the_same_people_as_by_a_look_at_all(
    lines: LineBook, changes: list[Presence], wanted: Wanted, but: frozenset[str]
) -> None:
    changes = [in_this_shift(lines, change) for change in changes]
    at = datetime.fromtimestamp(NOW, UTC)
    pool = Pool(lines, duties(lines, at), {})
    truth: dict[str, Presence] = {}
    for change in changes:
        pool.change([change])
        truth[change.supporter] = change
    rows = survey(lines, truth, wanted, NOW)
    expected = [r.supporter.id for r in rows if not r.reasons and r.supporter.id not in but]
    assert [row.supporter.id for row in pool.free(wanted, NOW, but)] == expected
    begun_late = Pool(lines, duties(lines, at), truth)
    assert [row.supporter.id for row in begun_late.free(wanted, NOW, but)] == expected


def test_who_is_not_on_duty_is_in_no_pool() -> None:
    lines = book(supporter("river"), supporter("sage", paused=True))
    pool = Pool(lines, {}, {})
    pool.change([Presence("river", busy="a leg")])
    assert not list(pool.free(Wanted("en"), NOW))


def test_who_has_just_helped_is_rung_after_the_others() -> None:
    lines = book(supporter("river"), supporter("sage"))
    pool = Pool(lines, duties(lines, datetime.fromtimestamp(NOW, UTC)), {})
    shown = [row.supporter.id for row in pool.free(Wanted("en"), NOW)]
    assert shown == ["river", "sage"]
    pool.change([Presence("river", last_help=NOW - 60)])
    shown = [row.supporter.id for row in pool.free(Wanted("en"), NOW)]
    assert shown == ["sage", "river"]
