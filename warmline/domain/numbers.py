"""Phone numbers: read as people write them, shown masked, spoken digit by digit."""

from __future__ import annotations

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType, ValidationResult

from warmline.domain.wording import Sentence

US_AND_TERRITORIES = frozenset({"US", "PR", "VI", "GU", "AS", "MP"})
"""Dialled like any number in the United States, and reached at the same price."""

_PAID_FOR = "976"
"""The exchange of every area code whose calls cost extra; the tables of numbers do not know it."""
_PREMIUM = Sentence("It is a premium-rate number. Give an ordinary one.")
_SHORT = 6
"""Digits up to which a number is a short code and no telephone number."""


class BadNumber(ValueError):
    """The text is not a number that can be used here. `reason` says how to mend it.

    The reason never repeats the number: it is shown on screens and written to logs. `why` names
    it for pages that have the sentence in other languages.
    """

    def __init__(self, reason: Sentence, why: str) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.why = why


def parse_phone(text: str, region: str = "US", *, toll_free: bool = False) -> str:
    """The number in E.164 form, `+16505550111`.

    For a supporter's own phone; lines and places may also be `toll_free`. Numbers kept for
    fiction (555-0100 to 555-0199) are accepted, so that examples and tests can use them.

    Raises BadNumber with a sentence that says what is wrong and how to mend it.
    """
    digits = _digits(text)
    if len(digits) <= _SHORT:
        raise BadNumber(
            Sentence(
                "This is a short code or part of a number, not a telephone number. "
                "Write it with its area code, like +1 650 555 0111."
            ),
            "short code",
        )
    try:
        number = phonenumbers.parse(text, region)
    except NumberParseException:
        raise BadNumber(
            Sentence(
                "This cannot be read as a telephone number. "
                "Write it with its area code, like +1 650 555 0111."
            ),
            "unreadable",
        ) from None
    _refuse_bad_length(number, len(digits))
    _refuse_foreign(number, region)
    _refuse_bad_type(number, toll_free=toll_free)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _digits(text: str) -> str:
    """The digits of what was written. Raises BadNumber for anything but a plain number."""
    if not text.strip():
        raise BadNumber(
            Sentence("No number is given. Write it with its area code, like +1 650 555 0111."),
            "none",
        )
    if re.search(r"(ext|x|#|;|,)", text, re.IGNORECASE):
        raise BadNumber(
            Sentence("Extensions cannot be dialled from here. Give a direct number."), "extension"
        )
    if re.search(r"[^\W\d_]", text):
        raise BadNumber(
            Sentence("It has letters in it. Write it with its area code, like +1 650 555 0111."),
            "letters",
        )
    return "".join(character for character in text if character.isdigit())


def _refuse_bad_length(number: phonenumbers.PhoneNumber, digits: int) -> None:
    match phonenumbers.is_possible_number_with_reason(number):
        case ValidationResult.TOO_LONG:
            raise BadNumber(
                Sentence(
                    "It is too long: %(n)s digits. "
                    "Write it with its area code, like +1 650 555 0111.",
                    n=digits,
                ),
                "too long",
            )
        case ValidationResult.TOO_SHORT | ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
            raise BadNumber(
                Sentence(
                    "It is too short: %(n)s digits. "
                    "Write it with its area code, like +1 650 555 0111.",
                    n=digits,
                ),
                "too short",
            )


def _refuse_foreign(number: phonenumbers.PhoneNumber, region: str) -> None:
    home = US_AND_TERRITORIES if region == "US" else frozenset({region})
    country_code = phonenumbers.country_code_for_region(region)
    found = phonenumbers.region_code_for_number(number)
    if number.country_code != country_code or (found is not None and found not in home):
        raise BadNumber(
            Sentence(
                "It is a number of another country (%(country)s). "
                "Only numbers of %(region)s are rung: calls abroad cost more and are screened.",
                country=found or f"+{number.country_code}",
                region=region,
            ),
            "foreign",
        )
    if found is None:
        raise BadNumber(
            Sentence(
                "No telephone in this country has such a number: "
                "check the area code and the digits."
            ),
            "nobody",
        )


def _refuse_bad_type(number: phonenumbers.PhoneNumber, *, toll_free: bool) -> None:
    if number.country_code == 1 and str(number.national_number)[3:6] == _PAID_FOR:
        raise BadNumber(_PREMIUM, "premium")
    match phonenumbers.number_type(number):
        case PhoneNumberType.PREMIUM_RATE | PhoneNumberType.SHARED_COST:
            raise BadNumber(_PREMIUM, "premium")
        case PhoneNumberType.TOLL_FREE if not toll_free:
            raise BadNumber(
                Sentence(
                    "It is a toll-free number, which is nobody's own phone. "
                    "Give the number of a mobile or a landline."
                ),
                "toll-free",
            )
        case PhoneNumberType.PERSONAL_NUMBER | PhoneNumberType.PAGER | PhoneNumberType.VOICEMAIL:
            raise BadNumber(
                Sentence(
                    "It is a follow-me, pager or voicemail number. "
                    "Give the number of a mobile or a landline."
                ),
                "voicemail",
            )


def is_short_code(text: str) -> bool:
    """Whether this is a short code that people dial or text: 988, 711, 741741."""
    return text.isascii() and text.isdigit() and 3 <= len(text) <= _SHORT


def mask(e164: str) -> str:
    """The number as screens show it: its last two digits only, `•••• 42`."""
    return f"•••• {e164[-2:]}"


def spoken_digits(number: str) -> str:
    """The digits one by one, with a pause between groups: `6 5 0, 5 5 5, 0 1 1 1`.

    Numbers of the United States lose their country code; up to five digits are one group.
    """
    digits = "".join(character for character in number if character.isdigit())
    if number.startswith("+1") and len(digits) == 11:
        digits = digits[1:]
    if len(digits) <= 5:
        return " ".join(digits)
    return ", ".join(" ".join(group) for group in _groups(digits))


def slow_digits(number: str) -> str:
    """The digits one by one, with time to write: a short pause after each, a long one after a
    group. The pauses are tokens of the catalogues.
    """
    digits = "".join(character for character in spoken_digits(number) if character.isdigit())
    groups = [digits] if len(digits) <= 5 else _groups(digits)
    return ", [long pause] ".join(", [pause] ".join(group) for group in groups)


def _groups(digits: str) -> list[str]:
    groups = []
    while len(digits) > 4:
        groups.append(digits[:3])
        digits = digits[3:]
    return [*groups, digits]
