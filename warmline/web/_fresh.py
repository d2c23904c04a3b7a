"""What matters most is done only by whoever gave their password just now.

A screen that was left alone, or a session that somebody else got hold of, can look; it cannot
invite, reset, lock, or throw a switch. The page that asks carries along what was typed, and goes
on.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final, TypeVar

from flask import Flask, render_template, request, session
from flask_login import current_user
from flask_security.utils import check_and_update_authn_fresh

from warmline.web._forms import Limited

Page = TypeVar("Page", bound=Callable[..., Any])

FRESH: Final = timedelta(minutes=15)
"""For so long a password counts as given just now."""
FIELD: Final = "password-again"
OURS: Final = {FIELD, "csrf_token"}


def asks_again(page: Page) -> Page:
    """Say that what is sent to a page takes a fresh password.

    So it should be with whatever outlasts the session, such as letting somebody in.
    """
    page.__dict__["asks_again"] = True
    return page


def watch(app: Flask) -> None:
    """Stand before these pages, behind the guard: whoever comes here is signed in and may come."""

    @app.before_request
    def who_is_there() -> str | None:
        page = app.view_functions.get(request.endpoint or "")
        if request.method != "POST" or "asks_again" not in getattr(page, "__dict__", {}):
            return None
        if check_and_update_authn_fresh(FRESH, timedelta(0)):
            return None
        given = request.form.get(FIELD)
        if given and _is_theirs(given):
            session["fs_paa"] = time.time()
            return None
        return render_template("again.html", kept=_typed(), field=FIELD, wrong=given is not None)


def _is_theirs(given: str) -> bool:
    look = current_user.verify_and_update_password
    return Limited("password", current_user.username).tries(lambda: bool(look(given)))


def _typed() -> list[tuple[str, str]]:
    return [one for one in request.form.items(multi=True) if one[0] not in OURS]
