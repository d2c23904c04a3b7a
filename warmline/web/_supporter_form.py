"""The form about a supporter: what it shows, and what was typed into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from werkzeug.datastructures import MultiDict

from warmline.domain.line import Kind, Limits, Line, Span, Supporter
from warmline.domain.spans import BadSpan, parse_span, span_text
from warmline.services.supporters.team import RANGES, Amiss, Profile

SHOWN_LIMITS: Final = tuple(RANGES)


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form, as text; also what cannot be kept as it is."""

    alias: str = ""
    phone: str = ""
    """Only what was typed just now, never what is kept."""
    kind: str = Kind.PEER.value
    languages: frozenset[str] = frozenset()
    tags: str = ""
    agency: str = ""
    quiet_from: str = ""
    quiet_to: str = ""
    limits: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def new(cls, line: Line) -> Typed:
        """For somebody new: the first language, and the limits that are usual."""
        return cls(languages=frozenset(line.languages[:1]), limits=_limits(Limits()))

    @classmethod
    def of(cls, person: Supporter) -> Typed:
        """What is kept of somebody."""
        quiet = person.limits.quiet
        begins, ends = (span_text(quiet).split("-")) if quiet else ("", "")
        return cls(
            alias=person.alias,
            kind=person.kind.value,
            languages=frozenset(person.languages),
            tags=", ".join(sorted(person.tags)),
            agency=person.agency or "",
            quiet_from=begins,
            quiet_to="00:00" if ends == "24:00" else ends,
            limits=_limits(person.limits),
        )

    @classmethod
    def sent(cls, form: MultiDict[str, str]) -> Typed:
        """What was typed."""
        return cls(
            alias=" ".join(form.get("alias", "")[:80].split()),
            phone=form.get("phone", "")[:40].strip(),
            kind=form.get("kind", "")[:20],
            languages=frozenset(form.getlist("languages")),
            tags=form.get("tags", "")[:400],
            agency=form.get("agency", "")[:80].strip(),
            quiet_from=form.get("quiet_from", "")[:5],
            quiet_to=form.get("quiet_to", "")[:5],
            limits={name: form.get(name, "")[:6] for name in SHOWN_LIMITS},
        )

    def profile(self, line: Line) -> Profile:
        """What is meant. Raises Amiss."""
        return Profile(
            alias=self.alias,
            kind=Kind(self.kind) if self.kind in set(Kind) else Kind.PEER,
            # In the order in which the line has them, so that the same choice is the same.
            languages=tuple(one for one in line.languages if one in self.languages),
            tags=frozenset(" ".join(one.split()) for one in self.tags.split(",") if one.strip()),
            agency=self.agency,
            limits=self._read_limits(),
        )

    def _read_limits(self) -> Limits:
        found = {name: _number(name, typed) for name, typed in self.limits.items() if typed}
        return Limits(**found, quiet=self._quiet())

    def _quiet(self) -> Span | None:
        if not (self.quiet_from or self.quiet_to):
            return None
        try:
            return parse_span(f"{self.quiet_from}-{self.quiet_to}")
        except BadSpan:
            raise Amiss("quiet", "Write both ends of these hours, like 22:00 and 07:00.") from None


def _limits(limits: Limits) -> dict[str, str]:
    return {name: str(getattr(limits, name)) for name in SHOWN_LIMITS}


def _number(name: str, typed: str) -> int:
    plain = typed.strip()
    if not plain.isascii() or not plain.isdigit():
        raise Amiss(name, "That is too little or too much for this.")
    return int(plain)
