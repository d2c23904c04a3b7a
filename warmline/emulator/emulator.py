"""The emulator itself: one account of a telephone provider, its network and its clock."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Collection, Mapping
from types import TracebackType
from typing import Any

from . import dial_conference, dial_number, dial_queue, enqueue, gather, loop, verbs
from .audio import Audio
from .calling import arrive, out_of_service
from .calls import Calls
from .clock import Clock
from .conference import Conferences
from .deadair import find_dead_air
from .engine import Engine, Timer
from .exchange import Latency, WebAnswer, Webhook
from .faults import Faults, RestFault
from .holds import everything_held
from .ledger import Ledger
from .leg import Leg
from .messages import Messages
from .numbers import OwnedNumber, normalise
from .phones import Handset, PhoneCall
from .queues import Queues
from .record import DeadAir
from .rest.app import RestApi
from .script import run_call
from .server import Running, WsgiApp, dispatcher
from .snapshot import handsets_json
from .sound import SoundLengths
from .stage import Goto
from .tasks import Fetch, Script
from .transport import Transport
from .webhooks import Web

# Importing these modules is what registers their verbs and nouns.
VERB_MODULES = (dial_conference, dial_number, dial_queue, enqueue, gather, verbs)


class Emulator(Ledger):
    """One provider account with its numbers, calls, queues, conferences and messages.

    Thread-safe. With a `ManualClock` nothing happens until `run` or `run_until` is called.
    """

    def __init__(
        self,
        account_sid: str,
        auth_token: str,
        clock: Clock,
        transport: Transport,
        calls_per_second: float | None = 1.0,
        seed: int = 0,
    ) -> None:
        """`calls_per_second` limits POST /Calls; None or 0 is no limit."""
        super().__init__()
        self.account_sid = account_sid
        self.auth_token = auth_token
        self.clock = clock
        self.transport = transport
        self.calls_per_second = calls_per_second
        self.rng = random.Random(seed)  # noqa: S311 - reproducible, not secret
        self.engine = Engine(clock, Web(self).perform)
        self.audio = Audio(self)
        self.engine.on_settled = self.audio.refresh
        self.calls = Calls(self)
        self.queues = Queues(self)
        self.conferences = Conferences(self)
        self.messages = Messages(self)
        self.faults = Faults()
        self.rest_faults: list[RestFault] = []
        self.refused: dict[str, int] = {}
        """Numbers that may not be called, with the error's code; EVERYBODY: the account may not."""
        self.longest_queue: float | None = None
        """Seconds that a call may queue for its slot; beyond that POST /Calls is answered 429."""
        self.retry_after: float | None = None
        """Seconds in the header of every 429. Twilio promises none, so there is none."""
        self.latency: Latency | None = None
        self.sound: SoundLengths | None = None
        self.sound_cache: dict[str, float] = {}
        self.rest_lag = 0.0
        """Seconds by which GETs of calls are behind: the resource is eventually consistent."""
        self.numbers: dict[str, OwnedNumber] = {}
        self.rest = RestApi(self)
        self._mounts: dict[str, WsgiApp] = {}
        self._serials = itertools.count(1)
        self._handsets: dict[str, Handset] = {}
        self._last_snapshot: list[dict[str, Any]] = []
        self._version = 0

    # --- time ---------------------------------------------------------------------------------

    @property
    def now(self) -> float:
        """Return the emulated time in POSIX seconds."""
        return self.clock.now()

    def run(self, seconds: float) -> None:
        """Let so many emulated seconds pass (with a real clock: wait for them)."""
        self.engine.run(seconds)

    def run_until(self, predicate: Callable[[], bool], limit: float = 60.0) -> bool:
        """Run until `predicate()` holds, at most `limit` seconds; say whether it does."""
        return self.engine.run_until(predicate, limit)

    def every(self, seconds: float, action: Callable[[], None]) -> Timer:
        """Call `action` every so many emulated seconds, until the result is cancelled."""
        return self.engine.every(seconds, action)

    def after_event(self, hook: Callable[[], None]) -> None:
        """Call `hook` after every processed event; it may use the REST API."""
        self.engine.hooks.append(hook)

    def close(self) -> None:
        """Stop the threads of a real clock."""
        self.engine.close()

    def __enter__(self) -> Emulator:
        """Use the emulator as a context manager to have it closed."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the emulator."""
        self.close()

    # --- numbers and handsets -----------------------------------------------------------------

    def add_number(self, number: str, **settings: str) -> OwnedNumber:
        """Give the account a number, with settings such as `voice_url` (see `resources`)."""
        with self.engine.lock:
            owned = OwnedNumber(
                self.new_sid("PN"), number, self.next_serial(), self.now, self.now, dict(settings)
            )
            self.numbers[owned.sid] = owned
            return owned

    def owned(self, number: str) -> OwnedNumber | None:
        """Return the account's own number, None when it is not the account's."""
        return next((one for one in self.numbers.values() if one.number == number), None)

    def owns(self, number: str) -> bool:
        """Say whether a number is the account's."""
        return self.owned(number) is not None

    def handset(self, number: str) -> Handset:
        """Return the handset of a number, made on first use."""
        with self.engine.lock:
            if number not in self._handsets:
                self._handsets[number] = Handset(self, number)
            return self._handsets[number]

    def telephone(self, number: str) -> Handset:
        """Return what rings when the account dials a number: its own come in again as calls."""
        owned = self.owned(number)
        return loop.exchange(self, number) if owned and owned.voice_url else self.handset(number)

    def handsets(self) -> list[Handset]:
        """Return all handsets in the order of their making."""
        with self.engine.lock:
            return list(self._handsets.values())

    def ringing(self, number: str) -> PhoneCall | None:
        """Return the call that rings at a handset now."""
        with self.engine.lock:
            handset = self._handsets.get(number)
            calls = handset.calls if handset else []
            return next((call for call in calls if call.state == "ringing"), None)

    # --- calls --------------------------------------------------------------------------------

    def arrive(self, phone: PhoneCall, to: str, caller_id: str) -> None:
        """A handset has dialled `to`, showing `caller_id`."""
        number = self.owned(normalise(to) or to)
        leg = Leg(self, "inbound", caller_id, number.number if number else to)
        leg.phone = phone
        if number is None or not number.voice_url:
            leg.task = self.engine.spawn(out_of_service(leg))
            return
        phone.leg = leg
        fallback = number.get("voice_fallback_url")
        if fallback:
            leg.fallback = Goto(fallback, number.method("voice_fallback"))
        self.start(leg, run_call(leg, arrive(leg, number)))

    def start(self, leg: Leg, script: Script[None]) -> None:
        """Run a call leg."""
        leg.task = self.engine.spawn(script, leg.sid)

    # --- the REST API -------------------------------------------------------------------------

    def handle_rest(
        self,
        method: str,
        url: str,
        params: Mapping[str, Any] | None = None,
        data: Mapping[str, Any] | None = None,
        auth: tuple[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> tuple[int, str]:
        """Answer a REST request in this process: (HTTP status, JSON text).

        The scheme and host of `url` do not matter, nor do the headers. Raise RestTimedOut when a
        fault says that no answer comes.
        """
        del headers
        return self.rest.handle(method, url, params, data, auth)

    def fail_next_rest(
        self,
        status: int,
        code: int | None = None,
        times: int = 1,
        path_contains: str = "",
        executed: bool = False,
        method: str = "",
    ) -> None:
        """Let the next matching REST requests fail; status 0: they get no answer.

        With `executed` the request has taken effect all the same.
        """
        self.rest_faults.append(RestFault(status, code, times, path_contains, executed, method))

    def mount(self, prefix: str, app: WsgiApp) -> None:
        """Serve a WSGI application under a path prefix beside the REST API."""
        self._mounts[prefix] = app

    def serve(self, host: str = "127.0.0.1", port: int = 0) -> Running:
        """Serve the REST API and the mounted applications; the result has `url` and `stop()`."""
        return Running(host, port, dispatcher(self.rest, self._mounts))

    def provider_holds(self) -> dict[str, Any]:
        """Return everything that the provider still keeps, numbers included (see `holds`)."""
        with self.engine.lock:
            return everything_held(self)

    # --- requests to the application ----------------------------------------------------------

    def send_callback(self, hook: Webhook) -> None:
        """Send an asynchronous callback, subject to `faults`."""
        for seconds in self.faults.deliveries(self.rng):
            self.engine.after(seconds, lambda: self._spawn_errand(hook))

    def send_last(self, leg: Leg, goto: Goto) -> None:
        """Tell an action of a call that has gone elsewhere; its answer is not performed."""
        params = leg.params() | goto.params
        hook = Webhook("voice", goto.url, goto.method, params, cookies=leg.cookies, sid=leg.sid)
        self._spawn_errand(hook)

    def _spawn_errand(self, hook: Webhook) -> None:
        self.engine.spawn(self._errand(hook), hook.kind)

    def _errand(self, hook: Webhook) -> Script[None]:
        answer: WebAnswer = yield Fetch(hook)
        if not answer.ok:
            code = answer.error_code or 11200
            self.alert(code, answer.error, hook.sid, hook.url, hook.params, answer.text()[:2000])

    # --- looking at it -------------------------------------------------------------------------

    def dead_air(self, threshold: float = 3.0, kinds: Collection[str] = ("dead",)) -> list[DeadAir]:
        """Return every silence longer than `threshold` seconds that anybody had to hear.

        `kinds`: "dead" (all but the next), "gather" (an open Gather listens, nothing plays),
        "keying" (it waits for the next of several keys).
        """
        with self.engine.lock:
            found = [
                span
                for handset in self._handsets.values()
                for call in handset.calls
                for span in find_dead_air(call, threshold, kinds, self.now)
            ]
        return sorted(found, key=lambda span: span.start)

    def snapshot(self) -> dict[str, Any]:
        """Return the state of all handsets as JSON-able data; `version` grows when it changes."""
        with self.engine.lock:
            handsets = handsets_json(self)
            if handsets != self._last_snapshot:
                self._last_snapshot = handsets
                self._version += 1
            return {
                "version": self._version,
                "now": self.now,
                "events": len(self.transcript),
                "handsets": handsets,
            }

    def wait_for_change(self, version: int, timeout: float) -> dict[str, Any]:
        """Return a snapshot newer than `version`; after `timeout` real seconds the present one."""
        with self.engine.changed:
            self.engine.changed.wait_for(lambda: self.snapshot()["version"] > version, timeout)
            return self.snapshot()

    # --- identifiers --------------------------------------------------------------------------

    def new_sid(self, prefix: str) -> str:
        """Return a fresh SID such as CA0123...; the same in every run with the same seed."""
        return f"{prefix}{self.rng.getrandbits(128):032x}"

    def next_serial(self) -> int:
        """Return 1, 2, 3...: the order in which resources were made."""
        return next(self._serials)

    def new_token(self) -> str:
        """Return a fresh opaque token."""
        return f"{self.rng.getrandbits(128):032x}"
