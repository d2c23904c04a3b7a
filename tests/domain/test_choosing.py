"""Choosing: who is named next, who is left out, and who is rung while a wish holds."""

from __future__ import annotations

from dataclasses import replace

from tests.domain.test_matching import NOW, book, supporter
from warmline.domain.choosing import (
    AGENCY,
    KIND,
    LANGUAGE,
    Wish,
    agencies,
    as_wished,
    both_kinds,
    left_out,
    next_name,
    pause_after,
    questions,
    ways,
)
from warmline.domain.line import Kind, LineBook, Supporter
from warmline.domain.matching import Asked, Wanted, survey
from warmline.domain.presence import Presence

RIVER = supporter("river", agency="north")
SAGE = supporter("sage", kind=Kind.FAMILY_PEER, agency="south")
JUNIPER = supporter("juniper")


def named(
    lines: LineBook, wish: Wish, asked: dict[str, Asked] | None = None, **live: Presence
) -> Supporter | None:
    wanted = Wanted("en", kind=wish.kind, avoid=wish.avoid)
    return next_name(survey(lines, live, wanted, NOW), asked or {})


def named_in_turn(lines: LineBook, wish: Wish) -> list[str]:
    """The names that a caller hears who declines every one."""
    heard = []
    while one := named(lines, wish):
        heard.append(one.id)
        wish = Wish(avoid=wish.avoid, kind=wish.kind, offered=one.id, heard=wish.heard).declined()
    return heard


def test_each_free_supporter_is_named_once() -> None:
    assert sorted(named_in_turn(book(RIVER, SAGE, JUNIPER), Wish())) == ["juniper", "river", "sage"]


def test_with_nobody_there_is_no_name_and_with_fifty_there_are_fifty() -> None:
    fifty = [supporter(f"s{n:02}") for n in range(50)]
    assert named_in_turn(book(), Wish()) == []
    assert named_in_turn(book(RIVER), Wish()) == ["river"]
    assert sorted(named_in_turn(book(*fifty), Wish())) == [one.id for one in fifty]


def test_the_wished_kind_alone_is_named() -> None:
    assert named_in_turn(book(RIVER, SAGE), Wish(kind=Kind.FAMILY_PEER)) == ["sage"]
    assert named_in_turn(book(RIVER, SAGE), Wish(kind=Kind.PEER)) == ["river"]


def test_who_is_busy_or_was_rung_in_vain_is_not_named() -> None:
    lines = book(RIVER)
    assert named(lines, Wish(), river=Presence("river", busy="leg")) is None
    for said in (Asked.PASSED, Asked.MISSED, Asked.BUSY, Asked.TALKED, Asked.GIVEN_UP):
        assert named(lines, Wish(), {"river": said}) is None
    assert named(lines, Wish(), {"river": Asked.DROPPED}) == RIVER


def test_an_agency_is_left_out_by_its_supporters() -> None:
    lines = book(RIVER, SAGE, JUNIPER)
    assert agencies(lines) == ["north", "south"]
    assert left_out(Wish(avoid=frozenset({"sage"})), lines, "north").avoid == {"river", "sage"}
    assert agencies(book(JUNIPER)) == []


def test_two_questions_are_asked_at_most_and_only_those_that_make_a_difference() -> None:
    luna = supporter("luna", languages=("es",))
    lines = book(RIVER, SAGE, luna)
    assert ways(lines, [luna], "en") == (KIND, LANGUAGE, AGENCY)
    assert questions(ways(lines, [luna], "en")) == (LANGUAGE, AGENCY)
    assert questions(ways(lines, [luna], "es")) == (KIND, AGENCY)
    assert questions(ways(lines, [RIVER], "en")) == (KIND, AGENCY)
    assert questions(ways(book(JUNIPER), [JUNIPER], "en")) == ()
    lines = book(JUNIPER)
    lines = replace(lines, line=replace(lines.line, languages=("en",)))
    assert ways(lines, [luna], "en") == (), "a line of one language has no other to ask for"


def test_the_kinds_are_asked_for_only_where_there_are_both() -> None:
    assert both_kinds(book(RIVER, SAGE))
    assert not both_kinds(book(RIVER, JUNIPER))
    assert not both_kinds(book())


def test_the_chosen_one_is_rung_alone() -> None:
    ids = ["river", "sage"]
    wish = Wish(offered="sage").taken()
    assert as_wished(ids, wish) == ["sage"]
    assert as_wished(ids, wish.unmet()) == []
    assert as_wished(ids, wish.met_another()) == []
    assert as_wished(ids, wish.widened()) == ids


def test_each_wish_alone_makes_fewer_peers_possible() -> None:
    assert not Wish().narrow
    assert not Wish(avoid=frozenset({"river"}), language="es", offered="river").narrow
    for wish in (
        Wish(kind=Kind.PEER),
        Wish(tags=frozenset({"nights"})),
        Wish(chosen="river"),
        Wish(asking=True),
    ):
        assert wish.narrow


def test_what_is_left_of_a_wish_when_a_name_is_heard_or_somebody_is_met() -> None:
    assert Wish().heard == 0
    river = frozenset({"river"})
    named = Wish(offered="river", asking=True, heard=3)
    assert named.declined() == Wish(avoid=river, passed=river, asking=True, heard=4)
    assert named.taken() == Wish(chosen="river", heard=3)
    chosen = Wish(chosen="river", offered="sage", asking=True)
    assert chosen.handed_on() == Wish()
    assert chosen.sharing(["nights"]) == Wish(tags=frozenset({"nights"}))


def test_a_wider_wish_still_leaves_the_declined_in_peace() -> None:
    wish = Wish(kind=Kind.PEER, offered="river").declined()
    assert wish.avoid == {"river"}
    assert wish.declined() == wish, "nobody was named since"
    river = frozenset({"river"})
    assert wish.widened() == Wish(avoid=river, passed=river)


def test_after_five_names_the_caller_is_asked_whether_they_want_more() -> None:
    assert [n for n in range(12) if pause_after(Wish(heard=n))] == [5, 10]


def test_only_who_was_declined_by_name_comes_back_when_all_names_are_heard_again() -> None:
    river, sage = supporter("river"), supporter("sage", agency="north")
    lines = book(river, sage)
    wish = Wish(avoid=frozenset({"own phone"}), offered="river").declined()
    wish = left_out(replace(wish, offered="sage").declined(), lines, "north")
    again = wish.from_the_first()
    assert again.avoid == {"own phone", "sage"}, "an agency that was left out stays out"
    assert again.heard == 0
    assert again.from_the_first() == again
    assert wish.widened().avoid == wish.avoid, "any peer is still none who was declined"
