"""The library's forms, with a limit to how often anything secret can be tried.

What is counted are sign-in names as they were typed, whether somebody is called so or not: nobody
can learn from a lock who has an account.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from flask import current_app, session
from flask_login import current_user
from flask_security import (
    ChangePasswordForm,
    LoginForm,
    MfRecoveryForm,
    Totp,
    TwoFactorVerifyCodeForm,
    VerifyForm,
)
from flask_security.proxies import _datastore
from flask_security.recovery_codes import MfRecoveryCodesForm
from flask_security.utils import hash_password
from flask_wtf import FlaskForm
from passlib.exc import UsedTokenError
from passlib.totp import TotpMatch
from wtforms import PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired, Length

from warmline.domain.accounts import Deed, plain_name
from warmline.ports import WebStore
from warmline.services.accounts import People

SHORTEST: Final = 12
LONGEST: Final = 200
TRIES: Final = 5
LOCKED_FOR: Final = 15 * 60
A_MINUTE: Final = 60
EVERYBODYS: Final = 30
"""Passwords that the whole installation looks at in a minute: each costs the phones some time."""
CODE_LIVES: Final = 300
"""For how long a used code is remembered; longer than any code is taken."""


def store() -> WebStore:
    """Where tries are counted."""
    kept: WebStore = current_app.extensions["warmline.store"]
    return kept


def people() -> People:
    """The accounts of this installation."""
    kept: People = current_app.extensions["warmline.people"]
    return kept


class Limited:
    """What can be tried only so often. `door` names what is tried, `name` who tries it."""

    def __init__(self, door: str, name: str) -> None:
        self._key = f"{door}:{name}"
        self._name = name

    def tries(self, look: Callable[[], bool]) -> bool:
        """Whether it is right; after some misses nobody even looks for a while.

        It is counted before it is looked at, so that many at once are not more than the limit.
        """
        tried = store().count(self._key, LOCKED_FOR)
        if tried > TRIES:
            return False
        if look():
            self.forget()
            return True
        if tried == TRIES and people().is_there(self._name):
            people().note(self._name, Deed.TRIED_TOO_OFTEN)
        return False

    def forget(self) -> None:
        """Begin to count from nothing."""
        store().forget(self._key)


class SignIn(LoginForm):
    """Name and password."""

    email = None
    username = StringField(
        validators=[InputRequired(), Length(max=LONGEST)],
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(validators=[InputRequired(), Length(max=LONGEST)])

    def validate(self, **kwargs: Any) -> bool:
        """Whether the two belong together, and may be tried at all."""
        if store().count("everybody", A_MINUTE) > EVERYBODYS:
            return False
        name = plain_name(self.username.data or "")[:LONGEST]
        return Limited("password", name).tries(partial(self._look, name, **kwargs))

    def _look(self, name: str, **kwargs: Any) -> bool:
        self.ifield = self.username
        self.user = _datastore.find_user(username=name)
        return bool(super().validate(**kwargs))


class Again(VerifyForm):
    """The password once more, before something that matters."""

    def validate(self, **kwargs: Any) -> bool:
        """Whether it is theirs."""
        limit = Limited("password", current_user.username)
        return limit.tries(partial(super().validate, **kwargs))


class Code(TwoFactorVerifyCodeForm):
    """Six digits of the authenticator app."""

    def validate(self, **kwargs: Any) -> bool:
        """Whether it is theirs, of now, and was not used before."""
        if self.user is None or not self.tf_totp_secret or self._comes_late(self.user):
            return False
        limit = Limited("code", self.user.username or "")
        return limit.tries(partial(super().validate, **kwargs))

    def _comes_late(self, user: Any) -> bool:
        """Whether a first app is set up that is not the first any more: they have a key by now."""
        first = session.get("tf_state") == "validating_profile" and not self.is_setup
        return first and bool(user.tf_totp_secret or user.webauthn)


class RecoveryCode(MfRecoveryForm):
    """One of the codes on paper."""

    def validate(self, **kwargs: Any) -> bool:
        """Whether it is theirs; two who come with it in the same moment are one too many."""
        if self.user is None:
            return False
        self.code.data = (self.code.data or "").strip().lower()
        limit = Limited("code", self.user.username or "")
        if not limit.tries(partial(super().validate, **kwargs)):
            return False
        return store().first_use(f"recovery:{self.user.fs_uniquifier}:{self.code.data}", CODE_LIVES)


class NewPassword(ChangePasswordForm):
    """The old password and a new one, twice."""

    def validate(self, **kwargs: Any) -> bool:
        """Whether the old one is theirs and the new one will do."""
        limit = Limited("change", current_user.username)
        right = limit.tries(partial(super().validate, **kwargs))
        if not right and not self.password.errors:
            limit.forget()  # only the new one will not do
        return right


class FreshCodes(MfRecoveryCodesForm):
    """New recovery codes, in place of the old ones."""

    def validate(self, **kwargs: Any) -> bool:
        """Whether it was asked for on our page."""
        if not super().validate(**kwargs):
            return False
        people().note(current_user.username, Deed.CODES)
        return True


class Joining(FlaskForm):  # type: ignore[misc]  # ships no types
    """A first password, twice."""

    password = PasswordField(
        validators=[InputRequired(), Length(SHORTEST, LONGEST)],
        render_kw={"autocomplete": "new-password"},
    )
    again = PasswordField(
        validators=[InputRequired(), EqualTo("password")],
        render_kw={"autocomplete": "new-password"},
    )


class OnceOnly(Totp):
    """Codes of the authenticator app, each taken once."""

    def set_last_counter(self, user: Any, tmatch: TotpMatch) -> None:
        """Take a code that fits. Raises UsedTokenError when it was taken before."""
        if not store().first_use(f"totp:{user.key}:{tmatch.counter}", CODE_LIVES):
            raise UsedTokenError


def hashed(password: str) -> str:
    """The argon2 hash of a new password."""
    return str(hash_password(password))
