"""What coordinators and operators are told: real store, real emulator, a real HTTP server."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from tests.stories.conftest import SetStage, database_url, set_stage, sqlite_url
from warmline.adapters.apprise_channels import AppriseChannels, kind, unknown
from warmline.demo.stage import Stage
from warmline.demo.stories._story import COORDINATOR, line_toml
from warmline.domain.alarms import ALARMS, CALM, Kind
from warmline.domain.errors import StoreTrouble
from warmline.services.alarms import PLAN_EVERY, TRIES, Alarms, Sent
from warmline.services.vigil import Vigil

__all__ = ["database_url", "set_stage", "sqlite_url"]

HOUR = 3600.0


@dataclass
class Mailbox:
    """A server that takes what Apprise posts."""

    url: str = ""
    got: list[dict[str, str]] = field(default_factory=list)
    status: int = 200


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    box = Mailbox()

    class Takes(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            box.got.append(json.loads(self.rfile.read(length)))
            self.send_response(box.status)
            self.end_headers()

        def log_message(self, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Takes)
    thread = Thread(target=server.serve_forever)
    thread.start()
    box.url = f"json://user:secret-of-the-test@127.0.0.1:{server.server_port}/hidden"
    yield box
    server.shutdown()
    thread.join()
    server.server_close()


def alarms_of(stage: Stage, *urls: str) -> Alarms:
    """Alarms of the stage with other channels; its own look is switched off."""
    stage.working = False
    return replace(stage.workshop.alarms, channels=AppriseChannels(urls), _plan_at=0.0)


def texts(stage: Stage) -> list[str]:
    """Which messages have come to the coordinator's phone."""
    stage.wait(3)
    known = {name for one in ALARMS.values() for name in (one.words, one.over) if name}
    known.add("text-alarm-test")
    plain = {stage.words.text(name, "en", when="").plain: name for name in known}
    bodies = (one.body for one in stage.emulator.handset(COORDINATOR).messages)
    return [plain.get(body, body) for body in bodies]


def test_nobody_on_is_said_once_again_after_hours_and_when_it_is_over(
    set_stage: SetStage,
) -> None:
    stage = set_stage(line_toml("River", shift="18:00-02:00"))
    alarms = alarms_of(stage)
    for _ in range(8 * 60 + 10):
        alarms.look_at_lines()
        stage.wait(60)
    told = [text for text in texts(stage) if text.startswith("text-nobody")]
    assert told == ["text-nobody-on"] * 3 + ["text-nobody-on-over"]


def test_a_gap_of_the_plan_is_told_a_day_and_two_hours_before_it_begins(
    set_stage: SetStage,
) -> None:
    stage = set_stage(line_toml("River", hours="08:00-22:00", shift="08:00-20:00"))
    alarms = alarms_of(stage)
    told: list[tuple[int, str]] = []
    for minute in range(0, 11 * 60, 10):
        before = len(texts(stage))
        alarms.look_at_lines()
        told += [(minute // 60, text) for text in texts(stage)[before:]]
        stage.wait(600)
    first, second, third = told
    assert first[0] == 0
    assert first[1].startswith("The line will be open and no one is on. It begins this evening")
    assert second[0] == 8
    assert second[1].startswith("Soon the line is open and no one is on.")
    assert third[1] == "text-nobody-on", "when it begins, that is what is told"


def test_a_gap_that_is_close_when_it_is_found_is_told_once_and_so_is_its_end(
    set_stage: SetStage,
) -> None:
    stage = set_stage(line_toml("River", hours="08:00-22:00", shift="08:00-11:00"))
    alarms = alarms_of(stage)
    alarms.look_at_lines()
    (told,) = texts(stage)
    assert told.startswith("Soon the line is open and no one is on.")
    river = stage.supporter("River").supporter.id
    now = datetime.fromtimestamp(stage.emulator.clock.now(), UTC)
    stage.roster.wish_duty(river, on=True, since=now, until=now + timedelta(days=2))
    for _ in range(2):
        stage.wait(PLAN_EVERY)
        alarms.look_at_lines()
    assert texts(stage)[1:] == ["text-gap-over"]


def test_the_plan_is_not_worked_out_at_every_look(set_stage: SetStage) -> None:
    stage = set_stage(line_toml("River", hours="08:00-22:00", shift="08:00-20:00"))
    alarms = alarms_of(stage)
    alarms.look_at_lines()
    assert alarms._plan_at == stage.emulator.clock.now()
    stage.wait(PLAN_EVERY / 2)
    alarms.look_at_lines()
    assert alarms._plan_at < stage.emulator.clock.now()


def test_each_channel_is_tried_whatever_the_other_does(
    set_stage: SetStage, mailbox: Mailbox
) -> None:
    stage = set_stage(line_toml("River", shift="18:00-02:00"))
    alarms = alarms_of(stage, "json://127.0.0.1:9/", mailbox.url)
    stage.emulator.faults.rest_failure = 1.0
    alarms.look_at_lines()
    words = stage.words.text("text-nobody-on", "en").plain
    assert [(one["title"], one["message"]) for one in mailbox.got] == [("County peer line", words)]
    assert texts(stage) == []
    stage.wait(120)
    alarms.look_at_lines()
    assert len(mailbox.got) == 1, "it has been told"


def test_what_no_channel_takes_is_tried_again(set_stage: SetStage, mailbox: Mailbox) -> None:
    stage = set_stage(line_toml("River", shift="18:00-02:00"))
    alarms = alarms_of(stage, mailbox.url)
    stage.emulator.faults.rest_failure = 1.0
    mailbox.status = 500
    alarms.look_at_lines()
    stage.wait(61)
    mailbox.status = 200
    alarms.look_at_lines()
    stage.wait(61)
    alarms.look_at_lines()
    assert len(mailbox.got) == 2


def test_of_two_who_look_at_once_one_tells(set_stage: SetStage, mailbox: Mailbox) -> None:
    stage = set_stage(line_toml("River", shift="18:00-02:00"))
    one, other = alarms_of(stage, mailbox.url), alarms_of(stage, mailbox.url)
    for _ in range(3):
        one.look_at_lines()
        other.look_at_lines()
        stage.wait(30)
    assert len(mailbox.got) == 1
    assert len(texts(stage)) == 1


def test_everybody_gone_is_told_by_who_is_left(set_stage: SetStage, mailbox: Mailbox) -> None:
    """No worker has ever signed on here, and no clock ticked: each is told by the other."""
    stage = set_stage()
    alarms = alarms_of(stage, mailbox.url)
    for _ in range(3):
        alarms.look_at_machinery()
        alarms.look_at_clock()
        stage.wait(30)
    assert {one["message"] for one in mailbox.got} == {
        stage.words.text(words, "en").plain for words in ("text-workers", "text-clock")
    }
    assert {one["title"] for one in mailbox.got} == {"Warmline"}
    stage.world.pulse.beat()
    for _ in range(int(CALM / 30) + 2):
        alarms.look_at_clock()
        stage.wait(30)
    assert mailbox.got[-1]["message"] == stage.words.text("text-clock-over", "en").plain


def test_the_provider_that_refuses_is_told_where_it_is_not_needed(
    set_stage: SetStage, mailbox: Mailbox
) -> None:
    stage = set_stage(line_toml("River", "Sage", "Juniper", "Willow"))
    alarms = alarms_of(stage, mailbox.url)
    stage.working = True
    stage.emulator.faults.rest_failure = 1.0
    stage.emulator.faults.rest_statuses = (500,)
    caller = stage.caller().reaches_waiting()
    stage.wait(40)
    stage.working = False
    alarms.look_at_machinery()
    said = [one["message"] for one in mailbox.got]
    assert stage.words.text("text-provider", "en").plain in said
    caller.hangs_up()


def test_what_the_provider_keeps_for_more_than_a_day_is_told(
    set_stage: SetStage, mailbox: Mailbox
) -> None:
    stage = set_stage()
    alarms = alarms_of(stage, mailbox.url)
    stage.calls.forget_later("CA" + "1" * 32)
    assert stage.calls.to_forget()
    stage.wait(23 * HOUR)
    alarms.look_at_machinery()
    words = stage.words.text("text-deletions", "en").plain
    assert words not in [one["message"] for one in mailbox.got]
    stage.wait(2 * HOUR)
    alarms.look_at_machinery()
    assert words in [one["message"] for one in mailbox.got]


def test_a_database_that_is_away_is_told_and_so_is_a_store(
    set_stage: SetStage, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = set_stage()

    def away(*_: object) -> bool:
        raise StoreTrouble("away")

    alarms = replace(alarms_of(stage, mailbox.url), database=away)
    for _ in range(2):
        alarms.look()
        stage.wait(30)
    words = stage.words
    assert words.text("text-database", "en").plain in [one["message"] for one in mailbox.got]
    monkeypatch.setattr(stage.calls, "presences", away)
    monkeypatch.setattr(stage.calls, "forget_later", away)
    for _ in range(2):
        alarms.look()
        stage.wait(30)
    assert mailbox.got[-1]["message"] == words.text("text-store", "en").plain
    assert texts(stage)[-1] == "text-store", "the text goes out, though nobody can note its end"


def test_a_test_says_what_came_of_each_way(set_stage: SetStage, mailbox: Mailbox) -> None:
    stage = set_stage()
    alarms = alarms_of(stage, mailbox.url, "json://127.0.0.1:9/")
    assert alarms.try_out() == [
        Sent("county", taken=True),
        Sent("json", taken=True, channel=True),
        Sent("json", taken=False, channel=True),
    ]
    assert texts(stage) == ["text-alarm-test"]


def test_no_address_of_a_channel_is_ever_logged(
    set_stage: SetStage,
    mailbox: Mailbox,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    stage = set_stage(line_toml("River", shift="18:00-02:00"))
    mailbox.status = 500
    gone = "json://user:secret-of-the-test@127.0.0.1:9/hidden"
    alarms_of(stage, mailbox.url, gone).look_at_lines()
    assert len(mailbox.got) == 1
    out, err = capfd.readouterr()
    assert "alarm" in out + err + caplog.text
    assert "secret-of-the-test" not in out + err + caplog.text


@pytest.mark.parametrize("url", ["nosuchservice://host", "slack://", "json://"])
def test_an_address_that_leads_nowhere_is_told_without_being_quoted(url: str) -> None:
    (problem,) = unknown([url])
    assert "the address number 1" in problem
    assert kind(url) in problem
    assert unknown(["json://user:secret@127.0.0.1:80/"]) == []


def test_an_alarm_says_nothing_of_a_call(set_stage: SetStage, mailbox: Mailbox) -> None:
    """Everybody is rung in vain: said at the next quarter of an hour, on every channel."""
    stage = set_stage()
    alarms = alarms_of(stage, mailbox.url)
    for _ in range(3):
        alarms.happened(Kind.NOBODY_ANSWERED, "county")
    (told,) = mailbox.got
    assert told["message"] == stage.words.text("text-nobody-answered", "en").plain
    assert len(texts(stage)) == 1
    stage.wait(901)
    alarms.happened(Kind.NOBODY_ANSWERED, "county")
    assert len(mailbox.got) == 2


@pytest.mark.parametrize("kind", [Kind.NOBODY_ANSWERED, Kind.SELFTEST])
def test_what_happened_and_nobody_took_is_told_a_minute_later(
    set_stage: SetStage, kind: Kind
) -> None:
    stage = set_stage()
    stage.emulator.faults.rest_failure = 1.0
    stage.emulator.faults.rest_statuses = (429,)  # surely not done
    stage.workshop.alarms.happened(kind, "county")
    stage.emulator.faults.rest_failure = 0.0
    assert texts(stage) == []
    stage.wait(70)
    assert texts(stage) == [ALARMS[kind].words]
    stage.wait(300)
    assert texts(stage) == [ALARMS[kind].words], "once"


def test_who_dies_while_telling_is_followed_by_another(set_stage: SetStage) -> None:
    stage = set_stage()
    alarms = alarms_of(stage)
    name = f"county:{Kind.NOBODY_ANSWERED}"
    assert stage.calls.telling(name, 900, 60) == 1, "somebody begins, and is never heard of again"
    alarms.happened(Kind.NOBODY_ANSWERED, "county")
    assert texts(stage) == [], "they have a minute for it"
    stage.wait(61)
    alarms.happened(Kind.NOBODY_ANSWERED, "county")
    assert texts(stage) == [ALARMS[Kind.NOBODY_ANSWERED].words]


def test_what_happened_is_no_news_after_ten_tries(set_stage: SetStage) -> None:
    stage = set_stage()
    alarms = alarms_of(stage)
    stage.emulator.faults.rest_failure = 1.0
    stage.emulator.faults.rest_statuses = (429,)  # surely not done
    for _ in range(TRIES):
        alarms.happened(Kind.NOBODY_ANSWERED, "county")
        stage.wait(61)
    stage.emulator.faults.rest_failure = 0.0
    alarms.happened(Kind.NOBODY_ANSWERED, "county")
    assert texts(stage) == []


def test_a_vigil_goes_on_looking_after_a_look_that_failed() -> None:
    looked, enough = [], Event()

    def look() -> None:
        looked.append(1)
        if len(looked) == 3:
            enough.set()
        raise RuntimeError

    vigil = Vigil(look, every=0.001)
    vigil.start()
    assert enough.wait(10)
    vigil.end()
    vigil.join(10)
    assert not vigil.is_alive()
