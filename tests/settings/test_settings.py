"""Settings are read strictly: what is wrong is told all at once, and secrets never show."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from warmline.settings import Settings, SettingsError, readers, settings_table
from warmline.settings.declared import BadValue

KEY = "k" * 40
SID = "AC" + "0" * 32


def read(**environ: str) -> Settings:
    return Settings.from_environ(environ)


def problems(**environ: str) -> list[str]:
    with pytest.raises(SettingsError) as error:
        read(**environ)
    return error.value.problems


def test_nothing_set_is_an_installation_on_one_machine() -> None:
    settings = read()
    assert settings.embedded
    assert settings.data == Path("data").absolute()
    assert settings.database_url == f"sqlite:///{settings.data}/warmline.db"
    assert settings.bind == "127.0.0.1:8000"
    assert settings.choices_at == (60.0, 120.0, 180.0)
    assert (settings.web_workers, settings.web_threads, settings.ring_workers) == (2, 8, 4)
    assert (settings.crisis_ring, settings.call_ttl, settings.rest_timeout) == (40, 7200, 3.0)


def test_the_data_folder_is_where_the_command_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert read().data == tmp_path / "data"
    assert read(WARMLINE_DATA="/srv/line").database_url == "sqlite:////srv/line/warmline.db"


def test_reading_leaves_nothing_behind(tmp_path: Path) -> None:
    read(WARMLINE_DATA=str(tmp_path / "data"))
    assert list(tmp_path.iterdir()) == []


def test_what_is_empty_counts_as_not_set() -> None:
    assert read(REDIS_URL="", DATABASE_URL=" ", WARMLINE_WEB_WORKERS="") == read()


def test_everything_wrong_is_told_at_once() -> None:
    found = problems(
        WARMLINE_WEB_WORKERS="two",
        WARMLINE_CALL_TTL="90000",
        WARMLINE_CHOICE_AT="60",
        PUBLIC_URL="http://line.example.org",
        REDIS_URL="redis://cache:6379/0",
    )
    assert [problem.split(":")[0].split()[0] for problem in found] == [
        "PUBLIC_URL",
        "WARMLINE_WEB_WORKERS",
        "WARMLINE_CALL_TTL",
        "WARMLINE_CHOICE_AT",
        "SECRET_KEY",
    ]
    assert all(problem.endswith(("?", ".")) for problem in found)


def test_an_unknown_name_of_ours_is_most_likely_misspelt() -> None:
    assert problems(WARMLINE_RING_WORKER="1") == [
        'WARMLINE_RING_WORKER is no setting. Did you mean "WARMLINE_RING_WORKERS"?'
    ]
    assert problems(WARMLINE_XYZZY="1") == ["WARMLINE_XYZZY is no setting. Remove it."]
    assert read(WARMLINE_TEST_POSTGRES="required", OTHER_PROGRAM="1") == read()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "postgresql://user:hunter2secret@"),
        ("DATABASE_URL", "mysql://user:hunter2secret@host/db"),
        ("REDIS_URL", "redis://:hunter2secret@host:notaport/0"),
        ("REDIS_URL", "redis+sentinel://:hunter2secret@host:1:2/service"),
        ("SECRET_KEY", "hunter2secret"),
        ("TWILIO_AUTH_TOKEN", "hunter2secret\nx"),
        ("TWILIO_ACCOUNT_SID", "hunter2secret"),
        ("PUBLIC_URL", "https://user:hunter2secret@line.example.org"),
    ],
)
def test_a_problem_never_quotes_what_may_be_secret(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as error:
        read(**{name: value, "SECRET_KEY" if name == "REDIS_URL" else "IGNORED": KEY})
    assert name in str(error.value)
    assert "hunter2" not in str(error.value)


def test_secrets_are_not_shown() -> None:
    settings = read(
        DATABASE_URL="postgresql://user:hunter2secret@host/db",
        REDIS_URL="rediss://:hunter2secret@host/0",
        SECRET_KEY="hunter2secret" * 4,
        TWILIO_AUTH_TOKEN="hunter2secret",
        TWILIO_API_KEY_SID="SK" + "0" * 32,
        TWILIO_API_KEY_SECRET="hunter2secret",
    )
    assert "hunter2" not in repr(settings)
    assert settings.twilio_auth_token == "hunter2secret"


def test_settings_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        read().bind = "0.0.0.0:80"  # type: ignore[misc]


@pytest.mark.parametrize(
    "url",
    [
        "redis://cache:6379/0",
        "rediss://:word@cache/1",
        "unix:///run/redis.sock?db=0",
        "redis+sentinel://one:26379,two:26379/peers/0",
    ],
)
def test_addresses_of_redis_that_are_taken(url: str) -> None:
    settings = read(REDIS_URL=url, SECRET_KEY=KEY)
    assert settings.redis_url == url
    assert not settings.embedded


@pytest.mark.parametrize("url", ["cache:6379", "http://cache", "unix://redis.sock", "redis://"])
def test_addresses_of_redis_that_are_not(url: str) -> None:
    assert problems(REDIS_URL=url, SECRET_KEY=KEY)[0].startswith("REDIS_URL: ")


@pytest.mark.parametrize(
    "url", ["sqlite:////srv/w.db", "postgres://u@h/db", "postgresql+psycopg:///db?host=/run"]
)
def test_addresses_of_databases_that_are_taken(url: str) -> None:
    assert read(DATABASE_URL=url).database_url == url


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///", "postgresql://host", "w.db"])
def test_addresses_of_databases_that_are_not(url: str) -> None:
    assert problems(DATABASE_URL=url)[0].startswith("DATABASE_URL: ")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("line.example.org", "no web address"),
        ("ftp://line.example.org", "no web address"),
        ("http://line.example.org", "Use https"),
        ("https://line.example.org/", "slash"),
        ("https://line.example.org/w/", "slash"),
        ("https://me@line.example.org", "user name"),
        ("https://line.example.org?x=1", "everything from ?"),
        ("https://line.example.org:port", "port"),
    ],
)
def test_public_addresses_that_cannot_be_used(url: str, words: str) -> None:
    (problem,) = problems(PUBLIC_URL=url)
    assert words in problem


@pytest.mark.parametrize(
    "url",
    ["https://line.example.org", "https://h.org/w", "http://127.0.0.1:8000", "http://localhost:80"],
)
def test_public_addresses_that_can(url: str) -> None:
    assert read(PUBLIC_URL=url).public_url == url


def test_the_key_must_be_shared_when_the_store_is() -> None:
    (problem,) = problems(REDIS_URL="redis://cache/0")
    assert problem.startswith("SECRET_KEY is not set")
    assert "token_urlsafe" in problem
    (short,) = problems(REDIS_URL="redis://cache/0", SECRET_KEY="short")
    assert "too short: 5 characters" in short


def test_settings_that_contradict_each_other() -> None:
    assert "set both or none" in problems(TWILIO_API_KEY_SID="SK" + "0" * 32)[0]
    assert "later than" in problems(WARMLINE_ALTERNATIVES_AT="180")[0]
    assert read(WARMLINE_CHOICES_AT="30, 45.5", WARMLINE_ALTERNATIVES_AT="60").choices_at == (
        30.0,
        45.5,
    )


@pytest.mark.parametrize("written", ["False", "false", "0", "no", "No", "off"])
def test_false_is_false(written: str) -> None:
    assert readers.flag(written) is False


@pytest.mark.parametrize("written", ["True", "true", "1", "yes", "ON"])
def test_true_is_true(written: str) -> None:
    assert readers.flag(written) is True


def test_neither_true_nor_false_is_refused() -> None:
    with pytest.raises(BadValue, match="neither true nor false"):
        readers.flag("maybe")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WARMLINE_BIND", "8000"),
        ("WARMLINE_BIND", "127.0.0.1:99999"),
        ("WARMLINE_WEB_WORKERS", "2.0"),
        ("WARMLINE_WEB_WORKERS", "-1"),
        ("WARMLINE_REST_TIMEOUT", "inf"),
        ("WARMLINE_REST_TIMEOUT", "1e3"),
        ("WARMLINE_LOG_LEVEL", "loud"),
        ("WARMLINE_CHOICES_AT", "60,60"),
        ("WARMLINE_CHOICES_AT", "60;120"),
        ("TWILIO_API_BASE_URL", "http://elsewhere.example.org"),
    ],
)
def test_values_that_are_refused(name: str, value: str) -> None:
    (problem,) = problems(**{name: value})
    assert problem.startswith(f"{name}: ")


def test_what_serving_needs_is_named_with_how_to_mend_it() -> None:
    assert [line.split()[0] for line in read().missing_to_serve()] == [
        "PUBLIC_URL",
        "TWILIO_ACCOUNT_SID",
        "TWILIO_AUTH_TOKEN",
    ]
    ready = read(
        PUBLIC_URL="https://line.example.org", TWILIO_ACCOUNT_SID=SID, TWILIO_AUTH_TOKEN="token"
    )
    assert ready.missing_to_serve() == []


def test_the_table_names_every_setting_once_and_each_is_declared_well() -> None:
    rows = settings_table().splitlines()
    names = [re.findall(r"^\| `(\w+)` \|", row) for row in rows[2:]]
    assert len(names) == len(fields(Settings))
    assert all(names)
    assert all(row.endswith(". |") and row.count("|") == 4 for row in rows[2:])


SECRET_WAY = "mailtos://who:pass-word@mail.example.org"


def test_ways_for_alarms_stand_side_by_side_and_never_show() -> None:
    settings = read(WARMLINE_ALARM_URLS=f"  {SECRET_WAY}  ntfys://topic ")
    assert settings.alarm_urls == (SECRET_WAY, "ntfys://topic")
    assert read().alarm_urls == ()
    assert "pass-word" not in repr(settings)
    assert "alarm_urls" not in settings.public()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (f"{SECRET_WAY} pass-word", "The address number 2 does not begin like"),
        (f"{SECRET_WAY} {SECRET_WAY}", "names an address twice"),
    ],
)
def test_ways_for_alarms_that_make_no_sense_are_told_without_being_quoted(
    written: str, said: str
) -> None:
    (problem,) = problems(WARMLINE_ALARM_URLS=written)
    assert said in problem
    assert "pass-word" not in problem
