"""`warmline check`, point by point: what it says when one thing is wrong, and how to mend it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.commands.test_check import ACCOUNT, NUMBER, TOKEN, Elsewhere, elsewhere, emulator
from tests.commands.test_commands import EXAMPLE, installation, ran, run, set_up
from tests.commands.test_serve import free_port
from tests.services.test_checking import GOOD, Machinery, of_line
from warmline.commands import _checks
from warmline.commands._installation import open_roster, read_settings
from warmline.domain.line import Hours
from warmline.emulator import Emulator
from warmline.emulator.server import Running
from warmline.services.checking import Finding, Grade, line, machinery

__all__ = ["elsewhere", "emulator", "installation"]


def told() -> dict[str, str]:
    """Everything that is wrong, each with how to mend it, as the command prints it."""
    rows = run("check").output.splitlines()
    return {
        row[6:]: after.strip().removeprefix("-> ")
        for row, after in zip(rows, [*rows[1:], ""], strict=True)
        if row.startswith("wrong ")
    }


def mend(findings: Iterator[Finding], said: str) -> str:
    (found,) = [one for one in findings if said in one.said]
    assert found.grade is Grade.WRONG
    return found.mend


@pytest.fixture
def provider(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Iterator[Emulator]:
    """A line whose provider answers; nothing of ours runs."""
    rest = Running("127.0.0.1", 0, emulator.rest)
    for name, value in {
        "PUBLIC_URL": f"http://127.0.0.1:{free_port()}",
        "TWILIO_ACCOUNT_SID": ACCOUNT,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "TWILIO_API_BASE_URL": rest.url,
    }.items():
        monkeypatch.setenv(name, value)
    set_up()
    yield emulator
    rest.stop()


def about_numbers() -> Iterator[Finding]:
    return _checks.numbers(read_settings(), open_roster().books())


# -- settings, stores, migrations ----------------------------------------------------------------


def test_a_setting_that_is_missing() -> None:
    assert (
        told()[
            "TWILIO_AUTH_TOKEN is not set. Its auth token: Twilio's requests are checked with it."
        ]
        == "Set it in the environment of every process."
    )


def test_a_database_of_an_older_version(installation: Path) -> None:
    set_up()
    ran("db", "upgrade")
    database = installation / "data" / "warmline.db"
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.close()
    said = "The database is not set up for this version."
    assert told()[said] == "Run: warmline db upgrade"


def test_a_database_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"postgresql://nobody:nothing@127.0.0.1:{free_port()}/none"
    monkeypatch.setenv("DATABASE_URL", address)
    assert "Look at DATABASE_URL and at its server." in told().values()
    assert "nothing" not in run("check").output.replace("nothing is", "")


def test_a_store_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told()["The live state does not answer."] == "Start the warmline: warmline serve"
    monkeypatch.setenv("REDIS_URL", f"redis://127.0.0.1:{free_port()}/0")
    monkeypatch.setenv("SECRET_KEY", "k" * 40)
    assert told()["The live state does not answer."] == "Look at REDIS_URL and at its server."


# -- workers and the clock -----------------------------------------------------------------------


def test_a_queue_on_which_nobody_works() -> None:
    idle = machinery(Machinery(signed_on={"ring": 0, "other": 1}))
    assert mend(idle, 'Nobody works on the queue "ring".') == (
        "Start one: python -m workers ring. warmline serve does it by itself."
    )


def test_no_clock() -> None:
    still = machinery(Machinery(ticking=False))
    assert mend(still, "No clock runs").startswith("Start one: python -m workers.clock.")


# -- coverage ------------------------------------------------------------------------------------


def test_an_hour_of_today_without_anybody() -> None:
    now = datetime(2027, 5, 10, 17, 0, tzinfo=UTC)
    nobody = line(replace(GOOD, shifts=()), now)
    assert mend(nobody, "nobody is on duty from Mon").startswith("Put somebody on with a")
    closed = line(of_line(hours=Hours({})), now)
    assert mend(closed, "never opens").startswith("Give it [hours]")


# -- the numbers at the provider -----------------------------------------------------------------


def test_a_number_that_asks_other_pages(provider: Emulator) -> None:
    said = f"{NUMBER} is not set up as it should be at Twilio: voice_url"
    assert mend(about_numbers(), said).endswith("add --yes: warmline twilio provision")


def test_a_number_that_the_account_does_not_have(provider: Emulator) -> None:
    provider.numbers.clear()
    said = f"{NUMBER} is not a number of this Twilio account."
    assert mend(about_numbers(), said).startswith("Buy it or move it there")


def test_a_provider_that_does_not_answer(
    provider: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWILIO_API_BASE_URL", f"http://127.0.0.1:{free_port()}")
    (found,) = about_numbers()
    assert (found.grade, found.mend) == (Grade.WRONG, "Then check again.")
    assert "Twilio" in found.said


# -- the document of last resort -----------------------------------------------------------------


def fallback_at(provider: Emulator, url: str) -> None:
    owned = provider.owned(NUMBER)
    assert owned is not None
    owned.settings["voice_fallback_url"] = url


def test_no_fallback_at_all(provider: Emulator) -> None:
    said = f"{NUMBER}: nothing speaks when our pages fail."
    assert "warmline twilio provision" in mend(about_numbers(), said)


def test_a_fallback_whose_host_is_down(provider: Emulator) -> None:
    fallback_at(provider, f"http://localhost:{free_port()}/fallback.xml")
    said = "the fallback document at localhost cannot be had"
    assert mend(about_numbers(), said).startswith("Write one with warmline fallback")


@pytest.mark.parametrize(
    ("status", "document"), [(405, b"<Response/>"), (404, b"<Response/>"), (200, b"It works.")]
)
def test_a_host_that_does_not_answer_with_the_document(
    provider: Emulator,
    elsewhere: str,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    document: bytes,
) -> None:
    fallback_at(provider, elsewhere)
    monkeypatch.setattr(Elsewhere, "status", status)
    monkeypatch.setattr(Elsewhere, "document", document)
    said = f"localhost answers a POST with {status}"
    assert mend(about_numbers(), said).startswith("Write one with warmline fallback")


def test_a_document_of_before_the_line_was_changed(
    provider: Emulator, elsewhere: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fallback_at(provider, elsewhere)
    monkeypatch.setattr(Elsewhere, "document", ran("fallback").encode())
    (now,) = [one for one in about_numbers() if "speaks when we are down" in one.said]
    assert now.grade is Grade.FINE
    changed = tmp_path / "line.toml"
    changed.write_text(EXAMPLE.read_text().replace("# backup_phone", "backup_phone"))
    ran("apply", str(changed))
    (then,) = [one for one in about_numbers() if "speaks when we are down" in one.said]
    assert then.grade is Grade.NOTE
    assert then.mend.endswith("Write it anew.")


# -- the public address --------------------------------------------------------------------------


@pytest.fixture
def stranger() -> Iterator[Callable[[int, int], str]]:
    """Something that listens where our pages should: it answers the unsigned, and the signed."""
    servers: list[HTTPServer] = []

    def listening(unsigned: int, signed: int) -> str:
        class Answers(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.send_response(signed if self.headers.get("X-Twilio-Signature") else unsigned)
                self.end_headers()

            def log_message(self, *words: object) -> None: ...

        server = HTTPServer(("127.0.0.1", 0), Answers)
        servers.append(server)
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield listening
    for one in servers:
        one.shutdown()
        one.server_close()


def about_the_address(monkeypatch: pytest.MonkeyPatch, url: str) -> Iterator[Finding]:
    monkeypatch.setenv("PUBLIC_URL", url)
    return _checks.public_address(read_settings())


def test_an_address_at_which_nobody_listens(
    provider: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = about_the_address(monkeypatch, f"http://127.0.0.1:{free_port()}")
    assert mend(found, "cannot be reached from here").startswith("Look at PUBLIC_URL")


@pytest.mark.parametrize("status", [200, 404, 502])
def test_an_address_at_which_something_else_listens(
    provider: Emulator,
    monkeypatch: pytest.MonkeyPatch,
    stranger: Callable[[int, int], str],
    status: int,
) -> None:
    found = about_the_address(monkeypatch, stranger(status, 204))
    said = f"answers {status} to a request that nobody signed, and not 403"
    assert mend(found, said).startswith("Something else answers there")


def test_a_web_app_with_another_token_or_a_proxy_that_changes_the_address(
    provider: Emulator, monkeypatch: pytest.MonkeyPatch, stranger: Callable[[int, int], str]
) -> None:
    found = about_the_address(monkeypatch, stranger(403, 403))
    said = "A request that is signed as Twilio signs is answered 403."
    assert mend(found, said).startswith("The web app must have the same PUBLIC_URL and")
