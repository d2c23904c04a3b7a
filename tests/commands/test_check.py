"""`warmline check`: by itself, and against a whole line with the emulator as its provider."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.commands.test_commands import EXAMPLE, installation, ran, run
from tests.commands.test_serve import COMMAND, free_port
from warmline.demo.web.line import demo_line
from warmline.emulator import Emulator, RealClock, WsgiTransport
from warmline.emulator.server import Running
from warmline.processes import wait_for

__all__ = ["installation"]
ACCOUNT, TOKEN = "AC" + "0" * 32, "made-up-for-this-test"
NUMBER = "+16505550100"


def checked(status: int = 1) -> str:
    result = run("check")
    assert result.exit_code == status, result.output
    assert result.stderr == ""
    last = "The line is ready for callers." if status == 0 else "to be mended."
    assert result.output.rstrip().endswith(last)
    return result.output


def wrongs(told: str) -> list[str]:
    return [row[6:] for row in told.splitlines() if row.startswith("wrong ")]


def test_nothing_is_there_and_nothing_is_made(installation: Path) -> None:
    told = checked()
    for said in (
        "PUBLIC_URL is not set",
        "TWILIO_AUTH_TOKEN is not set",
        "There is no data folder",
        "There is no database yet",
        "The live state does not answer",
    ):
        assert any(said in one for one in wrongs(told)), told
    assert list(installation.iterdir()) == []


def test_settings_that_make_no_sense(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARMLINE_WEB_WORKERS", "many")
    assert wrongs(checked()) == [
        'WARMLINE_WEB_WORKERS: "many" is not a whole number. Write it like 1.'
    ]


def test_what_stands_in_the_database(installation: Path) -> None:
    ran("db", "upgrade")
    assert "There is no secret key." in wrongs(checked())
    ran("apply", str(EXAMPLE), "--dry-run")
    assert "There is no line yet." in wrongs(checked())
    ran("apply", str(EXAMPLE))
    told = checked()
    assert "County peer line has 3 supporters who can be rung." in told
    assert "County peer line: key 9 leads to 988." in told
    assert "555011" not in told.replace(" ", "")


def test_others_may_look_in(installation: Path) -> None:
    ran("db", "upgrade")
    data = installation / "data"
    data.chmod(0o755)
    assert f"Run: chmod 700 {data}" in checked()
    assert stat.S_IMODE(data.stat().st_mode) == 0o755, "it only looks"


def test_another_key_than_the_numbers_were_sealed_with(installation: Path) -> None:
    ran("db", "upgrade")
    ran("apply", str(EXAMPLE))
    key = installation / "data" / "secret_key"
    key.write_text("k" * 48, encoding="ascii")
    assert any("cannot be read with this secret key" in one for one in wrongs(checked()))


class Elsewhere(BaseHTTPRequestHandler):
    """Another host, with the fallback document."""

    document = b"<Response><Say>x</Say></Response>"
    status = 200

    def do_POST(self) -> None:
        self.send_response(self.status)
        self.send_header("Content-Type", "text/xml")
        self.end_headers()
        self.wfile.write(self.document)

    def log_message(self, *words: object) -> None: ...


@pytest.fixture
def elsewhere() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Elsewhere)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://localhost:{server.server_port}/fallback.xml"
    server.shutdown()
    server.server_close()


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """The provider. It rings nobody here: only its numbers are asked for."""
    with Emulator(
        account_sid=ACCOUNT, auth_token=TOKEN, clock=RealClock(), transport=WsgiTransport({})
    ) as made:
        made.add_number(NUMBER, voice_url="https://old.example.org/call")
        yield made


@pytest.fixture
def serving(
    emulator: Emulator, installation: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """`warmline serve` with a line that somebody answers at every hour."""
    rest = Running("127.0.0.1", 0, emulator.rest)
    port = free_port()
    for name, value in {
        "WARMLINE_BIND": f"127.0.0.1:{port}",
        "WARMLINE_RING_WORKERS": "1",
        "WARMLINE_WEB_WORKERS": "1",
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "TWILIO_ACCOUNT_SID": ACCOUNT,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "TWILIO_API_BASE_URL": rest.url,
    }.items():
        monkeypatch.setenv(name, value)
    ran("db", "upgrade")
    file = installation / "line.toml"
    file.write_text(demo_line(EXAMPLE.read_text(encoding="utf-8")), encoding="utf-8")
    ran("apply", str(file))
    process = subprocess.Popen(
        COMMAND, env=dict(os.environ), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout is not None
    for sentence in process.stdout:
        if sentence.startswith("The warmline is open"):
            break
    try:
        yield
    finally:
        process.terminate()
        process.wait(20)
        process.stdout.close()
        rest.stop()


@pytest.mark.slow
def test_a_whole_line_is_told_to_be_ready_once_its_numbers_ask_it(
    serving: None, emulator: Emulator, elsewhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Workers and the clock sign on a moment after the web app answers.
    assert wait_for(lambda: len(wrongs(run("check").output)) == 2, 15), run("check").output
    pages, fallback = wrongs(checked())
    assert pages.startswith(f"{NUMBER} is not set up as it should be at Twilio: voice_url")
    assert fallback == f"{NUMBER}: nothing speaks when our pages fail."

    ran("twilio", "provision", "--yes")
    told = checked(status=0)
    assert "note  +16505550100: nothing speaks when this whole host is down." in told
    for said in (
        "A clock runs.",
        'The queue "ring" has 1 worker.',
        'The queue "other" has 1 worker.',
        "strangers are refused",
        "signed as Twilio signs is taken",
    ):
        assert said in told
    for secret in (TOKEN, "5550111", "5550119"):
        assert secret not in told

    (number,) = emulator.numbers.values()
    number.settings["voice_fallback_url"] = elsewhere
    assert "but not as warmline fallback writes today." in checked(status=0)
    monkeypatch.setattr(Elsewhere, "document", ran("fallback").encode())
    assert "ok    +16505550100: localhost speaks when we are down." in checked(status=0)
    monkeypatch.setattr(Elsewhere, "status", 405)
    assert any("answers a POST with 405" in one for one in wrongs(checked()))
    monkeypatch.setattr(Elsewhere, "status", 200)
    monkeypatch.setattr(Elsewhere, "document", b"It works.")
    assert any("not with the fallback document" in one for one in wrongs(checked()))

    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "another-token-than-the-web-app-has")
    told = checked()
    assert any("signed as Twilio signs is answered 403" in one for one in wrongs(told))
    assert any("Twilio does not accept the account SID" in one for one in wrongs(told))

    monkeypatch.setenv("PUBLIC_URL", f"http://127.0.0.1:{free_port()}")
    assert any("nobody listens there" in one for one in wrongs(checked()))
