"""The sounds of waiting, and the line's own recordings of its sentences.

They carry nothing about anybody who calls, so anyone may fetch them, and keep them.
"""

from __future__ import annotations

import re

from flask import Blueprint, Response, abort

from call_flows._house import house
from call_flows._sound import LONGEST, SOUNDS, wav
from warmline.domain.errors import StoreTrouble
from warmline.services.words import NAME_LENGTH

flow = Blueprint("sounds", __name__)


@flow.get("/sound/<name>-<int:seconds>.wav")
def sound(name: str, seconds: int) -> Response:
    """A sound by its name and length."""
    if name not in SOUNDS or not 1 <= seconds <= LONGEST:
        abort(404)
    headers = {"Cache-Control": "public, max-age=86400"}
    return Response(wav(name, seconds), content_type="audio/wav", headers=headers)


@flow.get("/sound/words/<name>.wav")
def recording(name: str) -> Response:
    """A sentence as a coordinator has recorded it. Its name is its hash: it never changes."""
    if not re.fullmatch(rf"[0-9a-f]{{{NAME_LENGTH}}}", name):
        abort(404)
    try:
        found = house().speaking.sound(name)
    except StoreTrouble:
        abort(503)
    if found is None:
        abort(404)
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(found, content_type="audio/wav", headers=headers)
