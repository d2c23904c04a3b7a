"""Small helps for sentences that people read: lists, and a guess at what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches


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
