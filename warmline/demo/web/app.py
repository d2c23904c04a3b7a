"""The page's WSGI app: its files, the state of the phones, and what one can do with them."""

from __future__ import annotations

import json
import mimetypes
import time
from collections.abc import Callable, Iterable
from importlib import resources
from typing import Any, Final

from werkzeug.exceptions import BadRequest, Conflict, Forbidden, HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from warmline.demo.web import guard
from warmline.demo.web.cast import Cast, Person
from warmline.demo.web.duty import Board, State
from warmline.demo.web.happenings import Happenings
from warmline.demo.web.view import Recorded, no_recordings, page_view
from warmline.emulator import Emulator

LONGEST_WAIT: Final = 15.0
"""Seconds for which a request for news stays open."""
LOOK_EVERY: Final = 1.0
"""Seconds between two looks at who is on duty: nothing tells us when a rest is over."""
FILES: Final = resources.files("warmline.demo.web") / "static"
PROVIDER: Final = "/2010-04-01/"
"""Below this the emulator answers as Twilio's REST API does."""

ROUTES: Final = Map(
    [
        Rule("/", endpoint="page", methods=["GET"]),
        Rule("/static/<name>", endpoint="file", methods=["GET"]),
        Rule("/api/phones", endpoint="phones", methods=["GET"]),
        Rule("/api/callers", endpoint="add_caller", methods=["POST"]),
        Rule(
            "/api/phones/<key>/<any(dial,press,answer,decline,hang_up):act>",
            endpoint="act",
            methods=["POST"],
        ),
        Rule("/api/phones/<key>/choice", endpoint="choose", methods=["POST"]),
        Rule("/api/phones/<key>/on_duty", endpoint="on_duty", methods=["POST"]),
    ]
)


class PhonesPage:
    """One page for all phones of an emulator."""

    def __init__(
        self,
        emulator: Emulator,
        cast: Cast,
        board: Board,
        recorded: Recorded = no_recordings,
    ) -> None:
        """`recorded`: what a line's recording says, by its address."""
        self._recorded = recorded
        self._emulator = emulator
        self._cast = cast
        self._board = board
        self._happenings = Happenings(emulator, cast)

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer one request; the provider's own addresses stand beside ours."""
        if environ.get("PATH_INFO", "").startswith(PROVIDER):
            return self._emulator.rest(environ, start_response)
        request = Request(environ)
        try:
            response = self._answer(request)
        except HTTPException as error:
            response = _json({"sentence": error.description}, error.code or 500)
        return guard.close_doors(response)(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if not guard.is_at_home(request):
            raise Forbidden("This page is shown on the computer that it runs on, and nowhere else.")
        if request.method == "POST" and not guard.is_from_our_page(request):
            raise Forbidden("Only the page itself can use the phones.")
        endpoint, values = ROUTES.bind_to_environ(request.environ).match()
        answer: Response = getattr(self, f"_{endpoint}")(request, **values)
        return answer

    # -- looking --------------------------------------------------------------------------------

    def _page(self, request: Request) -> Response:
        return self._file(request, "index.html")

    def _file(self, _request: Request, name: str) -> Response:
        file = FILES / name
        kind = mimetypes.guess_type(name)[0]
        if kind is None or not file.is_file():
            raise NotFound("There is no such file.")
        return Response(file.read_bytes(), content_type=f"{kind}; charset=utf-8")

    def _phones(self, request: Request) -> Response:
        """The phones, as soon as they differ from what the page has seen."""
        seen = request.args.get("version", "")
        told = request.args.get("told", 0, type=int)
        until = time.monotonic() + LONGEST_WAIT
        snapshot, duty, version = self._look(-1)
        while version == seen and time.monotonic() < until:
            snapshot, duty, version = self._look(snapshot["version"])
        view = page_view(self._cast, snapshot, duty, self._recorded)
        return _json(view | {"version": version, "happened": self._happenings.since(told)})

    def _look(self, known: int) -> tuple[dict[str, Any], dict[str, State], str]:
        """What is so now, or as soon as the phones differ from a snapshot that is known."""
        snapshot = self._emulator.wait_for_change(known, LOOK_EVERY)
        duty = self._board.states()
        parts = [snapshot["version"], snapshot["events"], *sorted(duty.items())]
        return snapshot, duty, "-".join(str(part) for part in parts)

    # -- doing ----------------------------------------------------------------------------------

    def _add_caller(self, _request: Request) -> Response:
        if not self._cast.add_caller():
            raise Conflict("There is no other phone to add.")
        return self._done()

    def _choose(self, request: Request, key: str) -> Response:
        """What the phone does by itself when it rings."""
        person, wish = self._person(key), _text(request, "choice")
        choice = next((one for one in person.choices if one.key == wish), None)
        if choice is None:
            raise BadRequest("This phone cannot do that.")
        self._cast.handset(person).behaviour = choice.make()
        return self._done()

    def _on_duty(self, _request: Request, key: str) -> Response:
        self._board.back_on(self._person(key).number)
        return self._done()

    def _act(self, request: Request, key: str, act: str) -> Response:
        """Dial, press keys, answer, decline or hang up."""
        person = self._person(key)
        handset = self._cast.handset(person)
        if act == "dial":
            withheld = _body(request).get("withheld") is True
            try:
                handset.dial(self._cast.line, caller_id="anonymous" if withheld else None)
            except RuntimeError as error:
                raise Conflict("This phone is on a call already.") from error
            return self._done()
        call = handset.calls[-1] if handset.calls else None
        if call is None or call.state == "ended":
            raise Conflict("There is no call on this phone.")
        if act == "press":
            try:
                call.press(_text(request, "keys"))
            except ValueError as error:
                raise BadRequest("These are not keys of a telephone.") from error
        else:
            getattr(call, act)()
        return self._done()

    def _person(self, key: str) -> Person:
        person = self._cast.person(key)
        if person is None:
            raise NotFound("There is no such phone.")
        return person

    def _done(self) -> Response:
        # A new phone or another choice is no event of the network: look again all the same.
        with self._emulator.engine.lock:
            self._emulator.engine.wake()
        return _json({})


def _json(value: Any, status: int = 200) -> Response:
    return Response(json.dumps(value), status, content_type="application/json")


def _body(request: Request) -> dict[str, Any]:
    try:
        body = json.loads(request.get_data())
    except ValueError as error:
        raise BadRequest("This is not JSON.") from error
    if not isinstance(body, dict):
        raise BadRequest("An object is wanted here.")
    return body


def _text(request: Request, name: str) -> str:
    value = _body(request).get(name)
    if not isinstance(value, str) or not 0 < len(value) <= 32:
        raise BadRequest(f"“{name}” is missing.")
    return value
