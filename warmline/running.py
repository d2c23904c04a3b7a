"""Which processes make up the warmline, and in which order they need each other."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from warmline.listening import Door
from warmline.processes import Process, Ready, always, answers


class Numbers(Protocol):
    """What we read of the settings."""

    @property
    def data(self) -> Path:
        """The folder that holds everything we write."""
        ...

    @property
    def bind(self) -> str:
        """Where the web app listens, as gunicorn takes it."""
        ...

    @property
    def web_workers(self) -> int:
        """Processes of the web app."""
        ...

    @property
    def web_threads(self) -> int:
        """Threads in each of them."""
        ...

    @property
    def ring_workers(self) -> int:
        """Workers that do nothing but ring phones: a job waits for the provider's answer."""
        ...


def store_folder(data: Path) -> Path:
    """Where the embedded store keeps its files."""
    return data / "store"


def run_folder(data: Path) -> Path:
    """Where the processes keep their locks."""
    return data / "run"


def stages(
    numbers: Numbers, env: Mapping[str, str], logs: Path | None = None
) -> list[list[Process]]:
    """All processes but the store: first those that do the work, then the one that takes it in.

    `logs` is a folder for a file each; without it they write where we write.
    """

    def process(name: str, *words: str, ready: Ready = always, door: Door | None = None) -> Process:
        return Process(
            name,
            [sys.executable, "-m", *words],
            run_folder(numbers.data),
            env=env,
            ready=ready,
            log=logs / f"{name}.log" if logs else None,
            door=door,
            replaceable=True,
        )

    ring = [
        process(f"ring-{number}", "workers", "ring")
        for number in range(1, numbers.ring_workers + 1)
    ]
    answering = _web_answers(numbers.bind)
    web = process("web", *_gunicorn(numbers), ready=answering, door=Door(numbers.bind))
    return [
        [*ring, process("other", "workers", "other"), process("clock", "workers.clock")],
        [web],
    ]


def _gunicorn(numbers: Numbers) -> list[str]:
    options = {
        "--config": "python:warmline.gunicorn_conf",
        "--workers": str(numbers.web_workers),
        "--threads": str(numbers.web_threads),
    }
    # Where it listens is not among them: it is handed the socket that is held for it.
    return ["gunicorn", *(word for pair in options.items() for word in pair), "wsgi:app"]


def _web_answers(bind: str) -> Ready:
    """A probe for the address; one that listens everywhere is asked on this machine."""
    if bind.startswith(("unix:", "fd:")):
        return always
    host, _, port = bind.rpartition(":")
    here = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "[::]": "[::1]"}.get(host, host)  # noqa: S104 - compared, not bound
    return answers(f"http://{here}:{port}/healthz")
