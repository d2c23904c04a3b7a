"""Who may sign in: invitations, locks, and a word in the audit log about each."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from warmline.domain.accounts import (
    EVERY_LINE,
    Account,
    Deed,
    Entry,
    Grant,
    objection,
    plain_name,
)
from warmline.domain.wording import Refusal
from warmline.ports import Accounts, Clock

INVITED_FOR: Final = timedelta(days=3)
COMMAND_LINE: Final = "the command line"


class Refused(Refusal):
    """It was not done; the sentence says why."""


class People:
    """The accounts of this installation. Every verb may raise StoreTrouble."""

    def __init__(self, accounts: Accounts, clock: Clock) -> None:
        self._accounts = accounts
        self._clock = clock

    def create(self, name: str, grants: Sequence[Grant], by: str = COMMAND_LINE) -> str:
        """A new account. The secret part of its invitation. Raises Refused."""
        plain = plain_name(name)
        if wrong := objection(plain):
            raise Refused(wrong)
        token = secrets.token_urlsafe(32)
        fresh = Account(secrets.token_hex(16), plain, tuple(dict.fromkeys(grants)))
        if not self._accounts.add(self._invited(fresh, token)):
            raise Refused('There is somebody called "%(name)s" already.', name=plain)
        self.note(by, Deed.CREATED, plain)
        return token

    def reset(self, name: str, by: str = COMMAND_LINE) -> str:
        """Take password, second factors and every sign-in from somebody. A new invitation's secret.

        Raises Refused.
        """
        token = secrets.token_urlsafe(32)
        stripped = replace(self.named(name), password="", second_factor="", recovery_codes=())
        self._accounts.save(self._invited(stripped, token))
        self._accounts.remove_passkeys(stripped.id)
        self.note(by, Deed.RESET, stripped.name)
        return token

    def lock(self, name: str, *, locked: bool, by: str = COMMAND_LINE) -> None:
        """Keep somebody out, signing them out everywhere; or let them in again. Raises Refused."""
        account = self.named(name)
        while not self._accounts.save(
            replace(account, locked=locked, stamp=_stamp()), was=account.stamp
        ):
            account = self.named(name)  # they changed their password in the same moment
        self.note(by, Deed.LOCKED if locked else Deed.UNLOCKED, account.name)

    def invited(self, token: str) -> Account | None:
        """Who is invited by this link; None when it was followed, is over, or was never made."""
        account = self._accounts.account(invitation=_hash(token))
        if account is None or account.locked or account.invited_until is None:
            return None
        return account if account.invited_until > self._now() else None

    def join(self, token: str, password: str) -> bool:
        """Follow an invitation with the hash of a new password. It works once."""
        account = self.invited(token)
        if account is None:
            return False
        if not self._accounts.join(_hash(token), password, _stamp(), self._now()):
            return False
        self.note(account.name, Deed.JOINED)
        return True

    def sign_out_everywhere(self, account: Account) -> None:
        """End every sign-in of somebody, this one too."""
        self._accounts.save(replace(account, stamp=_stamp()), was=account.stamp)
        self.note(account.name, Deed.EVERYWHERE)

    def everybody(self) -> list[Account]:
        """All accounts, by name."""
        return self._accounts.accounts()

    def named(self, name: str) -> Account:
        """Somebody by name. Raises Refused."""
        account = self._accounts.account(name=plain_name(name))
        if account is None:
            raise Refused('Nobody is called "%(name)s".', name=name)
        return account

    def is_there(self, name: str) -> bool:
        """Whether somebody is called so."""
        return self._accounts.account(name=plain_name(name)) is not None

    def keep(self, account: Account) -> None:
        """Keep what somebody changed about their own account, unless they are signed out by now."""
        self._accounts.save(account, was=account.stamp)

    def note(self, by: str, what: Deed, about: str = "", *, line: str = "", told: str = "") -> None:
        """Write into the audit log; `line` and `told` when it was done to a line's settings."""
        self._accounts.note(Entry(self._now(), by, what, about, line, told))

    def log(self, limit: int, reader: Account) -> list[Entry]:
        """The latest of the audit log: what was done by or to people of the reader's lines."""
        lines = {grant.line for grant in reader.grants}
        colleagues = {
            one.name
            for one in self._accounts.accounts()
            if lines & {grant.line for grant in one.grants}
        }
        entries = self._accounts.entries(limit)
        if EVERY_LINE in lines:
            return entries
        return [
            one
            for one in entries
            if one.what is Deed.HOLD
            or (one.line in lines if one.line else {one.by, one.about} & colleagues)
        ]

    def _invited(self, account: Account, token: str) -> Account:
        until = self._now() + INVITED_FOR
        return replace(account, stamp=_stamp(), invitation=_hash(token), invited_until=until)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now(), UTC)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest() if token else ""


def _stamp() -> str:
    return secrets.token_hex(32)
