"""What is found while stories are played: in the store, the database, the logs, at the provider."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import structlog

from tests.inventory.ledger import Ledger, unknown_columns, unknown_log_fields
from warmline import logs
from warmline.demo.stage import LINE, Stage
from warmline.demo.stories import Story
from warmline.inventory import PROVIDER

EVERY = 10.0
"""Seconds of emulated time between two looks."""

TELLING = (
    "the-workers-are-gone-for-a-while",
    "back-from-the-crisis-door-to-a-call-back-that-was-promised",
    "the-account-may-not-call-anybody",
    "the-number-as-a-text",
    "the-telephone-company-says-too-many-and-fails",
    "nine-on-a-phone-that-is-called-back",
    "crisis-lines-that-don-t-involve-police-first",
    "two-hundred-calls-a-minute",
    "a-voicemail-answers",
    "everyone-passes-or-misses",
)
"""Stories in which, together, everything is seen that the store ever holds; for speed only."""


def in_telling_order(stories: Sequence[Story]) -> list[Story]:
    """Those first in which much is seen. All of them: what is new may be seen only in the last."""
    order = {slug: place for place, slug in enumerate(TELLING)}
    return sorted(stories, key=lambda story: order.get(story.slug, len(order)))


@dataclass
class Played:
    """What was found while stories were played."""

    ledger: Ledger
    columns: set[str] = field(default_factory=set)
    log: list[set[str]] = field(default_factory=list)
    at_provider: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    """What phones that rang showed as the caller's number."""

    def watch(self, stage: Stage) -> None:
        """Look at the store from now on, again and again."""
        stage.emulator.every(EVERY, self.ledger.look)

    def end(self, stage: Stage, file: Path) -> None:
        """Everybody hangs up; what is left a minute and a half later. `file`: the database."""
        for handset in stage.emulator.handsets():
            self.shown |= {call.other for call in handset.calls if not call.outgoing}
            if handset.calls and handset.calls[-1].state != "ended":
                handset.calls[-1].hang_up()
        stage.wait(90)
        self.ledger.look(ended=True)
        self.at_provider |= set(stage.emulator.provider_holds())
        self.columns |= set(unknown_columns(file))

    def objections(self) -> list[str]:
        """All that is to be said against it, a sentence each."""
        at_provider = self.at_provider - {one.name for one in PROVIDER}
        return sorted(
            [
                *self.ledger.objections,
                *self.ledger.seen_though_unseen(),
                *(f"the database has {name}" for name in self.columns),
                *(f"the log has a field {name}" for name in unknown_log_fields(self.log)),
                *(f"the provider keeps {name}" for name in at_provider),
                *("a phone showed another number than the line's" for _ in self.shown - {LINE}),
            ]
        )


@contextmanager
def listening(lines: list[set[str]], *, aloud: bool = False) -> Iterator[None]:
    """Note the fields of every log line, before the allow-list drops any.

    `aloud`: the lines go on to where they went, and nobody is made quiet.
    """

    def note(_: object, __: str, line: structlog.typing.EventDict) -> structlog.typing.EventDict:
        lines.append(set(line))
        if aloud:
            return line
        raise structlog.DropEvent

    levels = {} if aloud else {name: logging.getLogger(name).level for name in logs.QUIET}
    for name in levels:
        logging.getLogger(name).setLevel(logging.WARNING)
    stamp = structlog.processors.TimeStamper(fmt="iso", utc=True)
    onward = structlog.get_config()["processors"] if aloud else []
    structlog.configure(processors=[structlog.processors.add_log_level, stamp, note, *onward])
    try:
        yield
    finally:
        structlog.reset_defaults()
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
