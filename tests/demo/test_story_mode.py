"""`warmline demo --story`: what it prints, and its exit status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from click.testing import CliRunner, Result

from warmline.commands.demo import demo
from warmline.demo.stage import Stage
from warmline.demo.stories import STORIES, Story
from warmline.demo.stories._story import Play, line_toml


def tell(wish: str) -> Result:
    return CliRunner().invoke(demo, ["--story", wish])


@pytest.fixture
def add() -> Iterator[Any]:
    """Adds a story that plays what it is given."""
    before = list(STORIES)

    def add_it(title: str, play: Play) -> None:
        STORIES.append(Story("99", title, line_toml("River"), play))

    yield add_it
    STORIES[:] = before


def test_a_story_that_holds() -> None:
    result = tell("a withheld number")
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[0] == "20. A withheld number"
    assert lines[-1] == "1 story, 1 held"
    assert "   0:00    Caller dials the line" in lines
    for words in (
        "Caller hears “You've reached the peer line",
        "Caller presses 1",
        "River is rung, and the phone shows +1 650 555 0100",
        "River hears “A call for River.",
        "✓ River's phone rings",
        "Caller and River hear each other",
    ):
        assert words in result.output


def test_a_story_that_does_not_hold(add: Any) -> None:
    def play(stage: Stage) -> None:
        stage.caller().dials()
        stage.supporter("River").rings(within=5)

    add("River rings before anybody pressed a key", play)
    result = tell("99")
    assert result.exit_code == 1
    assert "✗ expected: 5.1 s: River's phone rings (waited 5 s)" in result.output
    assert "Caller hears “You've reached the peer line" in result.output
    assert result.output.endswith("did not hold\n\n1 story, 0 held\n")


def test_dead_air_is_a_failure(add: Any) -> None:
    def silence(_environ: Any, start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [("Content-Type", "text/xml")])
        return [b'<Response><Say>One.</Say><Pause length="5"/><Say>Two.</Say></Response>']

    def play(stage: Stage) -> None:
        stage.app = silence  # type: ignore[assignment]  # as good as an app for this
        stage.caller().dials()
        stage.wait(20)
        stage.check(True, "nothing else is expected")

    add("Five seconds of nothing", play)
    result = tell("five seconds")
    assert result.exit_code == 1
    assert "✗ Caller heard nothing at all for 5.0 s" in result.output


def test_a_story_that_expects_nothing_proves_nothing(add: Any) -> None:
    add("Nothing", lambda stage: stage.wait(1))
    assert tell("99").exit_code == 1


def test_an_unknown_story() -> None:
    result = tell("no such story")
    assert result.exit_code == 2
    assert "--list" in result.output


def test_the_list_is_in_order() -> None:
    lines = CliRunner().invoke(demo, ["--list"]).output.splitlines()
    numbers = [int(line[:4].strip() or 0) for line in lines]  # some have none: they come first
    assert len(lines) == len(STORIES)
    assert numbers == sorted(numbers)
