"""Small helps for sentences that people read: lists, other languages, what was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from typing import Self
from zoneinfo import ZoneInfo

Say = Callable[..., str]
"""Says an English sentence in the reader's language, with `%(name)s` filled in."""
Show = Callable[[object], object]
"""Writes a list, a time or a day as the reader's language does."""


def plainly(sentence: str, **values: object) -> str:
    """In English, as it is written here."""
    return sentence % values


@dataclass(frozen=True, slots=True)
class NearTime:
    """A time on a line's own clock, with the day when that is another than `now`'s."""

    at: datetime
    zone: ZoneInfo
    now: datetime

    def __str__(self) -> str:
        local, here = self.at.astimezone(self.zone), self.now.astimezone(self.zone)
        return f"{local:%H:%M}" if local.date() == here.date() else f"{local:%a %Y-%m-%d %H:%M}"


class AnyOf(tuple[object, ...]):
    """Words of which one is enough."""


def in_english(value: object) -> object:
    """Lists, and times of the next days in their own zone."""
    if isinstance(value, datetime):
        return f"{value:%a %H:%M %Z}"
    if isinstance(value, tuple):
        return listed(value, "or" if isinstance(value, AnyOf) else "and")
    return value


class Sentence(str):
    """An English sentence that can be told in other languages, with what is to be filled in.

    It is a str, filled in: whoever only reads English needs to know nothing of this.

    >>> Sentence("%(line)s never opens.", line="County")
    'County never opens.'

    Values can be words, numbers, times, lists as tuples, sentences, and what makes words of a Say.
    """

    _text: str
    _values: dict[str, object]

    def __new__(cls, text: str, **values: object) -> Self:
        """`text` is the English sentence with `%(name)s` where a value stands."""
        self = super().__new__(cls, _told(text, values, plainly, in_english))
        self._text = text
        self._values = values
        return self

    def told(self, say: Say, show: Show) -> str:
        """As a reader of another language reads it; in English where it has no translation."""
        return _told(self._text, self._values, say, show)


def _told(text: str, values: dict[str, object], say: Say, show: Show) -> str:
    if not values:  # a per cent sign in it is one
        return text if "%" in text else say(text)

    def filled(value: object) -> object:
        if isinstance(value, Sentence):
            return value.told(say, show)
        if isinstance(value, tuple):
            return show(type(value)(str(filled(one)) for one in value))
        return value(say) if callable(value) else show(value)

    return say(text, **{name: filled(one) for name, one in values.items()})


class Refusal(Exception):
    """Something is not done, or cannot be used; `sentence` tells whoever asked why.

    Raised with an English sentence and its values, as a Sentence is made.
    """

    def __init__(self, text: str, **values: object) -> None:
        self.sentence = (
            text if isinstance(text, Sentence) and not values else Sentence(text, **values)
        )
        super().__init__(str(self.sentence))


def listed(words: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; nothing for nothing."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant, or None. Capitals are not looked at."""
    by_folded = {name.casefold(): name for name in known}
    written = word.casefold()
    near = get_close_matches(written, by_folded, n=1, cutoff=0.6)
    near += [name for name in by_folded if len(written) > 2 and name.startswith(written)]
    return by_folded[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean "river"?`, or nothing when no known word is near."""
    near = nearest(word, known)
    return f' Did you mean "{near}"?' if near else ""
