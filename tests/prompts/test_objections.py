"""What a line may say in its own words, and what nobody can take out of a sentence."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from call_flows import _kit
from warmline.domain.own_words import OwnSentence, OwnWords
from warmline.prompts import load
from warmline.prompts.must_keep import MUST_KEEP, lost
from warmline.prompts.objections import objections, sampled
from warmline.prompts.wording import may_change

OURS = load()
CHANGEABLE = [name for name in OURS.ids() if may_change(name)]


def refused(message: str, pattern: str, language: str = "en") -> str:
    found = objections(OURS, message, language, pattern)
    assert found, "it was taken"
    return "\n".join(found)


@pytest.mark.parametrize("language", OURS.languages)
def test_nothing_speaks_against_any_of_our_own_sentences(language: str) -> None:
    found = {
        name: objections(OURS, name, language, OURS.pattern(name, language)) for name in CHANGEABLE
    }
    assert {name: why for name, why in found.items() if why} == {}


def test_a_sentence_may_be_said_in_other_words() -> None:
    own = "If you want a peer now, press 1, or stay on the line. [pause] For other work, press 4."
    assert objections(OURS, "main-menu", "en", own) == ()
    assert objections(OURS, "meet-peer", "en", "Good news: { $alias } is on the phone.") == ()


@pytest.mark.parametrize("message", ["crisis-door", "crisis-menu", "greeting-crisis", "greeting"])
@pytest.mark.parametrize("nothing", ["", "   ", "\n\n", '{""}', "[pause]"])
def test_no_sentence_can_be_emptied(message: str, nothing: str) -> None:
    refused(message, nothing)


@pytest.mark.parametrize(
    ("message", "pattern", "why"),
    [
        (
            "greeting-crisis",
            "To reach nine eight eight, press 9.",
            'no longer names "nine one one"',
        ),
        ("crisis-door", "I'm here. We never call nine one one for you.", "our number, not yours"),
        (
            "crisis-menu",
            "For nine eight eight, press 1. [pause] To go back, press star.",
            "press 2",
        ),
        ("main-menu", "To talk with a peer, press 1.", "press 4"),
        ("main-menu", "To talk, press 1. [pause] For lines, press 4.", "stay on the line"),
        (
            "main-menu",
            "For a peer, press 1, or stay on the line. [pause] Press 4. Press 6.",
            "press 6",
        ),
        ("goodbye", "Thanks. You can call or text nine eight eight. Bye.", "last sentence names"),
        ("offer", "A peer call for { $alias }. Press 1. Press 2. Press 0.", '"peer" tells'),
        ("joining", "Please hold.", "never says 'hold'"),
        ("joining", "I'm putting you through!", "never says '!'"),
        ("joining", "One moment", "does not end like a sentence"),
        ("joining", "You are number 42 today.", "digit by digit: 4 2"),
        ("joining", "This is the line. [pausa] One moment.", "unknown token [pausa]"),
        ("joining", "One moment, { $alias }.", "There is no { $alias } here"),
        ("joining", "{ greeting }", "refers to greeting"),
        ("joining", "One moment, { $alias", "cannot be read"),
        ("joining", "Yes. " * 60, "20 s are the most"),
        ("meet-peer", "Somebody is here.", "does not say { $alias }"),
        ("waiting-ringing", "I'm ringing { $phones } peers now.", "forms of its own"),
        ("when-today", "today at { $time }", "stays ours"),
        ("trouble", "Something is broken.", "stays ours"),
    ],
)
def test_what_may_not_be_said_is_refused_with_a_reason(
    message: str, pattern: str, why: str
) -> None:
    assert why in refused(message, pattern)


def test_every_form_is_looked_at_and_not_only_the_first() -> None:
    own = """{ $phones ->
    [0] I'm looking.
    [one] I'm ringing one peer.
   *[other] You must wait for { $phones } peers.
}"""
    assert "never says 'must'" in refused("waiting-ringing", own)
    assert (
        objections(OURS, "waiting-ringing", "en", own.replace("You must wait for", "I ring")) == ()
    )


def test_what_callers_must_be_told_stands_in_our_own_sentences() -> None:
    for message, facts in MUST_KEEP.items():
        for language in OURS.languages:
            assert facts[language], (message, language)
            assert lost(sampled(OURS, message, language).plain, message, language) == ()


@given(st.one_of(st.text(), st.text(st.characters(max_codepoint=31)), st.just("\ufffe\uffff")))
@example("[]")
def test_whatever_stands_in_a_sentence_the_page_can_be_read(odd: str) -> None:
    """A page that is no XML ends the call, and the provider notes the caller's number."""
    own = OwnWords((OwnSentence("en", "meet-peer", "Here { $alias } is." + odd.replace("{", "")),))
    said = OURS.of_line(own).text("meet-peer", "en", alias=f"River{odd}")
    page = f"<Response>{_kit.spoken([said])}</Response>"
    read = ElementTree.fromstring(page)  # noqa: S314  # we have just written it
    assert "River" in "".join(read.itertext())


@given(pattern=st.text(max_size=60), message=st.sampled_from(CHANGEABLE))
def test_whatever_is_typed_a_caller_hears_a_sentence(pattern: str, message: str) -> None:
    """Refused or not, even if it came into the database by another way: nobody hears nothing."""
    objections(OURS, message, "en", pattern)
    broken = OURS.of_line(OwnWords((OwnSentence("en", message, pattern),)))
    assert sampled(broken, message, "en").plain


def test_a_sentence_that_fits_no_longer_gives_way_to_ours() -> None:
    own = OwnWords((OwnSentence("en", "meet-peer", "Here is { $nickname }."),))
    said = OURS.of_line(own).text("meet-peer", "en", alias="River")
    assert said == OURS.text("meet-peer", "en", alias="River")
