"""Each setting, declared once: the README's table is made from these declarations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Annotated, Any, Self

from warmline.settings import readers as r
from warmline.settings.declared import Declared, SettingsError, declarations, read_all, strangers
from warmline.settings.table import markdown_table
from warmline.settings.together import unfitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One installation's settings. Durations are seconds. Secrets are not in its `repr`."""

    data: Annotated[
        Path,
        Declared(
            "WARMLINE_DATA",
            r.folder,
            "data",
            "Folder for everything that is written: database, embedded store, secret key.",
        ),
    ]
    database_url: Annotated[
        str,
        Declared(
            "DATABASE_URL",
            r.database_url,
            "",
            "The database: `postgresql://user:password@host/name` or `sqlite:////folder/file`.",
            shown="the file `warmline.db` in the data folder",
        ),
    ] = field(repr=False)
    redis_url: Annotated[
        str | None,
        Declared(
            "REDIS_URL",
            r.redis_url,
            "",
            "Redis or Valkey: `redis://`, `rediss://`, `unix://`, or Sentinel as "
            "`redis+sentinel://host:26379,host2:26379/service/0`.",
            shown="a store of its own, in the data folder",
        ),
    ] = field(repr=False)
    secret_key: Annotated[
        str | None,
        Declared(
            "SECRET_KEY",
            r.secret_key,
            "",
            "Seals telephone numbers and sessions: at least 32 characters, the same for all "
            "processes. Needed when `REDIS_URL` is set.",
            shown="made once and kept in the data folder",
        ),
    ] = field(repr=False)
    secret_key_older: Annotated[
        tuple[str, ...],
        Declared(
            "SECRET_KEY_OLDER",
            r.secret_keys,
            "",
            "Keys that `SECRET_KEY` has replaced, or will, with spaces between: they open what "
            "they sealed, and seal nothing. Only together with `SECRET_KEY`.",
            shown="none",
        ),
    ] = field(repr=False)
    public_url: Annotated[
        str | None,
        Declared(
            "PUBLIC_URL",
            r.public_url,
            "",
            "Where the provider reaches us: `https://line.example.org`.",
            shown="none; `serve` needs it",
        ),
    ]
    twilio_account_sid: Annotated[
        str | None,
        Declared(
            "TWILIO_ACCOUNT_SID",
            r.sid("AC"),
            "",
            "The account at Twilio.",
            shown="none; `serve` needs it",
        ),
    ]
    twilio_auth_token: Annotated[
        str | None,
        Declared(
            "TWILIO_AUTH_TOKEN",
            r.secret,
            "",
            "Its auth token: Twilio's requests are checked with it.",
            shown="none; `serve` needs it",
        ),
    ] = field(repr=False)
    twilio_api_key_sid: Annotated[
        str | None,
        Declared(
            "TWILIO_API_KEY_SID",
            r.sid("SK"),
            "",
            "An API key for our own requests, instead of the auth token.",
            shown="none",
        ),
    ]
    twilio_api_key_secret: Annotated[
        str | None,
        Declared(
            "TWILIO_API_KEY_SECRET", r.secret, "", "The secret of that API key.", shown="none"
        ),
    ] = field(repr=False)
    twilio_api_base_url: Annotated[
        str | None,
        Declared(
            "TWILIO_API_BASE_URL",
            r.base_url,
            "",
            "Another address of the provider's API: an emulator's.",
            shown="Twilio's own",
        ),
    ]
    bind: Annotated[
        str,
        Declared(
            "WARMLINE_BIND",
            r.bind,
            "127.0.0.1:8000",
            "Where the web app listens: `host:port`, `unix:/path`, or `fd://3` for a socket that "
            "systemd opens.",
        ),
    ]
    web_workers: Annotated[
        int, Declared("WARMLINE_WEB_WORKERS", r.whole(1, 64), "2", "Processes of the web app.")
    ]
    web_threads: Annotated[
        int, Declared("WARMLINE_WEB_THREADS", r.whole(1, 256), "8", "Threads in each of them.")
    ]
    ring_workers: Annotated[
        int,
        Declared(
            "WARMLINE_RING_WORKERS",
            r.whole(1, 64),
            "4",
            "Workers that only ring phones; each waits for the provider's answer.",
        ),
    ]
    rest_timeout: Annotated[
        float,
        Declared(
            "WARMLINE_REST_TIMEOUT",
            r.number(0.5, 10),
            "3.0",
            "How long one request to the provider may take.",
            unit="s",
        ),
    ]
    calls_per_second: Annotated[
        float,
        Declared(
            "WARMLINE_CALLS_PER_SECOND",
            r.number(0.1, 100),
            "1",
            "How many calls a second the provider lets this account make; all workers together "
            "keep to it.",
        ),
    ]
    alarm_urls: Annotated[
        tuple[str, ...],
        Declared(
            "WARMLINE_ALARM_URLS",
            r.addresses,
            "",
            "Where alarms go besides texts to `alert_phone`, as Apprise writes it, with spaces "
            "between: `mailtos://...`, `slack://...`, `ntfys://...`.",
            shown="none",
        ),
    ] = field(repr=False)
    console: Annotated[
        bool,
        Declared(
            "WARMLINE_CONSOLE",
            r.flag,
            "on",
            "The console under `/console`. The public page `/how-we-work` is there without it.",
        ),
    ]
    log_level: Annotated[
        str,
        Declared(
            "WARMLINE_LOG_LEVEL",
            r.one_of("debug", "info", "warning", "error"),
            "info",
            "The least that is worth a line in the log.",
        ),
    ]
    metrics_token: Annotated[
        str | None,
        Declared(
            "WARMLINE_METRICS_TOKEN",
            r.secret_key,
            "",
            "What Prometheus shows to read `/metrics`: at least 32 characters.",
            shown="none: there is no such page",
        ),
    ] = field(repr=False)
    choices_at: Annotated[
        tuple[float, ...],
        Declared(
            "WARMLINE_CHOICES_AT",
            r.ascending(15, 600),
            "60,120,180",
            "After how long a waiting caller is offered the choices, each time.",
            unit="s",
        ),
    ]
    alternatives_at: Annotated[
        float,
        Declared(
            "WARMLINE_ALTERNATIVES_AT",
            r.number(30, 900),
            "240",
            "After how long the other places to call become the default.",
            unit="s",
        ),
    ]
    selftest_number: Annotated[
        str | None,
        Declared(
            "WARMLINE_SELFTEST_NUMBER",
            r.own_number,
            "",
            "A number of the account that is no line's, for test calls: they come from it, and it "
            "plays the supporter.",
            shown="none: test calls reach no supporter",
        ),
    ]
    minutes_kept: Annotated[
        int,
        Declared(
            "WARMLINE_MINUTES_KEPT",
            r.whole(35, 3650),
            "400",
            "Days for which supporters' minutes of each day are kept, as payroll needs.",
        ),
    ]
    selftest_hour: Annotated[
        int | None,
        Declared(
            "WARMLINE_SELFTEST_HOUR",
            r.hour,
            "off",
            "The hour, in the line's own time, in which each line calls itself every night.",
        ),
    ]
    key_timeout: Annotated[
        float,
        Declared(
            "WARMLINE_KEY_TIMEOUT",
            r.number(5, 20),
            "8",
            "How long a menu waits for a key; key 8 doubles it.",
            unit="s",
        ),
    ]
    crisis_ring: Annotated[
        int,
        Declared(
            "WARMLINE_CRISIS_RING",
            r.whole(15, 60),
            "40",
            "How long the crisis line rings; the provider adds about 5 s.",
            unit="s",
        ),
    ]
    call_ttl: Annotated[
        int,
        Declared(
            "WARMLINE_CALL_TTL",
            r.whole(600, 7200),
            "7200",
            "After how long an ended call's live record is forgotten; two hours are promised.",
            unit="s",
        ),
    ]

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Self:
        """The settings of an environment. Raises SettingsError with everything that is wrong."""
        values, problems = read_all(cls, environ)
        problems += [*strangers(cls, environ), *unfitting(values, problems)]
        if problems:
            raise SettingsError(problems)
        values["alarm_urls"] = values["alarm_urls"] or ()
        values["secret_key_older"] = values["secret_key_older"] or ()
        if not values["database_url"]:
            values["database_url"] = f"sqlite:///{values['data'] / 'warmline.db'}"
        return cls(**values)

    def public(self) -> dict[str, Any]:
        """What may be shown, by field name."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.repr}

    @property
    def embedded(self) -> bool:
        """Whether this installation has a store of its own, on one machine."""
        return self.redis_url is None

    def missing_to_serve(self) -> list[str]:
        """What callers need and is not set, each as a problem that says how to mend it."""
        needed = {"public_url", "twilio_account_sid", "twilio_auth_token"}
        return [
            f"{one.env} is not set. {one.doc}"
            for name, one in declarations(type(self)).items()
            if name in needed and getattr(self, name) is None
        ]


def settings_table() -> str:
    """Every setting in a Markdown table, for the README."""
    return markdown_table(declarations(Settings).values())
