"""The maker of mutants: what it changes, and that it changes it."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutants import lua, patching, python, reach, trial
from tests.mutants.mutant import Mutant
from tests.mutants.paper import drawn

JUDGE = sorted(Path("warmline/adapters/judge").glob("*.lua"))


def changes(mutants: list[Mutant]) -> set[tuple[str, str]]:
    return {(one.was, one.becomes) for one in mutants}


def test_a_line_of_lua_is_turned_round_and_left_out() -> None:
    found = changes(lua.mutants("a.lua", "if a <= 1 and not b then\n  go(a)\nend\n"))
    head = "if a <= 1 and not b then"
    assert found == {
        (head, "if a < 1 and not b then"),
        (head, "if a > 1 and not b then"),
        (head, "if a <= 2 and not b then"),
        (head, "if a <= 1 or not b then"),
        (head, "if a <= 1 and b then"),
        ("go(a)", ""),
    }


@pytest.mark.parametrize(
    "words",
    ["-- a <= 1 and b\n", "local s = 'a <= 1 and b'\n", "local function f(a) return a end\n"],
)
def test_comments_words_and_what_decides_nothing_are_left_alone(words: str) -> None:
    assert lua.mutants("a.lua", words) == []


def test_a_statement_over_several_lines_is_left_out_as_one() -> None:
    (one,) = lua.mutants("a.lua", "redis.call('HSET', k,\n  'a', b)\n")
    assert one.text.strip() == ""


@pytest.mark.parametrize("path", JUDGE, ids=lambda path: path.name)
def test_every_file_of_the_judge_has_mutants_and_none_is_the_file_itself(path: Path) -> None:
    found = lua.mutants(str(path), path.read_text())
    assert found
    assert all(one.text != path.read_text() for one in found)
    assert len({one.name for one in found}) == len(found), "each can be told from the others"


def test_python_is_turned_round_too_and_stays_python() -> None:
    found = python.mutants("a.py", "def f(a: int = 1) -> bool:\n    return not a >= 2\n")
    assert {one.becomes for one in found} >= {
        "return not a > 2",
        "return not a < 2",
        "return not a >= 3",
        "return bool(a >= 2)",
    }
    assert all(ast.parse(one.text) for one in found)


def test_a_mutant_that_a_test_notices_is_killed_and_another_survives(tmp_path: Path) -> None:
    """A tree of its own, with a line that is tested and one that is not."""
    folder = tmp_path / "warmline" / "domain"
    folder.mkdir(parents=True)
    file = folder / "sums.py"
    file.write_text("def more(a):\n    return a + 1\n\n\ndef less(a):\n    return a - 1\n")
    tests = tmp_path / "tests" / "domain"
    tests.mkdir(parents=True)
    (tests / "test_sums.py").write_text(
        "from warmline.domain.sums import more\n\n\ndef test_it():\n    assert more(1) == 2\n"
    )
    (tmp_path / "pyproject.toml").write_text('[tool.pytest.ini_options]\npythonpath = ["."]\n')
    trying = (
        "import json, pathlib, sys; from tests.mutants import python, trial;"
        "tree = pathlib.Path(sys.argv[1]); name = 'warmline/domain/sums.py';"
        "made = python.mutants(name, (tree / name).read_text());"
        "print(json.dumps({m.was: trial.tried(m, tree, {}, 1) for m in made if '-' in m.becomes"
        " or '-' in m.was}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", trying, str(tmp_path)], capture_output=True, text=True, check=True
    )
    results = json.loads(ran.stdout)
    assert results["return a + 1"] == trial.KILLED
    assert results["return a - 1"] == trial.SURVIVED
    assert file.read_text().startswith("def more(a):\n    return a + 1"), "the file is sound again"


def test_the_page_tells_what_survived_and_what_was_not_tried() -> None:
    made = lua.mutants("warmline/adapters/judge/a.lua", "go(a)\nstop(b)\nrest(c)\n")
    results = {made[0].name: trial.KILLED, made[1].name: trial.SURVIVED}
    page, unexplained = drawn(made, results, "0000000")
    assert unexplained == 1
    assert "3 mutants: 1 killed, 0 explained, 1 survived, " in page
    assert "1 not run yet." in page
    assert "`stop(b)` → `(left out)`" in page


def test_a_function_gets_the_body_that_it_has_in_the_mutant() -> None:
    sound = "A = 1\nclass B:\n    def f(self, n=1):\n        return n + A\n"
    assert patching.changed_functions(sound, sound.replace("n + A", "n - A")) == {"B.f"}
    assert patching.changed_functions(sound, sound.replace("A = 1", "A = 2")) is None
    assert patching.changed_functions(sound, sound.replace("n=1", "n=2")) is None
    assert patching.changed_functions(sound, sound) == set()


def test_a_line_of_lua_is_a_matter_of_the_steps_that_go_through_it() -> None:
    texts = {
        "1.lua": "local LONG = 9 -- seconds\nlocal function rest(s)\n  go(s, LONG)\nend\n",
        "2.lua": "function STEP.close(a)\n  rest(a)\nend\nfunction STEP.look(a)\n  return a\nend\n",
        "3.lua": "function STEP.end_(a)\n  STEP.close(a)\nend\n",
        "4.lua": "local said = go()\nif said then return said end\n",
    }
    assert reach.steps(texts, "1.lua", 1) == {"step:close", "step:end_"}
    assert reach.steps(texts, "1.lua", 3) == {"step:close", "step:end_"}
    assert reach.steps(texts, "2.lua", 5) == {"step:look"}
    assert reach.steps(texts, "4.lua", 2) == {reach.EVERY}
    texts["5.lua"] = "local function run(_, args)\n  return STEP[args[1]](args[2])\nend\n"
    assert reach.steps(texts, "5.lua", 2) == {reach.EVERY}


def test_only_tests_that_go_through_a_mutant_are_run_on_it(tmp_path: Path) -> None:
    """In one session: a sum that is tried, one that is not, and a number outside functions."""
    folder = tmp_path / "warmline" / "domain"
    folder.mkdir(parents=True)
    (folder / "sums.py").write_text(
        "MORE = 1\n\n\ndef more(a):\n    return a + MORE\n\n\ndef less(a):\n    return a - 1\n"
    )
    tests = tmp_path / "tests" / "domain"
    tests.mkdir(parents=True)
    (tests / "test_sums.py").write_text(
        "from warmline.domain import sums\n\n\n"
        "def test_more():\n    assert sums.more(1) == 2\n\n\n"
        "def test_it_is_there():\n    assert sums.less\n"
    )
    (tmp_path / "pyproject.toml").write_text(
        '[tool.pytest.ini_options]\npythonpath = ["."]\naddopts = ["--import-mode=importlib"]\n'
    )
    trying = (
        "import pathlib, sys, time; from tests.mutants import python, quick;"
        "tree = pathlib.Path(sys.argv[1]); name = 'warmline/domain/sums.py';"
        "made = python.mutants(name, (tree / name).read_text());"
        "quick.try_all(made, tree, time.monotonic() + 60,"
        " lambda m, said: print(f'{m.becomes} | {said}', flush=True))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", trying, str(tmp_path)], capture_output=True, text=True, check=True
    )
    said = dict(line.split(" | ") for line in ran.stdout.splitlines() if " | " in line)
    assert said == {
        "MORE = 2": trial.KILLED,
        "return a - MORE": trial.KILLED,
        "return a + 1": trial.SURVIVED,
        "return a - 2": trial.SURVIVED,
    }


def test_of_a_very_long_statement_only_the_part_is_told() -> None:
    long = "X = {" + ", ".join(f"'a{n}': {n}" for n in range(90)) + ", 'b': go(wait=1 + 2)}\n"
    told = changes(python.mutants("a.py", long))
    assert ("go(wait=1 + 2)", "go(wait=1 - 2)") in told
    assert all(len(was) <= python.MOST_OF_A_LINE for was, _ in told)
