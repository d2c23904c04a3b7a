"""The document on another host, heard by somebody who dials while all of ours is down."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from werkzeug.wrappers import Request, Response

from tests.commands.test_commands import installation, ran, set_up
from warmline.emulator import Emulator, ManualClock, WsgiTransport

__all__ = ["installation"]
LINE, CALLER = "+16505550100", "+16505550150"


def test_whoever_dials_hears_it_to_the_end_and_the_call_ends_by_itself() -> None:
    set_up()
    document = ran("fallback")
    asked: list[str] = []

    @Request.application
    def elsewhere(request: Request) -> Response:
        asked.append(request.method)
        return Response(document, content_type="text/xml")

    emulator = Emulator(
        account_sid="AC" + "0" * 32,
        auth_token="emulated",
        clock=ManualClock(datetime(2026, 11, 24, 18, 0, tzinfo=UTC)),
        transport=WsgiTransport({"https://other.example.org": elsewhere}),
    )
    emulator.add_number(
        LINE,
        voice_url="https://down.example.org/call",
        voice_fallback_url="https://other.example.org/fallback.xml",
    )
    call = emulator.handset(CALLER).dial(LINE)
    assert emulator.run_until(lambda: call.state == "ended", 150)
    assert asked == ["POST"]
    words = " ".join(str(sound.text) for sound in call.heard if sound.text)
    assert words.index("nine eight eight") < words.index("nueve ocho ocho")
    assert "isn't working right now" in words
    assert words.rstrip(" .").endswith("texto la palabra ayuda")
    spoken = [sound for sound in call.heard if sound.text]
    for before, after in pairwise(spoken):
        assert after.at - (before.at + before.seconds) < 3, "nobody waits in silence"


@pytest.mark.parametrize("word", ["<Dial", "<Gather", "<Redirect", "<Play", "<Enqueue"])
def test_it_needs_nobody_who_answers(word: str) -> None:
    set_up()
    assert word not in ran("fallback")
