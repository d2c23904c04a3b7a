"""Which page is for whom. A page that nobody has thought about keeps the app from starting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from flask import Flask, abort, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from warmline.domain.accounts import Account, Role

Rule = frozenset[Role] | str
Page = TypeVar("Page", bound=Callable[..., Any])

ANYBODY: Final = "anybody"
"""Strangers too."""
NOBODY: Final = "nobody"
"""A page of a library that we do not offer."""
SIGNED_IN: Final = frozenset(Role)

RULES: Final = "warmline.rules"

_OF_THE_LIBRARY: Final[Mapping[str, Rule]] = {
    "static": ANYBODY,
    "security.static": NOBODY,
    "security.login": ANYBODY,
    "security.logout": SIGNED_IN,
    "security.verify": SIGNED_IN,
    "security.change_password": SIGNED_IN,
    # These three look themselves whether a password was given just now.
    "security.two_factor_setup": ANYBODY,
    "security.two_factor_token_validation": ANYBODY,
    "security.mf_recovery": ANYBODY,
    "security.two_factor_setup_validate": SIGNED_IN,
    "security.two_factor_rescue": NOBODY,
    "security.tf_select": NOBODY,
    "security.mf_recovery_codes": SIGNED_IN,
    "security.wan_register": SIGNED_IN,
    "security.wan_register_response": SIGNED_IN,
    "security.wan_delete": SIGNED_IN,
    # These two look themselves whether a password was given just now.
    "security.wan_signin": ANYBODY,
    "security.wan_signin_response": ANYBODY,
    "security.wan_verify": NOBODY,
    "security.wan_verify_response": NOBODY,
}


def only_for(rule: Rule) -> Callable[[Page], Page]:
    """Say whom a page is for: a set of roles, or ANYBODY."""

    def declared(page: Page) -> Page:
        page.__dict__["only_for"] = rule
        return page

    return declared


def a_part(page: Page) -> Page:
    """Say that this is no page but a part of one, which the browser asks for by itself.

    Nobody was seen by that: a screen that was left alone signs itself out like any other.
    """
    page.__dict__["a_part"] = True
    return page


def is_a_part(app: Flask, endpoint: str | None) -> bool:
    """Whether that is what is asked for."""
    return "a_part" in getattr(app.view_functions.get(endpoint or ""), "__dict__", {})


def rules_of(app: Flask) -> dict[str, Rule]:
    """Whom each page is for, by endpoint. Raises RuntimeError when a page does not say it."""
    rules = {
        name: _OF_THE_LIBRARY.get(name) or getattr(page, "only_for", None)
        for name, page in app.view_functions.items()
    }
    if silent := sorted(name for name, rule in rules.items() if not rule):
        raise RuntimeError(f"Nobody said whom these pages are for: {', '.join(silent)}")
    return {name: rule for name, rule in rules.items() if rule}


def guard(app: Flask) -> None:
    """Stand before every page of an app whose pages are all there."""
    rules = rules_of(app)
    app.extensions[RULES] = rules

    @app.before_request
    def may_they() -> Response | None:
        rule = rules.get(request.endpoint or "")
        if rule is None or rule == ANYBODY:
            return None
        if isinstance(rule, str):
            abort(404)
        if not current_user.is_authenticated:
            wanted = request.path if request.method == "GET" else None
            return redirect(url_for("security.login", next=wanted), 303)
        account: Account = current_user.account
        line = (request.view_args or {}).get("line_id")
        if not account.may(rule, line):
            # A line on which they do nothing does not exist for them.
            abort(403 if line is None or account.may(frozenset(Role), line) else 404)
        return None
