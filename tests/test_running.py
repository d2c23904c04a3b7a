"""Which processes make up the warmline."""

from __future__ import annotations

from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.rules import tree
from warmline.processes import Process
from warmline.running import stages


@dataclass
class Numbers:
    data: Path
    bind: str = "127.0.0.1:8000"
    web_workers: int = 3
    web_threads: int = 5
    ring_workers: int = 2


@pytest.fixture
def numbers(tmp_path: Path) -> Numbers:
    return Numbers(tmp_path)


def web(numbers: Numbers) -> Process:
    return stages(numbers, {})[-1][0]


def test_what_does_the_work_comes_before_what_takes_it_in(numbers: Numbers) -> None:
    names = [[process.name for process in stage] for stage in stages(numbers, {})]
    assert names == [["ring-1", "ring-2", "other", "clock"], ["web"]]


def test_each_is_a_module_of_ours(numbers: Numbers) -> None:
    modules = [" ".join(p.argv[1:4]) for stage in stages(numbers, {}) for p in stage]
    assert modules == [
        "-m workers ring",
        "-m workers ring",
        "-m workers other",
        "-m workers.clock",
        "-m gunicorn --config",
    ]


def test_the_web_app_is_as_large_as_the_settings_say(numbers: Numbers) -> None:
    words = " ".join(web(numbers).argv)
    assert words.endswith("--workers 3 --threads 5 wsgi:app")
    assert not any("bind" in word for word in web(numbers).argv)
    door = web(numbers).door
    assert door is not None
    assert door.bind == "127.0.0.1:8000"


def test_all_get_the_same_environment(numbers: Numbers) -> None:
    env = {"REDIS_URL": "unix:///store"}
    assert all(process.env == env for stage in stages(numbers, env) for process in stage)


def test_they_write_where_we_write_or_to_a_file_each(numbers: Numbers, tmp_path: Path) -> None:
    assert web(numbers).log is None
    logs = [process.log for stage in stages(numbers, {}, tmp_path) for process in stage]
    assert len(set(logs)) == 5
    assert tmp_path / "clock.log" in logs


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        # A page that only looks whether the process lives: stores may be slow to come.
        self.send_response(200 if self.path == "/healthz" else 500)
        self.end_headers()

    def log_message(self, *words: object) -> None: ...


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "", "localhost"])
def test_the_web_app_is_ready_when_it_answers_on_this_machine(numbers: Numbers, host: str) -> None:
    server = HTTPServer(("127.0.0.1", 0), Answer)
    numbers.bind = f"{host}:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    assert web(numbers).ready()
    server.shutdown()
    server.server_close()
    assert not web(numbers).ready()


def test_on_a_socket_it_is_ready_when_it_runs(numbers: Numbers) -> None:
    numbers.bind = "unix:/run/warmline.sock"
    assert web(numbers).ready()


def test_the_procfile_names_the_same_modules(numbers: Numbers) -> None:
    procfile = tree.text("Procfile")
    assert "gunicorn -c python:warmline.gunicorn_conf" in procfile
    assert "python -m workers\n" in procfile
    assert "python -m workers.clock\n" in procfile
