"""The app of the pages: the public one, and the console where it is wanted."""

from __future__ import annotations

from typing import Final

from flask import Flask, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from warmline.domain.errors import StoreTrouble
from warmline.web import (
    _fresh,
    _guard,
    _signing_in,
    beginners,
    calendar,
    console,
    days_off,
    emergency,
    first_hour,
    first_passkey,
    health_page,
    imports,
    line_itself,
    menu,
    now,
    oncall,
    opening,
    people,
    place,
    place_table,
    places,
    plan,
    public,
    reports,
    sentences,
    shifts,
    supporters,
    tags,
    voices,
    words,
)
from warmline.web.discreet import DiscreetFlask
from warmline.web.house import WebHouse

ROOMS: Final = (
    console,
    first_passkey,
    now,
    emergency,
    people,
    health_page,
    reports,
    plan,
    beginners,
    supporters,
    oncall,
    shifts,
    days_off,
    imports,
    first_hour,
    line_itself,
    opening,
    sentences,
    voices,
    tags,
    places,
    place,
    place_table,
)
"""Modules whose `pages` are the console. A new one is named here, and nowhere else."""

HEADERS: Final = {
    # Nothing from anywhere else, no script but our own files, and nobody puts us into a frame.
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "script-src 'self'; connect-src 'self'; media-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
A_YEAR_OF_HTTPS: Final = "max-age=31536000"
A_DAY: Final = 24 * 3600


def create_pages(house: WebHouse) -> Flask:
    """A fresh app. Raises RuntimeError when a page does not say whom it is for."""
    app = DiscreetFlask(__name__, static_folder="static", static_url_path="/how-we-work/static")
    app.config.update(_signing_in.settings(house))
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = A_DAY
    app.extensions["warmline.web"] = house
    sentences.let_sounds_in(app)
    with_words(app)
    with_headers(app, house.secure)
    with_plain_errors(app)
    app.register_blueprint(public.pages)
    app.register_blueprint(calendar.pages)
    if house.console:
        _signing_in.open_to_people(app, house)
        for room in ROOMS:
            app.register_blueprint(room.pages)
    _guard.guard(app)
    _fresh.watch(app)
    menu.collect(app)
    return app


def with_words(app: Flask) -> None:
    """Let templates speak the languages of the pages."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # the extension brings it
        words.gettext, lambda one, many, n: words.gettext(one if n == 1 else many, n=n)
    )
    app.jinja_env.globals.update(
        page_language=words.language,
        languages=words.LANGUAGES,
        moment=words.moment,
        in_words=words.show,
        clock=words.clock,
    )


def with_headers(app: Flask, secure: bool) -> None:
    """Say with every answer what a browser may do with it."""

    @app.after_request
    def tell_browsers(response: Response) -> Response:
        response.headers.update(HEADERS)
        if secure:
            response.headers["Strict-Transport-Security"] = A_YEAR_OF_HTTPS
        if request.endpoint != "static":
            response.headers["Cache-Control"] = "no-store"
            response.headers["Content-Language"] = words.language()
        return response


def with_plain_errors(app: Flask) -> None:
    """Tell what went wrong in a sentence."""

    @app.errorhandler(HTTPException)
    def not_here(error: HTTPException) -> tuple[str, int] | Response:
        if error.response is not None or error.code is None:
            return error.get_response()
        return render_template("trouble.html", code=error.code), error.code

    @app.errorhandler(StoreTrouble)
    def not_now(_: StoreTrouble) -> tuple[str, int]:
        return render_template("trouble.html", code=503), 503
