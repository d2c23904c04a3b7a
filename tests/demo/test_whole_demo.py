"""`warmline demo` as a whole: it starts, a call goes through it, and nothing of it is left."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.demo.house import Demo, running
from warmline.commands.demo import demo as command
from warmline.demo.web import house


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    with running(tmp_path / "demo", "--speed", "4") as demo:
        yield demo


def test_a_call_from_the_first_ring_to_the_last_process(demo: Demo) -> None:
    assert "Call the warmline" in demo.get()
    assert {"clock", "other", "owner", "phones", "ring-1", "store", "web"} <= set(demo.living())
    demo.do("phones/caller/dial")
    demo.hears("caller", "people who do peer and family support, like you")
    demo.do("phones/caller/press", keys="1")
    demo.until("river", lambda phone: phone["state"] == "ringing")
    shown = demo.phone("river")["words"].replace("\N{NO-BREAK SPACE}", " ")
    assert shown == "Ringing: shows +1 650 555 0100"
    demo.do("phones/river/answer")
    demo.hears("river", "A call for River.")
    demo.do("phones/river/press", keys="1")
    demo.until("caller", lambda phone: phone["together"] == "You and River hear each other.")
    assert demo.phone("river")["together"] == "You and the caller hear each other."
    demo.do("phones/caller/hang_up")
    demo.until("river", lambda phone: phone["words"] == "Resting after a call")

    assert demo.end(signal.SIGINT) == 0
    assert demo.living() == []


def test_a_port_that_is_taken_is_said_so(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(command, ["--data", str(tmp_path / "d"), "--port", str(port)])
    assert result.exit_code == 1
    assert result.output.startswith(f"Port {port} is taken.")


def test_the_usual_port_gives_way() -> None:
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if house.is_free(house.PORT):
            assert house.port_for_the_page(None) == house.PORT
            other.bind(("127.0.0.1", house.PORT))
            other.listen()
        assert house.port_for_the_page(None) != house.PORT


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "warmline.db").write_text("a real line")
    result = CliRunner().invoke(command, ["--data", str(tmp_path)])
    assert result.exit_code == 1
    assert "did not make" in result.output
    assert [file.name for file in tmp_path.iterdir()] == ["warmline.db"]


def test_an_earlier_demo_is_forgotten(tmp_path: Path) -> None:
    house.claim(tmp_path)
    for name in ("warmline.db", "warmline.db-wal", "store/appendonly.aof", "secret_key"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    house.claim(tmp_path)
    house.empty(tmp_path)
    left = sorted(file.name for file in tmp_path.rglob("*") if file.is_file())
    assert left == ["demo-line.toml", "secret_key"]


def test_nothing_of_a_real_installation_reaches_the_demo(tmp_path: Path) -> None:
    env = house.environment(tmp_path, 1, 2)
    for name in ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "TWILIO_API_KEY_SECRET"):
        assert env[name] == ""
    assert env["PUBLIC_URL"] == "http://127.0.0.1:1"
    assert env["TWILIO_API_BASE_URL"] == "http://127.0.0.1:2"
