"""When nobody who is as wished is free, but somebody else is: what the caller may let go of.

They are told and asked, one wish at a time, the least important first, and twice in a call at
most. Whom they declined, and whose agency they left out, stays out of it: that is no wish which
could be let go of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations, product
from typing import Final

from warmline.domain import exact
from warmline.domain.choosing import KIND, LANGUAGE, TAGS, Wish, wanted
from warmline.domain.line import LineBook
from warmline.domain.matching import Asked, survey, to_ring
from warmline.domain.presence import Presence
from warmline.domain.roster import duties

MOST_WIDENINGS: Final = 2
PATIENCE: Final = 2
"""Timed offers of a choice that somebody hears who would rather wait, before they are asked
again: two minutes."""


def may_ask(wish: Wish, choices: int) -> bool:
    """Whether a caller who has heard so many timed choices may be asked to let go of a wish."""
    if wish.chosen or wish.asking or wish.widenings >= MOST_WIDENINGS:
        return False
    return not wish.patient or choices >= PATIENCE


def asking(wish: Wish, what: tuple[str, ...]) -> Wish:
    """They are asked to let go of this; of nothing is no question."""
    return replace(wish, wider=what, widenings=wish.widenings + bool(what))


def asked_for(wish: Wish, what: tuple[str, ...]) -> Wish:
    """They asked for anybody by a key, which means to let go of this: not one of our questions."""
    return replace(wish, wider=what)


def loosened(wish: Wish, what: tuple[str, ...]) -> Wish:
    """The wish without what is let go of: tags, the kind, or a language that is fine as well."""
    return replace(
        wish,
        tags=frozenset() if TAGS in what else wish.tags,
        kind=None if KIND in what else wish.kind,
        also=wish.also | languages_in(what),
        wider=(),
        patient=False,
    )


def languages_in(what: tuple[str, ...]) -> frozenset[str]:
    """The languages among what is let go of: the only wish that silence does not let go of."""
    return frozenset(what) - {TAGS, KIND}


def unmet(wish: Wish, language: str) -> frozenset[str]:
    """The wishes that stand in the way of a talk, as a quarter counts them: a kind, a language."""
    kinds = [f"kind-{wish.kind}"] if wish.kind and KIND in wish.wider else []
    tongues = [f"language-{wish.language or language}"] if languages_in(wish.wider) else []
    return frozenset(exact.unmet(one) for one in (*kinds, *tongues))


def agreed(wish: Wish) -> Wish:
    """Yes to what they were asked."""
    return loosened(wish, wish.wider)


def rather_wait(wish: Wish) -> Wish:
    """They would rather wait for what they wished."""
    return replace(wish, wider=(), patient=True)


def steps(wish: Wish, language: str, spoken: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What there is to let go of: each wish alone, the least important first; then two; then all.

    `language`: the one the caller listens in; `spoken`: those of the line. A language stands for
    itself.
    """
    known = {wish.language or language, *wish.also}
    choices = {
        TAGS: (TAGS,) if wish.tags else (),
        KIND: (KIND,) if wish.kind else (),
        LANGUAGE: tuple(one for one in spoken if one not in known),
    }
    for size in range(1, len(choices) + 1):
        for names in combinations(choices, size):
            yield from product(*(choices[name] for name in names))


def wider(
    book: LineBook,
    presences: Mapping[str, Presence],
    wish: Wish,
    language: str,
    asked: Mapping[str, Asked],
    now: float,
) -> tuple[str, ...]:
    """The least that would have to be let go of for a phone to ring.

    Nothing if that helps not, or if one can ring as it is.
    """
    on_duty = duties(book, datetime.fromtimestamp(now, UTC))
    for what in ((), *steps(wish, language, book.line.languages)):
        need = wanted(loosened(wish, what), language, asked)
        rows = survey(book, presences, need, now, on_duty)
        if to_ring(rows, need, backups=True, second_round=True):
            return what
    return ()
