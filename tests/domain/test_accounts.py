"""Who may do what in the console."""

from __future__ import annotations

import pytest

from warmline.domain.accounts import Account, Grant, Role, objection, plain_name

ROSE = Account("a1", "rose", grants=(Grant(Role.COORDINATOR, "county"),))
BOTH = Account("a2", "sol", grants=(Grant(Role.COORDINATOR), Grant(Role.EVALUATOR, "river")))
COORDINATORS = frozenset({Role.COORDINATOR})
EVALUATORS = frozenset({Role.EVALUATOR})


def test_a_role_holds_on_its_own_line_and_on_no_other() -> None:
    assert ROSE.may(COORDINATORS, "county")
    assert not ROSE.may(COORDINATORS, "river")
    assert not ROSE.may(EVALUATORS, "county")


def test_a_role_on_any_line_is_asked_for_without_one() -> None:
    assert ROSE.may(COORDINATORS)
    assert not ROSE.may(EVALUATORS)


def test_a_role_on_every_line_holds_on_each() -> None:
    assert BOTH.may(COORDINATORS, "county")
    assert not BOTH.may(EVALUATORS, "county")
    assert BOTH.may(EVALUATORS, "river")


def test_a_new_account_is_open() -> None:
    assert not ROSE.locked


@pytest.mark.parametrize("name", ["jo", "j" * 40, "r.os-e_2@example.org"])
def test_a_name_of_two_to_forty_letters_can_be_used(name: str) -> None:
    assert objection(name) is None


@pytest.mark.parametrize(
    ("name", "why"),
    [("j", "2 to 40"), ("j" * 41, "2 to 40"), ("", "2 to 40"), ("jo jo", "made of letters")],
)
def test_another_is_told_why_it_cannot(name: str, why: str) -> None:
    assert why in str(objection(name))


def test_names_are_compared_without_capitals_and_spaces_around_them() -> None:
    assert plain_name(" Rose ") == "rose"
