"""`warmline admin`: who may sign in to the console."""

from __future__ import annotations

import re

import pytest

from tests.commands.test_commands import EXAMPLE, installation, ran, run

__all__ = ["installation"]

LINK = r"^https://line\.example\.org/console/invitation/[\w-]{43}$"


@pytest.fixture(autouse=True)
def ready(installation: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLIC_URL", "https://line.example.org")
    ran("db", "upgrade")
    ran("apply", str(EXAMPLE))


def test_the_first_account_is_a_link(installation: object) -> None:
    out = ran("admin", "create", "Robin", "--role", "operator")
    assert re.search(LINK, out, re.MULTILINE)
    assert ran("admin", "list") == "robin: operator (every line); invited\n"


def test_roles_and_lines_can_be_several(installation: object) -> None:
    roles = ("--role", "coordinator", "--role", "evaluator")
    ran("admin", "create", "robin", *roles, "--line", "county")
    assert "coordinator (county) and evaluator (county)" in ran("admin", "list")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("robin", "--role", "coordinator", "--line", "countty"), 'no line "countty"'),
        (("r", "--role", "operator"), "2 to 40 characters"),
        (("ro bin", "--role", "operator"), "made of letters"),
        (("robin",), "--role"),
        (("robin", "--role", "king"), "king"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(given: tuple[str, ...], told: str) -> None:
    result = run("admin", "create", *given)
    assert result.exit_code == 2
    assert told in result.output + result.stderr
    assert ran("admin", "list").startswith("Nobody yet.")


def test_a_name_is_taken_once_however_it_is_written(installation: object) -> None:
    ran("admin", "create", "robin", "--role", "operator")
    result = run("admin", "create", " ROBIN ", "--role", "operator")
    assert result.exit_code == 2
    assert "already" in result.output + result.stderr


def test_lock_unlock_and_reset(installation: object) -> None:
    first = ran("admin", "create", "robin", "--role", "operator")
    ran("admin", "lock", "robin")
    assert "locked out" in ran("admin", "list")
    ran("admin", "unlock", "robin")
    assert "locked out" not in ran("admin", "list")
    again = ran("admin", "reset", "robin")
    assert re.search(LINK, again, re.MULTILINE)
    assert first != again


@pytest.mark.parametrize("verb", ["lock", "unlock", "reset"])
def test_nobody_is_called_so(verb: str) -> None:
    result = run("admin", verb, "nobody")
    assert result.exit_code == 2
    assert 'Nobody is called "nobody".' in result.output + result.stderr
