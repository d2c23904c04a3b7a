"""Small helps for sentences that people read: lists, other languages, what was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from difflib import get_close_matches

Say = Callable[..., str]
"""Says an English sentence in the reader's language, with `%(name)s` filled in."""
Show = Callable[[object], object]
"""Writes a list, a time or a day as the reader's language does."""


def plainly(sentence: str, **values: object) -> str:
    """In English, as it is written here."""
    return sentence % values


class AnyOf(tuple[object, ...]):
    """Words of which one is enough."""


def in_english(value: object) -> object:
    """Lists, and times of the next days in their own zone."""
    if isinstance(value, datetime):
        return f"{value:%a %H:%M %Z}"
    if isinstance(value, tuple):
        return listed(value, "or" if isinstance(value, AnyOf) else "and")
    return value


class Sentence:
    """An English sentence that can be told in other languages, with what is to be filled in.

    >>> str(Sentence("%(line)s never opens.", line="County"))
    'County never opens.'

    Values can be words, numbers, times, lists as tuples, sentences, and what makes words of a Say.
    """

    def __init__(self, text: str, **values: object) -> None:
        self._text = text
        self._values = values

    def told(self, say: Say, show: Show) -> str:
        """As a reader of another language reads it; in English where it has no translation."""
        if not self._values:  # a per cent sign in it is one
            return self._text if "%" in self._text else say(self._text)

        def filled(value: object) -> object:
            if isinstance(value, Sentence):
                return value.told(say, show)
            if isinstance(value, tuple):
                return show(type(value)(str(filled(one)) for one in value))
            return value(say) if callable(value) else show(value)

        return say(self._text, **{name: filled(one) for name, one in self._values.items()})

    def __str__(self) -> str:
        return self.told(plainly, in_english)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sentence) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


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
