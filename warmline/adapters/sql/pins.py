"""Supporters' PINs, as argon2 hashes, and the short numbers by which they say who they are."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Engine, select

from warmline.adapters.sql import tables as t
from warmline.adapters.sql.engine import reading, writing

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""As for the console: some 20 ms."""
NOBODYS = HASHER.hash("nobody has this one")
"""Tried for those of whom nobody knows, so that an answer takes as long for them."""


class SqlPins:
    """Implements `warmline.ports.Pins`. Every method may raise StoreTrouble."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def matches(self, supporter_id: str, pin: str) -> bool:
        """See the port."""
        with reading(self._engine) as connection:
            theirs = select(t.supporter.c.pin).where(t.supporter.c.id == supporter_id)
            hashed = connection.scalar(theirs)
        return self.same(hashed or NOBODYS, pin) and bool(hashed)

    def hashed(self, pin: str) -> str:
        """See the port."""
        return HASHER.hash(pin)

    def same(self, hashed: str, pin: str) -> bool:
        """See the port."""
        try:
            return HASHER.verify(hashed, pin)
        except (VerificationError, InvalidHashError):
            return False

    def keep(self, supporter_id: str, hashed: str) -> None:
        """See the port."""
        theirs = t.supporter.c.id == supporter_id
        with writing(self._engine) as connection:
            connection.execute(t.supporter.update().where(theirs).values(pin=hashed))

    def number(self, supporter_id: str) -> str:
        """See the port."""
        with reading(self._engine) as connection:
            theirs = select(t.supporter.c.short_number).where(t.supporter.c.id == supporter_id)
            return connection.scalar(theirs) or ""

    def give_number(self, supporter_id: str, number: str) -> bool:
        """See the port."""
        s = t.supporter.c
        line = select(s.line_id).where(s.id == supporter_id).scalar_subquery()
        with writing(self._engine, alone=True) as connection:
            taken = select(s.id).where(s.line_id == line, s.short_number == number)
            if connection.scalar(taken) not in (None, supporter_id):
                return False
            change = t.supporter.update().where(s.id == supporter_id)
            connection.execute(change.values(short_number=number))
            return True

    def called(self, line_id: str, number: str) -> str:
        """See the port."""
        s = t.supporter.c
        with reading(self._engine) as connection:
            one = select(s.id).where(s.line_id == line_id, s.short_number == number)
            return connection.scalar(one) or ""
