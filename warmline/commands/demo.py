"""`warmline demo`: the whole warmline on this machine, to try; or its stories, to read."""

from __future__ import annotations

from pathlib import Path

import click

from warmline.commands._plain import NotNow, Sentences
from warmline.processes import ProcessError


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="The port of the phones page.")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("data/demo"),
    show_default=True,
    help="A folder of the demo's own; it is emptied at each start.",
)
@click.option(
    "--speed",
    type=click.FloatRange(0.1, 20),
    default=1.0,
    help="How fast the line speaks and the phones' time passes.",
)
@click.option("--story", metavar="all|NUMBER|TITLE", help="Play stories without a browser.")
@click.option("--list", "list_them", is_flag=True, help="List the stories.")
def demo(port: int | None, data: Path, speed: float, story: str | None, *, list_them: bool) -> None:
    """Try the warmline on this machine: a page with phones, and nothing that leaves it.

    With --story, play calls instead and print who heard and did what, at which second. The exit
    status is 0 only if every expectation held.
    """
    if list_them:
        _list()
    elif story is not None:
        _play(story)
    else:
        _run(data, port, speed)


# What each of the three needs takes a while to load: it is loaded by the one that is used.


def _list() -> None:
    from warmline.demo.run import list_of_stories

    for line in list_of_stories():
        click.echo(line)


def _play(wish: str) -> None:
    from warmline.demo.run import play, wanted

    stories = wanted(wish)
    if not stories:
        raise Sentences(f"No story is called “{wish}”. See them all: warmline demo --list")
    if not play(stories, click.echo):
        raise click.exceptions.Exit(1)


def _run(data: Path, port: int | None, speed: float) -> None:
    from warmline.demo.web.house import run

    try:
        run(data, port, speed, click.echo)
    except ProcessError as error:
        raise NotNow(str(error)) from None
