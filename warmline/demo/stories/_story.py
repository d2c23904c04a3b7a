"""What a story is: a number, a title, the line on which it plays, and what happens."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from warmline.demo.stage import TUESDAY_MORNING

if TYPE_CHECKING:
    from warmline.demo.stage import Stage

Play = Callable[["Stage"], None]

PHONES: Final = {
    "River": "+16505550111",
    "Sage": "+16505550112",
    "Juniper": "+16505550113",
    "Willow": "+16505550114",
}
COORDINATOR: Final = "+16505550119"
ALL_DAY: Final = "00:00-00:00"


def line_toml(
    *on_duty: str,
    hours: str = ALL_DAY,
    shift: str = ALL_DAY,
    backups: tuple[str, ...] = (),
    languages: str = '["en", "es"]',
    about: Mapping[str, str] = MappingProxyType({}),
    extra: str = "",
    unconfirmed: tuple[str, ...] = (),
) -> str:
    """A line as a coordinator would write it, with these supporters on duty every day.

    `about`: what is written of a supporter besides, by alias.
    """
    week = "\n".join(
        f'{day} = ["{hours}"]' for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    )
    days = '["mon", "tue", "wed", "thu", "fri", "sat", "sun"]'
    parts = [
        f"""
[line]
id = "county"
name = "County peer line"
numbers = ["+16505550100"]
time_zone = "America/Los_Angeles"
languages = {languages}
alert_phone = "{COORDINATOR}"
mandated_reporting.en = "By law, a peer may report harm to a child."
mandated_reporting.es = "Por ley, quien le acompaña puede informar si alguien daña a un menor."

[hours]
{week}
"""
    ]
    parts += [
        f"""
[[supporter]]
alias = "{alias}"
phone = "{PHONES[alias]}"
confirmed = {"false" if alias in unconfirmed else "true"}
{_about(about.get(alias, ""))}

[[shift]]
supporter = "{alias}"
days = {days}
hours = "{shift}"
backup = {"true" if alias in backups else "false"}
"""
        for alias in (*on_duty, *backups)
    ]
    return "".join(parts) + extra


def _about(written: str) -> str:
    """What is written of a supporter; they speak both languages unless that says otherwise."""
    return written if "languages" in written else f'languages = ["en", "es"]\n{written}'


@dataclass(frozen=True, slots=True)
class Story:
    """One call, or a few, from the first ring to the goodbye."""

    number: str
    title: str
    toml: str
    play: Play
    began: datetime = TUESDAY_MORNING

    @property
    def slug(self) -> str:
        """The title as a name for the command line."""
        return re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")


STORIES: Final[list[Story]] = []


def story(
    number: str, title: str, toml: str, began: datetime = TUESDAY_MORNING
) -> Callable[[Play], Play]:
    """Register what a function plays as a story."""

    def register(play: Play) -> Play:
        STORIES.append(Story(number, title, toml, play, began))
        return play

    return register


def chosen(wish: str) -> list[Story]:
    """The stories that are meant by "all", a number, a title, or a part of one."""
    if wish == "all":
        return list(STORIES)
    exactly = [
        s for s in STORIES if wish in (s.number, s.slug, s.slug.removeprefix(f"{s.number}-"))
    ]
    return exactly or [s for s in STORIES if wish in s.slug]
