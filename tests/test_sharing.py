"""How several processes share the tests of this project."""

from __future__ import annotations

from tests.sharing import in_good_order, piece


def test_a_file_is_one_piece_of_work() -> None:
    assert piece("tests/web/test_pages.py::test_a") == piece("tests/web/test_pages.py::test_b[x]")


def test_a_story_is_a_piece_of_its_own() -> None:
    assert piece("tests/stories/test_stories.py::test_story[a]") != piece(
        "tests/stories/test_stories.py::test_story[b]"
    )


def test_what_waits_is_begun_first_each_beside_what_computes_the_largest_first() -> None:
    tests = [
        ("tests/a.py::test_one", False),
        ("tests/b.py::test_one", False),
        ("tests/b.py::test_two", False),
        ("tests/c.py::test_one", True),
        ("tests/c.py::test_two", False),
        ("tests/d.py::test_one", True),
        ("tests/e.py::test_one", False),
    ]
    assert in_good_order(tests) == [f"tests/{name}.py" for name in "cbdae"]
