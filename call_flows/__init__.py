"""Every conversation that a phone can have with us, one module each."""

from __future__ import annotations

from flask import Flask

from call_flows import (
    after,
    beside,
    callback,
    choosing,
    crisis,
    duty,
    duty_shifts,
    elsewhere,
    errand,
    flooded,
    languages,
    messages,
    offer,
    places,
    privacy,
    progress,
    questions,
    selftest,
    sounds,
    star,
    survey,
    talk,
    trouble,
    waiting,
    welcome,
)
from call_flows._door import guarded, limit


def register(app: Flask) -> None:
    """Open the doors of all conversations on this app, behind the signature check."""
    limit(app)
    parent = guarded()
    asking = (flooded, questions, choosing)
    for conversation in (welcome, duty, duty_shifts, languages, privacy):
        parent.register_blueprint(conversation.flow, url_prefix="/call")
    for conversation in (*asking, waiting, callback, crisis, places, elsewhere, talk, beside):
        parent.register_blueprint(conversation.flow, url_prefix="/call")
    parent.register_blueprint(survey.flow, url_prefix="/call")
    parent.register_blueprint(callback.called, url_prefix="/call")
    parent.register_blueprint(offer.flow, url_prefix="/offer")
    parent.register_blueprint(errand.flow, url_prefix="/errand")
    parent.register_blueprint(after.flow, url_prefix="/offer")
    parent.register_blueprint(star.flow, url_prefix="/offer")
    parent.register_blueprint(progress.flow, url_prefix="/progress")
    parent.register_blueprint(messages.flow, url_prefix="/message")
    parent.register_blueprint(selftest.flow, url_prefix="/selftest")
    parent.register_blueprint(trouble.flow, url_prefix="/trouble")
    app.register_blueprint(parent)
    app.register_blueprint(sounds.flow)
