"""What may stand in a row of the directory: numbers that can be dialled, short codes, texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import phonenumbers
from phonenumbers import shortnumberinfo

from warmline.domain.line import Place
from warmline.domain.numbers import BadNumber, parse_phone
from warmline.domain.wording import Refusal, Sentence

CRISIS: Final = "crisis"
EMERGENCY: Final = "911"

KINDS: Final = (
    "emergency",
    "crisis",
    "peer",
    "family",
    "substance",
    "local",
    "eap",
    "therapy",
    "psychiatry",
    "cultural",
    "rights",
    "tools",
    "access",
)

SLOTS: Final = {
    "eap": "employee assistance",
    "therapy": "a therapist",
    "psychiatry": "a psychiatrist",
    "cultural": "cultural healing",
    "rights": "rights at work",
}
"""What every line names for its own peer workers, or says why it does not."""

_CODE: Final = re.compile(r"(\d+)(?: then ([0-9*#]))?")
_TEXT: Final = re.compile(r"(?:([A-Za-z0-9]{1,20}) to )?(\+?[\d ().-]+)")


class BadFact(Refusal, ValueError):
    """It cannot be used; the sentence says how to mend it."""


@dataclass(frozen=True, slots=True)
class ShortCode:
    """`988`, or a branch of it: `988 then 2`."""

    code: str
    then: str = ""


@dataclass(frozen=True, slots=True)
class TextTo:
    """What to send where: a word, or anything at all, to a short code or a number."""

    to: str
    word: str = ""


def read_dial(text: str) -> str:
    """A number in E.164 that everybody can dial. Raises BadFact, which never repeats it."""
    try:
        return parse_phone(text, toll_free=True)
    except BadNumber as bad:
        raise BadFact(bad.reason) from None


def read_short_code(text: str) -> ShortCode:
    """A short code of the United States, alone or with the key to press there."""
    found = _CODE.fullmatch(text.strip())
    if found is None or not 3 <= len(found[1]) <= 6:
        raise BadFact('A short code is three to six digits, like "211" or "988 then 2".')
    if not _exists(found[1]):
        raise BadFact(
            "%(code)s is no short code that is in use in this country. Dial it, and correct it.",
            code=found[1],
        )
    return ShortCode(found[1], found[2] or "")


def read_text_to(text: str) -> TextTo:
    """`HOME to 741741`, `988`, or a telephone number that takes texts."""
    found = _TEXT.fullmatch(text.strip())
    if found is None:
        raise BadFact('Write what to text where: "HOME to 741741", "988", or a telephone number.')
    digits = "".join(character for character in found[2] if character.isdigit())
    if len(digits) > 6:
        return TextTo(read_dial(found[2]), found[1] or "")
    if digits != found[2].strip() or not _exists(digits):
        raise BadFact("%(code)s is no short code that is in use in this country.", code=digits)
    return TextTo(digits, found[1] or "")


def _exists(code: str) -> bool:
    """Whether it is a short number in use. The check for telephone numbers would refuse 988."""
    number = phonenumbers.PhoneNumber(country_code=1, national_number=int(code))
    same = str(int(code)) == code
    return same and bool(shortnumberinfo.is_valid_short_number_for_region(number, "US"))


def is_crisis(*rows: Place | None) -> bool:
    """Whether any of these is a crisis row: two people change those."""
    return any(row is not None and row.kind in {CRISIS, "emergency"} for row in rows)


def reach(place: Place) -> tuple[str, str, str]:
    """What a verification is about: the numbers."""
    return place.dial, place.short_code, place.text


def doubles(places: Iterable[Place]) -> dict[str, tuple[str, ...]]:
    """By key of a row that is on: the other rows that are on and lead to the same telephone.

    The same number, short code with its branch, or word to text; a number that is called in one
    row and texted in another is no double, nor is one that stands twice in one row, or in rows for
    different languages, which nobody hears both.
    """
    known: dict[tuple[str, ...], list[Place]] = {}
    rows = [place for place in places if place.enabled]
    for place in rows:
        for way in _ways_in(place):
            known.setdefault(way, []).append(place)
    found: dict[str, tuple[str, ...]] = {}
    for place in rows:
        near = [one for way in _ways_in(place) for one in known[way] if one.key != place.key]
        if same := [one.key for one in near if _both_heard(one, place)]:
            found[place.key] = tuple(dict.fromkeys(same))
    return found


def _both_heard(one: Place, other: Place) -> bool:
    together = {*one.languages} & {*other.languages}
    return bool(together) or not one.languages or not other.languages


def _ways_in(place: Place) -> list[tuple[str, ...]]:
    ways: list[tuple[str, ...]] = []
    if place.dial:
        ways.append(("dial", place.dial))
    if place.short_code:
        ways.append(("code", " ".join(place.short_code.split())))
    if place.text:
        text = read_text_to(place.text)
        ways.append(("text", text.to, text.word.casefold()))
    return ways


def can_be_reached(place: Place) -> bool:
    """Whether there is anything to call or to text."""
    return any(reach(place))


def why_unconfirmed(place: Place) -> Sentence | None:
    """In plain words why the row may not be named to callers yet; nothing when it may."""
    if "required slot" in place.method or place.name.startswith("("):
        return Sentence("a place of your own belongs here: fill the slot, or waive it")
    if not can_be_reached(place):
        return Sentence("there is nothing to call or text")
    if place.verified_on is not None and place.verified_by:
        return None
    if "re-verify" in f"{place.method} {place.remark}":
        return Sentence("it is to be checked again")
    if "third party" in place.method:
        return Sentence("only others say so, not its operator")
    if not place.method.startswith(("operator page", "government page")):
        return Sentence("nobody has confirmed it")
    return None


def same_person(one: str, other: str) -> bool:
    """Whether two signatures are one person's: `A. B.` and `ab` are."""
    return person(one) == person(other)


def person(signature: str) -> str:
    """A name or initials, as they are compared."""
    return "".join(character for character in signature.casefold() if character.isalnum())
