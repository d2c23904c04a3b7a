"""The installation's health in sentences, and alarms that are tried."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tests.stories.conftest import SetStage
from tests.web.console import Console, console_of
from tests.web.test_pages import plain
from warmline.demo.stage import Stage
from warmline.demo.stories._story import line_toml
from warmline.domain.accounts import Deed, Grant, Role
from warmline.services.checking import Finding, fine
from warmline.web.health_page import within

HEALTH = "/console/health"
COORDINATORS_PHONE = "+16505550119"


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    return set_stage(line_toml("River"))


@pytest.fixture
def console(stage: Stage, sqlite_url: str) -> Console:
    return console_of(stage, sqlite_url, on_stage=True)


def test_a_coordinator_reads_what_is_wrong_and_how_to_mend_it(console: Console) -> None:
    robin = console.member("robin", Grant(Role.COORDINATOR, "county"))
    page = plain(robin.browser.opens(HEALTH).text)
    assert "has 1 supporter who can be rung" in page
    assert "to be mended : Nobody works on the queue" in page
    assert "as a text to the coordinator&#39;s phone, •••• 19" in page
    assert "for everything: mailto" in page
    assert "Look at everything" not in page
    assert robin.browser.sends(HEALTH, on="/console/account").status_code == 403


def test_whoever_runs_the_installation_looks_at_everything(console: Console) -> None:
    heron = console.member("heron", Grant(Role.OPERATOR))
    page = heron.browser.sends(HEALTH)
    assert "Everything was looked at." in page.text


def test_a_look_that_takes_too_long_is_told_as_far_as_it_came() -> None:
    release = threading.Event()

    def slow() -> Iterator[Finding]:
        yield fine("The first was quick.")
        release.wait(60)
        yield fine("The second was not.")

    found, done = within(0.05, slow)
    release.set()
    assert (len(found), done) == (1, False)
    assert within(60, lambda: [fine("Quick.")]) == ([fine("Quick.")], True)


def test_a_test_of_the_alarms_reaches_the_coordinators_phone(
    console: Console, stage: Stage
) -> None:
    robin = console.member("robin", Grant(Role.COORDINATOR, "county"))
    page = plain(robin.browser.sends(f"{HEALTH}/alarms", on=HEALTH).text)
    assert "county: taken" in page
    stage.wait(5)
    assert len(stage.emulator.handset(COORDINATORS_PHONE).messages) == 1
    assert console.accounts.entries(1)[0].what is Deed.TRIED_ALARMS


def test_findings_are_told_in_the_readers_language_and_what_is_not_is_marked(
    console: Console,
) -> None:
    robin = console.member("robin", Grant(Role.OPERATOR))
    page = robin.browser.opens(f"{HEALTH}?lang=es").text
    assert '<span lang="es">Nadie trabaja en la cola «' in page
    assert "a quien se puede llamar" in page
    looked = robin.browser.sends(HEALTH).text
    assert '<span lang="en">Everything was looked at.</span>' in looked
