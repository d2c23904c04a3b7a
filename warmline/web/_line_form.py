"""The form about a line itself: what it shows, and what was typed into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from werkzeug.datastructures import MultiDict

from warmline.domain.line import Line
from warmline.services.lines import About, about_of
from warmline.services.supporters.team import Amiss
from warmline.web import words

MOST_TYPED: Final = 400
"""Letters of a statement that are looked at; fewer are taken."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form, as text. Statements by language."""

    name: str = ""
    number: str = ""
    zone: str = "America/Los_Angeles"
    languages: frozenset[str] = frozenset()
    alert_phone: str = ""
    """Only what was typed just now, never what is kept."""
    run_by: dict[str, str] = field(default_factory=dict)
    mandated_reporting: dict[str, str] = field(default_factory=dict)

    @classmethod
    def new(cls, spoken: Sequence[str]) -> Typed:
        """For a line that does not exist yet: every language that can be spoken."""
        return cls(languages=frozenset(spoken))

    @classmethod
    def of(cls, line: Line) -> Typed:
        """What is kept."""
        now = about_of(line)
        return cls(
            name=now.name,
            number=now.number,
            zone=line.zone.key,
            languages=frozenset(now.languages),
            run_by=dict(now.run_by),
            mandated_reporting=dict(now.mandated_reporting),
        )

    @classmethod
    def sent(cls, form: MultiDict[str, str], spoken: Sequence[str]) -> Typed:
        """What was typed."""

        def by_language(name: str) -> dict[str, str]:
            return {one: form.get(f"{name}_{one}", "")[:MOST_TYPED].strip() for one in spoken}

        return cls(
            name=" ".join(form.get("name", "")[:100].split()),
            number=form.get("number", "")[:40].strip(),
            zone=form.get("zone", "")[:60],
            languages=frozenset(form.getlist("languages")) & frozenset(spoken),
            alert_phone=form.get("alert_phone", "")[:40].strip(),
            run_by=by_language("run_by"),
            mandated_reporting=by_language("mandated_reporting"),
        )

    def about(self, spoken: Sequence[str]) -> About:
        """What is meant; languages in the order in which they are offered. Raises Amiss."""
        try:
            zone = ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise Amiss("zone", "Choose a time zone.") from None
        return About(
            self.name,
            self.number,
            zone,
            tuple(one for one in spoken if one in self.languages),
            self.alert_phone,
            self.run_by,
            self.mandated_reporting,
        )


def zones(now: str) -> dict[str, str]:
    """The time zones that can be chosen, by their name: those of the country, and the one known."""
    say = words.gettext
    known = {
        "America/Los_Angeles": say("Pacific (California, Nevada, Oregon, Washington)"),
        "America/Denver": say("Mountain (Colorado, New Mexico, Utah, Montana)"),
        "America/Phoenix": say("Arizona, without summer time"),
        "America/Chicago": say("Central (Texas, Illinois, Minnesota, Louisiana)"),
        "America/New_York": say("Eastern (New York, Florida, Ohio, Georgia)"),
        "America/Puerto_Rico": say("Puerto Rico and the Virgin Islands"),
        "America/Anchorage": say("Alaska"),
        "Pacific/Honolulu": say("Hawaii"),
        "Pacific/Guam": say("Guam"),
    }
    return known if now in known else {**known, now: now}
