"""Letting go of a wish: only what was asked, and nobody else is rung meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.test_matching import NOW, book, supporter
from warmline.domain.choosing import (
    KIND,
    TAGS,
    Wish,
    agencies,
    as_wished,
    language_to_tell,
    left_out,
    next_name,
    wanted,
)
from warmline.domain.line import Kind, LineBook, Supporter
from warmline.domain.matching import Asked, survey, to_ring
from warmline.domain.presence import Presence
from warmline.domain.widening import (
    MOST_WIDENINGS,
    agreed,
    asked_for,
    asking,
    loosened,
    may_ask,
    rather_wait,
    steps,
    unmet,
    wider,
)

RIVER = supporter("river", tags=frozenset({"nights"}))
SAGE = supporter("sage", kind=Kind.FAMILY_PEER)
LUNA = supporter("luna", languages=("es",))


def helps(
    lines: LineBook, wish: Wish, language: str = "en", asked: dict[str, Asked] | None = None
) -> tuple[str, ...]:
    return wider(lines, {}, wish, language, asked or {}, NOW)


def rung(lines: LineBook, wish: Wish, language: str = "en", **live: Presence) -> list[str]:
    need = wanted(wish, language)
    rows = survey(lines, live, need, NOW)
    return as_wished(to_ring(rows, need, backups=True, second_round=True), wish)


def test_one_wish_at_a_time_the_least_important_first() -> None:
    wish = Wish(tags=frozenset({"nights"}), kind=Kind.PEER)
    assert list(steps(wish, "es", ("en", "es"))) == [
        (TAGS,),
        (KIND,),
        ("en",),
        (TAGS, KIND),
        (TAGS, "en"),
        (KIND, "en"),
        (TAGS, KIND, "en"),
    ]
    assert list(steps(Wish(), "en", ("en",))) == []


def test_only_what_would_help_is_asked() -> None:
    assert helps(book(LUNA), Wish()) == ("es",)
    assert helps(book(RIVER), Wish(kind=Kind.FAMILY_PEER)) == (KIND,)
    assert helps(book(SAGE), Wish(tags=frozenset({"nights"}))) == (TAGS,)
    assert helps(book(SAGE), Wish(tags=frozenset({"nights"}), kind=Kind.PEER)) == (TAGS, KIND)
    assert helps(book(), Wish(kind=Kind.PEER)) == ()
    assert helps(book(RIVER, LUNA), Wish()) == (), "a phone can ring as it is"
    assert helps(book(RIVER), Wish(avoid=frozenset({"river"}), kind=Kind.FAMILY_PEER)) == ()


def test_who_passed_is_no_reason_to_ask() -> None:
    assert helps(book(LUNA), Wish(), asked={"luna": Asked.PASSED}) == ()
    assert helps(book(LUNA), Wish(), asked={"luna": Asked.MISSED}) == ("es",)


def test_what_stood_in_the_way_is_counted_as_a_kind_and_a_language() -> None:
    def counted(wish: Wish, language: str = "en") -> set[str]:
        return set(unmet(wish, language))

    kind = Kind.FAMILY_PEER
    assert counted(Wish(kind=kind, wider=(KIND,))) == {"unmet-kind-family_peer"}
    assert counted(Wish(kind=kind, wider=(TAGS,))) == set()
    assert counted(Wish(wider=(KIND,))) == set()
    assert counted(Wish(wider=("en",)), "es") == {"unmet-language-es"}
    assert counted(Wish(language="es", wider=("en",))) == {"unmet-language-es"}
    assert counted(Wish(kind=kind, language="es", wider=(KIND, "en"))) == {
        "unmet-kind-family_peer",
        "unmet-language-es",
    }


def test_who_agreed_is_asked_about_the_next_wish_at_once() -> None:
    waits = rather_wait(asking(Wish(kind=Kind.PEER), (KIND,)))
    then = agreed(asked_for(waits, (KIND,)))
    assert (then.kind, then.patient, then.wider) == (None, False, ())
    assert may_ask(then, 0)


def test_a_caller_in_spanish_who_agrees_reaches_a_peer_in_english() -> None:
    lines, wish = book(RIVER), Wish()
    assert rung(lines, wish, "es") == []
    asked = asking(wish, helps(lines, wish, "es"))
    assert asked.wider == ("en",)
    assert rung(lines, asked, "es") == [], "asking alone rings nobody"
    assert rung(lines, agreed(asked), "es") == ["river"]


def test_who_speaks_the_callers_own_language_is_still_rung_first() -> None:
    both = book(replace(RIVER, id="a"), LUNA)
    assert rung(both, Wish(also=frozenset({"en"})), "es") == ["luna", "a"]


def test_who_would_rather_wait_is_asked_once_more_after_two_minutes_and_never_again() -> None:
    wish = asking(Wish(), ("en",))
    assert may_ask(Wish(), 0)
    waits = rather_wait(wish)
    assert waits.wider == ()
    assert not may_ask(waits, 1)
    assert may_ask(waits, 2)
    assert not may_ask(rather_wait(asking(waits, ("en",))), 9)


def test_who_asks_for_anybody_is_asked_however_often_they_were_before() -> None:
    tired = rather_wait(asking(asking(Wish(), ("es",)), ("es",)))
    assert not may_ask(tired, 9)
    assert agreed(asked_for(tired, ("es",))).also == {"es"}
    assert asked_for(tired, ("es",)).widenings == tired.widenings


def test_asking_for_nothing_is_no_question() -> None:
    assert asking(Wish(), ()) == Wish()


def test_while_somebody_is_chosen_nothing_else_is_asked() -> None:
    assert not may_ask(Wish(chosen="river"), 0)
    assert not may_ask(Wish(asking=True), 0)


def test_the_language_is_told_to_whom_it_is_not_the_first() -> None:
    both = supporter("both", languages=("en", "es"))
    assert language_to_tell(Wish(), "en", both) == ("", False)
    assert language_to_tell(Wish(), "es", both) == ("es", False)
    assert language_to_tell(Wish(also=frozenset({"en"})), "es", RIVER) == ("es", True)
    assert language_to_tell(Wish(language="es"), "en", LUNA) == ("", False)


# -- whatever is pressed, and whoever comes and goes ----------------------------------------------

PEOPLE = st.builds(
    supporter,
    name=st.just("x"),
    kind=st.sampled_from(Kind),
    languages=st.sampled_from([("en",), ("es",), ("en", "es")]),
    agency=st.sampled_from([None, "north", "south"]),
    tags=st.frozensets(st.sampled_from(["nights", "parents"])),
)
STEPS = ("name", "decline", "choose", "kind", "tags", "language", "leave out", "any", "unmet")
ANSWERS = ("widen", "wait")


@dataclass
class Caller:
    """One caller, and what they have said so far, kept apart from the wish itself."""

    lines: LineBook
    language: str
    wish: Wish = field(default_factory=Wish)
    never: set[str] = field(default_factory=set)
    kinds: set[Kind] = field(default_factory=lambda: set(Kind))
    tags: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    live: dict[str, Presence] = field(default_factory=dict)
    questions: int = 0

    def __post_init__(self) -> None:
        self.languages = {self.language}

    def presses(self, step: str, data: st.DataObject) -> None:
        match step:
            case "name":
                need = wanted(self.wish, self.language)
                found = next_name(survey(self.lines, self.live, need, NOW), {})
                self.wish = replace(self.wish, offered=found.id if found else "", wider=())
            case "decline":
                self.never |= {self.wish.offered} - {""}
                self.wish = self.wish.declined()
            case "choose" if self.wish.offered:
                self.wish = self.wish.taken()
            case "kind":
                kind = data.draw(st.sampled_from(Kind))
                self.kinds, self.wish = {kind}, replace(self.wish, kind=kind)
            case "tags":
                self.tags = {data.draw(st.sampled_from(["nights", "parents"]))}
                self.wish = self.wish.sharing(self.tags)
            case "language":
                chosen = data.draw(st.sampled_from(["en", "es"]))
                self.languages, self.wish = {chosen}, self.wish.in_languages(chosen)
            case "leave out" if codes := agencies(self.lines):
                code = data.draw(st.sampled_from(codes))
                self.never |= {s.id for s in self.lines.supporters if s.agency == code}
                self.wish = left_out(self.wish, self.lines, code)
            case "any":
                self.kinds, self.tags = set(Kind), set()
                self.languages |= {w for w in self.wish.wider if w not in (TAGS, KIND)}
                self.wish = agreed(self.wish).widened()
            case "unmet" if may_ask(self.wish, data.draw(st.integers(0, 4))):
                what = wider(self.lines, self.live, self.wish, self.language, {}, NOW)
                self.wish = asking(self.wish, what)
                self.questions += bool(what)
            case "widen":
                if TAGS in self.wish.wider:
                    self.tags = set()
                if KIND in self.wish.wider:
                    self.kinds = set(Kind)
                self.languages |= {w for w in self.wish.wider if w not in (TAGS, KIND)}
                self.wish = agreed(self.wish)
            case "wait":
                self.wish = rather_wait(self.wish)

    def fits(self, one: Supporter) -> bool:
        return (
            one.id not in self.never
            and one.kind in self.kinds
            and (not self.tags or bool(self.tags & one.tags))
            and bool(self.languages & set(one.languages))
        )


@st.composite
def lines_of(draw: st.DrawFn) -> LineBook:
    people = draw(st.lists(PEOPLE, max_size=7))
    return book(*(replace(one, id=f"s{n}", alias=f"S{n}") for n, one in enumerate(people)))


def presences(data: st.DataObject, lines: LineBook) -> Iterator[Presence]:
    for one in lines.supporters:
        yield Presence(one.id, busy=data.draw(st.sampled_from(["", "", "leg"])))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(data=st.data(), lines=lines_of(), language=st.sampled_from(["en", "es"]))
def test_nobody_outside_the_wishes_is_rung_before_the_caller_was_asked(
    data: st.DataObject, lines: LineBook, language: str
) -> None:
    """Whatever keys are pressed in whichever order, and whoever becomes free or busy meanwhile.

    Whom the caller declined, or whose agency they left out, is not even rung after that.
    """
    caller = Caller(lines, language)
    for step in data.draw(st.lists(st.sampled_from([*STEPS, *ANSWERS]), max_size=14)):
        caller.live = {p.supporter: p for p in presences(data, lines)}
        caller.presses(step, data)
        ids = rung(lines, caller.wish, language, **caller.live)
        by_id = {one.id: one for one in lines.supporters}
        assert [one for one in ids if not caller.fits(by_id[one])] == []
        assert not caller.wish.chosen or set(ids) <= {caller.wish.chosen}
        assert caller.questions <= MOST_WIDENINGS


@settings(max_examples=200, deadline=None, derandomize=True)
@given(data=st.data(), lines=lines_of(), language=st.sampled_from(["en", "es"]))
def test_who_lets_go_of_what_they_are_asked_reaches_somebody(
    data: st.DataObject, lines: LineBook, language: str
) -> None:
    """And with less let go of, they would not."""
    kind = data.draw(st.sampled_from([None, *Kind]))
    tags = data.draw(st.frozensets(st.sampled_from(["nights", "parents"]), max_size=1))
    wish = Wish(kind=kind, tags=tags)
    live = {p.supporter: p for p in presences(data, lines)}
    what = wider(lines, live, wish, language, {}, NOW)
    if what:
        assert rung(lines, agreed(asking(wish, what)), language, **live)
        for less in steps(wish, language, lines.line.languages):
            if set(less) < set(what):
                assert not rung(lines, loosened(wish, less), language, **live)
