"""Accounts and the audit log, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from warmline.adapters.sealing import Sealer
from warmline.adapters.sql.accounts import SqlAccounts
from warmline.adapters.sql.engine import open_engine
from warmline.domain.accounts import Account, Deed, Entry, Grant, Role
from warmline.domain.errors import StoreTrouble

NOW = datetime(2027, 3, 2, 18, tzinfo=UTC)
SEALS = Sealer("a test secret that protects nothing real")
ROBIN = Account(
    id="1" * 32,
    name="robin",
    grants=(Grant(Role.COORDINATOR, "county"), Grant(Role.OPERATOR)),
    stamp="s1",
    second_factor="the app's key",
    recovery_codes=("ab12-cd34-ef56", "ab12-cd34-ef57"),
    invitation="i" * 64,
    invited_until=NOW + timedelta(days=3),
)


@pytest.fixture
def engine(database_url: str) -> Engine:
    return open_engine(database_url)


@pytest.fixture
def accounts(engine: Engine) -> SqlAccounts:
    kept = SqlAccounts(engine, SEALS)
    assert kept.add(ROBIN)
    return kept


def test_an_account_is_found_as_it_was_kept(accounts: SqlAccounts) -> None:
    for found in (
        accounts.account(name="robin"),
        accounts.account(stamp="s1"),
        accounts.account(invitation="i" * 64),
        accounts.accounts()[0],
    ):
        assert found is not None
        assert set(found.grants) == set(ROBIN.grants)
        assert replace(found, grants=ROBIN.grants) == ROBIN


def test_nothing_finds_nobody(accounts: SqlAccounts) -> None:
    assert accounts.account() is None
    assert accounts.account(name="wren") is None
    joined = replace(ROBIN, invitation="", invited_until=None)
    accounts.save(joined)
    assert accounts.account(invitation="") is None


def test_a_name_is_taken_once(accounts: SqlAccounts) -> None:
    other = replace(ROBIN, id="2" * 32, stamp="s2")
    assert not accounts.add(other)
    assert [one.id for one in accounts.accounts()] == [ROBIN.id]


def test_of_eight_who_follow_one_invitation_one_comes_in(accounts: SqlAccounts) -> None:
    with ThreadPoolExecutor(8) as pool:
        came = list(
            pool.map(lambda n: accounts.join("i" * 64, f"hash {n}", f"new {n}", NOW), range(8))
        )
    assert sum(came) == 1
    joined = accounts.account(name="robin")
    assert joined is not None
    assert joined.password == f"hash {came.index(True)}"
    assert joined.invited_until is None


@pytest.mark.parametrize(
    ("invitation", "later"), [("", 0), ("x" * 64, 0), ("i" * 64, 3 * 24 * 3600 + 1)]
)
def test_no_other_invitation_lets_in(accounts: SqlAccounts, invitation: str, later: int) -> None:
    assert not accounts.join(invitation, "hash", "new", NOW + timedelta(seconds=later))


def test_what_only_the_key_opens_is_not_in_the_table(engine: Engine, accounts: SqlAccounts) -> None:
    with engine.connect() as now:
        kept = str(now.exec_driver_sql("SELECT * FROM account").all())
    assert "the app's key" not in kept
    assert "ab12-cd34-ef56" not in kept


def test_without_the_key_nobody_comes_in_by_password_alone(
    engine: Engine, accounts: SqlAccounts
) -> None:
    with pytest.raises(StoreTrouble, match="SECRET_KEY"):
        SqlAccounts(engine, Sealer("another secret, which opens nothing")).account(name="robin")


def test_the_log_is_told_newest_first(accounts: SqlAccounts) -> None:
    for days in (0, 1, 366):
        accounts.note(Entry(NOW + timedelta(days=days), "robin", Deed.SIGNED_IN, str(days)))
    assert [entry.about for entry in accounts.entries(10)] == ["366", "1", "0"]
    assert [entry.about for entry in accounts.entries(1)] == ["366"]


def test_an_older_copy_of_an_account_undoes_no_lock(accounts: SqlAccounts) -> None:
    locked = replace(ROBIN, locked=True, stamp="s2")
    assert accounts.save(locked, was="s1")
    assert not accounts.save(replace(ROBIN, language="es"), was="s1")
    kept = accounts.account(name="robin")
    assert kept is not None
    assert (kept.locked, kept.stamp, kept.language) == (True, "s2", "")
