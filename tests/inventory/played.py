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
    "a-new-supporter-s-phone-rings-only-once-they-have-said-by-text-that-it-is-theirs",
    "back-from-the-crisis-door-to-a-call-back-that-was-promised",
    "two-supporters-flag-the-same-number-by-text",
    "the-door-from-a-borrowed-phone-after-three-pins-that-were-not-right",
    "the-account-may-not-call-anybody",
    "988-comes-into-the-talk-and-the-supporter-leaves-the-two",
    "the-telephone-company-says-too-many-and-fails",
    "nine-on-a-phone-that-is-called-back",
    "a-practice-call-goes-through-every-key-and-nothing-comes-of-it",
    "several-peers-are-calling-and-one-of-those-who-are-off-comes-on",
    "the-workers-are-gone-for-a-while",
    "whoever-stays-on-may-answer-three-questions",
    "crisis-lines-that-don-t-involve-police-first",
    "a-supporter-texts-on-from-a-shop-and-is-rung-and-is-left-in-peace-when-they-text-off",
    "everyone-passes-or-misses",
)
"""Stories in which, together with a few that only the inventory needs, all is seen that the
store ever holds. For speed only: if they do not show something, all stories are played."""


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
    beyond: list[str] = field(default_factory=list)
    """Stories that had to be played after those of `TELLING`, and for the sake of what."""

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
