"""Sentences that are told in more than one language."""

from __future__ import annotations

from datetime import UTC, datetime

from warmline.domain.wording import AnyOf, Sentence

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
