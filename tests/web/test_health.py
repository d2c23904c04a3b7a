"""Whether we live and are ready, for whoever asks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import redis
from flask.testing import FlaskClient

from tests.stories.conftest import SetStage
from warmline.demo.stage import Stage
from warmline.domain.errors import StoreTrouble


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    return set_stage()


@pytest.fixture
def client(stage: Stage) -> FlaskClient:
    return stage.app.test_client()


def fail(*_: object, **__: object) -> None:
    raise StoreTrouble("TimeoutError")


def freeze_the_store(stage: Stage, patch: pytest.MonkeyPatch) -> None:
    def frozen(*_: object, **__: object) -> None:
        raise redis.TimeoutError("frozen")

    patch.setattr(stage.calls, "_judge", frozen)


def lose_the_roster(stage: Stage, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(type(stage.roster), "books", fail)


def forget_the_migrations(stage: Stage, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(stage.app.extensions["warmline.watch"], "_migrated", lambda: False)


def lose_the_database(stage: Stage, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(stage.app.extensions["warmline.watch"], "_migrated", fail)


def test_it_lives_and_is_ready(client: FlaskClient) -> None:
    alive = client.get("/healthz")
    assert (alive.status_code, alive.text, alive.mimetype) == (200, "ok", "text/plain")
    ready = client.get("/readyz")
    assert ready.status_code == 200
    assert ready.json == {"store": True, "roster": True, "database": True}
    assert {alive.headers["Cache-Control"], ready.headers["Cache-Control"]} == {"no-store"}


@pytest.mark.parametrize(
    ("missing", "part"),
    [
        (freeze_the_store, "store"),
        (lose_the_roster, "roster"),
        (forget_the_migrations, "database"),
        (lose_the_database, "database"),
    ],
)
def test_what_is_missing_is_told_by_its_name_alone(
    stage: Stage,
    client: FlaskClient,
    monkeypatch: pytest.MonkeyPatch,
    missing: Callable[[Stage, pytest.MonkeyPatch], None],
    part: str,
) -> None:
    missing(stage, monkeypatch)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json == {"store": True, "roster": True, "database": True, part: False}


def test_it_lives_though_everything_else_is_away(
    stage: Stage, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever restarts us for a store that is away would only cut off the callers who talk."""
    for away in (freeze_the_store, lose_the_roster, lose_the_database):
        away(stage, monkeypatch)
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").json == {"store": False, "roster": False, "database": False}


def test_a_roster_in_memory_is_enough(
    stage: Stage, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/readyz").status_code == 200
    monkeypatch.setattr(stage.roster, "_inner", None)
    monkeypatch.setattr(stage.roster, "_is_old", lambda: False)
    assert client.get("/readyz").status_code == 200
