"""Who should be on: the page asks and draws, and tells nothing of the past but a rate."""

from __future__ import annotations

import pytest

from tests.stories.conftest import SetStage
from tests.web.console import Console, Member, console_of
from warmline.domain.accounts import Grant, Role


@pytest.fixture
def console(set_stage: SetStage, sqlite_url: str) -> Console:
    return console_of(set_stage(), sqlite_url)


@pytest.fixture
def robin(console: Console) -> Member:
    return console.member("robin", Grant(Role.COORDINATOR, "county"))


def test_a_coordinator_asks_how_many_should_be_on_and_sees_it_drawn(robin: Member) -> None:
    page = robin.browser.opens("/console/county/plan?calls=2&taken=70&together=5").text
    assert "With 4 on, 9 in 10 come to a peer and 8 in 10 within a minute." in page
    assert "If 5 call together while everybody is free, 2.8 come to a peer at once" in page
    assert "the line counted fewer than 11 calls" in page
    assert page.count('<rect class="part"') == 7, "four are enough, and three more are shown"
    assert "<desc" in page
    assert "4 on shift: 96 %." in page, "the picture is told to those who do not see it"


def test_what_is_filled_in_wrongly_is_taken_as_usual(robin: Member) -> None:
    page = robin.browser.opens("/console/county/plan?calls=nan&talk=-3&taken=x&ring=never").text
    for name, usual in (("calls", "1"), ("talk", "25"), ("taken", "70")):
        assert f'name="{name}" value="{usual}"' in page
    assert "With 3 on," in page


def test_no_number_of_people_makes_up_for_phones_that_are_not_taken(robin: Member) -> None:
    page = robin.browser.opens("/console/county/plan?taken=5").text
    assert "No number of people does it: too few phones are taken." in page
