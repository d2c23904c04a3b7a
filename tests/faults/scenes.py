"""On which line, and on which night, an evening is played."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import redis
from hypothesis import strategies as st

from tests.databases import new_sqlite
from tests.faults.actions import ALIASES, Action
from warmline.demo.setting import open_stage
from warmline.demo.stage import TUESDAY_MORNING, Stage
from warmline.demo.stories import Story
from warmline.demo.stories._story import PHONES, line_toml

ABOUT = {
    "River": 'languages = ["en"]\ntags = ["nights"]',
    "Sage": 'kind = "family_peer"\ntags = ["parents"]',
    "Juniper": 'languages = ["es"]\nagency = "north"',
}
"""People who differ, so that there is something to wish and something to let go of."""
NIGHTS = {
    "tuesday": TUESDAY_MORNING,
    # Two minutes before the hour that comes twice, and the one that does not come.
    "clocks go back": datetime(2026, 11, 1, 8, 58, tzinfo=UTC),
    "clocks go forward": datetime(2026, 3, 8, 9, 58, tzinfo=UTC),
}
ZONE = ZoneInfo("America/Los_Angeles")
QUIET = "Sage"
FLOOD = "[flood]\ncalls_a_minute = 10\ncallers_waiting = 4\noffers_in_ten_minutes = 2\n"
ONE_CALL = "[limits]\ncalls_per_shift = 1\n"


@dataclass(frozen=True)
class Scene:
    """Who is on duty and until when, and what the line takes in.

    Minutes count from the beginning of the evening; None is never. They are only meant for
    `tuesday`: on the others the clocks change after two minutes.
    """

    supporters: int = 2
    backups: int = 0
    """So many of the supporters, the last ones, are backups."""
    night: str = "tuesday"
    shift_ends: int | None = None
    closes: int | None = None
    quiet_from: int | None = None
    """When Sage's quiet hours begin."""
    flood: bool = False
    """The smallest caps; a few machines reach them."""
    one_call: bool = False
    """One call a shift is the most that anybody takes."""
    asks: bool = False
    """One question comes before a peer is rung."""
    survey: bool = False
    """Three questions come after a talk."""

    @property
    def began(self) -> datetime:
        return NIGHTS[self.night]

    def at(self, minutes: int | None) -> float:
        """A moment of the evening, in seconds since the epoch."""
        return float("inf") if minutes is None else self.began.timestamp() + 60 * minutes

    def _local(self, minutes: int | None) -> str:
        if minutes is None:
            return "00:00" if self.night == "tuesday" else "06:00"
        return f"{(self.began + timedelta(minutes=minutes)).astimezone(ZONE):%H:%M}"

    def toml(self) -> str:
        """The line, as a coordinator would write it."""
        begins = "00:00" if self.night == "tuesday" else "18:00"
        about = dict(ABOUT)
        if self.quiet_from is not None:
            about[QUIET] += f'\nquiet = "{self._local(self.quiet_from)}-23:00"'
        primaries = self.supporters - self.backups
        text = line_toml(
            *ALIASES[:primaries],
            backups=ALIASES[primaries : self.supporters],
            about=about,
            hours=f"{begins}-{self._local(self.closes)}",
            shift=f"{begins}-{self._local(self.shift_ends)}",
            extra="\n" + FLOOD * self.flood + ONE_CALL * self.one_call,
        )
        asks = "ask_peer_question = true\n" * self.asks + "survey = true\n" * self.survey
        return re.sub(r"(?m)^(?=time_zone)", asks, text, count=1)

    def may_not_ring(self, number: str, at: float) -> str:
        """Why a supporter's phone must be silent at some moment, by the plan alone; or nothing."""
        if at > self.at(self.shift_ends):
            return "after the shift"
        if number == PHONES[QUIET] and at > self.at(self.quiet_from):
            return "in quiet hours"
        return ""

    def open(self, connection: redis.Redis, folder: Path) -> Stage:
        """The stage. The folder is for its database."""
        story = Story("", "an evening", self.toml(), lambda stage: None, self.began)
        return open_stage(story, connection, new_sqlite(folder), seed=False)


def play(scene: Scene, happens: list[Action], connection: redis.Redis, folder: Path) -> None:
    """One evening, from the first ring to the last row."""
    from tests.faults.evening import Evening

    # A file of its own each time: an engine that is still open keeps a log beside it.
    with tempfile.TemporaryDirectory(dir=folder) as own:
        Evening(scene.open(connection, Path(own)), scene=scene).goes(happens)


minutes = st.one_of(st.none(), st.none(), st.integers(1, 4))


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    """Mostly an ordinary day."""
    supporters = draw(st.integers(1, 4))
    backups = draw(st.sampled_from([0, 0, 0, 1, 2]))
    night = draw(st.sampled_from(["tuesday", "tuesday", "tuesday", *sorted(NIGHTS)]))
    tuesday = night == "tuesday"
    rarely = st.sampled_from([False, False, False, True])
    return Scene(
        supporters=supporters,
        backups=min(backups, supporters - 1),
        night=night,
        shift_ends=draw(minutes) if tuesday else None,
        closes=draw(minutes) if tuesday else None,
        quiet_from=draw(minutes) if tuesday else None,
        flood=draw(rarely),
        one_call=draw(rarely),
        asks=draw(rarely),
        survey=draw(rarely),
    )
