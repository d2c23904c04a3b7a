"""Accounts of the console and the audit log in the database. Implements `ports.Accounts`."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Engine, Row, Select, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from warmline.adapters.sealing import CannotUnseal, Sealer
from warmline.adapters.sql import tables as t
from warmline.adapters.sql.engine import reading, writing
from warmline.domain.accounts import Account, Deed, Entry, Grant, Passkey, Role
from warmline.domain.errors import StoreTrouble


class SqlAccounts:
    """Accounts, their grants, and what was done."""

    def __init__(self, engine: Engine, seals: Sealer) -> None:
        self._engine = engine
        self._seals = seals

    def account(
        self, *, name: str = "", stamp: str = "", invitation: str = "", passkey: str = ""
    ) -> Account | None:
        """See the port."""
        if passkey:
            its_owner = select(t.passkey.c.account_id).where(t.passkey.c.id == _hash(passkey))
            found = self._read(select(t.account).where(t.account.c.id.in_(its_owner)))
            return next(iter(found), None)
        column, value = (
            (t.account.c.name, name)
            if name
            else (t.account.c.stamp, stamp)
            if stamp
            else (t.account.c.invitation, invitation)
        )
        if not value:
            return None
        return next(iter(self._read(select(t.account).where(column == value))), None)

    def accounts(self) -> list[Account]:
        """See the port."""
        return self._read(select(t.account).order_by(t.account.c.name))

    def add(self, account: Account) -> bool:
        """See the port."""
        with suppress(_Taken), writing(self._engine) as now:
            try:
                now.execute(insert(t.account).values(id=account.id, **self._row(account)))
            except IntegrityError:
                raise _Taken from None
            for grant in account.grants:
                now.execute(
                    insert(t.account_grant).values(
                        account_id=account.id, role=grant.role, line_id=grant.line
                    )
                )
            return True
        return False

    def save(self, account: Account, was: str | None = None) -> bool:
        """See the port."""
        theirs = update(t.account).where(t.account.c.id == account.id)
        if was is not None:
            theirs = theirs.where(t.account.c.stamp == was)
        with writing(self._engine) as now:
            return now.execute(theirs.values(**self._row(account))).rowcount == 1

    def add_passkey(self, account_id: str, passkey: Passkey) -> bool:
        """See the port."""
        with suppress(_Taken), writing(self._engine) as now:
            try:
                now.execute(
                    insert(t.passkey).values(
                        id=_hash(passkey.credential), account_id=account_id, **_key_row(passkey)
                    )
                )
            except IntegrityError:
                raise _Taken from None
            return True
        return False

    def passkey_used(self, credential: str, counter: int, on: date) -> None:
        """See the port."""
        with writing(self._engine) as now:
            now.execute(
                update(t.passkey)
                .where(t.passkey.c.id == _hash(credential))
                .values(counter=counter, used_on=on)
            )

    def remove_passkeys(self, account_id: str, name: str | None = None) -> bool:
        """See the port."""
        theirs = delete(t.passkey).where(t.passkey.c.account_id == account_id)
        with writing(self._engine) as now:
            gone = now.execute(theirs if name is None else theirs.where(t.passkey.c.name == name))
            return gone.rowcount > 0

    def join(self, invitation: str, password: str, stamp: str, now: datetime) -> bool:
        """See the port."""
        if not invitation:
            return False
        with writing(self._engine) as connection:
            done = connection.execute(
                update(t.account)
                .where(
                    t.account.c.invitation == invitation,
                    t.account.c.invited_until > now,
                    t.account.c.locked.is_(False),
                )
                .values(password=password, stamp=stamp, invitation="", invited_until=None)
            )
            return done.rowcount == 1

    def note(self, entry: Entry) -> None:
        """See the port."""
        with writing(self._engine) as now:
            now.execute(
                insert(t.audit_entry).values(
                    at=entry.at,
                    by=entry.by,
                    what=entry.what,
                    about=entry.about,
                    line_id=entry.line,
                    told=entry.told,
                )
            )

    def entries(self, limit: int) -> list[Entry]:
        """See the port."""
        newest = select(t.audit_entry).order_by(t.audit_entry.c.id.desc()).limit(limit)
        with reading(self._engine) as now:
            rows = now.execute(newest).all()
        return [
            Entry(row.at, row.by, Deed(row.what), row.about, row.line_id, row.told) for row in rows
        ]

    def _read(self, wanted: Select[Any]) -> list[Account]:
        with reading(self._engine) as now:
            rows = now.execute(wanted).all()
            grants = defaultdict(list)
            for one in now.execute(select(t.account_grant)):
                grants[one.account_id].append(Grant(Role(one.role), one.line_id))
            keys = defaultdict(list)
            for one in now.execute(select(t.passkey).order_by(t.passkey.c.name)):
                keys[one.account_id].append(_key(one))
        return [
            replace(self._account(row), grants=tuple(grants[row.id]), passkeys=tuple(keys[row.id]))
            for row in rows
        ]

    def _account(self, row: Row[Any]) -> Account:
        return Account(
            id=row.id,
            name=row.name,
            password=row.password,
            stamp=row.stamp,
            locked=row.locked,
            language=row.language,
            second_factor=self._open(row.second_factor_sealed),
            recovery_codes=tuple(json.loads(self._open(row.recovery_codes_sealed) or "[]")),
            invitation=row.invitation,
            invited_until=row.invited_until,
        )

    def _row(self, account: Account) -> dict[str, Any]:
        codes = json.dumps(account.recovery_codes) if account.recovery_codes else ""
        return {
            "name": account.name,
            "password": account.password,
            "stamp": account.stamp,
            "locked": account.locked,
            "language": account.language,
            "second_factor_sealed": self._seal(account.second_factor),
            "recovery_codes_sealed": self._seal(codes),
            "invitation": account.invitation,
            "invited_until": account.invited_until,
        }

    def _seal(self, text: str) -> str:
        return self._seals.seal(text) if text else ""

    def _open(self, sealed: str) -> str:
        if not sealed:
            return ""
        try:
            return self._seals.open(sealed)
        except CannotUnseal:
            # To go on as though there were no second factor would open the door with the password.
            raise StoreTrouble(
                "SECRET_KEY does not open what an account keeps: warmline admin reset"
            ) from None


def _key(row: Row[Any]) -> Passkey:
    return Passkey(
        credential=row.credential,
        public_key=row.public_key,
        name=row.name,
        counter=row.counter,
        transports=tuple(row.transports),
        added_on=row.added_on,
        used_on=row.used_on,
    )


def _key_row(passkey: Passkey) -> dict[str, Any]:
    return {
        "credential": passkey.credential,
        "public_key": passkey.public_key,
        "name": passkey.name,
        "counter": passkey.counter,
        "transports": list(passkey.transports),
        "added_on": passkey.added_on,
        "used_on": passkey.used_on,
    }


def _hash(credential: str) -> str:
    return hashlib.sha256(credential.encode()).hexdigest()


class _Taken(Exception):
    """Somebody has that name; nothing is kept."""
