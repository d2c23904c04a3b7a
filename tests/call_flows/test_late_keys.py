"""A key that comes late, or twice, is a step by itself: whom does it take away from where they are?

Every key of every menu is pressed in every state of a call, as a request that the provider repeats
minutes later would press it. What each may do stands in `MAY`; whatever else a key does is wrong.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from werkzeug.routing import Rule

from call_flows._kit import KEYS
from tests.call_flows.provider import Provider
from tests.call_flows.test_one_round_trip import in_state, pages
from tests.stories.conftest import SetStage
from warmline.demo.stage import Stage
from warmline.demo.stories._story import line_toml
from warmline.domain.call import State

Steps = dict[tuple[str, State], str]
"""By menu and what the call is then: the keys, `-` for silence."""

TO_CRISIS: Steps = {
    ("crisis/key", State.CRISIS): "1",
    ("crisis/lines/key", State.CRISIS): "1",
    ("places/connect/key", State.CRISIS): "1",
}
REACHED: Steps = {("back/key", State.WAITING): "19"}
PEER_AGAIN: Steps = {("parted/key", State.WAITING): "-01"}

MAY: dict[State, Steps] = {
    State.MENUS: {
        ("menu/key", State.WAITING): "-1",
        ("question/key", State.WAITING): "-1",
        ("choose/name/key", State.WAITING): "-01",
        ("choose/more/key", State.WAITING): "-0",
        ("choose/passed/key", State.WAITING): "-01",
        ("choose/unmet/key", State.WAITING): "-012",
        **TO_CRISIS,
    },
    State.WAITING: {("callback/key", State.MENUS): "1", **TO_CRISIS},
    State.AWAY: {
        ("crisis/key", State.WAITING): "-*",
        ("crisis/lines/key", State.WAITING): "*",
        **TO_CRISIS,
    },
    State.JOINING: {("meeting/key", State.WAITING): "2"},
    State.TALKING: {},
    State.ASIDE: {
        ("aside/key", State.TALKING): "-01",
        ("aside/key", State.WAITING): "2",
        ("places/end/key", State.TALKING): "-",
        **TO_CRISIS,
    },
    State.BESIDE: {("beside/key", State.ASIDE): "*"},
    State.ASKED: {
        ("asked/key", State.TALKING): "-02",
        ("asked/key", State.HANDING): "1",
    },
    State.HANDING: {},
    State.ALONE: {("parted/key", State.PARTED): "4", **PEER_AGAIN, **TO_CRISIS},
    State.PARTED: {**PEER_AGAIN, **TO_CRISIS},
    # With 988, or on the way to it: whoever is back from there comes by other pages.
    State.CRISIS: {},
    State.PROMISED: REACHED,
    State.CALLING: {("back/key", State.ENDED): "0234567#", **REACHED},
    State.ENDED: {},
}
LISTENS = ("/key", "/keyed", "/told/<path:then>")


def menus(stage: Stage) -> list[Rule]:
    """Every page of a caller that a key is sent to."""
    found = [rule for rule in pages(stage) if "<call_id>" in rule.rule]
    return [rule for rule in found if rule.rule.endswith(LISTENS)]


def steps(stage: Stage, state: State) -> Iterator[tuple[str, str, State]]:
    """Each key of each menu that changes a call in this state, and what the call is then."""
    provider, serial, sid = Provider.of(stage), itertools.count(1), ""
    for rule, key in itertools.product(menus(stage), ("", *KEYS)):
        if not sid:
            sid = f"CA{next(serial):032}"
            provider.posts("/call", CallSid=sid)
        call_id = in_state(stage, sid, state)
        address = rule.rule.replace("<call_id>", call_id).replace("<language>", "en")
        address = address.replace("<path:then>", "menu")
        # `wait`: where 1 is the same as coming to wait, as it is on most lines.
        provider.posts(f"{address}?wait=1", CallSid=sid, Digits=key)
        call = stage.calls.peek(call_id)
        assert call is not None
        if call.state is not state:
            sid = ""  # the next key is for a call of which nothing else is known
            yield rule.rule.removeprefix("/call/<language>/<call_id>/"), key, call.state


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    stage = set_stage(line_toml("River", "Sage", languages='["en", "es"]'))
    stage.working = False
    return stage


@pytest.mark.slow
@pytest.mark.parametrize("state", list(State))
def test_a_late_key_takes_nobody_out_of_a_talk_from_988_or_back_from_the_end(
    stage: Stage, state: State
) -> None:
    assert len(menus(stage)) > 30, "there are menus to walk"
    may = {
        (page, "" if key == "-" else key, then)
        for (page, then), keys in MAY[state].items()
        for key in keys
    }
    assert set(steps(stage, state)) == may
