"""Sentences that are told in more than one language."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.books import LA
from warmline.domain.wording import (
    AnyOf,
    NearTime,
    Refusal,
    Sentence,
    did_you_mean,
    listed,
    nearest,
)

SPANISH = {
    "%(who)s or %(kind)s until %(when)s": "%(kind)s o %(who)s hasta %(when)s",
    "a friend": "una amistad",
    "50% of it": "never looked for",
}


def in_spanish(sentence: str, **values: object) -> str:
    return SPANISH.get(sentence, sentence) % values


def shown(value: object) -> object:
    if isinstance(value, tuple):
        return f" {'o' if isinstance(value, AnyOf) else 'y'} ".join(value)
    return "martes" if isinstance(value, datetime) else value


def test_a_sentence_is_told_with_all_that_is_in_it_in_the_readers_language() -> None:
    sentence = Sentence(
        "%(who)s or %(kind)s until %(when)s",
        who=("Ann", "Ben"),
        kind=AnyOf((Sentence("a friend"), "a peer")),
        when=datetime(2027, 5, 4, 19, 30, tzinfo=UTC),
    )
    assert str(sentence) == "Ann and Ben or a friend or a peer until Tue 19:30 UTC"
    told = sentence.told(in_spanish, shown)
    assert told == "una amistad o a peer o Ann y Ben hasta martes"


def test_a_value_may_say_itself_and_a_per_cent_sign_is_one() -> None:
    said = Sentence("It is %(how)s.", how=lambda say: say("a friend"))
    assert said.told(in_spanish, shown) == "It is una amistad."
    assert Sentence("50% of it").told(in_spanish, shown) == "50% of it"
    assert Sentence("a %(n)s", n=1) == Sentence("a 1")


def test_a_refusal_tells_its_sentence_in_the_readers_language_however_it_was_made() -> None:
    made = Sentence("%(who)s is here", who=Sentence("a friend"))
    for refusal in (Refusal(made), Refusal("%(who)s is here", who=Sentence("a friend"))):
        assert str(refusal) == "a friend is here"
        assert refusal.sentence.told(in_spanish, shown) == "una amistad is here"
    assert Refusal("a friend").sentence.told(in_spanish, shown) == "una amistad"


def test_a_list_is_read_as_one_says_it() -> None:
    assert [listed(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert listed(["a", "b"], "or") == "a or b"


def test_the_word_that_was_meant_is_the_nearest_or_begins_so() -> None:
    known = ["backup_phone", "River"]
    assert (nearest("rivr", known), nearest("RIVER", known)) == ("River", "River")
    assert [nearest(word, known) for word in ("ba", "bac", "x")] == [None, "backup_phone", None]
    assert did_you_mean("rivr", known) == ' Did you mean "River"?'
    assert did_you_mean("x", known) == ""


def test_a_time_of_today_on_the_lines_own_clock_is_told_without_its_day() -> None:
    now = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
    evening = datetime(2026, 11, 25, 4, 30, tzinfo=UTC)
    assert str(NearTime(evening, LA, now)) == "20:30"
    assert str(NearTime(evening + timedelta(hours=4), LA, now)) == "Wed 2026-11-25 00:30"
