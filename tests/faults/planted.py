"""Faults to plant, so that whoever watches an evening is watched as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import parse_qs

from warmline.adapters.redis_judge import Judge, script
from warmline.demo.stage import Stage

Spoil = Callable[[str, dict[str, str], str], str]
"""Path, form and TwiML of a page -> what is said instead."""


def a_page_says(stage: Stage, spoil: Spoil) -> None:
    """Whatever our pages answer goes through other hands before the provider hears it."""
    sound: Any = stage.app

    def spoiled(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        body = environ["wsgi.input"].read()
        environ["wsgi.input"] = _Once(body)
        form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        said: list[Any] = []
        answer = sound(environ, lambda *status: said.extend(status))
        whole = b"".join(answer)
        status, headers = said[0], said[1]
        if b"<Response" in whole:
            whole = spoil(environ["PATH_INFO"], form, whole.decode()).encode()
            headers = [(k, v) for k, v in headers if k.lower() != "content-length"]
            headers.append(("Content-Length", str(len(whole))))
        start(status, headers)
        return _Answer(whole, answer)

    stage.app = spoiled  # type: ignore[assignment]  # it is called in the same way


class _Answer:
    """What is done when the answer has left is done all the same."""

    def __init__(self, whole: bytes, sound: Any) -> None:
        self._whole = whole
        self.close = sound.close

    def __iter__(self) -> Iterator[bytes]:
        return iter([self._whole])


class _Once:
    """A body that has been read and is to be read again."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def read(self, size: int = -1) -> bytes:
        size = len(self._body) if size < 0 else size
        found, self._body = self._body[:size], self._body[size:]
        return found

    def readline(self, size: int = -1) -> bytes:
        return self.read(size)


def the_judge_says(stage: Stage, was: str, becomes: str) -> None:
    """The judge with a few words changed."""
    text = script()
    assert was in text, "the judge does not say this any more"
    stage.calls._judge = Judge(stage.connection, text.replace(was, becomes))
