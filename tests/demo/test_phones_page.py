"""The phones page by itself: what it shows, and whom it lets use the phones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from tests.emulator.lab import SID, START, TOKEN
from warmline.demo.web import cast as people
from warmline.demo.web import view, words
from warmline.demo.web.app import FILES, PhonesPage
from warmline.demo.web.cast import Cast
from warmline.demo.web.duty import State
from warmline.emulator import Emulator, ManualClock, WsgiTransport
from warmline.prompts.forbidden import forbidden_words

LINE, RIVER, CRISIS = "+16505550100", "+16505550111", "+18002738255"
HOME = "http://127.0.0.1:8600"
OURS = {"X-Warmline-Demo": "1", "Content-Type": "application/json"}


class Board:
    """Who is on duty, as the test says."""

    def __init__(self) -> None:
        self.now: dict[str, State] = {}

    def states(self) -> dict[str, State]:
        return self.now

    def back_on(self, number: str) -> None:
        self.now.pop(number)


DOCUMENT = b"""<Response>
<Gather timeout="1">
<Say language="en-US">Hello and welcome to you.</Say><Say language="es-US">Hola.</Say>
</Gather>
<Dial callerId="+16505550100">+16505550111</Dial>
</Response>"""


def line(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """A line that greets in two languages and then connects to River."""
    start_response("200 OK", [("Content-Type", "text/xml")])
    return [DOCUMENT]


class Desk:
    """The page, its emulator, and a browser's side of it."""

    def __init__(self) -> None:
        transport = WsgiTransport({"http://line.test": line})
        self.emulator = Emulator(SID, TOKEN, ManualClock(START), transport)
        self.emulator.add_number(LINE, voice_url="http://line.test/")
        cast = Cast(self.emulator, LINE, [("River", RIVER)], CRISIS)
        self.board = Board()
        self.client = Client(PhonesPage(self.emulator, cast, self.board))

    def get(self, path: str, base_url: str = HOME) -> TestResponse:
        return self.client.get(path, base_url=base_url)

    def post(self, path: str, body: object = None, **headers: str) -> TestResponse:
        data = json.dumps({} if body is None else body)
        return self.client.post(path, base_url=HOME, data=data, headers=OURS | headers)

    def view(self) -> dict[str, Any]:
        shown: dict[str, Any] = self.get("/api/phones").get_json()
        return shown

    def phone(self, key: str) -> dict[str, Any]:
        return next(one for one in self.view()["phones"] if one["key"] == key)

    def happened(self) -> list[str]:
        return [one["sentence"] for one in self.view()["happened"]]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


# -- what it shows ----------------------------------------------------------------------------


def test_everybody_is_there(desk: Desk) -> None:
    shown = [(one["key"], one["words"]) for one in desk.view()["phones"]]
    assert shown == [("caller", "Ready to dial"), ("river", "Quiet"), ("crisis", "Quiet")]


def test_a_call_in_words(desk: Desk) -> None:
    desk.post("/api/phones/caller/dial")
    assert desk.phone("caller")["words"] == "Dialing the line"
    desk.emulator.run(3)
    caller = desk.phone("caller")
    assert caller["words"] == "On the line"
    assert caller["listens"]
    desk.emulator.run(3)
    assert plain(desk.phone("river")["words"]) == "Ringing: shows +1 650 555 0100"
    desk.post("/api/phones/river/answer")
    desk.emulator.run(1)
    caller, river = desk.phone("caller"), desk.phone("river")
    assert (caller["state"], caller["words"]) == ("talking", "Talking with River")
    assert caller["together"] == "You and River hear each other."
    assert river["together"] == "You and the caller hear each other."
    desk.post("/api/phones/river/hang_up")
    desk.emulator.run(1)
    assert desk.phone("river")["words"] == "Hung up"
    assert [plain(one) for one in desk.happened() if "hears:" not in one] == [
        "The caller dials the line.",
        "River’s phone rings and shows +1 650 555 0100.",
        "River picks up.",
        "The caller and River hear each other.",
        "River hangs up.",
        "The caller and River no longer hear each other.",
        "The line ends the caller’s call.",
    ]


def test_captions_tell_the_language_and_what_is_said_now(desk: Desk) -> None:
    desk.post("/api/phones/caller/dial")
    desk.emulator.run(3.2)
    said = [one for one in desk.phone("caller")["captions"] if one["kind"] == "say"]
    assert [(one["text"], one["language"], one["live"]) for one in said] == [
        ("Hello and welcome to you.", "en", False),
        ("Hola.", "es", True),
    ]


def test_a_phone_that_only_rang(desk: Desk) -> None:
    desk.post("/api/phones/caller/dial")
    desk.emulator.run(6)
    desk.post("/api/phones/caller/hang_up")
    desk.emulator.run(1)
    assert desk.phone("river")["words"] == "Stopped ringing"
    assert "River’s phone stops ringing." in desk.happened()


def test_seconds_begin_anew_with_each_call(desk: Desk) -> None:
    for _ in range(2):
        desk.post("/api/phones/caller/dial")
        desk.emulator.run(2)
        desk.post("/api/phones/caller/hang_up")
        desk.emulator.run(2)
    dials = [one for one in desk.view()["happened"] if one["what"] == "dials"]
    assert [(one["round"], one["after"]) for one in dials] == [(1, 0.0), (2, 0.0)]


def test_happenings_are_told_once(desk: Desk) -> None:
    desk.post("/api/phones/caller/dial")
    told = len(desk.view()["happened"])
    assert desk.get(f"/api/phones?told={told}").get_json()["happened"] == []


def test_news_come_at_once_and_only_then(desk: Desk) -> None:
    version = desk.view()["version"]
    desk.post("/api/phones/river/choice", {"choice": "busy"})
    news = desk.get(f"/api/phones?version={version}").get_json()
    assert news["version"] != version


def test_who_rests_and_who_is_off(desk: Desk) -> None:
    desk.board.now = {RIVER: "resting"}
    assert desk.phone("river")["words"] == "Resting after a call"
    desk.board.now = {RIVER: "off"}
    assert desk.phone("river")["off_duty"]
    desk.post("/api/phones/river/on_duty")
    assert desk.phone("river")["words"] == "Quiet"


@pytest.mark.parametrize("choice", people.CHOICES, ids=lambda choice: str(choice.key))
def test_a_peer_chooses_what_their_phone_does(desk: Desk, choice: people.Choice) -> None:
    assert desk.post("/api/phones/river/choice", {"choice": choice.key}).status_code == 200
    assert desk.phone("river")["choice"] == choice.key


def test_a_withheld_number_stays_withheld(desk: Desk) -> None:
    desk.post("/api/phones/caller/dial", {"withheld": True})
    desk.emulator.run(1)
    assert desk.emulator.requests[0].params["From"] == "anonymous"


def test_keys_reach_the_line(desk: Desk) -> None:
    desk.post("/api/phones/caller/dial")
    desk.emulator.run(2)
    desk.post("/api/phones/caller/press", {"keys": "*9"})
    desk.emulator.run(3)
    assert desk.emulator.requests[-1].params["Digits"] == "*9"


def test_a_second_caller_joins_once(desk: Desk) -> None:
    assert desk.view()["may_add_caller"]
    assert desk.post("/api/callers").status_code == 200
    assert desk.phone("second-caller")["words"] == "Ready to dial"
    assert not desk.view()["may_add_caller"]
    assert desk.post("/api/callers").status_code == 409


def test_the_provider_answers_at_its_own_addresses(desk: Desk) -> None:
    answer = desk.get(f"/2010-04-01/Accounts/{SID}/Calls.json")
    assert answer.status_code == 401
    assert answer.get_json()["code"] == 20003


# -- what cannot be done ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/api/phones/caller/hang_up", None, 409),
        ("/api/phones/caller/press", {"keys": "1"}, 409),
        ("/api/phones/nobody/dial", None, 404),
        ("/api/phones/river/choice", {"choice": "dances"}, 400),
        ("/api/phones/river/choice", {"choice": 7}, 400),
        ("/api/phones/river/choice", ["choice"], 400),
        ("/api/phones/caller/sing", None, 404),
        ("/api/phones", None, 405),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    desk: Desk, path: str, body: object, status: int
) -> None:
    answer = desk.post(path, body)
    assert answer.status_code == status
    assert answer.get_json()["sentence"]


def test_a_phone_makes_one_call_at_a_time(desk: Desk) -> None:
    desk.post("/api/phones/caller/dial")
    assert desk.post("/api/phones/caller/dial").status_code == 409
    desk.emulator.run(2)
    assert desk.post("/api/phones/caller/press", {"keys": "x"}).status_code == 400


# -- who may use it -----------------------------------------------------------------------------


def test_only_the_page_itself_uses_the_phones(desk: Desk) -> None:
    path = "/api/phones/caller/dial"
    form = {"data": "withheld=1", "content_type": "application/x-www-form-urlencoded"}
    assert desk.client.post(path, base_url=HOME, **form).status_code == 403
    assert desk.client.post(path, base_url=HOME, json={}).status_code == 403
    assert desk.post(path, Origin="http://elsewhere.example").status_code == 403
    assert desk.post(path, **{"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert desk.post(path, {"withheld": "x" * 5000}).status_code == 403
    assert desk.phone("caller")["state"] == "idle"
    assert desk.post(path, Origin=HOME).status_code == 200


@pytest.mark.parametrize("base", ["http://line.example:8600", "http://127.0.0.1.example"])
def test_it_is_shown_under_names_of_this_machine_only(desk: Desk, base: str) -> None:
    assert desk.get("/", base_url=base).status_code == 403


@pytest.mark.parametrize("base", ["http://localhost:1", "http://127.0.0.1", "http://[::1]:8600"])
def test_names_of_this_machine(desk: Desk, base: str) -> None:
    assert desk.get("/", base_url=base).status_code == 200


def test_the_browser_is_told_to_load_nothing_from_elsewhere(desk: Desk) -> None:
    for path in ("/", "/static/main.js", "/api/phones", "/nothing"):
        headers = desk.get(path).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'self';")
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", ["../app.py", "..%2fapp.py", "nothing.css", "main"])
def test_no_other_file_is_served(desk: Desk, name: str) -> None:
    assert desk.get(f"/static/{name}").status_code == 404


# -- its words ----------------------------------------------------------------------------------


def test_no_script_or_style_stands_in_the_page() -> None:
    page = (FILES / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", page)


def test_every_file_it_names_is_there(desk: Desk) -> None:
    page = desk.get("/").text
    named = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert len(named) >= 4
    assert {path: desk.get(path).status_code for path in named} == dict.fromkeys(named, 200)


def test_its_words_are_ours() -> None:
    page = (FILES / "index.html").read_text(encoding="utf-8")
    told = [re.sub(r"<[^>]+>", " ", page), people.CRISIS_WORDS]
    told += [choice.label for choice in (*people.CHOICES, *people.CRISIS_CHOICES)]
    for table in (view.SET_TO, view.DUTY, view.ENDED, view.SOUNDS, words.ENDS, words.TALKS):
        told += table.values()
    assert {text: found for text in told if (found := forbidden_words(text, "en"))} == {}
