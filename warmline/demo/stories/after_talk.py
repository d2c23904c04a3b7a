"""A caller who stays on after a talk, and answers a few questions; or takes part in a study."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from warmline.adapters.boxes import new_keys, unboxed
from warmline.demo.stories._story import line_toml, story

if TYPE_CHECKING:
    from warmline.demo.phones import CallerPhone
    from warmline.demo.stage import Stage

PUBLIC, PRIVATE = new_keys()
SURVEY: Final = "survey = true\n"


def _with(line: str, settings: str) -> str:
    return line.replace("[line]\n", f"[line]\n{settings}", 1)


def _talked(stage: Stage) -> CallerPhone:
    """A talk that River ends; the caller stays."""
    caller = stage.caller().reaches_waiting()
    river = stage.supporter("River")
    river.takes_the_call()
    caller.is_connected_to(river)
    stage.wait(60)
    river.hangs_up()
    caller.hears("peer-lost", within=3, alias="River")
    caller.hears_all_of("survey-offer")
    caller.presses("5")
    return caller


@story("", "Whoever stays on may answer three questions", _with(line_toml("River"), SURVEY))
def three_questions(stage: Stage) -> None:
    """One is left out by waiting. Then the caller is still on the line, and 9 works throughout."""
    caller = _talked(stage)
    caller.hears_all_of("survey-intro")
    caller.hears("survey-question-1")
    caller.presses("4")
    caller.hears("survey-question-2", within=3)
    caller.hears("survey-question-3", within=45)
    caller.presses("9")
    caller.hears("crisis-door", within=3)
    caller.presses("*")
    caller.hears("peer-lost", within=10, alias="River")
    caller.hangs_up()
    stage.wait(5)
    stage.check(
        stage.quarters.answers("county") == {1: {4: 1}}, "one answer is kept, apart from the call"
    )


@story(
    "",
    "The code of a study can be read by its evaluator alone",
    _with(line_toml("River"), SURVEY + f'study_key = "{PUBLIC}"\n'),
)
def study_code(stage: Stage) -> None:
    """A slip of the finger is asked for once more. Nothing on the server opens what is kept."""
    caller = _talked(stage)
    for question, key in enumerate("531", 1):
        caller.hears(f"survey-question-{question}", within=30)
        caller.presses(key)
    caller.hears("survey-code", within=3)
    caller.presses("12")
    caller.hears("survey-code-again", within=5)
    caller.presses("123456")
    caller.hears("survey-thanks", within=3)
    caller.hears("talk-over")
    caller.hangs_up()
    stage.wait(5)
    boxes = stage.quarters.boxes("county")
    stage.check(len(boxes) == 1, "one box is kept")
    opened = json.loads(unboxed(PRIVATE, boxes[0]))
    said = {"code": "123456", "month": "2026-11", "answers": [5, 3, 1]}
    stage.check(opened == said, "the evaluator reads the code, the month and the answers")
