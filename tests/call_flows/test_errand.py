"""A call to a supporter about themselves: every key leads somewhere, and none out of its call."""

from __future__ import annotations

import pytest

from call_flows.errand import FIRST, NEXT, PAGES, pages_of
from tests.call_flows.provider import Provider
from tests.stories.conftest import SetStage
from warmline import wiring
from warmline.demo.stage import Stage
from warmline.demo.stories._story import line_toml
from warmline.domain.errands import Kind
from warmline.domain.errors import StoreTrouble


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    return set_stage(line_toml("River", unconfirmed=("River",)))


def begun(stage: Stage, kind: Kind) -> str:
    (book,) = stage.roster.books()
    return wiring.errands(stage.world).ask(kind, book, book.supporters[0]).id


@pytest.mark.parametrize("kind", list(FIRST))
def test_every_key_leads_to_a_page_and_silence_to_the_end(kind: Kind) -> None:
    for name in pages_of(kind):
        assert {_next(kind, to) for to in PAGES[name].keys.values()} <= pages_of(kind)
        page, steps = name, 0
        while page:
            page, steps = PAGES[page].silence, steps + 1
            assert steps < len(PAGES), f"from {name} silence never ends"


def _next(kind: Kind, page: str) -> str:
    return NEXT[kind] if page == "next" else page


def test_no_page_of_another_call_can_be_asked_for(stage: Stage) -> None:
    provider = Provider.of(stage)
    errand = begun(stage, Kind.PRACTICE)
    for page in ("confirmed", "confirm", "code", "hello"):
        said = provider.posts(f"/errand/{errand}/{page}").text
        assert "This call has ended" in said, page
    (book,) = stage.roster.books()
    assert book.unconfirmed, "nobody has said yes"


def test_a_voicemail_hears_a_first_name_and_no_line(stage: Stage) -> None:
    provider = Provider.of(stage)
    for kind in (Kind.CONFIRM_CALL, Kind.CODE_CALL):
        errand = begun(stage, kind)
        said = provider.posts(f"/errand/{errand}").text
        said += provider.posts(f"/errand/{errand}/hello/key", Digits="").text
        assert "River" in said
        assert "County" not in said
        assert "code" not in said


def test_a_page_that_fails_tells_whoever_picked_up_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    errand = begun(stage, Kind.CONFIRM_CALL)

    def is_away(_: str) -> None:
        raise StoreTrouble("away")

    monkeypatch.setattr(stage.world.errands, "errand", is_away)
    said = Provider.of(stage).posts(f"/errand/{errand}").text
    assert "This call has ended" in said
    assert "peer" not in said
    assert "Redirect" not in said
