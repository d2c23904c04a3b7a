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
SOUNDS = {"(play)": "a soft sound", "(ringback)": "a phone ringing"}
ENDS = {
    "hung up": "hangs up",
    "declined": "declines the call",
    "no answer": "is no longer rung",
    "answered elsewhere": "is no longer rung",
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
    return chosen(re.sub(r"[^a-z0-9]+", "-", wish.lower()).strip("-") or "all")


def list_of_stories() -> Iterator[str]:
    """Every story, one line each."""
    return (f"{story.number:>3}  {story.title}" for story in STORIES)


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
        who = name_of(stage, span.number)
        words = f"{who} heard nothing at all for {span.seconds:.1f} s"
        yield Row(span.start - began, "", words, "✗")
    for trouble in stage.failed_jobs():
        yield Row(stage.second, "", f"a job failed: {trouble.strip().splitlines()[-1]}", "✗")
    for notice in [*stage.emulator.alerts, *stage.emulator.warnings]:
        words = f"the provider objects ({notice.code}): {notice.message}"
        yield Row(notice.at - began, "", words, "✗")


def transcript(stage: Stage) -> Iterator[Row]:
    """What happened on the phones, and each expectation where it was met."""
    began = stage.began.timestamp()
    together: set[frozenset[str]] = set()
    rows = []
    for event in stage.emulator.transcript:
        pair = frozenset((event.who, event.detail))
        if event.what == "talks with":
            # Both of the two have such an event; the first one tells it for both.
            if pair not in together:
                together.add(pair)
                names = sorted(pair, key=lambda number: is_supporter(stage, number))
                who = " and ".join(name_of(stage, number) for number in names)
                rows.append(Row(event.at - began, who, "hear each other"))
        elif event.what == "parts":
            together.discard(pair)
        elif words := in_words(stage, event):
            rows.append(Row(event.at - began, name_of(stage, event.who), words))
    rows += [Row(second, "", what, "✓") for second, what in stage.expectations]
    # The sort is stable: at one instant, first what happened and then what was expected of it.
    return iter(sorted(rows, key=lambda row: row.second))


def in_words(stage: Stage, event: Event) -> str:
    """What somebody did or heard; nothing for what needs no telling."""
    detail = event.detail
    match event.what:
        case "dials":
            known = stage.emulator.owns(detail)
            return "dials the line" if known else f"dials {readable(detail)}"
        case "rings":
            return f"is rung, and the phone shows {readable(detail)}"
        case "answers":
            return "picks up"
        case "presses":
            return f"presses {detail}"
        case "hears":
            kind = detail.partition(" ")[0]
            if kind == "(ringback)":
                return ""
            return f"hears {SOUNDS[kind]}" if kind in SOUNDS else f"hears “{detail}”"
        case "is texted":
            return f"is texted “{detail}”"
        case "ends" | "hangs up":
            return ENDS.get(detail, f"is off the line ({detail})")
    return ""


def name_of(stage: Stage, number: str) -> str:
    """What a phone is called."""
    return stage.emulator.handset(number).label or readable(number)


def is_supporter(stage: Stage, number: str) -> bool:
    """Whether the phone is a supporter's: they are named after the caller."""
    return any(s.phone == number for book in stage.roster.books() for s in book.supporters)


def in_lines(rows: Sequence[Row]) -> Iterator[str]:
    """Rows as lines of readable length."""
    for row in rows:
        time = f"{int(row.second) // 60}:{int(row.second) % 60:02}"
        head = f"{time:>7}  {row.mark or ' '} "
        words = f"{row.who} {row.what}".strip()
        line = textwrap.fill(words, WIDTH, initial_indent=head, subsequent_indent=" " * 14)
        yield click.style(line, fg={"✓": "green", "✗": "red"}[row.mark]) if row.mark else line
