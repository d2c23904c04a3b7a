"""The maker of mutants: what it changes, and that it changes it."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutants import lua, python, trial
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
