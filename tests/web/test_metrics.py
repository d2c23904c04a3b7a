"""What Prometheus reads: how many, never who."""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families
from werkzeug.test import TestResponse

from tests.leaks.search import finds
from tests.stories.conftest import SetStage
from tests.web.test_health import freeze_the_store
from warmline.demo.stage import METRICS_TOKEN, TOKEN, Stage
from warmline.demo.stories._story import line_toml
from warmline.services.board import Doing
from warmline.services.watch import Watch
from warmline.web.metrics import LABELS

Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    return set_stage(line_toml("River", "Sage"))


def asked(client: FlaskClient, token: str = METRICS_TOKEN) -> TestResponse:
    return client.get("/metrics", headers={"Authorization": f"Bearer {token}"})


def read(stage: Stage) -> Samples:
    """Every number, by its name and its labels."""
    answer = asked(stage.app.test_client())
    assert answer.status_code == 200
    assert answer.content_type.startswith("text/plain; version=0.0.4")
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def of_the_line(samples: Samples, name: str) -> float:
    (found,) = [value for (named, _), value in samples.items() if named == f"warmline_{name}"]
    return found


def supporters(samples: Samples, doing: Doing) -> float:
    labels = (("doing", doing.name.lower()), ("line", "county"))
    return samples["warmline_supporters_on_duty", labels]


def test_a_quiet_line(stage: Stage) -> None:
    stage.world.pulse.beat()
    samples = read(stage)
    assert of_the_line(samples, "open") == 1
    assert of_the_line(samples, "callers_waiting") == 0
    assert of_the_line(samples, "longest_wait_seconds") == 0
    assert of_the_line(samples, "clock_ticks") == 1
    assert of_the_line(samples, "deadlines_overdue") == 0
    assert supporters(samples, Doing.FREE) == 2
    assert samples["warmline_jobs_waiting", (("queue", "ring"),)] == 0
    assert samples["warmline_workers", (("queue", "ring"),)] == 0
    assert samples["warmline_ready", (("part", "database"),)] == 1


def test_a_line_at_work(stage: Stage) -> None:
    caller = stage.caller().reaches_waiting()
    river = stage.supporter("River")
    river.rings()
    stage.supporter("Sage").rings()
    waited = read(stage)
    assert of_the_line(waited, "callers_waiting") == 1
    assert of_the_line(waited, "phones_ringing") == 2
    assert of_the_line(waited, "longest_wait_seconds") % 10 == 0
    assert supporters(waited, Doing.ON_PHONE) == 2
    river.takes_the_call()
    caller.is_connected_to(river)
    talks = read(stage)
    assert of_the_line(talks, "callers_waiting") == 0
    assert of_the_line(talks, "phones_ringing") == 0
    assert supporters(talks, Doing.ON_PHONE) == 1
    caller.hangs_up()
    stage.wait(10)
    assert supporters(read(stage), Doing.RESTING) == 1


def test_while_the_store_is_away_only_that_is_told(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    freeze_the_store(stage, monkeypatch)
    samples = read(stage)
    assert samples["warmline_ready", (("part", "store"),)] == 0
    assert {name for name, _ in samples} == {"warmline_ready"}


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer ",
        METRICS_TOKEN,
        f"Basic {METRICS_TOKEN}",
        f"Bearer {METRICS_TOKEN}x",
        f"Bearer {METRICS_TOKEN[:-1]}",
        f"Bearer {TOKEN}",
        "Bearer None",
        "Bearer \xe9",
    ],
)
def test_who_does_not_have_the_token_finds_no_such_page(stage: Stage, header: str) -> None:
    answer = stage.app.test_client().get("/metrics", headers={"Authorization": header})
    assert answer.status_code == 404
    assert b"warmline_" not in answer.data


@pytest.mark.parametrize("token", [None, ""])
def test_without_a_token_set_nobody_finds_it(stage: Stage, token: str | None) -> None:
    stage.app.extensions["warmline.metrics_token"] = token
    client = stage.app.test_client()
    for shown in ("", "None", METRICS_TOKEN):
        assert asked(client, shown).status_code == 404


def everything_a_label_may_say(stage: Stage) -> dict[str, set[str]]:
    return {
        "line": {book.line.id for book in stage.roster.books()},
        "doing": {doing.name.lower() for doing in Doing},
        "queue": {"ring", "other"},
        "part": {"store", "roster", "database"},
    }


def test_no_label_tells_of_a_caller_or_a_supporter(stage: Stage) -> None:
    """All labels and all their values are listed here: a new one is to be thought about."""
    allowed = everything_a_label_may_say(stage)
    assert set(allowed) == set(LABELS)
    caller = stage.caller("+16505550150").reaches_waiting()
    river = stage.supporter("River")
    page = b""
    evening: list[Callable[[], object]] = [
        river.rings,
        river.takes_the_call,
        lambda: caller.is_connected_to(river),
        caller.hangs_up,
        lambda: stage.wait(60),
    ]
    for happens in evening:
        happens()
        for _, labels in read(stage):
            for label, value in labels:
                assert value in allowed[label], (label, value)
        page += asked(stage.app.test_client()).data
    phones = [one.phone for book in stage.roster.books() for one in book.supporters]
    assert finds(["+16505550150", *phones], {"metrics": page}) == []
    words = page.decode()
    for book in stage.roster.books():
        for one in book.supporters:
            assert one.id not in words
            assert not re.search(one.alias, words, re.IGNORECASE)


def test_the_tokens_are_compared_in_constant_time(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def compare(given: bytes, wanted: bytes) -> bool:
        compared.append((given, wanted))
        return False

    monkeypatch.setattr(hmac, "compare_digest", compare)
    assert asked(stage.app.test_client()).status_code == 404
    assert len(compared) == 1


def test_a_watch_changes_nothing(stage: Stage) -> None:
    watch = stage.app.extensions["warmline.watch"]
    assert isinstance(watch, Watch)
    stage.caller().reaches_waiting()
    before = sorted(stage.connection.scan_iter())
    watch.readiness()
    watch.load()
    assert sorted(stage.connection.scan_iter()) == before
