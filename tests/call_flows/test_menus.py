"""Every caller's menu, over all its keys, silence and wrong keys, in every language.

Generated from the menus themselves: a new menu and a new key are walked without being named.
"""

from __future__ import annotations

import itertools
from typing import Any

import pytest
import redis
from lxml import etree

from call_flows._kit import KEYS
from call_flows._menu import MENUS
from tests.call_flows.provider import Provider
from tests.databases import new_sqlite
from warmline.demo.setting import open_stage
from warmline.demo.stage import PUBLIC_URL, Stage
from warmline.demo.stories import Story
from warmline.demo.stories._story import line_toml
from warmline.domain.call import State

LANGUAGES = ("en", "es")
ENDS = {"Hangup"}
GOES_ON = {"Redirect", "Enqueue", "Dial", "Gather", "Leave"}
STATES_OF = {
    "aside": (State.ASIDE,),
    "beside": (State.BESIDE,),
    "asked": (State.ASKED,),
    "parted": (State.ALONE, State.PARTED),
    **{f"survey/{n}": (State.PARTED,) for n in (1, 2, 3)},
    "meeting": (State.JOINING,),
    "crisis/over": (State.CRISIS,),
}
"""The states in which a menu is heard; the others in the menus and while waiting."""


@pytest.fixture(scope="module")
def line(connection: redis.Redis, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """One line for all tests here: none of them lets time pass or changes it."""
    story = Story("", "menus", line_toml("River"), lambda _: None)
    stage = open_stage(story, connection, new_sqlite(tmp_path_factory.mktemp("menus")))
    stage.working = False
    return stage


@pytest.fixture
def stage(line: Stage, live: redis.Redis) -> Stage:
    """The line, and nobody has called it yet."""
    return line


def in_state(stage: Stage, provider: Provider, state: State, sid: str) -> str:
    """A call that has come into a state, as far as the store knows."""
    provider.posts("/call", CallSid=sid)
    call_id = str(stage.calls.known(sid) or "")
    assert call_id
    changes: dict[Any, Any] = {
        "state": str(state),
        "wanted_at": "1",
        "queued": "0",
        "leg": "",
        "sup": "",
    }
    stage.connection.hset(f"wl:call:{call_id}", mapping=changes)
    return call_id


def parse(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


CASES = [
    (page, language, state, key)
    for page, language in itertools.product(sorted(MENUS), LANGUAGES)
    for state in STATES_OF.get(page, (State.MENUS, State.WAITING))
    for key in ["", *KEYS]
]


def test_there_are_menus_to_walk() -> None:
    assert len(MENUS) >= 9


@pytest.mark.parametrize("page", sorted(MENUS))
def test_every_key_of_every_menu_leads_on(stage: Stage, page: str) -> None:
    """A key, silence or a wrong key never fails and never ends the call without naming 988."""
    provider = Provider.of(stage)
    for number, case in enumerate(CASES):
        if case[0] != page:
            continue
        _, language, state, key = case
        call_id = in_state(stage, provider, state, f"CA{number:032}")
        for tries in ("", "?tries=1"):
            answer = provider.posts(
                f"/call/{language}/{call_id}/{page}/key{tries}",
                Digits=key,
                CallSid=f"CA{number:032}",
            )
            assert answer.status_code == 200, case
            document = parse(answer.text)
            verbs = {str(child.tag) for child in document}
            if verbs & ENDS:
                said = " ".join(document.itertext())
                assert "nine eight eight" in said or "nueve ocho ocho" in said, case
            else:
                assert verbs & GOES_ON, (case, answer.text)


@pytest.mark.parametrize("page", sorted(MENUS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_nine_is_the_crisis_door_in_every_menu(stage: Stage, page: str, language: str) -> None:
    """P3, also when it stands among mashed keys, and also after wrong keys."""
    provider = Provider.of(stage)
    state = STATES_OF.get(page, (State.MENUS,))[0]
    call_id = in_state(stage, provider, state, "CA" + "7" * 32)
    for digits, tries in itertools.product(("9", "##9", "129"), ("", "?tries=1")):
        answer = provider.posts(
            f"/call/{language}/{call_id}/{page}/key{tries}", Digits=digits, CallSid="CA" + "7" * 32
        )
        leads_to = "".join(parse(answer.text).xpath("//Redirect/text()"))
        opened = leads_to.endswith("/crisis") or "crisis/key" in answer.text
        assert opened, answer.text


@pytest.mark.parametrize("page", sorted(MENUS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_menu_listens_from_its_first_word(stage: Stage, page: str, language: str) -> None:
    """Keys are accepted while it speaks: everything that is said is inside the listening."""
    provider = Provider.of(stage)
    state = STATES_OF.get(page, (State.MENUS,))[0]
    call_id = in_state(stage, provider, state, "CA" + "8" * 32)
    answer = provider.posts(f"/call/{language}/{call_id}/{page}", CallSid="CA" + "8" * 32)
    document = parse(answer.text)
    assert not document.xpath("/Response/Say"), answer.text
    for gather in document.xpath("//Gather"):
        assert gather.get("actionOnEmptyResult") == "true"
        assert gather.get("finishOnKey") == ""
        assert str(gather.get("action")).startswith(PUBLIC_URL)


def test_eight_gives_more_time_for_the_rest_of_the_call(stage: Stage) -> None:
    provider = Provider.of(stage)
    call_id = in_state(stage, provider, State.MENUS, "CA" + "9" * 32)
    before = parse(provider.posts(f"/call/en/{call_id}/menu", CallSid="CA" + "9" * 32).text)
    provider.posts(f"/call/en/{call_id}/menu/key", Digits="8", CallSid="CA" + "9" * 32)
    after = parse(provider.posts(f"/call/en/{call_id}/menu", CallSid="CA" + "9" * 32).text)
    sounds = [str(d.xpath("//Gather/Play/text()")[0]) for d in (before, after)]
    assert [s.rpartition("/")[2] for s in sounds] == ["quiet-8.wav", "quiet-16.wav"]
