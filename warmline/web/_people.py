"""Accounts as the library that signs people in wants them: users, and where they are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask_security import RoleMixin, UserDatastore, UserMixin
from passlib.totp import TOTP

from warmline.domain.accounts import Account, plain_name
from warmline.ports import Accounts


class Person(UserMixin):
    """One account. The library changes these attributes; `account` tells what they come to."""

    fs_uniquifier = ""  # the library looks whether the class has these
    username: str | None = ""
    tf_primary_method: str | None = None
    tf_totp_secret: str | None = None
    mf_recovery_codes: list[str] | None = None

    def __init__(self, account: Account) -> None:
        self._account = account
        self.username = account.name
        self.password = account.password or None
        self.active = not account.locked
        self.fs_uniquifier = account.stamp
        self.tf_primary_method = "authenticator" if account.second_factor else None
        self.tf_totp_secret = account.second_factor or None
        self.mf_recovery_codes = list(account.recovery_codes)
        self.roles = []

    @property
    def key(self) -> str:
        """The account's id: random, opaque."""
        return self._account.id

    @property
    def account(self) -> Account:
        """The account as it is now."""
        return replace(
            self._account,
            password=self.password or "",
            stamp=self.fs_uniquifier,
            second_factor=self.tf_totp_secret or "",
            recovery_codes=tuple(self.mf_recovery_codes or ()),
        )


class People(UserDatastore):
    """Finds people and keeps what the library changes. What each may do is not its business.

    While somebody sets up their app, the library hands its key around encrypted with `secret`.
    It is kept without that: the database seals it, with a key that can be replaced.
    """

    def __init__(self, accounts: Accounts, secret: str) -> None:
        super().__init__(Person, RoleMixin)
        self._accounts = accounts
        self._totp = TOTP.using(secrets={"1": secret})

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> Person | None:  # noqa: ARG002 - the library hands it
        """By `fs_uniquifier` or `username`."""
        found = self._accounts.account(
            name=plain_name(kwargs.get("username") or ""), stamp=kwargs.get("fs_uniquifier") or ""
        )
        return Person(found) if found else None

    def find_role(self, role: str) -> None:  # noqa: ARG002 - the library hands it
        """Roles are ours: see `_guard`."""
        return

    def put(self, model: Person) -> Person:
        """Keep what changed."""
        # The signed-in person comes wrapped.
        person = getattr(model, "_get_current_object", lambda: model)()
        if person.tf_totp_secret:
            key = self._totp.from_source(person.tf_totp_secret)
            person.tf_totp_secret = str(key.to_json(encrypt=False))
        self._accounts.save(person.account)
        return model

    def commit(self) -> None:
        """Everything is kept at once."""
