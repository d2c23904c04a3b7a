"""Signing in: Flask-Security does it; here is how it is set, and what it does not do.

It does not end a session that nobody uses, nor one that was copied out of a browser before its
owner signed out. So each session has a mark in Redis, and without it nobody is signed in.
"""

from __future__ import annotations

import math
import secrets
from datetime import timedelta
from typing import Any, Final

from flask import Flask, Response, request, session
from flask_login import user_logged_out
from flask_security import (
    Security,
    password_changed,
    tf_profile_changed,
    user_authenticated,
    wan_deleted,
    wan_registered,
)
from flask_wtf import CSRFProtect

from warmline.domain.accounts import Deed
from warmline.web import _forms, _passkeys, words
from warmline.web._fresh import FRESH
from warmline.web._guard import is_a_part
from warmline.web._people import People
from warmline.web.house import WebHouse

IDLE: Final = 30 * 60
LONGEST: Final = 12 * 3600
"""Seconds after which a session is over: unused, and in any event."""
HALF: Final = 15 * 60
"""Seconds after which a password counts no more to which nothing else was added."""
HALF_WAY: Final = "half-way"
"""Where the session has when the password was given of somebody who is not in yet."""
ISSUER: Final = "Warmline"


def settings(house: WebHouse) -> dict[str, Any]:
    """The configuration of the app. Every name that begins with SECURITY_ is the library's."""
    return {
        "SECRET_KEY": house.secret,
        "SESSION_COOKIE_NAME": "__Host-warmline" if house.secure else "warmline",
        "SESSION_COOKIE_SECURE": house.secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_PATH": "/",
        "MAX_CONTENT_LENGTH": 64 * 1024,
        "WTF_CSRF_TIME_LIMIT": None,  # as long as the session
        "WTF_CSRF_SSL_STRICT": False,  # our pages tell no other where they were, not even our own
        "SECURITY_URL_PREFIX": "/console",
        "SECURITY_LOGIN_URL": "/sign-in",
        "SECURITY_LOGOUT_URL": "/sign-out",
        "SECURITY_LOGOUT_CSRF": True,
        "SECURITY_CHANGE_URL": "/password",
        "SECURITY_VERIFY_URL": "/again",
        "SECURITY_TWO_FACTOR_SETUP_URL": "/app",
        "SECURITY_TWO_FACTOR_TOKEN_VALIDATION_URL": "/code",
        "SECURITY_MULTI_FACTOR_RECOVERY_URL": "/recovery",
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_URL": "/recovery-codes",
        "SECURITY_POST_LOGIN_VIEW": "/console",
        "SECURITY_POST_LOGOUT_VIEW": "/console/sign-in",
        "SECURITY_POST_CHANGE_VIEW": "/console/account",
        "SECURITY_POST_VERIFY_VIEW": "/console/account",
        "SECURITY_TWO_FACTOR_POST_SETUP_VIEW": "/console/account",
        "SECURITY_USER_IDENTITY_ATTRIBUTES": [
            {"username": {"mapper": lambda name: name, "case_insensitive": True}}
        ],
        "SECURITY_FLASH_MESSAGES": False,
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SCHEMES": ["argon2"],
        "SECURITY_DEPRECATED_PASSWORD_SCHEMES": [],
        "SECURITY_PASSWORD_SINGLE_HASH": ["argon2"],
        # OWASP's choice that asks least of the processor, which belongs to the phones.
        "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": {
            "argon2__memory_cost": 19 * 1024,
            "argon2__time_cost": 2,
            "argon2__parallelism": 1,
        },
        "SECURITY_PASSWORD_LENGTH_MIN": _forms.SHORTEST,
        "SECURITY_CHANGEABLE": True,
        "SECURITY_SEND_PASSWORD_CHANGE_EMAIL": False,
        "SECURITY_TWO_FACTOR": True,
        "SECURITY_TWO_FACTOR_REQUIRED": True,
        "SECURITY_TWO_FACTOR_ENABLED_METHODS": ["authenticator"],
        "SECURITY_TWO_FACTOR_AUTHENTICATOR_VALIDITY": 30,
        "SECURITY_TWO_FACTOR_RESCUE_EMAIL": False,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES": True,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_N": 10,
        "SECURITY_TOTP_SECRETS": {"1": house.secret},
        "SECURITY_TOTP_ISSUER": ISSUER,
        "SECURITY_TWO_FACTOR_IMPLEMENTATIONS": {
            "code": "warmline.web._passkeys.CodeOfAnApp",
            "webauthn": "flask_security.webauthn.WebAuthnTfPlugin",
        },
        "SECURITY_WEBAUTHN": True,
        "SECURITY_WAN_RP_NAME": ISSUER,
        "SECURITY_WAN_REGISTER_URL": "/passkeys",
        "SECURITY_WAN_DELETE_URL": "/passkeys/remove",
        "SECURITY_WAN_SIGNIN_URL": "/passkey",
        "SECURITY_WAN_VERIFY_URL": "/passkey-again",
        "SECURITY_WAN_POST_REGISTER_VIEW": "/console/passkeys",
        "SECURITY_WAN_NAME_MAX_LENGTH": _passkeys.NAME_LENGTH,
        # Beside a password, never in its place.
        "SECURITY_WAN_ALLOW_AS_FIRST_FACTOR": False,
        "SECURITY_WAN_ALLOW_AS_MULTI_FACTOR": False,
        "SECURITY_WAN_ALLOW_AS_VERIFY": [],
        "SECURITY_FRESHNESS": FRESH,
        "SECURITY_FRESHNESS_GRACE_PERIOD": timedelta(0),
        "SECURITY_API_ENABLED_METHODS": ["session"],
    }


def open_to_people(app: Flask, house: WebHouse) -> None:
    """Let people sign in to an app that has its configuration."""
    app.extensions["warmline.store"] = house.store
    app.extensions["warmline.people"] = house.people
    _remember_language(app)
    _mark_sessions(app, house)  # before the library asks who is there
    _close_half_open(app, house)
    CSRFProtect(app)
    security = Security(
        app,
        People(house.accounts, house.clock, house.secret),
        login_form=_forms.SignIn,
        verify_form=_forms.Again,
        change_password_form=_forms.NewPassword,
        two_factor_verify_code_form=_forms.Code,
        mf_recovery_form=_forms.RecoveryCode,
        mf_recovery_codes_form=_forms.FreshCodes,
        totp_cls=_forms.OnceOnly,
        webauthn_util_cls=_passkeys.OurHouse,
        wan_delete_form=_passkeys.Removing,
        wan_register_form=_passkeys.Adding,
        wan_register_response_form=_passkeys.Added,
        wan_signin_response_form=_passkeys.Shown,
    )
    security.want_json(lambda _: False)
    app.jinja_env.globals["has_app"] = _passkeys.has_app
    _write_down(app, house)


def _remember_language(app: Flask) -> None:
    @app.before_request
    def they_chose() -> None:
        # Not on the public page, which leaves nothing in anybody's browser.
        wanted = request.args.get("lang", "")
        if wanted in words.LANGUAGES and request.blueprint not in {None, "public"}:
            session["lang"] = wanted


def _mark_sessions(app: Flask, house: WebHouse) -> None:
    @app.before_request
    def is_it_over() -> None:
        if "_user_id" not in session:
            return
        seen = not is_a_part(app, request.endpoint)
        began = house.store.session(session.get("mark", ""), IDLE if seen else None)
        if began is None or house.clock.now() - began > LONGEST:
            _forget_all_but_language()

    @user_authenticated.connect_via(app)
    def begun(_: Flask, user: Any, **__: Any) -> None:
        if user.account.language:
            session["lang"] = user.account.language
        if old := session.get("mark"):
            house.store.close_session(old)
        session["mark"] = secrets.token_urlsafe(32)
        now = house.clock.now()
        house.store.open_session(session["mark"], now, IDLE)
        house.store.list_session(user.account.id, session["mark"], now, LONGEST)

    def ended(_: Flask, **__: Any) -> None:
        if mark := session.get("mark"):
            house.store.close_session(mark)
        _forget_all_but_language()

    user_logged_out.connect(ended, app, weak=False)


def _close_half_open(app: Flask, house: WebHouse) -> None:
    """A browser that was left between password and second factor is soon anybody's again."""

    @app.before_request
    def for_how_long() -> None:
        began = session.get(HALF_WAY, math.inf)
        if "_user_id" not in session and house.clock.now() - began > HALF:
            _forget_all_but_language()

    @app.after_request
    def is_it_half_open(response: Response) -> Response:
        given = request.endpoint == "security.login" and response.status_code == 302
        if "tf_state" not in session:
            session.pop(HALF_WAY, None)
        elif given or HALF_WAY not in session:
            session[HALF_WAY] = house.clock.now()
        return response


def _forget_all_but_language() -> None:
    spoken = session.get("lang")
    session.clear()
    if spoken:
        session["lang"] = spoken


def _write_down(app: Flask, house: WebHouse) -> None:
    """What the library did, into the audit log."""

    def noted(what: Deed) -> Any:
        def note(_: Flask, user: Any, **how: Any) -> None:
            if how.get("authn_via") != ["change"]:
                house.people.note(user.username, what)

        return note

    for signal, what in (
        (user_authenticated, Deed.SIGNED_IN),
        (password_changed, Deed.PASSWORD),
        (tf_profile_changed, Deed.SECOND_FACTOR),
        (wan_registered, Deed.PASSKEY),
        (wan_deleted, Deed.PASSKEY_REMOVED),
    ):
        signal.connect(noted(what), app, weak=False)
