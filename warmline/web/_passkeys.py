"""Passkeys as a second factor, beside an app or instead: what the library's forms leave open.

A passkey that fits is not enough: it must be of the person who gave the password just now, who
may sign in, and its answer opens the door once.
"""

from __future__ import annotations

from typing import Any, Final

from flask import flash, request, session
from flask_login import current_user
from flask_security import (
    WebAuthnDeleteForm,
    WebAuthnRegisterForm,
    WebAuthnRegisterResponseForm,
    WebAuthnSigninResponseForm,
    WebauthnUtil,
)
from flask_security.proxies import _datastore
from flask_security.twofactor import CodeTfPlugin

from warmline.web import words
from warmline.web._forms import CODE_LIVES, store
from warmline.web._here import house

MOST: Final = 10
"""Passkeys of one person."""
NAME_LENGTH: Final = 40


class OurHouse(WebauthnUtil):
    """What a passkey is bound to."""

    def origin(self) -> str:
        """Where the console is, as browsers see it: what ends https before us does not tell."""
        return f"{'https' if house().secure else 'http'}://{request.host}"


class CodeOfAnApp(CodeTfPlugin):
    """Codes are asked for first of those who have no passkey; its page leads to them, too."""

    def get_setup_methods(self, user: Any) -> list[tuple[str, str]]:
        """None for whoever has a passkey, so that nobody has to choose before they may begin."""
        found: list[tuple[str, str]] = [] if user.webauthn else super().get_setup_methods(user)
        return found


class Adding(WebAuthnRegisterForm):
    """A name for one more passkey."""

    def validate(self, **kwargs: Any) -> bool:
        """Whether it can be called so, and there is room for it."""
        return len(current_user.webauthn) < MOST and bool(super().validate(**kwargs))


class Removing(WebAuthnDeleteForm):
    """One passkey less."""

    def validate(self, **kwargs: Any) -> bool:
        """Whether they have it, and another second factor: a password alone opens nothing."""
        if not super().validate(**kwargs):
            return False
        if len(current_user.webauthn) > 1 or current_user.tf_totp_secret:
            return True
        flash(words.gettext("It is all you have besides your password. Add an app or a key first."))
        return False


class Added(WebAuthnRegisterResponseForm):
    """What the browser says of a new one."""

    def validate(self, **kwargs: Any) -> bool:
        """Whether it answers what was asked, and is nobody's yet."""
        if len(current_user.webauthn) < MOST and super().validate(**kwargs):
            return True
        flash(words.gettext("That passkey could not be added. Try once more."))
        return False


class Shown(WebAuthnSigninResponseForm):
    """What the browser says when somebody shows theirs."""

    def validate(self, **kwargs: Any) -> bool:
        """Whether it is the passkey of whoever gave the password just now, and was not used so."""
        if self._is_theirs(**kwargs) and store().first_use(f"passkey:{self.challenge}", CODE_LIVES):
            return True
        flash(words.gettext("That passkey did not work. Try once more, or use the code."))
        return False

    def _is_theirs(self, **kwargs: Any) -> bool:
        return bool(
            self.is_secondary
            and super().validate(**kwargs)
            and self.user is not None
            and self.user.is_active
            and self.user.fs_uniquifier == session.get("tf_user_id")
        )


def has_app() -> bool:
    """Whether the person who gave their password just now has an authenticator app."""
    person = _datastore.find_user(fs_uniquifier=session.get("tf_user_id", ""))
    return bool(person and person.tf_totp_secret)
