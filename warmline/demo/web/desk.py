"""The demo's own way into the console: an account that is ready, and gone with the demo."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from typing import Final

from passlib.hash import argon2
from passlib.totp import TOTP

from warmline.adapters.clock import SystemClock
from warmline.adapters.sql.accounts import SqlAccounts
from warmline.domain.accounts import Grant, Role
from warmline.services.accounts import People
from warmline.settings import Settings

NAME: Final = "demo"
CODES: Final = 5


def _codes() -> tuple[str, ...]:
    # As Flask-Security writes them.
    return tuple("-".join(secrets.token_hex(2) for _ in range(3)) for _ in range(CODES))


@dataclass(frozen=True, slots=True)
class DemoDesk:
    """A password and some codes for the demo's account, new in every demo."""

    password: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    codes: tuple[str, ...] = field(default_factory=_codes)

    def prepare(self, accounts: SqlAccounts) -> None:
        """Make the account, with every role. No app is needed: the codes open the door."""
        people = People(accounts, SystemClock())
        people.create(NAME, [Grant(role) for role in Role], by="the demo")
        accounts.save(
            replace(
                people.named(NAME),
                password=argon2.using(memory_cost=19 * 1024, rounds=2, parallelism=1).hash(
                    self.password
                ),
                second_factor=TOTP.new().to_json(encrypt=False),
                recovery_codes=self.codes,
                invitation="",
                invited_until=None,
            )
        )

    def told(self, settings: Settings) -> str:
        """How to get in."""
        return (
            f"The coordinator's console: {settings.public_url}/console\n"
            f'Sign in as "{NAME}" with the password {self.password}, then choose to use a recovery '
            f"code; each works once: {', '.join(self.codes)}\n"
            f"A supporter's own page: {settings.public_url}/me\n"
            "Sign in with the number of a supporter's phone on the page above, which gets the "
            "code. There is a practice call, too."
        )
