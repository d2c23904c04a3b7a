"""Jobs go out by name; every name leads to a function that takes what it is given."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

import pytest

from tests.rules import tree

# Three words: `workers.clock` alone is a program.
JOB = re.compile(r"workers\.\w+\.\w+")


def sendings(code: str) -> Iterator[tuple[int, str, int]]:
    """Every call that names a job: its line, the name, how many ids follow the name."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        for place, argument in enumerate(node.args):
            if (
                isinstance(argument, ast.Constant)
                and isinstance(argument.value, str)
                and JOB.fullmatch(argument.value)
            ):
                yield node.lineno, argument.value, len(node.args) - place - 1


def parameters(job: str, read: Callable[[str], str | None]) -> tuple[int, int] | None:
    """How many arguments the job needs and takes; None when there is no such job."""
    module, _, function = job.rpartition(".")
    code = read(f"{module.replace('.', '/')}.py")
    for node in ast.parse(code or "").body:
        if isinstance(node, ast.FunctionDef) and node.name == function:
            most = len(node.args.args)
            return most - len(node.args.defaults), most
    return None


def wrong(name: str, code: str, read: Callable[[str], str | None]) -> Iterator[str]:
    for line, job, given in sendings(code):
        takes = parameters(job, read)
        if takes is None:
            yield f"{name}:{line} {job} does not exist"
        elif not takes[0] <= given <= takes[1]:
            yield f"{name}:{line} {job} takes {takes[0]} to {takes[1]}, is given {given}"


def from_tree(name: str) -> str | None:
    return tree.text(name) if name in tree.files() else None


def test_every_job_that_is_sent_can_be_done() -> None:
    assert [w for name, code in tree.source() for w in wrong(name, code, from_tree)] == []


def test_some_jobs_are_sent() -> None:
    assert [s for _, code in tree.source() for s in sendings(code)], "the rule has lost its subject"


PLANTED = {"workers/ringing.py": "def ring(line_id: str, again: bool = False) -> None: ..."}


@pytest.mark.parametrize(
    "code",
    [
        "soon(queue, 'workers.ringing.sing', line_id)",
        "soon(queue, 'workers.singing.ring', line_id)",
        "soon(queue, 'workers.ringing.ring')",
        "soon(queue, 'workers.ringing.ring', a, b, c)",
    ],
)
def test_the_rule_can_fail(code: str) -> None:
    assert list(wrong("x.py", code, PLANTED.get))


def test_the_rule_lets_good_ones_pass() -> None:
    code = "soon(queue, 'workers.ringing.ring', line_id, at_front=True)"
    assert list(wrong("x.py", code, PLANTED.get)) == []
