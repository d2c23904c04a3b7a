"""`warmline status`: the live board in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import click

from warmline.commands._installation import open_live, open_roster
from warmline.commands._plain import NotNow, Sentences
from warmline.commands.who import without_texts
from warmline.domain.directory.concerns import directory_warnings
from warmline.domain.errors import StoreTrouble
from warmline.domain.line import LineBook
from warmline.services.board import Board, OnDuty, board, how_long

NOT_RUNNING = "The live state cannot be reached. Is the warmline running? Start it: warmline serve"

HELD = "A legal hold is on: nothing is deleted, and callers who ask (key 7) are told."


@click.command()
def status() -> None:
    """Tell for every line whether it is open, who is on duty, and how many callers wait."""
    books = open_roster().books()
    if not books:
        raise Sentences("There is no line yet. Write one down and run: warmline apply line.toml")
    if books[0].held:
        click.echo(HELD)
    live, clock = open_live()
    for book in books:
        try:
            presences = live.presences([one.id for one in book.supporters])
            waiting = live.waiting(book.line.id)
            shown = board(book, presences, waiting, live.backlog(), clock.now())
        except StoreTrouble:
            raise NotNow(NOT_RUNNING) from None
        for sentence in told(shown, book):
            click.echo(sentence)
        for sentence in without_texts(book):
            click.echo(f"   {sentence}")
        today = datetime.fromtimestamp(clock.now(), book.line.zone).date()
        for concern in directory_warnings(book, today):
            if concern.alarm:
                click.echo(f"   {concern.said}")


def told(shown: Board, book: LineBook) -> Iterator[str]:
    """The board in sentences."""
    zone = book.line.zone
    change = f" until {_clock(shown.changes, zone)}" if shown.changes else ""
    yield f"{shown.line}: {'open' if shown.open else 'closed'}{change}."
    if not shown.on_duty:
        yield "   Nobody is on duty."
    for one in shown.on_duty:
        yield f"   {_supporter(one, zone)}"
    if shown.waiting:
        callers = "1 caller waits" if shown.waiting == 1 else f"{shown.waiting} callers wait"
        yield f"   {callers}, the longest {how_long(shown.longest_wait or 0)}."
    else:
        yield "   Nobody waits."
    if shown.to_forget:
        yield f"   {shown.to_forget} ended calls are yet to be deleted at the provider."


def _supporter(one: OnDuty, zone: ZoneInfo) -> str:
    role = " (backup)" if one.backup else ""
    until = f" until {_clock(one.until, zone)}" if one.until else ""
    return f"{one.alias}{role}: {one.doing}{until}"


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%a %H:%M}"
