"""Which places of the directory are named to callers, and in which order.

Wrong numbers do harm: only enabled rows are named, and a row that nobody has made sure of for too
long is read last, with the request to check. `now` is aware, in the line's own zone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from warmline.domain.directory.facts import CRISIS, EMERGENCY, SLOTS, read_text_to
from warmline.domain.directory.when import Standing, is_expired, standing
from warmline.domain.line import Place

LIFELINE = "988"
LIFELINE_NUMBER = "+18002738255"
RELAY = "711"
SIGNED = "asl"
"""American Sign Language, which is no language of any voice."""

PUBLIC_KINDS = frozenset({"peer", "family", "substance", "local"})
"""What is offered to callers who are no peer workers, and as other places to all."""

WORKERS_KINDS = frozenset(SLOTS)
"""What a deployment names for its own peer workers, in the slots that the seed leaves open."""

OTHER_WORK = frozenset({"psl", "copline", "fireems"})
"""Keys of rows of our own directory that serve one other profession: doctors, police, fire crews.
Who has come to a peer does peer work, and would only be kept waiting by them."""

MOST = 6
"""More than this nobody listens to. Crisis lines are not counted, nor rows that are overdue: they
stay, and come last."""

_NEVER_SENDS = frozenset({"no", "cannot send", "only if asked"})
_MAY_SEND = frozenset(
    {"may", "yes", "sometimes", "rarely", "possible", "designed to avoid", "imminent harm"}
)
_POLICE_FREE_FIRST = {"no": 0, "unknown": 1, "may": 2}
_OPEN_FIRST = {
    Standing.ALWAYS: 0,
    Standing.OPEN: 0,
    Standing.UNKNOWN: 1,
    Standing.CLOSED: 2,
    Standing.CHECK: 3,
}


def police_word(place: Place) -> str:
    """What the place says about sending police: "no" unless the caller agrees, "may", "unknown".

    A promise is read only out of the operator's plain words; everything vague is "unknown".
    """
    if place.police in _NEVER_SENDS:
        return "no"
    return "may" if place.police in _MAY_SEND else "unknown"


def crisis_lines(
    places: Iterable[Place], language: str, now: datetime, *, police_free_first: bool = True
) -> list[Place]:
    """Crisis lines other than 988, local before national; see `police_free_first`.

    They stay in the list when their row is overdue, last of all.
    """
    lines = _named(places, language, frozenset({CRISIS}), now)
    if police_free_first:
        lines.sort(key=lambda one: (is_expired(one, now), _POLICE_FREE_FIRST[police_word(one)]))
    return lines


@dataclass(frozen=True, slots=True)
class Unvoiced:
    """How 988 is reached without speaking, as far as rows that are on say so.

    `text`: by text; `word`: what to send for the language, nothing where any words do. `relay`:
    by 711, which reaches this line as well. `signed`: by videophone.
    """

    text: bool
    word: str
    relay: bool
    signed: bool


def unvoiced(places: Iterable[Place], language: str, now: datetime) -> Unvoiced:
    """See `Unvoiced`. Facts that nobody has made sure of for too long are not told."""
    fresh = [place for place in places if place.enabled and not is_expired(place, now)]
    lifeline = [place for place in fresh if place.kind == CRISIS]
    texts = {
        place.languages == (language,): read_text_to(place.text)
        for place in lifeline
        if place.text and (not place.languages or language in place.languages)
        if read_text_to(place.text).to == LIFELINE
    }
    # The row for this language alone knows the word for it.
    text = texts.get(True, texts.get(False))
    return Unvoiced(
        text=text is not None,
        word=text.word if text else "",
        relay=any(place.short_code == RELAY for place in fresh),
        signed=any(
            place.languages == (SIGNED,) and place.short_code == LIFELINE for place in lifeline
        ),
    )


def public_lines(places: Iterable[Place], language: str, now: datetime) -> list[Place]:
    """Peer, family and substance-use lines for the public: local, then those that are open."""
    return _enough(_by_hours(_named(places, language, PUBLIC_KINDS, now), now), now)


def workers_places(places: Iterable[Place], language: str, now: datetime) -> list[Place]:
    """For peer workers: what their own county has for them, then the public lines.

    Without the lines for other work: the list is short, and those are not for them.
    """
    return all_places((one for one in places if one.key not in OTHER_WORK), language, now)


def all_places(places: Iterable[Place], language: str, now: datetime) -> list[Place]:
    """For whom nobody knows to do which work: what the county has for its own comes first, too."""
    known = tuple(places)
    own = [one for one in _named(known, language, WORKERS_KINDS, now) if one.local]
    return _enough([*own, *public_lines(known, language, now)], now)


def _enough(found: list[Place], now: datetime) -> list[Place]:
    """As many as a person can listen to, then those that are overdue."""
    fresh = [one for one in found if not is_expired(one, now)][:MOST]
    return fresh + [one for one in found if is_expired(one, now)]


def _by_hours(found: list[Place], now: datetime) -> list[Place]:
    return sorted(
        found, key=lambda p: (is_expired(p, now), not p.local, _OPEN_FIRST[standing(p, now)])
    )


def _named(
    places: Iterable[Place], language: str, kinds: frozenset[str], now: datetime
) -> list[Place]:
    """Enabled places of these kinds, local first, in the caller's language if there are any."""
    found = [
        place for place in places if place.enabled and place.kind in kinds and not _has_door(place)
    ]
    understood = [place for place in found if not place.languages or language in place.languages]
    return sorted(understood or found, key=lambda one: (is_expired(one, now), not one.local))


def _has_door(place: Place) -> bool:
    """Whether key 9 or the emergency sentence leads there: 911, and 988 but not its branches."""
    return place.short_code in {EMERGENCY, LIFELINE} or place.dial == LIFELINE_NUMBER
