"""Accounts as the library that signs people in wants them: users, and where they are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from flask_security import RoleMixin, UserDatastore, UserMixin, WebAuthnMixin
from passlib.totp import TOTP
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

from warmline.domain.accounts import Account, Passkey, plain_name
from warmline.ports import Accounts, Clock


class Key(WebAuthnMixin):
    """A passkey of somebody, beside their app."""

    usage = "secondary"

    def __init__(self, passkey: Passkey) -> None:
        self.name = passkey.name
        self.credential_id = base64url_to_bytes(passkey.credential)
        self.public_key = base64url_to_bytes(passkey.public_key)
        self.sign_count = passkey.counter
        self.transports = list(passkey.transports)
        self.extensions = None
        self.lastuse_datetime = datetime.combine(passkey.used_on or passkey.added_on, time())
        self.passkey = passkey


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
        self.webauthn = [Key(one) for one in account.passkeys]

    @property
    def fs_webauthn_user_handle(self) -> str:  # type: ignore[override]  # it never changes
        """What a passkey knows its owner by: random, and nobody's name."""
        return self._account.id

    @property
    def key(self) -> str:
        """The account's id: random, opaque."""
        return self._account.id

    @property
    def was(self) -> str:
        """The stamp of the account as it was read or last kept."""
        return self._account.stamp

    def kept(self) -> None:
        """The account is in the store as it is now."""
        self._account = self.account

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

    def __init__(self, accounts: Accounts, clock: Clock, secret: str) -> None:
        super().__init__(Person, RoleMixin, Key)
        self._accounts = accounts
        self._clock = clock
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

    def create_webauthn(  # type: ignore[override]  # what is not kept is swallowed at the end
        self,
        user: Person,
        credential_id: bytes,
        public_key: bytes,
        name: str,
        sign_count: int,
        transports: list[Any] | None = None,
        **_: Any,
    ) -> None:
        """Keep a passkey. One that is known already is not theirs twice."""
        fresh = Passkey(
            credential=bytes_to_base64url(credential_id),
            public_key=bytes_to_base64url(public_key),
            name=name,
            counter=sign_count,
            transports=tuple(str(getattr(one, "value", one)) for one in transports or ()),
            added_on=self._today(),
        )
        self._accounts.add_passkey(user.account.id, fresh)

    def find_webauthn(self, credential_id: bytes) -> Key | None:
        """A passkey by its own id."""
        wanted = bytes_to_base64url(credential_id)
        owner = self._accounts.account(passkey=wanted)
        kept = owner.passkeys if owner else ()
        return next((Key(one) for one in kept if one.credential == wanted), None)

    def find_user_from_webauthn(self, webauthn: WebAuthnMixin) -> Person | None:
        """Whose it is."""
        assert isinstance(webauthn, Key)  # noqa: S101  # the library hands back what it was given
        found = self._accounts.account(passkey=webauthn.passkey.credential)
        return Person(found) if found else None

    def delete_webauthn(self, webauthn: WebAuthnMixin) -> None:
        """Forget it."""
        owner = self.find_user_from_webauthn(webauthn)
        if owner:
            self._accounts.remove_passkeys(owner.account.id, webauthn.name)

    def _today(self) -> date:
        return datetime.fromtimestamp(self._clock.now(), UTC).date()

    def put(self, model: Person | Key) -> Person | Key:
        """Keep what changed."""
        if isinstance(model, Key):
            self._accounts.passkey_used(model.passkey.credential, model.sign_count, self._today())
            return model
        # The signed-in person comes wrapped.
        person = getattr(model, "_get_current_object", lambda: model)()
        if person.tf_totp_secret:
            key = self._totp.from_source(person.tf_totp_secret)
            person.tf_totp_secret = str(key.to_json(encrypt=False))
        if self._accounts.save(person.account, was=person.was):
            person.kept()
        return model

    def commit(self) -> None:
        """Everything is kept at once."""
