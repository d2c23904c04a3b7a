"""Who asks to be called back amid all of it, and whether they are; and who dials a dead house."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from tests.load.house import WARMLINE, House, number
from tests.load.mischief import children
from warmline.demo.stage import LINE
from warmline.emulator import Emulator, behaviours
from warmline.emulator.phones import PhoneCall
from warmline.prompts import load

EVERY = 6.0
"""Seconds between two keys of somebody who knows what they want."""
AGAIN = 2.0
TALKS = 5.0
WORDS = load()
ASKED = WORDS.text("callback-ask", "en", last="5 0", then="wait").plain[:40]
PROMISED = WORDS.text("callback-promised", "en").plain[:40]


class Asks:
    """Waits for a peer, asks to be called back, hangs up; picks up when the line calls, and talks.

    Whatever breaks meanwhile: who is cut off, or gets a peer first, rings again until it is
    promised.
    """

    def __init__(self, emulator: Emulator, index: int, first: float) -> None:
        """`first`: the moment at which they ring first."""
        self.handset = emulator.handset(number(160 + index))
        self.promised_at: float | None = None
        self._emulator = emulator
        self._next = first
        self._pressed = 0.0
        self._hung_up = False

    @property
    def was_called(self) -> bool:
        """Whether their phone has rung for it."""
        return any(not call.outgoing for call in self.handset.calls)

    @property
    def has_met(self) -> bool:
        """Whether they talked with a peer who was asked to call them."""
        events = self._emulator.transcript
        return any(
            e.who == self.handset.number and e.what == "talks with" and e.at > self.promised_at
            for e in events
            if self.promised_at is not None
        )

    def lives(self) -> None:
        """One moment."""
        with self._emulator.engine.lock:
            now, calls = self._emulator.now, self.handset.calls
            call = calls[-1] if calls else None
            if call is None or call.state == "ended":
                if self.promised_at is None and now >= self._next:
                    self._pressed = now
                    self.handset.dial(LINE)
            elif call.state == "in-progress":
                self._next = now + AGAIN
                self._goes_on(call, now)

    def _goes_on(self, call: PhoneCall, now: float) -> None:
        if call.talking_with:
            if self._talked(call, now) > (TALKS if self.promised_at else 0.0):
                call.hang_up()
            return
        if not call.outgoing:
            return
        said = [h.text for h in call.heard if h.kind == "say"]
        if any(text.startswith(PROMISED) for text in said):
            self.promised_at = now
            self.handset.behaviour = behaviours.Answers(2.0, keys=[(4.0, "1"), (9.0, "1")])
            call.hang_up()
        elif now - self._pressed > EVERY:
            self._pressed = now
            asked = bool(said) and said[-1].startswith(ASKED)
            last = next(
                (r for r in reversed(self._emulator.requests) if r.call_sid == call.sid), None
            )
            call.press("2" if last and last.kind == "wait" and not asked else "1")

    def _talked(self, call: PhoneCall, now: float) -> float:
        since = [
            e.at
            for e in self._emulator.transcript
            if e.who == self.handset.number and e.what == "talks with"
        ]
        return now - since[-1] if since else 0.0


def are_called(
    asking: Iterable[Asks], flushed: list[float], look_now: Callable[[], None], seconds: float
) -> list[str]:
    """Nobody else is on the phone: who was promised it is called. What is wrong, if anything is.

    A promise that was made in a store that was emptied is lost with it, as its caller was told.
    """
    asking = list(asking)
    last = max(flushed, default=0.0)
    kept = [one for one in asking if one.promised_at is not None and one.promised_at > last + 1]
    until = time.monotonic() + seconds
    while time.monotonic() < until and not all(one.has_met for one in kept):
        look_now()
        for one in asking:
            one.lives()
        time.sleep(0.2)
    missed = [one.handset.number for one in kept if not one.was_called]
    return [f"{who} was promised a call back and not called" for who in missed]


class Elsewhere(HTTPServer):
    """Another host, with the document that `warmline fallback` has written, and nothing else."""

    def __init__(self, house: House) -> None:
        """The document is written while all is well."""
        told = subprocess.run(
            [*WARMLINE, "fallback"], env=house.env, check=True, capture_output=True
        )

        class Gives(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                self.send_response(200)
                self.send_header("Content-Type", "text/xml")
                self.end_headers()
                self.wfile.write(told.stdout)

            def log_message(self, *_: object) -> None: ...

        super().__init__(("127.0.0.1", 0), Gives)
        self._thread = Thread(target=self.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """No more."""
        self.shutdown()
        self._thread.join()
        self.server_close()


def dead_house(house: House, callers: int = 3, seconds: float = 25.0) -> list[str]:
    """Everything of ours is killed at once; whoever dials hears the document. What is wrong."""
    elsewhere = Elsewhere(house)
    try:
        ours = house.emulator.owned(LINE)
        assert ours is not None
        ours.settings["voice_fallback_url"] = f"http://127.0.0.1:{elsewhere.server_port}/fallback"
        for pid in [house.pid, *_below(house.pid)]:
            _kill(pid)
        calls = [house.emulator.handset(number(180 + n)).dial(LINE) for n in range(callers)]
        until = time.monotonic() + seconds
        while time.monotonic() < until and not all(_hears_988(call) for call in calls):
            time.sleep(0.2)
        wrong = [
            f"{call.handset.number} dialled a dead house and did not hear of 988"
            for call in calls
            if not _hears_988(call)
        ]
        for call in calls:
            call.hang_up()
        return wrong
    finally:
        elsewhere.close()


def _hears_988(call: PhoneCall) -> bool:
    return any("nine eight eight" in h.text.lower() for h in call.heard if h.kind == "say")


def _below(pid: int) -> list[int]:
    return [one for child in children(pid) for one in (child, *_below(child))]


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
