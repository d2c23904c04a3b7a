"""Story 24, the curious manager: every page of the console, the database, the store and the logs
cannot tell whether X called last Tuesday, but for what is named here.

The same Tuesday is played in several worlds that differ in one call. In all of them two others call
at the same minutes. A week later everything is laid side by side.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import redis
from sqlalchemy import text

from tests.databases import new_sqlite
from tests.leaks.worlds import World, differences, in_the_logs, seen
from tests.web.console import Console, console_of
from warmline.adapters.sql.engine import open_engine, writing
from warmline.demo.setting import open_stage
from warmline.demo.stage import LINE, Stage
from warmline.demo.stories import Story
from warmline.demo.stories._story import line_toml
from warmline.demo.stories.after_talk import PUBLIC
from warmline.demo.stories.callback import takes_it
from warmline.demo.stories.debriefs import supervisor
from warmline.services.folding import Folding
from warmline.services.forgetting import Forgetting

NOW = datetime.now(UTC)
LAST_TUESDAY = (NOW - timedelta(days=(NOW.weekday() - 1) % 7 + 7)).replace(hour=18, minute=0)
"""Of the week before: ten or eleven in the morning in California."""
X, Y = "+16505550150", "+16505550151"
OTHERS = ("+16505550160", "+16505550161")
MINUTE = 60.0
A_WEEK_LATER = (LAST_TUESDAY + timedelta(days=7)).timestamp()
A_MONTH_LATER = (LAST_TUESDAY + timedelta(days=32)).timestamp()

FOR_PAY = {
    r"database: only \w+: supporter_day \('county', 'supporter-001', '[\d-]+', 'River', .*": (
        "how many minutes River talked on a day, for pay"
    ),
}

ALLOWED = {
    **FOR_PAY,
    r"database: only here: call_row .*'talked', 'under_20_s', 'under_4_min', \d, 0, '\[\]', ''\)": (
        "one more row of the hour, for thirty days; it is X's as much as anybody's"
    ),
    r"store: only \w+: wl:days:supporter-001 \(b'(calls|minutes|wrap):[\d-]+', b'\d+'\)": (
        "what River carried on a day, for the limits of day and week: eight days at most"
    ),
}
"""What may differ when X called and when nobody did, and why."""

AT_THE_PROVIDER = {
    r"provider: only \w+: conferences .*'participants': \[\]\}": (
        "that two phones met in a room, to the second, and not which: the provider has no way to "
        "delete it. Whoever may sign in to the account there sees it; the console does not"
    ),
}

COUNTED = {
    **FOR_PAY,
    r"database: only \w+: counter \('county', '[\d-]+', '\w+', '\w*', \d+\)": (
        "after thirty days: counts of one dimension each, of the day or of the quarter"
    ),
}


AFTERWARDS = {
    r"database: only here: survey_answer \('<lot>', 'county', '[\d-]+-01', 'en', 1, 4, 2\)": (
        "what somebody answered after a talk, with the month and the language, until the study ends"
    ),
    r"database: only here: study_answer \('<lot>\)": "a box that only the evaluator opens",
    r"store: only here: wl:flags:county:\d{4}-W\d\d b'1'": "that a talk of the week was flagged",
    r"store: only here: wl:block:county:<lot> \(b'(until|by)', .*": (
        "a number that reaches no peer, as a keyed sign, and until which hour: thirty days at most"
    ),
    r"store: only here: wl:blocks:county \(b'<lot>', \d+00\.0\)": "the same, to lift it",
    r"store: only here: wl:flagkey:\d+ \(b'secret', b'[0-9a-f]+:<lot>'\)": "a key, sealed",
    r"database: only here: supporter_day \('county', 'supporter-003', .*'Juniper', None, 3, 10\)": (
        "that Juniper took a debrief of three minutes, for pay; a talk would look the same"
    ),
    r"store: only here: wl:days:supporter-003 \(b'(calls|minutes|wrap):[\d-]+', b'\d+'\)": (
        "the same for the limits of day and week: eight days at most"
    ),
    r"store: only here: wl:texted:<lot> b'1'": (
        "that somebody texted once more, not who, what or when: a month, so that no text is heard "
        "a second time"
    ),
    r"provider: only here: get_requests .*/sound/quiet-8.wav', 'query': \{\}\}": (
        "a soft sound while River picks up: it carries nothing of a call, and goes with it"
    ),
}
"""What may differ besides when X's call was followed by all that can follow."""

WITH_ALL = f"""[line]
survey = true
study_key = "{PUBLIC}"
"""


@dataclass(frozen=True)
class Later:
    """A clock that has gone on."""

    at: float

    def now(self) -> float:
        return self.at


@dataclass
class Tuesday:
    """One world after its Tuesday, ready to be looked at."""

    stage: Stage
    console: Console
    file: Path
    logs: Callable[[], Iterator[str]]

    def seen(self, now: float = A_WEEK_LATER) -> World:
        return seen(self.stage, self.console, self.file, list(self.logs()), now)


Play = Callable[..., Tuesday]


@pytest.fixture
def tuesday(
    live: redis.Redis,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> Play:
    """Plays one Tuesday; who called at which second after ten, if anybody."""
    caplog.set_level(logging.DEBUG)

    def play(who: str = "", at: float = 20 * MINUTE, *, hard: bool = False) -> Tuesday:
        caplog.clear()
        capfd.readouterr()
        folder = tmp_path / f"world-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        url = new_sqlite(folder)
        toml = line_toml("River", "Sage", hours="08:00-22:00", shift="08:00-22:00")
        if hard:
            toml = toml.replace("[line]\n", WITH_ALL, 1) + supervisor("Juniper")
        story = Story("", "x", toml, lambda s: None, LAST_TUESDAY)
        stage = open_stage(story, live, url)
        talks(stage, OTHERS[0], "River", 2 * MINUTE)
        if who and hard:
            has_a_hard_talk(stage, who, at)
        elif who:
            talks(stage, who, "River", at)
        # River has rested by then: how many phones rang for this one is the same in every world.
        talks(stage, OTHERS[1], "Sage", 58 * MINUTE)
        stage.wait(100 * MINUTE - stage.second)
        look_for_leftovers(stage)
        stage.workshop.folding.tidy()
        (file,) = folder.glob("*.db")

        def logs() -> Iterator[str]:
            out, err = capfd.readouterr()
            return in_the_logs(list(caplog.records), out + err)

        return Tuesday(stage, console_of(stage, url), file, logs)

    return play


def talks(stage: Stage, number: str, alias: str, at: float) -> None:
    """Somebody calls so many seconds after ten, and talks with a peer for three minutes."""
    stage.wait(at - stage.second)
    peer = stage.supporter(alias)
    caller = stage.caller(number).reaches_waiting()
    peer.takes_the_call()
    caller.is_connected_to(peer)
    stage.wait(3 * MINUTE)
    caller.hangs_up()


def has_a_hard_talk(stage: Stage, number: str, at: float) -> None:
    """River leaves; the caller answers the questions and keys a study's code. River flags the call
    by text and then has a debrief.
    """
    stage.wait(at - stage.second)
    river, juniper = stage.supporter("River"), stage.supporter("Juniper")
    caller = stage.caller(number).reaches_waiting()
    river.takes_the_call()
    caller.is_connected_to(river)
    stage.wait(2 * MINUTE)
    river.hangs_up()
    caller.hears_all_of("survey-offer")
    caller.presses("5")
    for question, key in enumerate("142", 1):
        caller.hears(f"survey-question-{question}", within=30)
        caller.presses(key)
    caller.hears("survey-code", within=3)
    caller.presses("123456")
    caller.hears("survey-thanks", within=5)
    caller.hangs_up()
    river.handset.send_sms(LINE, "FLAG")
    stage.wait(MINUTE)
    river.handset.send_sms(LINE, "DEBRIEF")
    takes_it(juniper)
    river.rings(within=20)
    river.answers()
    river.hears("callback-opening", within=5)
    river.presses("1")
    river.is_connected_to(juniper)
    stage.wait(3 * MINUTE)
    river.hangs_up()


def look_for_leftovers(stage: Stage) -> None:
    """The hourly work, when everything of that day is over."""
    later = Later(stage.emulator.clock.now() + 6 * 3600)
    Forgetting(
        stage.calls, stage.roster, stage.world.phones, later, stage.world.holds
    ).look_for_leftovers("county")
    stage.workshop.minutes.look()
    stage.workshop.paying.look()
    stage.wait(MINUTE)


def a_month_later(world: Tuesday) -> World:
    """Rows have become counts."""
    stage = world.stage
    Folding(stage.past, stage.roster, Later(A_MONTH_LATER)).tidy()
    return world.seen(A_MONTH_LATER)


SEEN: dict[tuple[str, float], World] = {}
"""Each world is played once for all tests: it is only looked at."""


def world_of(tuesday: Play, who: str = "", at: float = 20 * MINUTE) -> World:
    if (who, at) not in SEEN:
        SEEN[who, at] = tuesday(who, at).seen()
    return SEEN[who, at]


def unforeseen(found: list[str], allowed: dict[str, str]) -> list[str]:
    return [one for one in found if not any(re.fullmatch(rule, one) for rule in allowed)]


def test_whether_it_was_x_or_y_and_at_which_minute_of_the_hour_nothing_tells(
    tuesday: Play,
) -> None:
    """Not one letter differs: neither who it was, nor when within the hour, nor in which order."""
    x = world_of(tuesday, X)
    assert x["pages"].total() > 100, "the manager looked at pages"
    assert x["database"].total() > 10
    assert differences(x, world_of(tuesday, Y)) == []
    later = differences(x, world_of(tuesday, X, at=32 * MINUTE))
    assert unforeseen(later, AT_THE_PROVIDER) == []


def test_whether_x_called_at_all_shows_in_the_row_of_the_hour_and_nowhere_else(
    tuesday: Play,
) -> None:
    found = differences(world_of(tuesday, X), world_of(tuesday))
    assert unforeseen(found, ALLOWED | AT_THE_PROVIDER) == []
    for rule in ALLOWED | AT_THE_PROVIDER:
        assert any(re.fullmatch(rule, one) for one in found), "what is allowed is what there is"


def test_after_a_flag_a_debrief_and_a_studys_questions_nobody_knows_whose_call_it_was(
    tuesday: Play,
) -> None:
    x = tuesday(X, hard=True).seen()
    assert differences(x, tuesday(Y, hard=True).seen()) == []
    found = differences(x, tuesday(hard=True).seen())
    allowed = ALLOWED | AT_THE_PROVIDER | AFTERWARDS
    assert unforeseen(found, allowed) == []
    for rule in AFTERWARDS:
        assert any(re.fullmatch(rule, one) for one in found), rule


def test_a_month_later_only_counts_tell_of_one_more_and_of_nobody(tuesday: Play) -> None:
    found = differences(a_month_later(tuesday(X)), a_month_later(tuesday()))
    assert unforeseen(found, COUNTED | AT_THE_PROVIDER) == []
    assert unforeseen(found, AT_THE_PROVIDER), "counts tell of one more"


# -- so that the tests above can fail -------------------------------------------------------------


def in_the_store(world: Tuesday) -> tuple[str, str]:
    world.stage.connection.hset("wl:last", "county", "at twenty past ten")
    return "store", "at twenty past ten"


def in_a_score(world: Tuesday) -> tuple[str, str]:
    world.stage.connection.zadd("wl:due", {"rest|supporter-009": LAST_TUESDAY.timestamp()})
    return "store", "supporter-009"


def in_the_database(world: Tuesday) -> tuple[str, str]:
    with writing(open_engine(f"sqlite:///{world.file}")) as now:
        now.execute(text("UPDATE supporter SET alias = 'River, who talked' WHERE alias = 'River'"))
    return "database", "River, who talked"


def in_the_log(world: Tuesday) -> tuple[str, str]:
    logging.getLogger("warmline").info("a caller has left")
    return "logs", "a caller has left"


def at_the_provider(world: Tuesday) -> tuple[str, str]:
    world.stage.working = False
    world.stage.twilio.messages.create(to=X, from_="+16505550100", body="Thank you for calling")
    world.stage.wait(3)
    return "provider", ""


def on_a_page(world: Tuesday) -> tuple[str, str]:
    views = world.console.app.view_functions
    views["public.line"] = lambda **_: "last call: 10:20"
    return "pages", "last call: 10:20"


def on_the_coordinators_phone(world: Tuesday) -> tuple[str, str]:
    world.stage.workshop.alarms.try_out()
    world.stage.wait(30)
    return "coordinator's phone", ""


PLANTS = [
    on_the_coordinators_phone,
    at_the_provider,  # from here on nobody works, and tidies it away
    in_the_store,
    in_a_score,
    in_the_database,
    in_the_log,
    on_a_page,
]


def test_a_difference_planted_in_any_place_is_seen_there(tuesday: Play) -> None:
    quiet = world_of(tuesday)
    world = tuesday()
    planted = [plant(world) for plant in PLANTS]
    found = unforeseen(differences(world.seen(), quiet), ALLOWED)
    for place, mark in planted:
        assert any(one.startswith(f"{place}: only here") and mark in one for one in found), place
