"""The two sounds of waiting. They carry nothing about anybody, so anyone may fetch them."""

from __future__ import annotations

from flask import Blueprint, Response, abort

from call_flows._sound import SOUNDS, wav

flow = Blueprint("sounds", __name__)


@flow.get("/sound/<name>.wav")
def sound(name: str) -> Response:
    """A sound by its name."""
    if name not in SOUNDS:
        abort(404)
    headers = {"Cache-Control": "public, max-age=86400"}
    return Response(wav(name), content_type="audio/wav", headers=headers)
