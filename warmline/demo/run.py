"""Plays stories without a browser and prints what everybody heard and did, at which second."""

from __future__ import annotations

import re
import tempfile
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from warmline import wiring
from warmline.demo.setting import open_stage
from warmline.demo.stage import Expectation, Stage
from warmline.demo.stories import STORIES, Story, chosen
from warmline.demo.web.words import readable
from warmline.embedded import EmbeddedStore
from warmline.emulator import Event

Say = Callable[[str], None]

WIDTH = 100
SOUNDS = {"(play)": "a soft sound"}
ENDS = {
    "hung up": "hangs up",
    "declined": "declines the call",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a transcript."""

    second: float
    who: str
    what: str
    mark: str = ""


def wanted(wish: str) -> list[Story]:
    """The stories meant by "all", a number or a part of a title, however it is written."""
    return in_order(chosen(re.sub(r"[^a-z0-9]+", "-", wish.lower()).strip("-") or "all"))


def list_of_stories() -> Iterator[str]:
    """Every story, one line each."""
    return (f"{story.number:>3}  {story.title}" for story in in_order(STORIES))


def in_order(stories: Sequence[Story]) -> list[Story]:
    """Stories by their numbers."""
    return sorted(stories, key=lambda story: int(story.number or 0))


def play(stories: Sequence[Story], say: Say) -> bool:
    """Play and tell them all, each on a stage of its own; tell whether all came out as told."""
    held = 0
    with tempfile.TemporaryDirectory(prefix="warmline-stories-") as name:
        folder = Path(name)
        with EmbeddedStore(folder / "store") as store:
            connection = wiring.connect(store.url)
            for number, story in enumerate(stories, 1):
                stage = open_stage(story, connection, f"sqlite:///{folder / f'{number}.db'}")
                held += play_one(story, stage, say)
            connection.close()
    say(f"{len(stories)} {'story' if len(stories) == 1 else 'stories'}, {held} held")
    return held == len(stories)


def play_one(story: Story, stage: Stage, say: Say) -> bool:
    """Play a story, print its transcript, and tell whether it held."""
    failures: list[Row] = []
    try:
        story.play(stage)
        stage.wait(1)
        if not stage.expectations:
            failures.append(Row(stage.second, "", "this story expects nothing", "✗"))
    except Expectation as missed:
        failures.append(Row(stage.second, "", f"expected: {missed}", "✗"))
    failures += faults(stage)
    say(click.style(f"{story.number}. {story.title}", bold=True))
    say(textwrap.indent(textwrap.fill(story.play.__doc__ or "", WIDTH), "   "))
    for line in in_lines([*transcript(stage), *failures]):
        say(line)
    say("   held\n" if not failures else click.style("   did not hold\n", fg="red"))
    return not failures


def faults(stage: Stage) -> Iterator[Row]:
    """What no story allows: dead air, jobs that fail, documents that the provider objects to."""
    began = stage.began.timestamp()
    for span in stage.emulator.dead_air():
        who = stage.emulator.handset(span.number).label
        words = f"{who} heard nothing at all for {span.seconds:.1f} s"
        yield Row(span.start - began, "", words, "✗")
    for trouble in stage.failed_jobs():
        yield Row(stage.second, "", f"a job failed: {trouble.strip().splitlines()[-1]}", "✗")
    for notice in [*stage.emulator.alerts, *stage.emulator.warnings]:
        words = f"the provider objects ({notice.code}): {notice.message}"
        yield Row(notice.at - began, "", words, "✗")


def transcript(stage: Stage) -> list[Row]:
    """What happened on the phones, and each expectation where it was met."""
    teller = Teller(stage)
    began = stage.began.timestamp()
    rows = []
    for event in stage.emulator.transcript:
        who, words = teller.tell(event)
        if words:
            rows.append(Row(event.at - began, who, words))
    rows += [Row(second, "", what, "✓") for second, what in stage.expectations]
    # The sort is stable: at one instant, first what happened and then what was expected of it.
    return sorted(rows, key=lambda row: row.second)


class Teller:
    """Puts one event after another into words, knowing what came before."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._supporters = {s.phone for book in stage.roster.books() for s in book.supporters}
        self._together: set[frozenset[str]] = set()
        self._ringing: set[str] = set()
        self._heard: set[tuple[str, str]] = set()

    def tell(self, event: Event) -> tuple[str, str]:
        """Who, and what they did or heard; nothing for what needs no telling."""
        who, detail = event.who, event.detail
        if event.what in {"talks with", "parts"}:
            return self._pair(frozenset((who, detail)), event.what == "talks with")
        words = ""
        match event.what:
            case "dials":
                words = f"dials {self._called(detail)}"
            case "rings":
                self._ringing.add(who)
                words = f"is rung, and the phone shows {readable(detail)}"
            case "answers":
                self._ringing.discard(who)
                words = "picks up"
            case "presses":
                words = f"presses {detail}"
            case "hears":
                words = self._hearing(who, detail)
            case "is texted":
                words = f"is texted “{detail}”"
            case "ends" | "hangs up":
                words = self._ending(who, detail)
        return self._name(who), words

    def _pair(self, pair: frozenset[str], begins: bool) -> tuple[str, str]:
        """Both of the two have such an event: the first one tells it for both."""
        if begins == (pair in self._together):
            return "", ""
        self._together ^= {pair}
        # The caller is named first.
        names = sorted(pair, key=lambda number: (number in self._supporters, number))
        words = "hear each other" if begins else "no longer hear each other"
        return " and ".join(self._name(number) for number in names), words

    def _hearing(self, who: str, said: str) -> str:
        kind = said.partition(" ")[0]
        if kind == "(ringback)":
            return ""
        if kind in SOUNDS:
            return f"hears {SOUNDS[kind]}"
        if (who, said) in self._heard:
            return f"hears again “{textwrap.shorten(said, 44, placeholder=' …')}”"
        self._heard.add((who, said))
        return f"hears “{said}”"

    def _ending(self, who: str, because: str) -> str:
        ringing = who in self._ringing
        self._ringing.discard(who)
        if ringing and because != "declined":
            return "is no longer rung"
        return ENDS.get(because, f"is off the line ({because})")

    def _called(self, number: str) -> str:
        return "the line" if self._stage.emulator.owns(number) else readable(number)

    def _name(self, number: str) -> str:
        return self._stage.emulator.handset(number).label or readable(number)


def in_lines(rows: Sequence[Row]) -> Iterator[str]:
    """Rows as lines of readable length."""
    for row in rows:
        time = f"{int(row.second) // 60}:{int(row.second) % 60:02}"
        head = f"{time:>7}  {row.mark or ' '} "
        words = f"{row.who} {row.what}".strip()
        line = textwrap.fill(words, WIDTH, initial_indent=head, subsequent_indent=" " * 14)
        yield click.style(line, fg={"✓": "green", "✗": "red"}[row.mark]) if row.mark else line
