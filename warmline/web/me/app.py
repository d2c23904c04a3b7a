"""The app of supporters' own pages, behind `/me`. It knows no accounts, and no other cookie."""

from __future__ import annotations

from flask import Flask, Response
from flask_wtf import CSRFProtect

from warmline import afterwards
from warmline.web.discreet import DiscreetFlask
from warmline.web.me import _door, about, door, pay, plan, read, today
from warmline.web.me.house import OwnHouse
from warmline.web.pages import A_DAY, with_headers, with_plain_errors, with_words

ROOMS = (door, today, plan, about, pay, read)


def create_own_pages(house: OwnHouse) -> Flask:
    """A fresh app. Every page but those of the door is for a supporter who is signed in."""
    app = DiscreetFlask("warmline.web", static_folder="static", static_url_path="/me/static")
    app.config.update(
        SECRET_KEY=house.secret,
        SESSION_COOKIE_NAME="__Host-warmline-me" if house.secure else "warmline-me",
        SESSION_COOKIE_SECURE=house.secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
        MAX_CONTENT_LENGTH=16 * 1024,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,  # our pages tell no other where they were, not even our own
        SEND_FILE_MAX_AGE_DEFAULT=A_DAY,
    )
    app.extensions["warmline.me"] = house
    with_words(app)
    with_headers(app, house.secure)
    with_plain_errors(app)
    CSRFProtect(app)
    _door.guard(app)
    app.context_processor(lambda: {"menu": [], "line_menu": []})
    for room in ROOMS:
        app.register_blueprint(room.pages)
    app.before_request(afterwards.keep)
    app.after_request(_release)
    return app


def _release(response: Response) -> Response:
    response.call_on_close(afterwards.release)
    return response
