"""The document on another host, heard by somebody who dials while all of ours is down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from werkzeug.wrappers import Request, Response

from tests.call_flows.provider import VOICE
from tests.commands.test_commands import EXAMPLE, installation, ran, set_up
from warmline.emulator import Emulator, ManualClock, WsgiTransport, behaviours
from warmline.emulator.phones import PhoneCall

__all__ = ["installation"]
LINE, CALLER, BACKUP = "+16505550100", "+16505550150", "+16505550189"
RINGING = "someone who can help you find your way"


@contextmanager
def dialing(document: str) -> Iterator[tuple[Emulator, PhoneCall]]:
    """All of ours is down, another host has the document, and somebody dials the line."""
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
    yield emulator, emulator.handset(CALLER).dial(LINE)
    assert asked == ["POST"]


def with_backup(folder: Path) -> str:
    """The document of a line that names somebody for such a night."""
    ran("db", "upgrade")
    file = folder / "line.toml"
    file.write_text(EXAMPLE.read_text().replace("# backup_phone", "backup_phone"))
    ran("apply", str(file))
    return ran("fallback")


def words(call: PhoneCall) -> str:
    return " ".join(str(sound.text) for sound in call.heard if sound.text)


def test_whoever_dials_hears_it_to_the_end_and_the_call_ends_by_itself() -> None:
    set_up()
    with dialing(ran("fallback")) as (emulator, call):
        assert emulator.run_until(lambda: call.state == "ended", 150)
    heard = words(call)
    assert heard.index("nine eight eight") < heard.index("nueve ocho ocho")
    assert "isn't working right now" in heard
    assert RINGING not in heard
    assert heard.rstrip(" .").endswith("texto la palabra ayuda")
    spoken = [sound for sound in call.heard if sound.text]
    for before, after in pairwise(spoken):
        assert after.at - (before.at + before.seconds) < 3, "nobody waits in silence"


def test_who_takes_calls_on_such_a_night_is_rung_and_sees_the_lines_number(tmp_path: Path) -> None:
    with dialing(with_backup(tmp_path)) as (emulator, call):
        backup = emulator.handset(BACKUP)
        backup.behaviour = behaviours.Answers(4.0)
        assert emulator.run_until(lambda: BACKUP in call.talking_with, 90)
        heard = words(call)
        assert heard.index("nine eight eight") < heard.index(RINGING)
        assert [one.other for one in backup.calls] == [LINE], "never the caller's number"
        assert not emulator.run_until(lambda: BACKUP not in call.talking_with, 60), "they talk"
        backup.calls[0].hang_up()
        assert emulator.run_until(lambda: call.state == "ended", 90)
    assert words(call).rstrip(" .").endswith("texto la palabra ayuda")
    assert [one.code for one in emulator.alerts] == [11210], "our page, which is down"


@pytest.mark.parametrize(
    "behaviour", [behaviours.Ignores(), behaviours.Busy(), behaviours.Unreachable()]
)
def test_if_nobody_answers_there_the_other_lines_and_988_follow(
    tmp_path: Path, behaviour: behaviours.Behaviour
) -> None:
    with dialing(with_backup(tmp_path)) as (emulator, call):
        backup = emulator.handset(BACKUP)
        backup.behaviour = behaviour
        assert emulator.run_until(lambda: call.state == "ended", 180)
    assert len(backup.calls) == (behaviour.refusal is None)
    heard = words(call)
    assert heard.index("nine eight eight") < heard.index(RINGING) < heard.index("these lines")
    assert heard.rstrip(" .").endswith("texto la palabra ayuda")


def test_with_somebody_to_ring_it_is_still_a_document_that_asks_nobody(tmp_path: Path) -> None:
    parsed = etree.fromstring(with_backup(tmp_path).strip().encode())
    (dial,) = parsed.iter("Dial")
    assert dict(dial.attrib) == {"callerId": LINE, "timeout": "25"}
    assert [one.text for one in dial] == [BACKUP]
    assert [one.tag for one in parsed][-1] == "Hangup"
    if VOICE is not None:
        VOICE.assertValid(parsed)


@pytest.mark.parametrize("word", ["<Dial", "<Gather", "<Redirect", "<Play", "<Enqueue"])
def test_without_one_it_needs_nobody_who_answers(word: str) -> None:
    set_up()
    assert word not in ran("fallback")
