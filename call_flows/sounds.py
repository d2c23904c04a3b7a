"""The two sounds of waiting. They carry nothing about anybody, so anyone may fetch them."""

from __future__ import annotations

from flask import Blueprint, Response, abort

from call_flows._sound import LONGEST, SOUNDS, wav

flow = Blueprint("sounds", __name__)


@flow.get("/sound/<name>-<int:seconds>.wav")
def sound(name: str, seconds: int) -> Response:
    """A sound by its name and length."""
    if name not in SOUNDS or not 1 <= seconds <= LONGEST:
        abort(404)
    headers = {"Cache-Control": "public, max-age=86400"}
    return Response(wav(name, seconds), content_type="audio/wav", headers=headers)
